/** The schemas of `news/`: what changed for readers. */

import { z } from 'astro/zod';
import { day } from './prose.ts';

/** `news/news.yml`: each entry by its id, the newest first. */
export const newsSchema = z.record(
  z.string().regex(/^[a-z0-9-]+$/),
  z
    .strictObject({
      date: day.describe('the day on which readers could first see it'),
      guides: z.array(z.string()).min(1).optional().describe('none: the whole site'),
      'leads-to': z
        .string()
        .regex(/^\/?(?:[a-z0-9-]+\/)+$/)
        .optional()
        .describe('page of each guide, or of the site if it begins with a slash'),
    })
    .refine((entry) => entry['leads-to']?.startsWith('/') !== (entry.guides !== undefined), {
      error: 'a page of the site, or one within the guides that are named',
      path: ['leads-to'],
    }),
);

/** `news/<lang>.yml`: the words of each entry. */
export const newsWordsSchema = z.record(
  z.string(),
  z.strictObject({ title: z.string().min(1).max(80), text: z.string().min(1).max(400) }),
);
