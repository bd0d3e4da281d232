import type { Reading } from '../../domain/values/reading.ts';
import {
  $entries,
  $readings,
  enter,
  loadReading,
  notesBeside,
  readAs,
  severityOf,
  standingOf,
} from '../../state/values.ts';
import { isWhole, showLines, type Line } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, sayNote, sayProblem } from '../page-speaker.ts';
import type { Note } from '../../domain/values/notes.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

declare global {
  interface HTMLElementTagNameMap {
    'lotse-value-field': ValueField;
  }
  interface HTMLElementEventMap {
    /** The reader has left a value field, and its text has been read. */
    'lotse-left': CustomEvent<{ readonly accepted: boolean }>;
  }
}

/**
 * A field for one of the guide's values. It is read when the reader leaves it or pastes into it: the answer is shown and
 * announced, and cleared while they type. Each keystroke stores the value if it is valid, and nothing else.
 */
export class ValueField extends LotseElement {
  #notes: readonly Note[] = [];
  /** Whether the text may be unfinished. */
  #isTyping = false;

  protected override connect(): void {
    const id = this.given('value');
    const input = this.#input();
    this.on(input, 'input', (event) => {
      // A reader who keeps typing has not left the field.
      this.stopWaiting();
      this.#notes = [];
      this.#isTyping = true;
      enter(id, input.value);
      this.#showProblems([]);
      this.#showNotes(id);
      if (isWhole(event)) this.leave();
    });
    this.on(input, 'focus', () => {
      // The failure is shown when the field is left.
      loadReading().catch(console.error);
    });
    this.on(input, 'paste', (event) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (!text.trim().includes('\n')) return;
      event.preventDefault();
      this.await(
        () => Promise.all([import('./whole-page.ts'), loadReading()]),
        input,
        ([{ takePage }]) => {
          takePage(text, id, input);
        },
      );
    });
    this.on(input, 'change', () => {
      this.leave();
    });
    // Typed before this script arrived.
    if (input.value !== '') enter(id, input.value);
    this.follow($entries, (entries) => {
      const entry = entries[id];
      this.inner('[data-lotse-origin]').hidden = entry?.origin !== 'link';
      // Another tab does not interrupt typing, unless everything is forgotten there.
      const isHeld = document.activeElement === input && input.value !== '';
      const isOther = entry?.origin !== 'link' && Object.keys(entries).length > 0;
      if (!(isHeld && isOther)) this.#receive(id, input, entry?.text ?? '');
    });
    this.on(input, 'blur', () => {
      this.#isTyping = false;
      this.#showNotes(id);
      this.#receive(id, input, $entries.get()[id]?.text ?? '');
    });
    this.follow($readings, (readings) => {
      this.#showNotes(id);
      if (document.activeElement !== input) this.#showReading(readings[id]);
    });
  }

  /** Reads the text as that of a reader who is done with it. */
  leave(): void {
    this.await(loadReading, this.inner('[data-lotse-control]'), () => {
      this.#leave(this.given('value'), this.#input());
    });
  }

  /** The input: one line, or several for a list of addresses. */
  #input(): TextControl {
    const input = this.querySelector<TextControl>('input, textarea');
    if (!input) throw new Error(`<${this.localName}> has no field`);
    return input;
  }

  #showReading(reading: Reading | undefined): void {
    this.#showProblems(reading && !reading.ok ? reading.problems.map(sayProblem) : []);
  }

  /** Shows a text from storage, a link, another field or another tab. */
  #receive(id: string, input: TextControl, text: string): void {
    if (input.value === text) return;
    input.value = text;
    this.#notes = [];
    this.#showReading(text === '' ? undefined : readAs(id, text));
    this.#showNotes(id);
  }

  #leave(id: string, input: TextControl): void {
    this.#isTyping = false;
    const reading = input.value === '' ? undefined : readAs(id, input.value);
    if (reading?.ok) {
      this.#notes = reading.notes;
      input.value = reading.value;
      enter(id, reading.value);
    } else if (reading === undefined) {
      enter(id, '');
    }
    const problems = reading && !reading.ok ? reading.problems.map(sayProblem) : [];
    this.#showProblems(problems);
    this.#showNotes(id);
    if (reading) this.#announce(reading.ok, problems);
    const accepted = reading?.ok ?? true;
    this.dispatchEvent(new CustomEvent('lotse-left', { detail: { accepted } }));
  }

  #announce(accepted: boolean, problems: readonly string[]): void {
    const name = this.given('name');
    const first = pageSay(accepted ? 'field.accepted' : 'field.problems', { name });
    announce([first, ...(accepted ? this.#notes.map(sayNote) : problems)].join(' '));
  }

  #showProblems(problems: readonly string[]): void {
    showLines(this.inner('[data-lotse-problems]'), problems);
    this.#input().setAttribute('aria-invalid', String(problems.length > 0));
  }

  /** Shows the notes on a text, and that it is accepted: not while the reader types, nor while a link's value waits. */
  #showNotes(id: string): void {
    const notes = [...this.#notes, ...notesBeside(id)];
    const lines: Line[] = notes.map((note) => ({
      text: sayNote(note),
      severity: severityOf(note),
    }));
    const isOdd = lines.some(({ severity }) => severity === 'odd');
    if (!isOdd && standingOf(id) === 'known' && !this.#isTyping) {
      lines.unshift({ text: pageSay('field.right'), severity: 'right' });
    }
    showLines(this.inner('[data-lotse-notes]'), lines);
  }
}
