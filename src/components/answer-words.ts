/** What is said of Microsoft's answers; the words come when there is an answer to explain. */

import type { Finding } from '../domain/findings.ts';
import { isLanguage, sourceLanguage, type Language } from '../i18n/languages.ts';
import { fillSentence, type Words } from '../i18n/words.ts';

type Chunk = () => Promise<{ readonly default: Words }>;

const chunks = {
  'look-up': {
    de: () => import('lotse-words:de/findings.look-up-'),
    en: () => import('lotse-words:en/findings.look-up-'),
  },
  'dry-run': {
    de: () =>
      import('lotse-words:de/findings.dry-run-,findings.redirect-,dry-run.sent,dry-run.nearest'),
    en: () =>
      import('lotse-words:en/findings.dry-run-,findings.redirect-,dry-run.sent,dry-run.nearest'),
  },
  token: {
    de: () => import('lotse-words:de/findings.token-'),
    en: () => import('lotse-words:en/findings.token-'),
  },
} as const satisfies Record<string, Readonly<Record<Language, Chunk>>>;

/** The words for one kind of answer. */
export interface AnswerWords {
  readonly say: (key: string) => string;
  readonly sayFinding: (finding: Finding) => string;
}

/** Says a word of a chunk, or its key where it is not in there. */
type SayChunk = (key: string, details?: Readonly<Record<string, string | number>>) => string;

/** Brings a chunk of words in the page's language. Rejects where that part of the site does not arrive. */
export async function loadChunk(chunk: Readonly<Record<Language, Chunk>>): Promise<SayChunk> {
  const { lang } = document.documentElement;
  const { default: words } = await chunk[isLanguage(lang) ? lang : sourceLanguage]();
  return (key, details = {}) => {
    const word = words[key];
    return fillSentence(typeof word === 'string' ? word : key, details);
  };
}

/** Brings the words for one kind of answer, as `loadChunk` does. */
export async function loadAnswerWords(kind: keyof typeof chunks): Promise<AnswerWords> {
  const say = await loadChunk(chunks[kind]);
  return { say, sayFinding: ({ code, ...details }) => say(`findings.${code}`, details) };
}
