/** What became of the translations, for pages. */

import { soundContent } from '../content-model/read-content.ts';
import { translationsIn, type Translation } from '../content-model/revisions.ts';
import { sourceLanguage, type Language } from '../i18n/languages.ts';

const known = new Map<Language, ReadonlyMap<string, Translation>>();

/** The texts in a language by id; none in German, which is the source. */
export function translationsOf(language: Language): ReadonlyMap<string, Translation> {
  if (language === sourceLanguage) return new Map();
  const all = known.get(language) ?? byId(translationsIn(soundContent().files, language));
  known.set(language, all);
  return all;
}

function byId(translations: readonly Translation[]): ReadonlyMap<string, Translation> {
  return new Map(translations.map((one) => [one.id, one]));
}
