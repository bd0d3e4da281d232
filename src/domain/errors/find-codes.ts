/** Finds error codes in a text, also where a screenshot's recognition has damaged them. */

import { numberOf, type Catalogue, type CatalogueEntry } from './catalogue.ts';
import { numberPlaces } from './labelled-numbers.ts';
import {
  mailStatuses,
  repairedStatuses,
  type RepairedStatus,
  type RepairedText,
} from './mail-statuses.ts';

/** Where a code stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A code that was found: one of the catalogue, or an AADSTS code or a mail server's status that the catalogue has not. */
export type FoundCode = Place &
  (
    | {
        readonly kind: 'known';
        readonly entry: CatalogueEntry;
        /** The digits as they were read, where letters or blanks stood among them. */
        readonly repairedFrom?: string;
      }
    | {
        readonly kind: 'unknown';
        readonly number: string;
        /** Whether nothing in it looks damaged: it may be a code that only the catalogue lacks. */
        readonly isWhole: boolean;
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
 * `AADSTS`, also as recognition reads it, and what may be digits: O for 0, l for 1, S for 5, B for 8, Z for 2, blanks or
 * a line's end between.
 */
const aadsts =
  /(?:[A4]{2}|\bM)D[ \u00A0-]?[S5]T[S5][\s:#-]{0,3}((?:[\dOQILSBZ|](?: ?\r?\n[ \t]{0,8}|[ \u00A0])?){4,12})/gi;

const mostGuesses = 4;
/** Of a number that looks damaged, and of one that may be whole. */
const mostLost = { damaged: 2, whole: 1 } as const;
/** Microsoft's longest numbers have eight digits. */
const mostDigits = 9;

function digits(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/[OQ]/gi, '0')
    .replace(/[IL|]/gi, '1')
    .replace(/Z/gi, '2')
    .replace(/S/gi, '5')
    .replace(/B/gi, '8');
}

function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at += 1;
  return at === part.length;
}

/** Codes that become this number when at most so many of their digits are lost, at an end rather than within. */
function guessesFor(
  number: string,
  mostLost: number,
  { byNumber }: Catalogue,
): readonly CatalogueEntry[] {
  const rank = (whole: string): number =>
    (whole.endsWith(number) || whole.startsWith(number) ? 0 : 10) + whole.length;
  return [...byNumber]
    .filter(([whole, entry]) => {
      // Each error once, by the number that it is named after.
      if (whole !== numberOf(entry)) return false;
      const lost = whole.length - number.length;
      return lost > 0 && lost <= mostLost && isWithin(number, whole);
    })
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .slice(0, mostGuesses)
    .map(([, entry]) => entry);
}

/** Digits, in groups where blanks stand among them. */
interface Run extends Place {
  readonly groups: readonly string[];
  /** Whether a colon follows, as in Microsoft's own messages. */
  readonly hasColon: boolean;
  /** Whether a letter follows: the last letters that were read as digits may belong to a word. */
  readonly isGlued: boolean;
  /** Whether a program has written it: nothing is lost then. */
  readonly isExact: boolean;
}

/** What stands before the first letter that may as well begin a word. */
function stemOf(read: string): string {
  const at = read.search(/[SBZ]/i);
  return at < 0 ? read : read.slice(0, at);
}

/** How many groups are the number: all, where a colon follows and that is known; else the first beginning that is. */
function knownGroups(
  { groups, hasColon, isGlued }: Run,
  catalogue: Catalogue,
): { readonly read: string; readonly entry: CatalogueEntry } | undefined {
  const counts = groups.map((_, index) => index + 1);
  for (const count of hasColon ? [groups.length, ...counts] : counts) {
    const whole = groups.slice(0, count).join(' ');
    const both = [whole, stemOf(whole)];
    for (const read of isGlued ? both.toReversed() : both) {
      const entry = catalogue.byNumber.get(digits(read));
      if (entry) return { read, entry };
    }
  }
  return undefined;
}

function unknownCode(
  { groups, hasColon, isExact, start, end }: Run,
  catalogue: Catalogue,
): FoundCode | undefined {
  const [first = ''] = groups;
  const whole = first.length >= 5 && !hasColon ? first : groups.join(' ');
  const stem = stemOf(whole);
  const read = stem.length >= 5 ? stem : whole;
  const number = digits(read);
  // Two numbers that a mail's line break has joined: to name them would pass on the second, whatever it is.
  if (number.length > mostDigits) return undefined;
  const isWhole = /^[1-9]\d{4,}$/.test(read);
  const lost = isWhole ? mostLost.whole : mostLost.damaged;
  const guesses = isWhole && isExact ? [] : guessesFor(number, lost, catalogue);
  return { kind: 'unknown', number, isWhole, guesses, start, end };
}

function aadstsCode(run: Run, catalogue: Catalogue): FoundCode | undefined {
  const count = run.groups.join('').match(/\d/g)?.length ?? 0;
  const known = count < 2 ? undefined : knownGroups(run, catalogue);
  if (known) {
    const { read, entry } = known;
    const repaired = /^\d+$/.test(read) ? {} : { repairedFrom: read };
    return { kind: 'known', entry, ...repaired, start: run.start, end: run.end };
  }
  return count < 3 ? undefined : unknownCode(run, catalogue);
}

function placeOf({ 0: whole, index }: RegExpExecArray): Place {
  return { start: index, end: index + whole.trimEnd().length };
}

/** A word after the digits, all of whose letters might be digits, does not belong to them. */
function withoutWord(read: string): string {
  return read
    .trimEnd()
    .replace(/\s(?=[A-Z|]{0,11}[SBZ])[A-Z|]{1,12}$/i, '')
    .trimEnd();
}

/** The digits after `AADSTS`, which may go on in the next line. Nothing where a mail has broken the number: it is read whole elsewhere. */
function spelledRun(text: string, match: RegExpExecArray): Run | undefined {
  const { 0: whole, 1: read = '', index } = match;
  const kept = withoutWord(read);
  const end = index + whole.length - read.length + kept.length;
  const after = text.slice(end, end + 4);
  if (/^=\r?\n\d/.test(after)) return undefined;
  return {
    groups: kept.trim().split(/\s+/),
    hasColon: /^\s?:(?!\d)/.test(after),
    isGlued: /^\p{L}/u.test(after),
    isExact: false,
    start: index,
    end,
  };
}

function spelledCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  return [...text.matchAll(aadsts)].flatMap((match) => {
    const run = spelledRun(text, match);
    const found = run && aadstsCode(run, catalogue);
    if (!found) return [];
    // A line of a log may end with the word and the next one begin with a date.
    const isDate = /^([-./])\d\d\1/.test(text.slice(found.end, found.end + 4));
    return found.kind === 'unknown' && isDate ? [] : [found];
  });
}

