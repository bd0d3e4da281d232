/** Reads the content's files from disk, and stops a build if they contain mistakes in their structure. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { sourceLanguage } from '../i18n/languages.ts';
import { factAge } from '../domain/values/fact-age.ts';
import { checkStructure, checkWording } from './check-content.ts';
import { languageInPath, type ContentFiles } from './content-files.ts';
import { report, type Mistake } from './mistake.ts';
import { factSchema } from './prose.ts';

/** Builds, tests and scripts run in the folder of the project; a bundled module is elsewhere. */
const folder = pathToFileURL(`${resolve('src/content')}/`);

/** All files below `src/content/`. */
export function readContent(): ContentFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ya?ml|json|mdx)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}

/** What a build uses of the content, and what it cannot use. */
export interface SoundContent {
  /** Without the translated files that have mistakes: the site shows German in their place. */
  readonly files: ContentFiles;
  /** The mistakes in translated files, and in all others. */
  readonly inTranslations: readonly Mistake[];
  readonly inSource: readonly Mistake[];
}

const checked = new Map<string, SoundContent>();

/** Divides content into what can be used and what cannot. */
export function soundOf(files: ContentFiles): SoundContent {
  const pathOf = ({ file }: Mistake) => file.replace('src/content/', '');
  const isTranslation = (mistake: Mistake) =>
    ![undefined, sourceLanguage].includes(languageInPath(pathOf(mistake)));
  const mistakes = checkStructure(files);
  const inTranslations = mistakes.filter(isTranslation);
  const unsound = new Set(inTranslations.map(pathOf));
  return {
    files: new Map([...files].filter(([file]) => !unsound.has(file))),
    inTranslations,
    inSource: mistakes.filter((mistake) => !isTranslation(mistake)),
  };
}

/** The content with what is wrong in it; checked again only once a file has changed. */
export function soundContent(): SoundContent {
  const files = readContent();
  const hash = createHash('sha256');
  for (const entry of files) hash.update(entry.join('\0'));
  const key = hash.digest('hex');
  const known = checked.get(key) ?? soundOf(files);
  checked.set(key, known);
  return known;
}

/** A fact that must be checked again. */
export interface OldFact {
  readonly id: string;
  readonly daysOld: number;
  readonly maxAgeDays: number;
}

/** The dated facts whose last check is too old on a date, `YYYY-MM-DD`. */
export function oldFacts(today: string): readonly OldFact[] {
  const text = readContent().get('facts/facts.yml') ?? '';
  const facts = z.record(z.string(), factSchema).parse(parse(text));
  return Object.entries(facts).flatMap(([id, { checked, 'max-age-days': maxAgeDays }]) => {
    const { daysOld, tooOld } = factAge({ checked, maxAgeDays }, today);
    return tooOld ? [{ id, daysOld, maxAgeDays }] : [];
  });
}

/** An Astro integration that checks the content before a build. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'postlotse:content-check',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command === 'preview') return;
        const { files, inTranslations, inSource: mistakes } = soundContent();
        const wording = checkWording(files);
        if (wording.length > 0) logger.warn(report(wording));
        if (inTranslations.length > 0) {
          logger.warn(
            `${report(inTranslations)}\nUntil they are mended, the site shows these files in German.`,
          );
        }
        if (mistakes.length === 0) {
          for (const { id } of oldFacts(new Date().toISOString().slice(0, 10))) {
            logger.warn(
              `The fact “${id}” was checked too long ago: look it up and renew its date.`,
            );
          }
          return;
        }
        if (command === 'dev') logger.error(report(mistakes));
        else throw new Error(report(mistakes));
      },
    },
  };
}
