import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes, type Finding } from '../../../src/domain/compare/findings.ts';
import type { ApplicableGuide } from '../../../src/domain/guide/guide.ts';
import { personalAccountsTenant } from '../../../src/domain/values/guid.ts';
import { tokenIn } from '../../../src/domain/sign-in/jwt.ts';
import {
  readToken,
  tokenPlan,
  type TokenContext,
  type TokenPlan,
} from '../../../src/domain/sign-in/token-reader.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';
import { branchFixture } from '../fixtures.ts';

const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const clientId = '22222222-aaaa-4bbb-8ccc-000000000002';
const other = '33333333-aaaa-4bbb-8ccc-000000000003';
const graph = '00000003-0000-0000-c000-000000000000';
const exchange = '00000002-0000-0ff1-ce00-000000000000';
const now = 1_790_000_000;
const context: TokenContext = {
  values: { tenantId, clientId, mailbox: 'post@muster.example' },
  now,
};
const application: TokenPlan = {
  api: 'graph',
  type: 'application',
  permissions: ['Mail.Send', 'Mail.ReadWrite'],
};
const delegated: TokenPlan = {
  api: 'exchange-online',
  type: 'delegated',
  permissions: ['IMAP.AccessAsUser.All', 'SMTP.Send'],
};
const appClaims = {
  aud: 'https://graph.microsoft.com',
  tid: tenantId,
  appid: clientId,
  roles: ['Mail.Send', 'Mail.ReadWrite'],
  nbf: now - 60,
  exp: now + 3600,
  ver: '1.0',
};
const userClaims = {
  aud: 'https://outlook.office365.com',
  tid: tenantId,
  appid: clientId,
  scp: 'IMAP.AccessAsUser.All SMTP.Send',
  upn: 'Post@muster.example',
  nbf: now - 60,
  exp: now + 3600,
};

function part(data: unknown): string {
  return Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64url');
}

