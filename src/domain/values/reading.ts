/**
 * How reader's input becomes a value: text goes in, a value with notes or all its problems come out.
 * Nothing here throws on what a reader typed.
 */

import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';

/** At least one of something. */
export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** An accepted text: the normalised value, and what was changed or is odd about it. */
export interface Accepted<Value> {
  readonly ok: true;
  readonly value: Value;
  readonly notes: readonly Note[];
}

/** A refused text: every reason, in the order in which they stand in the text. */
export interface Refused {
  readonly ok: false;
  readonly problems: NonEmpty<Problem>;
}

/** What a reader of input returns. */
export type Reading<Value = string> = Accepted<Value> | Refused;

/** Says yes to a value. */
export function accept<Value>(value: Value, notes: readonly Note[] = []): Accepted<Value> {
  return { ok: true, value, notes };
}

/** Says no to a text, with all its problems. */
export function refuse(...problems: [Problem, ...Problem[]]): Refused {
  return { ok: false, problems };
}

/** `value-too-long` for a text of more UTF-16 units than these. */
export function lengthProblem({ length }: string, limit: number): Problem | undefined {
  if (length <= limit) return undefined;
  return { code: 'value-too-long', length: String(length), limit: String(limit) };
}

/** Tells a list with at least one item from an empty one. */
export function isNonEmpty<Item>(items: readonly Item[]): items is NonEmpty<Item> {
  return items.length > 0;
}
