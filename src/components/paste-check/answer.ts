import type { Line } from '../dom.ts';
import type { Values } from '../../domain/guide/guide.ts';

/** The answer to a text, and the corrected text if known. */
export interface Answer {
  readonly lines: readonly Line[];
  readonly corrected?: string | undefined;
}

/** The texts in the fields of a check, by field name; never blank. */
export type Given = Readonly<Record<string, string>>;

/** The rules of a check, loaded with the first text. `expected` comes from the page. */
export interface Answering {
  readonly answer: (given: Given, expected: unknown, values: Values) => Answer;
}
