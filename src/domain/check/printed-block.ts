/** Reads what PowerShell prints without a blank line in it: an object of Format-List, a table, or CSV. */

import {
  isKnownProperty,
  nameProperties,
  propertyName,
  smtpSwitch,
} from './exchange-properties.ts';
import type { Properties } from './printed-objects.ts';
import { delimitedHead, delimitedRows, isRule, tableRows } from './printed-rows.ts';

/** What stands in a block. */
export interface PrintedBlock {
  readonly objects: readonly Properties[];
  /** Whether something else stands in it: it may be a command that nobody knows, or the rest of one. */
  readonly hasText: boolean;
  /** Whether something was printed whose form does not tell what belongs together. */
  readonly isUnread: boolean;
}

/** `Name : value`; PowerShell puts a blank on either side of the colon. `column` is where values begin. */
interface ListLine {
  readonly name: string;
  readonly value: string;
  readonly column: number;
}

/** With `=` in place of the colon it is written by hand. */
function listLine(line: string): ListLine | undefined {
  const at = line.search(/[:=]/);
  const written = line.slice(0, Math.max(at, 0)).trim();
  if (!/^[A-Za-z]\w{0,79}$/.test(written)) return undefined;
  const name = propertyName(written);
  if (line.charAt(at) === '=' && name !== smtpSwitch) return undefined;
  return { name, value: line.slice(at + 1).trim(), column: at + 2 };
}

/** No value that is looked at is longer; those that are lists may be. */
const valueLimit = 20_000;

/** A value or the head of a column that says nothing by itself, or an object within a text. */
const loose =
  /^\s{0,80}(?:true|false|wahr|falsch)\s{0,80}$|@\{.{0,2000}smtpclient|^[\s\w]{0,300}smtpclientauth[\s\w]{0,300}$/i;

function isLoose(line: string): boolean {
  return loose.test(line.slice(0, 4000));
}

/** An object, with values that go on indented; two without a blank line between them are not told apart. */
function listOf(lines: readonly string[]): PrintedBlock {
  const list = new Map<string, string>();
  let last: ListLine | undefined;
  let [hasText, isUnread] = [false, false];
  for (const line of lines) {
    const value = last && list.get(last.name);
    const indent = line.length - line.trimStart().length;
    const found = listLine(line);
    if (
      last &&
      value !== undefined &&
      indent >= last.column &&
      !isKnownProperty(found?.name ?? '')
    ) {
      if (value.length < valueLimit) list.set(last.name, value + line.trim());
    } else if (found) {
      // Behind other text another object may begin.
      isUnread ||= list.has(found.name) || (list.size > 0 && last === undefined);
      list.set(found.name, found.value);
      last = found;
    } else {
      // An address that goes on without its indent would be another one.
      isUnread ||= isLoose(line) || (last !== undefined && nameProperties.includes(last.name));
      hasText = true;
      last = undefined;
    }
  }
  const isOutput = [...list.keys()].some(isKnownProperty);
  return {
    objects: isOutput && !isUnread ? [list] : [],
    hasText: hasText || !isOutput,
    isUnread: isUnread && (isOutput || lines.some(isLoose)),
  };
}

/** Whether a line may be about sending: a head that is broken over lines still begins with `Smtp`. */
export function isOfSending(line: string): boolean {
  return /smtp/i.test(line) || isLoose(line);
}

/** Whether lines that were not read have something to say. */
function mayTell(lines: readonly string[]): boolean {
  return lines.some(
    (line) =>
      isOfSending(line) || line.split(/\s+/).some((word) => isKnownProperty(word.toLowerCase())),
  );
}

/** A table or CSV; what stands above its head in one piece with it is a part of it where it may be. */
function rowsOf(
  lines: readonly string[],
  above: readonly string[],
  rows: readonly Properties[] | undefined,
): PrintedBlock {
  const isKnown = rows?.some((one) => [...one.keys()].some(isKnownProperty)) ?? false;
  const isUnread = isKnown ? above.some((line) => /smtp/i.test(line)) : mayTell(lines);
  return {
    objects: isKnown && !isUnread ? (rows ?? []) : [],
    hasText: above.length > 0 || !isKnown,
    isUnread,
  };
}

/** Reads a block by the form that it has. */
export function readBlock(lines: readonly string[]): PrintedBlock {
  const rule = lines.findIndex(isRule);
  const at = rule < 0 ? lines.findIndex((line) => delimitedHead(line)) : rule - 1;
  if (at < 0) return listOf(lines);
  const head = lines[at] ?? '';
  const below = lines.slice(Math.max(at, rule) + 1);
  // A table that a mail or Excel has copied has tabs between its cells.
  const cells = rule < 0 || /-\t+-/.test(lines[rule] ?? '') ? delimitedHead(head) : undefined;
  const rows = cells ? delimitedRows(cells, below) : tableRows(head, lines[rule] ?? '', below);
  return rowsOf(lines, lines.slice(0, at), rows);
}
