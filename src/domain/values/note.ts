/** The reader's own note on a step: any text without a password, a token or a code. */

import { asAccepted, type AcceptedText } from './accepted-text.ts';
import { credentialsIn } from '../secrets/credentials.ts';
import { holdsSecret } from '../secrets/redact.ts';
import { accept, lengthProblem, refuse, type Reading } from './reading.ts';

/** The longest note, in UTF-16 units. */
export const noteLimit = 2000;

/**
 * Reads a note. Problems: `value-looks-like-secret` for tokens, secrets and long random strings,
 * `note-holds-password` for text after a word such as „Kennwort“, `value-too-long`.
 */
export function readNote(text: string): Reading<AcceptedText> {
  const tooLong = lengthProblem(text, noteLimit);
  if (tooLong) return refuse(tooLong);
  if (credentialsIn(text).length > 0) return refuse({ code: 'value-looks-like-secret' });
  return holdsSecret(text) ? refuse({ code: 'note-holds-password' }) : accept(asAccepted(text));
}
