/** Checks the redirect URIs in the answer of a dry run. */

import { shownAddress } from '../registration/address-parts.ts';
import { sentRedirects } from '../errors/sent-redirects.ts';
import type { Finding } from '../compare/findings.ts';
import { redirectAdvice, type GuideRedirect } from '../compare/redirect-advice.ts';
import { compareRedirect, type RedirectComparison } from '../compare/redirect-difference.ts';
import { excerpt } from '../values/text.ts';

/** The redirect URIs that the guide expects. */
export interface ExpectedRedirects {
  readonly redirectUris: readonly string[];
  /** The guide's redirect URIs, even if values are missing; if undefined, `redirectUris` serve as the patterns. */
  readonly redirects?: readonly GuideRedirect[] | undefined;
}

/** The first link with an answer, without its query and fragment. */
function landingPlace(text: string): string | undefined {
  const link = text
    .split(/[\s"'<>]+/)
    .find((word) => /^https?:\/\//i.test(word) && /[?&#](?:code|admin_consent)=/i.test(word));
  return link && shownAddress(link).split(/[?#&]/, 1)[0];
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

/** Reports an answer that arrived at an unexpected address. */
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

/** The finding for an error about an unknown redirect URI, with the difference from the expected ones if there is one. */
export function redirectFinding(
  comparison: RedirectComparison | undefined,
  error: string,
): Finding {
  if (comparison === undefined) return { code: 'dry-run-redirect-unknown', error };
  return { code: 'dry-run-redirect-differs', sent: excerpt(comparison.sent, 256), error };
}

/** Compares the redirect URI that was sent, if the guide does not expect it. */
export function comparisonIn(
  text: string,
  { redirectUris }: ExpectedRedirects,
): RedirectComparison | undefined {
  const sent = sentRedirects(text).find((uri) => !redirectUris.includes(uri));
  if (sent === undefined) return undefined;
  return compareRedirect(sent, redirectUris);
}

/** Advice on which side is wrong, based on the address in the error. */
export function adviceIn(
  text: string,
  { redirectUris, redirects }: ExpectedRedirects,
): readonly Finding[] {
  const [sent] = sentRedirects(text);
  if (sent === undefined) return [];
  return redirectAdvice(sent, redirects ?? redirectUris.map((uri) => ({ pattern: uri, uri })));
}
