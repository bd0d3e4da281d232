/** Two texts beside each other, with the places marked in which they differ. */

import { commonEnd, commonStart } from '../text/common-ends.ts';

/** A piece of a text: the same in both, or only in this one. */
export interface MarkedPiece {
  readonly text: string;
  readonly differs: boolean;
}

/** Both texts in pieces; the pieces of each, joined, are the text. */
export interface MarkedTexts {
  readonly first: readonly MarkedPiece[];
  readonly second: readonly MarkedPiece[];
}

/** Beyond this the middle is marked as a whole: comparing takes the product of both lengths. */
const longestCompared = 600;

/** Lengths of the longest common subsequences of what is left of both from each place on. */
function commonLengths(one: readonly string[], other: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const [row, below] = [rows[i], rows[i + 1]];
      if (!row || !below) continue;
      const without = Math.max(below[j] ?? 0, row[j + 1] ?? 0);
      row[j] = one[i] === other[j] ? (below[j + 1] ?? 0) + 1 : without;
    }
  }
  return rows;
}

/** Which characters of each belong to what both have in common. */
function kept(one: readonly string[], other: readonly string[]): readonly [boolean[], boolean[]] {
  const marks: [boolean[], boolean[]] = [one.map(() => false), other.map(() => false)];
  if (Math.max(one.length, other.length) > longestCompared) return marks;
  const rows = commonLengths(one, other);
  // Few common letters of two different words would look like confetti.
  if ((rows[0]?.[0] ?? 0) * 2 < Math.max(one.length, other.length)) return marks;
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      marks[0][i] = true;
      marks[1][j] = true;
      i += 1;
      j += 1;
    } else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return marks;
}

/** Joins neighbours that are alike. */
export function joinPieces(pieces: readonly MarkedPiece[]): readonly MarkedPiece[] {
  const joined: MarkedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.differs !== piece.differs) joined.push(piece);
    else joined[joined.length - 1] = { text: last.text + piece.text, differs: piece.differs };
  }
  return joined;
}

function pieces(characters: readonly string[], same: readonly boolean[]): readonly MarkedPiece[] {
  return joinPieces(characters.map((text, index) => ({ text, differs: same[index] !== true })));
}

/** Marks what one text has and the other lacks, letter by letter. */
export function markDifferences(first: string, second: string): MarkedTexts {
  const [one, other] = [Array.from(first), Array.from(second)];
  const start = commonStart(one, other);
  const end = commonEnd(one, other, start);
  const [oneSame, otherSame] = kept(
    one.slice(start, one.length - end),
    other.slice(start, other.length - end),
  );
  const around = (middle: readonly boolean[]): readonly boolean[] => [
    ...Array<boolean>(start).fill(true),
    ...middle,
    ...Array<boolean>(end).fill(true),
  ];
  return { first: pieces(one, around(oneSame)), second: pieces(other, around(otherSame)) };
}
