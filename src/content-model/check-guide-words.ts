/** Checks that a guide's words are there for what `guide.yml` has, and for nothing else. */

import type { z } from 'astro/zod';
import { sourceLanguage } from '../i18n/languages.ts';
import type { CheckedGuide } from './checked-guide.ts';
import type { GuideFile } from './guide.ts';
import type { Located } from './mistake.ts';
import { guideWordsSchema } from './prose.ts';
import type { Report } from './report.ts';

type GuideWords = z.output<typeof guideWordsSchema>;

/** Ids at one place of a file of words: those that it has, and those of guide.yml. */
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

function compare(file: string, located: Located, compared: Compared, report: Report): void {
  const { path, given, wanted } = compared;
  for (const id of wanted.filter((other) => !given.includes(other))) {
    report.add(file, located.lineOf(path), `no “${[...path, id].join('.')}”`, 'words for it');
  }
  for (const id of given.filter((other) => !wanted.includes(other))) {
    const found = [...path, id];
    report.add(file, located.lineOf(found), found.join('.'), 'only what guide.yml has');
  }
}

/** Every mistake in a guide's `guide-words.yml`, in all languages. */
export function checkGuideWords({ id, guide, files, report }: CheckedGuide): void {
  const pattern = new RegExp(`^guides/${id}/[^/]+/guide-words\\.yml$`);
  for (const [file, text] of files) {
    if (!pattern.test(file)) continue;
    const read = report.read(file, text, guideWordsSchema);
    if (!read) continue;
    const all = [...optionsOf(guide, read.data), ...groupsOf(guide, read.data)];
    for (const compared of all) compare(file, read.located, compared, report);
  }
  const source = `guides/${id}/${sourceLanguage}/guide-words.yml`;
  if (!files.has(source)) report.add(source, 1, 'no such file', 'the German words of the guide');
}
