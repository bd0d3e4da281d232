import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsEntraSecret, holdsToken } from '../../../src/domain/secrets/held-secrets.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const header = base64('{"typ":"JWT","alg":"RS256"}').replace(/=+$/, '');
const jwt = `${header}.${base64('{"aud":"https://muster.example"}').replace(/=+$/, '')}.c2lnbmF0dXJl`;
const toSmtp = (user: string): string => base64(`user=${user}\u0001auth=Bearer ${jwt}\u0001\u0001`);
/** Made up, in the form that Entra uses. */
const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join('');

describe('a text that holds a token', () => {
  it.each<readonly [string, string]>([
    ['by itself', jwt],
    ['in an address', `?x=1&Authorization=Bearer%20${jwt}`],
    ['in an address within an address', `?x=1&to=Authorization%3DBearer%2520${jwt}`],
    ['in a log in JSON', String.raw`{"h":"Authorization\u003d${jwt}"}`],
    ['after a lot of other text', `${'Zeile eines Protokolls\n'.repeat(9_000)}Bearer ${jwt}`],
    ['with an invisible character', jwt.replace('.', '\u200B.')],
    ['wrapped before its first dot', `Token\n${jwt.slice(0, 20)}\n${jwt.slice(20)}`],
    ['with five parts', `${header}.QmFzZTY0VGV4dA..aXY.dGFn`],
    ...['a@muster.example', 'ab@muster.example', 'abc@muster.example'].map(
      (user) => [`as ${user} tells a mail server`, `C: AUTH XOAUTH2 ${toSmtp(user)}`] as const,
    ),
    ['as OAUTHBEARER', `C: ${base64(`n,a=x,\u0001auth=Bearer ${jwt}\u0001\u0001`)}`],
    [
      'as a mail server gets it on two lines',
      toSmtp('x@muster.example').replace(/.{76}/g, '$&\r\n'),
    ],
    ['of a private account', `"access_token":"EwB4A8l6BAAU${'b1C2'.repeat(20)}"`],
    ['to renew another', `refresh_token=1.AXkA${'b1C2'.repeat(20)}`],
  ])('%s', (_, text) => {
    expect(holdsToken(text)).toBe(true);
  });

  it.each([
    ['what is being typed', 'Token eyJabc.x'],
    ['the beginning of a token', `Token ${jwt.slice(0, 30)}`],
    ['a name', 'access_token fehlt, refresh_token is invalid, Bearer realm="x"'],
    ['a one-time code', `https://muster.example/?code=1.AXkA${'b1C2'.repeat(20)}`],
    ['an ID', 'token: 00001111-aaaa-2222-bbbb-3333cccc4444'],
    ['the fingerprint of a certificate', '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d'],
    ['a refusal', 'AUTH XOAUTH2 dXNlcj1wb3N0QG11c3Rlcg==\n535 5.7.3 Authentication unsuccessful'],
    ['a secret', secret],
  ])('is not %s', (_, text) => {
    expect(holdsToken(text)).toBe(false);
  });
});

describe('a text that holds a secret', () => {
  it.each([
    ['as it is', `Wert: ${secret}`],
    ['in an address', secret.replace('~', '%7E')],
    ['in an address within an address', secret.replace('~', '%257E')],
    ['in JSON', secret.replace('~', String.raw`\u007e`)],
    ['in HTML', secret.replace('~', '&#126;')],
    ['in hexadecimal HTML', secret.replace('~', '&#x7e;')],
    ['with an invisible character', secret.replace('~', '\u200B~')],
    ['with a soft hyphen in HTML', secret.replace('~', '&shy;~')],
  ])('%s', (_, text) => {
    expect(holdsEntraSecret(text)).toBe(true);
  });

  it('is not a token, an ID or an error', () => {
    const text = `${jwt} 00001111-aaaa-2222-bbbb-3333cccc4444 AADSTS7000215 100%7E`;
    expect(holdsEntraSecret(text)).toBe(false);
  });
});

it('any text is answered, and what surrounds a token does not hide it', () => {
  fc.assert(
    fc.property(anyText('eyJ', '.', '%7E', 'access_token='), (text) => {
      expect([holdsToken(text), holdsEntraSecret(text)]).toHaveLength(2);
      expect(holdsToken(`${text} ${jwt}`)).toBe(true);
    }),
  );
});

it.each(
  [...longTexts, 'eyJ'.repeat(60_000), 'eyJ.'.repeat(40_000), 'bearer '.repeat(30_000)].map(
    (text) => [text.slice(0, 6), text] as const,
  ),
)('%j repeated is read in no time', (_, text) => {
  const start = performance.now();
  holdsToken(text);
  holdsEntraSecret(text);
  expect(performance.now() - start).toBeLessThan(500);
});