function token(claims: unknown): string {
  return `${part({ typ: 'JWT', alg: 'RS256', nonce: 'x' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function findings(text: string, plan = application): readonly Finding[] {
  return readToken(text, plan, context).findings;
}

function codes(text: string, plan = application): readonly string[] {
  return findings(text, plan).map(({ code }) => code);
}

describe('a token that fits', () => {
  it.each([
    ['bare', token(appClaims), application],
    ['in the header of a request', `Authorization: Bearer ${token(appClaims)}`, application],
    [
      'in JSON',
      JSON.stringify({ token_type: 'Bearer', access_token: token(appClaims) }),
      application,
    ],
    ['with blanks and quotation marks', ` "${token(appClaims)}"\n`, application],
    ['for Graph by its GUID', token({ ...appClaims, aud: graph }), application],
    [
      'for Graph in a list',
      token({ ...appClaims, aud: ['https://graph.microsoft.com/'] }),
      application,
    ],
    [
      'with azp in place of appid',
      token({ ...appClaims, appid: undefined, azp: clientId }),
      application,
    ],
    ['with an ID in capitals', token({ ...appClaims, tid: tenantId.toUpperCase() }), application],
    ['that ran out just now: clocks differ', token({ ...appClaims, exp: now - 299 }), application],
    ['that begins soon: clocks differ', token({ ...appClaims, nbf: now + 299 }), application],
    ['for Outlook by its address', token(userClaims), delegated],
    [
      'for Outlook by its other address',
      token({ ...userClaims, aud: 'https://outlook.office.com' }),
      delegated,
    ],
    ['for Outlook by its GUID', token({ ...userClaims, aud: exchange }), delegated],
    [
      'with sign-in scopes beside',
      token({ ...userClaims, scp: 'openid profile SMTP.Send IMAP.AccessAsUser.All' }),
      delegated,
    ],
  ] as const)('%s', (_, text, plan) => {
    expect(codes(text, plan)).toEqual(['token-right']);
  });

  it('with umlauts in a name', () => {
    const { claims } = readToken(
      token({ ...userClaims, upn: 'jörg@muster.example' }),
      delegated,
      context,
    );
    expect(claims).toContainEqual({ name: 'upn', text: 'jörg@muster.example' });
  });
});

describe('a token that does not fit', () => {
  it.each([
    [
      'another audience',
      { aud: 'https://outlook.office365.com' },
      [
        {
          code: 'token-audience',
          found: 'https://outlook.office365.com',
          expected: 'graph.microsoft.com',
        },
      ],
    ],
    [
      'an audience that only begins alike',
      { aud: 'https://graph.microsoft.com.evil.example' },
      [
        {
          code: 'token-audience',
          found: 'https://graph.microsoft.com.evil.example',
          expected: 'graph.microsoft.com',
        },
      ],
    ],
    ['no audience', { aud: undefined }, [{ code: 'token-no-audience' }]],
    ['another tenant', { tid: other }, [{ code: 'token-tenant', found: other, own: tenantId }]],
    ['another app', { appid: other }, [{ code: 'token-app', found: other, own: clientId }]],
    ['an end long past', { exp: now - 3600 }, [{ code: 'token-expired', minutes: '60' }]],
    [
      'a beginning ahead: the clock is wrong',
      { nbf: now + 3600 },
      [{ code: 'token-not-yet', minutes: '60' }],
    ],
    [
      'a missing permission',
      { roles: ['Mail.Send'] },
      [{ code: 'token-missing', name: 'Mail.ReadWrite' }],
    ],
    [
      'no permissions at all',
      { roles: undefined },
      [
        { code: 'token-missing', name: 'Mail.Send' },
        { code: 'token-missing', name: 'Mail.ReadWrite' },
      ],
    ],
    [
      'permissions of the other type',
      { roles: undefined, scp: 'Mail.Send' },
      [
        { code: 'token-is-delegated' },
        { code: 'token-wrong-type', name: 'Mail.Send' },
        { code: 'token-missing', name: 'Mail.ReadWrite' },
      ],
    ],
    [
      'roles that are no list',
      { roles: 'Mail.Send' },
      [
        { code: 'token-missing', name: 'Mail.Send' },
        { code: 'token-missing', name: 'Mail.ReadWrite' },
      ],
    ],
  ] satisfies [string, Record<string, unknown>, Finding[]][])('%s', (_, changes, found) => {
    expect(findings(token({ ...appClaims, ...changes }))).toEqual(found);
  });

  it.each([
    [
      'one permission more',
      { roles: ['Mail.Send', 'Mail.ReadWrite', 'User.Read.All'] },
      { code: 'token-surplus', name: 'User.Read.All' },
    ],
    ['no end', { exp: undefined }, { code: 'token-no-end' }],
    ['an end that is no number', { exp: 'tomorrow' }, { code: 'token-no-end' }],
    [
      'another account',
      { upn: 'chef@muster.example' },
      { code: 'token-account', found: 'chef@muster.example', own: 'post@muster.example' },
    ],
  ] satisfies [string, Record<string, unknown>, Finding][])(
    '%s is only worth a word',
    (_, changes, finding) => {
      expect(findings(token({ ...appClaims, ...changes }))).toEqual([
        { code: 'token-right' },
        finding,
      ]);
    },
  );

  it('a token of an app where a user has to sign in', () => {
    expect(
      codes(token({ ...appClaims, aud: exchange, roles: ['IMAP.AccessAsApp'] }), delegated),
    ).toEqual(['token-is-application', 'token-missing', 'token-missing']);
  });

  it('with all mistakes together', () => {
    const claims = {
      ...appClaims,
      aud: exchange,
      tid: other,
      appid: other,
      exp: now - 9000,
      roles: [],
    };
    expect(codes(token(claims))).toEqual([
      'token-audience',
      'token-tenant',
      'token-app',
      'token-expired',
      'token-missing',
      'token-missing',
    ]);
  });

  it.each(['\n', '\r\n', ' \n  '])('a terminal’s line breaks in it do no harm (%j)', (gap) => {
    const wrapped = token(appClaims).replace(/.{76}/g, (line) => `${line}${gap}`);
    expect(codes(wrapped)).toEqual(codes(token(appClaims)));
    expect(codes(`"access_token": "${wrapped}"`)).toEqual(codes(token(appClaims)));
  });

  it('nothing is compared that the vendor or the reader has not specified', () => {
    const open = readToken(
      token({ ...appClaims, tid: other }),
      { permissions: [] },
      { values: {}, now },
    );
    expect(open.findings).toEqual([{ code: 'token-unjudged' }]);
  });
});

describe('other tokens', () => {
  const idToken = token({
    aud: clientId,
    tid: tenantId,
    exp: now + 60,
    preferred_username: 'post@muster.example',
  });

  it.each([
    ['nothing', ' ', ['token-empty']],
    ['a sentence', 'Das Token steht im Programm.', ['token-none']],
    ['an ID token', idToken, ['token-is-id-token']],
    ['an encrypted one', `${part({ enc: 'A256GCM' })}.a.b.c.d`, ['token-encrypted']],
    ['a refresh token', `1.AXoA${'x'.repeat(200)}.AgABAw${'y'.repeat(200)}`, ['token-refresh']],
    ['one of a private account', `EwBgA8l6BAAU${'x'.repeat(200)}`, ['token-personal']],
    [
      'one of a private account that can be read',
      token({ ...appClaims, tid: personalAccountsTenant }),
      ['token-personal'],
    ],
    ['a long text without form', 'x'.repeat(300), ['token-opaque']],
    ['one without its end', token(appClaims).slice(0, 90), ['token-broken']],
    ['one with a wrong character', token(appClaims).replace('.', '.*'), ['token-broken']],
    ['two parts', token(appClaims).split('.').slice(0, 2).join('.'), ['token-broken']],
    ['a payload that is a list', token([]), ['token-broken']],
    ['a payload that is no JSON', token('{'), ['token-broken']],
    [
      'a payload that is no UTF-8',
      `${part({ typ: 'JWT' })}.${Buffer.from([0xff, 0xfe]).toString('base64url')}.x`,
      ['token-broken'],
    ],
  ])('%s', (_, text, found) => {
    expect(codes(text)).toEqual(found);
  });

  it('the access token is read if there are several', () => {
    const text = JSON.stringify({
      id_token: idToken,
      access_token: token(appClaims),
      refresh_token: '1.AXoA',
    });
    expect(codes(text)).toEqual(['token-right', 'token-several']);
  });
});

it('the claims are shown in a fixed order, with readable times', () => {
  expect(readToken(token(userClaims), delegated, context).claims).toEqual([
    { name: 'aud', text: 'https://outlook.office365.com' },
    { name: 'tid', text: tenantId },
    { name: 'appid', text: clientId },
    { name: 'upn', text: 'Post@muster.example' },
    { name: 'scp', text: 'IMAP.AccessAsUser.All SMTP.Send' },
    { name: 'nbf', text: '2026-09-21T14:12:20Z' },
    { name: 'exp', text: '2026-09-21T15:13:20Z' },
  ]);
});

describe('the requirements for a guide’s token', () => {
  const withToken = (name: string, token: ApplicableGuide['token']): ApplicableGuide => ({
    ...branchFixture(name),
    token,
  });
  const request = { version: 'v2', tenant: 'tenantId', certainty: 'inferred' } as const;

  it('name the permissions of explicit scopes', () => {
    const scopes = ['https://outlook.office365.com/IMAP.AccessAsUser.All', 'offline_access'];
    expect(
      tokenPlan(withToken('flowfact', [{ ...request, grant: 'authorization-code', scopes }])),
    ).toEqual({
      api: 'exchange-online',
      type: 'delegated',
      permissions: ['IMAP.AccessAsUser.All'],
    });
  });

  it('name the registration’s permissions for that API with /.default', () => {
    const scopes = ['https://outlook.office365.com/.default'];
    const plan = tokenPlan(withToken('bm', [{ ...request, grant: 'password', scopes }]));
    expect(plan).toMatchObject({ api: 'exchange-online', type: 'delegated' });
    expect(plan.permissions).toContain('SMTP.Send');
    expect(plan.permissions).not.toContain('User.Read');
  });

  it.each([
    ['no request', []],
    ['no scope', [{ ...request, grant: 'client-credentials', scopes: [] }]],
    [
      'an API that is not known here',
      [{ ...request, grant: 'client-credentials', scopes: ['https://muster.example/.default'] }],
    ],
  ] satisfies [string, ApplicableGuide['token']][])(
    'with %s there are no requirements',
    (_, requests) => {
      expect(tokenPlan(withToken('bm', requests))).toEqual({ permissions: [] });
    },
  );
});

it('neither the token nor its signature is in the answer', () => {
  fc.assert(
    fc.property(anyText(token(appClaims), 'Bearer '), (text) => {
      const answer = JSON.stringify(readToken(`${token(userClaims)} ${text}`, delegated, context));
      expect(answer).not.toContain('c2lnbmF0dXJl');
      expect(answer).not.toContain('eyJ');
    }),
  );
});

it('whatever a token claims, there is an answer with known codes', () => {
  const claim = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(tenantId, graph, now, 'Mail.Send', 1e300, -1e15),
  );
  const names = ['aud', 'tid', 'appid', 'scp', 'roles', 'nbf', 'exp', 'upn', 'ver', '__proto__'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), claim), (claims) => {
      const { findings: found, claims: shown } = readToken(token(claims), application, context);
      expect(found.length).toBeGreaterThan(0);
      for (const finding of found) {
        expect(Object.keys(finding).toSorted()).toEqual(
          ['code', ...findingCodes[finding.code].details].toSorted(),
        );
      }
      for (const { text } of shown) expect(text.length).toBeLessThanOrEqual(601);
    }),
  );
});

it.each([
  ['in an address', (text: string) => `?Authorization=Bearer%20${text}`],
  ['after a lot of other text', (text: string) => `${'Protokoll\n'.repeat(9_000)}Bearer ${text}`],
])('a token is read %s', (_, around) => {
  expect(tokenIn(around(token(userClaims)))).toMatchObject({ kind: 'claims', claims: userClaims });
});

it('whatever is pasted, the reader never throws', () => {
  fc.assert(
    fc.property(anyText(token(appClaims), 'eyJ', '.', 'access_token', 'Bearer '), (text) => {
      expect(findings(text).length).toBeGreaterThan(0);
    }),
  );
});

it.each(
  [...longTexts, 'eyJ.'.repeat(20_000), `eyJ${'a'.repeat(59_000)}.b.c`].map(
    (text) => [text.slice(0, 6), text.length, text] as const,
  ),
)('%j, %i characters, is read in no time', (_, __, text) => {
  const start = performance.now();
  tokenIn(text);
  expect(performance.now() - start).toBeLessThan(500);
});
