/**
 * What this browser keeps, and what happens when it does not: blocked or full storage breaks nothing,
 * it is only said. `writeStored` is the only function that writes, and takes no text that is not accepted.
 */

import { atom } from 'nanostores';

/** The start of every key. */
const prefix = 'lotse-';

/** Whether the browser keeps what it is given: not at all, no more, or yes. */
export const $storageHealth = atom<'fine' | 'blocked' | 'full'>('fine');

/** For good, or for this tab alone. */
type Area = 'localStorage' | 'sessionStorage';

/**
 * What may be kept: words of closed lists, and texts that were read and accepted (`AcceptedText`). Any other
 * text, a plain `string`, does not compile.
 */
export type Storable<Data> = Data extends string
  ? string extends Data
    ? never
    : Data
  : Data extends object
    ? { readonly [Key in keyof Data]: Storable<Data[Key]> }
    : Data;

function storage(area: Area): Storage | undefined {
  try {
    return window[area];
  } catch {
    $storageHealth.set('blocked');
    return undefined;
  }
}

/** The kept data under a name, as `unknown`: whoever reads it validates it. Nothing if absent or unreadable. */
export function readStored(name: string, area: Area = 'localStorage'): unknown {
  try {
    return JSON.parse(storage(area)?.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps data under a name; says so in `$storageHealth` where that fails. */
export function writeStored<Data>(
  name: string,
  data: Data & Storable<Data>,
  area: Area = 'localStorage',
): void {
  const store = storage(area);
  if (!store) return;
  try {
    store.setItem(prefix + name, JSON.stringify(data));
    // What the tab keeps says nothing of what is kept for good.
    if (area === 'localStorage') $storageHealth.set('fine');
  } catch {
    $storageHealth.set(store.length > 0 ? 'full' : 'blocked');
  }
}

/** Removes what is kept under a name. */
export function removeStored(name: string, area: Area = 'localStorage'): void {
  storage(area)?.removeItem(prefix + name);
}

const forgotten = 'lotse-forgotten';

/** Removes everything the site keeps in this browser, and lets the page forget it too. */
export function forgetStored(): void {
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    const store = storage(area);
    for (const name of Object.keys(store ?? {})) {
      if (name.startsWith(prefix)) store?.removeItem(name);
    }
  }
  forget();
}

/** Lets the page forget what it shows, since it is kept no longer. */
export function forget(): void {
  window.dispatchEvent(new Event(forgotten));
}

/** Calls back when the reader has everything forgotten, here or in another tab. */
export function onForgotten(act: () => void): void {
  window.addEventListener(forgotten, act);
}

/** Calls back when another tab changes what is kept under a name, or removes everything. */
export function onStoredElsewhere(name: string, changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key === prefix + name) changed();
  });
}

/** Notices early that nothing can be kept, before the reader types. */
export function probeStorage(): void {
  writeStored('probe', 1);
  removeStored('probe');
}
