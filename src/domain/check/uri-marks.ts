/** Where an address ends: at the mark that closes its quotation, or at what no address holds. */

import { closings } from '../text/quotes.ts';

/** What nobody sees. */
export const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** Schemes are short; the names in `msal<client ID>://` are the longest. */
export const schemeLimit = 60;

/** No address is longer that another may stand in, and no quotation of one. */
export const uriLimit = 2000;

/** What no redirect URI holds at Microsoft ends one: marks of lists, `! $ ' ( ) , ;`, and the portal's icons. */
const end = String.raw`\s"'„“”‟‚‘’‛«»‹›${'`'}´′″<>|,;()\p{So}\p{Co}\p{Cs}`;
/** Brackets belong to an address that has opened them; a number in brackets, as mails mark a link, does not. */
const inAddress = String.raw`(?:[^${end}[\]{}]|(?!\[\d{1,3}\])[[{][^${end}[\]{}]*[\]}])*`;
const address = new RegExp(inAddress, 'uy');
/** `https://<name>` is a pattern that nobody has filled, as `https://{name}` is. */
const placeholder = new RegExp(`<${inAddress}(?:>${inAddress})*`, 'uy');

function endOf(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(line)?.[0].length ?? 0);
}

/** The character before a place that is seen. */
export function seenBefore(line: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && unseen.test(line.charAt(before))) before -= 1;
  return line.charAt(before);
}

/** The mark that closes the one before this place; undefined where there is none before `to`. */
export function closingOf(line: string, from: number, to: number): number | undefined {
  const open = seenBefore(line, from);
  const marks = Object.hasOwn(closings, open) ? (closings[open] ?? '') : '';
  const reach = marks === '' ? '' : line.slice(from, Math.min(to, from + uriLimit));
  const places = [...marks].map((mark) => reach.indexOf(mark)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : from + Math.min(...places);
}

/** Where what begins here ends without quotation marks; many may begin in one line, so none looks far. */
export function unquotedEnd(line: string, from: number, to: number): number {
  const reach = line.slice(from, Math.min(to, from + uriLimit));
  const end = endOf(address, reach, 0);
  const isPattern = reach.startsWith('<', end) && reach.slice(0, end).endsWith('://');
  return from + (isPattern ? endOf(placeholder, reach, end) : end);
}

/** Quotation marks hold no list together, but they do hold a blank. */
export function quotedEnd(line: string, from: number, closing: number): number {
  const quoted = line.slice(from, closing);
  const list = quoted.search(/[,;()|<>]/);
  return from + (list < 0 ? quoted : quoted.slice(0, list)).trimEnd().length;
}
