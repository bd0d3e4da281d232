import { checkScope } from '../../domain/fields/scope.ts';
import type { TokenRequest } from '../../domain/guide/guide.ts';
import { findingLines } from '../findings-list.ts';
import type { Answering } from './answer.ts';

/** Checks a scope. */
export const answer: Answering['answer'] = ({ text = '' }, expected) => {
  const { findings, corrected } = checkScope(text, expected as TokenRequest);
  return { lines: findingLines(findings), corrected };
};
