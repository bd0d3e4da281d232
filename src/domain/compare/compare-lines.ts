/** Compares values that must stand somewhere with a text copied from there, whatever the order and the labels. */

import { commonEnd, commonStart, likeness } from '../text/common-ends.ts';
import { covered, isOfForm, saidText } from '../text/said-text.ts';
import { excerpt, lineBreak } from '../values/text.ts';

/** A value that must be found, and what it is called there. */
export interface ExpectedLine {
  readonly label: string;
  readonly value: string;
}

/**
 * How two texts differ, in the order in which it is told: `encoding` is a blank as `%20`, `%2520` or `+` (CMX-06);
 * `version` is v1 or v2 of an endpoint; `tenant` another tenant, or `common` and the like in its place.
 */
export const differenceKinds = [
  'invisible',
  'encoding',
  'blank',
  'scheme',
  'www',
  'tenant',
  'version',
  'slash',
  'case',
  'other',
] as const;

/** A kind of difference. */
export type DifferenceKind = (typeof differenceKinds)[number];

/** The first place where a text differs: `at` in UTF-16 units of the expected value, and what stands there in each, at most 40 characters. */
export interface Difference {
  readonly at: number;
  readonly expected: string;
  readonly found: string;
  readonly kind: DifferenceKind;
  /** All that differs; `kind` is the first. */
  readonly kinds: readonly DifferenceKind[];
}

/** What became of an expected value. */
export type ComparedLine = ExpectedLine &
  (
    | { readonly state: 'found' }
    | { readonly state: 'different'; readonly found: string; readonly difference: Difference }
    | { readonly state: 'missing' }
  );

/** The expected values in their order, addresses that nobody expects, and whether the text was too long to read it all. */
export interface ComparedLines {
  readonly lines: readonly ComparedLine[];
  readonly surplus: readonly string[];
  readonly truncated: boolean;
}

/** Cuts each line of a paste after the first of these beginnings that it holds: the product shows more than is compared. */
export function cutAfter(pasted: string, beginnings: readonly string[]): string {
  return pasted
    .split('\n')
    .map((line) => {
      const beginning = beginnings.find((one) => line.includes(one));
      return beginning === undefined
        ? line
        : line.slice(0, line.indexOf(beginning) + beginning.length);
    })
    .join('\n');
}

const lineLimit = 200;
const textLimit = 20_000;

type Loosening = Exclude<DifferenceKind, 'other'>;

const tenantPart = /(\/\/(?:login\.[a-z.]+|sts\.windows\.net))\/[^/?#%\s]+/i;

/** For each kind what makes two texts equal that differ in it only. */
const loosenings = {
  invisible: (text) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  encoding: (text) => text.replace(/%2520|%20|[+ \u00A0]/g, '%20'),
  blank: (text) => text.replace(/\s/g, ''),
  scheme: (text) => text.replace(/^https?:\/{0,2}/i, '//').replace(/^(?!\/\/)/, '//'),
  www: (text) => text.replace(/^((?:https?:)?(?:\/\/)?)www\./i, '$1'),
  tenant: (text) => text.replace(tenantPart, '$1/{tenant}'),
  version: (text) => text.replace(/\/v[12]\.0(?=\/|$)/gi, ''),
  slash: (text) => withoutLastSlashes(text.replaceAll('\\', '/')),
  case: (text) => text.toLowerCase(),
} as const satisfies Record<Loosening, (text: string) => string>;

const allLoosenings = Object.keys(loosenings) as readonly Loosening[];

function withoutLastSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '/') end -= 1;
  return text.slice(0, end);
}

function loosened(text: string, kinds: readonly Loosening[]): string {
  // Where a blank is forgiven in both ways, it has to go in every form.
  const both = kinds.includes('encoding') && kinds.includes('blank');
  const start = both ? text.replace(/%2520|%20|[+\s]/g, '') : text;
  return kinds.reduce((loose, kind) => loosenings[kind](loose), start);
}

