/** Checks how texts are written: no sentence in another language, and the language's own quotation marks and spaces. */

import { z } from 'astro/zod';
import type { Language } from '../i18n/languages.ts';
import { languageOf, sourceFileOf, type ContentFiles } from './content-files.ts';
import { gap, readersTexts, type ReadersText } from './readers-texts.ts';
import type { Report } from './report.ts';

const wordsFile = 'translated/common-words.yml';
const typographyFile = 'translated/typography.yml';

/** `translated/common-words.yml`. */
const commonWordsSchema = z.strictObject({
  words: z.record(z.string(), z.string()).default({}).describe('frequent words of each language'),
  'may-stay': z
    .array(z.string().min(1))
    .default([])
    .describe('texts that may be in another language'),
});

/** `translated/typography.yml`: by language; `all` is for every language. */
const typographySchema = z.record(
  z.string(),
  z.array(z.strictObject({ refused: z.string().min(1), write: z.string().min(1) })),
);

/** So many different words of another language tell that a text is in it. */
const enough = 3;

const quotations = /„[^“”„]*[“”]|“[^“”]*”|«[^«»]*»/g;

function shortened(text: string): string {
  const line = text.replaceAll(gap, '…').replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** The name of a language in English, the language of reports. */
function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}

/** The sentence with most words of a kind. */
function sentenceWith(text: string, count: (part: string) => number): string {
  const sentences = text.split(/(?<=[.?])\s+/);
  return sentences.reduce((best, one) => (count(one) > count(best) ? one : best));
}

type Check = (text: ReadersText, language: Language) => readonly Found[];

/** A mistake in a text. */
interface Found {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

function languageCheck(files: ContentFiles, report: Report): Check {
  const read = report.read(wordsFile, files.get(wordsFile) ?? '{}', commonWordsSchema);
  if (!read) return () => [];
  const { words, 'may-stay': mayStay } = read.data;
  const lists = new Map(
    Object.entries(words).map(([code, list]) => [code, new Set(list.toLowerCase().split(/\s+/))]),
  );
  return ({ line, text }, language) => {
    const own = mayStay.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text);
    const count = (part: string, code: string): number => {
      const used = new Set(
        part
          .replace(quotations, '')
          .toLowerCase()
          .match(/\p{L}+/gu),
      );
      return [...used].filter((word) => lists.get(code)?.has(word)).length;
    };
    const others = [...lists.keys()].filter(
      (code) => code !== language && count(own, code) >= enough,
    );
    return others.map((code) => ({
      line,
      found: `“${shortened(sentenceWith(own, (part) => count(part, code)))}” is in ${nameOf(code)}`,
      expected: `translate it into ${nameOf(language)}`,
    }));
  };
}

function typographyCheck(files: ContentFiles, report: Report): Check {
  const read = report.read(typographyFile, files.get(typographyFile) ?? '{}', typographySchema);
  const rows = Object.entries(read?.data ?? {}).flatMap(([code, rules]) =>
    rules.map(({ refused, write }) => ({ code, pattern: new RegExp(refused, 'u'), write })),
  );
  return ({ line, text }, language) =>
    rows
      .filter(({ code }) => code === language || code === 'all')
      .flatMap(({ pattern, write }) => {
        const index = text.search(pattern);
        if (index < 0) return [];
        const near = shortened(text.slice(Math.max(0, index - 20), index + 20));
        const place = line + text.slice(0, index).split('\n').length - 1;
        const found = `${pattern.exec(text)?.[0].trim() ?? ''} in “${near}”`;
        return [{ line: place, found, expected: `write ${write}` }];
      });
}

/** A text without the German quotations that it copies from the German file: what a product shows. */
function ownWords({ line, text }: ReadersText, source: string): ReadersText {
  const copied = /„[^“”„]*“/g;
  return { line, text: text.replace(copied, (piece) => (source.includes(piece) ? gap : piece)) };
}

/** Reports each text in another language, and marks and spaces that its language does not write. */
export function checkStyle(files: ContentFiles, report: Report): void {
  const checks = [languageCheck(files, report), typographyCheck(files, report)];
  for (const [file, content] of files) {
    const language = languageOf(file);
    if (language === undefined) continue;
    const source = files.get(sourceFileOf(file) ?? '') ?? '';
    for (const text of readersTexts(file, content)) {
      for (const { line, found, expected } of checks.flatMap((check) =>
        check(ownWords(text, source), language),
      )) {
        report.add(file, line, found, expected);
      }
    }
  }
}
