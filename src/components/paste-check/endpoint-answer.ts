import { checkEndpoint } from '../../domain/fields/endpoint-check.ts';
import type { TokenRequest } from '../../domain/guide/guide.ts';
import { findingLines } from '../findings-list.ts';
import type { Answering } from './answer.ts';

/** Checks a token endpoint. */
export const answer: Answering['answer'] = ({ text = '' }, expected, { tenantId }) => {
  const { findings, corrected } = checkEndpoint(text, {
    expected: expected as TokenRequest,
    ...(tenantId !== undefined && { tenantId }),
  });
  return { lines: findingLines(findings), corrected };
};
