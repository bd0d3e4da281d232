/** The words by which readers look for things: `search/<lang>.yml`, and the other names of the glossary's terms. */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import { searchKinds, type SearchKind, type SearchWords } from '../domain/search/documents.ts';
import { wordsOf } from '../domain/search/words.ts';
import type { Language } from '../i18n/languages.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import { glossaryEntrySchema } from './prose.ts';
import type { Report } from './report.ts';

const phrase = z
  .string()
  .max(60)
  .refine((text) => wordsOf(text).length > 0, { error: 'at least one word' });

/** `search/<lang>.yml`. */
export const searchWordsSchema = z.strictObject({
  ignored: z.string().describe('words of questions that say nothing, with blanks between'),
  same: z.array(z.array(phrase).min(2)).describe('groups of words that mean the same'),
  kinds: z
    .partialRecord(z.enum(searchKinds), z.array(phrase))
    .describe('what readers call a kind of page, or how they ask for one'),
});

/** The words of a language, with those for each kind of page. */
export interface LanguageWords extends SearchWords {
  readonly kinds: Partial<Record<SearchKind, readonly string[]>>;
}

/** A term with its other names, and with the words that no text may use: readers use them all the same. */
function glossaryGroups(text: string | undefined): readonly (readonly string[])[] {
  if (text === undefined) return [];
  const terms = z.record(z.string(), glossaryEntrySchema).parse(parse(text));
  return Object.values(terms)
    .map(({ term, also, refused }) => [
      term,
      ...also,
      ...refused.map((word) => word.replace('*', '')),
    ])
    .filter((group) => group.length > 1);
}

/** The words for searching in a language; few if it has no file. @throws if one has mistakes, which the content check reports. */
export function searchWords(files: ContentFiles, language: Language): LanguageWords {
  const text = files.get(`search/${language}.yml`) ?? "{ ignored: '', same: [], kinds: {} }";
  const { ignored, same, kinds } = searchWordsSchema.parse(parse(text));
  return {
    ignored,
    kinds,
    same: [...same, ...glossaryGroups(files.get(`glossary/${language}.yml`))],
  };
}

/** Reports mistakes in `search/`. */
export function checkSearchWords(files: ContentFiles, report: Report): void {
  for (const [file, text] of filesLike(files, /^search\/([^/]+)\.yml$/)) {
    report.read(file, text, searchWordsSchema);
  }
}
