/** Compares values that must stand somewhere with a text copied from there, whatever the order and the labels. */

import { likeness } from '../text/common-ends.ts';
import { isOfForm, safeText } from '../text/safe-text.ts';
import { excerpt, lineBreak, withoutEnd } from '../values/text.ts';
import type { DifferenceKind } from './difference-kinds.ts';

/** A value that must be found, and what it is called there. */
export interface ExpectedLine {
  readonly label: string;
  readonly value: string;
}

/** What stands in the place of a value; `kinds` is all in that it differs. */
export type Compared =
  | { readonly state: 'found' }
  | { readonly state: 'missing' }
  | {
      readonly state: 'different';
      readonly found: string;
      readonly kinds: readonly DifferenceKind[];
    };

/** What became of an expected value. */
export type ComparedLine = ExpectedLine & Compared;

/** The expected values in their order, and addresses that nobody expects. */
export interface ComparedLines {
  readonly lines: readonly ComparedLine[];
  readonly surplus: readonly string[];
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
  slash: (text) => withoutEnd(text.replaceAll('\\', '/'), '/'),
  case: (text) => text.toLowerCase(),
} as const satisfies Partial<Record<DifferenceKind, (text: string) => string>>;

type Loosening = keyof typeof loosenings;

const allLoosenings = Object.keys(loosenings) as readonly Loosening[];

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

/** A pasted line, with every text in it that could be the value. */
interface PastedLine {
  readonly text: string;
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

/** What stands after the label in `Label: value` or `Label<tab>value`; the colon of `https://` ends none. */
function afterLabel(text: string): string {
  return /^[^:\t=]{1,80}?(?::(?!\/\/)|\t|=)(.*)$/.exec(text)?.[1]?.trimStart() ?? '';
}

/** Several addresses in one line, between blanks. */
function addresses(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word.includes('://'));
  return words.length > 1 ? words : [];
}

/** A text and its pieces, each also without the marks around it. */
function candidatesIn(text: string): readonly string[] {
  const cells = text.includes('\t') ? text.split('\t') : [];
  return [text, ...[text, ...cells, ...addresses(text)].map(bare)];
}

function pastedLine(raw: string): PastedLine | undefined {
  const text = raw.trim();
  if (text === '') return undefined;
  const value = afterLabel(text);
  const candidates = new Set([...candidatesIn(text), value, bare(value)]);
  candidates.delete('');
  return { text, candidates: [...candidates] };
}

function readPasted(text: string): readonly PastedLine[] {
  const lines = text.slice(0, textLimit).split(lineBreak);
  return lines.slice(0, lineLimit).flatMap((line) => pastedLine(line) ?? []);
}

/** A text in a line that may stand for an expected value. */
interface Candidate {
  readonly line: PastedLine;
  readonly text: string;
  /** Without all that is forgiven. */
  readonly level: string;
}

function candidatesOf(lines: readonly PastedLine[]): readonly Candidate[] {
  return lines.flatMap((line) =>
    line.candidates.map((text) => ({ line, text, level: loosened(text, allLoosenings) })),
  );
}

/** The text that is most like a value, of those whose likeness is at least `least`, from 0 to 1. */
function mostLike<Text extends { readonly text: string }>(
  value: string,
  texts: readonly Text[],
  least = 0,
): Text | undefined {
  return texts
    .map((one) => ({ one, like: likeness(value, one.text) }))
    .filter(({ like }) => like >= least)
    .reduce<{ one: Text; like: number } | undefined>(
      (best, next) => (best === undefined || next.like > best.like ? next : best),
      undefined,
    )?.one;
}

function isAddress(text: string): boolean {
  return /:\/\/|^www\./i.test(text);
}

/** Which text stands for which value; each step sees only what the one before has left. */
function matches(
  expected: readonly ExpectedLine[],
  lines: readonly PastedLine[],
): ReadonlyMap<ExpectedLine, Candidate> {
  const found = new Map<ExpectedLine, Candidate>();
  const used = new Set<string>();
  const candidates = candidatesOf(lines);
  const settle = (pick: (value: string) => Candidate | undefined): void => {
    for (const one of expected.filter((line) => !found.has(line))) {
      const picked = pick(one.value);
      if (picked === undefined) continue;
      found.set(one, picked);
      used.add(picked.text);
      // Of several addresses in a line each may stand for another value.
      if (addresses(picked.line.text).length > 0) continue;
      for (const text of picked.line.candidates) used.add(text);
    }
  };
  settle((value) => candidates.find(({ text }) => text === value));
  settle((value) => {
    const wanted = loosened(value, allLoosenings);
    const left = candidates.filter(({ text, level }) => level === wanted && !used.has(text));
    return mostLike(value, left);
  });
  settle((value) => {
    // A typo hides most of no text; short ones are like many.
    if (value.length < 8) return undefined;
    const isLeft = ({ line }: Candidate) => !line.candidates.some((text) => used.has(text));
    return mostLike(value, candidates.filter(isLeft), 0.7);
  });
  return found;
}

/** What is nearly the expected value, or has its form, may be said; anything else may be a password. */
export function isSayable(
  found: string,
  expected: string,
  kinds: readonly DifferenceKind[],
): boolean {
  return !kinds.includes('other') || isOfForm(found, expected);
}

function compared(value: string, text: string | undefined): Compared {
  if (text === undefined) return { state: 'missing' };
  if (text === value) return { state: 'found' };
  return { state: 'different', found: excerpt(text, 300), kinds: kindsBetween(value, text) };
}

/** Compares a value with what stands in its own place, where marks may stand around it; missing where nothing else does. */
export function compareText(value: string, pasted: string): Compared {
  const texts = candidatesIn(pasted.trim().slice(0, textLimit)).map((text) => ({ text }));
  if (texts.some(({ text }) => text === value)) return compared(value, value);
  const level = loosened(value, allLoosenings);
  const same = texts.filter(({ text }) => loosened(text, allLoosenings) === level);
  const whole = bare(pasted);
  return compared(value, mostLike(value, same)?.text ?? (whole === '' ? undefined : whole));
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
  return [...new Set(surplus)].map((text) => safeText(excerpt(text, 300)));
}

/**
 * Looks for each expected value in a pasted text: in the same form, in one that differs, or not at all. Of the text
 * 200 lines or 20,000 characters are read. Values that are empty are left out.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url redirect URIs are compared as texts, case included, checked 2026-11-20 (IPM-08, CMX-06, CMX-07, FF-21)
 */
export function compareLines(expected: readonly ExpectedLine[], pasted: string): ComparedLines {
  const wanted = expected.filter(({ value }) => value !== '');
  const lines = readPasted(pasted);
  const found = matches(wanted, lines);
  return {
    lines: wanted.map((one) => ({ ...one, ...compared(one.value, found.get(one)?.text) })),
    surplus: surplusOf(lines, [...found.values()]),
  };
}
