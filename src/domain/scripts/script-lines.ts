/** Scripts as lines with places for values, and how the places are filled. */

import type { Values } from '../guide/guide.ts';
import type { Problem } from '../values/problems.ts';
import { slotId, type SlotSegment, type TextSegment } from '../values/template.ts';
import { literal, quote, type Quoting } from './quoting.ts';

/** A place in a script for the value with this id. */
export interface QuotedSlot extends SlotSegment {
  readonly quote: Quoting;
}

/** A piece of a script. */
export type ScriptSegment = TextSegment | QuotedSlot;

/** A line of a script, in pieces so that a page can fill each place on its own. */
export type ScriptLine = readonly ScriptSegment[];

/** The name of a value in the page's language; it is shown in angle brackets while the value is unknown. */
export type PlaceholderOf = (slot: string) => string;

/** What stands in a place now. A refused value is not known, and its problems say why. */
export interface FilledSlot {
  readonly text: string;
  readonly known: boolean;
  readonly problems: readonly Problem[];
}

/** A script as text. It is ready to run only with nothing missing and no problem. */
export interface FilledScript {
  readonly text: string;
  /** Ids of the values that are unknown or refused, each once. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/** The place of the reader's value with this id, or of another as long as that is not known. */
export function slot(id: string, or?: string): QuotedSlot {
  return { slot: id, or, quote: 'powershell' };
}

/**
 * The lines of a script as written in our own code, backslashes as they stand. What is filled in is a place for a value, or
 * text that is safe already, as `literal` makes it; a value never is.
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
 * What stands in one place: the quoted value of `slot`, or its name in angle brackets, quoted as well. Never empty, because
 * Exchange takes an empty `-Identity` for every mailbox.
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
  // The name of a list may hold a comma, and is one placeholder all the same.
  const whole = quoting === 'powershell-list' ? 'powershell' : quoting;
  const text = literal(`<${placeholderOf(id)}>`, whole);
  return { text, known: false, problems: quoted?.problems ?? [] };
}

/** The whole script, PowerShell or bash, with these values; lines end in `\n`, the last one without. */
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
