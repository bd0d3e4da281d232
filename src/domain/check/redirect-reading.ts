/** Settles how addresses out of a text are meant, by those that are expected. */

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
  /** It was joined out of several lines, and is not what is expected. */
  readonly isGuess: boolean;
  readonly isLastShown: boolean;
  /** It comes out of a pasted list, and not out of a manifest. */
  readonly isPasted: boolean;
}

/** Microsoft's own address of desktop programs, with the tenant after the host. */
const ofTenant = /^(?:https?:\/\/)?login\.microsoftonline\.com\/[^/?#]{1,100}(?=\/)/i;

/** Whether two addresses of Microsoft's differ in the tenant, and else no more than capitals and a slash. */
export function isOtherTenant(seen: string, wanted: string): boolean {
  if (!ofTenant.test(seen) || !ofTenant.test(wanted)) return false;
  const [one, other] = [seen, wanted].map((uri) => levelledRedirect(uri).replace(/\/[^/]*/, ''));
  return one === other && levelledRedirect(seen) !== levelledRedirect(wanted);
}

/** Whether one address is the other mistyped: another host or path has to be alike. */
export function isSlip(seen: string, wanted: string): boolean {
  if (isOtherTenant(seen, wanted)) return true;
  const like = Math.max(
    likeness(seen.toLowerCase(), wanted.toLowerCase()),
    likeness(levelledRedirect(seen), levelledRedirect(wanted)),
  );
  // To look closer takes long; only behind these marks may much stand that is no other host or path.
  if (like < 0.4 && !/[?#]/.test(seen)) return false;
  const isOther = redirectDifferences(seen, wanted).some(({ code }) =>
    ['host', 'path'].includes(code),
  );
  return !isOther || like >= 0.85;
}

/** How far a text is from the nearest of these for which it may stand. */
function distanceTo(known: readonly string[], uri: string): number {
  const near = known.filter((one) => isSlip(uri, one));
  return Math.min(...near.map((one) => redirectDistance(uri, one)));
}

/** Doubts that no expected address takes away. */
const settled: readonly (Doubt | undefined)[] = ['other', 'microsoft', 'pattern', 'offered', 'cut'];

/** The reading that is nearer to what is expected, or else likely. */
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

/** Whether an address before „…“ is the beginning of one that is expected; only a slash may have been left out. */
function isBeginning(uri: string, known: readonly string[]): boolean {
  if (known.includes(uri)) return false;
  const level = levelledRedirect(uri);
  return known.some((one) => {
    const whole = levelledRedirect(one);
    return whole !== level && whole.startsWith(level);
  });
}

/** Each address in the reading that fits what is expected; lines that belong to an address above are no others. */
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
    // The beginning of an address alone is none.
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
