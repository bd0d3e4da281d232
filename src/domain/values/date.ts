/** Calendar days as ISO texts (`2027-05-19`), counted in UTC so that no time zone moves them. */

import type { Note } from './notes.ts';
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

/** Dates in ISO form, as in the German portal, and as in the English one. */
const forms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})$/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}|\d{2})$/,
];

/** The date in ISO form, whether or not it exists. In a slashed date the first number is the day only if above 12. */
function writtenDay(text: string): string | undefined {
  const found = forms.map((form) => form.exec(text)?.groups).find(Boolean);
  if (!found) return undefined;
  const { year = '', month = '', day = '' } = found;
  const isDayFirst = text.includes('/') && Number(month) > 12 && Number(day) <= 12;
  const pair = isDayFirst ? [day, month] : [month, day];
  return [year.padStart(4, '20'), ...pair.map((digits) => digits.padStart(2, '0'))].join('-');
}

function exists(date: string): boolean {
  return !Number.isNaN(dayNumber(date)) && addDays(date, 0) === date;
}

function dateNotes(date: string, text: string, today: string): readonly Note[] {
  const [, month = '', day = ''] = date.split('-');
  const notes: Note[] = [];
  // Day and month could be swapped.
  if (text.includes('/') && day <= '12' && month !== day) {
    notes.push({ code: 'date-month-first', date });
  }
  if (daysBetween(today, date) < 0) notes.push({ code: 'date-in-the-past' });
  return notes;
}

function readDay(text: string, { today, maxMonths }: DateRule): Reading {
  const date = writtenDay(text);
  if (date === undefined) return refuse({ code: 'date-unreadable' });
  if (!exists(date)) return refuse({ code: 'date-does-not-exist', text: excerpt(text) });
  const last = addDays(addMonths(today, maxMonths), slackDays);
  if (daysBetween(last, date) > 0) {
    return refuse({ code: 'date-beyond-limit', months: String(maxMonths) });
  }
  return accept(date, dateNotes(date, text, today));
}

/**
 * Reads a date as the portal prints it: `2027-05-19`, `19.05.2027`, `19.5.27`, `5/19/2027`. An ambiguous slashed date
 * is read as month/day/year, with the note `date-month-first`. Problems: `date-unreadable`,
 * `date-does-not-exist`, `date-beyond-limit` (with two days to spare).
 * @see https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials (24 months at most, checked 2026-11-20)
 */
export function readDate(text: string, rule: DateRule): Reading {
  return readCleaned(text, (cleaned) => readDay(cleaned, rule));
}
