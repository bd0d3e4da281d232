/** When a secret expires, and when to warn about it. */

import { addDays, daysBetween } from './date.ts';

/** Two dates, `YYYY-MM-DD`. */
export interface SecretDays {
  /** The date in the portal's column „Gültig bis“. */
  readonly expires: string;
  readonly today: string;
}

/** The state of a secret. `daysLeft` is negative once it has expired. */
export interface SecretExpiry {
  readonly daysLeft: number;
  readonly state: 'expired' | 'soon' | 'fine';
  /** The date of the reminder, `YYYY-MM-DD`, never before today. */
  readonly remindOn: string;
}

const soonDays = 60;
/** How many days before the expiry to remind and warn. */
export const reminderDays = 30;

/**
 * The state of a secret today. On its last day it counts as `soon`, because the hour of expiry is unknown.
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

/**
 * Whether to warn about a secret on every page: from the day of the reminder on. Undefined before that, and for a text
 * that is not a day.
 */
export function secretWarning({ expires, today }: SecretDays): 'expired' | 'soon' | undefined {
  const daysLeft = /^\d{4}-\d\d-\d\d$/.test(expires) ? daysBetween(today, expires) : NaN;
  if (daysLeft < 0) return 'expired';
  return daysLeft <= reminderDays ? 'soon' : undefined;
}
