import { credentialsIn } from '../../domain/secrets/credentials.ts';
import { holdsSecret } from '../../domain/secrets/redact.ts';
import { issueLink } from '../../domain/text/contact.ts';
import { mailLink } from '../../domain/text/mail-link.ts';
import { confirmCopy, copyField } from '../copy-text/copy-text.element.ts';
import { showLines } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay } from '../page-speaker.ts';

/**
 * Builds the text of a report from what the reader wrote, the page they chose, and nothing else that they did not tick.
 * `#from=` only chooses among the pages offered. A text with a secret in it goes nowhere.
 */
export class Feedback extends LotseElement {
  #isRefused = false;

  protected override connect(): void {
    const select = this.inner('select', HTMLSelectElement);
    const copy = this.inner('[data-lotse-copy]', HTMLButtonElement);
    const choose = (): void => {
      const from = new URLSearchParams(location.hash.slice(1)).get('from');
      const known = [...select.options].find(({ value }) => value !== '' && value === from);
      if (known) select.value = known.value;
      this.#show();
    };
    this.on(window, 'hashchange', choose);
    this.on(this, 'input', () => {
      this.#show();
    });
    this.on(copy, 'click', () => {
      void copyField(this.#result).then((done) => {
        confirmCopy(copy, done);
      });
    });
    choose();
  }

  get #result(): HTMLTextAreaElement {
    return this.inner('[data-lotse-result]', HTMLTextAreaElement);
  }

  #show(): void {
    const written = this.inner('[data-lotse-written]', HTMLTextAreaElement);
    const wrong = written.value.trim();
    const isRefused = credentialsIn(wrong).length > 0 || holdsSecret(wrong);
    const problems = this.inner('[data-lotse-problems]');
    showLines(problems, isRefused ? [pageSay('feedback.secret')] : []);
    written.setAttribute('aria-invalid', String(isRefused));
    if (isRefused && !this.#isRefused) announce(pageSay('feedback.secret'));
    this.#isRefused = isRefused;
    const text = isRefused ? '' : this.#text(wrong);
    this.#result.value = text;
    this.inner('[data-lotse-copy]', HTMLButtonElement).disabled = isRefused;
    const link = this.querySelector<HTMLAnchorElement>('[data-lotse-send]');
    if (!link) return;
    const subject = pageSay('feedback.subject');
    const address = this.given('contact');
    link.hidden = isRefused;
    link.href =
      this.given('kind') === 'mail'
        ? mailLink(address, subject, text)
        : issueLink(address, subject, text);
  }

  #text(wrong: string): string {
    const { value, text } = this.inner('select', HTMLSelectElement).selectedOptions[0] ?? {
      value: '',
      text: '',
    };
    const { checked } = this.inner('input', HTMLInputElement);
    const page =
      value === ''
        ? []
        : [`${pageSay('site.lead', { name: text })} ${new URL(value, location.origin).href}`];
    return [
      ...(wrong === '' ? [] : [wrong, '']),
      ...page,
      pageSay('feedback.version', { version: this.given('version') }),
      pageSay('feedback.language'),
      ...(checked ? [pageSay('feedback.browser', { browser: navigator.userAgent })] : []),
    ].join('\n');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-feedback': Feedback;
  }
}
