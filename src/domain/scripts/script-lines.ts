/** Scripts as lines with slots for values, and how the slots are filled. */

import type { Values } from '../guide/guide.ts';
import type { Problem } from '../values/problems.ts';
import { slotId, type SlotSegment, type TextSegment } from '../values/template.ts';
import { literal, quote, type Quoting } from './quoting.ts';

/** A slot in a script for the value with this id. */
export interface QuotedSlot extends SlotSegment {
  readonly quote: Quoting;
}

/** A segment of a script. */
export type ScriptSegment = TextSegment | QuotedSlot;

/** A line of a script, in segments so that a page can fill each slot on its own. */
export type ScriptLine = readonly ScriptSegment[];

/** Returns the name of a value in the page's language, shown in angle brackets while the value is unknown. */
export type PlaceholderOf = (slot: string) => string;

/** The current content of a slot. A refused value counts as unknown, and its problems say why. */
export interface FilledSlot {
  readonly text: string;
  readonly known: boolean;
  readonly problems: readonly Problem[];
}

/** A script as text. It is ready to run only if nothing is missing and there are no problems. */
export interface FilledScript {
  readonly text: string;
  /** The ids of the values that are unknown or refused, without duplicates. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/** A slot for the reader's value with this id, or for the value `or` while that is unknown. */
export function slot(id: string, or?: string): QuotedSlot {
  return { slot: id, or, quote: 'powershell' };
}

/**
 * The lines of a script written in our own code, with backslashes taken literally. A filling is a slot for a value, or
 * text that is already safe, such as a `literal`; never a value itself.
 */
export function lines(
  texts: TemplateStringsArray,
  ...fillings: readonly (string | QuotedSlot)[]
): readonly ScriptLine[] {
  const written: ScriptSegment[][] = [[]];
  const write = (text: string): void => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) written.push([]);
      const line = written.at(-1);
      const last = line?.at(-1);
      if (part === '') continue;
      if (last && 'text' in last) line?.splice(-1, 1, { text: last.text + part });
      else line?.push({ text: part });
    }
  };
  texts.raw.forEach((text, index) => {
    write(text);
    const filling = fillings[index] ?? '';
    if (typeof filling === 'string') write(filling);
    else written.at(-1)?.push(filling);
  });
  return written;
}

/**
 * Fills one slot with the quoted value of `slot`, or with its name in angle brackets, also quoted. Never empty, because
 * Exchange treats an empty `-Identity` as every mailbox.
 * @see https://learn.microsoft.com/powershell/module/exchange/get-casmailbox checked 2026-11-20
 */
export function fillSlot(
  { slot: id, quote: quoting }: QuotedSlot,
  values: Values,
  placeholderOf: PlaceholderOf,
): FilledSlot {
  const value = values[id]?.trim();
  const quoted = value ? quote(value, quoting) : undefined;
  if (quoted?.ok) return { text: quoted.value, known: true, problems: [] };
  // The name of a list may contain a comma, but is still one placeholder.
  const whole = quoting === 'powershell-list' ? 'powershell' : quoting;
  const text = literal(`<${placeholderOf(id)}>`, whole);
  return { text, known: false, problems: quoted?.problems ?? [] };
}

/** The whole script, PowerShell or bash, with these values; its lines are joined by `\n`. */
export function fillScript(
  script: readonly ScriptLine[],
  values: Values,
  placeholderOf: PlaceholderOf,
): FilledScript {
  const missing = new Set<string>();
  const problems: Problem[] = [];
  const fill = (segment: ScriptSegment): string => {
    if ('text' in segment) return segment.text;
    const id = slotId(segment, values);
    const filled = fillSlot({ slot: id, quote: segment.quote }, values, placeholderOf);
    if (!filled.known && !missing.has(id)) problems.push(...filled.problems);
    if (!filled.known) missing.add(id);
    return filled.text;
  };
  const text = script.map((line) => line.map(fill).join('')).join('\n');
  return { text, missing: [...missing], problems };
}
