/** Checks that a guide's words match the ids in `guide.yml`, with none missing and none extra. */

import type { z } from 'astro/zod';
import { sourceLanguage } from '../i18n/languages.ts';
import type { CheckedGuide } from './checked-guide.ts';
import { filesLike } from './content-files.ts';
import type { GuideFile } from './guide.ts';
import { guideWordsSchema } from './prose.ts';

type GuideWords = z.output<typeof guideWordsSchema>;

/** Ids at one path of a file of words: the actual ones, and those of guide.yml. */
interface Compared {
  readonly path: readonly string[];
  readonly given: readonly string[];
  readonly wanted: readonly string[];
}

function optionsOf(guide: GuideFile, words: GuideWords): readonly Compared[] {
  const choices = guide.values.filter((definition) => definition.kind === 'choice');
  return choices.map(({ id, options }) => ({
    path: ['values', id, 'options'],
    given: Object.keys(words.values[id]?.options ?? {}),
    wanted: options,
  }));
}

function groupsOf({ values, registration, forms }: GuideFile, words: GuideWords) {
  const fields = forms.flatMap((form) => form.fields);
  const decided = fields.filter(({ source }) => 'from' in source && source.from === 'reader');
  const wanted = {
    values: values.map(({ id }) => id),
    permissions: [...new Set(registration.permissions.map(({ name }) => name))],
    fields: decided.map(({ label }) => label),
  };
  return (['values', 'permissions', 'fields'] as const).map((group): Compared => ({
    path: [group],
    given: Object.keys(words[group]),
    wanted: wanted[group],
  }));
}

/** Reports mistakes in a guide's `guide-words.yml`, in all languages. */
export function checkGuideWords({ id, guide, files, report }: CheckedGuide): void {
  const pattern = new RegExp(`^guides/${id}/([^/]+)/guide-words\\.yml$`);
  for (const [file, text] of filesLike(files, pattern)) {
    const read = report.read(file, text, guideWordsSchema);
    if (!read) continue;
    for (const { path, given, wanted } of [
      ...optionsOf(guide, read.data),
      ...groupsOf(guide, read.data),
    ]) {
      report.compareIds(file, read.located, path, given, { ids: wanted, list: 'guide.yml' });
    }
  }
  const source = `guides/${id}/${sourceLanguage}/guide-words.yml`;
  if (!files.has(source)) report.add(source, 1, 'no such file', 'the German words of the guide');
}
