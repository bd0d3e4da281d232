import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrganisation } from '../../../src/domain/values/organisation.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const secret = `Ab18Q~${'a'.repeat(34)}`;

describe('readOrganisation', () => {
  it.each([
    ['a name is taken', 'Muster & Söhne GmbH', 'Muster & Söhne GmbH', []],
    ['one character is a name', 'M', 'M', []],
    ['blanks in a row become one', 'Muster \u00A0\tGmbH', 'Muster GmbH', ['inner-blanks-removed']],
    ['quotation marks around it go', '„Muster“', 'Muster', ['quotes-removed']],
    ['quotation marks within stay', 'Haus „Muster“', 'Haus „Muster“', []],
    ['120 characters are taken', 'a'.repeat(120), 'a'.repeat(120), []],
  ])('%s', (_description, text, value, codes) => {
    const reading = readOrganisation(text);
    expect(reading).toMatchObject({ ok: true, value });
    expect(reading.ok && reading.notes.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['nothing', '\t', [{ code: 'value-missing' }]],
    ['121 characters', 'a'.repeat(121), [{ code: 'value-too-long', length: '121', limit: '120' }]],
    ['a tag', 'Muster <b>', [{ code: 'organisation-character', character: '<' }]],
    ['two lines', 'Muster\nGmbH', [{ code: 'value-has-line-break' }]],
    [
      'a control character',
      'Mus\u0007ter',
      [{ code: 'value-has-control-character', codePoint: 'U+0007' }],
    ],
    [
      'half of a character',
      'Mus\uD83Dter',
      [{ code: 'value-has-control-character', codePoint: 'U+FFFD' }],
    ],
    ["a secret's value, which would get into links", secret, [{ code: 'value-looks-like-secret' }]],
    ['a secret with a word before it', `Wert: ${secret}`, [{ code: 'value-looks-like-secret' }]],
  ])('%s is refused', (_description, text, problems) => {
    expect(readOrganisation(text)).toEqual({ ok: false, problems });
  });

  it('whatever is typed, a name that is accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(anyText('Muster GmbH', '„Muster“ und „Sohn“'), (text) => {
        const reading = readOrganisation(text);
        if (!reading.ok) return;
        expect(readOrganisation(reading.value)).toEqual({
          ok: true,
          value: reading.value,
          notes: [],
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(readOrganisation(text)).toHaveProperty('ok');
  });
});
