import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSecret } from '../../../src/domain/values/secret.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const tail = 'muster_Muster-1234.MUSTER~muster56';
const present = `Ab18Q~${tail}`;
const older = 'muster=MUSTER[1234]muster@567+?.';

describe('checkSecret', () => {
  it.each([
    ["today's 40 characters", present, 'present-form', ['secret-present-form']],
    ['another digit before Q~', `a.-7Q~${tail}`, 'present-form', ['secret-present-form']],
    ['three characters less', present.slice(0, 37), 'present-form', ['secret-present-form']],
    [
      'blanks around it',
      ` ${present}\r\n`,
      'present-form',
      ['secret-blanks-removed', 'secret-present-form'],
    ],
    [
      'invisible characters around it',
      `\uFEFF${present}\u200B`,
      'present-form',
      ['secret-blanks-removed', 'secret-present-form'],
    ],
    ['an older form', older, 'other-form', ['secret-other-form']],
    ['too much after it', `${present}x`, 'other-form', ['secret-other-form']],
    ['an unusual character in it', `${present.slice(0, 39)}$`, 'other-form', ['secret-other-form']],
    ['a star in an older one', older.replace('=', '*'), 'other-form', ['secret-other-form']],
  ])('%s can be a secret', (_description, text, value, codes) => {
    const reading = checkSecret(text);
    expect(reading).toEqual({ ok: true, value, notes: codes.map((code) => ({ code })) });
  });

  it.each([
    ['nothing', ' \u200B', [{ code: 'value-missing' }]],
    [
      "the secret's ID in place of its value (IPM-07)",
      'CCCCCCCC-1111-4222-8333-666666666666',
      [{ code: 'secret-looks-like-id' }],
    ],
    ['the ID without hyphens', 'c'.repeat(32), [{ code: 'secret-looks-like-id' }]],
    [
      'the ID in braces',
      '{cccccccc-1111-4222-8333-666666666666}',
      [{ code: 'secret-looks-like-id' }],
    ],
    ['stars', '****', [{ code: 'secret-is-masked' }]],
    [
      'the first three characters and stars',
      'Ab1******************',
      [{ code: 'secret-is-masked' }],
    ],
    ['dots', '•••', [{ code: 'secret-is-masked' }]],
    ['a blank within', present.replace('M', ' '), [{ code: 'secret-has-blank' }]],
    ['a no-break space within', present.replace('M', '\u00A0'), [{ code: 'secret-has-blank' }]],
    ['a line break within', present.replace('M', '\r\n'), [{ code: 'secret-has-line-break' }]],
    ['an umlaut', present.replace('M', 'ü'), [{ code: 'secret-not-ascii' }]],
    ['a long stroke', present.replace('-', '–'), [{ code: 'secret-not-ascii' }]],
    ['a control character', present.replace('M', '\u0007'), [{ code: 'secret-not-ascii' }]],
    ['15 characters', older.slice(0, 15), [{ code: 'secret-too-short', length: '15' }]],
    ['the beginning of a secret', present.slice(0, 36), [{ code: 'secret-cut-off' }]],
    ['a few characters of it', present.slice(0, 7), [{ code: 'secret-cut-off' }]],
    ['far too much', 'a'.repeat(2001), [{ code: 'value-too-long', length: '2001', limit: '2000' }]],
    [
      'several faults',
      'kurz und\nfür x',
      [
        { code: 'secret-has-line-break' },
        { code: 'secret-has-blank' },
        { code: 'secret-not-ascii' },
        { code: 'secret-too-short', length: '14' },
      ],
    ],
  ])('%s is refused', (_description, text, problems) => {
    expect(checkSecret(text)).toEqual({ ok: false, problems });
  });

  it('no part of the text comes back except its length', () => {
    const limits = ['code', 'length', 'limit'];
    fc.assert(
      fc.property(anyText(present, older, '****'), (text) => {
        const reading = checkSecret(text);
        if (reading.ok) expect(['present-form', 'other-form']).toContain(reading.value);
        for (const one of reading.ok ? reading.notes : reading.problems) {
          expect(limits).toEqual(expect.arrayContaining(Object.keys(one)));
          expect(one.code).toMatch(/^(?:secret|value)-[a-z-]+$/);
          if ('length' in one) expect(Number(one.length)).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('any two secrets of the same form get the same answer', () => {
    const unit = fc.constantFrom(...'abcXYZ0189_~.-');
    const secrets = fc
      .tuple(
        fc.string({ unit, minLength: 3, maxLength: 3 }),
        fc.nat({ max: 9 }),
        fc.string({ unit, minLength: 31, maxLength: 34 }),
      )
      .map(([start, digit, end]) => `${start}${String(digit)}Q~${end}`);
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(checkSecret(secret)).toEqual(checkSecret(present));
      }),
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(checkSecret(text)).toHaveProperty('ok');
  });
});
