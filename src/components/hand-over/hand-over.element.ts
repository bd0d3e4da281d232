import { mailLink } from '../../domain/text/mail-link.ts';
import type { When } from '../../domain/guide/guide.ts';
import { applies } from '../../state/branches.ts';
import { focusLinkNotice, linkWithValues } from '../../state/value-link.ts';
import { $entries, $values, hasWaiting } from '../../state/values.ts';
import { confirmCopy, copyField } from '../copy-text/copy-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';
import { handOverText } from './hand-over-text.ts';

/** Set on the section that is printed alone. */
const printed = 'data-lotse-print';

/**
 * The mail to one role: follows the reader's values and choices. While values of a link await acceptance, it is shown
 * without any, and its controls lead to the notice about them.
 */
export class HandOver extends LotseElement {
  protected override connect(): void {
    const text = this.inner('textarea', HTMLTextAreaElement);
    const copy = this.inner('[data-lotse-copy]');
    const show = (): void => {
      this.#show(text);
    };
    this.follow($values, show);
    // Accepting a value does not change it.
    this.follow($entries, show);
    this.on(copy, 'click', () => {
      if (hasWaiting()) {
        focusLinkNotice();
        return;
      }
      void copyField(text).then((done) => {
        confirmCopy(copy, done);
      });
    });
    const section = this.closest('section');
    this.on(this.inner('[data-lotse-print-role]'), 'click', () => {
      section?.toggleAttribute(printed, true);
      window.print();
    });
    this.on(window, 'afterprint', () => {
      section?.removeAttribute(printed);
    });
  }

  #show(text: HTMLTextAreaElement): void {
    const steps = this.#items('[data-lotse-steps] > li');
    const waits = hasWaiting();
    const first = steps[0]?.querySelector('a');
    const known = waits ? undefined : linkWithValues();
    const address = new URL(first?.href ?? location.href);
    if (known !== undefined) address.hash = new URL(known).hash;
    text.value = handOverText(pageSay, {
      product: this.given('product'),
      role: this.given('role-name'),
      steps: steps.map((item) => ({
        title: item.querySelector('a')?.textContent.trim() ?? '',
        with: [...item.querySelectorAll('[data-lotse-with]')].map(({ textContent }) => textContent),
      })),
      address: address.href,
      returns: this.#items('[data-lotse-returns] > li[data-lotse-value]')
        .filter((item) => waits || $values.get()[item.dataset['lotseValue'] ?? ''] === undefined)
        .map((item) => item.dataset['lotseName'] ?? ''),
      makesSecret: this.#items('[data-lotse-makes-secret]').length > 0,
      takesSecret: this.#items('[data-lotse-takes-secret]').length > 0,
    });
    this.inner('[data-lotse-mail]', HTMLAnchorElement).href = waits
      ? '#lotse-link'
      : mailLink('', this.inner('input', HTMLInputElement).value, text.value);
  }

  /** The elements of this role's section that apply to the reader's choices. */
  #items(selector: string): readonly HTMLElement[] {
    const items = this.closest('section')?.querySelectorAll<HTMLElement>(selector) ?? [];
    return [...items].filter((item) =>
      applies(JSON.parse(item.dataset['lotseWhen'] ?? '{}') as When),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-hand-over': HandOver;
  }
}
