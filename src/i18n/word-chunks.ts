/**
 * Words for scripts: one chunk for each language and part of the site, fetched with that part.
 * `import words from 'lotse-words:test.,findings.test-'` imports a loader of the words whose keys start with one of
 * these prefixes, in the page's language.
 */

import { createHash } from 'node:crypto';
import { isLanguage, languageCodes, sourceLanguage, type Language } from './languages.ts';
import { allWordKeys, rawWord } from './site-words.ts';

const name = 'lotse-words:';
/** A chunk of one language, such as `lotse-words:de/1a2b3c`; imported only by the module for all languages. */
const chunk = /^\0lotse-words:([a-z]+)\/(.*)$/;

/** The prefixes of chunks by their short names, which become file names and so part of the first script. */
const prefixesOf = new Map<string, string>();

function shortName(prefixes: string): string {
  const short = createHash('sha256').update(prefixes).digest('hex').slice(0, 6);
  prefixesOf.set(short, prefixes);
  return short;
}

/** The part of Vite's plugin interface used here. */
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

/** The code of a module that imports the one for the page's language; `nameIn` names each language's module. */
export function loaderOf(nameIn: (language: Language) => string): string {
  const chunks = languageCodes.map((code) => `${code}: () => import('${nameIn(code)}')`);
  return `const chunks = { ${chunks.join(', ')} };
    export default async () =>
      (await (chunks[document.documentElement.lang] ?? chunks.${sourceLanguage})()).default;`;
}

/** The Vite plugin that makes these modules. A prefix without words is an error. */
export function wordChunks(): WordChunks {
  return {
    name: 'postlotse:word-chunks',
    resolveId(id) {
      return id.startsWith(name) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${name}`)) return undefined;
      const [, language, short] = chunk.exec(id) ?? [];
      if (language !== undefined && short !== undefined) {
        return wordsOf(language, prefixesOf.get(short) ?? '');
      }
      const own = shortName(id.slice(name.length + 1));
      return loaderOf((code) => `${name}${code}/${own}`);
    },
  };
}
