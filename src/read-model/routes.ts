/** The site's pages, for `getStaticPaths`. */

import { getCollection } from 'astro:content';
import { languageCodes, sourceLanguage } from '../i18n/languages.ts';
import { allGuides } from './guide-data.ts';

/** Pages in every language, given the remaining parts of their addresses. */
function inEveryLanguage<Parts extends Readonly<Record<string, string>>>(pages: readonly Parts[]) {
  return languageCodes.flatMap((language) =>
    pages.map((parts) => ({
      params: { lang: language === sourceLanguage ? undefined : language, ...parts },
      props: { language, ...parts },
    })),
  );
}

/** A page in every language. */
export const everyLanguage = () => inEveryLanguage([{}]);

/** A page of every guide in every language. */
export const everyGuide = async () =>
  inEveryLanguage((await allGuides()).map(({ id }) => ({ guide: id })));

/** Every step of every guide in every language. */
export const everyStep = async () =>
  inEveryLanguage(
    (await allGuides()).flatMap(({ id: guide, steps }) =>
      steps.map(({ id }) => ({ guide, step: id })),
    ),
  );

/** Every error in every language. */
export const everyError = async () =>
  inEveryLanguage((await getCollection('errors')).map(({ id }) => ({ id })));
