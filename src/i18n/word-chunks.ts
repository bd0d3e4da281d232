/**
 * The words that scripts say: one chunk for each language and part of the site, fetched with that part.
 * `import words from 'lotse-words:test.,findings.test-'` loads the words whose keys start with one of these, in the page's language.
 */

import { isLanguage, languageCodes, sourceLanguage, type Language } from './languages.ts';
import { allWordKeys, rawWord } from './site-words.ts';

const name = 'lotse-words:';
/** A chunk of one language, as in `lotse-words:de/test.`; only the module for all languages names it. */
const chunk = /^\0lotse-words:([a-z]+)\/(.*)$/;

/** The part of Vite's plugin interface that is needed here. */
interface WordChunks {
  readonly name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
}

function wordsOf(language: string, prefixes: string): string {
  if (!isLanguage(language)) throw new Error(`There is no language “${language}”`);
  const words = prefixes.split(',').flatMap((prefix) => {
    const keys = allWordKeys.filter((key) => key.startsWith(prefix));
    if (keys.length === 0) throw new Error(`No word starts with “${prefix}”`);
    return keys.map((key) => [key, rawWord(language, key)] as const);
  });
  return `export default ${JSON.stringify(Object.fromEntries(words))};`;
}

/** A module that brings the one of the page's language, by the names of those of all languages. */
export function loaderOf(nameIn: (language: Language) => string): string {
  const chunks = languageCodes.map((code) => `${code}: () => import('${nameIn(code)}')`);
  return `const chunks = { ${chunks.join(', ')} };
    export default async () =>
      (await (chunks[document.documentElement.lang] ?? chunks.${sourceLanguage})()).default;`;
}

/** The plugin that makes these modules. A prefix that no word starts with is an error. */
export function wordChunks(): WordChunks {
  return {
    name: 'postlotse:word-chunks',
    resolveId(id) {
      return id.startsWith(name) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${name}`)) return undefined;
      const [, language, prefixes] = chunk.exec(id) ?? [];
      return language !== undefined && prefixes !== undefined
        ? wordsOf(language, prefixes)
        : loaderOf((code) => `${name}${code}/${id.slice(name.length + 1)}`);
    },
  };
}
