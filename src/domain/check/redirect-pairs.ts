/** Pairs the addresses in a text with the required ones. */

import type { Platform } from '../guide/guide.ts';
import { redirectDistance } from '../compare/redirect-difference.ts';
import { takePairs, type TakenPair } from './taken-pairs.ts';
import { isSlip, type ReadRedirect } from './redirect-reading.ts';
import type { Doubt } from './uri-list.ts';

/** An address that a guide requires. */
export interface Wanted {
  readonly uri: string;
  readonly platform: Platform;
}

/** A required address and its counterpart in the text. */
export type Pair = TakenPair<Wanted, ReadRedirect>;

/** The pairs, and the rest on either side. */
export interface Pairing {
  readonly exact: readonly Pair[];
  /** Nearly equal: the address is mistyped. */
  readonly slips: readonly Pair[];
  readonly missing: readonly Wanted[];
  /** Listed addresses that are not required, or are repeated. */
  readonly rest: readonly ReadRedirect[];
  /** Texts without a scheme that resemble no required address. */
  readonly bare: readonly ReadRedirect[];
  /** Addresses below the end of a mail that are not required. */
  readonly signed: readonly ReadRedirect[];
  /** The addresses that are registered according to the text, without those it only mentions. */
  readonly listed: readonly ReadRedirect[];
}

/** The addresses with any of these doubts. */
export function withDoubt(
  read: readonly ReadRedirect[],
  ...doubts: readonly (Doubt | undefined)[]
): ReadRedirect[] {
  return read.filter(({ doubt }) => doubts.includes(doubt));
}

/** Removes nearly equal pairs from both lists, the closest first; returns them in the order of the required addresses. */
function takeSlips(wanted: Wanted[], seen: ReadRedirect[]): readonly Pair[] {
  const order = [...wanted];
  const near = order
    .flatMap((one) => seen.map((other) => ({ wanted: one, seen: other })))
    .filter((pair) => isSlip(pair.seen.uri, pair.wanted.uri))
    .map((pair) => ({ pair, distance: redirectDistance(pair.seen.uri, pair.wanted.uri) }))
    .toSorted((a, b) => a.distance - b.distance);
  const pairs: Pair[] = [];
  for (const { pair } of near) {
    if (!wanted.includes(pair.wanted) || !seen.includes(pair.seen)) continue;
    pairs.push(pair);
    wanted.splice(wanted.indexOf(pair.wanted), 1);
    seen.splice(seen.indexOf(pair.seen), 1);
  }
  return pairs.toSorted((a, b) => order.indexOf(a.wanted) - order.indexOf(b.wanted));
}

/**
 * Pairs equal addresses, then nearly equal ones. An address in a sentence counts if it is equal; if nearly equal, only in
 * a text without a list. One in a signature counts only if it is equal.
 */
export function pairRedirects(known: readonly Wanted[], read: readonly ReadRedirect[]): Pairing {
  const [wanted, listed, prose, signed] = [
    [...known],
    withDoubt(read, undefined),
    withDoubt(read, 'prose'),
    withDoubt(read, 'signature'),
  ];
  const isSame = (one: Wanted, other: ReadRedirect): boolean => one.uri === other.uri;
  const exact = [
    ...takePairs(
      wanted,
      listed,
      (one, other) => isSame(one, other) && one.platform === other.platform,
    ),
    ...[listed, prose, signed].flatMap((list) => takePairs(wanted, list, isSame)),
  ];
  const near = [...listed, ...withDoubt(read, 'bare')];
  const slips = takeSlips(wanted, near);
  const all = [...withDoubt(read, undefined), ...slips.map(({ seen }) => seen)];
  return {
    exact,
    slips: all.length > 0 ? slips : takeSlips(wanted, prose),
    missing: wanted,
    rest: withDoubt(near, undefined),
    bare: withDoubt(near, 'bare'),
    signed: signed.filter(({ uri }) => known.every((one) => one.uri !== uri)),
    listed: all,
  };
}
