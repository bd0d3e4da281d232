/**
 * Checks all content at once and reports every mistake with file, line, found and expected text.
 * A build starts with it and stops if there is any mistake in the structure.
 */

import { isLanguage, languageCodes, sourceLanguage } from '../i18n/languages.ts';
import { checkErrors } from './check-errors.ts';
import { checkGuides } from './check-guides.ts';
import { checkPages } from './check-pages.ts';
import { filesLike, guideIds, sourceFileOf, type ContentFiles } from './content-files.ts';
import type { Mistake } from './mistake.ts';
import { Report } from './report.ts';
import { checkNews } from './news.ts';
import { checkReplies } from './replies.ts';
import { checkSearchWords } from './search-words.ts';
import { checkStyle } from './check-style.ts';
import { checkTerms } from './check-terms.ts';
import { checkTranslatedWords } from './check-translated-words.ts';
import { checkTranslations } from './check-translation.ts';
import { sourceWordsSchema, translatedWordsSchema } from './words.ts';

/** Reports folders and files that the build would silently ignore. */
function checkPlaces(files: ContentFiles, report: Report): void {
  const guides = guideIds(files);
  for (const file of files.keys()) {
    const language =
      /^words\/(.*)\.json$|^(?:facts\/(?!facts\.yml$)|(?:glossary|search)\/|news\/(?!news\.yml$))(.*)\.yml$|^errors\/(?:symptoms-)?(?!errors|symptoms)(.*)\.yml$|^replies\/(?!replies\.yml$)(.*)\.yml$|^(?:pages|shared)\/(.*)\/|^guides\/[^/]+\/(.*)\//.exec(
        file,
      );
    const code = language?.slice(1).find(Boolean);
    if (code !== undefined && !isLanguage(code)) {
      report.add(file, 1, `language “${code}”`, `one of: ${languageCodes.join(', ')}`);
    }
    const guide = /^guides\/([^/]+)\//.exec(file)?.[1];
    if (guide !== undefined && !guides.includes(guide)) {
      report.add(file, 1, `guide “${guide}”`, `one of: ${guides.join(', ')}`);
    }
  }
}

/** Whether a text is JSON: YAML accepts more, such as a comma after the last entry. */
function checkJson(file: string, text: string, report: Report): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = (error as Error).message;
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    report.add(file, line, message, 'JSON that can be read');
    return false;
  }
}

function checkWords(files: ContentFiles, report: Report): void {
  for (const [file, text, language] of filesLike(files, /^words\/(.*)\.json$/)) {
    if (!checkJson(file, text, report)) continue;
    report.read(
      file,
      text,
      language === sourceLanguage ? sourceWordsSchema : translatedWordsSchema,
    );
  }
}

type Check = (files: ContentFiles, report: Report) => void;

function mistakesFound(files: ContentFiles, checks: readonly Check[]): readonly Mistake[] {
  const report = new Report();
  for (const check of checks) check(files, report);
  return report.mistakes;
}

function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

const structureChecks = [
  checkPlaces,
  checkWords,
  checkGuides,
  checkPages,
  checkErrors,
  checkReplies,
  checkNews,
  checkSearchWords,
  checkTranslatedWords,
];

/** Whether a mistake is between the lines of `---` at the start of its file. */
function isInFrontmatter({ file, line }: Mistake, files: ContentFiles): boolean {
  const text = files.get(file.replace('src/content/', '')) ?? '';
  const frontmatter = /^---\r?\n[^]*?\r?\n---/.exec(text)?.[0] ?? '';
  return line > 1 && line <= frontmatter.split('\n').length;
}

/**
 * The mistakes that a site cannot be built with, in the order of the files. A translation is told what to copy, and not
 * what follows from it; and what it should copy is not compared as long as it is wrong in German.
 */
export function checkStructure(files: ContentFiles): readonly Mistake[] {
  const found = mistakesFound(files, structureChecks);
  const wrong = new Set(found.map(({ file }) => file));
  const compared = mistakesFound(files, [checkTranslations]).filter(
    ({ file }) => !wrong.has(sourcePathOf(file)),
  );
  const told = new Set(compared.map(({ file }) => file));
  const others = found.filter(
    (mistake) => !told.has(mistake.file) || isInFrontmatter(mistake, files),
  );
  return inOrder([...others, ...compared]);
}

function sourcePathOf(path: string): string {
  return `src/content/${sourceFileOf(path.replace('src/content/', '')) ?? ''}`;
}

const wordingChecks = [checkTerms, checkStyle];

/** The words that the glossary rejects, in the order of the files: the tests fail for them, a build only warns. */
export function checkWording(files: ContentFiles): readonly Mistake[] {
  return inOrder(mistakesFound(files, wordingChecks));
}

/** All mistakes in the content, in the order of the files. */
export function checkContent(files: ContentFiles): readonly Mistake[] {
  return inOrder([...checkStructure(files), ...checkWording(files)]);
}
