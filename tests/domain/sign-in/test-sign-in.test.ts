import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import { findingCodes, type Finding } from '../../../src/domain/compare/findings.ts';
import {
  judgeSignIn,
  signInPlan,
  type SignInAnswer,
  type SignInExpectation,
} from '../../../src/domain/sign-in/test-sign-in.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { guideFixture } from '../fixtures.ts';

const outlook = 'https://outlook.office365.com';
const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const otherTenant = '6f0b2d94-17ce-4a58-b3e6-50d98c41a7f2';
const mailbox = 'makler@muster.example';
const now = 1_795_000_000;

const answer: SignInAnswer = {
  kind: 'answer',
  account: mailbox,
  tenantId,
  scopes: ['openid', 'profile', `${outlook}/IMAP.AccessAsUser.All`, `${outlook}/SMTP.Send`],
  issuedAt: now - 2,
  receivedAt: now,
  expiresAt: now + 4500,
};

const mail: SignInExpectation = {
  plan: {
    scopes: [`${outlook}/IMAP.AccessAsUser.All`, `${outlook}/SMTP.Send`],
    needed: [`${outlook}/IMAP.AccessAsUser.All`, `${outlook}/SMTP.Send`],
  },
  values: { tenantId, mailbox },
  operatorApp: false,
};
const alone: SignInExpectation = { ...mail, plan: { scopes: [], needed: [] } };

const right = [
  { code: 'test-right' },
  { code: 'test-account-right', account: mailbox },
  { code: 'test-tenant-right', tenantId },
] as const;
const lifetime = { code: 'test-lifetime-right', minutes: '75' } as const;
const scopesRight = {
  code: 'test-scopes-right',
  scopes: 'IMAP.AccessAsUser.All, SMTP.Send',
} as const;

describe('the plan of a test sign-in', () => {
  it('an app that signs in as itself is tested by the sign-in alone', () => {
    const guide = applicable(guideFixture('flowfact'), {});
    const token = [{ ...guide.token[0], grant: 'client-credentials' }] as typeof guide.token;
    expect(signInPlan({ ...guide, token })).toEqual({ scopes: [], needed: [] });
  });

  it('so is an app whose scopes are unknown', () => {
    const guide = applicable(guideFixture('flowfact'), {});
    expect(signInPlan({ ...guide, token: [] })).toEqual({ scopes: [], needed: [] });
  });

  it('a delegated sign-in requests the product’s scopes (FF-21)', () => {
    const wanted = [`${outlook}/IMAP.AccessAsUser.All`, `${outlook}/SMTP.Send`];
    const guide = applicable(guideFixture('flowfact'), {});
    const token = {
      grant: 'authorization-code',
      version: 'v2',
      tenant: 'tenantId',
      scopes: [...wanted, 'offline_access'],
      certainty: 'inferred',
    } as const;
    expect(signInPlan({ ...guide, token: [token] })).toEqual({ scopes: wanted, needed: wanted });
  });

  it('.default stands for the mail permissions of the registration (BM-10)', () => {
    const guide = applicable(guideFixture('bm'), {});
    const { scopes, needed } = signInPlan(guide);
    expect(scopes).toEqual([`${outlook}/.default`]);
    expect(needed).toContain('SMTP.Send');
    expect(needed).not.toContain('User.Read');
  });
});

function found(given: SignInAnswer, expected: SignInExpectation): readonly Finding[] {
  return judgeSignIn(given, expected).map(({ finding }) => finding);
}

