import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicable } from '../../src/domain/applicable.ts';
import { findingParameters, type Finding } from '../../src/domain/findings.ts';
import {
  judgeSignIn,
  judgeSignInError,
  judgeWindowText,
  signInErrorNumber,
  signInMends,
  signInPlan,
  type SignInAnswer,
  type SignInExpectation,
} from '../../src/domain/sign-in-test.ts';
import { anyText } from '../fixtures/any-text.ts';
import { guideFixture } from './fixtures.ts';

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

describe('what is asked for', () => {
  it('an app that signs in as itself is tested by the sign-in alone', () => {
    const guide = applicable(guideFixture('flowfact'), {});
    const token = [{ ...guide.token[0], grant: 'client-credentials' }] as typeof guide.token;
    expect(signInPlan({ ...guide, token })).toEqual({ scopes: [], needed: [] });
  });

  it('so is one of which nobody says what it asks for', () => {
    const guide = applicable(guideFixture('flowfact'), {});
    expect(signInPlan({ ...guide, token: [] })).toEqual({ scopes: [], needed: [] });
  });

  it('a delegated sign-in is asked for what the product asks for (FF-21)', () => {
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
      expect(judgeSignIn({ ...answer, ...change }, expected).findings).toEqual(findings);
    },
  );

  it('is right exactly where it says so', () => {
    expect(judgeSignIn(answer, mail).right).toBe(true);
    expect(judgeSignIn({ ...answer, tenantId: otherTenant }, mail).right).toBe(false);
  });

  it('of any texts has only codes and details of the list', () => {
    fc.assert(
      fc.property(
        anyText(mailbox),
        anyText(tenantId),
        anyText(`${outlook}/SMTP.Send`),
        (account, tenant, scope) => {
          const odd = { ...answer, account, tenantId: tenant, scopes: [scope] };
          for (const { code, ...details } of judgeSignIn(odd, mail).findings) {
            expect(Object.keys(details)).toEqual(findingParameters[code]);
          }
        },
      ),
    );
  });
});

const link = 'See https://aka.ms/msal.js.errors#server_error for details';

describe('a failed sign-in', () => {
  it.each([
    ['declined, at the page', { errorCode: 'access_denied', errorNo: '65004' }, 'test-declined'],
    ['cancelled without a number', { errorCode: 'access_denied' }, 'test-declined'],
    ['no consent', { errorCode: 'invalid_grant', errorNo: '65001' }, 'test-consent-missing'],
    ['an administrator must consent', { errorCode: 'x', errorNo: '90094' }, 'test-consent-missing'],
    [
      'no consent, by the text alone',
      { errorCode: 'consent_required', message: 'AADSTS65001: The user or administrator …' },
      'test-consent-missing',
    ],
    [
      'a secret demanded',
      { errorCode: 'invalid_client', errorNo: '7000218' },
      'test-secret-demanded',
    ],
    [
      'registered as Web',
      { errorCode: 'invalid_request', errorNo: '9002326' },
      'test-registered-as-web',
    ],
    ['a wrong address', { errorCode: 'invalid_request', errorNo: '50011' }, 'test-redirect-uri'],
    ['an unknown app', { errorCode: 'unauthorized_client', errorNo: '700016' }, 'test-app-unknown'],
    [
      'an unknown tenant',
      { errorCode: 'invalid_request', errorNo: '90002' },
      'test-tenant-unknown',
    ],
    ['an account of elsewhere', { errorCode: 'x', errorNo: '50020' }, 'test-account-unknown'],
    ['a policy', { errorCode: 'interaction_required', errorNo: '53003' }, 'test-policy'],
    ['a scope', { errorCode: 'invalid_scope', errorNo: '70011' }, 'test-scope'],
    ['no assignment', { errorCode: 'x', errorNo: '50105' }, 'test-permissions'],
    ['no answer from the token endpoint', { errorCode: 'post_request_failed' }, 'test-unreachable'],
    ['HTML in place of JSON', { errorCode: 'failed_to_parse_response' }, 'test-garbage'],
    ['too long', { errorCode: 'timed_out', message: link }, 'test-timed-out'],
    ['a blocked window', { errorCode: 'popup_window_error' }, 'test-window-blocked'],
    ['an empty window', { errorCode: 'empty_window_error' }, 'test-window-blocked'],
    ['not redeemed in time', { errorCode: 'lotse_silent' }, 'test-silent'],
    ['ended by the reader', { errorCode: 'lotse_cancelled' }, 'test-cancelled'],
    ['a part of the site missing', { errorCode: 'lotse_not_loaded' }, 'test-not-loaded'],
  ] as const)('%s', (_, error, code) => {
    expect(judgeSignInError({ kind: 'error', ...error })).toEqual({ code });
  });

  it('with a number that is not in the list names the number', () => {
    expect(judgeSignInError({ kind: 'error', errorCode: 'x', errorNo: '1234567' })).toEqual({
      code: 'test-other-number',
      error: 'AADSTS1234567',
    });
  });

  it('with a code that is not in the list names the code', () => {
    const error = { kind: 'error', errorCode: 'state_mismatch', message: link } as const;
    expect(judgeSignInError(error)).toEqual({ code: 'test-other-code', error: 'state_mismatch' });
    expect(signInErrorNumber(error)).toBeUndefined();
  });

  it('with words of the prototype for a code is no code that is known', () => {
    expect(judgeSignInError({ kind: 'error', errorCode: 'constructor' }).code).toBe(
      'test-other-code',
    );
  });

  it('repeats nothing of a text that is no code', () => {
    fc.assert(
      fc.property(anyText('access_denied'), anyText('AADSTS65004: …'), (errorCode, message) => {
        const { code, ...details } = judgeSignInError({ kind: 'error', errorCode, message });
        expect(Object.keys(details)).toEqual(findingParameters[code]);
        for (const detail of Object.values(details)) {
          expect(detail).toMatch(/^(?:AADSTS\d+|[a-z\d_]{1,60}|\?)$/);
        }
      }),
    );
  });
});

