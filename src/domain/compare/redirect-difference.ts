/**
 * Compares the redirect URI that a program sends with those that should be, or are, registered, and says
 * in what they differ. Microsoft compares letter by letter.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url checked 2026-11-20
 */

import {
  addressPartNames,
  addressParts,
  sameEncoding,
  shownAddress,
  type AddressParts,
} from '../registration/address-parts.ts';
import { commonEnds } from '../text/common-ends.ts';
import type { Coded, CodeRow } from '../text/coded.ts';
import type { DifferenceKind } from './difference-kinds.ts';
import { joinPieces, markDifferences, type MarkedPiece } from './marked-text.ts';
import { excerpt, shownCharacter } from '../values/text.ts';

interface DifferenceRow<Name extends string> extends CodeRow<Name> {
  readonly kind: DifferenceKind;
  /** How far apart it puts two addresses: another host is another address, a slash is a slip. */
  readonly weight: number;
}

function row<const Name extends string = never>(
  kind: DifferenceKind,
  weight: number,
  ...details: readonly Name[]
): DifferenceRow<Name> {
  return { kind, weight, details };
}

/** In what two redirect URIs can differ. `…-missing` and `…-surplus` are said of the URI that was sent. */
export const redirectDifferenceCodes = {
  /** A blank or an invisible character that only one of them has. */
  invisible: row('invisible', 1, 'character'),
  scheme: row('scheme', 7, 'sent', 'expected'),
  'scheme-missing': row('scheme-missing', 7, 'expected'),
  /** User name and password before the server's name. */
  user: row('user', 7),
  'www-missing': row('www', 3),
  'www-surplus': row('www', 3),
  'host-case': row('case', 1),
  host: row('other', 60, 'sent', 'expected'),
  port: row('port', 7, 'sent', 'expected'),
  'slash-missing': row('slash', 2),
  'slash-surplus': row('slash', 2),
  'path-case': row('case', 2),
  encoding: row('encoding', 3, 'sent', 'expected'),
  path: row('other', 25, 'sent', 'expected'),
  query: row('query', 8),
  fragment: row('fragment', 8),
};

/** Every code that a difference can have. */
export type RedirectDifferenceCode = keyof typeof redirectDifferenceCodes;

/** One difference with its details. */
export type RedirectDifference = Coded<typeof redirectDifferenceCodes>;

/** The nearest address that is known, and how the sent one differs from it. */
export interface RedirectComparison {
  /** As it may be shown. */
  readonly sent: string;
  readonly nearest: string;
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
  if (sent.scheme === '') return [{ code: 'scheme-missing', expected: excerpt(known.scheme, 40) }];
  return [{ code: 'scheme', sent: excerpt(sent.scheme, 40), expected: excerpt(known.scheme, 40) }];
}

function hostDifferences(sent: AddressParts, known: AddressParts): readonly RedirectDifference[] {
  if (sent.host === known.host) return [];
  const [one, other] = [sent.host.toLowerCase(), known.host.toLowerCase()];
  if (one === other) return [{ code: 'host-case' }];
  if (`www.${one}` === other) return [{ code: 'www-missing' }];
  if (one === `www.${other}`) return [{ code: 'www-surplus' }];
  return [{ code: 'host', sent: excerpt(sent.host), expected: excerpt(known.host) }];
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
    : [{ code: 'port', sent: one, expected: other }];
}

/** Each of the three is reported where the paths still differ once the other two are levelled out. */
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
    return [{ code: 'path', sent: excerpt(one), expected: excerpt(other) }];
  }
  const differences: RedirectDifference[] = [];
  if (differ(level.slash, level.case)) {
    differences.push({ code: 'encoding', sent: excerpt(one), expected: excerpt(other) });
  }
  if (differ(level.encoding, level.slash)) differences.push({ code: 'path-case' });
  if (differ(level.encoding, level.case)) {
    differences.push({ code: one.endsWith('/') ? 'slash-surplus' : 'slash-missing' });
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

function seenDifferences(first: string, second: string): readonly RedirectDifference[] {
  const [sent, known] = [addressParts(first), addressParts(second)];
  return [
    ...schemeDifferences(sent, known),
    ...(sent.user === known.user ? [] : [{ code: 'user' } as const]),
    ...hostDifferences(sent, known),
    ...portDifferences(sent, known),
    ...pathDifferences(sent, known),
    ...(sent.query === known.query ? [] : [{ code: 'query' } as const]),
    ...(sent.fragment === known.fragment ? [] : [{ code: 'fragment' } as const]),
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
  return [{ code: 'invisible', character: shownCharacter(character) }];
}

function differencesWithout(
  sent: string,
  known: string,
  areBlanksSeen: boolean,
): readonly RedirectDifference[] {
  const [one, other] = [parted(sent, areBlanksSeen), parted(known, areBlanksSeen)];
  return [...unseenDifferences(one, other), ...seenDifferences(one.seen, other.seen)];
}

/** All differences of two addresses, none where Microsoft takes one for the other. */
export function redirectDifferences(sent: string, known: string): readonly RedirectDifference[] {
  const [one, other] = [sent.slice(0, longest), known.slice(0, longest)];
  if (one === other) return [];
  // A blank for `%20` is reported as such; any other blank is one too many.
  if (!unseen.test(one) && !unseen.test(other)) return seenDifferences(one, other);
  const encoded = differencesWithout(one, other, true);
  const blanks = differencesWithout(one, other, false);
  return weightOf(blanks) < weightOf(encoded) ? blanks : encoded;
}

function weightOf(differences: readonly RedirectDifference[]): number {
  return differences.reduce((sum, { code }) => sum + redirectDifferenceCodes[code].weight, 0);
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

/** Finds the known address that is nearest to the sent one, and all differences. Undefined where none is known. */
export function compareRedirect(
  sent: string,
  known: readonly string[],
): RedirectComparison | undefined {
  const one = sent.slice(0, longest);
  const [best] = known
    .map((uri) => ({ uri, distance: redirectDistance(one, uri) }))
    .toSorted((a, b) => a.distance - b.distance);
  if (!best) return undefined;
  const { uri } = best;
  const shown = shownAddress(one, uri);
  return {
    sent: shown,
    nearest: uri,
    differences: redirectDifferences(one, uri),
    marked: markParts(shown, uri.slice(0, longest)),
  };
}
