/** Splits a pasted form into lines: those that start with a label, and all others. */

import { lineBreak } from '../values/text.ts';
import {
  sectionsOf,
  withHeadings,
  type LabelledLine,
  type NamedField,
  type SectionLine,
  unsure,
  withBeginnings,
} from './field-sections.ts';

/** The lines of a pasted form. */
export interface FieldLines {
  readonly labelled: readonly LabelledLine[];
  readonly others: readonly string[];
}

/** A form is short; later lines are not part of it. */
const lineLimit = 2000;
/** The maximum number of lines that a field's content is broken into, after the first. */
const mostBroken = 4;
/** A checkbox drawn before its label. */
const box = /^(\[[ x]?\]|[☐☑☒□■✓✔✗✘])\s*/i;

/** A pattern for a label at the start of a line. */
interface LabelPattern {
  /** In lower case. */
  readonly label: string;
  readonly pattern: RegExp;
}

/**
 * The patterns of the labels, the longest first, because one label may start with another. People write brackets like
 * the portal: „Verzeichnis-ID (Mandant)“ for „Verzeichnis-ID-(Mandant)“ (IPM-18).
 */
function labelPatterns(labels: readonly string[]): readonly LabelPattern[] {
  const longestFirst = [...new Set(labels)].toSorted((a, b) => b.length - a.length);
  return longestFirst.map((label) => {
    const literal = label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const loose = literal.replace(/[ -]?\\\(/g, String.raw`[ -]?\(`);
    return { label, pattern: new RegExp(String.raw`^${loose}(?=$|[\s:=])`, 'i') };
  });
}

/** The rest of a heading's line: „Postausgangsserver“, „Postausgang (SMTP):“. */
const afterHeading = /^(?:s?-?server)?\s{0,4}(?:\([^()]{1,40}\))?\s{0,4}:?$/;

/** The heading on a line of its own; `unsure` if the line contains a heading among other text. */
function headingIn(line: string, headings: ReadonlySet<string>): string | undefined {
  const text = line.trim().slice(0, 120).toLowerCase();
  const all = [...headings];
  const own = all.find((one) => text.startsWith(one) && afterHeading.test(text.slice(one.length)));
  return own ?? (all.some((one) => text.includes(one)) ? unsure : undefined);
}

function labelledLine(line: string, labels: readonly LabelPattern[]): LabelledLine | undefined {
  const [whole = '', mark = ''] = box.exec(line.trim().slice(0, 20)) ?? [];
  const text = line.trim().slice(whole.length);
  for (const { label, pattern } of labels) {
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) continue;
    const rest = text.slice(found.length).replace(/^[\s:=]{1,20}/, '');
    return { label, rest: rest === '' ? mark : rest };
  }
  return undefined;
}

/** How many of these lines complete the value that starts with `rest`; 0 if they do not. */
function brokenOver(rest: string, below: readonly string[], values: ReadonlySet<string>): number {
  let joined = rest;
  for (const [index, line] of below.entries()) {
    joined += line.trim();
    if (values.has(joined)) return index + 1;
  }
  return 0;
}

/**
 * Finds the lines with a label. Includes content on the line below its label, and following lines that complete the
 * expected value.
 */
export function fieldLines(pasted: string, fields: readonly NamedField[]): FieldLines {
  const sections = sectionsOf(fields.map(({ label }) => label));
  const labels = labelPatterns([
    ...fields.map(({ label }) => label.toLowerCase()),
    ...sections.short,
  ]);
  const values = new Set(fields.flatMap(({ value }) => value ?? []));
  const lines = pasted.split(lineBreak).slice(0, lineLimit);
  const read = lines.map((line) => labelledLine(line, labels));
  const headings = lines.map((line, index) =>
    read[index] ? undefined : headingIn(line, sections.headings),
  );
  const labelled: SectionLine[] = [];
  const others: string[] = [];
  let heading: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    heading = headings[index] ?? heading;
    const own = read[index];
    if (!own) {
      if (headings[index] === undefined) others.push(lines[index] ?? '');
      continue;
    }
    const below: string[] = [];
    for (let at = index + 1; at < lines.length && below.length < mostBroken; at += 1) {
      if (read[at] || headings[at] !== undefined) break;
      below.push(lines[at] ?? '');
    }
    const isBelow = own.rest === '' && below.length > 0;
    const count = Math.max(brokenOver(own.rest, below, values), isBelow ? 1 : 0);
    const rest = [own.rest, ...below.slice(0, count).map((line) => line.trim())].join('');
    labelled.push({ label: own.label, rest, heading });
    index += count;
  }
  const whole = withHeadings(labelled, sections, fields);
  return { labelled: withBeginnings(whole, fields), others };
}
