/** Explains a pasted error: which codes are in it, what support needs of it, and what address was sent. */

import { familyTopics, numberOf, type Catalogue } from './catalogue.ts';
import { withoutEncodings } from '../text/encodings.ts';
import { findCodes, type FoundCode, type Place } from './find-codes.ts';
import { oauthError, oauthErrors, type OauthError } from './oauth-errors.ts';
import { readPasted } from './pasted-text.ts';
import { contradiction, sentRedirects, type Contradiction } from './sent-redirects.ts';
import { supportDetails, type SupportDetail } from './support-details.ts';

/** One thing that was found. `at` is missing where it was only found in what an encoding had hidden. */
export type DecodedFinding = { readonly at?: Place } & (
  | { readonly kind: 'known'; readonly id: string }
  | {
      readonly kind: 'unknown';
      readonly number: string;
      /** Ids of errors that it may have been before digits were lost. */
      readonly guesses: readonly string[];
      /** What the numbers that begin like it are about. */
      readonly topics: readonly string[];
    }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'oauth'; readonly error: OauthError }
);

/** What a pasted text says. */
export interface Decoded {
  /** The part that was read, unchanged; all positions refer to it. */
  readonly text: string;
  /** Whether the middle of a long text was left out. */
  readonly truncated: boolean;
  /** Each code once, in the order of what matters: special, general, unknown; only the first ones of very many. */
  readonly findings: readonly DecodedFinding[];
  /** How many others there are. */
  readonly more: number;
  readonly details: readonly SupportDetail[];
  /** Whether there is no error, but an address as it comes back from a sign-in that succeeded. */
  readonly signedIn: boolean;
  /** Whether there is no error, but Microsoft's answer with a token. */
  readonly tokenIssued: boolean;
  /** The redirect URIs that were sent, where the text says so: to be compared, and shown by `shownAddress`. None where they contradict each other. */
  readonly redirects: readonly string[];
  /** Two redirect URIs of one program, where it must have sent the same one twice. */
  readonly contradiction?: Contradiction;
}

/** Nobody reads more, and a page with thousands would stand still. */
const mostFindings = 20;

function keyOf(code: FoundCode): string {
  if (code.kind === 'known') return code.entry.id;
  return code.kind === 'status' ? code.status : code.number;
}

function rankOf(code: FoundCode): number {
  if (code.kind !== 'known') return 2;
  return code.entry.general === true ? 1 : 0;
}

function findingOf(code: FoundCode, isPlaced: boolean, catalogue: Catalogue): DecodedFinding {
  const at = isPlaced ? { at: { start: code.start, end: code.end } } : {};
  if (code.kind === 'known') return { kind: 'known', id: code.entry.id, ...at };
  if (code.kind === 'status') return { kind: 'status', status: code.status, ...at };
  const { number } = code;
  const guesses = code.guesses.map(({ id }) => id);
  return { kind: 'unknown', number, guesses, topics: familyTopics(number, catalogue), ...at };
}

function digitsOf(code: FoundCode): string | undefined {
  if (code.kind === 'status') return undefined;
  return code.kind === 'unknown' ? code.number : numberOf(code.entry);
}

/** An unknown number that starts another one of the same text is what a line break has left of it. */
function beginningsOf(numbers: Iterable<string>): ReadonlySet<string> {
  const beginnings = [...numbers].flatMap((each) =>
    Array.from({ length: each.length }, (_, end) => each.slice(0, end)),
  );
  return new Set(beginnings);
}

function isFallback(code: FoundCode): boolean {
  return code.kind === 'known' && code.entry.fallback === true;
}

