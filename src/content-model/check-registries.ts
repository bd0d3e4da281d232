/** Checks the registries that all guides refer to: portal labels, pages and pictures, and dated facts. */

import { z } from 'astro/zod';
import { sourceLanguage } from '../i18n/languages.ts';
import { checkPictures } from './check-pictures.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import type { Picture } from './pictures.ts';
import {
  factSchema,
  factWordsSchema,
  portalLabelSchema,
  portalPageSchema,
  translatedLabelSchema,
} from './prose.ts';
import type { Report } from './report.ts';

/** Names that every guide may use. */
export interface Registries {
  readonly labels: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** The terms of the German glossary. */
  readonly terms: ReadonlySet<string>;
  readonly portalPages: ReadonlySet<string>;
  /** Undefined if their file has a mistake, which is then not reported again at every picture. */
  readonly pictures: ReadonlyMap<string, Picture> | undefined;
}

function recordKeys(
  file: string,
  files: ContentFiles,
  report: Report,
  schema: z.ZodType,
): ReadonlySet<string> {
  const text = files.get(file);
  if (text === undefined) {
    report.add(file, 1, 'no such file', 'a registry');
    return new Set();
  }
  report.read(file, text, z.record(z.string(), schema));
  return namesIn(text);
}

/** The names of a registry's entries: they count despite a mistake, which is then not reported again at every use. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^([a-z0-9-]+):/gm)].map(([, key = '']) => key));
}

function checkFactWords(facts: ReadonlySet<string>, files: ContentFiles, report: Report): void {
  for (const [file, text, language] of filesLike(files, /^facts\/(?!facts\.)([a-z]+)\.yml$/)) {
    const read = report.read(file, text, z.record(z.string(), factWordsSchema));
    if (!read) continue;
    const wanted = {
      ids: [...facts],
      list: 'facts.yml',
      isComplete: language === sourceLanguage,
    };
    report.compareIds(file, read.located, [], Object.keys(read.data), wanted);
  }
}

/** Reports labels within plain texts, such as „unter {label:expires}“, that the registry lacks. */
function checkLabelsInTexts(
  labels: ReadonlySet<string>,
  files: ContentFiles,
  report: Report,
): void {
  for (const [file, text] of files) {
    text.split('\n').forEach((line, index) => {
      for (const [found, id = ''] of line.matchAll(/\{label:([^}]*)\}/g)) {
        if (!labels.has(id)) report.add(file, index + 1, found, 'an id of portal/labels.yml');
      }
    });
  }
}

function checkTranslatedLabels(
  labels: ReadonlySet<string>,
  files: ContentFiles,
  report: Report,
): void {
  for (const [file, text] of filesLike(files, /^portal\/(labels-[a-z]{2})\.yml$/)) {
    const read = report.read(file, text, z.record(z.string(), translatedLabelSchema));
    if (!read) continue;
    const wanted = { ids: [...labels], list: 'portal/labels.yml', isComplete: false };
    report.compareIds(file, read.located, [], Object.keys(read.data), wanted);
  }
}

/** Reads the registries; a missing one has no names. */
export function checkRegistries(files: ContentFiles, report: Report): Registries {
  const facts = recordKeys('facts/facts.yml', files, report, factSchema);
  checkFactWords(facts, files, report);
  const labels = recordKeys('portal/labels.yml', files, report, portalLabelSchema);
  checkLabelsInTexts(labels, files, report);
  checkTranslatedLabels(labels, files, report);
  return {
    facts,
    labels,
    terms: namesIn(files.get(`glossary/${sourceLanguage}.yml`) ?? ''),
    pictures: checkPictures(labels, files, report),
    portalPages: recordKeys('portal/pages.yml', files, report, portalPageSchema),
  };
}
