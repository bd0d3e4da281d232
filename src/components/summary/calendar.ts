/** Reminders of the end of a secret, as a file for the reader’s calendar. */

import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../domain/values/date.ts';

/**
 * The days of the reminders for a secret that expires on a day, `YYYY-MM-DD`: 30 and 7 days before, or tomorrow if both are
 * over. None if the secret expires today or has expired.
 */
export function reminderDaysBefore(expires: string, today: string): readonly string[] {
  if (expires <= today) return [];
  const days = [30, 7].map((before) => addDays(expires, -before)).filter((day) => day > today);
  return days.length > 0 ? days : [addDays(today, 1)];
}

/** What the file is made of; no value of the reader's but the day, and the address of the guide's page about renewing. */
export interface Reminders {
  readonly title: string;
  readonly url: string;
  readonly days: readonly string[];
  /** One for each day. */
  readonly ids: readonly string[];
  readonly now: Date;
}

/**
 * One all-day entry for each day, in no time zone, so that it is the same day everywhere. Each with a single alarm, since
 * Outlook reads no second one.
 */
export function calendarFile({ title, url, days, ids, now }: Reminders): string {
  const calendar = ical({ prodId: { company: 'Postlotse', product: 'Postlotse' } });
  days.forEach((day, index) => {
    const [id] = ids.slice(index);
    const event = calendar.createEvent({
      ...(id !== undefined && { id }),
      start: dayOf(day),
      end: dayOf(addDays(day, 1)),
      allDay: true,
      floating: true,
      // The day stays free.
      transparency: ICalEventTransparency.TRANSPARENT,
      stamp: now,
      summary: title,
      description: url,
      url,
    });
    // At nine o'clock on that day.
    const alarm = event.createAlarm({
      type: ICalAlarmType.display,
      trigger: -9 * 60 * 60,
      description: title,
    });
    // Without this the library counts from the end of the day; it ignores it among the others.
    alarm.relatesTo(ICalAlarmRelatesTo.start);
  });
  return calendar.toString();
}

/** Midnight of that day by this computer's clock, from which the library takes the day. */
function dayOf(iso: string): Date {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
