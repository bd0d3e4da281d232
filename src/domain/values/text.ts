/**
 * What every reader of typed or pasted text does first: take off what is harmless, and refuse what no value can hold.
 */

import { closings } from '../text/quotes.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, lengthProblem, refuse, type Reading } from './reading.ts';

/** A text without its harmless wrapping, and what was taken off. */
export interface CleanText {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** The longest text that is looked at, in UTF-16 units. No value is nearly as long. */
export const textLimit = 2000;

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const fullWidth = /[\uFF01-\uFF5E]/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** What ends a line, of any system and of Unicode. */
export const lineBreak = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;
/** Tab counts as a blank. U+FFFD stands where something was lost on the way here. */
const control = /(?!\t)\p{Control}|\uFFFD/u;
const controls = new RegExp(control, 'gu');

/** The pair of marks around a whole text; a mark that occurs inside too belongs to the text. */
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

/** Keeps the first of several with the same code. */
export function onePerCode<Item extends { readonly code: string }>(
  items: readonly Item[],
): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ code }) => !seen.has(code) && seen.add(code));
}

/**
 * Takes off invisible characters, blanks, quotation marks and `<…>` around a text, and turns full-width letters into
 * ordinary ones. Composed silently (NFC) up to `textLimit`; half a surrogate pair becomes U+FFFD.
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

/** A character as it can be shown in a sentence: itself, or `U+00A0` when nothing would be seen. */
export function shownCharacter(character: string): string {
  return /^[\p{C}\p{Z}]/u.test(character) ? codePoint(character) : character;
}

/** The beginning of a text for showing it in a sentence, `limit` characters at most and then „…“. */
export function excerpt(text: string, limit = 80): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(loneSurrogate, '')}…`;
}

/** A line break (`value-has-line-break`) or else a control character (`value-has-control-character`) in a cleaned text. */
export function controlProblem(text: string): Problem | undefined {
  if (lineBreak.test(text)) return { code: 'value-has-line-break' };
  const [found] = control.exec(text) ?? [];
  return found === undefined
    ? undefined
    : { code: 'value-has-control-character', codePoint: codePoint(found) };
}

/** `[Name]`, `{name}` or `<name>`, as guides write a place to fill in: `value-is-placeholder`. */
export function placeholderProblem(text: string): Problem | undefined {
  return /^(?:\[[^\]:]+\]|\{[^}]+\}|<[^>]+>)$/.test(text)
    ? { code: 'value-is-placeholder', text: excerpt(text) }
    : undefined;
}

type ReadText<Value> = (text: string, notes: readonly Note[]) => Reading<Value>;

/** The other problems are told as if the control characters were gone. */
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
 * Reads a text by a rule that sees it cleaned and free of control characters. Adds `value-too-long`, `value-missing`,
 * `value-has-line-break` (alone: what stands in several lines cannot be judged) and `value-has-control-character`.
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

/** A text without any of these characters at its end; in linear time, which a pattern for it would not be. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
