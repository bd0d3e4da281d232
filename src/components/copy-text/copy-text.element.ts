import { focusLinkNotice } from '../../state/value-link.ts';
import { missingIn, waitsIn } from '../filled-text/filled-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay } from '../page-speaker.ts';

/** How long the button confirms the copy, in milliseconds. */
const confirmationTime = 2000;

/** Copies a text; returns whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies the text of a field, and answers whether the browser allowed it; if not, shows and selects the field. */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  const done = await copyText(field.value);
  if (!done) {
    field.hidden = false;
    field.select();
  }
  return done;
}

function select(element: Element): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
}

/** The lines of an element, each in a `[data-lotse-line]`, or its whole text. */
function textOf(source: Element): string {
  const lines = [...source.querySelectorAll('[data-lotse-line]')];
  if (lines.length === 0) return source.textContent.trim();
  return lines.map((line) => line.textContent.trim()).join('\n');
}

/** The words of labels that currently confirm a copy, and the timers that bring them back. */
const confirming = new WeakMap<HTMLElement, readonly [word: string, timer: number]>();

/** Says on the label of the pressed button whether it has copied, and announces it, or another text. */
export function confirmCopy(label: HTMLElement, done: boolean, announced?: string): void {
  const said = pageSay(done ? 'copy.done' : 'copy.by-hand');
  const [word = label.textContent, timer] = confirming.get(label) ?? [];
  clearTimeout(timer);
  // A shorter word must not move what is beside it.
  const button = label.closest('button') ?? label;
  button.style.minInlineSize = `${String(button.offsetWidth)}px`;
  label.textContent = said;
  announce(done ? (announced ?? said) : said);
  const back = (): void => {
    confirming.delete(label);
    button.style.minInlineSize = '';
    if (label.textContent === said) label.textContent = word;
  };
  const time = done ? confirmationTime : confirmationTime * 4;
  confirming.set(label, [word, window.setTimeout(back, time)]);
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-copy-text': CopyText;
  }
}

let named = 0;

/** Sets a button's accessible name to include the current text that it copies. */
function nameAfter(button: HTMLElement, label: HTMLElement, source: Element): void {
  named += 1;
  label.id ||= `lotse-copy-word-${String(named)}`;
  source.id ||= `lotse-copy-source-${String(named)}`;
  button.setAttribute('aria-labelledby', `${label.id} ${source.id}`);
}

/**
 * A copy button beside its text: `<lotse-copy-text><code data-lotse-source>…</code><button>…`, or `for="id"` if the
 * text is elsewhere. Invisible while the text lacks a value, since a pattern is useless in the portal; its room stays.
 * While a value awaits the reader's acceptance, the button leads to the notice about it and copies nothing.
 */
export class CopyText extends LotseElement {
  protected override connect(): void {
    const button = this.inner('button', HTMLButtonElement);
    const label = this.inner('[data-lotse-copy-word]');
    const word = label.textContent;
    const source = this.#source();
    const isNamed = button.querySelector('.unseen') !== null || button.contains(source);
    if (!isNamed) nameAfter(button, label, source);
    let waited = false;
    this.followTexts([source], () => {
      this.toggleAttribute('data-lotse-filled', missingIn(source).length === 0);
      const waits = waitsIn(source);
      // A confirmation stays for its full time, even if the same text is written again.
      if (waits !== waited) label.textContent = waits ? pageSay('copy.waits') : word;
      waited = waits;
    });
    this.on(button, 'click', () => {
      if (waitsIn(source)) {
        focusLinkNotice();
        return;
      }
      void this.#copy(source).then((done) => {
        confirmCopy(label, done);
      });
    });
  }

  async #copy(source: Element): Promise<boolean> {
    const done = await copyText(textOf(source));
    if (!done) select(source);
    return done;
  }

  #source(): Element {
    const id = this.getAttribute('for');
    const source =
      id === null ? this.querySelector('[data-lotse-source]') : document.getElementById(id);
    if (!source) throw new Error('<lotse-copy-text> has nothing to copy');
    return source;
  }
}
