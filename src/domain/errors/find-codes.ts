/** Finds error codes in a text. */

import {
  numberOf,
  type Catalogue,
  type CatalogueEntry,
  type CataloguePattern,
} from './catalogue.ts';
import { numberPlaces } from './labelled-numbers.ts';
import { mailStatuses } from './mail-statuses.ts';

/** Where a code stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A code that was found: one of the catalogue, or an AADSTS code or a mail server's status that the catalogue lacks. */
export type FoundCode = Place &
  (
    | { readonly kind: 'known'; readonly entry: CatalogueEntry }
    | {
        readonly kind: 'unknown';
        readonly number: string;
        /** What it may have been before digits were lost: a guess, the likeliest first. */
        readonly guesses: readonly CatalogueEntry[];
      }
    | {
        readonly kind: 'status';
        /** Reply code and enhanced status, such as `550 5.7.708`. */
        readonly status: string;
      }
  );

/**
 * Digits in groups, where a blank or a line's end stands among them. A letter among them, or one at their end that looks
 * like a digit, was a digit: nothing is read.
 */
const aadsts =
  /AAD[ \u00A0]?STS[\s:#-]{0,3}((?:\d(?: ?\r?\n[ \t]{0,8}|[ \u00A0])?){4,12})(?!\d|[a-z|]{1,4}\d|[lioqsbz](?![a-z]))/gi;

const mostGuesses = 4;
/** How many digits a picture or a copied line loses at an end. */
const mostLost = 2;
/** Microsoft's longest numbers have eight digits. */
const mostDigits = 9;

/** A colon and some words: as long as Microsoft's sentence is there, the number before it is whole. */
const sentenceBehind = /^\s?[:.-]\s{0,3}(?:[\p{L}'’"„-]{1,40}[ ,]{1,2}){2}[\p{L}'’"„-]/u;

/** What older numbers say before the number that counts. */
const preface = /AADSTS(\d{4,9}):?\s{0,3}Error validating credentials\.?\s{1,3}(?=AADSTS\s?\d)/gi;

/** Codes of the catalogue that begin or end with this number, each by the number that it is named after. */
function guessesFor(number: string, { entries }: Catalogue): readonly CatalogueEntry[] {
  return entries
    .flatMap((entry) => ({ entry, whole: numberOf(entry) ?? '' }))
    .filter(({ whole }) => whole.startsWith(number) || whole.endsWith(number))
    .filter(({ whole }) => whole.length - number.length <= mostLost)
    .toSorted((a, b) => a.whole.length - b.whole.length)
    .slice(0, mostGuesses)
    .map(({ entry }) => entry);
}

/** How a number stands in its text. */
interface Written {
  readonly hasColon: boolean;
  /** Whether no digit can be missing. */
  readonly isWhole: boolean;
}

/**
 * The code that groups of digits are: all of them, where a colon follows as in Microsoft's own messages, or the first
 * beginning that is known.
 */
function codeOf(
  groups: readonly string[],
  { hasColon, isWhole }: Written,
  place: Place,
  catalogue: Catalogue,
): FoundCode | undefined {
  const beginnings = groups.map((_, index) => groups.slice(0, index + 1).join(''));
  const [first = ''] = beginnings;
  const whole = beginnings.at(-1) ?? '';
  for (const number of hasColon ? [whole, ...beginnings] : beginnings) {
    const entry = catalogue.byNumber.get(number);
    if (entry) return { kind: 'known', entry, ...place };
  }
  const number = first.length >= 5 && !hasColon ? first : whole;
  // Two numbers that a mail's line break has joined: to name them would pass on the second, whatever it is.
  if (number.length > mostDigits) return undefined;
  const guesses = isWhole ? [] : guessesFor(number, catalogue);
  return { kind: 'unknown', number, guesses, ...place };
}

/** Codes with their name before them. A number that a mail has broken is read whole elsewhere. */
function spelledCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  return [...text.matchAll(aadsts)].flatMap(({ 0: whole, 1: read = '', index }) => {
    const end = index + whole.trimEnd().length;
    const after = text.slice(end, end + 200);
    const written = {
      hasColon: /^\s?:(?!\d)/.test(after),
      isWhole: sentenceBehind.test(after),
    };
    const code = codeOf(read.trim().split(/\s+/), written, { start: index, end }, catalogue);
    // A line of a log may end with the word and the next one begin with a date.
    const isDate = code?.kind === 'unknown' && /^([-./])\d\d\1/.test(after);
    return !code || isDate || /^=\r?\n\d/.test(after) ? [] : [code];
  });
}

/** Numbers without `AADSTS` where it is plain that they are Microsoft's. */
function numberCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  return numberPlaces(text).flatMap(({ number, isCertain, ...place }) => {
    const written = { hasColon: false, isWhole: isCertain };
    const found = codeOf([number], written, place, catalogue);
    // Other programs number their errors too: only what is known counts then.
    return found && (isCertain || found.kind === 'known') ? [found] : [];
  });
}

/** What expressions of the catalogue find. */
function patternCodes(text: string, patterns: readonly CataloguePattern[]): readonly FoundCode[] {
  return patterns.flatMap(({ entry, pattern }): readonly FoundCode[] => {
    const { 0: whole, index } = pattern.exec(text) ?? {};
    if (whole === undefined || index === undefined) return [];
    return [{ kind: 'known', entry, start: index, end: index + whole.trimEnd().length }];
  });
}

/** Statuses that no error of the catalogue explains: neither the same one, nor one in the same line. A program's own words explain none. */
function unknownStatuses(text: string, found: readonly FoundCode[]): readonly FoundCode[] {
  const known = found.filter((each) => each.kind === 'known' && each.entry.fallback !== true);
  const codes = known.flatMap((each) => (each.kind === 'known' ? [each.entry.code] : []));
  const all = mailStatuses(text);
  const explained = all.filter(({ enhanced, start, lineEnd }) => {
    const isSame = codes.some((code) => code.endsWith(` ${enhanced}`));
    return isSame || known.some((each) => each.start < lineEnd && start < each.end);
  });
  const numbers = new Set(explained.map(({ enhanced }) => enhanced));
  return all
    .filter(({ enhanced }) => !numbers.has(enhanced))
    .map(({ reply, enhanced, start, end }) => ({
      kind: 'status',
      status: `${reply} ${enhanced}`,
      start,
      end,
    }));
}

/** All codes of a text in its order; one code may be there several times. */
export function findCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  const others = patternCodes(text, catalogue.patterns);
  const prefaces = new Set([...text.matchAll(preface)].map(([, number = '']) => number));
  const numbers = [...spelledCodes(text, catalogue), ...numberCodes(text, catalogue)].filter(
    (code) => code.kind !== 'known' || !prefaces.has(numberOf(code.entry) ?? ''),
  );
  const sentences = numbers.length > 0 ? [] : patternCodes(text, catalogue.sentences);
  return [...numbers, ...sentences, ...others, ...unknownStatuses(text, others)].toSorted(
    (a, b) => a.start - b.start,
  );
}
