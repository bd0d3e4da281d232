import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkAgreement } from '../../src/content-model/check-guide-file.ts';
import { guideOf, guideSchema } from '../../src/content-model/guide.ts';
import { guideFixture, guideNames } from '../domain/fixtures.ts';

function file(name: string): unknown {
  const path = new URL(`../fixtures/guides/${name}.yml`, import.meta.url);
  return parse(readFileSync(path, 'utf8'));
}

describe.each(guideNames)('the made-up guide %s', (name) => {
  it('fits the schema of a guide', () => {
    expect(guideSchema.safeParse(file(name)).error?.issues ?? []).toEqual([]);
  });

  it('agrees with itself', () => {
    checkAgreement(guideSchema.parse(file(name)), (isRight, path, expected) => {
      expect(isRight, `${path.map(String).join('.')}: ${expected}`).toBe(true);
    });
  });

  it('is the same to the rules as parsed by the schema', () => {
    expect(guideOf(name, guideSchema.parse(file(name)))).toEqual(guideFixture(name));
  });
});
