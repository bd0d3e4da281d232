import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailLink } from '../../../src/domain/text/mail-link.ts';

test.each([
  ['nobody yet', '', 'Hallo', 'Zeile', 'mailto:?subject=Hallo&body=Zeile'],
  [
    'a receiver',
    'support@muster.example',
    'A',
    'B',
    'mailto:support@muster.example?subject=A&body=B',
  ],
  [
    'every kind of line end',
    '',
    '',
    'a\nb\r\nc\rd',
    'mailto:?subject=&body=a%0D%0Ab%0D%0Ac%0D%0Ad',
  ],
  [
    'characters with a meaning',
    'a?b&c@d.example',
    'x&cc=e',
    '#',
    'mailto:a%3Fb%26c@d.example?subject=x%26cc%3De&body=%23',
  ],
  ['a half character', '', '\uD83D', '', 'mailto:?subject=%EF%BF%BD&body='],
])('%s', (_, to, subject, text, link) => {
  expect(mailLink(to, subject, text)).toBe(link);
});

test('no text adds a header or a receiver', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (subject, text) => {
      const { search, pathname, hash } = new URL(mailLink('a@b.example', subject, text));
      expect(pathname).toBe('a@b.example');
      expect(hash).toBe('');
      expect([...new URLSearchParams(search).keys()]).toEqual(['subject', 'body']);
    }),
  );
});
