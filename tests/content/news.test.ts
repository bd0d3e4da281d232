import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { guideIds } from '../../src/content-model/content-files.ts';
import { newsSchema, newsWordsSchema } from '../../src/content-model/news.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { languageCodes } from '../../src/i18n/languages.ts';

const files = readContent();
const read = (name: string) => parse(files.get(`news/${name}.yml`) ?? '') as unknown;
const entries = newsSchema.parse(read('news'));

describe('news', () => {
  it('are dated, the newest first', () => {
    const dates = Object.values(entries).map(({ date }) => date);
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('are about guides that exist', () => {
    const named = Object.values(entries).flatMap(({ guides = [] }) => guides);
    expect(named.filter((guide) => !guideIds(files).includes(guide))).toEqual([]);
  });

  it.each(languageCodes)('have words in %s', (language) => {
    expect(Object.keys(newsWordsSchema.parse(read(language)))).toEqual(Object.keys(entries));
  });

  it.each([
    { a: { date: '2026-13-01' } },
    { a: { date: '2026-11-30', guides: ['bm'], 'leads-to': '/ask/' } },
    { a: { date: '2026-11-30', 'leads-to': 'values/' } },
  ])('do not take %j', (wrong) => {
    expect(newsSchema.safeParse(wrong).success).toBe(false);
  });
});
