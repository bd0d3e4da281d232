/** Which pages may ask Microsoft, and where: the only connections that the policy of a page allows. */

import { clouds } from '../domain/token-endpoint.ts';

/** Components that ask Microsoft on a click. */
const asking = /<(?:TenantLookUp|SignInTest)\b/;

/** Whether a step's text has a component that asks Microsoft. */
export function asksMicrosoft(text: string): boolean {
  return asking.test(text);
}

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
