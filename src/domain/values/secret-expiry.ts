/** When a secret runs out, and when to say so. */

import { addDays, daysBetween } from './date.ts';

/** Two calendar days, `YYYY-MM-DD`. */
export interface SecretDays {
  /** The day in the portal's column „Gültig bis“. */
  readonly expires: string;
  readonly today: string;
}

/** How a secret stands. `daysLeft` is negative once it has run out. */
export interface SecretExpiry {
  readonly daysLeft: number;
  readonly state: 'expired' | 'soon' | 'fine';
  /** The day of the reminder, `YYYY-MM-DD`, never before today. */
  readonly remindOn: string;
}

const soonDays = 60;
const reminderDays = 30;

/**
 * How a secret stands today. On its last day it counts as `soon`: the hour at which it ends is not known.
 * @see https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials checked 2026-11-20 (IPM-21, CMX-08, BM-14)
 */
export function secretExpiry({ expires, today }: SecretDays): SecretExpiry {
  const daysLeft = daysBetween(today, expires);
  const reminder = addDays(expires, -reminderDays);
  return { daysLeft, state: stateFor(daysLeft), remindOn: reminder < today ? today : reminder };
}

function stateFor(daysLeft: number): SecretExpiry['state'] {
  if (daysLeft < 0) return 'expired';
  return daysLeft < soonDays ? 'soon' : 'fine';
}
