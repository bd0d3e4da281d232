import type { WordDetails, WordKey } from './word-keys.ts';

/** A word: one sentence, or one for singular and one for plural. */
export type Word = string | { readonly one: string; readonly other: string };

/** The words of one language by key. */
export type Words = Readonly<Record<string, Word>>;

/** Puts details in the place of `{placeholders}`; a placeholder without a detail stays as it is. */
export function fillSentence(
  sentence: string,
  details: Readonly<Record<string, string | number | undefined>>,
): string {
  return sentence.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(details, name) ? String(details[name]) : whole,
  );
}

/** Looks words up for one language, typed against what each key needs. */
export type Say = <Key extends WordKey>(
  key: Key,
  ...details: keyof WordDetails<Key> extends never ? [] : [WordDetails<Key>]
) => string;

/**
 * The lookup for one language. What its file lacks is said in the source language.
 * @throws where neither file has the key: the content check finds that before a build does.
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
    // Findings and problems say their numbers as texts.
    const count = Object.values(given).find((detail) => /^\d+$/.test(String(detail))) ?? 0;
    return fillSentence(form(word, Number(count)), given);
  };
}
