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

const guidesFolder = './src/content/guides';

function registry(name: string) {
  return file(`./src/content/${name}.yml`, {
    parser: (text) => parse(text) as Record<string, Record<string, unknown>>,
  });
}

/** All collections, by name. */
export const collections = {
  guides: defineCollection({
    loader: glob({
      pattern: '*/guide.yml',
      base: guidesFolder,
      generateId: ({ entry }) => entry.split('/')[0] ?? entry,
    }),
    schema: guideSchema,
  }),
  guideWords: defineCollection({
    loader: glob({
      pattern: '*/*/guide-words.yml',
      base: guidesFolder,
      generateId: ({ entry }) => entry.replace('/guide-words.yml', ''),
    }),
    schema: guideWordsSchema,
  }),
  steps: defineCollection({
    loader: glob({ pattern: '*/*/*.mdx', base: guidesFolder, generateId }),
    schema: stepSchema,
  }),
  pages: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './src/content/pages', generateId }),
    schema: pageSchema,
  }),
  shared: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './src/content/shared', generateId }),
    schema: sharedSchema,
  }),
  facts: defineCollection({ loader: registry('facts/facts'), schema: factSchema }),
  factWords: defineCollection({
    loader: glob({ pattern: '[a-z][a-z].yml', base: './src/content/facts', generateId }),
    schema: z.record(z.string(), factWordsSchema),
  }),
  errors: defineCollection({ loader: registry('errors/errors'), schema: errorSchema }),
  errorWords: defineCollection({
    loader: glob({ pattern: '[a-z][a-z].yml', base: './src/content/errors', generateId }),
    schema: errorWordsSchema,
  }),
  symptoms: defineCollection({ loader: registry('errors/symptoms'), schema: symptomSchema }),
  symptomWords: defineCollection({
    loader: glob({ pattern: 'symptoms-[a-z][a-z].yml', base: './src/content/errors', generateId }),
    schema: symptomWordsSchema,
  }),
  glossary: defineCollection({
    loader: glob({ pattern: '*.yml', base: './src/content/glossary', generateId }),
    schema: z.record(z.string(), glossaryEntrySchema),
  }),
  portalLabels: defineCollection({ loader: registry('portal/labels'), schema: portalLabelSchema }),
  translatedLabels: defineCollection({
    loader: glob({ pattern: 'labels-[a-z][a-z].yml', base: './src/content/portal', generateId }),
    schema: z.record(z.string(), translatedLabelSchema),
  }),
  portalPictures: defineCollection({ loader: registry('portal/pictures'), schema: pictureSchema }),
  portalPages: defineCollection({ loader: registry('portal/pages'), schema: portalPageSchema }),
};
