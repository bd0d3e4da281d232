import { fillSentence } from '../../i18n/words.ts';
import { LotseElement } from '../lotse-element.ts';

/** Without blanks and in lower case, so that „AADSTS 50011“ and „50011“ are found alike. */
function key(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}

/** Leaves only those errors of the list that hold what the reader types. */
export class ErrorFilter extends LotseElement {
  protected override connect(): void {
    const input = this.inner('input', HTMLInputElement);
    this.hidden = false;
    this.on(input, 'input', () => {
      this.#filter(key(input.value));
    });
    if (input.value !== '') this.#filter(key(input.value));
  }

  #filter(wanted: string): void {
    const errors = [...document.querySelectorAll<HTMLElement>('[data-lotse-error]')];
    for (const error of errors) error.hidden = !key(error.textContent).includes(wanted);
    for (const group of document.querySelectorAll<HTMLElement>('[data-lotse-group]')) {
      group.hidden = group.querySelector('[data-lotse-error]:not([hidden])') === null;
    }
    const counted = this.inner('[data-lotse-counted]', HTMLTemplateElement).content.textContent;
    const count = errors.filter(({ hidden }) => !hidden).length;
    this.inner('[data-lotse-count]').textContent =
      wanted === '' ? '' : fillSentence(counted.trim(), { count, total: errors.length });
  }
}
