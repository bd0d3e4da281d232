/** Secrets that no name stands before: columns below a name, lists of cookies, pairs with a user, and what looks random. */

import { guidPattern } from '../text/guid-pattern.ts';
import { namesSecret } from './named-secrets.ts';
import type { HiddenPlace } from './redaction-rules.ts';
import { isRandom } from './secret-shape.ts';

interface Cell {
  readonly text: string;
  readonly start: number;
}

interface Row {
  readonly cells: readonly Cell[];
  /** Whether the table ends before it. */
  readonly isApart: boolean;
}

const delimiters = /[;,\t|]|[ ]{2,}/g;

function trimmedCell(raw: string, start: number): Cell {
  const text = raw.trim();
  return { text, start: start + raw.indexOf(text) };
}

/** The cells of a line between one delimiter; a run of blanks is one too. */
function cellsOf(line: string, start: number, delimiter: string): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const part of line.split(delimiter === '  ' ? / {2,40}/ : delimiter)) {
    const from = line.indexOf(part, at);
    cells.push(trimmedCell(part, start + from));
    at = from + part.length;
  }
  return cells;
}

function isLabel({ text }: Cell): boolean {
  return /^(?:|[\p{L}"'*_][\p{L}\d "'*_./()-]{0,60})$/u.test(text);
}

/** The places below the cells that name a secret; a value with a delimiter in it takes the rest of its row. */
function columnPlaces(rows: Iterable<Row>): readonly HiddenPlace[] {
  const places: HiddenPlace[] = [];
  let columns: readonly number[] = [];
  let width = 0;
  for (const { cells, isApart } of rows) {
    if (isApart) columns = [];
    for (const column of cells.length >= width ? columns : []) {
      const first = cells[column];
      const last = cells.length > width ? cells.at(-1) : first;
      if (!first || !last || /^[-=:\s]*$/.test(first.text)) continue;
      places.push({ start: first.start, end: last.start + last.text.length, kind: 'secret' });
    }
    if (cells.length < 2 || !cells.every(isLabel)) continue;
    const named = cells.flatMap(({ text }, index) => (namesSecret(text) ? [index] : []));
    if (named.length > 0) [columns, width] = [named, cells.length];
  }
  return places;
}

function* linesOf(text: string, delimiter: string): Generator<Row> {
  for (const { 0: line, index } of text.matchAll(/^[^\n]*$/gm)) {
    const isTooLong = line.length > 4000;
    yield {
      cells: isTooLong ? [] : cellsOf(line, index, delimiter),
      isApart: isTooLong || line.trim() === '',
    };
  }
}

function* markedRows(text: string): Generator<Row> {
  const tags =
    /<(\/?table|tr|t[hd])\b[^<>]{0,200}>(?:\s{0,20}<(?!\/?t[a-z]{1,4}\b)[^<>]{1,200}>){0,4}([^<]{0,2000})/gi;
  let cells: Cell[] = [];
  for (const match of text.matchAll(tags)) {
    const [whole, tag = '', content = ''] = match;
    if (/^t[hd]$/i.test(tag)) {
      cells.push(trimmedCell(content, match.index + whole.length - content.length));
      continue;
    }
    yield { cells, isApart: false };
    if (tag.toLowerCase() !== 'tr') yield { cells: [], isApart: true };
    cells = [];
  }
  yield { cells, isApart: false };
}

function tablePlaces(text: string): readonly HiddenPlace[] {
  const used = new Set(
    (text.match(delimiters) ?? []).map((one) => (one.startsWith('  ') ? '  ' : one)),
  );
  return [
    ...[...used].flatMap((delimiter) => columnPlaces(linesOf(text, delimiter))),
    ...(/<tr\b/i.test(text) ? columnPlaces(markedRows(text)) : []),
  ];
}

const cookieList =
  /(?<=^|[\s;"'>:])[\w.$-]{1,80}=[^;\s"'<>]{0,4000}(?:;[ \t]{0,2}[\w.$-]{1,80}=[^;\s"'<>]{0,4000}){1,60}/gm;
/** Names that only cookies have. */
const cookieName =
  /(?:^|[; ])(?:[\w.-]{0,40}sess(?:ion)?(?:_?id)?|connect\.sid|sid|ests\w{2,30}|signinstatecookie|ccstate|buid|fpc|esctx[\w-]{0,20}|muid|msp(?:auth|prof)|wlssc|rps\w{0,10}auth|fedauth|rtfa|\.asp[\w.]{3,40}|ltpatoken2?|[\w-]{0,20}(?:xsrf|csrf)[\w-]{0,20}|remember_\w{1,60}|wordpress_\w{1,80}|__(?:host|secure)-[\w-]{1,60})=/i;

function cookiePlaces(text: string): readonly HiddenPlace[] {
  return [...text.matchAll(cookieList)].flatMap(({ 0: list, index }): readonly HiddenPlace[] =>
    cookieName.test(list) ? [{ start: index, end: index + list.length, kind: 'token' }] : [],
  );
}

const isId = new RegExp(guidPattern, 'i');

/** What is long and in which nothing is a word; in an address no more than the part that is so. */
function randomPlaces(text: string): readonly HiddenPlace[] {
  return [...text.matchAll(/[\w+/~.-]{16,4000}={0,2}/g)].flatMap(({ 0: piece, index }) => {
    // A class of that name is what an error is called by.
    if (isId.test(piece) || /(?:Error|Exception)$/.test(piece)) return [];
    const random = piece.split(/[/.]/).find((part) => isRandom(part, 14));
    if (random === undefined) return [];
    const start = piece.includes('//') ? piece.indexOf(random) : 0;
    return [{ start: index + start, end: index + piece.length, kind: 'token' } as const];
  });
}

/** All places of a text that a form or a neighbour gives away. */
export function formedPlaces(text: string): readonly HiddenPlace[] {
  return [...tablePlaces(text), ...cookiePlaces(text), ...randomPlaces(text)];
}
