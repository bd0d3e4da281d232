import { describe, expect, it } from 'vitest';
import { wordChunks } from '../../src/i18n/word-chunks.ts';
import { rawWord } from '../../src/i18n/site-words.ts';

const plugin = wordChunks();

function wordsOf(id: string): unknown {
  const resolved = plugin.resolveId(id) ?? '';
  const [, json = ''] = /^export default (.*);$/s.exec(plugin.load(resolved) ?? '') ?? [];
  return JSON.parse(json);
}

describe('a chunk of words', () => {
  it('holds the words whose keys begin so, and no others', () => {
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

  it('leaves other modules alone', () => {
    expect(plugin.resolveId('nanostores')).toBeUndefined();
    expect(plugin.load('nanostores')).toBeUndefined();
  });

  it('of a language that there is none of fails the build', () => {
    const id = plugin.resolveId('lotse-words:fr/test.') ?? '';
    expect(() => plugin.load(id)).toThrow('no language “fr”');
  });
});
