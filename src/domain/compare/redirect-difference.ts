/**
 * Compares the redirect URI that a program sends with those that should be, or are, registered, and says
 * in what they differ. Microsoft compares letter by letter.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20 (facts/entra.md a)
 */

import {
  addressPartNames,
  addressParts,
  sameEncoding,
  shownAddress,
  type AddressParts,
} from '../registration/address-parts.ts';
import { commonEnds } from '../text/common-ends.ts';
import type { Platform } from '../guide/guide.ts';
import { joinPieces, markDifferences, type MarkedPiece } from './marked-text.ts';
import { excerpt, shownCharacter } from '../values/text.ts';

/** Per kind of difference: the names of the details that its sentence may use as `{placeholder}`. */
export const redirectDifferenceParameters = {
  /** A blank or an invisible character that only one of them has. */
  invisible: ['character'],
  scheme: ['sent', 'expected'],
  'scheme-missing': ['expected'],
  /** User name and password before the server's name. */
  user: [],
  'www-missing': [],
  'www-surplus': [],
  'host-case': [],
  host: ['sent', 'expected'],
  port: ['sent', 'expected'],
  'slash-missing': [],
  'slash-surplus': [],
  'path-case': [],
  encoding: ['sent', 'expected'],
  path: ['sent', 'expected'],
  query: [],
  fragment: [],
  /** The letters agree, but it is registered for another platform than the guide's. */
  platform: ['sent', 'expected'],
} as const satisfies Record<string, readonly string[]>;

/** In what two redirect URIs differ. `…-missing` and `…-surplus` are said of the URI that was sent. */
export type RedirectDifferenceKind = keyof typeof redirectDifferenceParameters;

/** One difference with its details. */
export type RedirectDifference = {
  readonly [Kind in RedirectDifferenceKind]: { readonly kind: Kind } & Readonly<
    Record<(typeof redirectDifferenceParameters)[Kind][number], string>
  >;
}[RedirectDifferenceKind];

/** A redirect URI that should be or is registered. */
export interface KnownRedirect {
  readonly uri: string;
  readonly platform?: Platform | undefined;
}

/** The nearest address that is known, and how the sent one differs from it. */
export interface RedirectComparison {
  /** As it may be shown. */
  readonly sent: string;
  readonly nearest: KnownRedirect;
  /** Whether the nearest is the guide's or one that the reader has registered. */
  readonly from: 'expected' | 'registered';
  /** Empty where nothing differs: then the address is not what is wrong. */
  readonly differences: readonly RedirectDifference[];
  /** Both addresses with their differing places, for marks. */
  readonly marked: {
    readonly sent: readonly MarkedPiece[];
    readonly nearest: readonly MarkedPiece[];
  };
}

/** More is no redirect URI: Microsoft's limit is 256. */
const longest = 2000;

const unseen = /[\s\p{Default_Ignorable_Code_Point}\p{Control}]/u;

/** A text parted into what is seen and what is not. */
interface Parted {
  readonly seen: string;
  readonly hidden: readonly string[];
}

