/** What the decoder loads when a reader pastes something: the errors and their words in one language. */

import type { CatalogueEntry } from '../domain/errors/catalogue.ts';
import type { Language } from './languages.ts';
import type { Words } from './words.ts';

/** What is said of an error. `lang` where that is not the language asked for. */
export interface ErrorWords {
  readonly title: string;
  readonly cause: string;
  readonly verify: string;
  readonly fix: string;
  readonly lang?: Language;
}

/** All errors, what is said of each, and the site's words that the decoder needs besides. */
export interface ErrorChunk {
  readonly entries: readonly CatalogueEntry[];
  readonly words: Readonly<Record<string, ErrorWords>>;
  readonly say: Words;
}

/** Beginnings of the keys of those words. */
export const chunkKeys = [
  'certainty.',
  'decoder.',
  'detail.',
  'errors.',
  'findings.redirect-',
  'oauth.',
  'redacted.',
  'redirect-difference.',
  'report.',
  'role.',
] as const;
