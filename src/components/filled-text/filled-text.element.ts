import type { Quoting } from '../../domain/scripts/quoting.ts';
import type { fillSlot } from '../../domain/scripts/script-lines.ts';
import type { Values } from '../../domain/guide/guide.ts';
import { $values, standingOf } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';

let fillQuoted: typeof fillSlot | undefined;

/** Loads the quoting for commands, on pages that have any. Rejects if it does not arrive. */
export async function loadQuoting(): Promise<void> {
  if (fillQuoted || !document.querySelector('[data-lotse-quote]')) return;
  fillQuoted = (await import('../../domain/scripts/script-lines.ts')).fillSlot;
}

interface Slot {
  readonly element: HTMLElement;
  /** Shown while the value is unknown. */
  readonly placeholder: string;
  /** The text last filled in. */
  value?: string | undefined;
  waits?: boolean;
}

/** Fills one slot if its text has changed. */
function fill(place: Slot, values: Values): void {
  const { element, placeholder } = place;
  const { lotseSlot = '', lotseFirst = '', lotseQuote: quote } = element.dataset;
  const slot = values[lotseFirst] ? lotseFirst : lotseSlot;
  const value = values[slot];
  const waits = standingOf(slot) === 'link';
  if (value === place.value && waits === (place.waits ?? false)) return;
  const filled =
    quote === undefined
      ? { text: value ?? '', known: Boolean(value) }
      : fillQuoted?.({ slot, quote: quote as Quoting }, values, () => '');
  if (!filled) return;
  element.textContent = filled.known ? filled.text : placeholder;
  element.toggleAttribute('data-lotse-known', filled.known);
  element.toggleAttribute('data-lotse-waits', waits);
  Object.assign(place, { value, waits });
}

/**
 * Text with slots for the reader's values: `<b data-lotse-slot="mailbox">Postfach</b>`. A value named in
 * `data-lotse-first` takes precedence once it is known.
 */
export class FilledText extends LotseElement {
  #slots: readonly Slot[] | undefined;

  protected override connect(): void {
    this.#slots ??= [...this.querySelectorAll<HTMLElement>('[data-lotse-slot]')].map((element) => ({
      element,
      placeholder: element.textContent,
    }));
    this.follow($values, (values) => {
      for (const slot of this.#slots ?? []) fill(slot, values);
    });
  }
}

/** The ids of the values that a generated text still lacks. */
export function missingIn(element: Element): readonly string[] {
  const slots = element.querySelectorAll<HTMLElement>('[data-lotse-slot]:not([data-lotse-known])');
  return [...new Set([...slots].map((slot) => slot.dataset['lotseSlot'] ?? ''))];
}

/** Whether a text contains a value from a link that the reader has not accepted yet: nothing acts on it. */
export function waitsIn(element: Element): boolean {
  return element.querySelector('[data-lotse-waits]') !== null;
}
