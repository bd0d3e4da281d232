import serverWords from 'lotse-words:findings.server-';
import type { MailServer } from '../../domain/guide/guide.ts';
import { LotseElement } from '../lotse-element.ts';
import { showAnswers, toneOf } from './tone.ts';
import { announce, sayFinding, withWords } from '../page-speaker.ts';

/** Looks at a mail server's settings as the reader has them, and refuses pairs that cannot work. */
export class ServerCheck extends LotseElement {
  /** Whether the reader has left a field: then the answer is said, too. */
  #isLeft = false;

  protected override connect(): void {
    this.hidden = false;
    this.on(this, 'input', () => {
      this.#check(false);
    });
    this.on(this, 'change', () => {
      this.#check(true);
    });
  }

  #field(name: string): string {
    const field = this.querySelector<HTMLInputElement | HTMLSelectElement>(
      `[data-lotse-field=${name}]`,
    );
    return field?.value ?? '';
  }

  #check(left: boolean): void {
    this.#isLeft = left;
    const list = this.inner('[data-lotse-findings]');
    this.await(
      () => withWords(import('../../domain/fields/mail-server.ts'), serverWords),
      list,
      ({ checkMailServer }, late) => {
        const given = {
          protocol: this.#field('protocol'),
          host: this.#field('host'),
          port: this.#field('port'),
          encryption: this.#field('encryption'),
        };
        const expected = JSON.parse(this.given('expected')) as readonly MailServer[];
        const complete = Object.values(given).every((text) => text.trim() !== '');
        const findings = complete ? checkMailServer(given, expected).findings : [];
        const answers = findings.map((finding) => ({
          tone: toneOf(finding),
          text: sayFinding(finding),
        }));
        showAnswers(list, answers);
        if (this.#isLeft || late) announce(answers.map(({ text }) => text).join(' '));
      },
    );
  }
}
