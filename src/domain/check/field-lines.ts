/** Takes a pasted form apart into its lines: those that begin with a label, and all others. */

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

/** A form is short; what follows is no part of it. */
const lineLimit = 2000;
/** Over more lines no field is broken. */
const mostBroken = 4;
/** A box as it is drawn before its label. */
const box = /^(\[[ x]?\]|[☐☑☒□■✓✔✗✘])\s*/i;

/** How a label begins a line. */
interface LabelPattern {
  /** In lower case. */
  readonly label: string;
  readonly pattern: RegExp;
}

/**
 * The labels in lower case, the longest first: one may begin with another. People write brackets as the portal does:
 * „Verzeichnis-ID (Mandant)“ for „Verzeichnis-ID-(Mandant)“ (IPM-18).
 */
function labelPatterns(labels: readonly string[]): readonly LabelPattern[] {
  const longestFirst = [...new Set(labels)].toSorted((a, b) => b.length - a.length);
  return longestFirst.map((label) => {
    const literal = label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const loose = literal.replace(/[ -]?\\\(/g, String.raw`[ -]?\(`);
    return { label, pattern: new RegExp(String.raw`^${loose}(?=$|[\s:=])`, 'i') };
  });
}

/** What may stand behind a heading in its line: „Postausgangsserver“, „Postausgang (SMTP):“. */
const afterHeading = /^(?:s?-?server)?\s{0,4}(?:\([^()]{1,40}\))?\s{0,4}:?$/;

/** A heading stands alone in its line; `unsure` is a line that has one in it and cannot be read. */
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

/** How many of these lines belong to the value that begins with `rest`; none where they do not make it whole. */
function brokenOver(rest: string, below: readonly string[], values: ReadonlySet<string>): number {
  let joined = rest;
  for (const [index, line] of below.entries()) {
    joined += line.trim();
    if (values.has(joined)) return index + 1;
  }
  return 0;
}

/**
 * Finds the lines with a label. A content that stands below its label, or goes on there and is only together what must
 * stand in the field, is taken to it.
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
