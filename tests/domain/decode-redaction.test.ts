import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  masked,
  redact,
  redactionKinds,
  type RedactionChoice,
} from '../../src/domain/errors/redact.ts';
import { anyText, longTexts } from '../fixtures/any-text.ts';

const all: RedactionChoice = { mail: true, ids: true };
const shared: RedactionChoice = { mail: true, ids: false };
const id = '00001111-aaaa-2222-bbbb-3333cccc4444';
/** Made up, in the forms that Microsoft uses. */
const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join('');
const jwt = 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJtdXN0ZXIifQ.c2lnbmF0dXJl';
const code = `0.AAAA${'b1C2'.repeat(30)}`;

function shown(text: string, choice: RedactionChoice): string {
  return redact(text, choice)
    .map((piece) => (piece.kind === 'plain' ? piece.text : `[${piece.hidden}]`))
    .join('');
}

describe('a text to be passed on', () => {
  it.each([
    ['a mail address', 'Konto post@muster.example fehlt', 'Konto [mail] fehlt'],
    ['an encoded mail address', 'login_hint=post%40muster.example&x=1', 'login_hint=[mail]&x=1'],
    ["a guest's name", 'a_b.example#EXT#@muster.onmicrosoft.com', '[mail]'],
    ['a mail address in angle brackets', 'Muster <post@muster.example>', 'Muster <[mail]>'],
    ['a one-time code in an address', `?code=${code}&state=1`, '?code=[code]&state=1'],
    ['a one-time code in JSON', `{"code":"${code}"}`, '{"code":"[code]"}'],
    ["Graph's own code, which stays", '"code":"ErrorAccessDenied"', '"code":"ErrorAccessDenied"'],
    ['a device code', 'device_code=ABC123&x=1', 'device_code=[code]&x=1'],
    ['a user code in a sentence', 'enter the code BCDF23GHJ to', 'enter the code [code] to'],
    [
      'a user code in a German sentence',
      'geben Sie den Code „BCDF23GHJ“ ein',
      'geben Sie den Code „[code]“ ein',
    ],
    [
      'a token that a terminal breaks into lines',
      `{"token":\n${jwt}${'Zm9v-_'.repeat(20)}\n${'Zm9v-_'.repeat(9)}\nZm9vZm9v\nEnde`,
      '{"token":\n[token]\nEnde',
    ],
    ['a token', `access_token=${jwt}`, 'access_token=[token]'],
    ['a token in JSON', `"refresh_token": "1.AAAA-xyz_9"`, '"refresh_token": "[token]"'],
    ['a token in a header', `Authorization: Bearer ${jwt}`, 'Authorization: Bearer [token]'],
    ['a token by itself', `Token ${jwt} abgelehnt`, 'Token [token] abgelehnt'],
    ['an opaque token by itself', `x ${code} y`, 'x [token] y'],
    ['a sign-in to SMTP', 'AUTH XOAUTH2 dXNlcj1wb3N0QG11c3Rlcg==', 'AUTH XOAUTH2 [token]'],
    ['the second line of it', '334 dXNlcj1wb3N0QG11c3RlcgFhdXRoPUJ=', '334 [token]'],
    ['a password for POP', 'USER post\r\nPASS geheim1!', 'USER post\r\nPASS [secret]'],
    ['a password for IMAP', 'a1 LOGIN post@muster.example geheim1', 'a1 LOGIN [mail] [secret]'],
    ['a password with a blank for POP', 'PASS geheim 1!\n+OK', 'PASS [secret]\n+OK'],
    [
      'a quoted password with a blank for IMAP',
      'C: a1 LOGIN "post@muster.example" "geheim 1!"\nS: a1 OK',
      'C: a1 LOGIN "[mail]" [secret]\nS: a1 OK',
    ],
    ['a password of a user without domain', 'a1 LOGIN info geheim1', 'a1 LOGIN info [secret]'],
    ["a server's refusal, which stays", 'a1 NO LOGIN failed.', 'a1 NO LOGIN failed.'],
    [
      'user name and password after AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6\nC: aW5mbw==\nS: 334 UGFzc3dvcmQ6\nC: R2VoZWltMTIzIQ==\nS: 535 5.7.139 no',
      'S: 334 VXNlcm5hbWU6\nC: [secret]\nS: 334 UGFzc3dvcmQ6\nC: [secret]\nS: 535 5.7.139 no',
    ],
    [
      'the same as PHPMailer prints it',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: R2VoZWlt\nSERVER -> CLIENT: 535 5.7.3',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: [secret]\nSERVER -> CLIENT: 535 5.7.3',
    ],
    [
      'quoted values to their closing quote',
      '{"password":"geheim 1","client_secret":"ab,cd;ef"}',
      '{"password":"[secret]","client_secret":"[secret]"}',
    ],
    ['a copied table', 'OAuth 2.0 Client Secret\tgeheimAlt==', 'OAuth 2.0 Client Secret\t[secret]'],
    ['a secret', `Wert ${secret}.`, 'Wert [secret]'],
    ['a secret in an address', `client_secret=${secret}&x=1`, 'client_secret=[secret]&x=1'],
    ['an older secret by its name', 'client_secret=abcDEF/123=&x', 'client_secret=[secret]&x'],
    ['a password by its German name', 'Kennwort: Sommer2026', 'Kennwort: [secret]'],
    ['an ID', `App ${id} fehlt`, 'App [id] fehlt'],
    ['a line of hyphens, which stays', '-'.repeat(100), '-'.repeat(100)],
    [
      'a long encoded sentence, which stays',
      'AADSTS50011%3a+The+redirect+URI+%27x%27+specified+in+the+request+does+not+match+the+redirect+URIs',
      'AADSTS50011%3a+The+redirect+URI+%27x%27+specified+in+the+request+does+not+match+the+redirect+URIs',
    ],
    [
      'a sentence on secrets, which stays',
      'AADSTS7000215: Invalid client secret provided.',
      'AADSTS7000215: Invalid client secret provided.',
    ],
    [
      'a sentence on Basic authentication, which stays',
      'basic authentication is disabled',
      'basic authentication is disabled',
    ],
    [
      'the code of an error, which stays',
      'Suchen Sie den Code AADSTS50011, Kennwort: AADSTS50126',
      'Suchen Sie den Code AADSTS50011, Kennwort: AADSTS50126',
    ],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(text, all)).toBe(expected);
  });

  it('keeps IDs where they are wanted, for they are no secret', () => {
    expect(shown(`${id} post@muster.example`, shared)).toBe(`${id} [mail]`);
  });

  it('masked stays as long as it was', () => {
    const text = `x client_secret=${secret} y post@muster.example`;
    expect(masked(text)).toBe(`x client_secret=${'█'.repeat(secret.length)} y post@muster.example`);
  });
});

