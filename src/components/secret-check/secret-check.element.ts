import { isWhole, type Line, showLines } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, sayNote, sayProblem } from '../page-speaker.ts';

/**
 * Checks the format of a pasted secret. It has no access to storage, links or the network (lint enforces
 * that), keeps the secret only in the field, and empties it when the page is left.
 */
export class SecretCheck extends LotseElement {
  protected override connect(): void {
    const input = this.inner('input', HTMLInputElement);
    this.inner('[data-lotse-control]').hidden = false;
    this.on(input, 'input', (event) => {
      this.stopWaiting();
      this.#show([], []);
      if (isWhole(event)) {
        this.#check(input);
      }
    });
    this.on(input, 'change', () => {
      this.#check(input);
    });
    this.on(this.inner('[data-lotse-show]'), 'click', () => {
      this.#reveal(input.type === 'password');
    });
    this.on(this.inner('[data-lotse-empty]'), 'click', () => {
      this.#empty();
      announce(pageSay('secret.emptied'));
      input.focus();
    });
    this.on(window, 'pagehide', () => {
      this.#empty();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#empty();
  }

  #empty(): void {
    this.stopWaiting();
    this.inner('input', HTMLInputElement).value = '';
    this.#reveal(false);
    this.#show([], []);
  }

  #check(input: HTMLInputElement): void {
    if (input.value === '') return;
    this.await(
      () => import('../../domain/values/secret.ts'),
      this.inner('[data-lotse-control]'),
      ({ checkSecret, noteSeverity }) => {
        const reading = checkSecret(input.value);
        const problems = reading.ok ? [] : reading.problems.map(sayProblem);
        const notes = reading.ok ? reading.notes : [];
        this.#show(
          problems,
          notes.map((note) => ({ text: sayNote(note), severity: noteSeverity(note) })),
        );
        announce([...problems, ...notes.map(sayNote)].join(' '));
      },
    );
  }

  #show(problems: readonly string[], notes: readonly Line[]): void {
    showLines(this.inner('[data-lotse-problems]'), problems);
    showLines(this.inner('[data-lotse-notes]'), notes);
    this.inner('input').setAttribute('aria-invalid', String(problems.length > 0));
  }

  #reveal(visible: boolean): void {
    this.inner('input', HTMLInputElement).type = visible ? 'text' : 'password';
    this.inner('[data-lotse-show]').textContent = pageSay(visible ? 'secret.hide' : 'secret.show');
  }
}

export default SecretCheck;
