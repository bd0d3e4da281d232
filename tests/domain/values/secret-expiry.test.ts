import { describe, expect, test } from 'vitest';
import { secretExpiry, secretWarning } from '../../../src/domain/values/secret-expiry.ts';

describe('the expiry of a secret', () => {
  const today = '2026-11-20';
  const cases = [
    ['in two years it is fine', '2028-11-19', 730, 'fine', '2028-10-20'],
    ['60 days before it is still fine', '2027-01-19', 60, 'fine', '2026-12-20'],
    ['59 days before it is soon', '2027-01-18', 59, 'soon', '2026-12-19'],
    ['30 days before the reminder is today', '2026-12-20', 30, 'soon', '2026-11-20'],
    ['29 days before the reminder is not in the past', '2026-12-19', 29, 'soon', '2026-11-20'],
    ['on its last day it is soon', '2026-11-20', 0, 'soon', '2026-11-20'],
    ['a day later it has run out', '2026-11-19', -1, 'expired', '2026-11-20'],
  ] as const;
  test.each(cases)('%s', (_, expires, daysLeft, state, remindOn) => {
    expect(secretExpiry({ expires, today })).toEqual({ daysLeft, state, remindOn });
  });
});

describe('the warning about a secret', () => {
  const today = '2026-11-29';
  test.each([
    ['31 days before there is none', '2026-12-30', undefined],
    ['30 days before it begins', '2026-12-29', 'soon'],
    ['on the last day it still says soon', '2026-11-29', 'soon'],
    ['a day later it says expired', '2026-11-28', 'expired'],
    ['years later it still does', '2020-01-01', 'expired'],
    ['a text that is not a day has none', '29.12.2026', undefined],
    ['a day that does not exist has none', '2026-13-45', undefined],
    ['an empty text has none', '', undefined],
  ])('%s', (_, expires, warning) => {
    expect(secretWarning({ expires, today })).toBe(warning);
  });
});
