/** Several mailbox addresses, as they are pasted out of a list or of the address line of a mail. */

import { readMailbox } from './mailbox.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, lengthProblem, refuse, type Reading } from './reading.ts';
import { cleanText, excerpt, onePerCode, placeholderProblem, withoutEnd } from './text.ts';

/** How many addresses may stand in one list. */
export const mailboxesLimit = 50;

/** The longest list that is looked at, in UTF-16 units: 50 of the longest addresses. */
const listLimit = 16_000;

const separators = /[\n\v\f\r\x85\u2028\u2029;]/;

interface ReadPiece {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * The addresses of what ends with a bracket: `Muster, Anna <a@b.de`. What stands before it, back to an address, is a name
 * and stays with it; more than one comma is in no name.
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

/** `mailto:` may have a blank after it. */
function piecesOf(text: string): readonly string[] {
  return text
    .replace(/mailto:\s+/gi, 'mailto:')
    .split(separators)
    .flatMap((line) => line.split('>').flatMap(bracketed))
    .map((piece) => withoutEnd(piece.trim(), ', '))
    .filter((piece) => piece !== '');
}

/** Exchange compares addresses without regard to case. */
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
 * Reads up to 50 mail addresses between line breaks, commas, semicolons or blanks; the value has `, ` between them.
 * Problems: `mailboxes-too-many`; for each wrong one `mailboxes-wrong`, followed by those of `readMailbox` that were not
 * said yet; `value-missing`, `value-too-long`, `value-is-placeholder`.
 * @see https://learn.microsoft.com/powershell/module/exchange/set-casmailbox checked 2026-11-20 (FF-13, FF-16)
 */
export function readMailboxes(text: string): Reading {
  const tooLong = lengthProblem(text, listLimit);
  if (tooLong) return refuse(tooLong);
  const cleaned = cleanText(text);
  const placeholder = placeholderProblem(cleaned.text);
  return placeholder === undefined ? readList(cleaned.text, cleaned.notes) : refuse(placeholder);
}
