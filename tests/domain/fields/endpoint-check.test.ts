import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkEndpoint,
  type EndpointExpectation,
} from '../../../src/domain/fields/endpoint-check.ts';
import { findingCodes } from '../../../src/domain/compare/findings.ts';
import type { TokenRequest } from '../../../src/domain/guide/guide.ts';
import { tenantEndpoint } from '../../../src/domain/registration/token-endpoint.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const other = '22222222-aaaa-4bbb-8ccc-000000000002';
const host = 'https://login.microsoftonline.com';
const v2: TokenRequest = {
  grant: 'password',
  version: 'v2',
  tenant: 'tenantId',
  scopes: [],
  certainty: 'inferred',
};
const v1Common: TokenRequest = {
  ...v2,
  grant: 'authorization-code',
  version: 'v1',
  tenant: 'common',
};
const ours: EndpointExpectation = { expected: v2, tenantId };
const right = tenantEndpoint('token', tenantId, 'v2');

describe('a correct token endpoint', () => {
  it.each([
    ['as generated (BM-05)', right, ours],
    ['with blanks around it', ` ${right}\n`, ours],
    [
      'with a host and an ID in capitals',
      right.replace('login', 'LOGIN').replace('aaaa', 'AAAA'),
      ours,
    ],
    ['before the tenant is known', right, { expected: v2 }],
    ['of all tenants, v1 (FF-21)', `${host}/common/oauth2/token`, { expected: v1Common, tenantId }],
    [
      'in another cloud',
      tenantEndpoint('token', tenantId, 'v2', '21vianet'),
      { ...ours, cloud: '21vianet' },
    ],
    [
      'by the domain of the tenant',
      tenantEndpoint('token', 'muster.example', 'v2'),
      { expected: v2, tenantId: 'muster.example' },
    ],
  ] satisfies [string, string, EndpointExpectation][])('%s', (_, text, rule) => {
    const { findings, right: isRight } = checkEndpoint(text, rule);
    expect(findings).toEqual([{ code: 'endpoint-right' }]);
    expect(isRight).toBe(true);
  });

  it.each([
    [
      'a verified domain instead of the ID',
      tenantEndpoint('token', 'muster.example', 'v2'),
      ours,
      { code: 'endpoint-tenant-domain', domain: 'muster.example' },
    ],
    [
      'the reader’s own tenant if the product uses common',
      tenantEndpoint('token', tenantId, 'v1'),
      { expected: v1Common, tenantId },
      { code: 'endpoint-word-expected', word: 'common' },
    ],
    ['capitals in the path', right.replace('token', 'Token'), ours, { code: 'endpoint-capitals' }],
  ] as const)('%s gets a note but is no error', (_, text, rule, finding) => {
    expect(checkEndpoint(text, rule)).toMatchObject({
      findings: [{ code: 'endpoint-right' }, finding],
      right: true,
    });
  });
});

