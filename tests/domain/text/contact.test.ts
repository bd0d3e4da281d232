import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueLink, readContact } from '../../../src/domain/text/contact.ts';

test.each([
  ['nothing', '  ', undefined],
  ['a mail address', ' hilfe@muster.example ', { kind: 'mail', address: 'hilfe@muster.example' }],
  [
    'a form for issues',
    'https://code.muster.example/p/issues/new',
    { kind: 'issue', address: 'https://code.muster.example/p/issues/new' },
  ],
])('%s is accepted', (_, text, contact) => {
  expect(readContact(text)).toEqual({ ok: true, ...(contact && { contact }) });
});

test.each([
  ['a word', 'hilfe'],
  ['a mail address without a dot', 'hilfe@muster'],
  ['a mail address with a header', 'hilfe@muster.example?cc=a@b.example'],
  ['two mail addresses', 'a@b.example, c@d.example'],
  ['a mail link', 'mailto:hilfe@muster.example'],
  ['another protocol', 'http://muster.example/'],
  ['a script', 'javascript:alert(1)'],
  ['a password', 'https://a:b@muster.example/'],
  ['a fragment', 'https://muster.example/#a'],
])('%s is refused', (_, text) => {
  expect(readContact(text)).toMatchObject({ ok: false });
});

test('no text changes where an issue goes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, text) => {
      const url = new URL(issueLink('https://muster.example/new?labels=a', title, text));
      expect(url.origin + url.pathname + url.hash).toBe('https://muster.example/new');
      expect([...url.searchParams.keys()]).toEqual(['labels', 'title', 'body']);
    }),
  );
});
