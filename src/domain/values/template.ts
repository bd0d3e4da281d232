/** Text with slots for values, kept in segments so that a page can fill each slot on its own. */

import type { Values } from '../guide/guide.ts';
import type { Problem, ProblemOf } from './problems.ts';

/** Fixed text. */
export interface TextSegment {
  readonly text: string;
}

/** A slot for the value with this id, or for the value `or` while that is unknown. */
export interface SlotSegment {
  readonly slot: string;
  /** The fallback value's id, which must be known if `slot` is not: `slot` is optional and needed only if it differs. */
  readonly or?: string | undefined;
}

/** A segment of a template. */
export type Segment = TextSegment | SlotSegment;

/** A filled template, or the ids of the missing values, in order and without duplicates. */
export type FilledTemplate =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly missing: readonly string[] };

const slotPattern = /\{([A-Za-z][A-Za-z0-9]*)\}/;

/** The segments of a pattern such as `https://{customerHost}.ipmcloud.de`; braces around anything but an id are text. */
export function parseTemplate(pattern: string): readonly Segment[] {
  return pattern
    .split(slotPattern)
    .map((piece, index): Segment => (index % 2 === 0 ? { text: piece } : { slot: piece }))
    .filter((segment) => !('text' in segment && segment.text === ''));
}

/** The id of the value that fills a slot: its own if known, otherwise the fallback. */
export function slotId({ slot, or = slot }: SlotSegment, values: Values): string {
  return values[slot] ? slot : or;
}

/** The ids of the values in a template, in order and without duplicates. */
export function slotsOf(segments: readonly Segment[]): readonly string[] {
  return [...new Set(segments.flatMap((segment) => ('slot' in segment ? [segment.slot] : [])))];
}

/** Fills a template with unmodified values; an empty value counts as unknown. */
export function fillTemplate(segments: readonly Segment[], values: Values): FilledTemplate {
  const known = segments.map((segment) =>
    'slot' in segment ? { slot: slotId(segment, values) } : segment,
  );
  const missing = slotsOf(known).filter((slot) => !values[slot]);
  if (missing.length > 0) return { ok: false, missing };
  const texts = known.map((segment) =>
    'slot' in segment ? (values[segment.slot] ?? '') : segment.text,
  );
  return { ok: true, text: texts.join('') };
}

/**
 * The problems of a text for a line that is pasted into a console: line breaks, which would run it in parts, and
 * control characters, including those that change the reading direction. In the order of the text, without duplicates.
 * @see https://github.com/PowerShell/PowerShell `engine/parser/CharTraits.cs`, checked 2026-11-20
 */
export function lineProblems(text: string): readonly Problem[] {
  const found = text.match(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g) ?? [];
  const problems = new Map<string, Problem>();
  for (const character of found) {
    const problem = lineProblem(character);
    problems.set('codePoint' in problem ? problem.codePoint : problem.code, problem);
  }
  return [...problems.values()];
}

function lineProblem(
  character: string,
): ProblemOf<'value-has-line-break' | 'value-has-control-character'> {
  if (/[\n\r\u2028\u2029]/.test(character)) return { code: 'value-has-line-break' };
  const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'value-has-control-character', codePoint: `U+${hex}` };
}
