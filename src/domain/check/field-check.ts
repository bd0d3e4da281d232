/** Compares the fields of a form of the product with what must stand in them. */

import { holds } from '../applicable.ts';
import { compareLines, cutAfter, type ComparedLine } from '../compare-lines.ts';
import { isGuid } from '../guid.ts';
import { fillTemplate } from '../template.ts';
import type { Expectation, ExpectedField, ExpectedForm } from './expectation.ts';
import type { SettingFinding } from './setting-findings.ts';

/** Hosts, mail addresses and IDs mean the same in capitals (BM-11: the vendor writes „Outlook.office365.com“). */
function ignoresCase(text: string): boolean {
  return (
    isGuid(text.toLowerCase()) ||
    /^(?:[^\s@/]{1,64}@)?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,9}$/i.test(text)
  );
}

function lineFinding(line: ComparedLine): SettingFinding {
  const { label, value: expected } = line;
  if (line.state === 'found') return { code: 'field-right', label };
  if (line.state === 'different' && ignoresCase(expected)) {
    if (line.difference.kinds.every((kind) => kind === 'case'))
      return { code: 'field-right', label };
  }
  if (line.state === 'missing') return { code: 'field-missing', label, expected };
  const { found, difference } = line;
  return { code: 'field-differs', label, found, expected, difference: difference.kind };
}

interface KnownField {
  readonly label: string;
  readonly value: string;
  readonly begins: boolean;
}

function knownField(field: ExpectedField, { values }: Expectation): KnownField | undefined {
  const filled = field.segments && fillTemplate(field.segments, values);
  return filled?.ok ? { label: field.label, value: filled.text, begins: field.begins } : undefined;
}

function missingIn({ segments }: ExpectedField, { values }: Expectation): readonly string[] {
  const filled = segments && fillTemplate(segments, values);
  return !filled || filled.ok ? [] : filled.missing;
}

/** A line that begins with a label, or has it alone and the value below. */
interface LabelledLine {
  readonly label: string;
  readonly rest: string;
}

/** The labels in lower case, the longest first: one may begin with another. */
function labelsOf(fields: readonly ExpectedField[]): readonly string[] {
  return [...new Set(fields.map(({ label }) => label.toLowerCase()))].toSorted(
    (a, b) => b.length - a.length,
  );
}

function labelledLine(line: string, labels: readonly string[]): LabelledLine | undefined {
  const text = line.trim();
  const start = text.slice(0, 300).toLowerCase();
  const label = labels.find(
    (one) => start.startsWith(one) && /^(?:$|[\s:=])/.test(text.slice(one.length)),
  );
  return label === undefined
    ? undefined
    : { label, rest: text.slice(label.length).replace(/^[\s:=]{1,20}/, '') };
}

interface PastedLines {
  readonly labelled: readonly LabelledLine[];
  readonly others: readonly string[];
}

/** A form is short; what follows is no part of it. */
const lineLimit = 2000;

function pastedLines(text: string, fields: readonly ExpectedField[]): PastedLines {
  const labels = labelsOf(fields);
  const lines = text.split(/\r\n|[\n\v\f\r\x85\u2028\u2029]/).slice(0, lineLimit);
  const read = lines.map((line) => labelledLine(line, labels));
  const labelled: LabelledLine[] = [];
  const others: string[] = [];
  lines.forEach((line, index) => {
    const own = read[index];
    const above = read[index - 1];
    if (own) {
      const below = own.rest === '' && !read[index + 1] ? lines[index + 1] : undefined;
      labelled.push({ label: own.label, rest: own.rest === '' ? (below ?? '').trim() : own.rest });
    } else if (above?.rest !== '') {
      others.push(line);
    }
  });
  return { labelled, others };
}

/** A label that no rule of the comparison could take apart. */
const plain = 'x';

/** By its own line, whatever else the text holds; what is cut before is compared as far as the product shows it. */
function compareOwn({ label, value, begins }: KnownField, rest: string): SettingFinding {
  const text = `${plain}\t${begins ? cutAfter(rest, [value]) : rest}`;
  const [line] = rest === '' ? [] : compareLines([{ label: plain, value }], text).lines;
  return lineFinding(line ? { ...line, label } : { label, value, state: 'missing' });
}

/** Each field with its own line, where the text names it; of two fields with one label the first line is the first's. */
function compareLabelled(
  known: readonly KnownField[],
  labelled: readonly LabelledLine[],
): ReadonlyMap<KnownField, SettingFinding> {
  const left = [...labelled];
  const found = new Map<KnownField, SettingFinding>();
  for (const field of known) {
    const at = left.findIndex(({ label }) => label === field.label.toLowerCase());
    const [line] = at < 0 ? [] : left.splice(at, 1);
    if (line) found.set(field, compareOwn(field, line.rest));
  }
  return found;
}

function compareRest(
  known: readonly KnownField[],
  others: readonly string[],
): readonly SettingFinding[] {
  const beginnings = known.filter(({ begins }) => begins).map(({ value }) => value);
  const { lines, surplus } = compareLines(known, cutAfter(others.join('\n'), beginnings));
  return [
    ...lines.map(lineFinding),
    ...surplus.map((found): SettingFinding => ({ code: 'field-surplus', found })),
  ];
}

/** Fields whose content is not compared: only whether it is an ID in the place of a secret, or something where nothing belongs. */
function heldFindings(
  { label, holds: held }: ExpectedField,
  labelled: readonly LabelledLine[],
): readonly SettingFinding[] {
  const line = labelled.find((one) => one.label === label.toLowerCase());
  switch (held) {
    case undefined:
      return [];
    case 'nothing':
      if (!line) return [];
      return [{ code: line.rest === '' ? 'field-right' : 'field-not-empty', label }];
    case 'secret':
      if (line && isGuid(line.rest.toLowerCase())) return [{ code: 'field-secret-is-id', label }];
      return [{ code: 'field-secret', label }];
    case 'password':
      return [{ code: 'field-secret', label }];
  }
}

/**
 * Looks for each value that the form must show: in the line with its label, or else anywhere. A field whose value the
 * reader has not entered cannot be compared, nor one that is secret, whose line is not looked at.
 */
export function checkFields(
  text: string,
  form: ExpectedForm,
  expected: Expectation,
): readonly SettingFinding[] {
  const fields = form.fields.filter(({ when }) => holds(when, expected.guide, expected.values));
  const known = fields.flatMap((field) => knownField(field, expected) ?? []);
  const { labelled, others } = pastedLines(text, fields);
  const own = compareLabelled(known, labelled);
  const rest = known.filter((field) => !own.has(field));
  const missing = new Set(fields.flatMap((field) => missingIn(field, expected)));
  return [
    ...own.values(),
    ...compareRest(rest, others),
    ...[...missing].map((value): SettingFinding => ({ code: 'value-needed', value })),
    ...fields.flatMap((field) => heldFindings(field, labelled)),
  ];
}