/** Numbers without `AADSTS` where it is plain that they are Microsoft's. */
function numberCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  return numberPlaces(text).flatMap(({ number, isCertain, ...place }) => {
    const run = { groups: [number], hasColon: false, isGlued: false, isExact: true, ...place };
    const found = aadstsCode(run, catalogue);
    // Other programs number their errors too: only what is known counts then.
    return found && (isCertain || found.kind === 'known') ? [found] : [];
  });
}

function repairedAt(
  { start, end }: Place,
  repaired: readonly RepairedStatus[],
): RepairedStatus | undefined {
  return repaired.find((each) => each.start < end && start < each.end);
}

/** What the patterns of the catalogue find; AADSTS codes are found by their number. */
function patternCodes(
  { text: readable, repaired }: RepairedText,
  { patterns }: Catalogue,
): readonly FoundCode[] {
  return patterns.flatMap(({ entry, pattern }): readonly FoundCode[] => {
    const match = pattern.exec(readable);
    if (!match) return [];
    const place = placeOf(match);
    const damaged = repairedAt(place, repaired);
    if (!damaged) return [{ kind: 'known', entry, ...place }];
    const start = Math.min(place.start, damaged.start);
    return [{ kind: 'known', entry, repairedFrom: damaged.read, ...place, start }];
  });
}

/** Statuses that no error of the catalogue explains: neither the same one, nor one in the same line. */
function unknownStatuses(
  { text }: RepairedText,
  known: readonly FoundCode[],
): readonly FoundCode[] {
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
  const readable = repairedStatuses(text);
  const others = patternCodes(readable, catalogue);
  return [
    ...spelledCodes(text, catalogue),
    ...numberCodes(text, catalogue),
    ...others,
    ...unknownStatuses(readable, others),
  ].toSorted((a, b) => a.start - b.start);
}
