/** The age of a fact since somebody last checked it. */

import { daysBetween } from './date.ts';

/** When a fact was checked, `YYYY-MM-DD`, and for how many days the check is good. */
export interface DatedFact {
  readonly checked: string;
  readonly maxAgeDays: number;
}

/** `daysOld` is negative for a date in the future, and NaN if `checked` is not a date. */
export interface FactAge {
  readonly daysOld: number;
  readonly tooOld: boolean;
}

/** The age of a fact on an ISO date. On its last day it is not yet too old; without a valid date it always is. */
export function factAge({ checked, maxAgeDays }: DatedFact, today: string): FactAge {
  const daysOld = daysBetween(checked, today);
  return { daysOld, tooOld: Number.isNaN(daysOld) || daysOld > maxAgeDays };
}
