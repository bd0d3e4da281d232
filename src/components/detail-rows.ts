/** Rows of a definition list: a name and its value. */

import type { MarkedPiece } from '../domain/compare/marked-text.ts';
import { make } from './dom.ts';

/** Pieces of a text, with the differing ones marked. */
export function markedPieces(pieces: readonly MarkedPiece[]): readonly (string | Node)[] {
  return pieces.map(({ text, differs }) => (differs ? make('mark', {}, text) : text));
}

/** One row; the pieces are texts or elements made by scripts, never markup. */
export function detailRow(name: string, pieces: readonly (string | Node)[]): HTMLElement {
  return make('div', {}, make('dt', {}, name), make('dd', {}, make('code', {}, ...pieces)));
}

/** Fills a list with rows, and hides it when there are none. */
export function showDetails(list: HTMLElement, rows: readonly HTMLElement[]): void {
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
}