describe('a wrong token endpoint', () => {
  const path = '/oauth2/v2.0/token';
  it.each([
    ['nothing', '', [{ code: 'endpoint-missing' }]],
    [
      "the vendor's stray blank (BM-05)",
      `${host}/${tenantId} ${path}`,
      [{ code: 'endpoint-blank-inside', before: path }],
    ],
    [
      'the same blank as encoded by browsers',
      `${host}/${tenantId}%20${path}`,
      [{ code: 'endpoint-blank-inside', before: path }],
    ],
    [
      'a line break inside',
      `${host}/${tenantId}\n${path}`,
      [{ code: 'endpoint-blank-inside', before: path }],
    ],
    [
      'an invisible character inside',
      `${host}/\u200B${tenantId}${path}`,
      [{ code: 'endpoint-odd-characters' }],
    ],
    ['common', `${host}/common${path}`, [{ code: 'endpoint-word', word: 'common' }]],
    [
      'organizations',
      `${host}/organizations${path}`,
      [{ code: 'endpoint-word', word: 'organizations' }],
    ],
    [
      "the personal accounts' tenant by its ID",
      `${host}/9188040d-6c67-4c5b-b112-36a304b66dad${path}`,
      [{ code: 'endpoint-word', word: 'consumers' }],
    ],
    ['v1', `${host}/${tenantId}/oauth2/token`, [{ code: 'endpoint-version-v1' }]],
    [
      'the version at the end',
      `${host}/${tenantId}/oauth2/token/v2.0`,
      [{ code: 'endpoint-mixed', found: '/oauth2/token/v2.0' }],
    ],
    [
      'v2 with a resource',
      `${right}?resource=https://outlook.office365.com`,
      [
        { code: 'endpoint-mixed', found: 'resource=https://outlook.office365.com' },
        { code: 'endpoint-trailing', found: '?resource=https://outloo…' },
      ],
    ],
    [
      'where the sign-in starts',
      `${host}/${tenantId}/oauth2/v2.0/authorize`,
      [{ code: 'endpoint-not-token', purpose: 'authorize' }],
    ],
    [
      'the discovery document',
      `${host}/${tenantId}/v2.0/.well-known/openid-configuration`,
      [{ code: 'endpoint-not-token', purpose: 'openid-configuration' }],
    ],
    [
      'the device code',
      `${host}/${tenantId}/oauth2/v2.0/devicecode`,
      [{ code: 'endpoint-not-token', purpose: 'devicecode' }],
    ],
    [
      'the consent of an administrator',
      `${host}/${tenantId}/adminconsent`,
      [{ code: 'endpoint-not-token', purpose: 'adminconsent' }],
    ],
    ['another path', `${host}/${tenantId}/login`, [{ code: 'endpoint-path', path: '/login' }]],
    ['no path', `${host}/${tenantId}`, [{ code: 'endpoint-no-path' }]],
    [
      'the host alone (FF-21)',
      `${host}/`,
      [
        { code: 'endpoint-no-tenant' },
        { code: 'endpoint-no-path' },
        { code: 'endpoint-trailing', found: '/' },
      ],
    ],
    [
      'the issuer of v1',
      `https://sts.windows.net/${tenantId}${path}`,
      [
        {
          code: 'endpoint-wrong-host',
          host: 'sts.windows.net',
          expected: 'login.microsoftonline.com',
        },
      ],
    ],
    [
      'another cloud',
      tenantEndpoint('token', tenantId, 'v2', 'us-government'),
      [
        {
          code: 'endpoint-wrong-host',
          host: 'login.microsoftonline.us',
          expected: 'login.microsoftonline.com',
        },
      ],
    ],
    ['http', right.replace('https', 'http'), [{ code: 'endpoint-http' }]],
    ['no scheme', right.replace('https://', ''), [{ code: 'endpoint-scheme' }]],
    ['a mistyped scheme', right.replace('https:', 'https'), [{ code: 'endpoint-scheme' }]],
    [
      'a placeholder for the tenant',
      `${host}/{tenant-id}${path}`,
      [{ code: 'endpoint-placeholder', text: '{tenant-id}' }],
    ],
    [
      'a placeholder in angle brackets',
      `${host}/<Mandanten-ID>${path}`,
      [{ code: 'endpoint-placeholder', text: '<Mandanten-ID>' }],
    ],
    [
      'a placeholder as encoded by browsers',
      `${host}/%7BtenantId%7D${path}`,
      [{ code: 'endpoint-placeholder', text: '{tenantId}' }],
    ],
    [
      'another tenant',
      tenantEndpoint('token', other, 'v2'),
      [{ code: 'endpoint-tenant-differs', found: other, expected: tenantId }],
    ],
    [
      'an ID cut off',
      `${host}/${tenantId.slice(0, -1)}${path}`,
      [{ code: 'endpoint-tenant-form', text: tenantId.slice(0, -1) }],
    ],
    ['a trailing slash', `${right}/`, [{ code: 'endpoint-trailing', found: '/' }]],
    ['a query at the end', `${right}?a=b`, [{ code: 'endpoint-trailing', found: '?a=b' }]],
    ['quotation marks', `"${right}"`, [{ code: 'endpoint-trailing', found: '""' }]],
    ['half of them', `${right}"`, [{ code: 'endpoint-trailing', found: '"' }]],
    ['a label', `Token URI: ${right}`, [{ code: 'endpoint-trailing', found: 'TokenURI:' }]],
    [
      'doubled slashes',
      right.replace('/oauth2', '//oauth2'),
      [{ code: 'endpoint-trailing', found: '//' }],
    ],
    ['no tenant', `${host}${path}`, [{ code: 'endpoint-no-tenant' }]],
    ['the tenant alone', tenantId, [{ code: 'endpoint-is-only-tenant' }]],
    [
      'a word alone',
      'common',
      [{ code: 'endpoint-is-only-tenant' }, { code: 'endpoint-word', word: 'common' }],
    ],
    ['two addresses', `${right}\n${right}`, [{ code: 'endpoint-several' }]],
    ['no address at all', 'siehe Portal', [{ code: 'endpoint-unreadable' }]],
    ['a mail address', 'post@muster.example', [{ code: 'endpoint-unreadable' }]],
    [
      'several mistakes at once',
      `http://login.microsoftonline.us/common/oauth2/token/`,
      [
        { code: 'endpoint-http' },
        {
          code: 'endpoint-wrong-host',
          host: 'login.microsoftonline.us',
          expected: 'login.microsoftonline.com',
        },
        { code: 'endpoint-word', word: 'common' },
        { code: 'endpoint-version-v1' },
        { code: 'endpoint-trailing', found: '/' },
      ],
    ],
  ])('%s', (_, text, findings) => {
    expect(checkEndpoint(text, ours)).toEqual({ findings, right: false, corrected: right });
  });

  it('v2 if the product uses v1 (FF-21)', () => {
    expect(checkEndpoint(`${host}/common${path}`, { expected: v1Common })).toEqual({
      findings: [{ code: 'endpoint-version-v2' }],
      right: false,
      corrected: `${host}/common/oauth2/token`,
    });
  });

  it('is corrected with the pasted tenant if the reader’s own is unknown, and not without any', () => {
    expect(checkEndpoint(`${host}/${other}`, { expected: v2 }).corrected).toBe(
      tenantEndpoint('token', other, 'v2'),
    );
    expect(checkEndpoint(`${host}/common${path}`, { expected: v2 }).corrected).toBeUndefined();
  });

  it('no part of a secret is repeated', () => {
    const secret = 'Ab1.8Q~made.up/value-0123456789';
    expect(checkEndpoint(secret, ours).findings).toEqual([{ code: 'endpoint-unreadable' }]);
  });
});

