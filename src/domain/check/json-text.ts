/** Reads JSON as people paste it: with text around it, typographic quotes, a comma too many; and says where it breaks. */

import { shownCharacter } from '../values/text.ts';

/** A JSON value; objects are maps, so that no name of a member can mean anything else. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** The members of an object; of a name that stands twice the last counts. */
export type JsonObject = ReadonlyMap<string, Json>;

/** What was forgiven, with the line where it first stands, counted from 1. */
export interface JsonRepair {
  readonly code: 'json-surrounded' | 'json-odd-blanks' | 'json-quotes' | 'json-trailing-comma';
  readonly line: number;
}

/** What makes the rest unreadable; `character` is the one that cannot stand there. */
export type JsonFault =
  | {
      readonly code: 'json-cut-off' | 'json-start-missing' | 'json-too-deep';
      readonly line: number;
    }
  | { readonly code: 'json-fault'; readonly line: number; readonly character: string };

/** The value and what was forgiven, or why there is none. */
export type JsonReading =
  | { readonly ok: true; readonly value: Json; readonly repairs: readonly JsonRepair[] }
  | { readonly ok: false; readonly fault: JsonFault };

/** Deeper than any manifest; what nests more would exhaust the stack. */
const deepest = 60;

const blank = /[\s\p{Default_Ignorable_Code_Point}]/u;
const quotes = '"“”„‟″';

/** Ends the reading of a broken text; caught in `readJson` and nowhere else. */
class Unreadable extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonParser {
  readonly #text: string;
  #at: number;
  readonly #repairs = new Map<JsonRepair['code'], number>();

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  get repairs(): readonly JsonRepair[] {
    return [...this.#repairs].map(([code, at]) => ({ code, line: lineAt(this.#text, at) }));
  }

  repaired(code: JsonRepair['code'], at = this.#at): void {
    if (!this.#repairs.has(code)) this.#repairs.set(code, at);
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  value(depth: number): Json {
    if (depth > deepest) throw this.#broken('json-too-deep');
    const next = this.#next();
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    if (quotes.includes(next)) return this.#string();
    return this.#literal();
  }

  /** The next character that is no blank, which stays to be read. */
  #next(): string {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (!blank.test(character)) return character;
      if (!/[ \t\r\n]/.test(character)) this.repaired('json-odd-blanks');
    }
    throw this.#broken('json-cut-off');
  }

  #broken(code: 'json-cut-off' | 'json-too-deep'): Unreadable {
    return new Unreadable({ code, line: lineAt(this.#text, this.#at) });
  }

  #unexpected(): Unreadable {
    const [character = ''] = this.#text.slice(this.#at, this.#at + 2);
    const line = lineAt(this.#text, this.#at);
    return new Unreadable({ code: 'json-fault', line, character: shownCharacter(character) });
  }

  /** Reads items up to the closing bracket; a comma before it is forgiven. */
  #items(close: string, item: () => void): void {
    this.#at += 1;
    let comma: number | undefined;
    let isFirst = true;
    for (;;) {
      if (this.#next() === close) {
        if (comma !== undefined) this.repaired('json-trailing-comma', comma);
        this.#at += 1;
        return;
      }
      if (!isFirst && comma === undefined) throw this.#unexpected();
      item();
      isFirst = false;
      comma = this.#next() === ',' ? this.#at : undefined;
      if (comma !== undefined) this.#at += 1;
    }
  }

  #object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    this.#items('}', () => {
      if (!quotes.includes(this.#next())) throw this.#unexpected();
      const name = this.#string();
      if (this.#next() !== ':') throw this.#unexpected();
      this.#at += 1;
      members.set(name, this.value(depth + 1));
    });
    return members;
  }

  #array(depth: number): readonly Json[] {
    const items: Json[] = [];
    this.#items(']', () => {
      items.push(this.value(depth + 1));
    });
    return items;
  }

  /** A string that begins with a typographic quote ends at any quote. */
  #string(): string {
    const isPlain = this.#text.charAt(this.#at) === '"';
    if (!isPlain) this.repaired('json-quotes');
    this.#at += 1;
    const pieces: string[] = [];
    let from = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (isPlain ? character === '"' : quotes.includes(character)) {
        pieces.push(this.#text.slice(from, this.#at));
        this.#at += 1;
        return pieces.join('');
      }
      if (character === '\n' || character === '\r') throw this.#unexpected();
      if (character !== '\\') continue;
      pieces.push(this.#text.slice(from, this.#at), this.#escaped());
      from = this.#at + 1;
    }
    throw this.#broken('json-cut-off');
  }

  /** What an escape stands for; leaves the position at its last character. */
  #escaped(): string {
    this.#at += 1;
    const character = this.#text.charAt(this.#at);
    if (character !== 'u') return escapes[character] ?? character;
    const hex = this.#text.slice(this.#at + 1, this.#at + 5);
    if (!/^[\da-f]{4}$/i.test(hex)) return character;
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #literal(): Json {
    const start = this.#at;
    const words: Readonly<Record<string, Json>> = { true: true, false: false, null: null };
    let end = start;
    while (end < this.#text.length && /[\w.+-]/.test(this.#text.charAt(end))) end += 1;
    const word = this.#text.slice(start, end);
    const value = words[word] ?? (/^-?\d/.test(word) ? Number(word) : Number.NaN);
    if (end === this.#text.length && word !== '') throw this.#broken('json-cut-off');
    if (!Object.hasOwn(words, word) && Number.isNaN(value)) throw this.#unexpected();
    this.#at = end;
    return Object.hasOwn(words, word) ? (words[word] ?? null) : value;
  }
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
  }
  return line;
}

/** Where the outermost bracket stands; -1 where there is none. */
function startOf(text: string): number {
  return text.search(/[{[]/);
}

function isBlank(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}

function readFrom(text: string, start: number): JsonReading {
  const parser = new JsonParser(text, start);
  const before = text.slice(0, start);
  if (/[^ \t\r\n]/.test(before)) {
    parser.repaired(isBlank(before) ? 'json-odd-blanks' : 'json-surrounded', 0);
  }
  const value = parser.value(0);
  if (!isBlank(parser.rest)) parser.repaired('json-surrounded');
  return { ok: true, value, repairs: parser.repairs };
}

/**
 * Reads the first JSON object or array in a text. Forgives text around it, blanks that JSON does not know (a byte order
 * mark among them), typographic quotes and a comma before a bracket. A selection that begins behind the first bracket is
 * `json-start-missing`, one that ends too early `json-cut-off`. Needs time in proportion to the text.
 */
export function readJson(text: string): JsonReading {
  const start = startOf(text);
  if (/["“”„‟″]\s{0,20}:/.test(text.slice(0, Math.max(start, 0))) || start < 0) {
    return { ok: false, fault: { code: 'json-start-missing', line: 1 } };
  }
  try {
    return readFrom(text, start);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The member of an object; undefined where it is absent or the value is no object. */
export function member(value: Json | undefined, name: string): Json | undefined {
  return value instanceof Map ? (value as JsonObject).get(name) : undefined;
}

/** The items of an array; none for anything else. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A text; undefined for anything else. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
