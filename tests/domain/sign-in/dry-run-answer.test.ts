import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNumberOf } from '../../../src/content-model/error-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { findingCodes, type Finding } from '../../../src/domain/compare/findings.ts';
import {
  readDryRunAnswer,
  type DryRunAnswer,
  type ExpectedAnswer,
} from '../../../src/domain/sign-in/dry-run-answer.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const clientId = '22222222-aaaa-4bbb-8ccc-000000000002';
const other = '33333333-aaaa-4bbb-8ccc-000000000003';
const uri = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
const expected: ExpectedAnswer = {
  state: 'abc123',
  redirectUris: [uri],
  redirects: [{ pattern: 'https://{instanceHost}/App%20E-Mailkonto/continue_oauth', uri }],
  tenantId,
  clientId,
  mailbox: 'post@muster.example',
};
const code = '1.AXoA-made-up-code.AgABBAIAAAB';

const numbers = byNumberOf(readContent(), 'de');

function read(text: string, rule = expected): DryRunAnswer {
  return readDryRunAnswer(text, rule, numbers);
}

function findings(text: string, rule = expected): readonly Finding[] {
  return read(text, rule).findings.map(({ finding }) => finding);
}

/** The catalogue's finding for a number. */
function known(number: string, error = `AADSTS${number}`): Finding {
  return { code: 'error-known', title: numbers[number]?.title ?? 'not in the catalogue', error };
}

function codes(text: string, rule = expected): readonly string[] {
  return findings(text, rule).map((finding) => finding.code);
}

describe('a code came back', () => {
  it.each([
    [
      'as the address bar shows it',
      `${uri}?code=${code}&state=abc123&session_state=${other}`,
      ['dry-run-right'],
    ],
    ['with the state first', `${uri}?state=abc123&code=${code}`, ['dry-run-right']],
    ['in the fragment', `${uri}#code=${code}&state=abc123`, ['dry-run-right']],
    [
      'within other text',
      `Adresse:\n"${uri}?code=${code}&state=abc123" (Chrome)`,
      ['dry-run-right'],
    ],
    ['without the address', `code=${code}&state=abc123`, ['dry-run-right']],
    ['without state', `${uri}?code=${code}`, ['dry-run-code', 'dry-run-no-state']],
    [
      'with another state',
      `${uri}?code=${code}&state=old`,
      ['dry-run-code', 'dry-run-other-state'],
    ],
    [
      'at another address',
      `https://muster.example/x?code=${code}&state=abc123`,
      ['dry-run-code', 'dry-run-other-place'],
    ],
    [
      'with a slash that a bare host gets',
      `https://a.example/?code=x&state=abc123`,
      ['dry-run-right'],
      'https://a.example',
    ],
  ] as readonly [string, string, string[], string?][])('%s', (_, text, found, redirect) => {
    const redirectUris = redirect === undefined ? [uri] : [redirect];
    expect(codes(text, { ...expected, redirectUris })).toEqual(found);
  });

  it('the state is not judged before this page has created one', () => {
    expect(codes(`${uri}?code=${code}&state=old`, { redirectUris: [] })).toEqual(['dry-run-right']);
  });
});

