import { expect, test } from 'vitest';
import { factAge } from '../../../src/domain/values/fact-age.ts';

const cases = [
  ['checked today', '2026-11-20', 30, 0, false],
  ['on its last day', '2026-10-21', 30, 30, false],
  ['a day later', '2026-10-20', 30, 31, true],
  ['across a leap day', '2024-02-28', 1000, 996, false],
  ['checked tomorrow, by another clock', '2026-11-21', 30, -1, false],
  ['good for no day', '2026-11-19', 0, 1, true],
  ['without a day', 'neulich', 30, NaN, true],
] as const;
test.each(cases)('a fact %s', (_, checked, maxAgeDays, daysOld, tooOld) => {
  expect(factAge({ checked, maxAgeDays }, '2026-11-20')).toEqual({ daysOld, tooOld });
});