function codesIn(
  text: string,
  plain: string,
  catalogue: Catalogue,
  most: number,
): Pick<Decoded, 'findings' | 'more'> {
  const all = [
    ...findCodes(text, catalogue).map((code) => ({ code, isPlaced: true })),
    ...(plain === text ? [] : findCodes(plain, catalogue)).map((code) => ({
      code,
      isPlaced: false,
    })),
  ];
  const seen = new Set<string>();
  const hidden = new Set(
    all.flatMap(({ code }) => (code.kind === 'known' ? (code.entry.hides ?? []) : [])),
  );
  const left = beginningsOf(new Set(all.flatMap(({ code }) => digitsOf(code) ?? [])));
  const codes = all
    .filter(({ code }) => !hidden.has(keyOf(code)))
    .filter(({ code }) => code.kind !== 'unknown' || !left.has(code.number))
    .filter(({ code }, _, kept) => !isFallback(code) || kept.every((each) => isFallback(each.code)))
    .filter(({ code }) => !seen.has(keyOf(code)) && seen.add(keyOf(code)))
    .toSorted((a, b) => rankOf(a.code) - rankOf(b.code));
  const first = codes.slice(0, most);
  return {
    findings: first.map(({ code, isPlaced }) => findingOf(code, isPlaced, catalogue)),
    more: codes.length - first.length,
  };
}

/** An address within the text goes before one that decoding has made: `%20` of the address itself must stay. */
function redirectsIn(text: string, plain: string): readonly string[] {
  const direct = sentRedirects(text);
  return direct.length > 0 ? direct : sentRedirects(plain);
}

/** The two addresses, where Microsoft or a number says that they have to be the same. */
function contradictionIn(
  text: string,
  plain: string,
  findings: readonly DecodedFinding[],
): Contradiction | undefined {
  const said = contradiction(text) ?? contradiction(plain);
  const sent = redirectsIn(text, plain);
  const isNumber = findings.some((each) => each.kind === 'known' && each.id === 'aadsts500112');
  const [authorization, token] = sent;
  if (said || !isNumber || sent.length !== 2) return said;
  return authorization === undefined || token === undefined ? undefined : { authorization, token };
}

/** An answer of the token endpoint as it should be, in JSON, as a form or as a program prints it. */
function hasToken(text: string): boolean {
  const hasLifetime = /\b(?:token_type|expires_in|expires_on)\b/.test(text);
  return hasLifetime && /\baccess_token["']?\s{0,4}[:=]\s{0,4}["']?[\w.[-]{4}/.test(text);
}

/** An address with the one-time code that a program gets after a sign-in, and with nothing of an error. */
function hasOneTimeCode(text: string): boolean {
  const addresses = text.match(/\bhttps?:\/\/[^\s"'<>?#]{1,300}[?#][^\s"'<>]{1,8000}/gi) ?? [];
  return addresses.some((each) => /[?#&]code=[^&\s]{20}/.test(each) && !/[?#&]error=/.test(each));
}

/**
 * Finds what there is to explain in any text: Microsoft's page, an address, JSON, a mail server's dialogue, a product's
 * message. Of a long text it reads head, tail and what stands around codes
 * (`truncated`), and of its codes it explains `most`. All but `text` is of a kind that was recognised: numbers, IDs, times, words of the catalogue, addresses.
 */
export function decode(pasted: string, catalogue: Catalogue, most = mostFindings): Decoded {
  const { text, truncated } = readPasted(pasted);
  const plain = withoutEncodings(text);
  const { findings, more } = codesIn(text, plain, catalogue, most);
  const error = findings.length > 0 ? undefined : oauthError(plain);
  const isError = findings.length > 0 || error !== undefined;
  const tokenIssued = !isError && [text, plain].some(hasToken);
  const two = contradictionIn(text, plain, findings);
  return {
    text,
    truncated,
    findings: error === undefined ? findings : [{ kind: 'oauth', error }],
    more,
    signedIn: !isError && !tokenIssued && [text, plain].some(hasOneTimeCode),
    tokenIssued,
    details: supportDetails(plain),
    // Neither of two is to be registered: what differs is said of the contradiction.
    redirects: two ? [] : redirectsIn(text, plain),
    ...(two && { contradiction: two }),
  };
}

/** The topics of the steps to look at first: of the first finding, or of what succeeded. */
export function topicsOf(
  { findings: [first], tokenIssued }: Decoded,
  { entries }: Pick<Catalogue, 'entries'>,
): readonly string[] {
  if (!first) return tokenIssued ? ['token'] : [];
  if (first.kind === 'known') return entries.find(({ id }) => id === first.id)?.topics ?? [];
  if (first.kind === 'oauth') return oauthErrors[first.error];
  return first.kind === 'unknown' ? first.topics : [];
}
