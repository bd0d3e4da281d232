/** The shapes of a step's and a page's frontmatter and of a guide's words in one language. */

import { z } from 'astro/zod';

/** A calendar day, `YYYY-MM-DD`. */
export const day = z
  .union([z.date().transform((date) => date.toISOString().slice(0, 10)), z.string()])
  .pipe(z.iso.date({ error: 'a day such as 2026-11-20' }));

const source = z.strictObject({
  title: z.string().min(1).describe('what was read'),
  kind: z.enum(['vendor', 'microsoft', 'inferred', 'field']).describe('whose word it is'),
  url: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('where, if it is public'),
  checked: day.describe('day on which it was read'),
});

/** Frontmatter of `guides/<guide>/<lang>/<step>.mdx`. */
export const stepSchema = z.strictObject({
  title: z.string().min(1).max(70).describe('what to do, short'),
  purpose: z.string().min(1).max(240).describe('one sentence: what this is for'),
  sources: z.array(source).min(1).describe('what the step rests on'),
});

/** Frontmatter of `pages/<lang>/<page>.mdx`. */
export const pageSchema = z.strictObject({
  title: z.string().min(1).max(70),
  description: z.string().min(1).max(240).describe('one sentence for search engines'),
});

/** `guides/<guide>/<lang>/guide-words.yml`: what a guide says outside of its steps. */
export const guideWordsSchema = z.strictObject({
  title: z.string().min(1).max(70),
  summary: z.string().min(1).max(240).describe('one sentence: what is achieved'),
  prepare: z.array(z.string().min(1)).min(1).describe('what to have at hand'),
  values: z
    .record(
      z.string(),
      z.strictObject({
        label: z.string().min(1).max(60),
        hint: z.string().min(1).max(300).describe('where it is found'),
        placeholder: z.string().min(1).max(30).describe('stands in patterns while unknown'),
        options: z
          .record(z.string(), z.string().min(1))
          .default({})
          .describe('of a choice: what each option is called'),
      }),
    )
    .describe('per value of guide.yml'),
  fields: z.record(z.string(), z.string()).default({}).describe('per field the reader decides'),
  permissions: z.record(z.string(), z.string()).default({}).describe('why each is needed'),
});

/** `shared/<lang>/<id>.mdx`: prose that several guides share, without frontmatter. */
export const sharedSchema = z.strictObject({});

/** `facts/facts.yml`: facts of Microsoft's that change, with their source and how long a check holds. */
export const factSchema = z.strictObject({
  date: day.optional().describe('the day on which it happens or happened'),
  certainty: z.enum(['high', 'medium', 'low', 'unknown']),
  source: z.string().min(1).describe('where it was read'),
  url: z.url({ protocol: /^https$/ }).optional(),
  checked: day.describe('day on which it was read'),
  'max-age-days': z.int().min(1).max(3650).describe('how long until it must be looked at again'),
});

/** `facts/<lang>.yml`: each fact in one or two sentences. */
export const factWordsSchema = z.strictObject({
  title: z.string().min(1),
  text: z.string().min(1),
});

/** `glossary/<lang>.yml`: each term with what it means, and the words that no text uses in its place. */
export const glossaryEntrySchema = z.strictObject({
  term: z.string().min(1).max(40),
  text: z.string().min(1).max(400).describe('what it means, in a sentence or two'),
  also: z.array(z.string().min(1)).default([]).describe('what others call it, for who looks it up'),
  refused: z
    .array(z.string().min(1))
    .default([])
    .describe('words that texts must not use for it; `Geheimnis*` with all its endings'),
});

/** `portal/labels.yml`: what Microsoft's portals write on buttons and fields. */
export const portalLabelSchema = z.strictObject({
  de: z.string().min(1).optional().describe('as on screen; left out where it was never seen'),
  en: z.string().min(1),
  'de-certainty': z.enum(['seen', 'documented', 'unseen']),
  page: z.enum(['old', 'new']).optional().describe('if only one of two portal pages has it'),
  source: z.string().min(1),
  checked: day,
});

/** `portal/pages.yml`: addresses within Microsoft's portals. None is a documented contract. */
export const portalPageSchema = z.strictObject({
  address: z.string().startsWith('https://').describe('may hold {clientId}'),
  fallback: z.string().startsWith('https://').optional().describe('while the client ID is unknown'),
  source: z.string().min(1),
  certainty: z.enum(['high', 'medium']),
  checked: day,
});
