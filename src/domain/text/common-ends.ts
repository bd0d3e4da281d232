/** How much two texts have in common at their beginnings and at their ends, in UTF-16 units or in whole characters. */

/** How many characters both begin with. */
export function commonStart(one: ArrayLike<string>, other: ArrayLike<string>): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** How many characters both end with, of what follows the first `from` of them. */
export function commonEnd(one: ArrayLike<string>, other: ArrayLike<string>, from: number): number {
  const most = Math.min(one.length, other.length) - from;
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) {
    length += 1;
  }
  return length;
}

/** How many characters both have in common at their ends; none counts twice. */
export function commonEnds(one: ArrayLike<string>, other: ArrayLike<string>): number {
  const start = commonStart(one, other);
  return start + commonEnd(one, other, start);
}

/** The part of the longer text that is common at both ends, from 0 to 1. */
export function likeness(one: ArrayLike<string>, other: ArrayLike<string>): number {
  return commonEnds(one, other) / Math.max(one.length, other.length, 1);
}
