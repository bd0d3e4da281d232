/** What a page needs to show findings: the verdicts, and the details with words of their own. */

import type { Severity } from '../text/coded.ts';

/** All verdicts, in the order of display. */
export const verdicts = ['wrong', 'missing', 'surplus', 'unknown', 'note', 'right'] as const;

/** The meaning of a finding: `unknown` cannot be decided from the paste, `note` is for information. */
export type Verdict = (typeof verdicts)[number];

/** The severity of each verdict. */
export const verdictSeverity = {
  wrong: 'wrong',
  missing: 'wrong',
  surplus: 'odd',
  unknown: 'odd',
  note: 'odd',
  right: 'right',
} as const satisfies Record<Verdict, Severity>;

/** Details that are ids with words of their own, and the group of their words in the word file. */
export const wordedDetails: Readonly<Record<string, string>> = {
  platform: 'settings.platform',
  expectedPlatform: 'settings.platform',
  type: 'settings.type',
  expectedType: 'settings.type',
  protocol: 'settings.protocol',
  difference: 'difference',
};
