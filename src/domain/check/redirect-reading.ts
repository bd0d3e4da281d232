/** Decides how addresses in a text are meant, with the help of the expected ones. */

import { likeness } from '../text/common-ends.ts';
import type { Platform } from '../guide/guide.ts';
import {
  levelledRedirect,
  redirectDifferences,
  redirectDistance,
} from '../compare/redirect-difference.ts';
import type { LongerReading } from './likely-reading.ts';
import type { Doubt, ListedRedirect } from './uri-list.ts';

/** An address as it is meant. */
export interface ReadRedirect {
  readonly uri: string;
  readonly platform: Platform | undefined;
  readonly doubt: Doubt | undefined;
  /** Whether it was joined from several lines without matching an expected address. */
  readonly isGuess: boolean;
  readonly isLastShown: boolean;
  /** Whether it is from a pasted list rather than a manifest. */
  readonly isPasted: boolean;
}

/** Microsoft's own redirect URI for desktop programs, with the tenant after the host. */
const ofTenant = /^(?:https?:\/\/)?login\.microsoftonline\.com\/[^/?#]{1,100}(?=\/)/i;

/** Whether two Microsoft addresses differ in the tenant, and otherwise at most in capitals and a slash. */
export function isOtherTenant(seen: string, wanted: string): boolean {
  if (!ofTenant.test(seen) || !ofTenant.test(wanted)) return false;
  const [one, other] = [seen, wanted].map((uri) => levelledRedirect(uri).replace(/\/[^/]*/, ''));
  return one === other && levelledRedirect(seen) !== levelledRedirect(wanted);
}

/**
 * Whether an address with an asterisk covers the required one. Microsoft refuses such addresses for most apps, and the
 * program sends the whole address.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-29
 */
export function isWildcard(seen: string, wanted: string): boolean {
  if (!seen.includes('*')) return false;
  const [text, whole] = [seen, wanted].map((uri) =>
    uri
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replaceAll('%20', ' '),
  );
  const parts = (text ?? '').split('*');
  const last = (parts.at(-1) ?? '').replace(/\/$/, '');
  return whole?.startsWith(parts[0] ?? '') === true && whole.replace(/\/$/, '').endsWith(last);
}

/** Whether one address is a typo of the other: a different host or path must still be similar. */
export function isSlip(seen: string, wanted: string): boolean {
  if (isOtherTenant(seen, wanted) || isWildcard(seen, wanted)) return true;
  const like = Math.max(
    likeness(seen.toLowerCase(), wanted.toLowerCase()),
    likeness(levelledRedirect(seen), levelledRedirect(wanted)),
  );
  // A closer comparison is slow; only a query or fragment makes addresses with equal host and path so different.
  if (like < 0.4 && !/[?#]/.test(seen)) return false;
  const isOther = redirectDifferences(seen, wanted).some(({ code }) =>
    ['host', 'path'].includes(code),
  );
  return !isOther || like >= 0.85;
}

/** The distance to the closest known address of which this may be a typo. */
function distanceTo(known: readonly string[], uri: string): number {
  const near = known.filter((one) => isSlip(uri, one));
  return Math.min(...near.map((one) => redirectDistance(uri, one)));
}

/** Doubts that no expected address can resolve. */
const settled: readonly (Doubt | undefined)[] = ['other', 'microsoft', 'pattern', 'offered', 'cut'];

/** The reading closest to an expected address, or otherwise the likely one. */
function chosen(one: ListedRedirect, known: readonly string[]): LongerReading {
  const plain = { uri: one.uri, lines: 0 };
  if (settled.includes(one.doubt)) return plain;
  if (one.likely === undefined || known.includes(one.uri)) return plain;
  const [nearest] = [plain, one.likely]
    .map((reading) => ({ reading, distance: distanceTo(known, reading.uri) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.reading ?? one.likely;
}

/** Whether an address before „…“ is a proper prefix of an expected one, apart from a final slash. */
function isBeginning(uri: string, known: readonly string[]): boolean {
  if (known.includes(uri)) return false;
  const level = levelledRedirect(uri);
  return known.some((one) => {
    const whole = levelledRedirect(one);
    return whole !== level && whole.startsWith(level);
  });
}

/** Reads each address so that it best fits the expected ones; lines that continue an address above are skipped. */
export function readAsExpected(
  listed: readonly ListedRedirect[],
  known: readonly string[],
): readonly ReadRedirect[] {
  const read: ReadRedirect[] = [];
  let taken = -1;
  for (const one of listed) {
    if (one.doubt === 'bare' && one.line !== undefined && one.line <= taken) continue;
    const { uri, lines } = chosen(one, known);
    if (lines > 0 && one.line !== undefined) taken = one.line + lines;
    // A scheme alone is not an address.
    if (uri.endsWith('://')) continue;
    read.push({
      uri,
      platform: one.platform,
      doubt: one.isLastShown === true && isBeginning(uri, known) ? 'cut' : one.doubt,
      isGuess: (lines > 0 || one.isJoined === true) && !known.includes(uri),
      isLastShown: one.isLastShown ?? false,
      isPasted: one.line !== undefined,
    });
  }
  return read;
}
