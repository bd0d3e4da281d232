/**
 * The values that a link brought: filled in where they are good and new, asked about where they differ
 * from the reader's own, refused with the reason where they are wrong. Loaded only when there are any.
 */

import { atom } from 'nanostores';
import { parseLinkValues } from '../domain/link-values.ts';
import { printLinkValues } from '../domain/print-link.ts';
import type { Problem } from '../domain/problems.ts';
import { pageGuide } from './guide.ts';
import { $storageHealth } from './storage.ts';
import { $entries, $values, changeEntries, enter, loadReaders, readAs } from './values.ts';

/** What a link brought, sorted by what became of it. */
export interface LinkArrival {
  /** Ids whose value was filled in. */
  readonly taken: readonly string[];
  /** Values that differ from what the reader has, which stays. */
  readonly conflicts: readonly {
    readonly id: string;
    readonly link: string;
    readonly own: string;
  }[];
  readonly refused: readonly { readonly id?: string | undefined; readonly problem: Problem }[];
}

/** What the link of this page brought, until the reader has decided on it. */
export const $arrival = atom<LinkArrival | null>(null);

/** Receives the values of a link: fills in what is good and new, and tells the rest. */
export function receiveLink(fragment: string): void {
  const keys = pageGuide()?.values.map(({ id }) => id) ?? [];
  const { values, problems } = parseLinkValues(fragment, keys);
  const taken: string[] = [];
  const conflicts: { id: string; link: string; own: string }[] = [];
  const refused: { id?: string | undefined; problem: Problem }[] = problems.map(({ problem }) => ({
    problem,
  }));
  for (const [id, text] of values) {
    const reading = readAs(id, text);
    if (!reading) continue;
    if (!reading.ok) {
      refused.push({ id, problem: reading.problems[0] });
      continue;
    }
    const own = $entries.get()[id];
    if (own === undefined) {
      enter(id, reading.value, 'link');
      taken.push(id);
    } else if ($values.get()[id] === reading.value) {
      if (own.origin === 'link') taken.push(id);
    } else {
      conflicts.push({ id, link: reading.value, own: own.text });
    }
  }
  if (taken.length + conflicts.length + refused.length === 0) return;
  $arrival.set({ taken, conflicts, refused });
}

/** Keeps the values from the link as if typed. */
export function acceptArrival(): void {
  const entries = { ...$entries.get() };
  for (const id of $arrival.get()?.taken ?? []) {
    const entry = entries[id];
    if (entry) entries[id] = { ...entry, origin: 'typed' };
  }
  changeEntries(entries);
  $arrival.set(null);
}

/** Removes the values that came with the link. */
export function rejectArrival(): void {
  for (const id of $arrival.get()?.taken ?? []) {
    if ($entries.get()[id]?.origin === 'link') enter(id, '');
  }
  $arrival.set(null);
}

/** Takes the link's values where they differ from the reader's, or leaves those. */
export function settleConflicts(take: 'link' | 'own'): void {
  const arrival = $arrival.get();
  if (!arrival) return;
  if (take === 'link') for (const { id, link } of arrival.conflicts) enter(id, link, 'link');
  const moved = take === 'link' ? arrival.conflicts.map(({ id }) => id) : [];
  const rest = { taken: [...arrival.taken, ...moved], conflicts: [], refused: arrival.refused };
  $arrival.set(rest.taken.length + rest.refused.length > 0 ? rest : null);
}

/** Receives the values in the page's address, if there are any. */
export async function receiveAddress(): Promise<void> {
  if (!location.hash.includes('=')) return;
  await loadReaders();
  receiveLink(location.hash);
  // Out of the address, so that a reload does not bring back what was changed or forgotten since.
  // Where nothing is kept, the address is the only memory: good values stay in it, and nothing else.
  const keys = pageGuide()?.values.map(({ id }) => id) ?? [];
  const kept = $storageHealth.get() === 'fine' ? '' : printLinkValues($values.get(), keys);
  history.replaceState(history.state, '', location.pathname + location.search + kept);
}

window.addEventListener('lotse-forgotten', () => {
  $arrival.set(null);
});
