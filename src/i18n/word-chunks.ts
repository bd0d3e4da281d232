/**
 * Words that are said after a click only come with that click: one chunk for each language, in place of templates on
 * every page. `import words from 'lotse-words:de/test.,findings.test-'` is the words whose keys begin so.
 */

import { isLanguage } from './languages.ts';
import { allWordKeys, rawWord } from './site-words.ts';

const name = 'lotse-words:';

/** The part of Vite's plugin interface that is needed here. */
interface WordChunks {
  readonly name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
}

/** The plugin that makes these modules. */
export function wordChunks(): WordChunks {
  return {
    name: 'postlotse:word-chunks',
    resolveId(id) {
      return id.startsWith(name) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${name}`)) return undefined;
      const [language = '', beginnings = ''] = id.slice(name.length + 1).split('/', 2);
      if (!isLanguage(language)) throw new Error(`There is no language “${language}”`);
      const keys = allWordKeys.filter((key) =>
        beginnings.split(',').some((beginning) => key.startsWith(beginning)),
      );
      const words = Object.fromEntries(keys.map((key) => [key, rawWord(language, key)]));
      return `export default ${JSON.stringify(words)};`;
    },
  };
}
