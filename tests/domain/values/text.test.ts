import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept, refuse } from '../../../src/domain/values/reading.ts';
import {
  cleanText,
  controlProblem,
  excerpt,
  onePerCode,
  placeholderProblem,
  readCleaned,
  shownCharacter,
} from '../../../src/domain/values/text.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

describe('cleanText', () => {
  it.each([
    ['a plain text stays as it is', 'muster', 'muster', []],
    ['blanks around it go', '  muster ', 'muster', ['blanks-removed']],
    ['so do no-break spaces and line breaks', '\u00A0muster\r\n', 'muster', ['blanks-removed']],
    ['zero width characters go', 'mus\u200Bter', 'muster', ['invisible-removed']],
    ['a byte order mark goes', '\uFEFFmuster', 'muster', ['invisible-removed']],
    ['a soft hyphen goes', 'mus\u00ADter', 'muster', ['invisible-removed']],
    ['marks for the direction go', '\u202Emuster\u2069', 'muster', ['invisible-removed']],
    ['German quotation marks go', '„muster“', 'muster', ['quotes-removed']],
    ['so do mixed ones', '„muster"', 'muster', ['quotes-removed']],
    ['typewriter quotes go', '"muster"', 'muster', ['quotes-removed']],
    ['single quotes go', "'muster'", 'muster', ['quotes-removed']],
    ['low single quotes go', '‚muster‘', 'muster', ['quotes-removed']],
    ['chevrons go', '»muster«', 'muster', ['quotes-removed']],
    ['backticks go', '`muster`', 'muster', ['quotes-removed']],
    ['angle brackets go', '<muster>', 'muster', ['brackets-removed']],
    [
      'wrappings within each other go',
      ' "< muster >" ',
      'muster',
      ['blanks-removed', 'quotes-removed', 'brackets-removed'],
    ],
    ['a quotation mark on one side stays', '"muster', '"muster', []],
    ['quotation marks that also stand inside stay', '"A" und "B"', '"A" und "B"', []],
    ['an apostrophe stays', "o'neil", "o'neil", []],
    ['a single mark stays', '"', '"', []],
    ['a pair around nothing leaves nothing', '„“', '', ['quotes-removed']],
    [
      'full-width letters become ordinary ones',
      'ｍｕｓｔｅｒ．ｄｅ',
      'muster.de',
      ['full-width-converted'],
    ],
    ['letters in two parts are put together silently', 'mu\u0308ller', 'müller', []],
    ['half a surrogate pair is marked', 'a\uD800b', 'a\uFFFDb', []],
  ])('%s', (_description, text, clean, codes) => {
    const cleaned = cleanText(text);
    expect(cleaned.text).toBe(clean);
    expect(cleaned.notes.map(({ code }) => code)).toEqual(codes);
  });

  it('names the marks that it removed', () => {
    expect(cleanText('„<a>“').notes).toEqual([
      { code: 'quotes-removed', quote: '„“' },
      { code: 'brackets-removed', bracket: '<>' },
    ]);
  });

  it('returns for long texts', () => {
    for (const text of longTexts)
      expect(cleanText(text).text.length).toBeLessThanOrEqual(text.length);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText('„muster“', '<a@muster.example>'), (text) => {
        const { text: clean } = cleanText(text);
        expect(cleanText(clean)).toEqual({ text: clean, notes: [] });
      }),
    );
  });
});

describe('controlProblem', () => {
  it.each([
    ['a line break is told', 'a\nb', { code: 'value-has-line-break' }],
    ['so is a line separator', 'a\u2028b', { code: 'value-has-line-break' }],
    ['a null is told', 'a\0b', { code: 'value-has-control-character', codePoint: 'U+0000' }],
    [
      'a lost character too',
      'a\uFFFDb',
      { code: 'value-has-control-character', codePoint: 'U+FFFD' },
    ],
    ['a tab counts as a blank', 'a\tb', undefined],
    ['umlauts are no control characters', 'ä', undefined],
  ])('%s', (_description, text, problem) => {
    expect(controlProblem(text)).toEqual(problem);
  });
});

describe('readCleaned', () => {
  const upper = (text: string) =>
    text.includes('_')
      ? refuse({ code: 'host-underscore', label: text })
      : accept(text.toUpperCase());

  it('adds the notes of cleaning to those of the rule', () => {
    expect(readCleaned(' a ', upper)).toEqual({
      ok: true,
      value: 'A',
      notes: [{ code: 'blanks-removed' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \u00A0\t\n'],
    ['invisible characters', '\u200B\uFEFF'],
    ['empty quotation marks', ' "" '],
  ])('%s is a missing value', (_description, text) => {
    expect(readCleaned(text, upper)).toEqual(refuse({ code: 'value-missing' }));
  });

  it('refuses a text over 2,000 characters without parsing it', () => {
    expect(readCleaned('_'.repeat(2001), upper)).toEqual(
      refuse({ code: 'value-too-long', length: '2001', limit: '2000' }),
    );
  });

  it('reports only the line break for a text on several lines', () => {
    expect(readCleaned('a_\nb', upper)).toEqual(refuse({ code: 'value-has-line-break' }));
  });

  it('reports a control character and all other problems', () => {
    expect(readCleaned('a_\u0007', upper)).toEqual(
      refuse(
        { code: 'value-has-control-character', codePoint: 'U+0007' },
        { code: 'host-underscore', label: 'a_' },
      ),
    );
  });

  it('refuses a control character in an otherwise correct text', () => {
    expect(readCleaned('a\u0007', upper).ok).toBe(false);
    expect(readCleaned('\u0007', upper).ok).toBe(false);
  });

  it('returns for long texts', () => {
    for (const text of longTexts) expect(readCleaned(text, upper)).toHaveProperty('ok');
  });
});

describe('text shown in sentences', () => {
  it.each([
    ['a letter as itself', 'ä', 'ä'],
    ['an emoji as itself', '🚀', '🚀'],
    ['a blank as its number', '\u00A0', 'U+00A0'],
    ['a control character as its number', '\u0007', 'U+0007'],
  ])('%s', (_description, character, shown) => {
    expect(shownCharacter(character)).toBe(shown);
  });

  it('a long text is cut, never within a character', () => {
    expect(excerpt('abc', 3)).toBe('abc');
    expect(excerpt('abcd', 3)).toBe('abc…');
    expect(excerpt('ab🚀d', 3)).toBe('ab…');
  });

  it('the first of each code is kept', () => {
    const items = [{ code: 'a', at: 1 }, { code: 'b' }, { code: 'a', at: 2 }];
    expect(onePerCode(items)).toEqual([{ code: 'a', at: 1 }, { code: 'b' }]);
  });

  it.each([
    ['[SRVXX]', true],
    ['{tenant-id}', true],
    ['[::1]', false],
    ['{a} {b}', false],
    ['muster', false],
  ])('%s is a placeholder: %s', (text, is) => {
    expect(placeholderProblem(text)?.code).toBe(is ? 'value-is-placeholder' : undefined);
  });
});
