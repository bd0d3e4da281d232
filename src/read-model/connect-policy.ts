/** Which pages may ask Microsoft, and where: the only connections that the policy of a page allows. */

import { clouds } from '../domain/registration/token-endpoint.ts';

/**
 * The directive of one page. Astro adds the sources of an inserted directive to those of the configured one, and a
 * `'none'` beside others is a fault in every browser: so each page states its own, and where one forgets,
 * `default-src 'none'` holds.
 * @see https://docs.astro.build/en/reference/api-reference/#csp checked 2026-11-20
 */
export function connectPolicy(connects: boolean): `connect-src ${string}` {
  const hosts = Object.values(clouds).map(({ signIn }) => signIn);
  return `connect-src ${connects ? hosts.join(' ') : "'none'"}`;
}
