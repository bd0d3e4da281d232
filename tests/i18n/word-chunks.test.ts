import { describe, expect, it } from 'vitest';
import { wordChunks } from '../../src/i18n/word-chunks.ts';
import { languageCodes } from '../../src/i18n/languages.ts';
import { rawWord } from '../../src/i18n/site-words.ts';

const plugin = wordChunks();

function wordsOf(id: string): unknown {
  const resolved = plugin.resolveId(id) ?? '';
  const [, json = ''] = /^export default (.*);$/s.exec(plugin.load(resolved) ?? '') ?? [];
  return JSON.parse(json);
}

describe('a chunk of words', () => {
  it('contains only the words whose keys start with its prefixes', () => {
    const words = wordsOf('lotse-words:de/test.removed,site.name') as Record<string, unknown>;
    expect(words).toEqual({
      'test.removed': rawWord('de', 'test.removed'),
      'site.name': rawWord('de', 'site.name'),
    });
  });

  it('is in its own language', () => {
    expect(wordsOf('lotse-words:en/test.removed')).toEqual({
      'test.removed': rawWord('en', 'test.removed'),
    });
  });

  it('is loaded in the page’s language, or in German for an unknown one', () => {
    const loader = plugin.load(plugin.resolveId('lotse-words:test.removed') ?? '');
    for (const code of languageCodes) {
      expect(loader).toContain(`${code}: () => import('lotse-words:${code}/test.removed')`);
    }
    expect(loader).toContain('?? chunks.de');
  });

  it('leaves other modules alone', () => {
    expect(plugin.resolveId('nanostores')).toBeUndefined();
    expect(plugin.load('nanostores')).toBeUndefined();
  });

  it('of an unknown language fails the build', () => {
    const id = plugin.resolveId('lotse-words:fr/test.') ?? '';
    expect(() => plugin.load(id)).toThrow('no language “fr”');
  });

  it('without any words fails the build', () => {
    const id = plugin.resolveId('lotse-words:de/test.removed,tset.') ?? '';
    expect(() => plugin.load(id)).toThrow('No word starts with “tset.”');
  });
});
