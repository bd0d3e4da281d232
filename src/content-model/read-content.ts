/** Reads the content's files from disk, and stops a build if they contain mistakes in their structure. */

import { readdirSync, readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { factAge } from '../domain/values/fact-age.ts';
import { checkStructure, checkWording } from './check-content.ts';
import type { ContentFiles } from './content-files.ts';
import { report } from './mistake.ts';
import { factSchema } from './prose.ts';

const folder = new URL('../content/', import.meta.url);

/** All files below `src/content/`. */
export function readContent(): ContentFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ya?ml|json|mdx)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
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
        const files = readContent();
        const mistakes = checkStructure(files);
        const wording = checkWording(files);
        if (wording.length > 0) logger.warn(report(wording));
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
