/** Which pages there are, for `getStaticPaths`. */

import { getCollection } from 'astro:content';
import { languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import { allGuides } from './guide-data.ts';

function languageParameter(language: Language): string | undefined {
  return language === sourceLanguage ? undefined : language;
}

/** A page in every language. */
export function everyLanguage() {
  return languageCodes.map((language) => ({
    params: { lang: languageParameter(language) },
    props: { language },
  }));
}

/** A page of every guide in every language. */
export async function everyGuide() {
  const guides = await allGuides();
  return languageCodes.flatMap((language) =>
    guides.map(({ id }) => ({
      params: { lang: languageParameter(language), guide: id },
      props: { language, guide: id },
    })),
  );
}

/** Every step of every guide in every language. */
export async function everyStep() {
  const guides = await allGuides();
  return languageCodes.flatMap((language) =>
    guides.flatMap((guide) =>
      guide.steps.map(({ id }) => ({
        params: { lang: languageParameter(language), guide: guide.id, step: id },
        props: { language, guide: guide.id, step: id },
      })),
    ),
  );
}

/** Every error in every language. */
export async function everyError() {
  const errors = await getCollection('errors');
  return languageCodes.flatMap((language) =>
    errors.map(({ id }) => ({
      params: { lang: languageParameter(language), id },
      props: { language, error: id },
    })),
  );
}
