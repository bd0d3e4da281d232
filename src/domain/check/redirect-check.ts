/** Compares registered redirect URIs with those that the guide demands. */

import type { DifferenceKind } from '../compare-lines.ts';
import type { Platform } from '../guide.ts';
import { redirectDifferences, type RedirectDifferenceKind } from '../redirect-difference.ts';
import { redirectUris } from '../redirect-uris.ts';
import { excerpt } from '../text.ts';
import type { Expectation } from './expectation.ts';
import type { SeenRedirect } from './registration.ts';
import type { SettingFinding } from './setting-findings.ts';

interface Wanted {
  readonly uri: string;
  readonly platform: Platform;
}

/** A demanded address and the registered one that stands for it. */
interface Pair {
  readonly wanted: Wanted;
  readonly seen: SeenRedirect;
}

const words: Readonly<Record<RedirectDifferenceKind, DifferenceKind>> = {
  invisible: 'invisible',
  scheme: 'scheme',
  'www-missing': 'www',
  'www-surplus': 'www',
  'host-case': 'case',
  host: 'other',
  port: 'other',
  'slash-missing': 'slash',
  'slash-surplus': 'slash',
  'path-case': 'case',
  encoding: 'encoding',
  path: 'other',
  query: 'other',
  fragment: 'other',
  platform: 'other',
};

function shown(uri: string): string {
  return excerpt(uri, 300);
}

/** How much two texts have in common at their ends, from 0 to 1. */
function likeness(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (start + end) / Math.max(one.length, other.length, 1);
}

/** What a slip leaves as it is; another host or path has to be alike, to be the same address mistyped. */
function isSlip(seen: SeenRedirect, { uri }: Wanted): boolean {
  const isOther = redirectDifferences(seen.uri, uri).some(({ kind }) =>
    ['host', 'path'].includes(kind),
  );
  return !isOther || likeness(seen.uri.toLowerCase(), uri.toLowerCase()) >= 0.85;
}

/** Takes out of both lists what belongs together, the nearest first where several would do. */
function taken(
  wanted: Wanted[],
  seen: SeenRedirect[],
  isPair: (seen: SeenRedirect, wanted: Wanted) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const one of [...wanted]) {
    const near = seen
      .filter((other) => isPair(other, one))
      .toSorted((a, b) => likeness(b.uri, one.uri) - likeness(a.uri, one.uri))[0];
    if (near === undefined) continue;
    pairs.push({ wanted: one, seen: near });
    wanted.splice(wanted.indexOf(one), 1);
    seen.splice(seen.indexOf(near), 1);
  }
  return pairs;
}

function sameUri(seen: SeenRedirect, wanted: Wanted): boolean {
  return seen.uri === wanted.uri;
}

function platformFinding({ wanted, seen }: Pair): SettingFinding {
  const uri = shown(seen.uri);
  if (seen.platform === undefined || seen.platform === wanted.platform) {
    return { code: 'redirect-right', uri };
  }
  const [platform, expectedPlatform] = [seen.platform, wanted.platform];
  return { code: 'redirect-platform', uri, platform, expectedPlatform };
}

function slipFinding({ wanted, seen }: Pair): SettingFinding {
  const [first] = redirectDifferences(seen.uri, wanted.uri);
  return {
    code: 'redirect-differs',
    found: shown(seen.uri),
    uri: shown(wanted.uri),
    difference: words[first?.kind ?? 'path'],
  };
}

/** Those whose values are still missing could be any of the rest. */
function restFindings(
  rest: readonly SeenRedirect[],
  known: readonly Wanted[],
  isWaiting: boolean,
): readonly SettingFinding[] {
  return rest.map(({ uri: raw, platform }): SettingFinding => {
    const uri = shown(raw);
    const same = known.find((one) => one.uri === raw);
    if (same) {
      const isElsewhere = platform !== undefined && platform !== same.platform;
      return { code: isElsewhere ? 'redirect-surplus' : 'redirect-twice', uri };
    }
    return { code: isWaiting ? 'redirect-not-compared' : 'redirect-surplus', uri };
  });
}

/** The registered addresses beyond which nothing is compared: near pairs cost the product of both numbers. */
const seenLimit = 300;

/**
 * Compares letter by letter, as Microsoft does (IPM-08, CMX-06, CMX-07), and takes an address that differs by a slip
 * for the one that it stands for.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20
 */
export function checkRedirects(
  all: readonly SeenRedirect[],
  { guide, values }: Expectation,
): readonly SettingFinding[] {
  const expected = redirectUris(guide, values);
  const known = expected.flatMap(({ uri, platform }) =>
    uri === undefined ? [] : [{ uri, platform }],
  );
  const missing = new Set(expected.flatMap((one) => one.missing));
  const wanted = [...known];
  const seen = all.slice(0, seenLimit);
  const exact = [
    ...taken(wanted, seen, (one, other) => sameUri(one, other) && one.platform === other.platform),
    ...taken(wanted, seen, sameUri),
  ];
  const slips = taken(wanted, seen, isSlip);
  const isUnsaid =
    known.length > 0 && all.length > 0 && all.every(({ platform }) => platform === undefined);
  if (expected.length === 0 && all.length === 0) return [{ code: 'redirect-none-right' }];
  return [
    ...exact.map(platformFinding),
    ...slips.map(slipFinding),
    ...wanted.map(({ uri, platform }): SettingFinding => ({
      code: 'redirect-missing',
      uri: shown(uri),
      expectedPlatform: platform,
    })),
    ...restFindings(seen, known, missing.size > 0),
    ...[...missing].map((value): SettingFinding => ({ code: 'value-needed', value })),
    ...(isUnsaid ? [{ code: 'redirect-platform-unsaid' } as const] : []),
  ];
}
