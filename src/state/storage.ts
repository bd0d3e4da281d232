/**
 * What this browser keeps, and what happens when it does not: blocked or full storage breaks nothing,
 * it is only said.
 */

import { atom } from 'nanostores';

/** Every key begins so. */
const prefix = 'lotse-';

/** Whether the browser keeps what it is given: not at all, no more, or yes. */
export const $storageHealth = atom<'fine' | 'blocked' | 'full'>('fine');

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    $storageHealth.set('blocked');
    return undefined;
  }
}

/** The kept data under a name, as `unknown`: whoever reads it validates it. Nothing if absent or unreadable. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(storage()?.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps data under a name; says so in `$storageHealth` where that fails. */
export function writeStored(name: string, data: unknown): void {
  const store = storage();
  if (!store) return;
  try {
    store.setItem(prefix + name, JSON.stringify(data));
    $storageHealth.set('fine');
  } catch {
    $storageHealth.set(store.length > 0 ? 'full' : 'blocked');
  }
}

/** Removes what is kept under a name. */
export function removeStored(name: string): void {
  storage()?.removeItem(prefix + name);
}

/** Removes everything the site keeps in this browser. */
export function forgetStored(): void {
  const store = storage();
  if (!store) return;
  const names = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  for (const name of names) if (name.startsWith(prefix)) store.removeItem(name);
}

/** Calls back when another tab changes what is kept under a name, or removes everything. */
export function onStoredElsewhere(name: string, changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key === prefix + name) changed();
  });
}

/** Notices early that nothing can be kept, before the reader types. */
export function probeStorage(): void {
  const store = storage();
  if (!store) return;
  try {
    store.setItem(`${prefix}probe`, '1');
    store.removeItem(`${prefix}probe`);
  } catch {
    $storageHealth.set(store.length > 0 ? 'full' : 'blocked');
  }
}