/** The kinds without which two texts would not be equal; `other` where all together do not make them equal. */
function kindsBetween(expected: string, found: string): readonly DifferenceKind[] {
  const isEqual = (kinds: readonly Loosening[]) =>
    loosened(expected, kinds) === loosened(found, kinds);
  if (!isEqual(allLoosenings)) return ['other'];
  const needed = allLoosenings.filter(
    (kind) => !isEqual(allLoosenings.filter((one) => one !== kind)),
  );
  if (needed.length > 0) return needed;
  // Two kinds that forgive the same difference: each could do without the other.
  return [allLoosenings.find((kind) => isEqual([kind])) ?? 'other'];
}

/** Not in the middle of a pair of surrogates. */
function whole(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

function differenceBetween(expected: string, found: string): Difference {
  const at = whole(expected, commonStart(expected, found));
  const end = commonEnd(expected, found, at);
  const kinds = kindsBetween(expected, found);
  return {
    at,
    expected: excerpt(expected.slice(at, expected.length - end).toWellFormed(), 39),
    found: excerpt(found.slice(at, found.length - end).toWellFormed(), 39),
    kind: kinds[0] ?? 'other',
    kinds,
  };
}

/** A pasted line: its text, its label if it has one, and every text in it that could be the value. */
interface PastedLine {
  readonly text: string;
  readonly label: string;
  readonly candidates: readonly string[];
}

const listMarks = /[\s"'„“”‚‘’[\](),;]/;

/**
 * Without the marks that belong to a list or a file and not to the value. Loops, since an expression that is tied to
 * the end starts anew at each character.
 */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && listMarks.test(text.charAt(start))) start += 1;
  while (end > start && listMarks.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** `Label: value`, `Label<tab>value`; the colon of `https://` is none. */
function labelled(text: string): readonly [string, string] | undefined {
  const [, label, value] = /^([^:\t=]{1,80}?)(?::(?!\/\/)|\t|=)(.*)$/.exec(text) ?? [];
  return label === undefined || value === undefined ? undefined : [label.trim(), value.trimStart()];
}

/** Several addresses in one line, between blanks. */
function addresses(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word.includes('://'));
  return words.length > 1 ? words : [];
}

function pastedLine(raw: string): PastedLine | undefined {
  const text = raw.trim();
  if (text === '') return undefined;
  const pair = labelled(text);
  const cells = text.includes('\t') ? text.split('\t') : [];
  const found = [
    raw,
    text,
    bare(text),
    pair?.[1] ?? '',
    bare(pair?.[1] ?? ''),
    ...cells.map(bare),
    ...addresses(text).map(bare),
  ];
  return {
    text,
    label: pair?.[0].toLowerCase() ?? '',
    candidates: [...new Set(found)].filter((candidate) => candidate !== ''),
  };
}

interface Pasted {
  readonly lines: readonly PastedLine[];
  readonly truncated: boolean;
}

function readPasted(text: string): Pasted {
  const lines = text.slice(0, textLimit).split(lineBreak);
  return {
    lines: lines.slice(0, lineLimit).flatMap((line) => pastedLine(line) ?? []),
    truncated: text.length > textLimit || lines.length > lineLimit,
  };
}

/** A text in a line that may stand for an expected value. */
interface Candidate {
  readonly line: PastedLine;
  readonly text: string;
}

function candidatesBy(
  lines: readonly PastedLine[],
  key: (text: string) => string,
): ReadonlyMap<string, readonly Candidate[]> {
  const byKey = new Map<string, Candidate[]>();
  for (const line of lines) {
    for (const text of line.candidates) {
      const same = byKey.get(key(text));
      if (same === undefined) byKey.set(key(text), [{ line, text }]);
      else same.push({ line, text });
    }
  }
  return byKey;
}

/** How much two texts have in common at their ends, from 0 to 1. */
/** A typo hides neither the label nor most of the text. */
function nearest(expected: ExpectedLine, lines: readonly PastedLine[]): Candidate | undefined {
  const label = expected.label.toLowerCase();
  const named = lines.find((line) => line.label !== '' && line.label === label);
  const value = named && labelled(named.text)?.[1];
  if (named && value !== undefined && bare(value) !== '') return { line: named, text: bare(value) };
  if (expected.value.length < 8) return undefined;
  return lines
    .flatMap((line) => line.candidates.map((text) => ({ line, text })))
    .map((candidate) => ({ candidate, like: likeness(expected.value, candidate.text) }))
    .filter(({ like }) => like >= 0.7)
    .reduce<{ candidate: Candidate; like: number } | undefined>(
      (best, one) => (best === undefined || one.like > best.like ? one : best),
      undefined,
    )?.candidate;
}

function isAddress(text: string): boolean {
  return /:\/\/|^www\./i.test(text);
}

/** Which line stands for which value; each step sees only what the one before has left. */
function matches(
  expected: readonly ExpectedLine[],
  lines: readonly PastedLine[],
): ReadonlyMap<ExpectedLine, Candidate> {
  const found = new Map<ExpectedLine, Candidate>();
  const exact = candidatesBy(lines, (text) => text);
  for (const one of expected) {
    const same = exact.get(one.value)?.[0];
    if (same) found.set(one, same);
  }
  const used = new Set([...found.values()].map(({ text }) => text));
  const takes = (candidate: Candidate): void => {
    for (const text of candidate.line.candidates) used.add(text);
  };
  for (const { line, text } of found.values()) {
    if (addresses(line.text).length === 0) takes({ line, text });
  }
  const loose = candidatesBy(lines, (text) => loosened(text, allLoosenings));
  for (const one of expected.filter((line) => !found.has(line))) {
    const near = loose
      .get(loosened(one.value, allLoosenings))
      ?.filter(({ text }) => !used.has(text))
      .reduce<Candidate | undefined>((best, next) => closer(one.value, best, next), undefined);
    if (near === undefined) continue;
    found.set(one, near);
    takes(near);
  }
  for (const one of expected.filter((line) => !found.has(line))) {
    const rest = lines.filter((line) => !line.candidates.some((text) => used.has(text)));
    const near = nearest(one, rest);
    if (near === undefined) continue;
    found.set(one, near);
    takes(near);
  }
  return found;
}

function closer(value: string, best: Candidate | undefined, next: Candidate): Candidate {
  return best === undefined || likeness(value, next.text) > likeness(value, best.text)
    ? next
    : best;
}

/** What is nearly the expected value, or has its form, may be said; anything else may be a password. */
export function isSayable(found: string, expected: string, { kinds }: Difference): boolean {
  return !kinds.includes('other') || isOfForm(found, expected);
}

function comparedLine(one: ExpectedLine, candidate: Candidate | undefined): ComparedLine {
  if (candidate === undefined) return { ...one, state: 'missing' };
  if (candidate.text === one.value) return { ...one, state: 'found' };
  const difference = differenceBetween(one.value, candidate.text);
  const found = excerpt(candidate.text, 300);
  if (isSayable(found, one.value, difference))
    return { ...one, state: 'different', found, difference };
  return {
    ...one,
    state: 'different',
    found: covered,
    difference: { ...difference, found: covered },
  };
}

function surplusOf(lines: readonly PastedLine[], taken: readonly Candidate[]): readonly string[] {
  const known = new Set(taken.map(({ text }) => text));
  const takenLines = new Set(taken.map(({ line }) => line));
  const surplus = lines.flatMap((line) => {
    const several = addresses(line.text).map(bare);
    if (several.length > 0) return several.filter((text) => !known.has(text));
    if (takenLines.has(line) || line.candidates.some((text) => known.has(text))) return [];
    const address = line.candidates.findLast(isAddress);
    return address === undefined ? [] : [address];
  });
  return [...new Set(surplus)].map((text) => saidText(excerpt(text, 300)));
}

/**
 * Looks for each expected value in a pasted text: in the same form, in one that differs, or not at all. Of the text
 * 200 lines or 20,000 characters are read; `truncated` says that there was more. Values that are empty are left out.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url redirect URIs are compared as texts, case included, checked 2026-11-20 (IPM-08, CMX-06, CMX-07, FF-21)
 */
export function compareLines(expected: readonly ExpectedLine[], pasted: string): ComparedLines {
  const wanted = expected.filter(({ value }) => value !== '');
  const { lines, truncated } = readPasted(pasted);
  const found = matches(wanted, lines);
  return {
    lines: wanted.map((one) => comparedLine(one, found.get(one))),
    surplus: surplusOf(lines, [...found.values()]),
    truncated,
  };
}
