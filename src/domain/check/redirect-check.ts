/** Compares registered redirect URIs with those that the guide demands. */

import { withoutUser } from '../registration/address-parts.ts';
import type { DifferenceKind } from '../compare/difference-kinds.ts';
import {
  redirectDifferenceCodes,
  redirectDifferences,
  type RedirectDifference,
} from '../compare/redirect-difference.ts';
import { redirectUris } from '../registration/redirect-uris.ts';
import { excerpt } from '../values/text.ts';
import type { Expectation } from './expectation.ts';
import {
  pairRedirects,
  withDoubt,
  type Pair,
  type Pairing,
  type Wanted,
} from './redirect-pairs.ts';
import { isOtherTenant, readAsExpected, type ReadRedirect } from './redirect-reading.ts';
import type { SettingFinding } from './setting-findings.ts';
import type { ListedRedirect } from './uri-list.ts';

type Findings = readonly SettingFinding[];

/** Blanks, as `shownCharacter` writes them. */
const blankNames: readonly string[] = ['U+0020', 'U+00A0', 'U+0009', 'U+202F'];

function shown(uri: string): string {
  return excerpt(withoutUser(uri), 300);
}

function platformFinding({ wanted, seen }: Pair): SettingFinding {
  const uri = shown(seen.uri);
  if (seen.platform === undefined || seen.platform === wanted.platform) {
    return { code: 'redirect-right', uri };
  }
  const [platform, expectedPlatform] = [seen.platform, wanted.platform];
  return { code: 'redirect-platform', uri, platform, expectedPlatform };
}

/** A blank is no invisible character, and what begins with neither `http://` nor `https://` is misspelt. */
function kindOf(difference: RedirectDifference): DifferenceKind {
  if (difference.code === 'scheme' && !/^https?:\/\/$/i.test(difference.sent)) {
    return 'scheme-misspelt';
  }
  if (difference.code === 'invisible' && blankNames.includes(difference.character)) return 'blank';
  return redirectDifferenceCodes[difference.code].kind;
}

/** All that differs, each kind once; capitals of the scheme and a port that is left out are told by nobody else. */
function addressDifferences(seen: string, wanted: string): readonly string[] {
  const isTenant = isOtherTenant(seen, wanted);
  const kinds = redirectDifferences(seen, wanted).map((one) =>
    isTenant && one.code === 'path' ? 'tenant' : kindOf(one),
  );
  if (kinds.length > 0) return [...new Set(kinds)];
  return [seen.toLowerCase() === wanted.toLowerCase() ? 'case' : 'port'];
}

function slipFinding({ wanted, seen }: Pair): SettingFinding {
  const isElsewhere = seen.platform !== undefined && seen.platform !== wanted.platform;
  const differences = addressDifferences(seen.uri, wanted.uri);
  return {
    code: 'redirect-differs',
    found: shown(seen.uri),
    uri: shown(wanted.uri),
    difference: [...differences, ...(isElsewhere ? [`platform-${wanted.platform}`] : [])].join(' '),
  };
}

/** Those whose values are still missing could be any of the rest. */
function restFindings(
  rest: readonly ReadRedirect[],
  known: readonly Wanted[],
  isWaiting: boolean,
): Findings {
  return rest.map(({ uri: raw, platform, isPasted }): SettingFinding => {
    const uri = shown(raw);
    const same = known.find((one) => one.uri === raw);
    if (same) {
      const isElsewhere = platform !== undefined && platform !== same.platform;
      if (!isElsewhere) return { code: 'redirect-twice', uri };
      const expectedPlatform = same.platform;
      // In a list both stand below each other, and it has to be said which is right.
      return isPasted
        ? { code: 'redirect-surplus-platform', uri, platform, expectedPlatform }
        : { code: 'redirect-surplus', uri };
    }
    return { code: isWaiting ? 'redirect-not-compared' : 'redirect-surplus', uri };
  });
}

function distinctUris(list: readonly ReadRedirect[]): readonly string[] {
  return [...new Set(list.map(({ uri }) => shown(uri)))];
}

/** More of what is no redirect URI is not worth reading. */
const notedLimit = 5;

function notedFindings(
  code: 'redirect-passed-over' | 'redirect-joined',
  list: readonly ReadRedirect[],
): Findings {
  return distinctUris(list)
    .slice(0, notedLimit)
    .map((uri) => ({ code, uri }));
}

