/** Rows of a definition list: a name and its value. */

/** One row; the pieces are texts or elements made by scripts, never markup. */
export function detailRow(name: string, pieces: readonly (string | Node)[]): HTMLElement {
  const pair = document.createElement('div');
  const term = document.createElement('dt');
  term.textContent = name;
  const code = document.createElement('code');
  code.append(...pieces);
  const definition = document.createElement('dd');
  definition.append(code);
  pair.append(term, definition);
  return pair;
}

/** Fills a list with rows, and hides it when there are none. */
export function showDetails(list: HTMLElement, rows: readonly HTMLElement[]): void {
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
}
