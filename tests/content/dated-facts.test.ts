import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import type { factSchema } from '../../src/content-model/prose.ts';
import { addDays, daysBetween } from '../../src/domain/values/date.ts';
import { factAge } from '../../src/domain/values/fact-age.ts';

type Fact = z.infer<typeof factSchema>;

const file = new URL('../../src/content/facts/facts.yml', import.meta.url);
const facts = Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Fact>);

/** No fact can have been checked later than this: today's date, unless the clock is behind. */
const latest = ['2026-11-20', new Date().toISOString().slice(0, 10)].toSorted().at(-1) ?? '';

const quarter = { checked: '2026-11-20', maxAgeDays: 90 };

describe('a fact valid for 90 days from 20 November 2026', () => {
  it.each([
    ['the day before', '2026-11-19', -1, false],
    ['that day', '2026-11-20', 0, false],
    ['New Year’s Day', '2027-01-01', 42, false],
    ['its last day', '2027-02-18', 90, false],
    ['the day after', '2027-02-19', 91, true],
    ['a year later', '2027-11-20', 365, true],
  ] as const)('on %s', (_description, today, daysOld, tooOld) => {
    expect(factAge(quarter, today)).toEqual({ daysOld, tooOld });
  });
});

describe.each(facts)('the fact %s', (_id, fact) => {
  it('names its source', () => {
    expect(fact.source).toMatch(/\S/);
  });

  it('was not checked in the future', () => {
    expect(daysBetween(fact.checked, latest)).toBeGreaterThanOrEqual(0);
  });

  it('is too old as soon as its check expires', () => {
    const dated = { checked: fact.checked, maxAgeDays: fact['max-age-days'] };
    const lastDay = addDays(fact.checked, fact['max-age-days']);
    expect(fact['max-age-days']).toBeGreaterThan(0);
    expect(factAge(dated, lastDay).tooOld).toBe(false);
    expect(factAge(dated, addDays(lastDay, 1)).tooOld).toBe(true);
  });
});
