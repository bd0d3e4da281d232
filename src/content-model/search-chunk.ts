/**
 * Makes the module `virtual:lotse-search`: the index of the search, one chunk for each language, loaded with the first
 * key. A module, because no page may fetch data.
 */

import { fileURLToPath } from 'node:url';
import { buildIndex } from '../domain/search/build-index.ts';
import type { PackedIndex } from '../domain/search/documents.ts';
import { isLanguage, languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import type { ContentFiles } from './content-files.ts';
import { soundContent } from './read-content.ts';
import { searchDocuments } from './search-documents.ts';
import { searchWords } from './search-words.ts';

const name = 'virtual:lotse-search';
const search = fileURLToPath(new URL('../domain/search/', import.meta.url));

/** The index of a language. */
export function searchChunkOf(files: ContentFiles, language: Language): PackedIndex {
  const words = languageCodes.map((code) => [code, searchWords(files, code)] as const);
  return buildIndex(searchDocuments(files, language), Object.fromEntries(words), language);
}

/** The library and the index are fetched side by side. */
function loader(): string {
  const chunks = languageCodes.map((code) => `${code}: () => import('${name}/${code}')`);
  return `const chunks = { ${chunks.join(', ')} };
    export const searchIndex = async (language = document.documentElement.lang) => {
      const [packed, { loadIndex }] = await Promise.all([
        (chunks[language] ?? chunks.${sourceLanguage})(),
        import(${JSON.stringify(`${search}search.ts`)}),
      ]);
      return loadIndex(packed.default);
    };`;
}

/** The Vite plugin that provides the module. */
export function searchChunk() {
  return {
    name: 'postlotse:search',
    resolveId(id: string) {
      return id === name || id.startsWith(`${name}/`) ? `\0${id}` : undefined;
    },
    load(id: string) {
      if (!id.startsWith(`\0${name}`)) return undefined;
      const language = id.slice(name.length + 2);
      if (!isLanguage(language)) return loader();
      return `export default ${JSON.stringify(searchChunkOf(soundContent().files, language))};`;
    },
  };
}
