import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience, Platform } from '../../../src/domain/guide/guide.ts';
import type { ProblemCode } from '../../../src/domain/values/problems.ts';
import {
  checkRedirectUri,
  checkRedirectUris,
  redirectUris,
} from '../../../src/domain/registration/redirect-uris.ts';
import { branchFixture, guideNames } from '../fixtures.ts';

describe('the redirect URIs of a guide', () => {
  test('cmxOrganize keeps its %20 (CMX-05, CMX-06)', () => {
    const [only, ...more] = redirectUris(branchFixture('cmxorganize'), {
      instanceHost: 'www.muster.example',
    });
    expect(more).toEqual([]);
    expect(only).toEqual({
      platform: 'web',
      segments: [
        { text: 'https://' },
        { slot: 'instanceHost' },
        { text: '/App%20E-Mailkonto/continue_oauth' },
      ],
      uri: 'https://www.muster.example/App%20E-Mailkonto/continue_oauth',
      missing: [],
      problems: [],
    });
  });

  test('while a value is unknown there is a pattern and no URI', () => {
    const [only] = redirectUris(branchFixture('cmxorganize'), {});
    expect(only).toMatchObject({ missing: ['instanceHost'], problems: [] });
    expect(only).not.toHaveProperty('uri');
  });

  const whole = [
    ['flowfact', ['public-client https://login.microsoftonline.com/common/oauth2/nativeclient']],
    ['bm', []],
    ['no-redirect', []],
    ['localhost-web', ['web http://localhost']],
    [
      'multi-tenant-certificate',
      ['web https://verteiler.example/signin-oidc', 'web https://verteiler.example/admin-consent'],
    ],
    [
      'two-platforms',
      [
        'spa https://muster.planer.example',
        'spa https://muster.planer.example/',
        'web https://muster.planer.example/api/signin',
      ],
    ],
  ] as const;
  test.each(whole)('%s has exactly its own, in order and without a problem', (name, expected) => {
    const list = redirectUris(branchFixture(name), { customerHost: 'muster' });
    expect(list.map(({ platform, uri }) => `${platform} ${uri}`)).toEqual(expected);
    expect(list.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('an umlaut in the host is a problem of the URI', () => {
    const [first] = redirectUris(branchFixture('two-platforms'), { customerHost: 'müller' });
    expect(first?.problems).toEqual([
      { code: 'uri-host-not-ascii', host: 'müller.planer.example' },
    ]);
  });

  const label = fc
    .stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)
    .filter((text) => !text.startsWith('xn--'));
  test.each(guideNames)('%s: for any DNS label a URL parser leaves the URI as it is', (name) => {
    const guide = branchFixture(name);
    fc.assert(
      fc.property(label, label, (one, other) => {
        const values = { customerHost: one, instanceHost: `${other}.${one}.example` };
        for (const { uri, problems } of redirectUris(guide, values)) {
          expect(problems).toEqual([]);
          const again = new URL(uri ?? '').href;
          expect([uri, `${uri}/`]).toContain(again);
          if (new URL(uri ?? '').pathname !== '/') expect(again).toBe(uri);
        }
      }),
    );
  });
});

describe('one redirect URI by Microsoft’s rules', () => {
  type Row = [
    description: string,
    uri: string,
    codes: readonly ProblemCode[],
    platform?: Platform,
    audience?: Audience,
  ];
  const length = (count: number) => 'https://muster.example/'.padEnd(count, 'a');
  const cases: Row[] = [
    ['https with a path', 'https://muster.example/oauth', []],
    ['https with a port', 'https://muster.example:8443/oauth', []],
    ['%20 in the path', 'https://muster.example/App%20E-Mailkonto', []],
    ['http for localhost', 'http://localhost', []],
    ['http for localhost with a port', 'http://localhost:8080/back', []],
    ['http for 127.0.0.1', 'http://127.0.0.1:5000/', []],
    ['https for localhost', 'https://localhost/back', []],
    ['a single dash after xn', 'https://xn-a.muster.example', []],
    ['256 characters', length(256), []],
    ['a query for organisations', 'https://muster.example/a?b=c', []],

    ['nothing', '', ['uri-not-absolute']],
    ['a host alone', 'muster.example', ['uri-not-absolute']],
    ['a path alone', '/back', ['uri-not-absolute']],
    ['a scheme alone', 'https://', ['uri-not-absolute']],
    ['one slash, which a browser would mend', 'https:/muster.example', ['uri-not-absolute']],
    ['http for another host', 'http://muster.example', ['uri-http-only-for-localhost']],
    [
      'a host that only begins with localhost',
      'http://localhost.example',
      ['uri-http-only-for-localhost'],
    ],
    [
      'a user named localhost',
      'http://localhost@muster.example',
      ['uri-http-only-for-localhost', 'uri-character'],
    ],
    ['another scheme on the Web platform', 'ftp://muster.example', ['uri-scheme']],
    ['a scheme of one’s own on Web', 'msal2222://auth', ['uri-scheme']],
    ['a scheme of one’s own on SPA', 'msal2222://auth', ['uri-scheme'], 'spa'],
    ['a scheme of one’s own for a public client', 'msal2222://auth', [], 'public-client'],
    ['a URN for a public client', 'urn:muster:auth', [], 'public-client'],
    [
      'http for another host, public client',
      'http://muster.example',
      ['uri-http-only-for-localhost'],
      'public-client',
    ],
    ['an umlaut in the host', 'https://müller.example', ['uri-host-not-ascii']],
    ['an encoded umlaut in the host', 'https://m%C3%BCller.example', ['uri-host-punycode']],
    ['punycode', 'https://xn--mller-kva.example', ['uri-host-punycode']],
    ['punycode in capitals', 'https://www.XN--MLLER-KVA.example', ['uri-host-punycode']],
    ['IPv6 loopback', 'http://[::1]:3000/back', ['uri-ipv6-loopback']],
    ['IPv6 loopback written out', 'https://[0:0:0:0:0:0:0:1]/', ['uri-ipv6-loopback']],
    ['an exclamation mark', 'https://muster.example/a!', ['uri-character']],
    ['a dollar', 'https://muster.example/$', ['uri-character']],
    ['an apostrophe', "https://muster.example/o'b", ['uri-character']],
    ['parentheses', 'https://muster.example/(a)', ['uri-character', 'uri-character']],
    ['a comma twice is said once', 'https://muster.example/a,b,c', ['uri-character']],
    ['a semicolon', 'https://muster.example/a;b', ['uri-character']],
    ['an at sign', 'https://muster.example/a@b', ['uri-character']],
    ['a blank in place of %20 (CMX-06)', 'https://muster.example/App E', ['uri-character']],
    ['a brace left over', 'https://muster.example/{host', ['uri-character']],
    ['a fragment', 'https://muster.example/#a', ['uri-fragment']],
    [
      'a question mark in the fragment is no query',
      'https://muster.example/#?',
      ['uri-fragment'],
      'web',
      'personal',
    ],
    ['a wildcard', 'https://*.muster.example/', ['uri-wildcard']],
    [
      'a query with personal accounts',
      'https://muster.example/?a',
      ['uri-query-with-personal-accounts'],
      'web',
      'personal',
    ],
    [
      'a query with both kinds',
      'https://muster.example/?a',
      ['uri-query-with-personal-accounts'],
      'spa',
      'multi-tenant-and-personal',
    ],
    ['257 characters', length(257), ['uri-too-long']],
    [
      'everything at once',
      'http://müller.example/a,#*',
      [
        'uri-http-only-for-localhost',
        'uri-host-not-ascii',
        'uri-character',
        'uri-fragment',
        'uri-wildcard',
      ],
    ],
  ];
  test.each(cases)('%s', (_, uri, codes, platform = 'web', audience = 'single-tenant') => {
    expect(checkRedirectUri(uri, audience, platform).map(({ code }) => code)).toEqual(codes);
  });

  test('a problem carries what its sentence needs', () => {
    expect(checkRedirectUri('https://xn--mller-kva.example:8443/a!', 'single-tenant')).toEqual([
      { code: 'uri-host-punycode', host: 'xn--mller-kva.example' },
      { code: 'uri-character', character: '!' },
    ]);
    expect(checkRedirectUri(length(300), 'single-tenant')).toEqual([
      { code: 'uri-too-long', length: '300', limit: '256' },
    ]);
  });

  test('no text at all makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const uri of [text, `https://${text}`, `https://muster.example/${text}`]) {
          expect(Array.isArray(checkRedirectUri(uri, 'personal'))).toBe(true);
        }
      }),
    );
  });
});

describe('all redirect URIs of a registration', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `https://muster.example/${index}`);

  test('with and without trailing slash, and in other capitals, are different (IPM-08)', () => {
    const list = ['https://muster.example', 'https://muster.example/', 'https://muster.example/A'];
    expect(checkRedirectUris([...list, 'https://muster.example/a'], 'single-tenant')).toEqual([]);
  });

  test('one that stands there three times is said once', () => {
    const uri = 'https://muster.example/';
    expect(checkRedirectUris([uri, uri, uri], 'single-tenant')).toEqual([
      { code: 'uri-twice', uri },
    ]);
  });

  const limits = [
    ['single-tenant', 256],
    ['multi-tenant', 256],
    ['multi-tenant-and-personal', 100],
    ['personal', 100],
  ] as const;
  test.each(limits)('%s may have %i', (audience, limit) => {
    expect(checkRedirectUris(many(limit), audience)).toEqual([]);
    expect(checkRedirectUris(many(limit + 1), audience)).toEqual([
      { code: 'uris-too-many', count: String(limit + 1), limit: String(limit) },
    ]);
  });
});
