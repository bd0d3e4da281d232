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
    de: () => import('lotse-words:de/findings.dry-run-,dry-run.sent,dry-run.nearest'),
    en: () => import('lotse-words:en/findings.dry-run-,dry-run.sent,dry-run.nearest'),
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

/** Brings the words in the page's language. Rejects where that part of the site does not arrive. */
export async function loadAnswerWords(kind: keyof typeof chunks): Promise<AnswerWords> {
  const { lang } = document.documentElement;
  const { default: words } = await chunks[kind][isLanguage(lang) ? lang : sourceLanguage]();
  const say = (key: string, details = {}): string => {
    const word = words[key];
    return fillSentence(typeof word === 'string' ? word : key, details);
  };
  return { say, sayFinding: ({ code, ...details }) => say(`findings.${code}`, details) };
}