/** A blank within may stand for `%20`: then it is seen by whoever looks. */
function parted(text: string, areBlanksSeen: boolean): Parted {
  const first = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const hidden: string[] = [];
  let seen = '';
  let at = 0;
  for (const character of text) {
    const isInner = at >= first && at < end && /[ \u00A0]/.test(character);
    if (unseen.test(character) && !(areBlanksSeen && isInner)) hidden.push(character);
    else seen += character;
    at += character.length;
  }
  return { seen, hidden };
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function schemeDifferences(sent: AddressParts, known: AddressParts): readonly RedirectDifference[] {
  if (sent.scheme.toLowerCase() === known.scheme.toLowerCase()) return [];
  if (sent.scheme === '') return [{ kind: 'scheme-missing', expected: excerpt(known.scheme, 40) }];
  return [{ kind: 'scheme', sent: excerpt(sent.scheme, 40), expected: excerpt(known.scheme, 40) }];
}

function hostDifferences(sent: AddressParts, known: AddressParts): readonly RedirectDifference[] {
  if (sent.host === known.host) return [];
  const [one, other] = [sent.host.toLowerCase(), known.host.toLowerCase()];
  if (one === other) return [{ kind: 'host-case' }];
  if (`www.${one}` === other) return [{ kind: 'www-missing' }];
  if (one === `www.${other}`) return [{ kind: 'www-surplus' }];
  return [{ kind: 'host', sent: excerpt(sent.host), expected: excerpt(known.host) }];
}

function portOf({ scheme, port }: AddressParts): string {
  if (port.length > 1) return port.slice(1);
  return scheme.toLowerCase().startsWith('http:') ? '80' : '443';
}

/** The port of `localhost` is ignored when Microsoft compares. */
function portDifferences(sent: AddressParts, known: AddressParts): readonly RedirectDifference[] {
  if (sent.port === known.port || sent.host.toLowerCase() === 'localhost') return [];
  const [one, other] = [portOf(sent), portOf(known)];
  // Left out or not is what the scheme's own difference says.
  if (sent.port === '' && known.port === '') return [];
  return one === other && sent.scheme === known.scheme
    ? []
    : [{ kind: 'port', sent: one, expected: other }];
}

/** Each of the three is told where the paths still differ once the other two are levelled out. */
function pathDifferences(sent: AddressParts, known: AddressParts): readonly RedirectDifference[] {
  const [one, other] = [sent.path, known.path];
  if (one === other) return [];
  const level = {
    encoding: sameEncoding,
    slash: withoutSlash,
    case: (path: string) => path.toLowerCase(),
  };
  const differ = (...levels: readonly ((path: string) => string)[]): boolean =>
    levels.reduce((path, next) => next(path), one) !==
    levels.reduce((path, next) => next(path), other);
  if (differ(level.encoding, level.slash, level.case)) {
    return [{ kind: 'path', sent: excerpt(one), expected: excerpt(other) }];
  }
  const differences: RedirectDifference[] = [];
  if (differ(level.slash, level.case)) {
    differences.push({ kind: 'encoding', sent: excerpt(one), expected: excerpt(other) });
  }
  if (differ(level.encoding, level.slash)) differences.push({ kind: 'path-case' });
  if (differ(level.encoding, level.case)) {
    differences.push({ kind: one.endsWith('/') ? 'slash-surplus' : 'slash-missing' });
  }
  return differences;
}

/** An address without what people get wrong in it: its beginning, `www.`, capitals, blanks, the slash at the end. */
export function levelledRedirect(uri: string): string {
  const { host, port, path, query, fragment } = addressParts(
    parted(uri.slice(0, longest), true).seen,
  );
  const level = host.replace(/^www\./i, '') + port + withoutSlash(sameEncoding(path));
  return (level + query + fragment).toLowerCase();
}

function partDifferences(sent: AddressParts, known: AddressParts): readonly RedirectDifference[] {
  return [
    ...schemeDifferences(sent, known),
    ...(sent.user === known.user ? [] : [{ kind: 'user' } as const]),
    ...hostDifferences(sent, known),
    ...portDifferences(sent, known),
    ...pathDifferences(sent, known),
    ...(sent.query === known.query ? [] : [{ kind: 'query' } as const]),
    ...(sent.fragment === known.fragment ? [] : [{ kind: 'fragment' } as const]),
  ];
}

/** The first character that cannot be seen and is not in the other at as many places. */
function unseenDifferences(one: Parted, other: Parted): readonly RedirectDifference[] {
  if (one.hidden.join('') === other.hidden.join('')) return [];
  const [character = ''] = [
    ...one.hidden.filter((each) => !other.hidden.includes(each)),
    ...other.hidden,
    ...one.hidden,
  ];
  return [{ kind: 'invisible', character: shownCharacter(character) }];
}

function differencesWithout(
  sent: string,
  known: string,
  areBlanksSeen: boolean,
): readonly RedirectDifference[] {
  const [one, other] = [parted(sent, areBlanksSeen), parted(known, areBlanksSeen)];
  return [...unseenDifferences(one, other), ...redirectDifferencesIn(one.seen, other.seen)];
}

/** All differences of two addresses, none where Microsoft takes one for the other. */
export function redirectDifferences(sent: string, known: string): readonly RedirectDifference[] {
  const [one, other] = [sent.slice(0, longest), known.slice(0, longest)];
  if (one === other) return [];
  // A blank for `%20` is told as such; any other blank is one too many.
  if (!unseen.test(one) && !unseen.test(other)) return redirectDifferencesIn(one, other);
  const encoded = differencesWithout(one, other, true);
  const blanks = differencesWithout(one, other, false);
  return weightOf(blanks) < weightOf(encoded) ? blanks : encoded;
}

function redirectDifferencesIn(sent: string, known: string): readonly RedirectDifference[] {
  return partDifferences(addressParts(sent), addressParts(known));
}

/** How far apart a difference puts two addresses: another host is another address, a slash is a slip. */
const weights: Readonly<Record<RedirectDifferenceKind, number>> = {
  host: 60,
  path: 25,
  query: 8,
  fragment: 8,
  scheme: 7,
  'scheme-missing': 7,
  port: 7,
  user: 7,
  platform: 1,
  encoding: 3,
  'www-missing': 3,
  'www-surplus': 3,
  'path-case': 2,
  'slash-missing': 2,
  'slash-surplus': 2,
  'host-case': 1,
  invisible: 1,
};

function weightOf(differences: readonly RedirectDifference[]): number {
  return differences.reduce((sum, { kind }) => sum + weights[kind], 0);
}

/** How far apart two addresses are; among equals, the one is nearer that has more in common letter by letter. */
export function redirectDistance(sent: string, known: string): number {
  return weightOf(redirectDifferences(sent, known)) - commonEnds(sent, known) / (2 * longest);
}

function markParts(sent: string, known: string): RedirectComparison['marked'] {
  const [one, other] = [addressParts(sent), addressParts(known)];
  const marked = addressPartNames.map((name) => markDifferences(one[name], other[name]));
  return {
    sent: joinPieces(marked.flatMap(({ first }) => first)),
    nearest: joinPieces(marked.flatMap(({ second }) => second)),
  };
}

function platformDifferences(
  nearest: KnownRedirect,
  expected: readonly KnownRedirect[],
): readonly RedirectDifference[] {
  const wanted = expected.filter(({ uri }) => uri === nearest.uri);
  if (nearest.platform === undefined || wanted.length === 0) return [];
  if (wanted.some(({ platform }) => platform === undefined || platform === nearest.platform)) {
    return [];
  }
  return [{ kind: 'platform', sent: nearest.platform, expected: wanted[0]?.platform ?? '' }];
}

/**
 * Finds the known address that is nearest to the sent one, and all differences. At the same distance a registered one
 * is taken before the guide's: it is the one to be mended. Undefined where none is known.
 */
export function compareRedirect(
  sent: string,
  expected: readonly KnownRedirect[],
  registered: readonly KnownRedirect[] = [],
): RedirectComparison | undefined {
  const one = sent.slice(0, longest);
  const candidates = [
    ...registered.map((nearest) => ({ nearest, from: 'registered' as const })),
    ...expected.map((nearest) => ({ nearest, from: 'expected' as const })),
  ].map((candidate) => ({ ...candidate, distance: redirectDistance(one, candidate.nearest.uri) }));
  const [best] = candidates.toSorted((a, b) => a.distance - b.distance);
  if (!best) return undefined;
  const { nearest, from } = best;
  const platform = from === 'registered' ? platformDifferences(nearest, expected) : [];
  const shown = shownAddress(one, nearest.uri);
  return {
    sent: shown,
    nearest,
    from,
    differences: [...redirectDifferences(one, nearest.uri), ...platform],
    marked: markParts(shown, nearest.uri.slice(0, longest)),
  };
}
