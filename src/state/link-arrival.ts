/**
 * The values that a link brought: read where they are good and new, asked about where they differ from the reader's
 * own, refused with the reason where they are wrong. Nothing acts on them until the reader accepts them.
 */

import { atom } from 'nanostores';
import { parseLinkValues } from '../domain/values/link-values.ts';
import { printLinkValues } from '../domain/values/print-link.ts';
import type { Problem } from '../domain/values/problems.ts';
import { pageGuide } from './guide.ts';
import { $storageHealth, onForgotten } from './storage.ts';
import { $entries, $values, enter, isWaiting, loadReading, readAs } from './values.ts';

/** What the link of this page brought besides good and new values. */
export interface LinkArrival {
  /** Values that differ from what the reader has, which stays. */
  readonly conflicts: readonly {
    readonly id: string;
    readonly link: string;
    readonly own: string;
  }[];
  readonly refused: readonly { readonly id?: string | undefined; readonly problem: Problem }[];
}

const nothing: LinkArrival = { conflicts: [], refused: [] };

/** What the link of this page brought, until the reader has decided on it. */
export const $arrival = atom<LinkArrival>(nothing);

/** The ids of the values from a link that wait for the reader, whichever page of the guide they came to. */
export function waitingIds(): readonly string[] {
  return Object.keys($entries.get()).filter(isWaiting);
}

/** Receives the values of a link: fills in what is good and new, and tells the rest. */
export function receiveLink(fragment: string): void {
  const keys = pageGuide()?.values.map(({ id }) => id) ?? [];
  const { values, problems } = parseLinkValues(fragment, keys);
  const conflicts: { id: string; link: string; own: string }[] = [];
  const refused: { id?: string | undefined; problem: Problem }[] = problems.map(({ problem }) => ({
    problem,
  }));
  for (const [id, text] of values) {
    const reading = readAs(id, text);
    // What the reader typed and reading refuses is no value, and is not said again.
    const own = $values.get()[id];
    if (!reading) continue;
    if (!reading.ok) refused.push({ id, problem: reading.problems[0] });
    // A newer link takes the place of an older one that nobody has accepted.
    else if (own === undefined || isWaiting(id)) enter(id, reading.value, 'link');
    else if (own !== reading.value) conflicts.push({ id, link: reading.value, own });
  }
  $arrival.set({ conflicts, refused });
}

/** Accepts the values from the link: from now on they are the reader's own. */
export function acceptArrival(): void {
  for (const id of waitingIds()) enter(id, $entries.get()[id]?.text ?? '');
  $arrival.set(nothing);
}

/** Removes the values that came with the link. */
export function rejectArrival(): void {
  for (const id of waitingIds()) enter(id, '');
  $arrival.set(nothing);
}

/** Takes the link's values where they differ from the reader's, or leaves those. */
export function resolveConflicts(take: 'link' | 'own'): void {
  const { conflicts, refused } = $arrival.get();
  // Both were shown side by side: to take the link's is to accept them.
  if (take === 'link') for (const { id, link } of conflicts) enter(id, link);
  $arrival.set({ conflicts: [], refused });
}

/** Receives the values in the page's address, if there are any. */
export async function receiveAddress(): Promise<void> {
  if (!location.hash.includes('=')) return;
  await loadReading();
  receiveLink(location.hash);
  // Out of the address, so that a reload does not bring back what was changed or forgotten since.
  // Where nothing is kept, the address is the only memory: good values stay in it, and nothing else.
  const keys = pageGuide()?.values.map(({ id }) => id) ?? [];
  const kept = $storageHealth.get() === 'fine' ? '' : printLinkValues($values.get(), keys);
  history.replaceState(history.state, '', location.pathname + location.search + kept);
}

onForgotten(() => {
  $arrival.set(nothing);
});
