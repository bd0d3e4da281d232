/**
 * The collections that pages read. Their schemas are in content-model/; `contentCheck` has checked all
 * of it before, with words for translators, so what Astro itself reports here comes second.
 */

import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import {
  errorSchema,
  errorWordsSchema,
  symptomSchema,
  symptomWordsSchema,
} from './content-model/errors.ts';
import { guideSchema } from './content-model/guide.ts';
import { soundContent } from './content-model/read-content.ts';
import { pictureSchema } from './content-model/pictures.ts';
import {
  factSchema,
  factWordsSchema,
  glossaryEntrySchema,
  guideWordsSchema,
  pageSchema,
  portalLabelSchema,
  portalPageSchema,
  sharedSchema,
  stepSchema,
  translatedLabelSchema,
} from './content-model/prose.ts';

/** Ids are paths without the ending: `ipm-cloud/de/redirect-uris`. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.[a-z]+$/, '');

/** Translated files with mistakes are left out: the site shows German in their place, and the check reports them. */
const leftOut = soundContent().inTranslations.map(({ file }) => file);

/** The files in a folder below `src/content/`, named by their paths unless said otherwise. */
function texts(folder: string, pattern: string, id: typeof generateId = generateId) {
  const base = `src/content/${folder}/`;
  const without = leftOut
    .filter((file) => file.startsWith(base))
    .map((file) => `!${file.slice(base.length)}`);
  return glob({ pattern: [pattern, ...without], base: `./${base}`, generateId: id });
}

function registry(name: string) {
  return file(`./src/content/${name}.yml`, {
    parser: (text) => parse(text) as Record<string, Record<string, unknown>>,
  });
}

/** All collections, by name. */
export const collections = {
  guides: defineCollection({
    loader: texts('guides', '*/guide.yml', ({ entry }) => entry.split('/')[0] ?? entry),
    schema: guideSchema,
  }),
  guideWords: defineCollection({
    loader: texts('guides', '*/*/guide-words.yml', ({ entry }) =>
      entry.replace('/guide-words.yml', ''),
    ),
    schema: guideWordsSchema,
  }),
  steps: defineCollection({
    loader: texts('guides', '*/*/*.mdx'),
    schema: stepSchema,
  }),
  pages: defineCollection({
    loader: texts('pages', '*/*.mdx'),
    schema: pageSchema,
  }),
  shared: defineCollection({
    loader: texts('shared', '*/*.mdx'),
    schema: sharedSchema,
  }),
  facts: defineCollection({ loader: registry('facts/facts'), schema: factSchema }),
  factWords: defineCollection({
    loader: texts('facts', '[a-z][a-z].yml'),
    schema: z.record(z.string(), factWordsSchema),
  }),
  errors: defineCollection({ loader: registry('errors/errors'), schema: errorSchema }),
  errorWords: defineCollection({
    loader: texts('errors', '[a-z][a-z].yml'),
    schema: errorWordsSchema,
  }),
  symptoms: defineCollection({ loader: registry('errors/symptoms'), schema: symptomSchema }),
  symptomWords: defineCollection({
    loader: texts('errors', 'symptoms-[a-z][a-z].yml'),
    schema: symptomWordsSchema,
  }),
  glossary: defineCollection({
    loader: texts('glossary', '*.yml'),
    schema: z.record(z.string(), glossaryEntrySchema),
  }),
  portalLabels: defineCollection({ loader: registry('portal/labels'), schema: portalLabelSchema }),
  translatedLabels: defineCollection({
    loader: texts('portal', 'labels-[a-z][a-z].yml'),
    schema: z.record(z.string(), translatedLabelSchema),
  }),
  portalPictures: defineCollection({ loader: registry('portal/pictures'), schema: pictureSchema }),
  portalPages: defineCollection({ loader: registry('portal/pages'), schema: portalPageSchema }),
};
