import settingsWords from 'lotse-words:settings.,difference.';
import type {
  ChosenKind,
  PlacedFinding,
  SettingsReport,
} from '../../domain/check/check-settings.ts';
import type { ExpectedForm } from '../../domain/check/expectation.ts';
import { verdicts, type Verdict } from '../../domain/check/verdicts.ts';
import type { Values } from '../../domain/guide/guide.ts';
import { today } from '../../state/guide.ts';
import { $values, loadReading } from '../../state/values.ts';
import { confirmCopy, copyText } from '../copy-text/copy-text.element.ts';
import { longDay } from '../long-day.ts';
import { showLines } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, withWords } from '../page-speaker.ts';

type Rules = typeof import('./check-rules.ts');

/**
 * Compares pasted settings with the guide, on this page only. Nothing is kept or sent: the field is emptied when the
 * page is left, and a possible secret is never shown again.
 */
export class SettingsCheck extends LotseElement {
  #rules: Rules | undefined;
  #said = '';
  /** Whether the text that waits for the rules is complete. */
  #isDone = false;
  #last: { readonly text: string; readonly kind: string; readonly values: Values } | undefined;

  protected override connect(): void {
    const field = this.inner('textarea', HTMLTextAreaElement);
    this.inner('[data-lotse-control]').hidden = false;
    this.on(field, 'input', (event) => {
      this.#run(event instanceof InputEvent && event.inputType === 'insertFromPaste');
    });
    this.on(field, 'change', () => {
      this.#run(true);
    });
    this.on(this.inner('select'), 'change', () => {
      this.#run(true);
    });
    this.on(this.inner('[data-lotse-copy]'), 'click', () => {
      void this.#copy();
    });
    this.on(this, 'click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a[href="#message"]');
      const decoder = document.querySelector('lotse-decoder');
      // If the decoder has not loaded, the link leads to its place.
      if (!link || !decoder || !('take' in decoder)) return;
      event.preventDefault();
      decoder.take(field.value);
    });
    this.follow($values, () => {
      this.#run(false);
    });
    this.on(window, 'pagehide', () => {
      this.#empty();
    });
  }

  #empty(): void {
    this.stopWaiting();
    this.inner('textarea', HTMLTextAreaElement).value = '';
    this.inner('[data-lotse-result]').hidden = true;
  }

  /** Loads the rules with the first text; the comparison needs the reader's values to have been read. */
  async #loadRules(): Promise<Rules> {
    const [rules] = await Promise.all([
      withWords(import('./check-rules.ts'), settingsWords),
      loadReading(),
    ]);
    return rules;
  }

  #run(isDone: boolean): void {
    const { value } = this.inner('textarea', HTMLTextAreaElement);
    if (value.trim() === '') {
      this.stopWaiting();
      this.inner('[data-lotse-result]').hidden = true;
      this.#said = '';
      return;
    }
    if (this.#rules) {
      this.#update(this.#rules, value, isDone);
      return;
    }
    this.#isDone ||= isDone;
    this.await(
      () => this.#loadRules(),
      this.inner('textarea'),
      (rules, late) => {
        this.#rules = rules;
        this.#run(this.#isDone || late);
      },
    );
  }

  /** Redraws only changed lines: a link must not vanish under the reader's finger when the field loses focus. */
  #update(rules: Rules, text: string, isDone: boolean): void {
    const { value: kind } = this.inner('select', HTMLSelectElement);
    const values = $values.get();
    const isSame =
      this.#last?.text === text && this.#last.kind === kind && this.#last.values === values;
    if (!isSame) this.#show(this.#report(rules, text), rules);
    this.#last = { text, kind, values };
    this.inner('[data-lotse-result]').hidden = false;
    if (isDone) this.#announce();
  }

  #announce(): void {
    const said = this.#text();
    if (said === this.#said) return;
    this.#said = said;
    const notes = [...this.querySelectorAll('[data-lotse-verdict=note] li')];
    const parts = [this.inner('[data-lotse-kind]'), this.inner('[data-lotse-summary]'), ...notes];
    announce(parts.map(({ textContent }) => textContent.trim()).join(' '));
  }

  #report({ checkSettings, comparedGuide }: Rules, text: string): SettingsReport {
    const values = $values.get();
    const expected = {
      guide: comparedGuide(values),
      forms: JSON.parse(this.given('forms')) as readonly ExpectedForm[],
      values,
      today: today(),
    };
    const kind = this.inner('select', HTMLSelectElement).value;
    return checkSettings(text, expected, kind === '' ? undefined : (kind as ChosenKind));
  }

  #show({ kind, form, findings }: SettingsReport, { settingLine }: Rules): void {
    const by = (verdict: Verdict): readonly PlacedFinding[] =>
      findings.filter((one) => one.verdict === verdict);
    const count = (verdict: Verdict): string => String(by(verdict).length);
    const titles = JSON.parse(this.given('titles')) as Readonly<Record<string, string>>;
    const summary = pageSay('settings.summary', {
      wrong: count('wrong'),
      missing: count('missing'),
      surplus: count('surplus'),
      unknown: count('unknown'),
      right: count('right'),
    });
    this.inner('[data-lotse-kind]').textContent =
      kind === 'form'
        ? pageSay('settings.kind.form', { title: titles[form ?? ''] ?? '' })
        : pageSay(`settings.kind.${kind}`);
    this.inner('[data-lotse-summary]').textContent = summary;
    for (const verdict of verdicts) {
      const lines = by(verdict).map((placed) => {
        const link = this.#link(placed);
        return { ...settingLine(placed.finding, verdict), links: link ? [link] : [] };
      });
      const group = this.inner(`[data-lotse-verdict=${verdict}]`);
      group.hidden = lines.length === 0;
      showLines(group.querySelector('ul') ?? group, lines);
    }
  }

  /** A link to the step that fixes or shows it, or to the overview if the guide has no such step. */
  #link({ place, step, verdict }: PlacedFinding): Node | undefined {
    if (place === 'none') return undefined;
    const kind = verdict === 'unknown' ? 'shows' : 'mends';
    const named = place === 'step' ? kind : place;
    const name = step === undefined ? named : `${named}="${step}"`;
    const template = this.querySelector<HTMLTemplateElement>(`template[data-lotse-${name}]`);
    return template?.content.firstElementChild?.cloneNode(true);
  }

  /** The result as text for support: the findings, without links. */
  #text(): string {
    const parts = [
      this.querySelector('[data-lotse-kind]'),
      this.querySelector('[data-lotse-summary]'),
    ].map((part) => part?.textContent ?? '');
    const groups = [...this.querySelectorAll<HTMLElement>('[data-lotse-verdict]')]
      .filter(({ hidden }) => !hidden)
      .flatMap((group) => [
        '',
        group.querySelector('h3')?.textContent.trim() ?? '',
        ...[...group.querySelectorAll('li')].map(
          (line) => `- ${line.firstElementChild?.textContent ?? ''}`,
        ),
      ]);
    return [...parts, ...groups].join('\n');
  }

  async #copy(): Promise<void> {
    const product = this.given('product');
    const head = pageSay('settings.copied-head', { product, date: longDay(today()) });
    const done = await copyText(`${head}\n${this.#text()}`);
    if (!done) getSelection()?.selectAllChildren(this.inner('[data-lotse-result]'));
    confirmCopy(this.inner('[data-lotse-copy]'), done);
  }
}
