import { harmlessFindings, type Finding } from '../../domain/findings.ts';

/** How a finding is meant: all is right, only worth saying, or a fault. */
export type Tone = 'right' | 'odd' | 'wrong';

/** The tone of a finding. */
export function toneOf({ code }: Finding): Tone {
  if (code.endsWith('-right')) return 'right';
  return harmlessFindings.has(code) ? 'odd' : 'wrong';
}
