import settingsWords from 'lotse-words:settings.,difference.';
import type {
  checkSettings,
  ChosenKind,
  PlacedFinding,
  SettingsReport,
} from '../../domain/check/check-settings.ts';
import type { ExpectedForm } from '../../domain/check/expectation.ts';
import type { SettingFinding } from '../../domain/check/setting-findings.ts';
import { verdicts, wordedDetails, type Verdict } from '../../domain/check/verdicts.ts';
import { applicable } from '../../domain/guide/applicable.ts';
import type { Guide, Values } from '../../domain/guide/guide.ts';
import type { WordKey } from '../../i18n/word-keys.ts';
import { pageGuide, today } from '../../state/guide.ts';
import { $values, loadReading } from '../../state/values.ts';
import { copyText } from '../copy-text/copy-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, withWords } from '../page-speaker.ts';
import type { Tone } from '../paste-check/tone.ts';

const tones = {
  wrong: 'wrong',
  missing: 'wrong',
  surplus: 'odd',
  unknown: 'odd',
  note: 'odd',
  right: 'right',
} as const satisfies Record<Verdict, Tone>;

function longDay(iso: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

/** A detail as it is said: ids in the page's words, a day in full, a value by its name. */
function saidDetail(name: string, text: string): string {
  const group = Object.hasOwn(wordedDetails, name) ? wordedDetails[name] : undefined;
  if (group !== undefined && text !== '') {
    // An address may differ in several things; their words hold commas.
    const details = text.split(' ');
    return details.map((detail) => pageSay(`${group}.${detail}` as WordKey)).join('; ');
  }
  if (name === 'date') return longDay(text);
  return name === 'value' ? (pageGuide()?.names[text] ?? text) : text;
}

function sentence({ code, ...details }: SettingFinding): string {
  const said = Object.entries(details).map(([name, detail]) => [name, saidDetail(name, detail)]);
  return pageSay(`settings.found.${code}`, Object.fromEntries(said) as Record<string, string>);
}

/** The sentence, with a command in it set apart: it is copied as it stands. */
function said(finding: SettingFinding): HTMLElement {
  const element = document.createElement('span');
  const text = sentence(finding);
  const command = 'command' in finding ? finding.command : '';
  const at = command === '' ? -1 : text.indexOf(command);
  if (at < 0) {
    element.textContent = text;
    return element;
  }
  const code = document.createElement('code');
  code.textContent = command;
  element.append(text.slice(0, at), code, text.slice(at + command.length));
  return element;
}

/**
 * Compares what was pasted, on this page only. Nothing of it is kept or sent: the field is emptied when the page is
 * left, and what may be a secret is never shown again.
 */
export class SettingsCheck extends LotseElement {
  #check: typeof checkSettings | undefined;
  #said = '';
  /** Whether a text that waits for the rules is whole. */
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
      // Where the decoder has not come, the link leads to its place.
      if (!link || !decoder || !('take' in decoder)) return;
      event.preventDefault();
      decoder.take(field.value);
    });
    this.follow($values, () => {
      this.#run(false);
    });
    window.addEventListener('pagehide', this.#empty);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#empty);
  }

  readonly #empty = (): void => {
    this.stopWaiting();
    this.inner('textarea', HTMLTextAreaElement).value = '';
    this.inner('[data-lotse-result]').hidden = true;
  };

  /** Brings the rules with the first text; the reader's values have to be read before they are compared with. */
  async #rules(): Promise<typeof checkSettings> {
    const [rules] = await Promise.all([
      withWords(import('../../domain/check/check-settings.ts'), settingsWords),
      loadReading(),
    ]);
    return rules.checkSettings;
  }

  #run(isDone: boolean): void {
    const { value } = this.inner('textarea', HTMLTextAreaElement);
    if (value.trim() === '') {
      this.stopWaiting();
      this.inner('[data-lotse-result]').hidden = true;
      this.#said = '';
      return;
    }
    if (this.#check) {
      this.#update(this.#check, value, isDone);
      return;
    }
    this.#isDone ||= isDone;
    this.await(
      () => this.#rules(),
      this.inner('textarea'),
      (check, late) => {
        this.#check = check;
        this.#run(this.#isDone || late);
      },
    );
  }

  /** Only what has changed is shown anew: a link must not vanish below the finger because the field was left. */
  #update(check: typeof checkSettings, text: string, isDone: boolean): void {
    const { value: kind } = this.inner('select', HTMLSelectElement);
    const values = $values.get();
    const isSame =
      this.#last?.text === text && this.#last.kind === kind && this.#last.values === values;
    if (!isSame) this.#show(this.#report(check, text));
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

  #report(check: typeof checkSettings, text: string): SettingsReport {
    const values = $values.get();
    const expected = {
      guide: applicable(JSON.parse(this.given('guide')) as Guide, values),
      forms: JSON.parse(this.given('forms')) as readonly ExpectedForm[],
      values,
      today: today(),
    };
    const kind = this.inner('select', HTMLSelectElement).value;
    return check(text, expected, kind === '' ? undefined : (kind as ChosenKind));
  }

  #show({ kind, form, findings }: SettingsReport): void {
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
    for (const verdict of verdicts) this.#group(verdict, by(verdict));
  }

  #group(verdict: Verdict, findings: readonly PlacedFinding[]): void {
    const group = this.inner(`[data-lotse-verdict=${verdict}]`);
    group.hidden = findings.length === 0;
    const lines = findings.map((placed) => {
      const line = document.createElement('li');
      line.className = tones[verdict];
      line.append(said(placed.finding));
      const link = this.#link(placed);
      if (link) line.append(' ', link);
      return line;
    });
    group.querySelector('ul')?.replaceChildren(...lines);
  }

  /** To the step that mends or shows it, or where the guide has none for it, to the overview. */
  #link({ place, step, verdict }: PlacedFinding): Node | undefined {
    if (place === 'none') return undefined;
    const kind = verdict === 'unknown' ? 'shows' : 'mends';
    const named = place === 'step' ? kind : place;
    const name = step === undefined ? named : `${named}="${step}"`;
    const template = this.querySelector<HTMLTemplateElement>(`template[data-lotse-${name}]`);
    return template?.content.firstElementChild?.cloneNode(true);
  }

  /** The result as text for support: what was found, without links. */
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
    const { product } = JSON.parse(this.given('guide')) as Guide;
    const head = pageSay('settings.copied-head', { product, date: longDay(today()) });
    const done = await copyText(`${head}\n${this.#text()}`);
    if (!done) getSelection()?.selectAllChildren(this.inner('[data-lotse-result]'));
    announce(pageSay(done ? 'copy.done' : 'copy.by-hand'));
  }
}
