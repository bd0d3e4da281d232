/** Calendar days as ISO texts (`2027-05-19`), counted in UTC so that no time zone moves them. */

import { accept, refuse, type Reading } from './reading.ts';
import { excerpt, readCleaned } from './text.ts';

/** Today as an ISO date, and how far ahead a date may be, in months. */
export interface DateRule {
  readonly today: string;
  readonly maxMonths: number;
}

const millisecondsPerDay = 86_400_000;
/** The portal counts months by its own clock and time zone: its limit may be a day or two later than ours. */
const slackDays = 2;

/** From milliseconds since 1970. */
function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / millisecondsPerDay;
}

/** The number of days from one ISO date to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO date some days later, or earlier if `days` is negative. */
export function addDays(date: string, days: number): string {
  return isoDay((dayNumber(date) + days) * millisecondsPerDay);
}

/** The same day some months later or earlier; the last day of a month that is too short. */
export function addMonths(date: string, months: number): string {
  const from = new Date(dayNumber(date) * millisecondsPerDay);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month, Math.min(from.getUTCDate(), last)));
}

/** Dates in ISO form, with dots as in German, and with slashes. */
const forms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})$/,
];
/** Americans write the month first; the British and the French, the day. */
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

function isoDate(year: string, month: string, day: string): string {
  return [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** All that a text may mean, in ISO form, the day first; a date that does not exist only if nothing else is meant. */
function writtenDays(text: string): readonly string[] {
  const [, one, other, year] = slashed.exec(text) ?? [];
  if (one !== undefined && other !== undefined && year !== undefined) {
    const both = [isoDate(year, other, one), isoDate(year, one, other)];
    const real = both.filter(exists);
    return [...new Set(real.length > 0 ? real : both.slice(0, 1))];
  }
  const found = forms.map((form) => form.exec(text)?.groups).find(Boolean);
  if (!found) return [];
  const { year: own = '', month = '', day = '' } = found;
  return [isoDate(own, month, day)];
}

function exists(date: string): boolean {
  return !Number.isNaN(dayNumber(date)) && addDays(date, 0) === date;
}

function readDay(text: string, { today, maxMonths }: DateRule): Reading {
  const [date, other] = writtenDays(text);
  if (date === undefined) return refuse({ code: 'date-unreadable' });
  if (!exists(date)) return refuse({ code: 'date-does-not-exist', text: excerpt(text) });
  const last = addDays(addMonths(today, maxMonths), slackDays);
  const isBeyond = (one: string): boolean => daysBetween(last, one) > 0;
  if (isBeyond(date) && isBeyond(other ?? date)) {
    return refuse({ code: 'date-beyond-limit', months: String(maxMonths) });
  }
  if (other !== undefined) {
    return refuse({ code: 'date-two-readings', dayFirst: date, monthFirst: other });
  }
  return accept(date, daysBetween(today, date) < 0 ? [{ code: 'date-in-the-past' }] : []);
}

/**
 * Reads a date as the portals print it: `2027-05-19`, `19.05.2027`, `19.5.27`, `5/19/2027`, `19/05/2027`. Day and month
 * of a slashed date are never guessed at: if either may be meant, the problem offers both. Problems: `date-unreadable`,
 * `date-does-not-exist`, `date-two-readings`, `date-beyond-limit` (with two days to spare).
 * @see https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials (24 months at most, checked 2026-11-20)
 */
export function readDate(text: string, rule: DateRule): Reading {
  return readCleaned(text, (cleaned) => readDay(cleaned, rule));
}
