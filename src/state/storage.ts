/**
 * Browser storage. Blocked or full storage breaks nothing; the reader is only told. `writeStored` is the only
 * function that writes, and takes only accepted texts.
 */

import { atom } from 'nanostores';

/** The prefix of every key. */
export const prefix = 'lotse-';

/** Whether storage works, is blocked, or is full. */
export const $storageHealth = atom<'fine' | 'blocked' | 'full'>('fine');

/** Permanent, or for this tab only. */
type Area = 'localStorage' | 'sessionStorage';

/**
 * Data that may be stored: literals of closed lists, and texts that were read and accepted (`AcceptedText`). Any
 * other text, a plain `string`, does not compile.
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

/** The data stored under a name, as `unknown` for the caller to validate. Null if absent or unreadable. */
export function readStored(name: string, area: Area = 'localStorage'): unknown {
  try {
    return JSON.parse(storage(area)?.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}

/** Stores data under a name; `$storageHealth` says whether that worked. */
export function writeStored<Data>(
  name: string,
  data: Data & Storable<Data>,
  area: Area = 'localStorage',
): void {
  const store = storage(area);
  if (!store) return;
  try {
    store.setItem(prefix + name, JSON.stringify(data));
    // The tab's storage says nothing about permanent storage.
    if (area === 'localStorage') $storageHealth.set('fine');
  } catch {
    $storageHealth.set(store.length > 0 ? 'full' : 'blocked');
  }
}

/** Removes the data stored under a name. */
export function removeStored(name: string, area: Area = 'localStorage'): void {
  storage(area)?.removeItem(prefix + name);
}

const forgotten = 'lotse-forgotten';

/** Everything stored, by name. */
export function eachStored(
  area: Area = 'localStorage',
): readonly (readonly [name: string, data: unknown])[] {
  const names = Object.keys(storage(area) ?? {}).filter((key) => key.startsWith(prefix));
  return names.map((key) => key.slice(prefix.length)).map((name) => [name, readStored(name, area)]);
}

/** Makes the page forget stored data that was removed. */
export function forget(): void {
  window.dispatchEvent(new Event(forgotten));
}

/** Calls back when everything is forgotten, here or in another tab. */
export function onForgotten(act: () => void): void {
  window.addEventListener(forgotten, act);
}

/** The name under which a tab that forgets everything tells the others, whatever they have stored. */
export const allForgotten = 'all-forgotten';

/** Calls back when another tab changes the data under a name, or removes everything. */
export function onStoredElsewhere(name: string, changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key === prefix + name) changed();
  });
}

/** Detects before the reader types that storage is unavailable. */
export function probeStorage(): void {
  writeStored('probe', 1);
  removeStored('probe');
}
