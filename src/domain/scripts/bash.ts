/** Quoting for the shells of macOS and Linux. */

import { isNonEmpty, refuse, type Refused } from '../values/reading.ts';
import { lineProblems } from '../values/template.ts';

/** A text made safe to stand in a command, quotes included where they belong to it. */
export interface Quoted {
  readonly ok: true;
  readonly text: string;
}

/**
 * The text as one word of bash or zsh, in single quotes.
 * Refuses line breaks (`value-has-line-break`) and controls (`value-has-control-character`).
 * @see https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html checked 2026-11-20 (facts/exchange.md d)
 */
export function quoteBash(text: string): Quoted | Refused {
  const problems = lineProblems(text);
  if (isNonEmpty(problems)) return refuse(...problems);
  return { ok: true, text: `'${text.replaceAll("'", String.raw`'\''`)}'` };
}
