/** What changed between two texts, word by word. */

import { diffWordsWithSpace } from 'diff';

/** A piece of text that stayed, came or went. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The pieces of two texts in order: those that stayed, and those that one of them lacks. */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The longest text that stays whole within a comparison, in characters, at each side of a change. */
const around = 90;

/** The pieces with long texts that stayed cut to what stands next to a change. */
export function shortDiff(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  return pieces.flatMap((piece, index) => {
    const { kind, text } = piece;
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    if (kind !== 'same' || text.length <= 2 * around) return [piece];
    const start = isFirst ? '' : text.slice(0, around);
    const end = isLast ? '' : text.slice(-around);
    return [{ kind, text: `${start} … ${end}` }];
  });
}
