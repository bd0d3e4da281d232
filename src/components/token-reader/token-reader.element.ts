import type { TokenPlan, TokenReading } from '../../domain/sign-in/token-reader.ts';
import { $values } from '../../state/values.ts';
import { loadAnswerWords, type AnswerWords } from '../answer-words.ts';
import { detailRow, showDetails } from '../detail-rows.ts';
import { hideFindings, showFindings } from '../findings-list.ts';
import { LotseElement, showLines } from '../lotse-element.ts';
import { announce, pageSay } from '../page-words.ts';

/** What was read, and the words for it. */
interface Explained {
  readonly reading: TokenReading;
  readonly words: AnswerWords;
}

/**
 * Reads a token, which is a key: it leaves the field as soon as it is read, is kept nowhere, and what was read goes
 * when the reader asks for it or leaves the page.
 */
export class TokenReader extends LotseElement {
  protected override connect(): void {
    const field = this.inner('textarea', HTMLTextAreaElement);
    this.hidden = false;
    this.on(field, 'change', () => {
      this.#take(field);
    });
    this.on(field, 'input', (event) => {
      // Typing goes on, what was pasted or dropped is whole.
      if (event instanceof InputEvent && event.inputType.startsWith('insertFrom')) {
        this.#take(field);
      }
    });
    this.on(this.inner('[data-lotse-empty]'), 'click', () => {
      this.#empty();
      announce(this.given('emptied'));
      field.focus();
    });
    window.addEventListener('pagehide', this.#empty);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#empty);
    this.#empty();
  }

  readonly #empty = (): void => {
    this.inner('textarea', HTMLTextAreaElement).value = '';
    hideFindings(this.inner('[data-lotse-findings]'));
    showDetails(this.inner('[data-lotse-details]'), []);
  };

  #take(field: HTMLTextAreaElement): void {
    const text = field.value;
    if (text === '') return;
    this.#empty();
    this.#read(text).then(
      (explained) => {
        this.#show(explained);
      },
      (error: unknown) => {
        console.error(error);
        showLines(this.inner('[data-lotse-findings]'), [pageSay('field.failed')]);
        announce(pageSay('field.failed'));
      },
    );
  }

  async #read(text: string): Promise<Explained> {
    const [{ readToken }, words] = await Promise.all([
      import('../../domain/sign-in/token-reader.ts'),
      loadAnswerWords('token'),
    ]);
    const plan = JSON.parse(this.given('plan')) as TokenPlan;
    const context = { values: $values.get(), now: Date.now() / 1000 };
    return { reading: readToken(text, plan, context), words };
  }

  #show({ reading: { findings, claims }, words }: Explained): void {
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
