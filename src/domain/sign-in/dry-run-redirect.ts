/** What the answer of a dry run says of redirect URIs. */

import { shownAddress } from '../registration/address-parts.ts';
import { sentRedirects } from '../errors/sent-redirects.ts';
import type { Finding } from '../compare/findings.ts';
import { redirectAdvice, type GuideRedirect } from '../compare/redirect-advice.ts';
import { compareRedirect, type RedirectComparison } from '../compare/redirect-difference.ts';
import { excerpt } from '../values/text.ts';

/** The redirect URIs that the guide expects. */
export interface ExpectedRedirects {
  readonly redirectUris: readonly string[];
  /** The guide's, also where values are missing; without them the addresses are patterns themselves. */
  readonly redirects?: readonly GuideRedirect[] | undefined;
}

/** The address before `?` or `#` of the first link that carries an answer. */
function landingPlace(text: string): string | undefined {
  const link = text
    .split(/[\s"'<>]+/)
    .find((word) => /^https?:\/\//i.test(word) && /[?&#](?:code|admin_consent)=/i.test(word));
  return link && shownAddress(link).split(/[?#&]/, 1)[0];
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

/** Where the answer came back to another address than expected. */
export function placeFindings(
  text: string,
  { redirectUris }: ExpectedRedirects,
): readonly Finding[] {
  const place = landingPlace(text);
  const [expected] = redirectUris;
  if (place === undefined || expected === undefined) return [];
  const found = withoutSlash(place);
  if (redirectUris.some((uri) => withoutSlash(uri) === found)) return [];
  return [{ code: 'dry-run-other-place', found: excerpt(place, 120), expected }];
}

/** What an error says that does not know a redirect URI, by how that differs from the expected ones. */
export function redirectFinding(
  comparison: RedirectComparison | undefined,
  error: string,
): Finding {
  if (comparison === undefined) return { code: 'dry-run-redirect-unknown', error };
  return { code: 'dry-run-redirect-differs', sent: excerpt(comparison.sent, 256), error };
}

/** The sent address, where the guide does not expect it. */
export function comparisonIn(
  text: string,
  { redirectUris }: ExpectedRedirects,
): RedirectComparison | undefined {
  const sent = sentRedirects(text).find((uri) => !redirectUris.includes(uri));
  if (sent === undefined) return undefined;
  return compareRedirect(sent, redirectUris);
}

/** Which side is wrong, by the address that the error names. */
export function adviceIn(
  text: string,
  { redirectUris, redirects }: ExpectedRedirects,
): readonly Finding[] {
  const [sent] = sentRedirects(text);
  if (sent === undefined) return [];
  return redirectAdvice(sent, redirects ?? redirectUris.map((uri) => ({ pattern: uri, uri })));
}
