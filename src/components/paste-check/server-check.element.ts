import { checkMailServer } from '../../domain/mail-server.ts';
import type { MailServer } from '../../domain/guide.ts';
import { LotseElement } from '../lotse-element.ts';
import { showAnswers, toneOf } from './tone.ts';
import { announce, sayFinding } from '../page-words.ts';

/** Looks at a mail server's settings as the reader has them, and refuses pairs that cannot work. */
export class ServerCheck extends LotseElement {
  protected override connect(): void {
    this.hidden = false;
    this.on(this, 'input', () => {
      this.#show();
    });
    this.on(this, 'change', () => {
      const lines = [...this.querySelectorAll('[data-lotse-findings] > li')];
      announce(lines.map((line) => line.textContent).join(' '));
    });
  }

  #field(name: string): string {
    const field = this.querySelector<HTMLInputElement | HTMLSelectElement>(
      `[data-lotse-field=${name}]`,
    );
    return field?.value ?? '';
  }

  #show(): void {
    const given = {
      protocol: this.#field('protocol'),
      host: this.#field('host'),
      port: this.#field('port'),
      encryption: this.#field('encryption'),
    };
    const expected = JSON.parse(this.given('expected')) as readonly MailServer[];
    const complete = Object.values(given).every((text) => text.trim() !== '');
    const findings = complete ? checkMailServer(given, expected).findings : [];
    showAnswers(
      this.inner('[data-lotse-findings]'),
      findings.map((finding) => ({ tone: toneOf(finding), text: sayFinding(finding) })),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-server-check': ServerCheck;
  }
}
