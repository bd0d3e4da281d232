/** Several mailbox addresses, pasted from a list or from the address line of a mail. */

import { readMailbox } from './mailbox.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, lengthProblem, refuse, type Reading } from './reading.ts';
import { cleanText, excerpt, onePerCode, placeholderProblem, withoutEnd } from './text.ts';

/** The maximum number of addresses in a list. */
export const mailboxesLimit = 50;

/** The longest list that is parsed, in UTF-16 units: 50 addresses of the maximum length. */
const listLimit = 16_000;

const separators = /[\n\v\f\r\x85\u2028\u2029;]/;

interface ReadPiece {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * The addresses in a part up to a closing bracket: `Muster, Anna <a@b.de`. The words before the bracket, back to the
 * previous address, are its display name; a name contains at most one comma.
 */
function bracketed(part: string): readonly string[] {
  const [before = '', address] = part.split('<', 2);
  const words = before.split(/(?<=,)|\s+/);
  if (address === undefined) return words;
  const name = words.findLastIndex((word) => word.includes('@')) + 1;
  const isName = words.slice(name).filter((word) => word.endsWith(',')).length < 2;
  const own = isName ? name : words.length;
  return [...words.slice(0, own), `${words.slice(own).join(' ')} <${address}>`];
}

/** Allows a blank after `mailto:`. */
function piecesOf(text: string): readonly string[] {
  return text
    .replace(/mailto:\s+/gi, 'mailto:')
    .split(separators)
    .flatMap((line) => line.split('>').flatMap(bracketed))
    .map((piece) => withoutEnd(piece.trim(), ', '))
    .filter((piece) => piece !== '');
}

/** Exchange ignores case in addresses. */
function distinct(pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  const seen = new Set<string>();
  return pieces.filter(({ text, reading }) => {
    const key = (reading.ok ? reading.value : text).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function listProblems(pieces: readonly ReadPiece[]): readonly Problem[] {
  const problems: Problem[] = [];
  const reported = new Set<string>();
  if (pieces.length > mailboxesLimit) {
    const count = String(pieces.length);
    problems.push({ code: 'mailboxes-too-many', count, limit: String(mailboxesLimit) });
  }
  for (const { text, reading } of pieces.slice(0, mailboxesLimit)) {
    if (reading.ok) continue;
    problems.push({ code: 'mailboxes-wrong', address: excerpt(text, 40) });
    problems.push(...reading.problems.filter(({ code }) => !reported.has(code)));
    for (const { code } of reading.problems) reported.add(code);
  }
  return problems;
}

function readList(text: string, notes: readonly Note[]): Reading {
  const pieces = piecesOf(text).map((piece) => ({ text: piece, reading: readMailbox(piece) }));
  if (pieces.length === 0) return refuse({ code: 'value-missing' });
  const list = distinct(pieces);
  const problems = listProblems(list);
  if (isNonEmpty(problems)) return refuse(...problems);
  const readings = list.flatMap(({ reading }) => (reading.ok ? [reading] : []));
  const removed = pieces.length - list.length;
  const duplicates: readonly Note[] =
    removed === 0 ? [] : [{ code: 'duplicates-removed', count: String(removed) }];
  return accept(
    readings.map(({ value }) => value).join(', '),
    onePerCode([...notes, ...readings.flatMap((reading) => reading.notes), ...duplicates]),
  );
}

/**
 * Reads up to 50 mail addresses separated by line breaks, commas, semicolons or blanks; the value separates them by `, `.
 * Problems: `mailboxes-too-many`; for each invalid address `mailboxes-wrong`, followed by its problems from `readMailbox`
 * unless already reported; `value-missing`, `value-too-long`, `value-is-placeholder`.
 * @see https://learn.microsoft.com/powershell/module/exchange/set-casmailbox checked 2026-11-20 (FF-13, FF-16)
 */
export function readMailboxes(text: string): Reading {
  const tooLong = lengthProblem(text, listLimit);
  if (tooLong) return refuse(tooLong);
  const cleaned = cleanText(text);
  const placeholder = placeholderProblem(cleaned.text);
  return placeholder === undefined ? readList(cleaned.text, cleaned.notes) : refuse(placeholder);
}
