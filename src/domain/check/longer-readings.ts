/** What else an address may be, together with the text behind it or below it. */

import { withoutEnd } from '../values/text.ts';
import { platformNamed } from './platform-names.ts';
import type { UriToken } from './uri-tokens.ts';

/** A way to read an address together with what follows it, of which so many more lines are a part. */
export interface LongerReading {
  readonly uri: string;
  readonly lines: number;
}

/** All longer readings, and the one that is likely though nothing expected tells so. */
export interface LongerReadings {
  readonly longer: readonly LongerReading[];
  readonly likely: LongerReading | undefined;
}

/** How much of a line is looked at, and of the words in it. */
const reach = 300;
const wordLimit = 4;

/** Marks that close a sentence, or Markdown, and characters that nobody sees. */
const closing = '.:!?*_\u00AD\u200B\u200C\u200D\u2060\uFEFF';

/** The words behind an address up to what ends a cell; each may belong to it, as a blank that nobody encoded (CMX-06). */
function withBlanks({ text, isQuoted }: UriToken, behind: string): readonly string[] {
  if (isQuoted || !/^\.?[ \u00A0]\S/.test(behind)) return [];
  const [cell = ''] = behind.slice(0, reach).split(/\t| {2}|[,;|()[\]{}"<>„“”…\p{So}\p{Co}]/u, 1);
  const words = [...cell.matchAll(/[ \u00A0][^ \u00A0]+/g)].slice(0, wordLimit);
  return words.map(({ 0: word, index }) =>
    withoutEnd(text + cell.slice(0, index + word.length), closing),
  );
}

/** What may follow an address that a narrow column has cut: up to the end of the line or a mark of a list. */
const restOfAddress = /^([\w.~:/?#@&=+%-]{1,300})(?:$|["'“”)\]},;])/;

/** How many lines below an address are looked at: it is rarely cut into more pieces. */
export const piecesBelow = 3;

/** The pieces in the lines below; a mark behind one ends the address. */
function piecesIn(below: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (const next of below) {
    const text = next.slice(0, reach + 100).trim();
    const piece = restOfAddress.exec(text)?.[1] ?? '';
    if (piece === '' || piece.includes('://') || platformNamed(piece)) break;
    pieces.push(piece);
    if (piece !== text) break;
  }
  return pieces;
}

/** The lines joined: as they are, and without what only the end of a line has put there, a hyphen or a mail's `=`. */
function joined(uri: string, pieces: readonly string[]): readonly LongerReading[] {
  return pieces.flatMap((_, index) => {
    const parts = [uri, ...pieces.slice(0, index + 1)];
    const whole = parts.join('');
    const bare = parts.map((part) => part.replace(/[-=]$/, '')).join('');
    const uris = bare === whole ? [whole] : [whole, bare];
    return uris.map((one) => ({ uri: one, lines: index + 1 }));
  });
}

/** Where an address is cut within its host, or ends as none does, and what follows is no word and no address. */
function plainlyGoesOn(uri: string, next: string): boolean {
  const host = /^[^:]{1,80}:\/\/([^/?#]*)$/.exec(uri)?.[1];
  if (host !== undefined && !host.includes('.')) {
    return (host === '' || host.endsWith('-')) && next.includes('.');
  }
  if (/[-%=&_]$/.test(uri)) return true;
  return uri.endsWith('/') && /[/_%]/.test(next) && !/^[^/]{1,80}\.[a-z]{2,10}(?:\/|$)/i.test(next);
}

/** A reading that reaches the end of its line; a point that ends a sentence may stand within an address as well. */
function wholeLine(readings: readonly string[], toEnd: string): string | undefined {
  const isWhole = readings.some(
    (one) => toEnd.startsWith(one) && withoutEnd(toEnd.slice(one.length), closing) === '',
  );
  return isWhole ? toEnd : undefined;
}

/** Looks behind an address in its line, and where it reaches the end, into the lines below; none where another follows. */
export function longerReadings(
  token: UriToken,
  behind: string,
  below: readonly string[],
): LongerReadings {
  const blanks = withBlanks(token, behind);
  const path = blanks.findLast((one) => /\w\/\w/.test(one.slice(token.text.length)));
  const whole = wholeLine([token.text, ...blanks], token.text + behind.trimEnd());
  const pieces = whole === undefined || token.isQuoted ? [] : piecesIn(below);
  const further = whole === undefined ? [] : joined(whole, pieces);
  const [next = ''] = pieces;
  const goesOn = whole !== undefined && next !== '' && plainlyGoesOn(whole, next);
  return {
    longer: [...blanks.map((uri) => ({ uri, lines: 0 })), ...further],
    likely: goesOn ? further[0] : path === undefined ? undefined : { uri: path, lines: 0 },
  };
}
