/** What is said of Microsoft's answers; the words come when there is an answer to explain. */

import lookUpWords from 'lotse-words:findings.look-up-';
import dryRunWords from 'lotse-words:findings.dry-run-,findings.error-,findings.redirect-,dry-run.sent,dry-run.nearest,step.mended-in';
import testWords from 'lotse-words:test.,findings.test-,findings.error-,step.mended-in';
import tokenWords from 'lotse-words:findings.token-';
import type { Finding } from '../domain/findings.ts';
import { speaker, type Say } from '../i18n/words.ts';

const chunks = {
  'look-up': lookUpWords,
  'dry-run': dryRunWords,
  test: testWords,
  token: tokenWords,
} as const;

/** The words for one kind of answer. */
export interface AnswerWords {
  readonly say: Say;
  readonly sayFinding: (finding: Finding) => string;
}

/** Brings the words for one kind of answer. Rejects where that part of the site does not arrive. */
export async function loadAnswerWords(kind: keyof typeof chunks): Promise<AnswerWords> {
  const say = speaker(await chunks[kind](), {}, document.documentElement.lang);
  return { say, sayFinding: ({ code, ...details }) => say(`findings.${code}`, details) };
}
