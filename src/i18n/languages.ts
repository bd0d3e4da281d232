import languages from '../content/languages.json' with { type: 'json' };

/** The languages of the site. German is the source and has no prefix in addresses. A row more is a language more. */
export { languages };

/** A language's code, as in `lang`, folders and addresses. */
export type Language = keyof typeof languages;

/** The language in which all content exists. */
export const sourceLanguage = 'de' satisfies Language;

/** All codes, the source language first. */
export const languageCodes = Object.keys(languages) as readonly Language[];

/** Whether a text is the code of one of the site's languages. */
export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text);
}
