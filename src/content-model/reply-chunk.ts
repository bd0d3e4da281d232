/** Makes the module with the ready replies of a language, for the support desk. */

import { parse } from 'yaml';
import { isLanguage, languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import type { Replies } from '../i18n/replies.ts';
import type { ContentFiles } from './content-files.ts';
import { soundContent } from './read-content.ts';
import { replyRulesSchema, replyWordsSchema } from './replies.ts';

/** A word in a language; German where it is not translated. */
function wordIn(files: ContentFiles, language: Language, key: string): string {
  const found = [language, sourceLanguage].map((code) => {
    const words = JSON.parse(files.get(`words/${code}.json`) ?? '{}') as Record<string, unknown>;
    return words[key];
  });
  return String(found[0] ?? found[1]);
}

/** The replies in a language. @throws if the content has mistakes, which the content check reports. */
export function repliesOf(files: ContentFiles, language: Language): Replies {
  const rules = replyRulesSchema.parse(parse(files.get('replies/replies.yml') ?? '{}'));
  const text = files.get(`replies/${language}.yml`) ?? files.get(`replies/${sourceLanguage}.yml`);
  const { frame, replies, 'stand-ins': others } = replyWordsSchema.parse(parse(text ?? '{}'));
  const titleOf = (key: string): string => wordIn(files, language, key);
  return {
    rules: Object.entries(rules).map(([id, rule]) => ({ id, ...rule })),
    frame,
    words: { ...others, ...replies },
    pages: { renew: titleOf('renew.link'), remove: titleOf('remove.link') },
  };
}

const name = 'virtual:lotse-replies';

/**
 * The Vite plugin that provides `virtual:lotse-replies`: a function that loads the replies of a language together with
 * the errors and the names of the guides in it, since a customer's language need not be the page's.
 */
export function replyChunk() {
  return {
    name: 'postlotse:replies',
    resolveId(id: string) {
      return id === name || id.startsWith(`${name}/`) ? `\0${id}` : undefined;
    },
    load(id: string) {
      if (!id.startsWith(`\0${name}`)) return undefined;
      const language = id.slice(name.length + 2);
      if (isLanguage(language)) {
        return `export default ${JSON.stringify(repliesOf(soundContent().files, language))};`;
      }
      const parts = (code: string): string =>
        [name, 'virtual:lotse-errors', 'virtual:lotse-guide-names']
          .map((part) => `import('${part}/${code}')`)
          .join(', ');
      const chunks = languageCodes.map((code) => `${code}: () => Promise.all([${parts(code)}])`);
      return `const chunks = { ${chunks.join(', ')} };
        export default async (language) => {
          const [replies, errors, names] = await chunks[language]();
          return { replies: replies.default, errors: errors.default, names: names.default };
        };`;
    },
  };
}