describe('whatever is pasted for an endpoint', () => {
  const rules: readonly EndpointExpectation[] = [
    ours,
    { expected: v2 },
    { expected: v2, tenantId: 'muster.example' },
    { expected: v1Common, tenantId },
    { ...ours, cloud: 'us-government' },
  ];

  it('gets only known findings, and a correct correction', () => {
    const near = anyText(
      right,
      `${host}/common/oauth2/token`,
      tenantId,
      'login.',
      '/oauth2',
      '/token',
    );
    fc.assert(
      fc.property(near, fc.constantFrom(...rules), (text, rule) => {
        const { findings, corrected, right: isRight } = checkEndpoint(text, rule);
        expect(findings.length).toBeGreaterThan(0);
        expect(findings[0]?.code === 'endpoint-right').toBe(isRight);
        for (const { code, ...details } of findings) {
          expect(Object.keys(details).sort()).toEqual([...findingCodes[code].details].sort());
        }
        if (corrected === undefined) return;
        expect(checkEndpoint(corrected, rule).right).toBe(true);
        expect(checkEndpoint(corrected, rule).corrected).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it('every generated endpoint is right', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('v1' as const, 'v2' as const), (id, version) => {
        const expected = { ...v2, version };
        expect(
          checkEndpoint(tenantEndpoint('token', id, version), { expected, tenantId: id }),
        ).toEqual({
          findings: [{ code: 'endpoint-right' }],
          right: true,
        });
      }),
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(checkEndpoint(text, ours).right).toBe(false);
  });
});
