/** Compares the fields of a form in the product with their expected content. */

import { isChosen, type ChoiceList } from '../guide/applicable.ts';
import { withWholeGuids } from '../values/broken-values.ts';
import {
  compareLines,
  compareText,
  cutAfter,
  isSayable,
  type ComparedLine,
} from '../compare/compare-lines.ts';
import { guidPattern, isGuid } from '../text/guid-pattern.ts';
import type { Values } from '../guide/guide.ts';
import { isSameAccount } from '../sign-in/sign-in-account.ts';
import { fillTemplate } from '../values/template.ts';
import { excerpt } from '../values/text.ts';
import type { ExpectedField, ExpectedForm } from './expectation.ts';
import { checkScope, type ExpectedScope } from '../fields/scope.ts';
import { boxFindings, contentFindings, withSwapped } from './field-content.ts';
import { fieldLines } from './field-lines.ts';
import type { LabelledLine } from './field-sections.ts';
import { cutFindings, pasteLimit, safeFinding, type SettingFinding } from './setting-findings.ts';
import { signInNameFinding } from './sign-in-name.ts';

/** Case makes no difference in hosts, mail addresses and IDs (BM-11: the vendor writes „Outlook.office365.com“). */
function ignoresCase(text: string): boolean {
  return (
    isGuid(text.toLowerCase()) ||
    /^(?:[^\s@/]{1,64}@)?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,9}$/i.test(text)
  );
}

const guids = new RegExp(guidPattern, 'g');

/** The key of the reader's ID that was entered instead of the expected one. */
function idInPlace(found: string, expected: string, values: Values): string | undefined {
  const [text, wanted] = [found.toLowerCase(), expected.toLowerCase()];
  const belongs = wanted.match(guids) ?? [];
  const taken = Object.entries(values).find(([, id]) => {
    if (id === undefined || !isGuid(id) || !text.includes(id)) return false;
    return belongs.some((right) => right !== id && text.replaceAll(id, right) === wanted);
  });
  return taken?.[0];
}

function lineFinding(line: ComparedLine, values: Values): SettingFinding {
  const { label, value: expected } = line;
  if (line.state === 'found') return { code: 'field-right', label };
  if (line.state === 'missing') return { code: 'field-missing', label, expected };
  const { found, kinds } = line;
  if (ignoresCase(expected) && kinds.every((kind) => kind === 'case')) {
    return { code: 'field-right', label };
  }
  const value = idInPlace(found, expected, values);
  if (value !== undefined) return { code: 'field-holds-other', label, value, expected };
  if (!isSayable(found, expected, kinds)) return { code: 'field-other', label, expected };
  return { code: 'field-differs', label, found, expected, difference: kinds.join(' ') };
}

/** What a form is compared with: the reader's values, and the choices among them. */
export interface FormExpectation {
  readonly guide: ChoiceList;
  readonly values: Values;
}

interface KnownField {
  readonly label: string;
  readonly value: string;
  readonly begins: boolean;
  readonly spellings: readonly string[];
  readonly also: readonly string[];
  readonly signsIn: boolean;
  readonly scope: ExpectedScope | undefined;
}

function knownField(field: ExpectedField, values: Values): KnownField | undefined {
  const filled = field.segments && fillTemplate(field.segments, values);
  const { label, begins, spellings = [], also = [], signsIn = false, scope } = field;
  return filled?.ok
    ? { label, value: filled.text, begins, spellings, also, signsIn, scope }
    : undefined;
}

function missingIn({ segments }: ExpectedField, values: Values): readonly string[] {
  const filled = segments && fillTemplate(segments, values);
  return !filled || filled.ok ? [] : filled.missing;
}

/** Judges a scope by its own rules; undefined if it is wrong in a way that only comparing shows. */
function scopeFinding(
  label: string,
  expected: string,
  rest: string,
  scope: ExpectedScope,
): SettingFinding | undefined {
  const { right, findings } = checkScope(rest, scope);
  if (right) return { code: 'field-right', label };
  const codes = findings.map(({ code }) => code);
  if (codes.includes('scope-default-mixed')) return { code: 'field-scope-mixed', label, expected };
  const isElsewhere = codes.some((code) =>
    ['scope-graph-resource', 'scope-two-resources'].includes(code),
  );
  return isElsewhere ? { code: 'field-scope-resource', label, expected } : undefined;
}

