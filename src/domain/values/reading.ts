/**
 * The result of parsing the reader's input: a value with notes, or all problems.
 * Nothing here throws, whatever the reader types.
 */

import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';

/** A list with at least one item. */
export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** An accepted text: the normalised value, with notes on corrections and anything unusual. */
export interface Accepted<Value> {
  readonly ok: true;
  readonly value: Value;
  readonly notes: readonly Note[];
}

/** A refused text: all its problems, in the order of the text. */
export interface Refused {
  readonly ok: false;
  readonly problems: NonEmpty<Problem>;
}

/** The result of an input parser. */
export type Reading<Value = string> = Accepted<Value> | Refused;

/** Accepts a value. */
export function accept<Value>(value: Value, notes: readonly Note[] = []): Accepted<Value> {
  return { ok: true, value, notes };
}

/** Refuses a text, with all its problems. */
export function refuse(...problems: [Problem, ...Problem[]]): Refused {
  return { ok: false, problems };
}

/** `value-too-long` for a text of more than `limit` UTF-16 units. */
export function lengthProblem({ length }: string, limit: number): Problem | undefined {
  if (length <= limit) return undefined;
  return { code: 'value-too-long', length: String(length), limit: String(limit) };
}

/** Whether a list has at least one item. */
export function isNonEmpty<Item>(items: readonly Item[]): items is NonEmpty<Item> {
  return items.length > 0;
}
