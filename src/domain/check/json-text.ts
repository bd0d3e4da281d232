/** Parses JSON as people paste it, with text around it, typographic quotes or trailing commas; reports where it is broken. */

import { shownCharacter } from '../values/text.ts';

/** A JSON value; objects are maps, so that no member name can be mistaken for an inherited property. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** The members of an object; if a name is repeated, the last one counts. */
export type JsonObject = ReadonlyMap<string, Json>;

/** A tolerated mistake, with its first line, counted from 1. */
export interface JsonRepair {
  readonly code:
    'json-fragment' | 'json-surrounded' | 'json-odd-blanks' | 'json-quotes' | 'json-trailing-comma';
  readonly line: number;
}

/** A mistake that makes the rest unreadable; `character` is the unexpected one. */
export type JsonFault =
  | {
      readonly code: 'json-cut-off' | 'json-start-missing' | 'json-too-deep';
      readonly line: number;
    }
  | { readonly code: 'json-fault'; readonly line: number; readonly character: string };

/** The value and the tolerated mistakes, or the reason why there is none. */
export type JsonReading =
  | {
      readonly ok: true;
      readonly value: Json;
      /** Its position in the text. */
      readonly span: readonly [from: number, to: number];
      readonly repairs: readonly JsonRepair[];
    }
  | { readonly ok: false; readonly fault: JsonFault };

/** Deeper than any manifest; a limit protects the stack. */
const deepest = 60;

const blanks = /[\s\p{Default_Ignorable_Code_Point}]*/uy;
const quote = /["“”„‟″]/;
/** A string's content up to its closing quote, or the end of the line or text; a typographic opening quote accepts any closing quote. */
const inPlain = /[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*/y;
const inTypographic = /[^"“”„‟″\\\n\r]*(?:\\[^\n\r][^"“”„‟″\\\n\r]*)*/y;
const word = /[\w.+-]*/y;
const comma = /\s*,\s*/y;

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, hex?: string, character = '') =>
    hex === undefined
      ? (escapes[character as string] ?? (character as string))
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Stops parsing a broken text; caught only in `readJsonAt`. */
class Unreadable extends Error {
  readonly code: JsonFault['code'];
  readonly at: number;

  constructor(code: JsonFault['code'], at: number) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

class JsonParser {
  readonly repairs = new Map<JsonRepair['code'], number>();
  at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  value(depth: number): Json {
    if (depth > deepest) throw new Unreadable('json-too-deep', this.at);
    const next = this.#next();
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    return quote.test(next) ? this.#string() : this.#literal();
  }

  #repaired(code: JsonRepair['code'], at: number): void {
    if (!this.repairs.has(code)) this.repairs.set(code, at);
  }

  /** Consumes and returns the match of this pattern at the current position. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.at += found.length;
    return found;
  }

  /** Skips blanks and returns the next character without consuming it. */
  #next(): string {
    const from = this.at;
    const odd = this.#take(blanks).search(/[^ \t\r\n]/);
    if (odd >= 0) this.#repaired('json-odd-blanks', from + odd);
    if (this.at >= this.#text.length) throw new Unreadable('json-cut-off', this.at);
    return this.#text.charAt(this.at);
  }

  #expect(isExpected: boolean): void {
    if (!isExpected) throw new Unreadable('json-fault', this.at);
  }

  /** Reads items up to the closing bracket; tolerates a trailing comma. */
  #items(close: string, item: () => void): void {
    this.at += 1;
    let comma: number | undefined;
    for (let isFirst = true; this.#next() !== close; isFirst = false) {
      this.#expect(isFirst || comma !== undefined);
      item();
      comma = this.#next() === ',' ? this.at : undefined;
      if (comma !== undefined) this.at += 1;
    }
    if (comma !== undefined) this.#repaired('json-trailing-comma', comma);
    this.at += 1;
  }

  #object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    this.#items('}', () => {
      this.#expect(quote.test(this.#next()));
      const name = this.#string();
      this.#expect(this.#next() === ':');
      this.at += 1;
      members.set(name, this.value(depth + 1));
    });
    return members;
  }

  /** Members without the braces around them, up to anything else. */
  members(): JsonObject {
    const members = new Map<string, Json>();
    for (;;) {
      const name = this.#string();
      this.#expect(this.#next() === ':');
      this.at += 1;
      members.set(name, this.value(1));
      const end = this.at;
      const mark = this.#take(comma);
      if (mark !== '' && quote.test(this.#text.charAt(this.at))) continue;
      this.at = end;
      return members;
    }
  }

  #array(depth: number): readonly Json[] {
    const values: Json[] = [];
    this.#items(']', () => {
      values.push(this.value(depth + 1));
    });
    return values;
  }

  #string(): string {
    const isPlain = this.#text.charAt(this.at) === '"';
    if (!isPlain) this.#repaired('json-quotes', this.at);
    this.at += 1;
    const content = this.#take(isPlain ? inPlain : inTypographic);
    const end = this.#text.charAt(this.at);
    if (end === '' || (end === '\\' && this.at + 1 >= this.#text.length)) {
      throw new Unreadable('json-cut-off', this.#text.length);
    }
    this.#expect(quote.test(end));
    this.at += 1;
    return unescaped(content);
  }

  #literal(): Json {
    const from = this.at;
    const found = this.#take(word);
    if (found !== '' && this.at === this.#text.length)
      throw new Unreadable('json-cut-off', this.at);
    if (found === 'true' || found === 'false') return found === 'true';
    if (found === 'null') return null;
    const value = /^-?\d/.test(found) ? Number(found) : Number.NaN;
    if (Number.isNaN(value)) throw new Unreadable('json-fault', from);
    return value;
  }
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
  }
  return line;
}

