import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, readDate } from '../../../src/domain/values/date.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const rule = { today: '2026-11-20', maxMonths: 24 };
const days = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('readDate', () => {
  it.each([
    ['in ISO form', '2027-05-19', '2027-05-19'],
    ['in ISO form without zeros', '2027-5-9', '2027-05-09'],
    ['as the German portal prints it', '19.05.2027', '2027-05-19'],
    ['without zeros', '9.5.2027', '2027-05-09'],
    ['with blanks', '19. 5. 2027', '2027-05-19'],
    ['with two digits for the year', '19.5.27', '2027-05-19'],
    ['as the English portal prints it', '5/19/2027', '2027-05-19'],
    ['with the day first if nothing else is possible', '19/5/2027', '2027-05-19'],
    ['as the French portal prints it', '31/12/2027', '2027-12-31'],
    ['as the American portal prints it', '12/31/2027', '2027-12-31'],
    ['with the day first and two digits for the year', '31/12/27', '2027-12-31'],
    ['the same number twice', '5/5/2027', '2027-05-05'],
    ['with blanks around', ' 2027-05-19\n', '2027-05-19'],
    ['the last day of a leap year', '29.02.2028', '2028-02-29'],
    ['today', '2026-11-20', '2026-11-20'],
    ['the furthest day', '20.11.2028', '2028-11-20'],
    ['two days more, for the clock of the portal', '22.11.2028', '2028-11-22'],
  ])('a day %s', (_description, text, value) => {
    const reading = readDate(text, rule);
    expect(reading).toMatchObject({ ok: true, value });
  });

  it.each([
    ['05/06/2027', '2027-06-05', '2027-05-06'],
    ['5/6/27', '2027-06-05', '2027-05-06'],
    ['12/11/2026', '2026-11-12', '2026-12-11'],
    ['11/12/2028', '2028-12-11', '2028-11-12'],
  ])('offers both readings of %s instead of guessing one', (text, dayFirst, monthFirst) => {
    expect(readDate(text, rule)).toEqual({
      ok: false,
      problems: [{ code: 'date-two-readings', dayFirst, monthFirst }],
    });
  });

  it('notes a date in the past', () => {
    expect(readDate('19.11.2026', rule)).toEqual({
      ok: true,
      value: '2026-11-19',
      notes: [{ code: 'date-in-the-past' }],
    });
  });

  it.each([
    ['nothing', '', { code: 'value-missing' }],
    ['words', 'in 24 Monaten', { code: 'date-unreadable' }],
    ['no year', '19.5.', { code: 'date-unreadable' }],
    ['a year of three digits', '19.5.202', { code: 'date-unreadable' }],
    ['a month without its day', '2027-05', { code: 'date-unreadable' }],
    [
      'a day that February does not have',
      '29.02.2027',
      { code: 'date-does-not-exist', text: '29.02.2027' },
    ],
    ['a 31st of April', '2027-04-31', { code: 'date-does-not-exist', text: '2027-04-31' }],
    ['a month 13', '2027-13-01', { code: 'date-does-not-exist', text: '2027-13-01' }],
    ['a day 0', '0.1.2027', { code: 'date-does-not-exist', text: '0.1.2027' }],
    ['13 twice', '13/13/2027', { code: 'date-does-not-exist', text: '13/13/2027' }],
    ['31 April with slashes', '31/04/2027', { code: 'date-does-not-exist', text: '31/04/2027' }],
    ['too far ahead either way', '1/2/2031', { code: 'date-beyond-limit', months: '24' }],
    ['too far ahead', '23.11.2028', { code: 'date-beyond-limit', months: '24' }],
    [
      'the expiry of secrets that never expire',
      '31.12.2299',
      { code: 'date-beyond-limit', months: '24' },
    ],
  ])('%s is refused', (_description, text, problem) => {
    expect(readDate(text, rule)).toEqual({ ok: false, problems: [problem] });
  });

  it('whatever is typed, a day that is accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(
        anyText('2027-05-19', '19.05.2027', '5/19/2027', '19/05/2027', '0000-01-01'),
        (text) => {
          const reading = readDate(text, rule);
          if (!reading.ok) return;
          expect(reading.value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(readDate(reading.value, rule)).toMatchObject({ ok: true, value: reading.value });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(readDate(text, rule)).toHaveProperty('ok');
  });
});

describe('counting days', () => {
  it.each([
    ['the same day', '2026-11-20', '2026-11-20', 0],
    ['across a clock change', '2027-03-27', '2027-03-29', 2],
    ['backwards', '2027-01-01', '2026-12-31', -1],
    ['across a leap day', '2028-02-28', '2028-03-01', 2],
    ['24 months', '2026-11-20', '2028-11-20', 731],
  ])('%s', (_description, from, to, count) => {
    expect(daysBetween(from, to)).toBe(count);
    expect(addDays(from, count)).toBe(to);
  });

  it.each([
    ['a month later', '2026-11-20', 1, '2026-12-20'],
    ['into the next year', '2026-11-20', 2, '2027-01-20'],
    ['to the end of a shorter month', '2027-01-31', 1, '2027-02-28'],
    ['to a leap day', '2028-01-31', 1, '2028-02-29'],
    ['from a leap day', '2028-02-29', 12, '2029-02-28'],
    ['no month', '2026-11-20', 0, '2026-11-20'],
    ['backwards', '2027-01-31', -2, '2026-11-30'],
    ['the longest life of a secret', '2026-11-20', 24, '2028-11-20'],
  ])('%s', (_description, date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('adding months never overflows into the next month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const later = addMonths(day, months);
        expect(addDays(later, 0)).toBe(later);
        const monthOf = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        expect(monthOf(later) - monthOf(day)).toBe(months);
      }),
    );
  });
});