describe('Microsoft’s errors', () => {
  const page = (text: string) =>
    `Sorry, but we’re having trouble signing you in.\n${text}\nTroubleshooting details\nRequest Id: 44444444-aaaa-4bbb-8ccc-000000000004\nCorrelation Id: 55555555-aaaa-4bbb-8ccc-000000000005\nTimestamp: 2026-11-20T09:10:11Z`;

  it.each([
    [
      'a redirect URI that is not registered',
      page(
        `AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
      ),
      [
        { code: 'dry-run-redirect-unknown', error: 'AADSTS50011' },
        { code: 'redirect-register', uri },
      ],
    ],
    [
      'a redirect URI that the guide does not have',
      page(
        `AADSTS50011: The redirect URI 'https://muster.example/App%20E-Mailkonto/continue_oauth' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
      ),
      [
        {
          code: 'dry-run-redirect-differs',
          sent: 'https://muster.example/App%20E-Mailkonto/continue_oauth',
          error: 'AADSTS50011',
        },
        { code: 'redirect-host', sent: 'muster.example', expected: 'www.muster.example' },
      ],
    ],
    [
      'a redirect URI with a password, which is not repeated',
      page(
        "AADSTS50011: The redirect URI 'https://user:Sommer%232026!Haus@www.muster.example/x' specified in the request",
      ),
      [
        {
          code: 'dry-run-redirect-differs',
          sent: 'https://…@www.muster.example/x',
          error: 'AADSTS50011',
        },
        { code: 'redirect-other-program' },
        { code: 'redirect-own-address' },
      ],
    ],
    ['an unknown error code', 'error=Sommer2026', [{ code: 'error-unknown', error: 'error' }]],
    [
      'no redirect URI at all',
      'AADSTS500113: No reply address is registered for the application.',
      [known('500113')],
    ],
    [
      'an unknown app',
      page(
        `AADSTS700016: Application with identifier '${clientId}' was not found in the directory 'Muster GmbH'.`,
      ),
      [known('700016')],
    ],
    [
      'an app other than the one entered',
      `AADSTS700016: Application with identifier '${other}' was not found in the directory 'Muster GmbH'.`,
      [{ code: 'dry-run-other-app', found: other, own: clientId }],
    ],
    ['an unknown tenant', `AADSTS90002: Tenant '${other}' not found.`, [known('90002')]],
    [
      'missing consent',
      'AADSTS65001: The user or administrator has not consented',
      [known('65001')],
    ],
    [
      'an approval that an administrator must give',
      'AADSTS90094: The grant requires administrator permission.',
      [known('90094')],
    ],
    ['a request to an administrator', 'AADSTS90095', [known('90095')]],
    ['declined consent', 'AADSTS65004: User declined to consent', [known('65004')]],
    [
      'a scope that does not exist',
      'AADSTS70011: The provided value for the input parameter scope is not valid.',
      [known('70011')],
    ],
    [
      'an account of another organisation',
      `AADSTS50020: User account 'Chef@Anders.example' from identity provider 'https://sts.windows.net/${other}/' does not exist in tenant 'Muster GmbH'`,
      [
        {
          code: 'dry-run-other-account',
          account: 'Chef@Anders.example',
          mailbox: 'post@muster.example',
          error: 'AADSTS50020',
        },
      ],
    ],
    [
      'the right account, missing there',
      `AADSTS50034: The user account 'post@muster.example' does not exist`,
      [{ code: 'dry-run-account', error: 'AADSTS50034' }],
    ],
    [
      'an account without a name',
      'AADSTS50020',
      [{ code: 'dry-run-account', error: 'AADSTS50020' }],
    ],
    ['an account that is not assigned', 'AADSTS50105', [known('50105')]],
    ['a wrong password', 'AADSTS50126', [known('50126')]],
    [
      'a policy',
      'AADSTS53003: Access has been blocked by Conditional Access policies.',
      [known('53003')],
    ],
    ['a fault at Microsoft', 'AADSTS90033', [{ code: 'dry-run-temporary', error: 'AADSTS90033' }]],
    ['an unknown error', 'AADSTS9999999', [{ code: 'error-unknown', error: 'AADSTS9999999' }]],
    ['lower case', 'aadsts65001', [known('65001')]],
    ['several, each once', 'AADSTS65001 AADSTS65001 AADSTS90094', [known('65001'), known('90094')]],
    [
      'the address bar with an error',
      `${uri}?error=access_denied&error_subcode=cancel&state=abc123&error_description=AADSTS65004%3a+User+declined+to+consent`,
      [known('65004')],
    ],
    [
      'a cancelled sign-in',
      `${uri}?error=access_denied&error_subcode=cancel&state=abc123`,
      [{ code: 'dry-run-declined' }],
    ],
    [
      'an overloaded server',
      `${uri}?error=temporarily_unavailable`,
      [{ code: 'dry-run-temporary', error: 'temporarily_unavailable' }],
    ],
    [
      'another OAuth error code',
      `${uri}?error=invalid_request&state=x`,
      [{ code: 'error-unknown', error: 'invalid_request' }],
    ],
  ] satisfies [string, string, Finding[]][])('%s', (_, text, found) => {
    expect(findings(text)).toEqual(found);
  });

  it('the difference in a redirect URI is marked', () => {
    const { comparison } = read(
      `AADSTS50011: The redirect URI 'https://muster.example/App%20E-Mailkonto/continue_oauth' specified in the request`,
    );
    expect(comparison?.nearest).toBe(uri);
    expect(comparison?.differences.map(({ code }) => code)).toEqual(['www-missing']);
  });

  it('the details for Microsoft’s support are listed', () => {
    expect(read(page('AADSTS65001')).support).toEqual({
      requestId: '44444444-aaaa-4bbb-8ccc-000000000004',
      correlationId: '55555555-aaaa-4bbb-8ccc-000000000005',
      time: '2026-11-20T09:10:11Z',
    });
    expect(read('Korrelations-ID: 55555555-aaaa-4bbb-8ccc-000000000005').support).toEqual({
      correlationId: '55555555-aaaa-4bbb-8ccc-000000000005',
    });
  });
});

describe('a page without an error number', () => {
  it.each([
    [
      'Administratorgenehmigung erforderlich\nMuster-App benötigt …',
      'Administratorgenehmigung erforderlich',
    ],
    ['Need admin approval\nMuster App', 'Need admin approval'],
    ['Genehmigung erforderlich\nDiese App', 'Genehmigung erforderlich'],
    ['Approval required', 'Approval required'],
  ])('„%s“ asks for an administrator', (text, error) => {
    expect(findings(text)).toEqual([known('90094', error)]);
  });

  it('an expected redirect URI that Microsoft refuses is returned, to be registered', () => {
    const text = `AADSTS50011: The redirect URI '${uri}' specified in the request does not match`;
    expect(read(text).sent).toBe(uri);
    const differs = `AADSTS50011: The redirect URI '${uri}/x' specified in the request does not match`;
    expect(read(differs).sent).toBeUndefined();
  });
});

