import formWords from 'lotse-words:settings.found.field,settings.found.value-needed,settings.found.paste-cut,difference.';
import settingsWords from 'lotse-words:settings.,difference.';
import endpointWords from 'lotse-words:findings.endpoint-';
import scopeWords from 'lotse-words:findings.scope-';
import serverWords from 'lotse-words:findings.server-';
import { $values } from '../../state/values.ts';
import { showLines } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, withWords } from '../page-speaker.ts';
import type { Answer, Answering, Given } from './answer.ts';

/** The rules for each kind of check. */
const rules: Readonly<Record<string, () => Promise<Answering>>> = {
  endpoint: () => withWords(import('./endpoint-answer.ts'), endpointWords),
  scope: () => withWords(import('./scope-answer.ts'), scopeWords),
  server: () => withWords(import('./server-answer.ts'), serverWords),
  settings: () => withWords(import('./settings-answer.ts'), settingsWords),
  form: () => withWords(import('./form-answer.ts'), formWords),
};

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Checks pasted or typed text, on this page only, and says what is right or wrong with it. */
export class PasteCheck extends LotseElement {
  /** Whether the reader has left the field; then the answer is also announced. */
  #isLeft = false;

  protected override connect(): void {
    this.hidden = false;
    this.on(this, 'input', () => {
      this.#check(false);
    });
    this.on(this, 'change', () => {
      this.#check(true);
    });
    this.follow($values, () => {
      this.#check(false);
    });
    // A page brought back as it was left must not show a pasted secret again.
    this.on(window, 'pagehide', () => {
      for (const field of this.querySelectorAll('textarea')) field.value = '';
      this.#check(false);
    });
  }

  /** Undefined while a field is empty. */
  #given(): Given | undefined {
    const fields = [...this.querySelectorAll<Field>('[data-lotse-field]')];
    if (fields.some(({ value }) => value.trim() === '')) return undefined;
    return Object.fromEntries(
      fields.map(({ dataset, value }) => [dataset['lotseField'] ?? '', value]),
    );
  }

  #check(left: boolean): void {
    const given = this.#given();
    const values = $values.get();
    const load = rules[this.given('kind')];
    this.#isLeft = left;
    if (!given || !load) {
      this.stopWaiting();
      this.#show({ lines: [] });
      return;
    }
    const list = this.inner('[data-lotse-findings]');
    this.await(load, this.querySelector('textarea') ?? list, ({ answer }, late) => {
      // An answer to a text or to values that have since changed would be wrong.
      if (JSON.stringify(this.#given()) !== JSON.stringify(given) || $values.get() !== values) {
        this.#check(this.#isLeft || late);
        return;
      }
      this.#show(answer(given, JSON.parse(this.given('expected')), values));
      if (!this.#isLeft && !late) return;
      announce([...list.children].map(({ textContent }) => textContent).join(' '));
    });
  }

  #show({ lines, corrected }: Answer): void {
    showLines(this.inner('[data-lotse-findings]'), lines);
    const box = this.querySelector<HTMLElement>('[data-lotse-corrected]');
    if (!box) return;
    box.hidden = corrected === undefined;
    const code = box.querySelector('code');
    if (code) code.textContent = corrected ?? '';
    const button = box.querySelector('button');
    if (button) button.hidden = corrected === undefined;
  }
}

export default PasteCheck;
