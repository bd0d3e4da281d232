/**
 * What dry run and test sign-in ask of the catalogue: what a number of Microsoft's means, and the topics of the steps
 * that fix it. Nothing else knows either.
 */

import type { Finding } from '../compare/findings.ts';
import { oauthErrors } from './oauth-errors.ts';

/** An error of the catalogue, in short. */
export interface ShortEntry {
  /** What is wrong, in the page's language. */
  readonly title: string;
  /** The likeliest first; empty where no step fixes it. */
  readonly topics: readonly string[];
}

/** The catalogue's AADSTS errors by their digits: `virtual:lotse-numbers/<lang>`. */
export type ByNumber = Readonly<Record<string, ShortEntry>>;

/** A finding, with the topics of the steps that fix it, the likeliest first. */
export interface MendedFinding {
  readonly finding: Finding;
  readonly topics: readonly string[];
}

/** Findings that the steps of these topics fix. */
export function mendedBy(
  topics: readonly string[],
  ...findings: readonly Finding[]
): readonly MendedFinding[] {
  return findings.map((finding) => ({ finding, topics }));
}

function own<Entry>(all: Readonly<Record<string, Entry>>, key: string): Entry | undefined {
  return Object.hasOwn(all, key) ? all[key] : undefined;
}

/** The topics for the digits of a number; none where the catalogue does not know it. */
export function numberTopics(number: string, all: ByNumber): readonly string[] {
  return own(all, number)?.topics ?? [];
}

/** The topics for a word of the standard, such as `invalid_grant`; none for other words. */
export function wordTopics(word: string): readonly string[] {
  return own<readonly string[]>(oauthErrors, word) ?? [];
}

/** A number in the catalogue's words. `error` is what the text shows of it, in brackets after them. */
export function numberFinding(
  number: string,
  all: ByNumber,
  error = `AADSTS${number}`,
): MendedFinding {
  const entry = own(all, number);
  if (!entry) return { finding: { code: 'error-unknown', error }, topics: [] };
  const { title, topics } = entry;
  return { finding: { code: 'error-known', title, error }, topics };
}
