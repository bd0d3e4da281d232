import type { WordDetails, WordKey } from './word-keys.ts';

/** A word: one sentence, or one for singular and one for plural. */
export type Word = string | { readonly one: string; readonly other: string };

/** The words of one language by key. */
export type Words = Readonly<Record<string, Word>>;

/** Replaces `{placeholders}` with details; a placeholder without a detail stays. */
export function fillSentence(
  sentence: string,
  details: Readonly<Record<string, string | number | undefined>>,
): string {
  return sentence.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(details, name) ? String(details[name]) : whole,
  );
}

/** Looks up words for one language, with the details that each key needs. */
export type Say = <Key extends WordKey>(
  key: Key,
  ...details: keyof WordDetails<Key> extends never ? [] : [WordDetails<Key>]
) => string;

/**
 * The lookup for one language; missing words fall back to the source language.
 * @throws if neither file has the key, which the content check finds first
 */
export function speaker(words: Words, source: Words, locale: string): Say {
  let plural: Intl.PluralRules | undefined;
  const form = (word: Word, count: number): string => {
    if (typeof word === 'string') return word;
    plural ??= new Intl.PluralRules(locale);
    return plural.select(count) === 'one' ? word.one : word.other;
  };
  return (key, ...[details]) => {
    const word = words[key] ?? source[key];
    if (word === undefined) throw new Error(`No word for “${key}”`);
    const given: Readonly<Record<string, string | number>> = details ?? {};
    // Findings and problems pass their numbers as texts.
    const count = Object.values(given).find((detail) => /^\d+$/.test(String(detail))) ?? 0;
    return fillSentence(form(word, Number(count)), given);
  };
}

/** The parts of a sentence before and after its title, which may be in another language. */
export function aroundTitle(
  sentence: (title: string) => string,
): readonly [before: string, after: string] {
  const [before = '', after = ''] = sentence('\0').split('\0');
  return [before, after];
}
