/** Microsoft's sign-in addresses, made of one table of clouds and one of paths. */

import type { TokenRequest } from '../guide/guide.ts';

/**
 * Microsoft's clouds, and where sign-in and token requests go. Azure Germany closed in 2021 and is left out.
 * @see https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud checked 2026-11-20
 */
export const clouds = {
  global: { signIn: 'https://login.microsoftonline.com' },
  'us-government': { signIn: 'https://login.microsoftonline.us' },
  '21vianet': { signIn: 'https://login.partner.microsoftonline.cn' },
} as const;

/** A cloud of Microsoft's. */
export type Cloud = keyof typeof clouds;

/** The version of Microsoft's endpoints: v1 takes `resource`, v2 takes `scope`. */
export type EndpointVersion = TokenRequest['version'];

/** What follows the tenant in an address. */
const endpointPaths = {
  authorize: { v1: 'oauth2/authorize', v2: 'oauth2/v2.0/authorize' },
  token: { v1: 'oauth2/token', v2: 'oauth2/v2.0/token' },
  deviceCode: { v1: 'oauth2/devicecode', v2: 'oauth2/v2.0/devicecode' },
  consent: { v1: 'adminconsent', v2: 'v2.0/adminconsent' },
  discovery: {
    v1: '.well-known/openid-configuration',
    v2: 'v2.0/.well-known/openid-configuration',
  },
} as const satisfies Record<string, Record<EndpointVersion, string>>;

/**
 * An address of a tenant: an ID, a verified domain, or one of Microsoft's words such as `common`. `consent` v1 asks for all
 * that the registration lists, v2 for a scope. Of `organizations` only the v2 `discovery` is known to answer.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20 (BM-05)
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow checked 2026-11-20
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code checked 2026-11-20
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent checked 2026-11-20
 */
export function tenantEndpoint(
  purpose: keyof typeof endpointPaths,
  tenant: string,
  version: EndpointVersion,
  cloud: Cloud = 'global',
): string {
  const part = encodeURIComponent(tenant.toWellFormed());
  return `${clouds[cloud].signIn}/${part}/${endpointPaths[purpose][version]}`;
}

/** The token endpoint as a template: with `{tenantId}` where the reader's tenant belongs, complete for `common` and the like. */
export function tokenEndpointTemplate({ tenant, version }: TokenRequest, cloud?: Cloud): string {
  const address = tenantEndpoint('token', tenant, version, cloud);
  return tenant === 'tenantId' ? address.replace('/tenantId/', '/{tenantId}/') : address;
}
