/** How old a fact is since somebody last looked it up. */

import { daysBetween } from './date.ts';

/** A fact's days: when it was checked, `YYYY-MM-DD`, and for how many days that holds. */
export interface DatedFact {
  readonly checked: string;
  readonly maxAgeDays: number;
}

/** `daysOld` is negative for a day still to come, and NaN where `checked` is no day. */
export interface FactAge {
  readonly daysOld: number;
  readonly tooOld: boolean;
}

/** How old a fact is on an ISO day. On its last day it is not yet too old; one without a day always is. */
export function factAge({ checked, maxAgeDays }: DatedFact, today: string): FactAge {
  const daysOld = daysBetween(checked, today);
  return { daysOld, tooOld: Number.isNaN(daysOld) || daysOld > maxAgeDays };
}
