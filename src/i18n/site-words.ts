/** The words of all languages, for building pages. Read from disk: only what is built by Node needs all of them. */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { languages, sourceLanguage, type Language } from './languages.ts';
import { speaker, type Say, type Word, type Words } from './words.ts';

/** Caches one object per language: a page has a hundred words, and Intl objects are expensive. */
function perLanguage<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const made = new Map<Language, Made>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

function read(language: Language): Readonly<Record<string, unknown>> {
  const file = resolve('src/content/words', `${language}.json`);
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Words) : {};
  } catch (error) {
    // A translation that cannot be read must not stop a build; the content check reports it.
    if (language === sourceLanguage) throw error;
    return {};
  }
}

/** The forms of a word; none of anything else. */
function formsOf(word: unknown): readonly string[] {
  const forms = typeof word === 'object' && word !== null ? Object.values(word) : [word];
  return forms.every((form) => typeof form === 'string') ? forms : [];
}

/** The placeholders of a word; those of its forms together. */
function slotsIn(word: unknown): string {
  const slots = formsOf(word).flatMap((form) => form.match(/\{[A-Za-z]+\}/g) ?? []);
  return [...new Set(slots)].toSorted().join();
}

/** The words of a language, without those that lack a placeholder. Builds, tests and scripts run in the project's folder. */
const wordsOf = perLanguage((language): Words => {
  const words = read(language) as Words;
  if (language === sourceLanguage) return words;
  const source = wordsOf(sourceLanguage);
  const isSound = ([key, word]: readonly [string, Word]) =>
    formsOf(word).length > 0 && slotsIn(word) === slotsIn(source[key]);
  return Object.fromEntries(Object.entries(words).filter(isSound));
});

/** The lookup for a language. */
export const say = perLanguage((language): Say =>
  speaker(wordsOf(language), wordsOf(sourceLanguage), languages[language].locale),
);

/** A word with its placeholders, for scripts to fill in. */
export function rawWord(language: Language, key: string): Word {
  return wordsOf(language)[key] ?? wordsOf(sourceLanguage)[key] ?? key;
}

/** All word keys. */
export const allWordKeys: readonly string[] = Object.keys(wordsOf(sourceLanguage));

const dayFormat = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(languages[language].locale, { dateStyle: 'long', timeZone: 'UTC' }),
);

/** A date in a language's own format; `2026-11-20` is „20. November 2026“. */
export function longDay(language: Language, iso: string): string {
  return dayFormat(language).format(new Date(`${iso}T00:00:00Z`));
}
