/** Makes the module that the decoder loads: `virtual:lotse-errors/<lang>`. The policy lets no page fetch anything. */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import { chunkKeys, type ErrorChunk, type ErrorWords } from '../i18n/error-chunk.ts';
import { sourceLanguage, type Language } from '../i18n/languages.ts';
import type { Word, Words } from '../i18n/words.ts';
import type { ContentFiles } from './content-files.ts';
import { entriesOf, errorsSchema, errorWordsSchema } from './errors.ts';
import { readContent } from './read-content.ts';

const prefix = 'virtual:lotse-errors/';

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

/** The errors in a language; in German, and marked so, where they are not translated. */
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

/** The plugin that answers for those modules. */
export function errorChunks() {
  return {
    name: 'postlotse:errors',
    resolveId(id: string) {
      return id.startsWith(prefix) ? `\0${id}` : undefined;
    },
    load(id: string) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.slice(prefix.length + 1) as Language;
      return `export default ${JSON.stringify(errorChunkOf(readContent(), language))};`;
    },
  };
}
