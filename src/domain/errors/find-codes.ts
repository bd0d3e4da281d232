/** Finds error codes in a text, also where a screenshot's recognition has damaged them. */

import type { Catalogue, CatalogueEntry } from './catalogue.ts';

/** Where a code stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A code that was found: one of the catalogue, or an AADSTS code that the catalogue has not. */
export type FoundCode = Place &
  (
    | {
        readonly kind: 'known';
        readonly entry: CatalogueEntry;
        /** The digits as they were read, where letters or blanks stood among them. */
        readonly mendedFrom?: string;
      }
    | {
        readonly kind: 'unknown';
        readonly number: string;
        /** What it may have been before digits were lost: a guess, the likeliest first. */
        readonly guesses: readonly CatalogueEntry[];
      }
  );

/** `AADSTS`, also as recognition reads it, and what may be digits: O for 0, l for 1, blanks or a line's end between. */
const aadsts =
  /[A4]{2}D[ \u00A0-]?[S5]T[S5][\s:#-]{0,3}((?:[\dOQIL|](?: ?\r?\n[ \t]{0,8}|[ \u00A0])?){4,12})/gi;
/** Numbers that stand alone where it is plain that they are Microsoft's. */
const lists = /\berror_codes["']?\s{0,4}:\s{0,4}\[([\d,\s]{1,100})\]/gi;
const labelled =
  /(?:\berror[ _]?code|\bfehlercode|\/error\?code)["']?\s{0,4}[:=]\s{0,4}["']?(\d{5,8})(?!\d)/gi;

const mostGuesses = 4;
const mostLost = 2;

function digits(text: string): string {
  return text.replace(/\s/g, '').replace(/[OQ]/gi, '0').replace(/[IL|]/gi, '1');
}

/** The entry of a number, by itself or by the pattern of a family of codes. */
function entryOf(number: string, { byNumber, patterns }: Catalogue): CatalogueEntry | undefined {
  const exact = byNumber.get(number);
  if (exact) return exact;
  const family = patterns.find(
    ({ entry, pattern }) => entry.code.startsWith('AADSTS') && pattern.test(`AADSTS${number}`),
  );
  return family?.entry;
}

function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at += 1;
  return at === part.length;
}

/** Codes that become this number when at most two of their digits are lost, at an end rather than within. */
function guessesFor(number: string, { byNumber }: Catalogue): readonly CatalogueEntry[] {
  const rank = (whole: string): number =>
    (whole.endsWith(number) || whole.startsWith(number) ? 0 : 10) + whole.length;
  return [...byNumber]
    .filter(([whole]) => {
      const lost = whole.length - number.length;
      return lost > 0 && lost <= mostLost && isWithin(number, whole);
    })
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .slice(0, mostGuesses)
    .map(([, entry]) => entry);
}

/** Digits, in groups where blanks stand among them, and whether a colon follows, as in Microsoft's own messages. */
interface Run extends Place {
  readonly groups: readonly string[];
  readonly hasColon: boolean;
}

/** How many groups are the number: all, where a colon follows and that is known; else the first beginning that is. */
function knownGroups(
  { groups, hasColon }: Run,
  catalogue: Catalogue,
): { readonly read: string; readonly entry: CatalogueEntry } | undefined {
  const counts = groups.map((_, index) => index + 1);
  for (const count of hasColon ? [groups.length, ...counts] : counts) {
    const read = groups.slice(0, count).join(' ');
    const entry = entryOf(digits(read), catalogue);
    if (entry) return { read, entry };
  }
  return undefined;
}

function aadstsCode(run: Run, catalogue: Catalogue): FoundCode | undefined {
  const { groups, hasColon, start, end } = run;
  const all = groups.join(' ');
  if ((all.match(/\d/g)?.length ?? 0) < 3) return undefined;
  const place = { start, end };
  const known = knownGroups(run, catalogue);
  if (known) {
    const { read, entry } = known;
    const mended = /^\d+$/.test(read) ? {} : { mendedFrom: read };
    return { kind: 'known', entry, ...mended, ...place };
  }
  const [first = ''] = groups;
  const read = first.length >= 5 && !hasColon ? first : all;
  const number = digits(read);
  // A whole number that is only unknown is left alone: it is another code.
  const isDamaged = !/^[1-9]\d{4,}$/.test(read);
  const guesses = isDamaged ? guessesFor(number, catalogue) : [];
  return { kind: 'unknown', number, guesses, ...place };
}

function placeOf({ 0: whole, index }: RegExpExecArray): Place {
  return { start: index, end: index + whole.trimEnd().length };
}

/** A number by itself. */
function runOf(number: string, match: RegExpExecArray): Run {
  return { groups: [number], hasColon: false, ...placeOf(match) };
}

/** The digits behind `AADSTS`, which may go on in the next line. */
function spelledRun(text: string, match: RegExpExecArray): Run {
  const place = placeOf(match);
  const groups = (match[1] ?? '').trim().split(/\s+/);
  return { groups, hasColon: /^\s?:(?!\d)/.test(text.slice(place.end, place.end + 3)), ...place };
}

function numberCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  const listed = [...text.matchAll(lists)].flatMap((match) =>
    (match[1]?.match(/\d{4,9}/g) ?? []).flatMap((number) => {
      return aadstsCode(runOf(number, match), catalogue) ?? [];
    }),
  );
  // Other programs number their errors too: only what is known counts here.
  const named = [...text.matchAll(labelled)].flatMap((match) => {
    const found = aadstsCode(runOf(match[1] ?? '', match), catalogue);
    return found?.kind === 'known' ? [found] : [];
  });
  return [...listed, ...named];
}

/** All codes of a text in its order; one code may be there several times. */
export function findCodes(text: string, catalogue: Catalogue): readonly FoundCode[] {
  const spelled = [...text.matchAll(aadsts)].flatMap((match) => {
    return aadstsCode(spelledRun(text, match), catalogue) ?? [];
  });
  const others = catalogue.patterns.flatMap(({ entry, pattern }): readonly FoundCode[] => {
    if (entry.code.startsWith('AADSTS')) return [];
    const match = pattern.exec(text);
    return match ? [{ kind: 'known', entry, ...placeOf(match) }] : [];
  });
  return [...spelled, ...numberCodes(text, catalogue), ...others].toSorted(
    (a, b) => a.start - b.start,
  );
}
