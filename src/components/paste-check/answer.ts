import type { Line } from '../dom.ts';
import type { Values } from '../../domain/guide/guide.ts';

/** What is said of a text, and how it should read where that is known. */
export interface Answer {
  readonly lines: readonly Line[];
  readonly corrected?: string | undefined;
}

/** What stands in the fields of a check, by their names; never blank. */
export type Given = Readonly<Record<string, string>>;

/** The rules of a check, which come with the first text, and how their answer is said. `expected` is what the page gives. */
export interface Answering {
  readonly answer: (given: Given, expected: unknown, values: Values) => Answer;
}
