import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarFile, reminderDaysBefore } from '../../../src/components/summary/calendar.ts';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone ?? 'UTC';
});

function eventsIn(text: string) {
  ICAL.design.strict = true;
  return new ICAL.Component(ICAL.parse(text) as unknown[] as never).getAllSubcomponents('vevent');
}

function file(days: readonly string[]) {
  return calendarFile({
    title: 'iPM-Cloud: Clientschlüssel; läuft, ab',
    url: 'https://postlotse.example/ipm-cloud/renew/',
    days,
    ids: days.map((_, index) => `id-${index}`),
    now: new Date('2026-11-30T12:00:00Z'),
  });
}

describe('reminders of the end of a secret', () => {
  it.each([
    ['2027-03-15', '2026-11-30', ['2027-02-13', '2027-03-08']],
    // over the 29th of February
    ['2028-03-15', '2026-11-30', ['2028-02-14', '2028-03-08']],
    ['2028-03-07', '2026-11-30', ['2028-02-06', '2028-02-29']],
    ['2026-12-20', '2026-11-30', ['2026-12-13']],
    ['2026-12-04', '2026-11-30', ['2026-12-01']],
    ['2026-12-01', '2026-11-30', ['2026-12-01']],
    ['2026-11-30', '2026-11-30', []],
    ['2026-01-01', '2026-11-30', []],
  ])('for %s, today being %s', (expires, today, days) => {
    expect(reminderDaysBefore(expires, today)).toEqual(days);
  });

  it.each(['Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo'])(
    'are the same whole days in %s',
    (name) => {
      process.env['TZ'] = name;
      const days = ['2028-02-29', '2027-03-28', '2027-12-31'];
      const events = eventsIn(file(days));
      const read = events.map((event) => String(event.getFirstPropertyValue('dtstart')));
      expect(read).toEqual(days);
      const ends = events.map((event) => String(event.getFirstPropertyValue('dtend')));
      expect(ends).toEqual(['2028-03-01', '2027-03-29', '2028-01-01']);
    },
  );

  it('leave the day free', () => {
    const [event] = eventsIn(file(['2027-02-13']));
    expect(event?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('have one alarm each, and a link to the page about renewing', () => {
    for (const event of eventsIn(file(['2027-02-13', '2027-03-08']))) {
      expect(event.getAllSubcomponents('valarm')).toHaveLength(1);
      expect(String(event.getFirstPropertyValue('url'))).toBe(
        'https://postlotse.example/ipm-cloud/renew/',
      );
      expect(event.getFirstPropertyValue('summary')).toBe('iPM-Cloud: Clientschlüssel; läuft, ab');
      expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2026-11-30T12:00:00Z');
    }
  });

  it('follow the format to the letter: line ends, and no line over 75 bytes', () => {
    const text = file(['2027-02-13']);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).toContain('TRIGGER;RELATED=START:PT9H');
  });
});
