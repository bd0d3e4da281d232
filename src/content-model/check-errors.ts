/** Checks the catalogue of errors, its words, and the questions for readers without a code. */

import type { z } from 'astro/zod';
import { sourceLanguage } from '../i18n/languages.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import {
  errorsSchema,
  errorWordsSchema,
  mistakenSamples,
  symptomsSchema,
  symptomWordsSchema,
} from './errors.ts';
import type { Located } from './mistake.ts';
import type { Report } from './report.ts';

const catalogueFile = 'errors/errors.yml';
const symptomsFile = 'errors/symptoms.yml';

function checkErrorWords(ids: readonly string[], files: ContentFiles, report: Report): void {
  for (const [file, text, language] of filesLike(files, /^errors\/([a-z]{2})\.yml$/)) {
    const read = report.read(file, text, errorWordsSchema);
    const wanted = { ids, list: 'errors.yml', isComplete: language === sourceLanguage };
    if (read) report.compareIds(file, read.located, [], Object.keys(read.data), wanted);
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
      // Only forward, so that the questions end.
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
  for (const [file, text, language] of filesLike(files, /^errors\/symptoms-([a-z]{2})\.yml$/)) {
    const read = report.read(file, text, symptomWordsSchema);
    if (!read) continue;
    const { data, located } = read;
    const rule = { list: 'symptoms.yml', isComplete: language === sourceLanguage };
    const ids = Object.keys(symptoms);
    report.compareIds(file, located, [], Object.keys(data), { ids, ...rule });
    for (const [id, { answers }] of Object.entries(symptoms)) {
      const said = data[id] && Object.keys(data[id].answers);
      const wanted = { ids: answers.map((answer) => answer.id), ...rule };
      if (said) report.compareIds(file, located, [id, 'answers'], said, wanted);
    }
  }
}

/** Reports mistakes in `errors/`. A site without errors has no such folder. */
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
