/** Finds the end of an address: its closing quotation mark, or a character that no address contains. */

import { closings } from '../text/quotes.ts';

/** Invisible characters. */
export const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** The longest scheme; `msal<client ID>://` is longer than all others. */
export const schemeLimit = 60;

/** The longest address that may contain another, or that may be quoted. */
export const uriLimit = 2000;

/** Characters that end an address, because Microsoft allows them in no redirect URI: list separators and the portal's icons. */
const end = String.raw`\s"'„“”‟‚‘’‛«»‹›${'`'}´′″<>|,;()\p{So}\p{Co}\p{Cs}`;
/** Brackets belong to an address if opened within it, except a number in brackets, which marks a link in mails. */
const inAddress = String.raw`(?:[^${end}[\]{}]|(?!\[\d{1,3}\])[[{][^${end}[\]{}]*[\]}])*`;
const address = new RegExp(inAddress, 'uy');
/** `https://<name>` is an unfilled placeholder, like `https://{name}`. */
const placeholder = new RegExp(`<${inAddress}(?:>${inAddress})*`, 'uy');

function endOf(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(line)?.[0].length ?? 0);
}

/** The visible character before a position. */
export function seenBefore(line: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && unseen.test(line.charAt(before))) before -= 1;
  return line.charAt(before);
}

/** The position of the mark that closes the one before `from`; undefined if there is none before `to`. */
export function closingOf(line: string, from: number, to: number): number | undefined {
  const open = seenBefore(line, from);
  const marks = Object.hasOwn(closings, open) ? (closings[open] ?? '') : '';
  const reach = marks === '' ? '' : line.slice(from, Math.min(to, from + uriLimit));
  const places = [...marks].map((mark) => reach.indexOf(mark)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : from + Math.min(...places);
}

/** The end of an unquoted address. A line may have many, so the search is limited. */
export function unquotedEnd(line: string, from: number, to: number): number {
  const reach = line.slice(from, Math.min(to, from + uriLimit));
  const end = endOf(address, reach, 0);
  const isPattern = reach.startsWith('<', end) && reach.slice(0, end).endsWith('://');
  return from + (isPattern ? endOf(placeholder, reach, end) : end);
}

/** The end of a quoted address. It may contain a blank, but a list separator ends it. */
export function quotedEnd(line: string, from: number, closing: number): number {
  const quoted = line.slice(from, closing);
  const list = quoted.search(/[,;()|<>]/);
  return from + (list < 0 ? quoted : quoted.slice(0, list)).trimEnd().length;
}
