import { describe, expect, it } from 'vitest';
import { guideChunkOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { linkKeys } from '../../../src/domain/guide/link-keys.ts';
import { readValue } from '../../../src/domain/values/read-value.ts';
import { parseLinkValues } from '../../../src/domain/values/link-values.ts';
import { printLinkValues } from '../../../src/domain/values/print-link.ts';

const guides = Object.values(guideChunkOf(readContent())).map(({ guide }) => guide);
const rows = linkKeys(guides);

describe('the keys of links', () => {
  it('are each listed once, with every guide that knows them and no other', () => {
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const guide of guides) {
      const listed = rows.filter((row) => row.guides.includes(guide)).map(({ key }) => key);
      expect(listed.toSorted()).toEqual(guide.values.map(({ id }) => id).toSorted());
    }
  });

  it('start with those that every guide knows', () => {
    const counts = rows.map((row) => row.guides.length);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[0]).toBe(guides.length);
  });

  it.each(rows.map((row) => [row.key, row] as const))(
    'show for %s what a link may contain',
    (key, { options, sample, guides: known }) => {
      for (const text of options.length > 0 ? options : [sample]) {
        const link = printLinkValues({ [key]: text }, [key]);
        expect(parseLinkValues(link, [key]).values.get(key)).toBe(text);
        const accepting = known.filter(({ values }) =>
          values.some((one) => one.id === key && readValue(one, text, { today: '2026-11-30' }).ok),
        );
        expect(accepting.length, text).toBeGreaterThan(0);
      }
    },
  );
});
