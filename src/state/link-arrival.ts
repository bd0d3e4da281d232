/**
 * The values from a link: valid new ones are filled in, ones that differ from the reader's own are offered as a choice,
 * and invalid ones are refused with the reason. Nothing acts on them until the reader accepts them.
 */

import { atom } from 'nanostores';
import { parseLinkValues } from '../domain/values/link-values.ts';
import { printLinkValues } from '../domain/values/print-link.ts';
import type { Problem } from '../domain/values/problems.ts';
import { pageGuide } from './guide.ts';
import { $storageHealth, onForgotten } from './storage.ts';
import { $entries, $values, enter, isWaiting, loadReading, readAs } from './values.ts';

/** The values from this page's link that need the reader's attention. */
export interface LinkArrival {
  /** Values that differ from the reader's own, which are kept. */
  readonly conflicts: readonly {
    readonly id: string;
    readonly link: string;
    readonly own: string;
  }[];
  readonly refused: readonly { readonly id?: string | undefined; readonly problem: Problem }[];
}

const nothing: LinkArrival = { conflicts: [], refused: [] };

/** The arrival on this page, until the reader has decided on it. */
export const $arrival = atom<LinkArrival>(nothing);

/** The ids of link values that await the reader's acceptance, whichever page of the guide they came to. */
export function waitingIds(): readonly string[] {
  return Object.keys($entries.get()).filter(isWaiting);
}

/** Receives the values of a link: fills in valid new ones, and records the rest. */
export function receiveLink(fragment: string): void {
  const keys = pageGuide()?.values.map(({ id }) => id) ?? [];
  const { values, problems } = parseLinkValues(fragment, keys);
  const conflicts: { id: string; link: string; own: string }[] = [];
  const refused: { id?: string | undefined; problem: Problem }[] = problems.map(({ problem }) => ({
    problem,
  }));
  for (const [id, text] of values) {
    const reading = readAs(id, text);
    // A typed text that is invalid does not count as the reader's value, and is not reported again.
    const own = $values.get()[id];
    if (!reading) continue;
    if (!reading.ok) refused.push({ id, problem: reading.problems[0] });
    // A newer link replaces an older one that nobody has accepted.
    else if (own === undefined || isWaiting(id)) enter(id, reading.value, 'link');
    else if (own !== reading.value) conflicts.push({ id, link: reading.value, own });
  }
  $arrival.set({ conflicts, refused });
}

/** Accepts the values from the link; from now on they are the reader's own. */
export function acceptArrival(): void {
  for (const id of waitingIds()) enter(id, $entries.get()[id]?.text ?? '');
  $arrival.set(nothing);
}

/** Removes the values from the link. */
export function rejectArrival(): void {
  for (const id of waitingIds()) enter(id, '');
  $arrival.set(nothing);
}

/** Resolves conflicts: takes the link's values, or keeps the reader's own. */
export function resolveConflicts(take: 'link' | 'own'): void {
  const { conflicts, refused } = $arrival.get();
  // Both were shown side by side, so taking the link's values accepts them.
  if (take === 'link') for (const { id, link } of conflicts) enter(id, link);
  $arrival.set({ conflicts: [], refused });
}

/** Receives the values in the page's address, if there are any. */
export async function receiveAddress(): Promise<void> {
  if (!location.hash.includes('=')) return;
  await loadReading();
  receiveLink(location.hash);
  // Removed from the address, so that a reload does not restore values changed or forgotten since.
  // Without storage the address is the only memory: valid values stay in it, and nothing else.
  const keys = pageGuide()?.values.map(({ id }) => id) ?? [];
  const kept = $storageHealth.get() === 'fine' ? '' : printLinkValues($values.get(), keys);
  history.replaceState(history.state, '', location.pathname + location.search + kept);
}

onForgotten(() => {
  $arrival.set(nothing);
});
