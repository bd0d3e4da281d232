/**
 * The first step for any typed or pasted text: strip harmless extras, and refuse characters that no value can contain.
 */

import { closings } from '../text/quotes.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, lengthProblem, refuse, type Reading } from './reading.ts';

/** A text without harmless extras, and notes on what was removed. */
export interface CleanText {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** The longest text that is parsed, in UTF-16 units. No value is nearly as long. */
export const textLimit = 2000;

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const fullWidth = /[\uFF01-\uFF5E]/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** A line break of any system, or of Unicode. */
export const lineBreak = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;
/** Tab counts as a blank. U+FFFD marks a character lost on the way. */
const control = /(?!\t)\p{Control}|\uFFFD/u;
const controls = new RegExp(control, 'gu');

/** The pair of marks around a whole text; marks that also occur inside belong to the text. */
function surroundingPair(text: string): string | undefined {
  const open = text.charAt(0);
  const close = text.charAt(text.length - 1);
  if (text.length < 2 || !Object.hasOwn(closings, open)) return undefined;
  if (!closings[open]?.includes(close)) return undefined;
  const inside = text.slice(1, -1);
  return inside.includes(open) || inside.includes(close) ? undefined : open + close;
}

function pairNote(pair: string): Note {
  return pair === '<>'
    ? { code: 'brackets-removed', bracket: pair }
    : { code: 'quotes-removed', quote: pair };
}

function toHalfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Keeps only the first item with each code. */
export function onePerCode<Item extends { readonly code: string }>(
  items: readonly Item[],
): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ code }) => !seen.has(code) && seen.add(code));
}

/**
 * Removes invisible characters, and blanks, quotation marks and `<…>` around a text; turns full-width letters into
 * ordinary ones. Composes the text (NFC, no note) up to `textLimit`; a lone surrogate becomes U+FFFD.
 */
export function cleanText(text: string): CleanText {
  const notes: Note[] = [];
  const wellFormed = text.replace(loneSurrogate, '\uFFFD');
  const visible = wellFormed.replace(invisible, '');
  if (visible !== wellFormed) notes.push({ code: 'invisible-removed' });
  const narrow = visible.replace(fullWidth, toHalfWidth);
  if (narrow !== visible) notes.push({ code: 'full-width-converted' });

  // Engines need quadratic time to compose a long run of combining marks.
  let bare = narrow.length > textLimit ? narrow : narrow.normalize('NFC');
  for (;;) {
    const trimmed = bare.trim();
    if (trimmed !== bare) notes.push({ code: 'blanks-removed' });
    const pair = surroundingPair(trimmed);
    if (pair === undefined) return { text: trimmed, notes: onePerCode(notes) };
    notes.push(pairNote(pair));
    bare = trimmed.slice(1, -1);
  }
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

/** A character as shown in a sentence: itself, or e.g. `U+00A0` if it is invisible. */
export function shownCharacter(character: string): string {
  return /^[\p{C}\p{Z}]/u.test(character) ? codePoint(character) : character;
}

/** The start of a text for use in a sentence: at most `limit` characters, then „…“. */
export function excerpt(text: string, limit = 80): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(loneSurrogate, '')}…`;
}

/** `value-has-line-break`, or otherwise `value-has-control-character`, if a cleaned text contains one. */
export function controlProblem(text: string): Problem | undefined {
  if (lineBreak.test(text)) return { code: 'value-has-line-break' };
  const [found] = control.exec(text) ?? [];
  return found === undefined
    ? undefined
    : { code: 'value-has-control-character', codePoint: codePoint(found) };
}

/** `value-is-placeholder` for `[Name]`, `{name}` or `<name>`, the placeholders of guides. */
export function placeholderProblem(text: string): Problem | undefined {
  return /^(?:\[[^\]:]+\]|\{[^}]+\}|<[^>]+>)$/.test(text)
    ? { code: 'value-is-placeholder', text: excerpt(text) }
    : undefined;
}

type ReadText<Value> = (text: string, notes: readonly Note[]) => Reading<Value>;

/** Reports the problem, and any others that remain once the control characters are removed. */
function refuseUnreadable<Value>(
  problem: Problem,
  { text, notes }: CleanText,
  read: ReadText<Value>,
): Reading<Value> {
  const readable = text.replace(controls, '');
  if (problem.code === 'value-has-line-break' || readable === '') return refuse(problem);
  const reading = read(readable, notes);
  return reading.ok ? refuse(problem) : refuse(problem, ...reading.problems);
}

/**
 * Cleans a text and passes it to `read` without control characters. Adds `value-too-long`, `value-missing`,
 * `value-has-line-break` (alone: text on several lines cannot be judged) and `value-has-control-character`.
 */
export function readCleaned<Value>(text: string, read: ReadText<Value>): Reading<Value> {
  const tooLong = lengthProblem(text, textLimit);
  if (tooLong) return refuse(tooLong);
  const cleaned = cleanText(text);
  if (cleaned.text === '') return refuse({ code: 'value-missing' });
  const unreadable = controlProblem(cleaned.text);
  if (unreadable !== undefined) return refuseUnreadable(unreadable, cleaned, read);
  const reading = read(cleaned.text, cleaned.notes);
  return reading.ok
    ? accept(reading.value, onePerCode([...cleaned.notes, ...reading.notes]))
    : reading;
}

/** Strips these characters from the end of a text, in linear time, which a regular expression would not be. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
