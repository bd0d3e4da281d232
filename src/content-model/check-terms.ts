/** Checks that each thing has one name: no text may contain words that its language's glossary rejects. */

import { z } from 'astro/zod';
import type { Language } from '../i18n/languages.ts';
import { languageOf, type ContentFiles } from './content-files.ts';
import { glossaryEntrySchema } from './prose.ts';
import type { Report } from './report.ts';

/** A rejected word, and the term to use instead. */
interface RefusedWord {
  readonly pattern: RegExp;
  readonly term: string;
}

/** Text not checked: labels of other products, quotations, code, markup, keys, titles of sources. */
const excludedText: readonly RegExp[] = [
  /^sources:\n(?:[ -].*\n)*/gm,
  /<(ProductLabel|ProductPath|Copy)\b[^>]*>[^<]*<\/\1>/g,
  /<[^<>]*>/g,
  /`[^`\n]*`/g,
  /„[^“„]*“/g,
  /^[ ]*"?[\w.-]+"?:(?=\s)/gm,
];

function ownWords(text: string): string {
  return excludedText.reduce(
    (rest, pattern) => rest.replace(pattern, (piece) => piece.replace(/[^\n]/g, ' ')),
    text.replaceAll('\r\n', '\n'),
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** `Geheimnis*` matches any ending, else only the whole word (`Verzeichnis`, not `Verzeichnis-ID`). Case-sensitive. */
function patternOf(word: string): RegExp {
  const stem = word.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const end = word.endsWith('*') ? String.raw`\p{L}*` : String.raw`(?![\p{L}-])`;
  return new RegExp(String.raw`(?<!\p{L})${stem}${end}`, 'gu');
}

function refusedWords(file: string, files: ContentFiles, report: Report): readonly RefusedWord[] {
  const text = files.get(file);
  const read = text && report.read(file, text, z.record(z.string(), glossaryEntrySchema));
  if (!read) return [];
  return Object.values(read.data).flatMap(({ term, refused }) =>
    refused.map((word) => ({ pattern: patternOf(word), term })),
  );
}

/** Reports each rejected word with the term to use instead. */
export function checkTerms(files: ContentFiles, report: Report): void {
  const refused = new Map<Language, readonly RefusedWord[]>();
  for (const [file, text] of files) {
    const language = languageOf(file);
    if (language === undefined) continue;
    const glossary = `glossary/${language}.yml`;
    const words = refused.get(language) ?? refusedWords(glossary, files, report);
    refused.set(language, words);
    if (file === glossary) continue;
    const own = ownWords(text);
    for (const { pattern, term } of words) {
      for (const { 0: found, index } of own.matchAll(pattern)) {
        report.add(file, lineAt(own, index), `“${found}”`, `“${term}”, as ${glossary} has it`);
      }
    }
  }
}