describe('whatever is redacted', () => {
  it('holds nothing of a token, a secret or a one-time code', () => {
    const around = anyText('client_secret=', '"', '&', ' ');
    const hidden = fc.constantFrom(
      `access_token=${jwt}`,
      `client_secret=${secret}`,
      `?code=${code}`,
    );
    fc.assert(
      fc.property(around, hidden, around, (before, held, after) => {
        const text = `${before} ${held} ${after}`;
        for (const result of [shown(text, shared), masked(text)]) {
          expect(result).not.toContain(held.slice(held.indexOf('=') + 1));
        }
      }),
    );
  });

  it('keeps all other text, in order, with kinds of the list', () => {
    fc.assert(
      fc.property(anyText(secret, jwt, id, 'a@b.example'), (text) => {
        let at = 0;
        for (const piece of redact(text, all)) {
          if (piece.kind === 'hidden') expect(redactionKinds).toContain(piece.hidden);
          else {
            at = text.indexOf(piece.text, at);
            expect(at).toBeGreaterThanOrEqual(0);
            at += piece.text.length;
          }
        }
        expect(masked(text).length).toBe(text.length);
      }),
    );
  });

  it('long texts are answered', () => {
    for (const text of longTexts.filter(({ length }) => length < 10_000)) {
      expect(masked(text).length).toBe(text.length);
    }
  });
});
