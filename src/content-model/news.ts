/** The schemas of `news/`: what changed for readers. */

import { z } from 'astro/zod';
import { sourceLanguage } from '../i18n/languages.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import { day } from './prose.ts';
import type { Report } from './report.ts';

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

/** Reports mistakes in `news/`. */
export function checkNews(files: ContentFiles, report: Report): void {
  const file = 'news/news.yml';
  const text = files.get(file);
  if (text === undefined) return;
  const entries = report.read(file, text, newsSchema);
  if (!entries) return;
  for (const [name, words, language] of filesLike(files, /^news\/([a-z]{2})\.yml$/)) {
    const read = report.read(name, words, newsWordsSchema);
    if (!read) continue;
    const wanted = {
      ids: Object.keys(entries.data),
      list: 'news.yml',
      isComplete: language === sourceLanguage,
    };
    report.compareIds(name, read.located, [], Object.keys(read.data), wanted);
  }
}
