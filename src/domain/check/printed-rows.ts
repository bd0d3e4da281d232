/** Parses rows: plain tables from PowerShell's Format-Table, and delimited cells from CSV and Excel. */

import {
  addressProperties,
  isCut,
  isKnownProperty,
  propertyName,
  smtpSwitch,
  switchValue,
} from './exchange-properties.ts';
import type { Properties } from './printed-objects.ts';

/** More columns than any table has; protects against a line of ten thousand dashes. */
const columnLimit = 100;

/** Whether a line is the rule below a table head. A column can be one character wide, but a single dash is no rule. */
export function isRule(line: string): boolean {
  return /^[\s-]+$/.test(line) && /-\s*-/.test(line);
}

/** The cells at the column positions; undefined if a column edge is inside a word, as happens when blanks were lost. */
function alignedCells(line: string, columns: readonly number[]): readonly string[] | undefined {
  const isAligned = columns.slice(1).every((from) => /^\s?$/.test(line.charAt(from - 1)));
  if (!isAligned) return undefined;
  return columns.map((from, at) => line.slice(at === 0 ? 0 : from, columns[at + 1]).trim());
}

/** Whether a cell is plausible for its column; in a table with the switch, only the switch may be blank. */
function isPossible(name: string, cell: string, isSending: boolean): boolean {
  if (name === smtpSwitch) return switchValue(cell) !== undefined;
  if (name === 'inscope') return /^(?:true|false|not ?run)$/i.test(cell);
  if (name === 'rolename') return cell !== '' && !isCut(cell);
  if (cell === '') return !isSending;
  if (name.endsWith('enabled')) return typeof switchValue(cell) === 'boolean';
  if (!addressProperties.includes(name)) return true;
  return !/\s/.test(cell) && (cell.includes('@') || isCut(cell));
}

/** The objects of a table; undefined if matching cells to columns would be guesswork. */
export function tableRows(
  head: string,
  rule: string,
  rows: readonly string[],
): readonly Properties[] | undefined {
  const columns = [...rule.matchAll(/-+/g)].map(({ index }) => index);
  if (columns.length > columnLimit || rows.length === 0) return undefined;
  const names = alignedCells(head, columns)?.map(propertyName);
  if (!names?.every((name) => /^\w+$/.test(name))) return undefined;
  const isSending = names.includes(smtpSwitch);
  const cells = rows.map((row) => alignedCells(row, columns));
  const objects = cells.flatMap((row) =>
    row?.every((cell, at) => isPossible(names[at] ?? '', cell, isSending))
      ? [new Map(names.map((name, at) => [name, row[at] ?? '']))]
      : [],
  );
  return objects.length === rows.length ? objects : undefined;
}

/** The head of delimited rows: the column names in lower case, and the delimiter. */
interface DelimitedHead {
  readonly names: readonly string[];
  readonly delimiter: string;
}

/** The cells of a row, with or without quotes; a quote inside quotes is doubled, and `a,,b` has an empty cell. */
function delimitedCells(line: string, delimiter: string): readonly string[] {
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

/** The head in this line; undefined for any other line. */
export function delimitedHead(line: string): DelimitedHead | undefined {
  if (line.length > 10_000 || !/[",;\t]/.test(line)) return undefined;
  for (const delimiter of [',', ';', '\t']) {
    const names = delimitedCells(line.trim(), delimiter).map(propertyName);
    const isHead = names.length > 1 || line.trimStart().startsWith('"');
    const isNamed =
      names.every((name) => /^[a-z]\w{0,79}$/.test(name)) && names.some(isKnownProperty);
    if (isHead && isNamed) return { names, delimiter };
  }
  return undefined;
}

/** The objects below the head; undefined if a row has another number of cells, or an implausible one. */
export function delimitedRows(
  { names, delimiter }: DelimitedHead,
  rows: readonly string[],
): readonly Properties[] | undefined {
  const objects = rows
    .map((row) => delimitedCells(row, delimiter))
    .filter((cells) => cells.length === names.length)
    .filter((cells) => cells.every((cell, at) => isPossible(names[at] ?? '', cell, false)))
    .map((cells) => new Map(names.map((name, at) => [name, cells[at] ?? ''])));
  return objects.length === rows.length ? objects : undefined;
}
