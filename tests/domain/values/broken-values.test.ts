import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withWholeGuids, withWholeSecrets } from '../../../src/domain/values/broken-values.ts';

const guid = '00001111-aaaa-2222-bbbb-3333cccc4444';

describe('a GUID over two lines', () => {
  it.each([
    ['after a hyphen', `ID: 00001111-aaaa-\n2222-bbbb-3333cccc4444`, `ID: ${guid}`],
    ['before a hyphen', `ID: 00001111-aaaa\r\n  -2222-bbbb-3333cccc4444.`, `ID: ${guid}.`],
    [
      'in capitals',
      '00001111-AA\nAA-2222-BBBB-3333CCCC4444',
      '00001111-AAAA-2222-BBBB-3333CCCC4444',
    ],
    ['after a word of hex digits', `Fade\n00001111-\naaaa-2222-bbbb-3333cccc4444`, `Fade\n${guid}`],
    ['that is whole', `${guid}\n${guid}`, `${guid}\n${guid}`],
    ['that stays too short', '00001111-aaaa-\n2222-bbbb', '00001111-aaaa-\n2222-bbbb'],
    [
      'with a blank line between',
      '00001111-aaaa-\n\n2222-bbbb-3333cccc4444',
      '00001111-aaaa-\n\n2222-bbbb-3333cccc4444',
    ],
  ])('%s', (_, text, whole) => {
    expect(withWholeGuids(text)).toBe(whole);
  });

  it('is rejoined wherever it was broken, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 35 }),
        fc.constantFrom('\n', '\r\n', '  \n\t'),
        (id, at, gap) => {
          const broken = `Trace ID: ${id.slice(0, at)}${gap}${id.slice(at)} Timestamp`;
          expect(withWholeGuids(broken)).toBe(`Trace ID: ${id} Timestamp`);
        },
      ),
    );
  });

  it('loses nothing but blanks and line breaks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0aF-\n\r\t x'), maxLength: 400 }),
        (text) => {
          const bare = (one: string): string => one.replace(/\s/g, '');
          expect(bare(withWholeGuids(text))).toBe(bare(text));
        },
      ),
    );
  });
});

describe('a secret over two lines', () => {
  /** Made up, in today's form; assembled so that no scanner mistakes it for a real one. */
  const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghij'].join('');

  it('is rejoined wherever it was broken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 39 }),
        fc.constantFrom('\r\n ', '=\r\n', '=\n'),
        (at, gap) => {
          const broken = `Wert: ${secret.slice(0, at)}${gap}${secret.slice(at)} Ende`;
          expect(withWholeSecrets(broken)).toBe(`Wert: ${secret} Ende`);
        },
      ),
    );
  });

  it('is not made of a secret and the next word', () => {
    expect(withWholeSecrets(`${secret}\nEnde`)).toBe(`${secret}\nEnde`);
    expect(withWholeSecrets(`${secret.slice(0, 20)}\nEnde`)).toBe(`${secret.slice(0, 20)}\nEnde`);
  });
});
