/** The redirect URIs a guide wants registered, and Microsoft's rules for them. */

import type {
  ApplicableGuide,
  Audience,
  Platform,
  RedirectDefinition,
  Values,
} from '../guide/guide.ts';
import type { Problem } from '../values/problems.ts';
import { fillTemplate, parseTemplate, type Segment } from '../values/template.ts';

/** A redirect URI to register: complete with `uri`, or waiting for the values in `missing`. */
export interface RedirectUri {
  readonly platform: Platform;
  readonly segments: readonly Segment[];
  readonly uri?: string;
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Microsoft's limits on redirect URIs: characters in one, and number of all in one registration.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20
 */
export const redirectUriLimits = {
  length: 256,
  count: 256,
  countWithPersonalAccounts: 100,
} as const;

/** The redirect URIs of a branch, in the guide's order; `%20` and slashes stay as they are (IPM-08, CMX-06). */
export function redirectUris(
  { registration }: ApplicableGuide,
  values: Values,
): readonly RedirectUri[] {
  const { redirects, audience } = registration;
  return redirects.map((redirect) => redirectUri(redirect, audience, values));
}

function redirectUri(
  { platform, pattern }: RedirectDefinition,
  audience: Audience,
  values: Values,
): RedirectUri {
  const segments = parseTemplate(pattern);
  const filled = fillTemplate(segments, values);
  if (!filled.ok) return { platform, segments, missing: filled.missing, problems: [] };
  const problems = checkRedirectUri(filled.text, audience, platform);
  return { platform, segments, uri: filled.text, missing: [], problems };
}

/**
 * What Microsoft would refuse in one redirect URI: all `uri-…` problems except `uri-twice` and `uris-too-many`.
 * Schemes of one's own (`msal<client ID>://auth`) pass on the platform `public-client` only.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20 (CMX-05 to CMX-07)
 */
export function checkRedirectUri(
  uri: string,
  audience: Audience,
  platform: Platform = 'web',
): readonly Problem[] {
  const parts = partsOf(uri);
  if (!parts) return [{ code: 'uri-not-absolute', uri }];
  return [
    ...schemeProblems(uri, parts, platform),
    ...hostProblems(parts),
    ...characterProblems(uri),
    ...shapeProblems(uri, audience),
  ];
}

/**
 * What is wrong with all redirect URIs of a registration taken together: too many, or one of them twice.
 * Compared letter by letter, as Microsoft compares them: with and without trailing slash are two.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20
 */
export function checkRedirectUris(list: readonly string[], audience: Audience): readonly Problem[] {
  const limit = allowsPersonalAccounts(audience)
    ? redirectUriLimits.countWithPersonalAccounts
    : redirectUriLimits.count;
  const twice = new Set(list.filter((uri, index) => list.indexOf(uri) !== index));
  const problems: Problem[] = [...twice].map((uri) => ({ code: 'uri-twice', uri }));
  if (list.length <= limit) return problems;
  return [{ code: 'uris-too-many', count: String(list.length), limit: String(limit) }, ...problems];
}

interface UriParts {
  /** In lower case, without the colon. */
  readonly scheme: string;
  /** As written, without user and port. Empty where the scheme has no host. */
  readonly host: string;
  /** As a browser writes it: lower case, punycode, IPv6 shortened. */
  readonly hostName: string;
}

/** The parts as written: `URL` alone would repair what Microsoft refuses. */
function partsOf(uri: string): UriParts | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined || !URL.canParse(uri)) return undefined;
  const authority = /^[^:]*:\/\/([^/?#\\]*)/.exec(uri)?.[1];
  if (authority === undefined && isWebScheme(scheme)) return undefined;
  const host = (authority ?? '').replace(/^.*@/, '').replace(/:\d*$/, '');
  return { scheme, host, hostName: new URL(uri).hostname };
}

function isWebScheme(scheme: string): boolean {
  return scheme === 'https' || scheme === 'http';
}

function schemeProblems(uri: string, parts: UriParts, platform: Platform): readonly Problem[] {
  if (parts.scheme === 'https') return [];
  if (parts.scheme === 'http') {
    // [::1] is reported as such: to say „only localhost“ of it would mislead.
    const mayBeHttp = ['localhost', '127.0.0.1', '[::1]'].includes(parts.hostName);
    return mayBeHttp ? [] : [{ code: 'uri-http-only-for-localhost', uri }];
  }
  if (platform === 'public-client') return [];
  return [{ code: 'uri-scheme', scheme: parts.scheme }];
}

function hostProblems({ scheme, host, hostName }: UriParts): readonly Problem[] {
  if (!isWebScheme(scheme)) return [];
  if (hostName === '[::1]') return [{ code: 'uri-ipv6-loopback', uri: `${scheme}://${host}` }];
  if (!isAscii(host)) return [{ code: 'uri-host-not-ascii', host }];
  const isPunycode = hostName.split('.').some((label) => label.startsWith('xn--'));
  return isPunycode ? [{ code: 'uri-host-punycode', host }] : [];
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** Microsoft's list, `@` (refused by the portal), and what RFC 3986 keeps out of any URI: blanks, quotes, braces. */
const refusedCharacters = /[!$'(),;@\u0000-\u0020"<>\\^`{|}\u007f]/g;

function characterProblems(uri: string): readonly Problem[] {
  const characters = new Set(uri.match(refusedCharacters));
  return [...characters].map((character) => ({ code: 'uri-character', character }));
}

function shapeProblems(uri: string, audience: Audience): readonly Problem[] {
  const beforeFragment = uri.split('#', 1)[0] ?? '';
  const problems: Problem[] = [];
  if (uri.includes('#')) problems.push({ code: 'uri-fragment', uri });
  if (uri.includes('*')) problems.push({ code: 'uri-wildcard', uri });
  if (beforeFragment.includes('?') && allowsPersonalAccounts(audience)) {
    problems.push({ code: 'uri-query-with-personal-accounts', uri });
  }
  if (uri.length > redirectUriLimits.length) {
    const limit = String(redirectUriLimits.length);
    problems.push({ code: 'uri-too-long', length: String(uri.length), limit });
  }
  return problems;
}

function allowsPersonalAccounts(audience: Audience): boolean {
  return audience === 'personal' || audience === 'multi-tenant-and-personal';
}
