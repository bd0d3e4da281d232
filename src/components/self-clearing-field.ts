/** A field whose text may contain a code or a token: it is removed from the field as soon as it has been read. */

import { showDetails } from './detail-rows.ts';
import { isWhole, showLines } from './dom.ts';
import { LotseElement } from './lotse-element.ts';

/**
 * An element with such a field, with findings and details below it. They are cleared by the next text, when the reader
 * leaves the page, and whenever a subclass asks. A text that cannot be read yet is kept in memory only, as the attribute
 * `kept` says.
 */
export abstract class SelfClearingField<Explained> extends LotseElement {
  protected override connect(): void {
    const field = this.#field;
    this.hidden = false;
    this.on(field, 'change', () => {
      this.#take();
    });
    this.on(field, 'input', (event) => {
      if (isWhole(event)) this.#take();
    });
    this.on(window, 'pagehide', () => {
      this.empty();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.empty();
  }

  /** Explains a text. Rejects if a part of the site does not arrive. */
  protected abstract read(text: string): Promise<Explained>;

  /** Shows the findings. */
  protected abstract show(explained: Explained): void;

  /** Clears the text and the findings. */
  protected empty(): void {
    this.stopWaiting();
    this.#field.value = '';
    showLines(this.inner('[data-lotse-findings]'), []);
    showDetails(this.inner('[data-lotse-details]'), []);
  }

  get #field(): HTMLTextAreaElement {
    return this.inner('textarea', HTMLTextAreaElement);
  }

  #take(): void {
    const text = this.#field.value;
    if (text === '') return;
    this.empty();
    this.await(
      () => this.read(text),
      this.#field,
      (explained) => {
        this.show(explained);
      },
      this.given('kept'),
    );
  }
}
