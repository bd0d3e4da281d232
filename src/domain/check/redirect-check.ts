/** Compares registered redirect URIs with those that the guide requires. */

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
import {
  isOtherTenant,
  isWildcard,
  readAsExpected,
  type ReadRedirect,
} from './redirect-reading.ts';
import type { SettingFinding } from './setting-findings.ts';
import type { ListedRedirect } from './uri-list.ts';

type Findings = readonly SettingFinding[];

/** Blanks, as written by `shownCharacter`. */
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

/** The kind of difference: a blank is not an invisible character, and a scheme other than `http` or `https` is misspelt. */
function kindOf(difference: RedirectDifference): DifferenceKind {
  if (difference.code === 'scheme' && !/^https?:\/\/$/i.test(difference.sent)) {
    return 'scheme-misspelt';
  }
  if (difference.code === 'invisible' && blankNames.includes(difference.character)) return 'blank';
  return redirectDifferenceCodes[difference.code].kind;
}

/** All kinds of difference, without duplicates; adds capitals in the scheme and an omitted port, which have no code. */
function addressDifferences(seen: string, wanted: string): readonly string[] {
  if (isWildcard(seen, wanted)) return ['wildcard'];
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

/** Judges the remaining addresses; while values are missing, any of them could still be expected. */
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
      // A list shows both below each other, so the finding has to say which one is correct.
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

/** The maximum number of notes on addresses that are not redirect URIs. */
const notedLimit = 5;

function notedFindings(
  code: 'redirect-passed-over' | 'redirect-joined',
  list: readonly ReadRedirect[],
): Findings {
  return distinctUris(list)
    .slice(0, notedLimit)
    .map((uri) => ({ code, uri }));
}

/** The required addresses, and those read from a text. */
interface Comparison {
  readonly known: readonly Wanted[];
  /** Whether values are still missing, so that more addresses are required than known. */
  readonly isWaiting: boolean;
  /** Whether the text contains no address. */
  readonly isNone: boolean;
  readonly read: readonly ReadRedirect[];
}

function isShortened({ read }: Comparison): boolean {
  return withDoubt(read, 'cut').length > 0 || read.some(({ isLastShown }) => isLastShown);
}

/** Reports missing addresses, unless the text may be incomplete. */
function missingFindings({ listed, missing }: Pairing, comparison: Comparison): Findings {
  if (isShortened(comparison) || (listed.length === 0 && !comparison.isNone)) return [];
  return missing.map(({ uri, platform }) => ({
    code: 'redirect-missing',
    uri: shown(uri),
    expectedPlatform: platform,
  }));
}

/** Judges texts without a scheme: nothing is registered without one, so unless close to a required address they are passed over. */
function bareFindings({ bare }: Pairing, { known, isWaiting }: Comparison): Findings {
  if (isWaiting) return restFindings(bare, known, true);
  return notedFindings(
    'redirect-passed-over',
    bare.filter(({ uri }) => !known.some((one) => one.uri === `https://${uri}`)),
  );
}

/** Reports what the text cannot show: it only mentions addresses, offers some, omits some, or names no platform. */
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

/** The maximum number of addresses compared, because every one is compared with every required one. */
const seenLimit = 300;

/**
 * Compares character by character, as Microsoft does (IPM-08, CMX-06, CMX-07), and matches a mistyped address with the
 * one that was meant.
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
