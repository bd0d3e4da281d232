/** Fields for a sign-in name (UPN), which may differ from the mailbox's address. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import { verdictOf, type SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import type { Values } from '../../../src/domain/guide/guide.ts';
import { expectation, type RealGuide } from './right.ts';

const mailbox = 'buchhaltung@muster.example';
const upn = 'b.huber@muster.onmicrosoft.com';

/** The findings about the field on the last line, with only these values entered. */
function found(guide: RealGuide, text: string, values: Values): readonly SettingFinding[] {
  const last = text.split('\n').at(-1) ?? '';
  return checkSettings(text, { ...expectation(guide), values })
    .findings.map(({ finding }) => finding)
    .filter((finding) => 'label' in finding && last.startsWith(`${finding.label}: `));
}

const fields: readonly (readonly [RealGuide, string, string])[] = [
  ['bm', 'POP3 Server: outlook.office365.com', 'Benutzerkonto'],
  ['flowfact', 'Posteingang: Server: outlook.office365.com', 'Posteingang: Login'],
  ['flowfact', 'Postausgang: Server: smtp.office365.com', 'Postausgang: Login'],
  ['ipm-cloud', 'Anwendungs-ID (Client): -', 'User (Postfach) von dem Ihre Mails versendet werden'],
];

describe.each(fields)('in %s, beside „%s“, „%s“', (guide, first, label) => {
  const say = (content: string, values: Values) =>
    found(guide, `${first}\n${label}: ${content}`, values);

  it.each<readonly [string, string, Values, string, string]>([
    ['the address itself', mailbox, { mailbox }, 'field-right', 'right'],
    ['a user name of the tenant', upn, { mailbox }, 'field-may-be-sign-in-name', 'unknown'],
    [
      'another name in the same domain',
      'b.huber@muster.example',
      { mailbox },
      'field-may-be-sign-in-name',
      'unknown',
    ],
    [
      'a user name where the entered one is the address',
      upn,
      { mailbox, signInName: mailbox },
      'field-may-be-sign-in-name',
      'unknown',
    ],
    ['the entered user name', upn, { mailbox, signInName: upn }, 'field-right', 'right'],
    [
      'the address where the user name is another',
      mailbox,
      { mailbox, signInName: upn },
      'field-holds-other',
      'wrong',
    ],
    ['a third one', 'x@muster.example', { mailbox, signInName: upn }, 'field-differs', 'wrong'],
    ['a private address', 'firma@outlook.de', { mailbox }, 'field-differs', 'wrong'],
    [
      'a guest',
      'max_extern.example#EXT#@muster.onmicrosoft.com',
      { mailbox },
      'field-other',
      'wrong',
    ],
    ['no address', 'huber', { mailbox }, 'field-other', 'wrong'],
  ])('%s', (_, content, values, code, verdict) => {
    const [finding, ...rest] = say(content, values);
    expect(finding?.code).toBe(code);
    expect(finding && verdictOf(finding)).toBe(verdict);
    expect(rest).toEqual([]);
  });

  it('no user name of the organisation is reported as wrong before one is entered', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/);
    fc.assert(
      fc.property(name, name, (local, domain) => {
        const own = `${local}@${domain}.onmicrosoft.com`;
        const verdicts = say(own, { mailbox }).map(verdictOf);
        expect(verdicts).toEqual(['unknown']);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the account of bm', () => {
  it('is judged as the vendor’s support would: the address is the mailbox’s, the user name may differ', () => {
    const text = `eMail-Adresse: ${mailbox}\nBenutzerkonto: ${upn}`;
    expect(found('bm', text, { mailbox })).toEqual([
      { code: 'field-may-be-sign-in-name', label: 'Benutzerkonto', found: upn, expected: mailbox },
    ]);
  });

  it('has the sender’s address of its own, and no other', () => {
    const text = (address: string) => `Benutzerkonto: ${mailbox}\neMail-Adresse: ${address}`;
    const sender = 'info@muster.example';
    expect(found('bm', text(sender), { mailbox, sender })).toMatchObject([{ code: 'field-right' }]);
    expect(found('bm', text(sender), { mailbox })).toMatchObject([{ code: 'field-differs' }]);
    expect(found('bm', text(mailbox), { mailbox, sender })).toMatchObject([
      { code: 'field-differs' },
    ]);
  });

  it('of a shared mailbox asks who signs in', () => {
    const values = { mailbox, mailboxType: 'shared' };
    const text = `eMail-Adresse: ${mailbox}\nBenutzerkonto: ${upn}`;
    expect(found('bm', text, values)).toEqual([]);
    expect(found('bm', text, { ...values, signInName: upn })).toMatchObject([
      { code: 'field-right' },
    ]);
  });
});
