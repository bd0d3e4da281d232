/** Reads tables as PowerShell's Format-Table prints them: a head, a rule of dashes below it, and rows. */

import {
  addressProperties,
  isCut,
  isKnownProperty,
  propertyName,
  smtpSwitch,
  switchValue,
} from './exchange-properties.ts';

/** Where the columns of a table begin, and what they are called, in lower case. */
export interface PrintedTable {
  readonly names: readonly string[];
  /** None where tabs stand between the cells. */
  readonly columns: readonly number[];
}

/** Wider than any table; a line of ten thousand dashes is none. */
const columnLimit = 100;

/** A column can be one character wide, but a single dash is no table. */
export function isRule(line: string): boolean {
  return /^[\s-]+$/.test(line) && /-\s*-/.test(line);
}

/** Tabs as a terminal shows them, up to every eighth character. */
function expanded(line: string): string {
  if (!line.includes('\t')) return line;
  let column = 0;
  const pieces = line.split('\t').map((part, index, parts) => {
    const width = column + part.length;
    column = index === parts.length - 1 ? width : width + 8 - (width % 8);
    return part + ' '.repeat(column - width);
  });
  return pieces.join('');
}

function wordsOf(line: string): readonly string[] {
  return line.trim().split(/\s+/);
}

/** A value may hang over to the left of its column where it is aligned to the right. */
function cellsAt(line: string, columns: readonly number[]): readonly string[] {
  return columns.map((from, index) =>
    line.slice(index === 0 ? 0 : from, columns[index + 1]).trim(),
  );
}

/** Blanks that were lost on the way leave words, and a column's edge cuts one. */
function isAligned(line: string, columns: readonly number[]): boolean {
  return columns.slice(1).every((from) => /^\s?$/.test(line.charAt(from - 1)));
}

function namesIn(line: string, columns: readonly number[]): readonly string[] {
  const words = wordsOf(line);
  const isCounted = !isAligned(line, columns) && words.length === columns.length;
  return isCounted ? words : cellsAt(line, columns);
}

function countKnown(names: readonly string[]): number {
  return names.filter((name) => isKnownProperty(name.toLowerCase())).length;
}

/** A head has several lines where a column is narrower than its name; text above the table is none of them. */
function namesOver(columns: readonly number[], head: readonly string[]): readonly string[] {
  let names: readonly string[] = columns.map(() => '');
  let best: readonly string[] = [];
  for (const line of head.toReversed()) {
    const above = namesIn(line, columns);
    names = names.map((name, index) => (above[index] ?? '') + name);
    if (best.length === 0 || countKnown(names) > countKnown(best)) best = names;
  }
  return best.map(propertyName);
}

function columnsOf(dashes: string): readonly number[] {
  return [...dashes.matchAll(/-+/g)].map(({ index }) => index);
}

/** The table whose rule stands below these lines; undefined where no column has a name that matters. */
export function tableBelow(head: readonly string[], dashes: string): PrintedTable | undefined {
  const columns = columnsOf(expanded(dashes));
  if (columns.length > columnLimit) return undefined;
  const tabbed = (head.at(-1) ?? '').trim().split('\t').map(propertyName);
  const isTabbed = columns.length > 1 && tabbed.length === columns.length;
  const table = isTabbed
    ? { names: tabbed, columns: [] }
    : { names: namesOver(columns, head.map(expanded)), columns };
  return countKnown(table.names) > 0 ? table : undefined;
}

/** Words for columns that stand together. Where it cannot be told which is whose, each gets them all, and none is right. */
function shared(words: readonly string[], count: number): readonly string[] {
  if (words.length === count) return words;
  return Array.from({ length: count }, () => words.join(' '));
}

function addressColumn(names: readonly string[]): number {
  return names.findIndex((name) => addressProperties.includes(name));
}

