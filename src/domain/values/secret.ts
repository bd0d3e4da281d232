/** Checks the shape of a client secret's value. No part of the text leaves this module, neither as a value nor in a problem. */

import { beginsLikeSecret } from '../secrets/secret-shape.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, lengthProblem, refuse, type Reading } from './reading.ts';
import { textLimit } from './text.ts';

export { noteSeverity } from './notes.ts';

/** Whether a secret has the form that Entra issues today; an older secret may look different and still be valid. */
export type SecretForm = 'present-form' | 'other-form';

const shortest = 16;
/** Three characters, a digit, `Q~` and at least 31 more. */
const shortestPresent = 37;

/** Removes blanks and invisible characters at both ends. */
function trimmed(text: string): string {
  const characters = Array.from(text);
  const isVisible = (one: string): boolean => !/[\s\p{Default_Ignorable_Code_Point}]/u.test(one);
  const end = characters.findLastIndex(isVisible) + 1;
  return characters
    .slice(0, end)
    .slice(Math.max(characters.findIndex(isVisible), 0))
    .join('');
}

function isMasked(text: string): boolean {
  return /[*•●∙·]{3}$|[*•●]{4}/.test(text);
}

function isId(text: string): boolean {
  return /^[{(]?[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}[)}]?$/i.test(text);
}

function shortProblem(secret: string): Problem | undefined {
  if (beginsLikeSecret(secret)) {
    return secret.length < shortestPresent ? { code: 'secret-cut-off' } : undefined;
  }
  if (secret.length >= shortest) return undefined;
  return { code: 'secret-too-short', length: String(secret.length) };
}

function shapeProblems(secret: string): readonly Problem[] {
  if (secret === '') return [{ code: 'value-missing' }];
  if (isId(secret)) return [{ code: 'secret-looks-like-id' }];
  if (isMasked(secret)) return [{ code: 'secret-is-masked' }];
  const problems: Problem[] = [];
  if (/[\r\n\v\f\x85\u2028\u2029]/.test(secret)) problems.push({ code: 'secret-has-line-break' });
  if (/[^\S\r\n\v\f\u2028\u2029]/.test(secret)) problems.push({ code: 'secret-has-blank' });
  if (/[^\s\x85!-~]/.test(secret)) problems.push({ code: 'secret-not-ascii' });
  const length = shortProblem(secret);
  return length === undefined ? problems : [...problems, length];
}

function secretForm(secret: string): SecretForm {
  return /^[\w~.-]{3}\dQ~[\w~.-]{31,34}$/.test(secret) ? 'present-form' : 'other-form';
}

/**
 * Checks whether a text can be a secret's value, by its shape alone (IPM-07, CMX-09); `other-form` is only a warning.
 * Problems: `secret-looks-like-id`, `secret-is-masked`, `secret-has-line-break`, `secret-has-blank`,
 * `secret-not-ascii` (control characters too), `secret-cut-off`, `secret-too-short`, `value-missing`, `value-too-long`.
 * @see https://github.com/gitleaks/gitleaks rule azure-ad-client-secret (checked 2026-11-20)
 */
export function checkSecret(text: string): Reading<SecretForm> {
  const tooLong = lengthProblem(text, textLimit);
  if (tooLong) return refuse(tooLong);
  const secret = trimmed(text);
  const problems = shapeProblems(secret);
  if (isNonEmpty(problems)) return refuse(...problems);
  const form = secretForm(secret);
  const blanks: readonly Note[] = secret === text ? [] : [{ code: 'secret-blanks-removed' }];
  return accept(form, [...blanks, { code: `secret-${form}` }]);
}
