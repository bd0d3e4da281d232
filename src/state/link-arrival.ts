/**
 * The values from a link: valid new ones are filled in, ones that differ from the reader's own are offered as a choice,
 * and invalid ones are refused with the reason. Nothing acts on them until the reader accepts them. Those that are, or may
 * be, of another customer never stand beside the reader's own: the reader is asked first.
 */

import { atom } from 'nanostores';
import type { Values } from '../domain/guide/guide.ts';
import type { AcceptedText } from '../domain/values/accepted-text.ts';
import { parseLinkValues } from '../domain/values/link-values.ts';
import { printLinkValues } from '../domain/values/print-link.ts';
import type { Problem } from '../domain/values/problems.ts';
import { addCustomer, emptyCustomer, forgetWaitingElsewhere, goOnWith } from './customers.ts';
import { ofCustomer } from './customer.ts';
import { pageGuide } from './guide.ts';
import {
  isForOther,
  isRecognisable,
  otherCustomer,
  type OtherCustomer,
  type ReadValues,
} from './other-customer.ts';
import {
  $storageHealth,
  onForgotten,
  prefix,
  readStored,
  removeStored,
  writeStored,
} from './storage.ts';
import { $entries, $values, enter, isWaiting, loadReading, readAs, type Origin } from './values.ts';

/** The values from this page's link that need the reader's attention. */
export interface LinkArrival {
  /** Values that differ from the reader's own, which are kept. */
  readonly conflicts: readonly {
    readonly id: string;
    readonly link: string;
    readonly own: string;
  }[];
  readonly refused: readonly { readonly id?: string | undefined; readonly problem: Problem }[];
  /** A link for another customer, perhaps: nothing of it is filled in. */
  readonly other?: OtherCustomer | undefined;
}

const nothing: LinkArrival = { conflicts: [], refused: [] };

/** The ids of this guide's values, in their order. */
const keys = pageGuide()?.values.map(({ id }) => id) ?? [];

/** Set in the tab's storage while values wait of a link that was recognised as one for this customer. */
const recognised = ofCustomer(`link:${pageGuide()?.id ?? ''}`);

/** The arrival on this page, until the reader has decided on it. */
export const $arrival = atom<LinkArrival>(nothing);

/** The ids of link values that await the reader's acceptance, whichever page of the guide they came to. */
export function waitingIds(): readonly string[] {
  return Object.keys($entries.get()).filter(isWaiting);
}

/** These texts, as far as they are valid. */
function read(texts: Iterable<readonly [id: string, text: string]>): ReadValues {
  const readings = [...texts].map(([id, text]) => [id, readAs(id, text)] as const);
  const values = readings.flatMap(([id, reading]) =>
    reading?.ok ? [[id, reading.value] as const] : [],
  );
  return Object.fromEntries(values);
}

function waiting(): ReadValues {
  return read(waitingIds().map((id) => [id, $entries.get()[id]?.text ?? '']));
}

function clearWaiting(): void {
  for (const id of waitingIds()) enter(id, '');
}

/** Enters them all at once: one after another, the first would stand beside those that still wait. */
function enterAll(values: ReadValues, origin: Origin): void {
  const entries = Object.entries(values).map(([id, text]) => [id, { text, origin }] as const);
  $entries.set({ ...$entries.get(), ...Object.fromEntries(entries) });
}

/** Fills in the values of a link, except those that differ from the reader's own. */
function take(values: ReadValues): LinkArrival['conflicts'] {
  const conflicts: { id: string; link: string; own: string }[] = [];
  const taken: Record<string, AcceptedText> = {};
  for (const [id, link] of Object.entries(values)) {
    // A typed text that is invalid does not count as the reader's value, and is not reported again.
    const own = $values.get()[id];
    // A newer link replaces an older one that nobody has accepted.
    if (own === undefined || isWaiting(id)) taken[id] = link;
    else if (own !== link) conflicts.push({ id, link, own });
  }
  enterAll(taken, 'link');
  return conflicts;
}

