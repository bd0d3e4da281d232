/** Compares the beginnings and ends of two texts, in UTF-16 units or in whole characters. */

/** The length of the common prefix. */
export function commonStart(one: ArrayLike<string>, other: ArrayLike<string>): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** The length of the common suffix, not counting the first `from` characters. */
export function commonEnd(one: ArrayLike<string>, other: ArrayLike<string>, from: number): number {
  const most = Math.min(one.length, other.length) - from;
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) {
    length += 1;
  }
  return length;
}

/** The lengths of the common prefix and suffix together; no character counts twice. */
export function commonEnds(one: ArrayLike<string>, other: ArrayLike<string>): number {
  const start = commonStart(one, other);
  return start + commonEnd(one, other, start);
}

/** The share of the longer text that is common prefix or suffix, from 0 to 1. */
export function likeness(one: ArrayLike<string>, other: ArrayLike<string>): number {
  return commonEnds(one, other) / Math.max(one.length, other.length, 1);
}
