/** The decoder's words: they come with the catalogue on the first paste, not with every page. */

import type { ErrorChunk } from '../../i18n/error-chunk.ts';
import type { WordDetails, WordKey } from '../../i18n/word-keys.ts';
import { fillSentence } from '../../i18n/words.ts';

type Details = Readonly<Record<string, string | number | undefined>>;

/** Says a word of the chunk, typed against what each key needs. */
export type SayDecoded = <Key extends WordKey>(
  key: Key,
  ...details: keyof WordDetails<Key> extends never ? [] : [WordDetails<Key>]
) => string;

/** The lookup in a chunk. A key that is not in it stands for itself. */
export function chunkSay({ say }: ErrorChunk): SayDecoded {
  return (key, ...[given]) => {
    const word = say[key] ?? key;
    const details: Details = given ?? {};
    if (typeof word === 'string') return fillSentence(word, details);
    const count = Object.values(details).find((detail) => typeof detail === 'number') ?? 0;
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    return fillSentence(form === 'one' ? word.one : word.other, details);
  };
}

const chunks = {
  de: () => import('virtual:lotse-errors/de'),
  en: () => import('virtual:lotse-errors/en'),
} as const;

/** The catalogue in the page's language. */
export async function loadChunk(): Promise<ErrorChunk> {
  const language = document.documentElement.lang;
  const load = language === 'en' ? chunks.en : chunks.de;
  return (await load()).default;
}
