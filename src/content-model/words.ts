/** The schema of `words/<lang>.json`, made from the table of keys. */

import { z } from 'astro/zod';
import { wordKeys } from '../i18n/word-keys.ts';

function sentence(allowed: readonly string[]) {
  const known = allowed.length > 0 ? allowed.map((name) => `{${name}}`).join(', ') : 'none';
  return z
    .string()
    .min(1)
    .refine(
      (text) =>
        [...text.matchAll(/\{([^{}]*)\}/g)].every(
          ([, name = '']) => name.startsWith('label:') || allowed.includes(name),
        ),
      { error: `only these placeholders: ${known}` },
    );
}

function word(definition: { readonly placeholders?: readonly string[]; readonly count?: string }) {
  const text = sentence(definition.placeholders ?? []);
  if (definition.count === undefined) return text;
  return z.union([text, z.strictObject({ one: text, other: text })]);
}

const shape = Object.fromEntries(
  [...wordKeys].map(([key, definition]) => [key, word(definition).describe(definition.where)]),
);

/** The source language's words: every key. */
export const sourceWordsSchema = z.strictObject(shape);

/** Another language's words; missing ones fall back to the source language. */
export const translatedWordsSchema = z.strictObject(shape).partial();
