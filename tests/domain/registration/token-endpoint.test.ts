import { describe, expect, test } from 'vitest';
import {
  clouds,
  tenantEndpoint,
  tokenEndpointTemplate,
} from '../../../src/domain/registration/token-endpoint.ts';
import { guideFixture } from '../fixtures.ts';

const tenant = '11111111-aaaa-4bbb-8ccc-000000000001';

describe('the addresses of a tenant', () => {
  const host = 'https://login.microsoftonline.com';
  const cases = [
    [
      'token, v2 (BM-05)',
      tenantEndpoint('token', tenant, 'v2'),
      `${host}/${tenant}/oauth2/v2.0/token`,
    ],
    ['token, v1 (FF-21)', tenantEndpoint('token', 'common', 'v1'), `${host}/common/oauth2/token`],
    [
      'token, by domain',
      tenantEndpoint('token', 'muster.example', 'v2'),
      `${host}/muster.example/oauth2/v2.0/token`,
    ],
    [
      'sign-in, v2',
      tenantEndpoint('authorize', tenant, 'v2'),
      `${host}/${tenant}/oauth2/v2.0/authorize`,
    ],
    [
      'sign-in, v1',
      tenantEndpoint('authorize', tenant, 'v1'),
      `${host}/${tenant}/oauth2/authorize`,
    ],
    [
      'discovery, v2',
      tenantEndpoint('discovery', tenant, 'v2'),
      `${host}/${tenant}/v2.0/.well-known/openid-configuration`,
    ],
    [
      'discovery, v1',
      tenantEndpoint('discovery', tenant, 'v1'),
      `${host}/${tenant}/.well-known/openid-configuration`,
    ],
    [
      'US Government',
      tenantEndpoint('token', tenant, 'v2', 'us-government'),
      `https://login.microsoftonline.us/${tenant}/oauth2/v2.0/token`,
    ],
    [
      '21Vianet',
      tenantEndpoint('token', tenant, 'v2', '21vianet'),
      `https://login.partner.microsoftonline.cn/${tenant}/oauth2/v2.0/token`,
    ],
  ] as const;
  test.each(cases)('%s', (_, address, expected) => {
    expect(address).toBe(expected);
  });

  test('nothing in the tenant can lead to another path or host', () => {
    const address = new URL(tenantEndpoint('token', '../evil?x#y@other.example/\ud800', 'v2'));
    expect(address.host).toBe('login.microsoftonline.com');
    expect(address.pathname).toMatch(/^\/[^/]+\/oauth2\/v2\.0\/token$/);
  });

  test('every cloud has an https host', () => {
    const addresses = Object.values(clouds).map(({ signIn }) => signIn);
    for (const address of addresses) expect(new URL(address).origin).toBe(address);
  });
});

describe('the token endpoint as a template', () => {
  const cases = [
    ['bm', 'https://login.microsoftonline.com/{tenantId}/oauth2/v2.0/token'],
    ['flowfact', 'https://login.microsoftonline.com/common/oauth2/token'],
    ['two-platforms', 'https://login.microsoftonline.com/common/oauth2/v2.0/token'],
  ] as const;
  test.each(cases)('%s', (name, expected) => {
    expect(guideFixture(name).token.map((request) => tokenEndpointTemplate(request))).toEqual([
      expected,
    ]);
  });

  test('another cloud', () => {
    const [request] = guideFixture('bm').token;
    expect(request && tokenEndpointTemplate(request, 'us-government')).toBe(
      'https://login.microsoftonline.us/{tenantId}/oauth2/v2.0/token',
    );
  });
});
