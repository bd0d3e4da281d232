/** What the search knows: the pages of the site and the places in them, and their words ready for searching. */

import type { AsPlainObject } from 'minisearch';

/** What an entry of the search is: a page or a place in one. */
export const searchKinds = ['guide', 'step', 'check', 'error', 'symptom', 'term', 'page'] as const;

/** One of `searchKinds`. */
export type SearchKind = (typeof searchKinds)[number];

/** An entry as a list shows it. */
export interface Hit {
  /** The path of the page, with a fragment where it is a place in one; several symptoms may share one. */
  readonly address: string;
  readonly kind: SearchKind;
  /** The guide it belongs to. */
  readonly guide?: string | undefined;
  readonly title: string;
  /** The language of title and line if it is not the page's. */
  readonly lang?: string | undefined;
  /** One sentence on what it is for or what it means. */
  readonly line: string;
}

/** An entry with its texts, the weightiest first. */
export interface SearchSource extends Hit {
  /** The product of its guide. */
  readonly product?: string | undefined;
  /** Numbers and codes by which it is called. */
  readonly codes: string;
  /** What it asks for, and what readers call its kind of page. */
  readonly about: string;
  /** Headings, and what stands on buttons and fields. */
  readonly labels: string;
  readonly body: string;
}

/** The fields of the index with the weight of a word found in them. */
export const fieldWeights = {
  codes: 12,
  title: 6,
  /** What means the same as words of the title. */
  alike: 3,
  about: 2,
  near: 2,
  body: 0.8,
} as const;

/** The name of a field. */
export type Field = keyof typeof fieldWeights;

/** All fields. */
export const fields = Object.keys(fieldWeights) as readonly Field[];

/** The words by which readers look for something, in one language. */
export interface SearchWords {
  /** Words that say nothing, such as articles and question words, with blanks between. */
  readonly ignored: string;
  /** Groups of words or phrases that mean the same. */
  readonly same: readonly (readonly string[])[];
}

/** The search of one language, made with the site. */
export interface PackedIndex {
  readonly hits: readonly Hit[];
  readonly ignored: readonly string[];
  /** MiniSearch's own form. */
  readonly index: AsPlainObject;
}
