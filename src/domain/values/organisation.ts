/** The name of the reader's company: free text for display names. */

import { mayHoldSecret } from '../secrets/secret-shape.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, lengthProblem, refuse, type Reading } from './reading.ts';
import { readCleaned } from './text.ts';

const limit = 120;

function nameProblems(name: string): readonly Problem[] {
  // Free text could contain a secret, and links would carry it.
  if (mayHoldSecret(name)) return [{ code: 'value-looks-like-secret' }];
  const problems: Problem[] = [];
  const [character] = /[<>]/.exec(name) ?? [];
  if (character !== undefined) problems.push({ code: 'organisation-character', character });
  const tooLong = lengthProblem(name, limit);
  return tooLong ? [...problems, tooLong] : problems;
}

/**
 * Reads a company's name of 1 to 120 characters; runs of blanks become one. Problems: `organisation-character` for
 * `<` and `>` (it is not known which characters Microsoft refuses), `value-looks-like-secret`, `value-too-long`.
 */
export function readOrganisation(text: string): Reading {
  return readCleaned(text, (cleaned) => {
    const name = cleaned.replace(/\s+/g, ' ');
    const problems = nameProblems(name);
    if (isNonEmpty(problems)) return refuse(...problems);
    return accept(name, name === cleaned ? [] : [{ code: 'inner-blanks-removed' }]);
  });
}
