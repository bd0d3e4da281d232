/** Parses PowerShell output without blank lines: an object from Format-List, a table, or CSV. */

import {
  isKnownProperty,
  nameProperties,
  propertyName,
  smtpSwitch,
} from './exchange-properties.ts';
import type { Properties } from './printed-objects.ts';
import { delimitedHead, delimitedRows, isRule, tableRows } from './printed-rows.ts';

/** The content of a block. */
export interface PrintedBlock {
  readonly objects: readonly Properties[];
  /** Whether it contains other text, which may be an unknown command or the rest of one. */
  readonly hasText: boolean;
  /** Whether it contains output in which related values cannot be matched with certainty. */
  readonly isUnread: boolean;
}

/** `Name : value`; PowerShell puts a blank on either side of the colon. `column` is where values start. */
interface ListLine {
  readonly name: string;
  readonly value: string;
  readonly column: number;
}

/** Parses a list line. One with `=` instead of the colon is handwritten, and accepted only for the switch. */
function listLine(line: string): ListLine | undefined {
  const at = line.search(/[:=]/);
  const written = line.slice(0, Math.max(at, 0)).trim();
  if (!/^[A-Za-z]\w{0,79}$/.test(written)) return undefined;
  const name = propertyName(written);
  if (line.charAt(at) === '=' && name !== smtpSwitch) return undefined;
  return { name, value: line.slice(at + 1).trim(), column: at + 2 };
}

/** Longer than any value that is read; lists may be longer. */
const valueLimit = 20_000;

/** A value or column head without context, or an object within a text. */
const loose =
  /^\s{0,80}(?:true|false|wahr|falsch|vrai|faux)\s{0,80}$|@\{.{0,2000}smtpclient|^[\s\w]{0,300}smtpclientauth[\s\w]{0,300}$/i;

function isLoose(line: string): boolean {
  return loose.test(line.slice(0, 4000));
}

/** Reads an object, with indented continuation lines; two objects without a blank line between them are unread. */
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
      // After other text, another object may start.
      isUnread ||= list.has(found.name) || (list.size > 0 && last === undefined);
      list.set(found.name, found.value);
      last = found;
    } else {
      // A continuation line that lost its indent would change an address.
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

/** Whether a line may be about sending: even a column head broken over lines starts with `Smtp`. */
export function isOfSending(line: string): boolean {
  return /smtp/i.test(line) || isLoose(line);
}

/** Whether unread lines may be relevant. */
function mayTell(lines: readonly string[]): boolean {
  return lines.some(
    (line) =>
      isOfSending(line) || line.split(/\s+/).some((word) => isKnownProperty(word.toLowerCase())),
  );
}

/** Reads a table or CSV; it is unread if lines directly above its head may belong to it. */
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

/** Reads a block according to its form. */
export function readBlock(lines: readonly string[]): PrintedBlock {
  // A rule without a head above it separates texts, as in mails.
  const rule = lines.findIndex((line, index) => index > 0 && isRule(line));
  const at = rule < 0 ? lines.findIndex((line) => delimitedHead(line)) : rule - 1;
  if (at < 0) return listOf(lines);
  const head = lines[at] ?? '';
  const below = lines.slice(Math.max(at, rule) + 1);
  // A table copied from a mail or Excel has tabs between its cells.
  const cells = rule < 0 || /-\t+-/.test(lines[rule] ?? '') ? delimitedHead(head) : undefined;
  const rows = cells ? delimitedRows(cells, below) : tableRows(head, lines[rule] ?? '', below);
  return rowsOf(lines, lines.slice(0, at), rows);
}
