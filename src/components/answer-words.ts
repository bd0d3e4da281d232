/** What is said of Microsoft's answers; the words come when there is an answer to explain. */

import lookUpWords from 'lotse-words:findings.look-up-';
import dryRunWords from 'lotse-words:findings.dry-run-,findings.redirect-,dry-run.sent,dry-run.nearest';
import tokenWords from 'lotse-words:findings.token-';
import type { Finding } from '../domain/findings.ts';
import { fillSentence, type Words } from '../i18n/words.ts';

const chunks = { 'look-up': lookUpWords, 'dry-run': dryRunWords, token: tokenWords } as const;

/** The words for one kind of answer. */
export interface AnswerWords {
  readonly say: (key: string) => string;
  readonly sayFinding: (finding: Finding) => string;
}

/** Says a word of a chunk, or its key where it is not in there. */
type SayChunk = (key: string, details?: Readonly<Record<string, string | number>>) => string;

/** Brings a chunk of words in the page's language. Rejects where that part of the site does not arrive. */
export async function loadChunk(load: () => Promise<Words>): Promise<SayChunk> {
  const words = await load();
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