describe('an administrator’s consent', () => {
  it.each([
    [
      'given',
      `${uri}?admin_consent=True&tenant=${tenantId}&state=abc123`,
      [{ code: 'dry-run-consent-right' }],
    ],
    [
      'given in another tenant',
      `${uri}?admin_consent=True&tenant=${other}&state=abc123`,
      [{ code: 'dry-run-consent-other-tenant', found: other, own: tenantId }],
    ],
    [
      'given at another time',
      `${uri}?admin_consent=True&tenant=${tenantId}&state=old`,
      [{ code: 'dry-run-consent-right' }, { code: 'dry-run-other-state' }],
    ],
    [
      'refused',
      `${uri}?error=access_denied&error_description=x&admin_consent=False`,
      [{ code: 'dry-run-declined' }],
    ],
    ['not given', `${uri}?admin_consent=False`, [{ code: 'dry-run-declined' }]],
  ] satisfies [string, string, Finding[]][])('%s', (_, text, found) => {
    expect(findings(text)).toEqual(found);
  });
});

it('an app without a redirect URI gets an error page after the consent (BM-07)', () => {
  const text = 'AADSTS500113: No reply address is registered for the application.';
  expect(findings(text, { redirectUris: [], noReturn: true })).toEqual([
    { code: 'dry-run-consent-no-return', error: 'AADSTS500113' },
  ]);
});

describe('no answer yet', () => {
  it.each([
    ['nothing', ' \n', 'dry-run-empty'],
    [
      'the address where the sign-in begins',
      `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize?client_id=${clientId}&response_type=code&code_challenge=x&state=abc123&redirect_uri=${encodeURIComponent(uri)}`,
      'dry-run-unfinished',
    ],
    [
      'the page of consent',
      `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}`,
      'dry-run-unfinished',
    ],
    ['a page of the product', 'https://www.muster.example/start', 'dry-run-nothing'],
    ['an empty code', `${uri}?code=&state=abc123`, 'dry-run-nothing'],
    [
      'a token in place of a code',
      `${uri}#access_token=eyJ0.eyJ1.x&state=abc123`,
      'dry-run-has-token',
    ],
  ])('%s', (_, text, found) => {
    expect(codes(text)).toEqual([found]);
  });
});

it('only the beginning and the end of a long text are read', () => {
  const long = 'x '.repeat(100_000);
  expect(codes(`AADSTS65001 ${long} AADSTS90094`)).toEqual([
    'error-known',
    'error-known',
    'dry-run-cut',
  ]);
});

it('no code, token or state is ever in the answer', () => {
  const secret = 'Zz9made-up-one-time-value';
  fc.assert(
    fc.property(
      fc.constantFrom(
        'code',
        'id_token',
        'access_token',
        'refresh_token',
        'state',
        'client_secret',
      ),
      fc.constantFrom('?', '#', '&', ' ', '?redirect_uri=https://a.example/?', '%3F'),
      anyText('AADSTS65001', `${uri}?`, 'state=abc123'),
      (name, separator, around) => {
        const text = `${uri}${separator}${name}=${secret}&x=1 ${around} redirect_uri=a:b?code%3D${secret}`;
        expect(JSON.stringify(read(text))).not.toContain(secret);
      },
    ),
  );
});

it('whatever is pasted, there is an answer with known codes', () => {
  const near = [
    `${uri}?code=x&state=abc123`,
    'AADSTS50011',
    `redirect_uri=${uri}`,
    'admin_consent=True',
    '%E0%A4%A',
  ];
  fc.assert(
    fc.property(anyText(...near), (text) => {
      const found = findings(text);
      expect(found.length).toBeGreaterThan(0);
      for (const finding of found) {
        expect(Object.keys(finding).toSorted()).toEqual(
          ['code', ...findingCodes[finding.code].details].toSorted(),
        );
      }
    }),
  );
});

it.each(
  [
    ...longTexts,
    'code='.repeat(9000),
    'http://a?'.repeat(5000),
    `AADSTS5001${'1'.repeat(40_000)}`,
  ].map((text) => [text.slice(0, 6), text.length, text] as const),
)('%j, %i characters, is read in no time', (_, __, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(500);
});

it.each([
  ['another app', `AADSTS700016: Application '${other}' was not found`, 'client-id'],
  ['consent of another tenant', `admin_consent=True&tenant=${other}`, 'tenant-id'],
  ['a cancelled sign-in', `${uri}?error=access_denied`, 'admin-consent'],
  ['a word of the standard', `${uri}?error=invalid_request`, 'endpoint'],
  ['a page that asks for an administrator', 'Need admin approval', 'admin-consent'],
])('%s leads to where it is mended', (_, text, topic) => {
  expect(read(text).findings[0]?.topics[0]).toBe(topic);
});
