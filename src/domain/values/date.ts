/** Calendar days as ISO texts (`2027-05-19`), counted in UTC so that no time zone moves them. */

import type { Note } from './notes.ts';
import { accept, refuse, type Reading } from './reading.ts';
import { excerpt, readCleaned } from './text.ts';

/** Today as an ISO day, and how far ahead a day may be, in months. */
export interface DateRule {
  readonly today: string;
  readonly maxMonths: number;
}

interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

interface ParsedDay extends Day {
  /** Whether day and month could be exchanged. */
  readonly ambiguous: boolean;
}

const millisecondsPerDay = 86_400_000;
/** The portal counts months by its own clock and zone: a day or two more than ours. */
const slackDays = 2;

function isoDay({ year, month, day }: Day): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function dayOf(iso: string): Day {
  const [year = NaN, month = NaN, day = NaN] = iso.split('-').map(Number);
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / millisecondsPerDay;
}

/** How many days lie between two ISO days; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO day some days later, or earlier when `days` is negative. */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The same day some months later or earlier; the month's last day where it is shorter. */
export function addMonths(date: string, months: number): string {
  const from = dayOf(date);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return isoDay({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function parseIso(text: string): ParsedDay | undefined {
  const [, year = '', month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year === '') return undefined;
  return { year: Number(year), month: Number(month), day: Number(day), ambiguous: false };
}

function parseDotted(text: string): ParsedDay | undefined {
  const form = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/;
  const [, day, month, year = ''] = form.exec(text) ?? [];
  if (year === '') return undefined;
  return { year: fullYear(year), month: Number(month), day: Number(day), ambiguous: false };
}

/** The portal in English prints month/day/year; only a first number above 12 can be a day. */
function parseSlashed(text: string): ParsedDay | undefined {
  const [, one, two, year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text) ?? [];
  if (year === '') return undefined;
  const [first, second] = [Number(one), Number(two)];
  const dayFirst = first > 12 && second <= 12;
  return {
    year: fullYear(year),
    month: dayFirst ? second : first,
    day: dayFirst ? first : second,
    ambiguous: first <= 12 && second <= 12 && first !== second,
  };
}

function dateNotes(date: string, today: string, ambiguous: boolean): readonly Note[] {
  const notes: Note[] = [];
  if (ambiguous) notes.push({ code: 'date-month-first', date });
  if (daysBetween(today, date) < 0) notes.push({ code: 'date-in-the-past' });
  return notes;
}

function readDay(text: string, { today, maxMonths }: DateRule): Reading {
  const parsed = parseIso(text) ?? parseDotted(text) ?? parseSlashed(text);
  if (parsed === undefined) return refuse({ code: 'date-unreadable' });
  if (!exists(parsed)) return refuse({ code: 'date-does-not-exist', text: excerpt(text) });
  const date = isoDay(parsed);
  const last = addDays(addMonths(today, maxMonths), slackDays);
  if (daysBetween(last, date) > 0) {
    return refuse({ code: 'date-beyond-limit', months: String(maxMonths) });
  }
  return accept(date, dateNotes(date, today, parsed.ambiguous));
}

/**
 * Reads a day as the portal prints it: `2027-05-19`, `19.05.2027`, `19.5.27`, `5/19/2027`. A slashed date that could be
 * read both ways is month/day/year, with the note `date-month-first`. Problems: `date-unreadable`,
 * `date-does-not-exist`, `date-beyond-limit` (with two days to spare).
 * @see https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials (24 months at most, checked 2026-11-20)
 */
export function readDate(text: string, rule: DateRule): Reading {
  return readCleaned(text, (cleaned) => readDay(cleaned, rule));
}
