/**
 * Which side is wrong when Microsoft does not know a redirect URI (AADSTS50011): the registration, or the program's own
 * address. It follows from how the sent address differs from what the guide knows.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-28: https, but for localhost
 */

import { addressParts, sameEncoding, type AddressParts } from '../registration/address-parts.ts';
import type { Finding } from './findings.ts';
import { compareRedirect } from './redirect-difference.ts';
import { checkRedirectUri } from '../registration/redirect-uris.ts';
import type { Values } from '../guide/guide.ts';
import { fillTemplate, parseTemplate } from '../values/template.ts';
import { excerpt } from '../values/text.ts';

/** A redirect URI of the guide: its pattern, and the address itself where all values of it are known. */
export interface GuideRedirect {
  readonly pattern: string;
  readonly uri?: string | undefined;
}

/** Redirect URIs by their patterns, with the addresses where they are complete with these values. */
export function guideRedirects(
  patterns: readonly string[],
  values: Values,
): readonly GuideRedirect[] {
  return patterns.map((pattern) => {
    const filled = fillTemplate(parseTemplate(pattern), values);
    return filled.ok ? { pattern, uri: filled.text } : { pattern };
  });
}

function isLoopback({ host }: AddressParts): boolean {
  return /^(?:localhost|127\.0\.0\.1)$/i.test(host);
}

/** Whether a part is what the pattern has there, with any value in its places. */
function fits(part: string, pattern: string): boolean {
  const source = parseTemplate(pattern).map((segment) =>
    'slot' in segment ? '[^/?#]{1,255}' : segment.text.replace(/[^\w\s-]/g, String.raw`\$&`),
  );
  return new RegExp(`^${source.join('')}$`, 'i').test(part);
}

/** The path is the program's own and never a value of the reader's; capitals count in it. */
function isOfProgram(sent: AddressParts, { pattern }: GuideRedirect): boolean {
  const known = addressParts(pattern);
  const isPath =
    known.path.includes('{') || sameEncoding(sent.path).trim() === sameEncoding(known.path);
  return (
    isPath &&
    fits(sent.host, known.host) &&
    fits(sameEncoding(sent.path).trim(), sameEncoding(known.path)) &&
    sent.query === known.query &&
    sent.fragment === known.fragment
  );
}

/** What is wrong with an address that the program makes of where it believes to be. */
function ownAddress(
  sent: AddressParts,
  guide: readonly GuideRedirect[] | undefined,
): readonly Finding[] {
  if (isLoopback(sent)) return [];
  const scheme = sent.scheme.toLowerCase();
  const known = guide?.map(({ pattern }) => addressParts(pattern)) ?? [];
  if (scheme === 'http://' && !known.some((one) => one.scheme === scheme && !isLoopback(one))) {
    return [{ code: 'redirect-http' }];
  }
  const isOther =
    known.length > 0 &&
    (known.every((one) => one.scheme !== scheme) ||
      (sent.port.length > 1 && sent.port !== ':443' && known.every(({ port }) => port === '')));
  return isOther || sent.user !== '' ? [{ code: 'redirect-own-address' }] : [];
}

function withoutGuide(sent: string): Finding {
  const problems = checkRedirectUri(sent, 'single-tenant', 'public-client');
  return { code: problems.length > 0 ? 'redirect-refused' : 'redirect-alone' };
}

/** Between the same program under this name and under that. */
function hostFindings(sent: string, known: readonly string[]): readonly Finding[] {
  const nearest = compareRedirect(sent, known)?.nearest;
  if (nearest === undefined) return [{ code: 'redirect-unjudged' }];
  const [one, other] = [addressParts(sent).host, addressParts(nearest).host];
  if (one === other) return [{ code: 'redirect-register', uri: nearest }];
  if (one.toLowerCase() === other.toLowerCase()) return [{ code: 'redirect-own-address' }];
  return [{ code: 'redirect-host', sent: excerpt(one), expected: other }];
}

/**
 * What to do about a sent address: never empty, and to register something is advised only where the guide knows it to be
 * right. Without a guide (`undefined`) it only says whether a registration could hold the address at all.
 */
export function redirectAdvice(
  sent: string,
  guide: readonly GuideRedirect[] | undefined,
): readonly Finding[] {
  const parts = addressParts(sent);
  const own = ownAddress(parts, guide);
  if (guide === undefined) return own.length > 0 ? own : [withoutGuide(sent)];
  const fitting = guide.filter((one) => isOfProgram(parts, one));
  if (fitting.length === 0) return [{ code: 'redirect-other-program' }, ...own];
  const hosts = hostFindings(
    sent,
    fitting.flatMap(({ uri }) => uri ?? []),
  );
  // Once the program knows its address, this one is another.
  const isSettled = hosts.some(({ code }) => code === 'redirect-host');
  return own.length > 0 ? [...own, ...(isSettled ? hosts : [])] : hosts;
}
