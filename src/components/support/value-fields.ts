/** The fields of the desk for a customer's values, read by the guide's own rules. */

import type { Guide } from '../../domain/guide/guide.ts';
import type { AcceptedText } from '../../domain/values/accepted-text.ts';
import { readValue } from '../../domain/values/read-value.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { today } from '../../state/guide.ts';
import { make, showLines } from '../dom.ts';
import { pageSay, sayProblem } from '../page-speaker.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** Fields that keep their texts while the guide changes, as far as both guides have them. */
export class ValueFields {
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  readonly #texts = new Map<string, string>();
  /** What was typed here, not read in a ticket. */
  readonly #typed = new Set<string>();
  #guide: Guide | undefined;

  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** What the guide accepts. */
  get values(): Readonly<Record<string, AcceptedText>> {
    const read = (this.#guide?.values ?? []).flatMap((value) => {
      const text = this.#texts.get(value.id) ?? '';
      const reading = text.trim() === '' ? undefined : readValue(value, text, { today: today() });
      return reading?.ok ? [[value.id, reading.value] as const] : [];
    });
    return Object.fromEntries(read);
  }

  /** Takes values over, in place of all others but those typed here. */
  fill(values: Readonly<Record<string, string | undefined>>): void {
    for (const id of [...this.#texts.keys()]) if (!this.#typed.has(id)) this.#texts.delete(id);
    for (const [id, text = ''] of Object.entries(values)) {
      if (!this.#typed.has(id)) this.#texts.set(id, text);
    }
  }

  /** Empties all fields, for another customer. */
  empty(): void {
    this.#typed.clear();
    this.#texts.clear();
  }

  /** Shows the fields of a guide. */
  show(guide: Guide | undefined, names: GuideNames | undefined): void {
    this.#guide = guide;
    const fields = (guide?.values ?? []).map((value) => this.#field(value, names));
    this.#host.replaceChildren(...fields);
  }

  #field(value: Guide['values'][number], names: GuideNames | undefined): HTMLElement {
    const id = `lotse-support-${value.id}`;
    const problems = make('ul', { class: 'problems', id: `${id}-problems`, hidden: '' });
    const field: Field =
      value.kind === 'choice'
        ? make(
            'select',
            { id },
            make('option', { value: '' }, pageSay('support.unknown')),
            ...value.options.map((option) =>
              make('option', { value: option }, names?.options[value.id]?.[option] ?? option),
            ),
          )
        : make('input', { id, type: 'text', spellcheck: 'false' });
    field.autocomplete = 'off';
    field.setAttribute('aria-describedby', problems.id);
    field.value = this.#texts.get(value.id) ?? '';
    const judge = (): void => {
      const text = field.value;
      const reading = text.trim() === '' ? undefined : readValue(value, text, { today: today() });
      const lines = reading?.ok === false ? reading.problems.map(sayProblem) : [];
      showLines(problems, lines);
      field.setAttribute('aria-invalid', String(lines.length > 0));
    };
    field.addEventListener('input', () => {
      this.#texts.set(value.id, field.value);
      if (field.value === '') this.#typed.delete(value.id);
      else this.#typed.add(value.id);
      // Whoever types is not interrupted; what was wrong may be right now.
      if (!problems.hidden) judge();
      this.#changed();
    });
    field.addEventListener('change', judge);
    if (field.value !== '') judge();
    const label = make('label', { for: id }, names?.values[value.id] ?? value.id);
    return make('div', { class: 'desk-field' }, label, field, problems);
  }
}
