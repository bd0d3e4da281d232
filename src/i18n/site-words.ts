/** The words of all languages, for building pages. */

import de from '../content/words/de.json' with { type: 'json' };
import en from '../content/words/en.json' with { type: 'json' };
import fr from '../content/words/fr.json' with { type: 'json' };
import { languages, sourceLanguage, type Language } from './languages.ts';
import { speaker, type Say, type Word, type Words } from './words.ts';

const words: Readonly<Record<Language, Words>> = { de, en, fr };

/** Caches one object per language: a page has a hundred words, and Intl objects are expensive. */
function perLanguage<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const made = new Map<Language, Made>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

/** The lookup for a language. */
export const say = perLanguage((language): Say =>
  speaker(words[language], words[sourceLanguage], languages[language].locale),
);

/** A word with its placeholders, for scripts to fill in. */
export function rawWord(language: Language, key: string): Word {
  return words[language][key] ?? words[sourceLanguage][key] ?? key;
}

/** All word keys. */
export const allWordKeys: readonly string[] = Object.keys(de);

const dayFormat = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(languages[language].locale, { dateStyle: 'long', timeZone: 'UTC' }),
);

/** A date in a language's own format; `2026-11-20` is „20. November 2026“. */
export function longDay(language: Language, iso: string): string {
  return dayFormat(language).format(new Date(`${iso}T00:00:00Z`));
}
