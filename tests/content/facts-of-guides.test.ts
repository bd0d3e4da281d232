import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { guideSchema } from '../../src/content-model/guide.ts';

/** The number of facts in each vendor's guide, numbered from 01. */
const counts = [
  ['ipm-cloud', 'IPM', 21],
  ['cmxorganize', 'CMX', 16],
  ['flowfact', 'FF', 26],
  ['bm', 'BM', 14],
] as const;

function numbers(prefix: string, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`,
  );
}

describe.each(counts)('the facts of %s', (guide, prefix, count) => {
  const file = new URL(`../../src/content/guides/${guide}/guide.yml`, import.meta.url);
  const { steps } = guideSchema.parse(parse(readFileSync(file, 'utf8')));
  const all = numbers(prefix, count);
  const stepsByFact = all.map((fact) => {
    const where = steps.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id);
    return [fact, where.join(' and ') || 'no step'] as const;
  });

  it.each(stepsByFact)('%s is covered by %s', (_fact, where) => {
    expect(where).not.toBe('no step');
  });

  it('are the only ones that its steps name', () => {
    const named = steps.flatMap(({ facts }) => facts);
    expect(named.filter((fact) => !all.includes(fact))).toEqual([]);
  });
});
