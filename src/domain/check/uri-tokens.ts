/** Finds addresses in a line, anywhere: in a list, in quotation marks, in JSON, in a sentence. */

import type { KnownAddresses } from './known-addresses.ts';
import { platformNamed } from './platform-names.ts';
import {
  closingOf,
  quotedEnd,
  schemeLimit,
  seenBefore,
  unquotedEnd,
  unseen,
  uriLimit,
} from './uri-marks.ts';

/** An address as written in its line. */
export interface UriToken {
  /** Without the marks around it. */
  readonly text: string;
  readonly from: number;
  /** The position after the address, before any closing marks. */
  readonly to: number;
  /** Whether quotation marks show where it ends; otherwise a blank may belong to it. */
  readonly isQuoted: boolean;
  /** Whether it lacks `https://`. */
  readonly isBare: boolean;
  /** Whether it is (nearly) an expected address: then nothing after it belongs to it. */
  readonly isKnown?: boolean;
  /** The position of the „…“ with which PowerShell shortens a list. */
  readonly cut: 'inside' | 'after' | undefined;
}

const schemeCharacter = /[a-z\d+.-]/i;

/** The longest address without a scheme. */
const bareLimit = 400;

/** More addresses than any registration has. */
const tokenLimit = 1000;

/** Marks that end a sentence or a list item. */
const trailing = '.:!?…·•';

/** The start of the scheme before `://`; directly after another address, only `http` and `https` can be recognised. */
function schemeStart(line: string, colon: number): number {
  let start = colon;
  while (
    start > 0 &&
    colon - start < schemeLimit &&
    (schemeCharacter.test(line.charAt(start - 1)) || unseen.test(line.charAt(start - 1)))
  ) {
    start -= 1;
  }
  const visible = line
    .slice(start, colon)
    .split('')
    .map((character, index) => ({ character, index }))
    .filter(({ character }) => !unseen.test(character));
  const name = visible.map(({ character }) => character).join('');
  const [web = ''] = /https?$/i.exec(name) ?? [];
  const first = web === '' ? name.search(/[a-z]/i) : name.length - web.length;
  return start + (visible[first]?.index ?? colon - start);
}

