/** Text with places to fill in, kept in pieces so that a page can fill each place on its own. */

import type { Values } from '../guide/guide.ts';
import type { Problem, ProblemOf } from './problems.ts';

/** Fixed text. */
export interface TextSegment {
  readonly text: string;
}

/** A place for the value with this id, or for another one as long as that is not known. */
export interface SlotSegment {
  readonly slot: string;
  /** Must be known if `slot` is not: an optional value stands in for it where they differ. */
  readonly or?: string | undefined;
}

/** A piece of a template. */
export type Segment = TextSegment | SlotSegment;

/** A template filled, or the ids of the values it still lacks, each once and in order. */
export type FilledTemplate =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly missing: readonly string[] };

const slotPattern = /\{([A-Za-z][A-Za-z0-9]*)\}/;

/** The pieces of a pattern such as `https://{customerHost}.ipmcloud.de`; braces around anything but an id are text. */
export function parseTemplate(pattern: string): readonly Segment[] {
  return pattern
    .split(slotPattern)
    .map((piece, index): Segment => (index % 2 === 0 ? { text: piece } : { slot: piece }))
    .filter((segment) => !('text' in segment && segment.text === ''));
}

/** The value that fills a place: its own where it is known, else the one that may take its place. */
export function slotId({ slot, or = slot }: SlotSegment, values: Values): string {
  return values[slot] ? slot : or;
}

/** The ids of the values that a template needs, each once and in order. */
export function slotsOf(segments: readonly Segment[]): readonly string[] {
  return [...new Set(segments.flatMap((segment) => ('slot' in segment ? [segment.slot] : [])))];
}

/** The template's text with the values as they are; an empty value counts as unknown. */
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
 * What makes a text unfit for a line that is pasted into a console: line breaks, which would run it in parts,
 * and control characters, among them those that turn the reading direction. Each once, in the text's order.
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
