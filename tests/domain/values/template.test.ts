import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillTemplate,
  lineProblems,
  parseTemplate,
  slotsOf,
} from '../../../src/domain/values/template.ts';

describe('the segments of a pattern', () => {
  const cases = [
    [
      'text around a slot',
      'https://{customerHost}.ipmcloud.de',
      [{ text: 'https://' }, { slot: 'customerHost' }, { text: '.ipmcloud.de' }],
    ],
    ['two slots side by side', '{a}{b}', [{ slot: 'a' }, { slot: 'b' }]],
    ['no slot', 'http://localhost', [{ text: 'http://localhost' }]],
    ['nothing at all', '', []],
    [
      'braces that hold no id stay text (FF-21)',
      '{0}{4}/oauth2 { a } {',
      [{ text: '{0}{4}/oauth2 { a } {' }],
    ],
  ] as const;
  test.each(cases)('%s', (_, pattern, expected) => {
    expect(parseTemplate(pattern)).toEqual(expected);
  });

  test('ids come in order and without duplicates', () => {
    expect(slotsOf(parseTemplate('{b}/{a}/{b}'))).toEqual(['b', 'a']);
  });
});

describe('filling in', () => {
  const template = parseTemplate('https://{customerHost}.muster.example/{path}');

  test('gives the text once all values are known', () => {
    expect(fillTemplate(template, { customerHost: 'www', path: 'a%20b' })).toEqual({
      ok: true,
      text: 'https://www.muster.example/a%20b',
    });
  });

  test('names missing values, including empty ones', () => {
    expect(fillTemplate(template, { customerHost: '', path: undefined })).toEqual({
      ok: false,
      missing: ['customerHost', 'path'],
    });
  });

  test('a slot takes its fallback value until the first is known, and asks for the fallback', () => {
    const name = [{ slot: 'signInName', or: 'mailbox' }];
    const mailbox = 'post@muster.example';
    expect(fillTemplate(name, { mailbox })).toEqual({ ok: true, text: mailbox });
    expect(fillTemplate(name, { mailbox, signInName: 'anna@muster.example' })).toEqual({
      ok: true,
      text: 'anna@muster.example',
    });
    expect(fillTemplate(name, {})).toEqual({ ok: false, missing: ['mailbox'] });
  });

  test('a value is never read as a pattern, nor as a replacement', () => {
    expect(fillTemplate(template, { customerHost: '{path}', path: '$&$1' })).toEqual({
      ok: true,
      text: 'https://{path}.muster.example/$&$1',
    });
  });

  test('a pattern without values comes back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (pattern) => {
        const again = parseTemplate(pattern).map((segment) =>
          'slot' in segment ? `{${segment.slot}}` : segment.text,
        );
        expect(again.join('')).toBe(pattern);
      }),
    );
  });
});

describe('text for a console', () => {
  const control = (codePoint: string) => ({ code: 'value-has-control-character', codePoint });
  const lineBreak = { code: 'value-has-line-break' };
  const cases = [
    ['plain text passes', 'post@muster.example', []],
    ['umlauts, blanks and typographic quotes pass', 'Büro „Süd“ – ’n', []],
    ['a line feed', 'a\nb', [lineBreak]],
    ['Windows’ line break is one problem', 'a\r\nb\r\n', [lineBreak]],
    ['the separators of lines and paragraphs', 'a\u2028b\u2029', [lineBreak]],
    ['a tab, which would complete names', 'a\tb', [control('U+0009')]],
    ['NUL', '\u0000', [control('U+0000')]],
    ['a control of the second block', '\u0085', [control('U+0085')]],
    ['a turn of the reading direction', 'a\u202eb\u2066', [control('U+202E'), control('U+2066')]],
    ['each once, in the text’s order', '\u001b\n\u001b', [control('U+001B'), lineBreak]],
  ] as const;
  test.each(cases)('%s', (_, text, expected) => {
    expect(lineProblems(text)).toEqual(expected);
  });
});
