/** Pairs the addresses of a text with those that are demanded. */

import type { Platform } from '../guide/guide.ts';
import { redirectDistance } from '../compare/redirect-difference.ts';
import { takePairs, type TakenPair } from './taken-pairs.ts';
import { isSlip, type ReadRedirect } from './redirect-reading.ts';
import type { Doubt } from './uri-list.ts';

/** An address that a guide demands. */
export interface Wanted {
  readonly uri: string;
  readonly platform: Platform;
}

/** A demanded address and the one in the text that stands for it. */
export type Pair = TakenPair<Wanted, ReadRedirect>;

/** What belongs together, and what is left on either side. */
export interface Pairing {
  readonly exact: readonly Pair[];
  /** Nearly the same: the address is mistyped. */
  readonly slips: readonly Pair[];
  readonly missing: readonly Wanted[];
  /** Addresses of a list that nobody demands, or once only. */
  readonly rest: readonly ReadRedirect[];
  /** Texts without a scheme that are near to nothing. */
  readonly bare: readonly ReadRedirect[];
  /** What stands below the end of a mail, and is not demanded. */
  readonly signed: readonly ReadRedirect[];
  /** What is registered by the text: without addresses of which it only speaks. */
  readonly listed: readonly ReadRedirect[];
}

/** The addresses with one of these doubts. */
export function withDoubt(
  read: readonly ReadRedirect[],
  ...doubts: readonly (Doubt | undefined)[]
): ReadRedirect[] {
  return read.filter(({ doubt }) => doubts.includes(doubt));
}

/** Takes out of both lists the pairs that are nearly the same: the nearest first, told in the order of what is demanded. */
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
 * Pairs letter by letter, then by what is nearly the same. An address in a sentence counts where it is demanded, and
 * where it is nearly right only in a text without a list; one in a signature only where it is demanded.
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