/** What is demanded, and what a text shows of it. */
interface Comparison {
  readonly known: readonly Wanted[];
  /** Whether values are still missing, so that there are more demanded than known. */
  readonly isWaiting: boolean;
  /** Whether nothing is registered at all. */
  readonly isNone: boolean;
  readonly read: readonly ReadRedirect[];
}

function isShortened({ read }: Comparison): boolean {
  return withDoubt(read, 'cut').length > 0 || read.some(({ isLastShown }) => isLastShown);
}

/** Nothing is missing in a text that may not show all that is registered. */
function missingFindings({ listed, missing }: Pairing, comparison: Comparison): Findings {
  if (isShortened(comparison) || (listed.length === 0 && !comparison.isNone)) return [];
  return missing.map(({ uri, platform }) => ({
    code: 'redirect-missing',
    uri: shown(uri),
    expectedPlatform: platform,
  }));
}

/** Without a scheme nothing is registered: where it is near to none that is demanded, it is no redirect URI. */
function bareFindings({ bare }: Pairing, { known, isWaiting }: Comparison): Findings {
  if (isWaiting) return restFindings(bare, known, true);
  return notedFindings(
    'redirect-passed-over',
    bare.filter(({ uri }) => !known.some((one) => one.uri === `https://${uri}`)),
  );
}

/** What the text cannot show: it only speaks of addresses, offers some, leaves some out, or names no platform. */
function unknownFindings({ exact, slips, listed }: Pairing, comparison: Comparison): Findings {
  const { known, isWaiting, read } = comparison;
  const seen = [...exact, ...slips].map((pair) => pair.seen);
  const isOnlySaid = listed.length === 0 && withDoubt(read, 'prose').length > 0;
  const isUnsaid = [...listed, ...seen].every(({ platform }) => platform === undefined);
  return [
    ...(isOnlySaid && (isWaiting || seen.length > 0) ? [{ code: 'redirect-prose' } as const] : []),
    ...(withDoubt(read, 'offered').length > 0 ? [{ code: 'redirect-offered' } as const] : []),
    ...(isShortened(comparison) ? [{ code: 'redirect-list-shortened' } as const] : []),
    ...(known.length > 0 && listed.length > 0 && isUnsaid
      ? [{ code: 'redirect-platform-unsaid' } as const]
      : []),
  ];
}

function compareRead(comparison: Comparison): Findings {
  const { known, isWaiting, isNone, read } = comparison;
  const pairing = pairRedirects(known, read);
  const findings: Findings = [
    ...pairing.exact.map(platformFinding),
    ...pairing.slips.map(slipFinding),
    ...missingFindings(pairing, comparison),
    ...restFindings(pairing.rest, known, isWaiting),
    ...bareFindings(pairing, comparison),
    ...unknownFindings(pairing, comparison),
    ...notedFindings(
      'redirect-joined',
      read.filter(({ isGuess, doubt }) => isGuess && doubt !== 'prose'),
    ),
    ...notedFindings('redirect-passed-over', [
      ...withDoubt(read, 'microsoft', 'pattern'),
      ...pairing.signed,
    ]),
  ];
  const isEmpty = !isNone && findings.every(({ code }) => code === 'redirect-passed-over');
  return isEmpty ? [{ code: 'redirect-none-read' }, ...findings] : findings;
}

/** The registered addresses beyond which nothing is compared: near pairs cost the product of both numbers. */
const seenLimit = 300;

/**
 * Compares letter by letter, as Microsoft does (IPM-08, CMX-06, CMX-07), and takes an address that differs by a slip
 * for the one that it stands for.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20
 */
export function checkRedirects(
  all: readonly ListedRedirect[],
  { guide, values }: Expectation,
): Findings {
  const expected = redirectUris(guide, values);
  if (expected.length === 0 && all.length === 0) return [{ code: 'redirect-none-right' }];
  const known = expected.flatMap(({ uri, platform }) =>
    uri === undefined ? [] : [{ uri, platform }],
  );
  const missing = new Set(expected.flatMap((one) => one.missing));
  const counted = all.filter(({ doubt }) => doubt !== 'other').slice(0, seenLimit);
  const uris = known.map(({ uri }) => uri);
  return [
    ...compareRead({
      known,
      isWaiting: missing.size > 0,
      isNone: all.length === 0,
      read: readAsExpected(counted, uris),
    }),
    ...[...missing].map((value): SettingFinding => ({ code: 'value-needed', value })),
  ];
}
