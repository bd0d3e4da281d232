/** Pairs required items with those seen in a paste. */

/** A required item, and the one seen for it. */
export interface TakenPair<Wanted, Seen> {
  readonly wanted: Wanted;
  readonly seen: Seen;
}

/** Removes matching pairs from both lists, and returns them in the order of the required items. */
export function takePairs<Wanted, Seen>(
  wanted: Wanted[],
  seen: Seen[],
  isPair: (wanted: Wanted, seen: Seen) => boolean,
): readonly TakenPair<Wanted, Seen>[] {
  const pairs: TakenPair<Wanted, Seen>[] = [];
  for (const one of [...wanted]) {
    const at = seen.findIndex((other) => isPair(one, other));
    if (at < 0) continue;
    wanted.splice(wanted.indexOf(one), 1);
    pairs.push(...seen.splice(at, 1).map((other) => ({ wanted: one, seen: other })));
  }
  return pairs;
}
