import { describe, expect, it } from 'vitest';
import { wordChunks } from '../../src/i18n/word-chunks.ts';
import { languageCodes } from '../../src/i18n/languages.ts';
import { rawWord } from '../../src/i18n/site-words.ts';

const plugin = wordChunks();

function load(id: string): string {
  return plugin.load(plugin.resolveId(id) ?? '') ?? '';
}

/** The module of one language that the module of some words imports. */
function chunkOf(prefixes: string, language: string): string {
  return (
    new RegExp(`${language}: \\(\\) => import\\('([^']+)'\\)`).exec(
      load(`lotse-words:${prefixes}`),
    )?.[1] ?? ''
  );
}

function wordsOf(prefixes: string, language: string): unknown {
  const [, json = ''] = /^export default (.*);$/s.exec(load(chunkOf(prefixes, language))) ?? [];
  return JSON.parse(json);
}

describe('a chunk of words', () => {
  it('contains only the words whose keys start with its prefixes', () => {
    const words = wordsOf('test.removed,site.name', 'de') as Record<string, unknown>;
    expect(words).toEqual({
      'test.removed': rawWord('de', 'test.removed'),
      'site.name': rawWord('de', 'site.name'),
    });
  });

  it('is in its own language', () => {
    expect(wordsOf('test.removed', 'en')).toEqual({
      'test.removed': rawWord('en', 'test.removed'),
    });
  });

  it('is loaded in the page’s language, or in German for an unknown one', () => {
    const loader = load('lotse-words:test.removed');
    const chunks = languageCodes.map((code) => chunkOf('test.removed', code));
    expect(new Set(chunks).size).toBe(languageCodes.length);
    for (const chunk of chunks) expect(chunk).toMatch(/^lotse-words:/);
    expect(loader).toContain('?? chunks.de');
  });

  it('leaves other modules alone', () => {
    expect(plugin.resolveId('nanostores')).toBeUndefined();
    expect(plugin.load('nanostores')).toBeUndefined();
  });

  it('of an unknown language fails the build', () => {
    const id = chunkOf('test.', 'de').replace(':de/', ':xx/');
    expect(() => load(id)).toThrow('no language “xx”');
  });

  it('without any words fails the build', () => {
    const id = chunkOf('test.removed,tset.', 'de');
    expect(() => load(id)).toThrow('No word starts with “tset.”');
  });
});
