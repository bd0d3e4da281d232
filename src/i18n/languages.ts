import rows from '../content/languages.json' with { type: 'json' };

/** A language's code, as in `lang`, folders and addresses. */
export type Language = keyof typeof rows;

/** What the site has to know of a language. */
interface LanguageRow {
  /** Its name in the language itself. */
  readonly name: string;
  /** For dates and plurals. */
  readonly locale: string;
  /** The language of the portal's labels that pages offer beside their own. */
  readonly otherLabels: Language;
  /** Offers the page to readers whose browser speaks it. */
  readonly offer: string;
}

/** The languages of the site. German is the source and has no prefix in addresses. A row more is a language more. */
export const languages = rows as Readonly<Record<Language, LanguageRow>>;

/** The language in which all content exists. */
export const sourceLanguage = 'de' satisfies Language;

/** All codes, the source language first. */
export const languageCodes = Object.keys(languages) as readonly Language[];

/** Whether a text is the code of one of the site's languages. */
export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text);
}