/** A value and where it ends, or the position at which parsing stopped. */
export type JsonAt =
  | {
      readonly ok: true;
      readonly value: Json;
      readonly end: number;
      readonly repairs: JsonParser['repairs'];
    }
  | { readonly ok: false; readonly code: JsonFault['code']; readonly end: number };

/**
 * Reads the value that starts at this position, or members without braces, in time proportional to its length.
 */
export function readJsonAt(text: string, at: number, isFragment = false): JsonAt {
  const parser = new JsonParser(text, at);
  try {
    const value = isFragment ? parser.members() : parser.value(0);
    return { ok: true, value, end: parser.at, repairs: parser.repairs };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code, end: error.at };
    throw error;
  }
}

function isBlank(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** The name of a member whose object starts before the text. */
const memberStart = /["“„‟″][\w@.$-]{1,80}["“”‟″]\s{0,20}:/;

/**
 * Reads the first JSON object or array in a text. Tolerates text around it, blanks that JSON does not allow (such as a
 * byte order mark), typographic quotes and trailing commas. Members without the braces around them are read too
 * (`json-fragment`); a selection that starts within one is `json-start-missing`, one that ends too early
 * `json-cut-off`. Takes linear time.
 */
export function readJson(text: string): JsonReading {
  const bracket = text.search(/[{[]/);
  const before = text.slice(0, Math.max(bracket, 0));
  const isFragment = /["“”„‟″]\s{0,20}:/.test(before);
  const start = isFragment ? before.search(memberStart) : bracket;
  if (start < 0) return { ok: false, fault: { code: 'json-start-missing', line: 1 } };
  const reading = readJsonAt(text, start, isFragment);
  return reading.ok ? readingOf(text, start, reading, isFragment) : faultOf(text, reading);
}

function faultOf(
  text: string,
  { code, end }: Extract<JsonAt, { readonly ok: false }>,
): JsonReading {
  const line = lineAt(text, end);
  const [character = ''] = text.slice(end, end + 2);
  const shown = shownCharacter(character);
  return {
    ok: false,
    fault: code === 'json-fault' ? { code, line, character: shown } : { code, line },
  };
}

function readingOf(
  text: string,
  start: number,
  { value, end, repairs }: Extract<JsonAt, { readonly ok: true }>,
  isFragment: boolean,
): JsonReading {
  const before = text.slice(0, start);
  if (isFragment) repairs.set('json-fragment', start);
  if (/[^ \t\r\n]/.test(before)) {
    repairs.set(isBlank(before) ? 'json-odd-blanks' : 'json-surrounded', 0);
  }
  const after = text.slice(end).replace(isFragment ? /^[\s,}\]]{1,200}/ : '', '');
  if (!isBlank(after) && !repairs.has('json-surrounded')) repairs.set('json-surrounded', end);
  return {
    ok: true,
    value,
    span: [start, end],
    repairs: [...repairs].map(([code, at]) => ({ code, line: lineAt(text, at) })),
  };
}

/** The member of an object; undefined if absent or if the value is not an object. */
export function member(value: Json | undefined, name: string): Json | undefined {
  return value instanceof Map ? (value as JsonObject).get(name) : undefined;
}

/** The items of an array; empty for anything else. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The value if it is a text; otherwise undefined. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
