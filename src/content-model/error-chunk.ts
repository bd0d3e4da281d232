/**
 * Makes the modules of the catalogue, in the page's language: `virtual:lotse-errors` contains all of it, for the
 * decoder; `virtual:lotse-numbers` the part for dry run and test sign-in. Modules, because no page may fetch data.
 */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { ByNumber } from '../domain/errors/by-number.ts';
import { numbersOf } from '../domain/errors/catalogue.ts';
import { chunkKeys, type ErrorChunk, type ErrorWords } from '../i18n/error-chunk.ts';
import { isLanguage, sourceLanguage, type Language } from '../i18n/languages.ts';
import { loaderOf } from '../i18n/word-chunks.ts';
import type { Word, Words } from '../i18n/words.ts';
import type { ContentFiles } from './content-files.ts';
import { entriesOf, errorsSchema, errorWordsSchema } from './errors.ts';
import { soundContent } from './read-content.ts';

const chunks = {
  'virtual:lotse-errors': errorChunkOf,
  'virtual:lotse-numbers': byNumberOf,
} as const;
const names = Object.keys(chunks) as (keyof typeof chunks)[];

function wordsOf(files: ContentFiles, language: Language): Readonly<Record<string, ErrorWords>> {
  const text = files.get(`errors/${language}.yml`);
  return text === undefined ? {} : errorWordsSchema.parse(parse(text));
}

function siteWords(files: ContentFiles, language: Language): Words {
  const schema = z.record(
    z.string(),
    z.union([z.string(), z.strictObject({ one: z.string(), other: z.string() })]),
  );
  const words: Readonly<Record<string, Word>> = schema.parse(
    JSON.parse(files.get(`words/${language}.json`) ?? '{}'),
  );
  const isNeeded = ([key]: readonly [string, Word]): boolean =>
    chunkKeys.some((beginning) => key.startsWith(beginning));
  return Object.fromEntries(Object.entries(words).filter(isNeeded));
}

/** The errors in a language; untranslated ones in German, and marked so. */
export function errorChunkOf(files: ContentFiles, language: Language): ErrorChunk {
  const entries = entriesOf(errorsSchema.parse(parse(files.get('errors/errors.yml') ?? '{}')));
  const [own, source] = [wordsOf(files, language), wordsOf(files, sourceLanguage)];
  const words = entries.flatMap(({ id }): readonly [string, ErrorWords][] => {
    const mine = own[id];
    if (mine) return [[id, mine]];
    const german = source[id];
    return german ? [[id, { ...german, lang: sourceLanguage }]] : [];
  });
  const say = { ...siteWords(files, sourceLanguage), ...siteWords(files, language) };
  return { entries, words: Object.fromEntries(words), say };
}

/** The AADSTS errors by number, in a language; untranslated ones in German. */
export function byNumberOf(files: ContentFiles, language: Language): ByNumber {
  const { entries, words } = errorChunkOf(files, language);
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const short = { title: words[entry.id]?.title ?? entry.code, topics: entry.topics };
      return numbersOf(entry).map((number) => [number, short]);
    }),
  );
}

/** The Vite plugin that provides those modules. */
export function errorChunks() {
  return {
    name: 'postlotse:errors',
    resolveId(id: string) {
      return names.some((name) => id === name || id.startsWith(`${name}/`)) ? `\0${id}` : undefined;
    },
    load(id: string) {
      const name = names.find((each) => id.startsWith(`\0${each}`));
      if (name === undefined) return undefined;
      const language = id.slice(name.length + 2);
      if (!isLanguage(language)) return loaderOf((code) => `${name}/${code}`);
      return `export default ${JSON.stringify(chunks[name](soundContent().files, language))};`;
    },
  };
}