const consentMissing = { code: 'test-consent-missing' } as const;

describe('the text of Microsoft’s window', () => {
  const address = 'https://postlotse.example/sign-in-answer/';

  it.each([
    [
      'the address of this page',
      `AADSTS50011: The redirect URI '${address}' specified in the request does not match`,
      { code: 'test-redirect-uri' },
    ],
    [
      'the address of a program, which is not this test’s',
      "AADSTS50011: The redirect URI 'https://www.muster.example/continue_oauth' specified in the request does not match",
      { code: 'test-other-program' },
    ],
    [
      'a whole page',
      'Anmelden\nLeider können wir Sie nicht anmelden.\nAADSTS50011: The redirect URI … does not match …\nRequest Id: 1',
      { code: 'test-redirect-uri' },
    ],
    ['small letters', 'aadsts700016', { code: 'test-app-unknown' }],
    [
      'a number that is not in the list',
      'AADSTS123456',
      { code: 'test-other-number', error: 'AADSTS123456' },
    ],
    [
      'a page that asks for an administrator, without a number',
      'makler@muster.example\nAdministratorgenehmigung erforderlich\nMuster Mail',
      consentMissing,
    ],
    ['that page where it can be asked for', 'Genehmigung erforderlich', consentMissing],
    ['that page in English', 'Need admin approval\nMuster Mail', consentMissing],
    ['that page in English where it can be asked for', 'Approval required', consentMissing],
    [
      'that page with its number behind the details',
      'Genehmigung erforderlich\nAADSTS90094: Administrator consent is required.',
      consentMissing,
    ],
    [
      'that page with another number, which says more',
      'Approval required\nAADSTS50105: …',
      { code: 'test-permissions' },
    ],
    ['no number', 'Das hat nicht geklappt.', { code: 'test-window-unread' }],
    ['too many digits', 'AADSTS1234567890123', { code: 'test-window-unread' }],
    ['nothing', '', { code: 'test-window-unread' }],
  ] as const)('%s', (_, text, finding) => {
    expect(judgeWindowText(text, address)).toEqual(finding);
  });

  it('of any kind is read, and nothing of it but a number repeated', () => {
    fc.assert(
      fc.property(anyText('AADSTS1234567'), (text) => {
        const { code, ...details } = judgeWindowText(text, address);
        expect(Object.keys(details)).toEqual(findingParameters[code]);
        expect(Object.values(details).every((detail) => /^AADSTS\d{4,9}$/.test(detail))).toBe(true);
      }),
    );
  });
});

it('only what is a fault or worth a link has a place where it is mended', () => {
  for (const [code, mends] of Object.entries(signInMends)) {
    expect(code).toMatch(/^test-/);
    expect(mends.length).toBeGreaterThan(0);
  }
});
