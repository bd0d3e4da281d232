/** What the test sign-in says; it comes with the first click. */

import testWords from 'lotse-words:test.,findings.test-,step.mended-in';
import type { Finding } from '../../domain/findings.ts';
import type { WordDetails, WordKey } from '../../i18n/word-keys.ts';
import { loadChunk } from '../answer-words.ts';

/** Says the words of the test sign-in. */
export interface TestWords {
  readonly say: <Key extends WordKey & (`test.${string}` | 'step.mended-in')>(
    key: Key,
    ...details: keyof WordDetails<Key> extends never ? [] : [WordDetails<Key>]
  ) => string;
  readonly sayFinding: (finding: Finding) => string;
}

/** Brings the words in the page's language. Rejects where that part of the site does not arrive. */
export async function loadTestWords(): Promise<TestWords> {
  const sentence = await loadChunk(testWords);
  return {
    say: (key, ...[details]) => sentence(key, details),
    sayFinding: ({ code, ...details }) => sentence(`findings.${code}`, details),
  };
}
