import type { TokenPlan, TokenReading } from '../../domain/sign-in/token-reader.ts';
import { $values } from '../../state/values.ts';
import { loadAnswerWords, type AnswerWords } from '../answer-words.ts';
import { detailRow, showDetails } from '../detail-rows.ts';
import { showFindings } from '../findings-list.ts';
import { announce } from '../page-words.ts';
import { TakingField } from '../taking-field.ts';

/** What was read, and the words for it. */
interface Explained {
  readonly reading: TokenReading;
  readonly words: AnswerWords;
}

/**
 * Reads a token, which is a key: it leaves the field as soon as it is read, is kept nowhere, and what was read goes
 * when the reader asks for it or leaves the page.
 */
export class TokenReader extends TakingField<Explained> {
  protected override connect(): void {
    super.connect();
    this.on(this.inner('[data-lotse-empty]'), 'click', () => {
      this.empty();
      announce(this.given('emptied'));
      this.inner('textarea').focus();
    });
  }

  protected override async read(text: string): Promise<Explained> {
    const [{ readToken }, words] = await Promise.all([
      import('../../domain/sign-in/token-reader.ts'),
      loadAnswerWords('token'),
    ]);
    const plan = JSON.parse(this.given('plan')) as TokenPlan;
    const context = { values: $values.get(), now: Date.now() / 1000 };
    return { reading: readToken(text, plan, context), words };
  }

  protected override show({ reading: { findings, claims }, words }: Explained): void {
    showFindings(this.inner('[data-lotse-findings]'), findings, words.sayFinding);
    const rows = claims.map(({ name, text }) => detailRow(name, [text]));
    showDetails(this.inner('[data-lotse-details]'), rows);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-token-reader': TokenReader;
  }
}
