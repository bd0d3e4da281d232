/** Checks the catalogue of errors, its words, and the questions for readers without a code. */

import type { z } from 'astro/zod';
import { sourceLanguage } from '../i18n/languages.ts';
import type { ContentFiles } from './content-files.ts';
import {
  errorsSchema,
  errorWordsSchema,
  mistakenSamples,
  symptomsSchema,
  symptomWordsSchema,
} from './errors.ts';
import type { Located, Path } from './mistake.ts';
import type { Report } from './report.ts';

const catalogueFile = 'errors/errors.yml';
const symptomsFile = 'errors/symptoms.yml';

/** Ids that words must be there for, and those that have none to name. */
interface Named {
  readonly file: string;
  readonly located: Located;
  readonly path: Path;
  readonly given: readonly string[];
  readonly wanted: readonly string[];
  /** A translation may lack words; they are shown in German then. */
  readonly complete: boolean;
}

function compareIds(named: Named, report: Report): void {
  const { file, located, path, given, wanted, complete } = named;
  for (const id of complete ? wanted.filter((other) => !given.includes(other)) : []) {
    report.add(file, located.lineOf(path), `no “${[...path, id].join('.')}”`, 'words for it');
  }
  for (const id of given.filter((other) => !wanted.includes(other))) {
    report.add(file, located.lineOf([...path, id]), `“${id}”`, 'only what the list has');
  }
}

function checkErrorWords(ids: readonly string[], files: ContentFiles, report: Report): void {
  for (const [file, text] of files) {
    const language = /^errors\/([a-z]{2})\.yml$/.exec(file)?.[1];
    if (language === undefined) continue;
    const read = report.read(file, text, errorWordsSchema);
    if (!read) continue;
    const given = Object.keys(read.data);
    const complete = language === sourceLanguage;
    compareIds({ file, located: read.located, path: [], given, wanted: ids, complete }, report);
  }
}

function checkCatalogue(text: string, files: ContentFiles, report: Report): void {
  const read = report.read(catalogueFile, text, errorsSchema);
  if (!read) return;
  for (const [id, { hides }] of Object.entries(read.data)) {
    for (const hidden of hides.filter((other) => !Object.hasOwn(read.data, other))) {
      const line = read.located.lineOf([id, 'hides']);
      report.add(catalogueFile, line, `“${hidden}”`, 'an id of this file');
    }
  }
  for (const { id, found } of mistakenSamples(read.data)) {
    const line = read.located.lineOf([id, 'sample']);
    const seen = found.length === 0 ? 'nothing' : found.join(', ');
    report.add(catalogueFile, line, `the sample of “${id}” is told as: ${seen}`, 'only this error');
  }
  checkErrorWords(Object.keys(read.data), files, report);
}

type Symptoms = z.output<typeof symptomsSchema>;

function checkAnswers(symptoms: Symptoms, located: Located, report: Report): void {
  const ids = Object.keys(symptoms);
  if (ids[0] !== 'start') report.add(symptomsFile, 1, `question “${ids[0] ?? ''}”`, 'first: start');
  for (const [id, { answers }] of Object.entries(symptoms)) {
    answers.forEach(({ question, topics, paste }, index) => {
      const line = located.lineOf([id, 'answers', index]);
      const ends = topics.length > 0 || paste;
      // Only forward, so that the questions come to an end.
      const later = ids.slice(ids.indexOf(id) + 1);
      if (question !== undefined && !later.includes(question)) {
        const known = `one that stands further down: ${later.join(', ')}`;
        report.add(symptomsFile, line, `question “${question}”`, known);
      }
      if (ends === (question !== undefined)) {
        report.add(symptomsFile, line, id, 'either a question, or topics or paste');
      }
    });
  }
}

function checkSymptomWords(symptoms: Symptoms, files: ContentFiles, report: Report): void {
  for (const [file, text] of files) {
    const language = /^errors\/symptoms-([a-z]{2})\.yml$/.exec(file)?.[1];
    if (language === undefined) continue;
    const read = report.read(file, text, symptomWordsSchema);
    if (!read) continue;
    const { data, located } = read;
    const complete = language === sourceLanguage;
    const given = Object.keys(data);
    const wanted = Object.keys(symptoms);
    compareIds({ file, located, path: [], given, wanted, complete }, report);
    for (const id of given.filter((one) => wanted.includes(one))) {
      const answers = symptoms[id]?.answers.map((answer) => answer.id) ?? [];
      const path = [id, 'answers'];
      const said = Object.keys(data[id]?.answers ?? {});
      compareIds({ file, located, path, given: said, wanted: answers, complete }, report);
    }
  }
}

/** Every mistake in `errors/`. A site without errors has no such folder. */
export function checkErrors(files: ContentFiles, report: Report): void {
  if (files.has('guides/errors/guide.yml')) {
    report.add('guides/errors/guide.yml', 1, 'guide “errors”', 'another id: /errors/ is taken');
  }
  const catalogue = files.get(catalogueFile);
  if (catalogue !== undefined) checkCatalogue(catalogue, files, report);
  const symptoms = files.get(symptomsFile);
  const read =
    symptoms === undefined ? undefined : report.read(symptomsFile, symptoms, symptomsSchema);
  if (!read) return;
  checkAnswers(read.data, read.located, report);
  checkSymptomWords(read.data, files, report);
}
