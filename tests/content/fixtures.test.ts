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
  it('has the shape of a guide', () => {
    expect(guideSchema.safeParse(file(name)).error?.issues ?? []).toEqual([]);
  });

  it('agrees with itself', () => {
    checkAgreement(guideSchema.parse(file(name)), (isRight, path, expected) => {
      expect(isRight, `${path.map(String).join('.')}: ${expected}`).toBe(true);
    });
  });

  it('is to the rules what the schema makes of it', () => {
    expect(guideOf(name, guideSchema.parse(file(name)))).toEqual(guideFixture(name));
  });
});
