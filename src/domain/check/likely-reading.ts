/** Guesses how an unexpected address continues in the text after it or on the next line. */

import { withoutEnd } from '../values/text.ts';
import { platformNamed } from './platform-names.ts';
import type { UriToken } from './uri-tokens.ts';

/** An address joined with the text after it, and how many more lines it takes. */
export interface LongerReading {
  readonly uri: string;
  readonly lines: number;
}

/** How much of a line is examined, in UTF-16 units and in words. */
const reach = 300;
const wordLimit = 4;

/** Marks that end a sentence or Markdown, and invisible characters. */
const closing = '.:!?*_\u00AD\u200B\u200C\u200D\u2060\uFEFF';

/** The address with the words after it in the same cell, if they continue a path: a blank was not encoded (CMX-06). */
function withBlanks({ text }: UriToken, after: string): string | undefined {
  if (!/^\.?[ \u00A0]\S/.test(after)) return undefined;
  const [cell = ''] = after.slice(0, reach).split(/\t| {2}|[,;|()[\]{}"<>„“”…\p{So}\p{Co}]/u, 1);
  const words = [...cell.matchAll(/[ \u00A0][^ \u00A0]+/g)].slice(0, wordLimit);
  const end = words.findLast(([word]) => /\w\/\w/.test(word));
  if (!end) return undefined;
  return withoutEnd(text + cell.slice(0, end.index + end[0].length), closing);
}

/** The rest of an address broken by a narrow column: up to the end of the line or a list separator. */
const restOfAddress = /^([\w.~:/?#@&=+%-]{1,300})(?:$|["'“”)\]},;])/;

/** Whether an address clearly continues: it breaks within its host, or ends as no address does, and a rest follows. */
function plainlyGoesOn(uri: string, next: string): boolean {
  const host = /^[^:]{1,80}:\/\/([^/?#]*)$/.exec(uri)?.[1];
  if (host !== undefined && !host.includes('.')) {
    return (host === '' || host.endsWith('-')) && next.includes('.');
  }
  if (/[-%=&_]$/.test(uri)) return true;
  return uri.endsWith('/') && /[/_%]/.test(next) && !/^[^/]{1,80}\.[a-z]{2,10}(?:\/|$)/i.test(next);
}

/** The likely longer reading of an address, without help from expected ones; undefined if it seems to end here. */
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