describe('an answer', () => {
  it.each([
    ['that is right', {}, mail, [...right, scopesRight, lifetime]],
    [
      'of a product with application permissions says that only the sign-in is tested',
      {},
      alone,
      [...right, { code: 'test-only-sign-in' }, lifetime],
    ],
    [
      'in other letters is of the same account',
      { account: 'Makler@Muster.Example' },
      alone,
      [
        { code: 'test-right' },
        { code: 'test-account-right', account: 'Makler@Muster.Example' },
        right[2],
        { code: 'test-only-sign-in' },
        lifetime,
      ],
    ],
    [
      'of another account is right and says so',
      { account: 'kollegin@muster.example' },
      mail,
      [
        { code: 'test-right' },
        { code: 'test-account-differs', account: 'kollegin@muster.example', mailbox },
        right[2],
        scopesRight,
        lifetime,
      ],
    ],
    [
      'of the entered sign-in name is as expected',
      { account: 'm.huber@muster.onmicrosoft.com' },
      { ...alone, values: { tenantId, mailbox, signInName: 'M.Huber@muster.onmicrosoft.com' } },
      [
        { code: 'test-right' },
        { code: 'test-account-right', account: 'm.huber@muster.onmicrosoft.com' },
        right[2],
        { code: 'test-only-sign-in' },
        lifetime,
      ],
    ],
    [
      'of neither is a fault',
      { account: 'kollegin@muster.example' },
      { ...alone, values: { tenantId, mailbox, signInName: 'm.huber@muster.onmicrosoft.com' } },
      [
        {
          code: 'test-account-unexpected',
          account: 'kollegin@muster.example',
          mailbox: 'm.huber@muster.onmicrosoft.com',
        },
        right[2],
        { code: 'test-only-sign-in' },
        lifetime,
      ],
    ],
    [
      'for a shared mailbox is of whoever has the rights',
      { account: 'kollegin@muster.example' },
      { ...alone, values: { tenantId, mailbox, mailboxType: 'shared' } },
      [
        { code: 'test-right' },
        { code: 'test-account-for-shared', account: 'kollegin@muster.example', mailbox },
        right[2],
        { code: 'test-only-sign-in' },
        lifetime,
      ],
    ],
    [
      'of a shared mailbox itself is a fault: it has no sign-in',
      {},
      { ...alone, values: { tenantId, mailbox, mailboxType: 'shared' } },
      [
        { code: 'test-account-is-shared', account: mailbox },
        right[2],
        { code: 'test-only-sign-in' },
        lifetime,
      ],
    ],
    [
      'before a mailbox is known only names the account',
      {},
      { ...mail, values: { tenantId } },
      [
        { code: 'test-right' },
        { code: 'test-account', account: mailbox },
        right[2],
        scopesRight,
        lifetime,
      ],
    ],
    [
      'of another tenant is a fault',
      { tenantId: otherTenant },
      mail,
      [
        right[1],
        { code: 'test-tenant-differs', found: otherTenant, expected: tenantId },
        scopesRight,
        lifetime,
      ],
    ],
    [
      'is not compared with a tenant that was given as a domain',
      {},
      { ...mail, values: { tenantId: 'muster.example', mailbox } },
      [right[0], right[1], scopesRight, lifetime],
    ],
    [
      'without a scope names it',
      { scopes: ['openid', `${outlook}/SMTP.Send`] },
      mail,
      [
        right[1],
        right[2],
        { code: 'test-scopes-right', scopes: 'SMTP.Send' },
        { code: 'test-scope-missing', scope: 'IMAP.AccessAsUser.All' },
        lifetime,
      ],
    ],
    [
      'of a scope for Graph does not count for the mail servers',
      { scopes: ['https://graph.microsoft.com/SMTP.Send', `${outlook}/IMAP.AccessAsUser.All`] },
      mail,
      [
        right[1],
        right[2],
        { code: 'test-scopes-right', scopes: 'IMAP.AccessAsUser.All' },
        { code: 'test-scope-missing', scope: 'SMTP.Send' },
        lifetime,
      ],
    ],
    [
      'for the other host of Outlook counts',
      {
        scopes: [
          'https://outlook.office.com/IMAP.AccessAsUser.All',
          'https://outlook.office.com/smtp.send',
        ],
      },
      mail,
      [...right, scopesRight, lifetime],
    ],
    [
      'to .default counts by its names',
      {},
      { ...mail, plan: { scopes: [`${outlook}/.default`], needed: ['SMTP.Send'] } },
      [...right, { code: 'test-scopes-right', scopes: 'SMTP.Send' }, lifetime],
    ],
    [
      'an hour behind shows a clock that is fast',
      { issuedAt: now - 3600 },
      alone,
      [
        right[1],
        right[2],
        { code: 'test-only-sign-in' },
        { code: 'test-clock-fast', minutes: '60' },
        lifetime,
      ],
    ],
    [
      'out of the future shows a clock that is slow',
      { issuedAt: now + 3600 },
      alone,
      [
        right[1],
        right[2],
        { code: 'test-only-sign-in' },
        { code: 'test-clock-slow', minutes: '60' },
        lifetime,
      ],
    ],
    [
      'five minutes off is within what Microsoft allows',
      { issuedAt: now + 300 },
      alone,
      [...right, { code: 'test-only-sign-in' }, lifetime],
    ],
    [
      'without times says nothing of them',
      { issuedAt: NaN, expiresAt: NaN },
      alone,
      [...right, { code: 'test-only-sign-in' }],
    ],
    [
      'of the operator’s app says nothing of the reader’s',
      {},
      { ...mail, operatorApp: true },
      [...right, { code: 'test-operator-app' }, lifetime],
    ],
  ] satisfies [string, Partial<SignInAnswer>, SignInExpectation, readonly Finding[]][])(
    '%s',
    (_, change, expected, findings) => {
      expect(found({ ...answer, ...change }, expected)).toEqual(findings);
    },
  );

  it('is right exactly if it has the finding that says so', () => {
    expect(found(answer, mail)[0]?.code).toBe('test-right');
    const other = found({ ...answer, tenantId: otherTenant }, mail);
    expect(other.map(({ code }) => code)).not.toContain('test-right');
  });

  it('has only known codes and details, whatever its texts', () => {
    fc.assert(
      fc.property(
        anyText(mailbox),
        anyText(tenantId),
        anyText(`${outlook}/SMTP.Send`),
        (account, tenant, scope) => {
          const odd = { ...answer, account, tenantId: tenant, scopes: [scope] };
          for (const { code, ...details } of found(odd, mail)) {
            expect(Object.keys(details)).toEqual(findingCodes[code].details);
          }
        },
      ),
    );
  });
});

describe('the topics that fix it', () => {
  it('are given for mistakes, and for an account that may be correct', () => {
    const odd = {
      ...answer,
      account: 'kollegin@muster.example',
      tenantId: otherTenant,
      scopes: [],
    };
    const mended = judgeSignIn(odd, mail).filter(({ topics }) => topics.length > 0);
    expect(mended.map(({ finding: { code }, topics }) => [code, topics])).toEqual([
      ['test-account-differs', ['user']],
      ['test-tenant-differs', ['tenant-id']],
      ['test-scope-missing', ['permissions']],
      ['test-scope-missing', ['permissions']],
    ]);
  });
});
