/** Schemas of frontmatter, words, facts, glossary and portal registries. */

import { z } from 'astro/zod';

/** A date, `YYYY-MM-DD`. */
export const day = z
  .union([z.date().transform((date) => date.toISOString().slice(0, 10)), z.string()])
  .pipe(z.iso.date({ error: 'a day such as 2026-11-20' }));

const source = z.strictObject({
  title: z.string().min(1).describe('title of the source'),
  kind: z.enum(['vendor', 'microsoft', 'inferred', 'field']).describe('who says it'),
  url: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('address, if public'),
  checked: day.describe('date it was checked'),
});

/** Frontmatter of `guides/<guide>/<lang>/<step>.mdx`. */
export const stepSchema = z.strictObject({
  title: z.string().min(1).max(70).describe('short instruction'),
  purpose: z.string().min(1).max(240).describe('one sentence: the purpose'),
  sources: z.array(source).min(1).describe('sources of the step’s facts'),
});

/** Frontmatter of `pages/<lang>/<page>.mdx`. */
export const pageSchema = z.strictObject({
  title: z.string().min(1).max(70),
  description: z.string().min(1).max(240).describe('one sentence for search engines'),
});

/** `guides/<guide>/<lang>/guide-words.yml`: a guide's texts outside its steps. */
export const guideWordsSchema = z.strictObject({
  title: z.string().min(1).max(70),
  summary: z.string().min(1).max(240).describe('one sentence: the outcome'),
  brief: z.string().min(1).max(90).describe('what the product does with mail, for the start page'),
  prepare: z.array(z.string().min(1)).min(1).describe('things to have ready'),
  values: z
    .record(
      z.string(),
      z.strictObject({
        label: z.string().min(1).max(60),
        hint: z.string().min(1).max(300).describe('where to find it'),
        placeholder: z
          .string()
          .min(1)
          .max(30)
          .describe('shown in patterns while the value is unknown'),
        options: z
          .record(z.string(), z.string().min(1))
          .default({})
          .describe('for a choice: the name of each option'),
      }),
    )
    .describe('one per value of guide.yml'),
  fields: z
    .record(z.string(), z.string())
    .default({})
    .describe('one per field that the reader decides on'),
  permissions: z.record(z.string(), z.string()).default({}).describe('why each is needed'),
});

/** `shared/<lang>/<id>.mdx`: shared prose, without frontmatter. */
export const sharedSchema = z.strictObject({});

/** `facts/facts.yml`: facts about Microsoft that may change, with their source and how long a check stays valid. */
export const factSchema = z.strictObject({
  date: day.optional().describe('the date on which it happens or happened'),
  certainty: z.enum(['high', 'medium', 'low', 'unknown']),
  source: z.string().min(1).describe('where it was found'),
  url: z.url({ protocol: /^https$/ }).optional(),
  checked: day.describe('date it was checked'),
  'max-age-days': z.int().min(1).max(3650).describe('days until it must be checked again'),
});

/** `facts/<lang>.yml`: each fact in one or two sentences. */
export const factWordsSchema = z.strictObject({
  title: z.string().min(1),
  text: z.string().min(1),
});

/** `glossary/<lang>.yml`: each term with its meaning, and the words that no text may use for it. */
export const glossaryEntrySchema = z.strictObject({
  term: z.string().min(1).max(40),
  text: z
    .string()
    .min(1)
    .max(120)
    .describe('its meaning in one sentence, shown where a text says it'),
  more: z.string().min(1).max(300).optional().describe('what else to know, on the glossary page'),
  also: z.array(z.string().min(1)).default([]).describe('other names, for looking it up'),
  refused: z
    .array(z.string().min(1))
    .default([])
    .describe('words that texts must not use for it; `Geheimnis*` with all its endings'),
});

/** `portal/labels.yml`: labels of buttons and fields in Microsoft's portals. */
export const portalLabelSchema = z.strictObject({
  de: z.string().min(1).optional().describe('as on screen; omitted if never seen'),
  en: z.string().min(1),
  'de-certainty': z.enum(['seen', 'documented', 'unseen']),
  page: z.enum(['old', 'new']).optional().describe('if only one of two portal pages has it'),
  source: z.string().min(1),
  checked: day,
});

/** `portal/labels-<lang>.yml`: the same in a language that is neither German nor English; as far as found. */
export const translatedLabelSchema = z.strictObject({
  label: z.string().min(1).describe('as on screen'),
  certainty: z.enum(['seen', 'documented']),
  source: z.string().min(1),
  checked: day,
});

/** `portal/pages.yml`: addresses within Microsoft's portals. Microsoft guarantees none of them. */
export const portalPageSchema = z.strictObject({
  address: z.string().startsWith('https://').describe('may contain {clientId}'),
  fallback: z.string().startsWith('https://').optional().describe('while the client ID is unknown'),
  source: z.string().min(1),
  certainty: z.enum(['high', 'medium']),
  checked: day,
});
