/** The shapes of the catalogue of errors and of the questions for readers without a code. */

import { z } from 'astro/zod';
import { catalogueOf, type CatalogueEntry } from '../domain/errors/catalogue.ts';
import { decode } from '../domain/errors/decode.ts';
import { roles } from '../domain/guide/guide.ts';
import { day } from './prose.ts';

/** What a step can mend: `mends` of a step and `topics` of an error. */
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
  'user',
] as const;

const topic = z.enum(errorTopics);

const topics = z
  .array(topic)
  .refine((all) => new Set(all).size === all.length, { error: 'each topic once' });

/** A repetition without a bound would make long texts slow. */
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

/** One entry of `errors/errors.yml`. */
export const errorSchema = z
  .strictObject({
    code: z.string().min(1).max(60).describe('as it is shown'),
    also: z
      .array(z.int().min(1000).max(999_999_999))
      .default([])
      .describe('more AADSTS numbers that mean the same to readers'),
    pattern: z
      .string()
      .min(5)
      .refine(compiles, { error: 'a regular expression' })
      .refine(isBounded, { error: 'repetitions with a bound, such as {0,200}' })
      .optional()
      .describe('for all that is no AADSTS code'),
    topics: topics.describe('lead to the steps whose `mends` has them, the likeliest first'),
    group: topic.optional().describe('its place in the list, where no step mends it'),
    role: z.enum(roles).describe('who may mend it'),
    general: z.boolean().default(false).describe('says little by itself'),
    hides: z.array(z.string()).default([]).describe('errors that say no more beside it'),
    certainty: z.enum(['documented', 'community', 'unverified']),
    source: z.string().min(1).describe('where it was read'),
    checked: day.describe('day on which it was read'),
    sample: z.string().min(5).describe('a made-up text, true to form'),
  })
  .refine(({ code, pattern }) => (pattern === undefined) === /^AADSTS\d{4,9}$/.test(code), {
    error: 'a pattern, or a code such as AADSTS50011',
    path: ['pattern'],
  })
  .refine(({ topics: all, group }) => all.length > 0 === (group === undefined), {
    error: 'topics, or a group where no step mends it',
    path: ['topics'],
  });

/** `errors/errors.yml`: by id, which is a part of the address. */
export const errorsSchema = z.record(
  z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'an id such as aadsts50011' }),
  errorSchema,
);

const sentences = z.string().min(10).max(600);

/** `errors/<lang>.yml`: by id, what is said of an error. */
export const errorWordsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().min(1).max(80).describe('what is wrong, short'),
    cause: sentences.describe('why it happens'),
    verify: sentences.describe('how to make sure that it is this'),
    fix: sentences.describe('what to change'),
  }),
);

/** An answer of a question: leads on to another question, or ends. */
const answerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  question: z.string().optional().describe('the question that comes next'),
  topics: topics.default([]).describe('what is to be looked at, the likeliest first'),
  paste: z.boolean().default(false).describe('whether a message is to be pasted'),
});

/** A question of `errors/symptoms.yml`. */
export const symptomSchema = z.strictObject({ answers: z.array(answerSchema).min(2) });

/** `errors/symptoms.yml`: questions by id; `start` is asked first. */
export const symptomsSchema = z.record(z.string(), symptomSchema);

/** `errors/symptoms-<lang>.yml`: the questions and answers in words. */
export const symptomWordsSchema = z.record(
  z.string(),
  z.strictObject({
    question: z.string().min(1).max(120),
    answers: z.record(
      z.string(),
      z.strictObject({
        text: z.string().min(1).max(120),
        advice: sentences.optional().describe('said where the questions end'),
      }),
    ),
  }),
);

/** `errors/errors.yml` once it is read. */
export type ErrorFile = z.output<typeof errorsSchema>;

/** What the decoder needs of it, in the file's order. */
export function entriesOf(file: ErrorFile): readonly CatalogueEntry[] {
  return Object.entries(file).map(([id, { also, pattern, general, hides, ...data }]) => ({
    id,
    code: data.code,
    ...(also.length > 0 && { also }),
    ...(pattern !== undefined && { pattern }),
    topics: data.topics,
    role: data.role,
    ...(general && { general }),
    ...(hides.length > 0 && { hides }),
    certainty: data.certainty,
    sample: data.sample,
  }));
}

/** The errors whose own sample is not told as theirs alone, with what it is told as. */
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
