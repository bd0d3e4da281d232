/** What a page needs to show findings: how they are meant, and which details have words of their own. */

import type { Severity } from '../text/coded.ts';

/** How a finding is meant; results are shown in this order. */
export const verdicts = ['wrong', 'missing', 'surplus', 'unknown', 'note', 'right'] as const;

/** How a finding is meant: `unknown` cannot be known from what was pasted, `note` is only worth saying. */
export type Verdict = (typeof verdicts)[number];

/** How grave each is. */
export const verdictSeverity = {
  wrong: 'wrong',
  missing: 'wrong',
  surplus: 'odd',
  unknown: 'odd',
  note: 'odd',
  right: 'right',
} as const satisfies Record<Verdict, Severity>;

/** Details that are no text but an id with words of its own: the group of the word file it stands in. */
export const wordedDetails: Readonly<Record<string, string>> = {
  platform: 'settings.platform',
  expectedPlatform: 'settings.platform',
  type: 'settings.type',
  expectedType: 'settings.type',
  protocol: 'settings.protocol',
  difference: 'difference',
};
