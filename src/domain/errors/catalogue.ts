/** The catalogue of errors as the decoder needs it. The words of each are elsewhere, by `id`. */

import type { Role } from '../guide/guide.ts';

/** How sure it is that a code means what we say: Microsoft says so, others saw it, or nobody confirmed it. */
export type Certainty = 'documented' | 'community' | 'unverified';

/** One error. */
export interface CatalogueEntry {
  /** The last part of its address. */
  readonly id: string;
  /** As Microsoft, the mail server or the product shows it. */
  readonly code: string;
  /** More AADSTS numbers that mean the same to readers. */
  readonly also?: readonly number[] | undefined;
  /** A regular expression for all that is no AADSTS code; case is ignored. */
  readonly pattern?: string | undefined;
  /** Another one, in which capitals count: a server's words as no sentence has them. */
  readonly exact?: string | undefined;
  /** Microsoft's sentence for an AADSTS code, where a program has dropped the number. */
  readonly sentence?: string | undefined;
  /** What guides' steps have in `mends`, the likeliest first; empty where no step fixes it. */
  readonly topics: readonly string[];
  readonly role: Role;
  /** Says little on its own, so it comes after more specific ones. */
  readonly general?: boolean | undefined;
  /** Says so little that it counts only where nothing else was found. */
  readonly fallback?: boolean | undefined;
  /** Ids of errors that say no more beside this one. */
  readonly hides?: readonly string[] | undefined;
  readonly certainty: Certainty;
  /** A made-up message, true to form. */
  readonly sample: string;
}

/** An expression, and the error whose words it finds. */
export interface CataloguePattern {
  readonly entry: CatalogueEntry;
  readonly pattern: RegExp;
}

/** The catalogue made ready for searching. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  /** AADSTS codes by their digits, those that mean the same included. */
  readonly byNumber: ReadonlyMap<string, CatalogueEntry>;
  readonly patterns: readonly CataloguePattern[];
  /** What stands for a number, where a text has none. */
  readonly sentences: readonly CataloguePattern[];
}

/** The digits of an AADSTS code; nothing for other codes. */
export function numberOf({ code }: Pick<CatalogueEntry, 'code'>): string | undefined {
  return /^AADSTS(\d{4,9})$/.exec(code)?.[1];
}

/** The digits of all AADSTS codes that an entry is about. */
export function numbersOf(entry: Pick<CatalogueEntry, 'code' | 'also'>): readonly string[] {
  return [numberOf(entry) ?? [], (entry.also ?? []).map(String)].flat();
}

/**
 * What patterns name because many need it. Each character can be read in one way only, so that no text is searched
 * again and again.
 */
const parts: Readonly<Record<string, string>> = {
  /** Neither a part of an IP address nor of a longer version. */
  status: String.raw`(?<![\d.])`,
  end: String.raw`(?![\w-]|\.\d)`,
  /** A reply code or a word for one, and what programs print between it and the status. */
  answer: String.raw`(?:\b(?:[45]\d\d|error|fehler|erreur|code|status|antwortete|response\swas)[-:\s#,(b'"]{1,8}|#)`,
  /** The same answer: not the next sentence, nor the server's name, nor a line of somebody else's. */
  then: String.raw`(?:[^\n.[]|\.(?!(?<!\.\.\.)\s)|(?<!unsuccessful[ \t\r]{0,4})\n(?![ \t>]{0,8}(?:\[?\d{1,4}[-:./]\d|\d{3}[ -]))){0,200}?`,
  alone: String.raw`(?<![^\n])[ \t]{0,8}`,
  'no-digit': String.raw`(?<!\d\s{1,4})`,
  'no-colon': String.raw`(?!\s{0,4}:)`,
  'line-end': String.raw`[ \t\r]{0,8}(?![^\n])`,
};

/** The expression of a pattern, with its named parts. */
function expressionOf(pattern: string, flags: 'i' | ''): RegExp {
  const whole = pattern.replace(/<([a-z-]{3,8})>/g, (named, name: string) => parts[name] ?? named);
  return new RegExp(whole, flags);
}

function expressionsOf(
  entries: readonly CatalogueEntry[],
  field: 'pattern' | 'exact' | 'sentence',
): readonly CataloguePattern[] {
  return entries.flatMap((entry) => {
    const source = entry[field];
    if (source === undefined) return [];
    return [{ entry, pattern: expressionOf(source, field === 'exact' ? '' : 'i') }];
  });
}

/** Makes a catalogue ready. @throws where a pattern cannot be read: the content check finds that before. */
export function catalogueOf(entries: readonly CatalogueEntry[]): Catalogue {
  const numbers = entries.flatMap((entry) =>
    numbersOf(entry).map((number) => [number, entry] as const),
  );
  return {
    entries,
    byNumber: new Map(numbers),
    patterns: [...expressionsOf(entries, 'pattern'), ...expressionsOf(entries, 'exact')],
    sentences: expressionsOf(entries, 'sentence'),
  };
}

/** Microsoft's numbers have five digits; those that it splits begin with all five. */
const wholeNumber = 5;

/**
 * The topic of the numbers that begin like an unknown one: Microsoft splits a number by adding digits to it (50011,
 * 500112). None where they are about different matters.
 */
export function familyTopics(number: string, { byNumber }: Catalogue): readonly string[] {
  const isSplit = number.length > wholeNumber;
  const shortest = isSplit ? wholeNumber : wholeNumber - 1;
  for (let length = number.length - 1; length >= shortest; length -= 1) {
    const beginning = number.slice(0, length);
    const family = [...byNumber].filter(
      ([each]) => each.startsWith(beginning) && (isSplit || each.length === wholeNumber),
    );
    if (family.length < 2 && !byNumber.has(beginning)) continue;
    const counts = new Map<string, number>();
    for (const [
      ,
      {
        topics: [first],
      },
    ] of family) {
      if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
    return most && 2 * most[1] >= family.length ? [most[0]] : [];
  }
  return [];
}

/** Microsoft's own page on a code. @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes checked 2026-11-20 */
export function lookUpAddress(number: string): string {
  return `https://login.microsoftonline.com/error?code=${encodeURIComponent(number)}`;
}
