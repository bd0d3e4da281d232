/** A stored record of items that several tabs may change: each tab writes only its own changes. */

import { forget, onForgotten, onStoredElsewhere, readStored } from './storage.ts';

/** Items by their id. */
export type Items<Item> = Readonly<Record<string, Item | undefined>>;

/** A stored record. */
export interface KeptRecord<Item> {
  /** The stored items, as far as this tab knows. */
  readonly known: () => Items<Item>;
  /** Stores one item, or removes it: at once, or if the reader is typing, shortly afterwards or when they leave. */
  readonly keep: (id: string, item: Item | undefined) => void;
  /** Calls back with the items that another tab has changed, or with undefined when everything is forgotten. */
  readonly follow: (changed: (items: Items<Item> | undefined) => void) => void;
}

/** How long a change waits for the next keystroke before it is written, in milliseconds. */
const writeDelay = 200;

/** How long another tab may take to notice a write, in milliseconds; no reader switches tabs that fast. */
const syncDelay = 2_000;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The record stored under a name; reading skips invalid items, and `write` stores the whole record. */
export function keptRecord<Item extends object>(
  name: string,
  isItem: (id: string, data: unknown) => data is Item,
  write: (items: Items<Item>) => void,
): KeptRecord<Item> {
  const stored = (): Items<Item> => {
    const entries = Object.entries(readStored(name) ?? {});
    return Object.fromEntries(
      entries.filter((entry): entry is [string, Item] => isItem(entry[0], entry[1])),
    );
  };
  let known = stored();
  let unwritten: Items<Item> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (Object.keys(unwritten).length === 0) return;
    const changed = unwritten;
    unwritten = {};
    // Merged into the stored record, since another tab may just have changed another item.
    write({ ...stored(), ...changed });
  };
  for (const leaving of ['change', 'pagehide', 'visibilitychange'])
    addEventListener(leaving, flush);
  /** Items that this tab has just replaced: a tab that still writes one has not yet noticed. */
  const replaced = new Set<string>();
  return {
    known: () => known,
    keep: (id, item) => {
      if (isSame(known[id], item)) return;
      const before = JSON.stringify([id, known[id]]);
      replaced.add(before);
      setTimeout(() => replaced.delete(before), syncDelay);
      known = { ...known, [id]: item };
      unwritten = { ...unwritten, [id]: item };
      clearTimeout(timer);
      // Only keystrokes follow each other that fast.
      if (document.activeElement?.matches('input, textarea')) timer = setTimeout(flush, writeDelay);
      else flush();
    },
    follow: (changed) => {
      onStoredElsewhere(name, () => {
        // Removed as a whole: everything is forgotten.
        if (readStored(name) === null) {
          forget();
          return;
        }
        flush();
        const now = stored();
        const ids = Object.keys({ ...known, ...now }).filter((id) => !isSame(known[id], now[id]));
        const isLost = (id: string) => replaced.has(JSON.stringify([id, now[id]]));
        const lost = ids.filter(isLost).map((id) => [id, known[id]] as const);
        known = { ...now, ...Object.fromEntries(lost) };
        if (lost.length > 0) write(known);
        changed(Object.fromEntries(ids.filter((id) => !isLost(id)).map((id) => [id, known[id]])));
      });
      onForgotten(() => {
        known = {};
        unwritten = {};
        changed(undefined);
      });
    },
  };
}