/** Compares a field with its own line only; a prefix is compared as far as the product shows it. */
function compareOwn(
  { label, value, begins, spellings, also, signsIn, scope }: KnownField,
  rest: string,
  values: Values,
): SettingFinding {
  const isAmong = (texts: readonly string[]): boolean =>
    texts.some((one) => one.toLowerCase() === rest.trim().toLowerCase());
  if (isAmong(spellings)) return { code: 'field-right', label };
  if (isAmong(also)) {
    return { code: 'field-also-right', label, found: rest.trim(), expected: value };
  }
  const judged = scope && scopeFinding(label, value, rest, scope);
  if (judged) return judged;
  const other = signsIn ? signInNameFinding(label, rest, value, values) : undefined;
  if (other !== undefined) return other;
  const compared = compareText(value, begins ? cutAfter(rest, [value]) : rest);
  const isWhole = compared.state === 'different' && !begins;
  const own = isWhole ? { ...compared, found: excerpt(rest.trim(), 300) } : compared;
  const finding = lineFinding({ label, value, ...own }, values);
  // The expected scope may be among others.
  const isAmongOthers = scope !== undefined && finding.code === 'field-right';
  return isAmongOthers ? { code: 'field-other', label, expected: value } : finding;
}

/** Compares each field that has a labelled line, or a scope in any line; fields with the same label take their lines in order. */
function compareLabelled(
  known: readonly KnownField[],
  labelled: readonly LabelledLine[],
  others: readonly string[],
  values: Values,
): ReadonlyMap<KnownField, SettingFinding> {
  const left = [...labelled];
  const lines = known.flatMap((field) => {
    const at = left.findIndex(({ label }) => label === field.label.toLowerCase());
    const bare =
      at < 0 && field.scope ? others.find((one) => one.includes(field.value)) : undefined;
    if (bare !== undefined) return [{ field, rest: bare.trim() }];
    return at < 0 ? [] : left.splice(at, 1).map(({ rest }) => ({ field, rest }));
  });
  // An account has one sign-in name: if one field contains the expected name, another name elsewhere is a mistake.
  const isKnown = lines.some(
    ({ field, rest }) => field.signsIn && isSameAccount(rest.trim(), field.value),
  );
  return new Map(
    lines.map(({ field, rest }) => {
      const asked = isKnown ? { ...field, signsIn: false } : field;
      return [field, compareOwn(asked, rest, values)];
    }),
  );
}

function compareRest(
  known: readonly KnownField[],
  others: readonly string[],
  values: Values,
): readonly SettingFinding[] {
  const beginnings = known.filter(({ begins }) => begins).map(({ value }) => value);
  const { lines, surplus } = compareLines(known, cutAfter(others.join('\n'), beginnings));
  // A value that is neither labelled nor found cannot be judged.
  const absent = lines.filter(({ state }) => state === 'missing').map(({ label }) => label);
  const shown = lines.filter(({ state }) => state !== 'missing');
  const labels = [...new Set(absent)].join(', ');
  return [
    ...shown.map((line) => lineFinding(line, values)),
    ...(labels === '' ? [] : [{ code: 'fields-absent', labels } as const]),
    ...surplus.map((found): SettingFinding => ({ code: 'field-surplus', found })),
  ];
}

/**
 * Looks for each expected value: in the line with its label, or otherwise anywhere. A field cannot be compared if the
 * reader has not entered its value, or if it is secret.
 */
export function checkFields(
  text: string,
  form: Pick<ExpectedForm, 'fields'>,
  { guide, values }: FormExpectation,
): readonly SettingFinding[] {
  const fields = form.fields.filter(({ when }) => isChosen(when, guide, values));
  const known = fields.flatMap((field) => knownField(field, values) ?? []);
  const { labelled, others } = fieldLines(withWholeGuids(text), [...fields, ...known]);
  const own = compareLabelled(known, labelled, others, values);
  const rest = known.filter((field) => !own.has(field));
  const missing = new Set(fields.flatMap((field) => missingIn(field, values)));
  const findings = [
    ...own.values(),
    ...compareRest(rest, others, values),
    ...[...missing].map((value): SettingFinding => ({ code: 'value-needed', value })),
    ...fields.flatMap((field) => [
      ...contentFindings(field, labelled, values),
      ...boxFindings(field, labelled),
    ]),
  ];
  return withSwapped(findings, values);
}

/** The same for a text pasted as this form: reads 300,000 characters at most, and repeats only safe parts of them. */
export function checkForm(
  pasted: string,
  form: Pick<ExpectedForm, 'fields'>,
  expected: FormExpectation,
): readonly SettingFinding[] {
  const findings = checkFields(pasted.slice(0, pasteLimit), form, expected);
  return [...cutFindings(pasted), ...findings].map(safeFinding);
}