/** Receives the values of a link: fills in valid new ones of this customer, and records the rest. */
export function receiveLink(fragment: string): void {
  const { values: texts, problems } = parseLinkValues(fragment, keys, pageGuide()?.renamed);
  const refused: { id?: string | undefined; problem: Problem }[] = problems.map(({ problem }) => ({
    problem,
  }));
  for (const [id, text] of texts) {
    const reading = readAs(id, text);
    if (reading && !reading.ok) refused.push({ id, problem: reading.problems[0] });
  }
  const values = read(texts);
  // Nobody has accepted those of an earlier link yet, and they must not stand beside these.
  if (isForOther(values, waiting())) {
    clearWaiting();
    forgetWaitingElsewhere();
  }
  const other = otherCustomer(values);
  if (!other && isRecognisable()) writeStored(recognised, true, 'sessionStorage');
  else removeStored(recognised, 'sessionStorage');
  $arrival.set({ conflicts: other ? [] : take(values), refused, other });
}

/**
 * Takes waiting values away again if they turn out to be of another customer, asks about them, and says whether it did. A
 * link that was recognised stays so: the values by which it was are the reader's own, and do not wait with the others.
 */
function separate(kinships: readonly OtherCustomer['kinship'][]): boolean {
  if (readStored(recognised, 'sessionStorage') !== null) return false;
  const values = waiting();
  const other = Object.keys(values).length > 0 ? otherCustomer(values) : undefined;
  if (!other || !kinships.includes(other.kinship)) return false;
  clearWaiting();
  $arrival.set({ ...nothing, other });
  showInAddress(values);
  return true;
}

/** Accepts the values from the link; from now on they are the reader's own. */
export function acceptArrival(): void {
  // What the reader has typed beside them need not say whose they are, but must not contradict them.
  if (separate(['other'])) return;
  enterAll(waiting(), 'typed');
  $arrival.set(nothing);
}

/** Removes the values from the link. */
export function rejectArrival(): void {
  clearWaiting();
  $arrival.set(nothing);
  clearAddress();
}

/** Resolves conflicts: takes the link's values, or keeps the reader's own. */
export function resolveConflicts(choice: 'link' | 'own'): void {
  const { conflicts, refused } = $arrival.get();
  // Both were shown side by side, so taking the link's values accepts them.
  if (choice === 'link') for (const { id, link } of conflicts) enter(id, link);
  $arrival.set({ conflicts: [], refused });
}

/** The reader, who has seen the values, says that they are of this customer: they are their own from now on. */
export function joinArrival(): void {
  const { other, refused } = $arrival.get();
  enterAll(other?.values ?? {}, 'typed');
  $arrival.set({ conflicts: [], refused });
  clearAddress();
}

/** Forgets what is kept of this customer, and goes on with the link's values. */
export function replaceByArrival(): void {
  const before = $arrival.get();
  emptyCustomer();
  $arrival.set(before);
  joinArrival();
}

/** Goes on with the customer that the link is for, if need be a new one; the page is loaded again with the link. */
export function separateArrival(name: AcceptedText): void {
  const { other } = $arrival.get();
  if (!other) return;
  showInAddress(other.values);
  goOnWith(other.known?.id ?? addCustomer(name));
}

function showInAddress(values: Values): void {
  const fragment = printLinkValues(values, keys);
  history.replaceState(history.state, '', location.pathname + location.search + fragment);
}

/**
 * Removes the values from the address, so that a reload does not restore values changed or forgotten since.
 * Without storage the address is the only memory: valid values stay in it, and nothing else.
 */
function clearAddress(): void {
  showInAddress($storageHealth.get() === 'fine' ? {} : $values.get());
}

/** Receives the values in the page's address, if there are any. */
export async function receiveAddress(): Promise<void> {
  if (!location.hash.includes('=')) return;
  await loadReading();
  receiveLink(location.hash);
  // As long as the reader is asked, loading the page again asks again.
  const { other } = $arrival.get();
  if (other) showInAddress(other.values);
  else clearAddress();
}

onForgotten(() => {
  // Values that the reader was being asked about are still in the address.
  if ($arrival.get().other) showInAddress({});
  $arrival.set(nothing);
});

// Another tab may accept values of another customer, here or in another guide, while those of a link wait in this one.
window.addEventListener('storage', ({ key }) => {
  if (key?.startsWith(`${prefix}values:`)) separate(['other', 'unknown']);
});
