/** The decoder's data, loaded when a reader pastes something: the errors and their words in one language. */

import type { CatalogueEntry } from '../domain/errors/catalogue.ts';
import type { Language } from './languages.ts';
import type { Words } from './words.ts';

/** The words about an error. `lang` is set if they are not in the requested language. */
export interface ErrorWords {
  readonly title: string;
  readonly cause: string;
  readonly verify: string;
  readonly fix: string;
  readonly lang?: Language;
}

/** All errors with their words, and the site's words that the decoder also needs. */
export interface ErrorChunk {
  readonly entries: readonly CatalogueEntry[];
  readonly words: Readonly<Record<string, ErrorWords>>;
  readonly say: Words;
}

/** Prefixes of those words' keys. */
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
  'site.lead',
] as const;
