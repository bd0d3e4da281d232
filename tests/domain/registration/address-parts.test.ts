import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressPartNames,
  addressParts,
  shownAddress,
  withoutUser,
} from '../../../src/domain/registration/address-parts.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

describe('an address as it is shown', () => {
  it.each([
    ['plain', 'https://www.muster.example/a%20b', 'https://www.muster.example/a%20b'],
    ['with a port', 'https://muster.example:8443/x@y', 'https://muster.example:8443/x@y'],
    ['with an address of IPv6', 'http://[::1]:80/x', 'http://[::1]:80/x'],
    ['of no host', 'urn:ietf:wg:oauth:2.0:oob', 'urn:ietf:wg:oauth:2.0:oob'],
    ['with a user', 'https://user@muster.example/x', 'https://…@muster.example/x'],
    [
      'with a password',
      'https://user:Sommer%232026!Haus@www.muster.example/x',
      'https://…@www.muster.example/x',
    ],
    [
      'with # in the password',
      'https://user:Som#mer@muster.example/x',
      'https://…@muster.example/x',
    ],
    [
      'with a slash and an @ in the password',
      'https://user:So/mm@er@muster.example/x',
      'https://…@muster.example/x',
    ],
    ['with an encoded @', 'https://user:Sommer%40muster.example', 'https://…@muster.example'],
    ['broken off within the password', 'https://user:Som', 'https://…@'],
    ['with a query', 'https://muster.example/x?code=abc', 'https://muster.example/x?…'],
    ['with a fragment', 'https://muster.example/x#code=abc', 'https://muster.example/x#…'],
  ])('%s', (_, uri, shown) => {
    expect(shownAddress(uri)).toBe(shown);
  });

  it('keeps the query that the known address has', () => {
    const known = 'https://muster.example/?action=oauth';
    expect(shownAddress('https://x.example/?action=oauth', known)).toBe(
      'https://x.example/?action=oauth',
    );
  });
});

describe('whatever is parted', () => {
  const near = anyText('https://user:pass@muster.example/x?a=b#c', '@', ':', '%40');

  it('is whole again when its parts are joined', () => {
    fc.assert(
      fc.property(near, (text) => {
        const parts = addressParts(text);
        expect(addressPartNames.map((name) => parts[name]).join('')).toBe(text);
      }),
    );
  });

  it('shows nothing of a password', () => {
    const password = fc.stringMatching(/^[\w#/?!&=+:@ %-]{0,12}$/).map((rest) => `${rest}Q7Geheim`);
    fc.assert(
      fc.property(password, (text) => {
        expect(withoutUser(`https://user:${text}@muster.example/x`)).not.toContain('Q7Geheim');
        expect(withoutUser(`https://user:x${text.replaceAll('@', '')}`)).not.toContain('Q7Geheim');
      }),
    );
  });

  it('long texts are answered', () => {
    for (const text of longTexts)
      expect(shownAddress(text).length).toBeLessThanOrEqual(text.length + 9);
  });
});
