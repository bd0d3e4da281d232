/** Pairs what is demanded with what was seen. */

/** What is demanded, and what was seen in its place. */
export interface TakenPair<Wanted, Seen> {
  readonly wanted: Wanted;
  readonly seen: Seen;
}

/** Takes out of both lists what belongs together, in the order of what is demanded. */
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
