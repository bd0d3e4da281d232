/** Reads rows with a delimiter, as Export-Csv and ConvertTo-Csv write them and Excel copies them. */

import { isKnownProperty, propertyName, switchValue } from './exchange-properties.ts';

/** The first row: what the cells below it are called, in lower case, and what stands between them. */
export interface DelimitedHead {
  readonly names: readonly string[];
  readonly delimiter: Delimiter;
}

const delimiters = [',', ';', '\t'] as const;

type Delimiter = (typeof delimiters)[number];

/** The cells of a row, in quotes with quotes doubled in them, or without; `a,,b` has an empty one. */
export function delimitedCells(line: string, delimiter: Delimiter): readonly string[] {
  // Every second part is quoted; nothing between two quotes is a quote itself.
  const cells = [''];
  const parts = line.split('"');
  for (const [index, part] of parts.entries()) {
    const isQuoted = index % 2 === 1;
    const isQuote = !isQuoted && part === '' && index > 0 && index < parts.length - 1;
    const [own = '', ...next] = isQuoted ? [part] : part.split(delimiter);
    const last = cells.pop() ?? '';
    cells.push(last + (isQuote ? '"' : own), ...next);
  }
  return cells.map((cell) => cell.trim());
}

function isHead(line: string, cells: readonly string[]): boolean {
  const isTable = cells.length > 1 || line.startsWith('"');
  return (
    isTable &&
    cells.every((cell) => /^[A-Za-z]\w{0,79}$/.test(cell)) &&
    cells.some((cell) => isKnownProperty(propertyName(cell))) &&
    !cells.some((cell) => typeof switchValue(cell) === 'boolean')
  );
}

/** The first row of such a text; undefined for any other line. */
export function delimitedHead(line: string): DelimitedHead | undefined {
  if (line.length > 10_000 || !/[",;\t]/.test(line)) return undefined;
  for (const delimiter of delimiters) {
    const cells = delimitedCells(line.trim(), delimiter);
    if (isHead(line.trim(), cells)) return { names: cells.map(propertyName), delimiter };
  }
  return undefined;
}
