/** The site's pages, for `getStaticPaths`. */

import { getCollection } from 'astro:content';
import { address, partsOf } from '../i18n/addresses.ts';
import { languageCodes, sourceLanguage } from '../i18n/languages.ts';
import { allGuides } from './guide-data.ts';
import { redirects } from './redirects.ts';

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

/** A page of every guide that has a secret, at least in one branch, in every language. */
export const everyGuideWithSecret = async () =>
  inEveryLanguage(
    (await allGuides())
      .filter(({ registration }) => registration.credentials.length > 0)
      .map(({ id }) => ({ guide: id })),
  );

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

/** Every former address in every language, with the parts of the one that it leads to. */
export const everyMoved = () =>
  Object.entries(redirects.addresses).flatMap(([from, to]) =>
    languageCodes.map((language) => ({
      params: { moved: address(language, ...partsOf(from)).slice(1, -1) },
      props: { language, parts: partsOf(to) },
    })),
  );