/** Whether an address at this position is part of the previous one: a parameter, or `https://` typed twice. */
function isInside(line: string, start: number, before: number | undefined): boolean {
  if (before === undefined || start - before > uriLimit) return false;
  const between = line.slice(before, start);
  if (/[\s"'<>,;|]/.test(between)) return false;
  return /[=%]$/.test(between) || /^[a-z]{2,10}:\/\/$/i.test(between);
}

function starts(line: string): readonly number[] {
  const found: number[] = [];
  let at = line.indexOf('://');
  for (; at >= 0 && found.length < tokenLimit; at = line.indexOf('://', at + 3)) {
    const start = schemeStart(line, at);
    if (start < at && !isInside(line, start, found.at(-1))) found.push(start);
  }
  if (!/urn:/i.test(line)) return found;
  for (const { index } of line.matchAll(/\burn:ietf:wg:oauth:/gi)) found.push(index);
  return found.toSorted((a, b) => a - b).slice(0, tokenLimit);
}

/** The end without trailing marks; `**` and `_` count as marks only if they also come before the address. */
function trimmedEnd(line: string, from: number, to: number): number {
  // The colon of a bare scheme is not a trailing mark.
  if (line.slice(from, to).endsWith('://')) return to;
  const open = seenBefore(line, from);
  const marks = /[*_~]/.test(open) ? trailing + open : trailing;
  let last = to;
  while (
    last > from &&
    (marks.includes(line.charAt(last - 1)) || unseen.test(line.charAt(last - 1)))
  ) {
    last -= 1;
  }
  return last;
}

/** The text after the last address in a list shortened by PowerShell: at most the scheme of the next one. */
const cutAfter = /^["'“”]?[,;]\s{0,3}["'“”]?[a-z]{0,8}(?::\/{0,2})?(?:\.{3}|…)["'“”]?\s{0,3}\}/i;

/** Whether an address is cut `inside`, by a narrow column, or `after` it, because PowerShell omits the rest of a list. */
function cutAt(text: string, after: string): UriToken['cut'] {
  if (cutAfter.test(after)) return 'after';
  if (!/(?:\.{3}|…)$/.test(text)) return undefined;
  if (/^["'“”]?\s{0,3}\}/.test(after)) return 'after';
  return /^(?:\s{0,99}$|\t| {2})/.test(after) ? 'inside' : undefined;
}

function tokenAt(line: string, start: number, next: number, isBare: boolean): UriToken | undefined {
  let from = start;
  while (unseen.test(line.charAt(from))) from += 1;
  // A short reach for what may be an address: a line has many words.
  const closing = closingOf(line, from, isBare ? Math.min(next, from + 2 * bareLimit) : next);
  const isQuoted = closing !== undefined;
  const whole = isQuoted ? quotedEnd(line, from, closing) : unquotedEnd(line, from, next);
  if (isBare && whole - from > 2 * bareLimit) return undefined;
  const to = trimmedEnd(line, from, whole);
  const cut = cutAt(line.slice(from, whole), line.slice(whole, whole + 100));
  return { text: line.slice(from, to), from, to, isQuoted, isBare, cut };
}

/** Hosts of Microsoft's own services, such as mail servers and endpoints. */
const microsoftHost =
  /(?:^|\.)(?:microsoft|microsoftonline|office|office365|outlook|windows|azure|live)\.(?:com|net)$/i;

/** Whether a text is a host: labels separated by dots, the last of letters; neither a permission nor a token. */
function isHost(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length >= 2 &&
    !host.startsWith('eyJ') &&
    labels.every((label) => /^[\p{L}\d_][\p{L}\d_-]{0,62}$/u.test(label)) &&
    /^(?:\p{Ll}{2,}|\p{Lu}{2,})$/u.test(last)
  );
}

/**
 * Whether a text is an address without `https://`, or with it misspelt. A host alone must have three parts and no
 * sentence around it.
 */
function isBareAddress(text: string, isAlone: () => boolean): boolean {
  if (text.length > bareLimit || text.includes('@')) return false;
  const rest = text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/^(?:https?(?::?\/{1,2}|:))?\/{0,2}/i, '');
  const [host = ''] = rest.split(/[/?#:]/, 1);
  if (!isHost(host)) return false;
  if (/^www\./i.test(host) || rest.charAt(host.length) === '/') return true;
  return host.split('.').length >= 3 && !microsoftHost.test(host) && isAlone();
}

/** A run of characters between blanks and separators. */
const run = /[^\s"'„“”‚‘’«»‹›`<>|,;()[\]{}\p{So}\p{Co}]+/gu;

/** Longer lines are text, not a list. */
const listLimit = 1000;

/** List numbers and bullets, or a name with an equals sign, directly before an address. */
const listMark = /^(?:\d{1,3}[.:]|[-–—•·*_=:~]{1,3}|\w{1,40}=)/;

/** Whether a line contains only addresses, list marks, a label and the name of a platform. */
function isList(line: string, others: readonly UriToken[]): boolean {
  if (line.length > listLimit) return false;
  let rest = line.replace(/^[^:=]{1,60}[:=]/, '').replace(/\([^()]{1,40}\)/g, ' ');
  for (const { text } of others) rest = rest.replace(text, ' ');
  const words = (rest.match(run) ?? []).filter(
    (word) => !word.includes('.') && /\p{L}{2}/u.test(word) && !/^(?:und|and)$/i.test(word),
  );
  return words.length === 0 || platformNamed(words.join(' ')) !== undefined;
}

function bareTokens(line: string, others: readonly UriToken[]): readonly UriToken[] {
  if (!line.includes('.')) return [];
  let isAlone: boolean | undefined;
  const found: UriToken[] = [];
  const gaps = [...others, { from: line.length, to: line.length, text: '' }];
  let from = 0;
  let isBegun = false;
  for (const { from: to, to: next, text } of gaps) {
    // Text after `https://` or `https://www.` and a blank is the rest of that address.
    const words = isBegun ? '' : line.slice(from, to);
    isBegun = /:\/\/(?:www)?$/i.test(text);
    for (const { 0: word, index } of words.matchAll(run)) {
      if (found.length >= tokenLimit) break;
      if (!/\.\p{L}{2}/u.test(word) || from + index < (found.at(-1)?.to ?? 0)) continue;
      const mark = listMark.exec(word)?.[0] ?? '';
      const token = tokenAt(line, from + index + mark.length, to, true);
      const stands = (): boolean => token?.isQuoted === true || (isAlone ??= isList(line, others));
      if (token && isBareAddress(token.text, stands)) found.push(token);
    }
    from = next;
  }
  return found;
}

/** Extends the token to the expected address that starts with it, which may contain a blank. */
function asKnown(token: UriToken, line: string, known: KnownAddresses): UriToken {
  const to = token.isQuoted ? undefined : known.endIn(line, token.from);
  return to === undefined || to < token.to
    ? token
    : { ...token, text: line.slice(token.from, to), to, isKnown: true };
}

/** The addresses of a line in order. Takes linear time. */
export function uriTokens(line: string, known: KnownAddresses): readonly UriToken[] {
  const all = starts(line);
  const found = all.flatMap((from, index) => {
    const token = tokenAt(line, from, all[index + 1] ?? line.length, false);
    return token ? asKnown(token, line, known) : [];
  });
  const bare = bareTokens(line, found).map((token) => asKnown(token, line, known));
  const tokens = [...found, ...bare].toSorted((a, b) => a.from - b.from);
  return tokens.filter(({ from }, at) => from >= (tokens[at - 1]?.to ?? 0));
}
