/** Which pages may connect to Microsoft, and to which hosts: no policy allows any other connection. */

import { clouds } from '../domain/registration/token-endpoint.ts';

/**
 * The `connect-src` directive of one page. Astro merges inserted sources with configured ones, and browsers report
 * `'none'` beside other sources as an error. So each page states its own; without one, `default-src 'none'` applies.
 * @see https://docs.astro.build/en/reference/api-reference/#csp checked 2026-11-20
 */
export function connectPolicy(connects: boolean): `connect-src ${string}` {
  const hosts = Object.values(clouds).map(({ signIn }) => signIn);
  return `connect-src ${connects ? hosts.join(' ') : "'none'"}`;
}
