/** The schemas of the error catalogue and of the questions for readers without a code. */

import { z } from 'astro/zod';
import { catalogueOf, type CatalogueEntry } from '../domain/errors/catalogue.ts';
import { decode } from '../domain/errors/decode.ts';
import { roles } from '../domain/guide/guide.ts';
import { day } from './prose.ts';

/** The topics that steps fix: `mends` of a step and `topics` of an error. */
export const errorTopics = [
  'admin-consent',
  'assignment',
  'client-id',
  'client-secret',
  'conditional-access',
  'endpoint',
  'implicit-grant',
  'license',
  'limit-access',
  'permissions',
  'product-settings',
  'public-client',
  'redirect-uri',
  'register-app',
  'scope',
  'security-defaults',
  'smtp-auth',
  'tenant-id',
  'token',
  'user',
] as const;

const topic = z.enum(errorTopics);

const topics = z
  .array(topic)
  .refine((all) => new Set(all).size === all.length, { error: 'each topic once' });

/** Whether all repetitions are bounded; unbounded ones would be slow on long texts. */
function isBounded(pattern: string): boolean {
  return !/[*+]/.test(pattern.replace(/\\.|\[[^\]]{0,99}\]/g, ''));
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'i').source !== '';
  } catch {
    return false;
  }
}

const expression = z
  .string()
  .min(5)
  .refine(compiles, { error: 'a regular expression' })
  .refine(isBounded, { error: 'repetitions with a bound, such as {0,200}' });

/** One entry of `errors/errors.yml`. */
export const errorSchema = z
  .strictObject({
    code: z.string().min(1).max(60).describe('as readers see it'),
    also: z
      .array(z.int().min(1000).max(999_999_999))
      .default([])
      .describe('more AADSTS numbers that mean the same to readers'),
    pattern: expression.optional().describe('for anything but an AADSTS code'),
    exact: expression.optional().describe('one more, in which capitals count'),
    sentence: expression
      .optional()
      .describe('Microsoft’s sentence for an AADSTS code, where a program drops the number'),
    topics: topics.describe('lead to the steps that list them in `mends`; likeliest first'),
    group: topic.optional().describe('its group in the list, if no step fixes it'),
    role: z.enum(roles).describe('who may fix it'),
    general: z.boolean().default(false).describe('says little on its own'),
    fallback: z.boolean().default(false).describe('counts only where nothing else was found'),
    hides: z.array(z.string()).default([]).describe('errors that add nothing beside it'),
    certainty: z.enum(['documented', 'community', 'unverified']),
    source: z.string().min(1).describe('where it was found'),
    checked: day.describe('date it was checked'),
    sample: z.string().min(5).describe('a made-up text in the real format'),
  })
  .refine(({ code, pattern }) => (pattern === undefined) === /^AADSTS\d{4,9}$/.test(code), {
    error: 'a pattern, or a code such as AADSTS50011',
    path: ['pattern'],
  })
  .refine(({ topics: all, group }) => all.length > 0 === (group === undefined), {
    error: 'topics, or a group where no step mends it',
    path: ['topics'],
  });

/** `errors/errors.yml`: by id, which is part of the address. */
export const errorsSchema = z.record(
  z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'an id such as aadsts50011' }),
  errorSchema,
);

const sentences = z.string().min(10).max(600);

/** `errors/<lang>.yml`: the words about each error, by id. */
export const errorWordsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().min(1).max(80).describe('short statement of the problem'),
    cause: sentences.describe('why it happens'),
    verify: sentences.describe('how to verify the cause'),
    fix: sentences.describe('what to change'),
  }),
);

/** An answer to a question: leads to another question, or ends. */
const answerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  question: z.string().optional().describe('id of the next question'),
  topics: topics.default([]).describe('topics to look at; likeliest first'),
  paste: z.boolean().default(false).describe('whether the reader should paste a message'),
});

/** A question of `errors/symptoms.yml`. */
export const symptomSchema = z.strictObject({ answers: z.array(answerSchema).min(2) });

/** `errors/symptoms.yml`: questions by id; `start` is asked first. */
export const symptomsSchema = z.record(z.string(), symptomSchema);

/** `errors/symptoms-<lang>.yml`: the texts of questions and answers. */
export const symptomWordsSchema = z.record(
  z.string(),
  z.strictObject({
    question: z.string().min(1).max(120),
    answers: z.record(
      z.string(),
      z.strictObject({
        text: z.string().min(1).max(120),
        advice: sentences.optional().describe('shown at the end of the questions'),
      }),
    ),
  }),
);

/** The parsed `errors/errors.yml`. */
export type ErrorFile = z.output<typeof errorsSchema>;

/** The entries for the decoder, in the order of the file. */
export function entriesOf(file: ErrorFile): readonly CatalogueEntry[] {
  return Object.entries(file).map(([id, { also, general, fallback, hides, ...data }]) => ({
    id,
    code: data.code,
    ...(also.length > 0 && { also }),
    ...(data.pattern !== undefined && { pattern: data.pattern }),
    ...(data.exact !== undefined && { exact: data.exact }),
    ...(data.sentence !== undefined && { sentence: data.sentence }),
    topics: data.topics,
    role: data.role,
    ...(general && { general }),
    ...(fallback && { fallback }),
    ...(hides.length > 0 && { hides }),
    certainty: data.certainty,
    sample: data.sample,
  }));
}

/** The errors whose sample is not decoded as theirs alone, with the decoded errors. */
export function mistakenSamples(
  file: ErrorFile,
): readonly { readonly id: string; readonly found: readonly string[] }[] {
  const catalogue = catalogueOf(entriesOf(file));
  return Object.entries(file).flatMap(([id, { sample }]) => {
    const found = decode(sample, catalogue).findings.map((finding) =>
      finding.kind === 'known' ? finding.id : finding.kind,
    );
    return found.length === 1 && found[0] === id ? [] : [{ id, found }];
  });
}
