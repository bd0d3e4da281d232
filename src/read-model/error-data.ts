/** The catalogue of errors for pages: entries, words, and the steps that fix them. */

import { getCollection, type CollectionEntry } from 'astro:content';
import { fixingStepsOf, type FixingStep } from '../domain/guide/fixing-steps.ts';
import { address } from '../i18n/addresses.ts';
import { languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import { allGuides, loadGuide } from './guide-data.ts';
import { oncePerBuild } from './once-per-build.ts';
import { guideIn, titleOf, voice, type Voice } from './page-context.ts';

/** An error with its words. */
export interface ErrorEntry {
  readonly id: string;
  readonly data: CollectionEntry<'errors'>['data'];
  readonly words: CollectionEntry<'errorWords'>['data'][string];
  /** The language of the words if it is not the requested one. */
  readonly lang: Language | undefined;
}

async function wordsIn(language: Language): Promise<CollectionEntry<'errorWords'>['data']> {
  const all = await getCollection('errorWords');
  return all.find(({ id }) => id === language)?.data ?? {};
}

/** All errors in the order of the catalogue, in the requested language or else in German. */
export const allErrors = oncePerBuild(
  async (language: Language): Promise<readonly ErrorEntry[]> => {
    const [own, source] = [await wordsIn(language), await wordsIn(sourceLanguage)];
    return (await getCollection('errors')).map(({ id, data }) => {
      const words = own[id] ?? source[id];
      if (!words) throw new Error(`There are no words for ${id}`);
      return { id, data, words, lang: own[id] ? undefined : sourceLanguage };
    });
  },
);

/** The languages that have words for an error, or for all errors without an id. */
export async function errorTranslations(id?: string): Promise<readonly Language[]> {
  const found = await Promise.all(
    languageCodes.map(async (language) => {
      const errors = await allErrors(language);
      return errors.every((error) => (id !== undefined && error.id !== id) || !error.lang);
    }),
  );
  return languageCodes.filter((_, index) => found[index]);
}

/** The steps of a guide that fix something, in its order; titles and links are in the language of the voice. */
export function fixingSteps(inVoice: Voice): readonly FixingStep[] {
  const context = guideIn(inVoice);
  const { guide } = context;
  return fixingStepsOf(guide.steps, (id) => ({
    href: address(inVoice.lang, guide.id, id),
    title: titleOf(context, id),
  }));
}

/** One voice per guide in a language, for each error's page. */
export const guideVoices = oncePerBuild(async (language: Language): Promise<readonly Voice[]> => {
  const guides = await allGuides();
  return Promise.all(guides.map(async ({ id }) => voice(language, await loadGuide(id, language))));
});