/** Whether each switch has the value of one, or none. */
function isReadable(cells: readonly string[], names: readonly string[]): boolean {
  return names.every((name, index) => {
    const isSwitch = name === smtpSwitch || name.endsWith('enabled');
    return !isSwitch || switchValue(cells[index] ?? '') !== undefined;
  });
}

/** How words may belong to columns: the address is found by its `@`, a switch at the end by its value. */
function divisions(
  words: readonly string[],
  names: readonly string[],
): readonly (readonly string[])[] {
  const count = names.length;
  const column = addressColumn(names);
  const at = words.findIndex((word) => word.includes('@'));
  const address = words[at];
  if (column >= 0 && address !== undefined) {
    const before = shared(words.slice(0, at), column);
    return [[...before, address, ...shared(words.slice(at + 1), count - column - 1)]];
  }
  if (names.at(-1) !== smtpSwitch) return [shared(words, count)];
  const isSet = typeof switchValue(words.at(-1) ?? '') === 'boolean';
  const [before, last] = isSet ? [words.slice(0, -1), words.slice(-1)] : [words, ['']];
  return [shared(words, count), [...shared(before, count - 1), ...last]];
}

/** Cells by what they are like. Where that does not tell, no switch can be read. */
function cellsByContent(words: readonly string[], names: readonly string[]): readonly string[] {
  const possible = divisions(words, names);
  const found =
    possible.find((cells) => isReadable(cells, names)) ??
    possible.find((cells) => !isReadable([cells[names.indexOf(smtpSwitch)] ?? ''], [smtpSwitch]));
  if (found) return found;
  const address = words.find((word) => word.includes('@'));
  const column = addressColumn(names);
  return names.map((_, index) => (index === column && address ? address : words.join(' ')));
}

/** The cells of each line. Where one has lost its blanks, all may have lost some. */
function cellsOf(
  lines: readonly string[],
  { names, columns }: PrintedTable,
): readonly (readonly string[])[] {
  if (columns.length === 0) {
    return lines.map((line) => {
      const cells = line.split('\t').map((cell) => cell.trim());
      return cells.length === names.length ? cells : cellsByContent(wordsOf(line), names);
    });
  }
  const rows = lines.map(expanded);
  const isWhole = rows.every((row) => isAligned(row, columns));
  return rows.map((row) => {
    const cells = cellsAt(row, columns);
    const isOdd = names.some((name, at) => name === smtpSwitch && /[@\s]/.test(cells[at] ?? ''));
    return isWhole && !isOdd ? cells : cellsByContent(wordsOf(row), names);
  });
}

/**
 * Whether an address, or the name beside it, goes on in the next line, as `-Wrap` prints it: then one line of the row has no
 * `@` where the address stands.
 */
function isWrapped(cells: readonly string[], names: readonly string[]): boolean {
  const column = addressColumn(names);
  const cell = cells[column] ?? '';
  if (column < 0 || isCut(cell) || /[@\s]/.test(cell)) return false;
  const at = names.indexOf(smtpSwitch);
  return cell !== '' || typeof switchValue(cells[at] ?? '') !== 'boolean';
}

/** A line between the rows that is none, such as a warning, has no address where each row has one. */
function isRow(cells: readonly string[], names: readonly string[]): boolean {
  return names.every((name, index) => {
    const cell = cells[index] ?? '';
    return !addressProperties.includes(name) || cell.includes('@') || cell === '' || isCut(cell);
  });
}

/**
 * What stands in the rows, by the names of the columns; a cell without anything in it is empty. Undefined where rows stand
 * over several lines: what belongs together is not guessed.
 */
export function rowsOf(
  table: PrintedTable,
  lines: readonly string[],
): readonly ReadonlyMap<string, string>[] | undefined {
  const { names } = table;
  const rows = cellsOf(lines, table);
  if (rows.some((cells) => isWrapped(cells, names))) return undefined;
  return rows
    .filter((cells) => isRow(cells, names))
    .map((cells) => new Map(names.map((name, index) => [name, cells[index] ?? ''])));
}
