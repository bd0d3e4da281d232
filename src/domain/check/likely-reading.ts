/** What an address that nobody expects is likely to be, together with the text behind it or below it. */

import { withoutEnd } from '../values/text.ts';
import { platformNamed } from './platform-names.ts';
import type { UriToken } from './uri-tokens.ts';

/** A way to read an address together with what follows it, of which so many more lines are a part. */
export interface LongerReading {
  readonly uri: string;
  readonly lines: number;
}

/** How much of a line is looked at, and of the words in it. */
const reach = 300;
const wordLimit = 4;

/** Marks that close a sentence, or Markdown, and characters that nobody sees. */
const closing = '.:!?*_\u00AD\u200B\u200C\u200D\u2060\uFEFF';

/** With words behind it up to what ends a cell, where a path goes on there: a blank that nobody encoded (CMX-06). */
function withBlanks({ text }: UriToken, after: string): string | undefined {
  if (!/^\.?[ \u00A0]\S/.test(after)) return undefined;
  const [cell = ''] = after.slice(0, reach).split(/\t| {2}|[,;|()[\]{}"<>„“”…\p{So}\p{Co}]/u, 1);
  const words = [...cell.matchAll(/[ \u00A0][^ \u00A0]+/g)].slice(0, wordLimit);
  const end = words.findLast(([word]) => /\w\/\w/.test(word));
  if (!end) return undefined;
  return withoutEnd(text + cell.slice(0, end.index + end[0].length), closing);
}

/** What may follow an address that a narrow column has cut: up to the end of the line or a mark of a list. */
const restOfAddress = /^([\w.~:/?#@&=+%-]{1,300})(?:$|["'“”)\]},;])/;

/** Where an address is cut within its host, or ends as none does, and what follows is no word and no address. */
function plainlyGoesOn(uri: string, next: string): boolean {
  const host = /^[^:]{1,80}:\/\/([^/?#]*)$/.exec(uri)?.[1];
  if (host !== undefined && !host.includes('.')) {
    return (host === '' || host.endsWith('-')) && next.includes('.');
  }
  if (/[-%=&_]$/.test(uri)) return true;
  return uri.endsWith('/') && /[/_%]/.test(next) && !/^[^/]{1,80}\.[a-z]{2,10}(?:\/|$)/i.test(next);
}

/** The reading that is likely though nothing expected tells so; undefined where the address ends as it stands. */
export function likelyReading(
  token: UriToken,
  after: string,
  below: string,
): LongerReading | undefined {
  if (token.isQuoted) return undefined;
  const blanks = withBlanks(token, after);
  if (blanks !== undefined) return { uri: blanks, lines: 0 };
  if (withoutEnd(after.trimEnd(), closing) !== '') return undefined;
  const whole = token.text + after.trimEnd();
  const next = restOfAddress.exec(below.slice(0, reach + 100).trim())?.[1] ?? '';
  const isNone = next === '' || next.includes('://') || platformNamed(next) !== undefined;
  return !isNone && plainlyGoesOn(whole, next) ? { uri: whole + next, lines: 1 } : undefined;
}
