/** Compares what a translated text copies from the German one, and names what to copy. */

import { unreadable } from './check-prose.ts';
import { languageOf, sourceFileOf, type ContentFiles } from './content-files.ts';
import type { Mistake } from './mistake.ts';
import { parseProse, type MdxNode } from './prose-parts.ts';
import type { Report } from './report.ts';
import { components, headings, namedParts, type Part } from './translation-parts.ts';

/** A mistake in the file being compared. */
interface Difference {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** The parts of one list that the other has not, or less often. */
function surplus(one: readonly Part[], other: readonly Part[]): readonly Part[] {
  const rest = other.map(({ key }) => key);
  return one.filter(({ key }) => {
    const index = rest.indexOf(key);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

function missing({ shown, line }: Part, at: number, instead?: Part): Difference {
  const place = instead ? ` in place of ${instead.shown}` : '';
  return {
    line: instead?.line ?? at,
    found: `${shown} is missing`,
    expected: `copy it from line ${String(line)} of the German file${place}`,
  };
}

function extra({ shown, line }: Part): Difference {
  return { line, found: `${shown} is not in the German file`, expected: 'remove it' };
}

/** The line of the last part before a missing one that both texts have. */
function lineBefore(lost: Part, here: readonly Part[], there: readonly Part[]): number {
  const before = there.slice(0, there.indexOf(lost)).map(({ key }) => key);
  return here.findLast(({ key }) => before.includes(key))?.line ?? 1;
}

/** Pairs what is missing with what stands in its place; `isLike` tells what can. */
function differences(
  here: readonly Part[],
  there: readonly Part[],
  isLike: (one: Part, other: Part) => boolean,
): readonly Difference[] {
  const added = [...surplus(here, there)];
  const lost = surplus(there, here).map((one) => {
    const index = added.findIndex((other) => isLike(one, other));
    const [instead] = index < 0 ? [] : added.splice(index, 1);
    return missing(one, lineBefore(one, here, there), instead);
  });
  return [...lost, ...added.map(extra)];
}

function tagOf({ key }: Part): string {
  return /^<[^ >]*/.exec(key)?.[0] ?? '';
}

/** A component that is missing or too much is told alone: the rest of the text follows from it. */
function componentDifferences(here: readonly MdxNode[], there: readonly MdxNode[]) {
  const [own, source] = [components(here), components(there)];
  const all = differences(own, source, (one, other) => tagOf(one) === tagOf(other));
  return { all, isWhole: tagsIn(own) === tagsIn(source) };
}

function tagsIn(parts: readonly Part[]): string {
  return parts.map(tagOf).toSorted().join();
}

function headingDifferences(here: readonly Part[], there: readonly Part[]): readonly Difference[] {
  if (here.length !== there.length) {
    const lines = there.map(({ line }) => line).join(', ') || 'none';
    return [
      {
        line: here[0]?.line ?? 1,
        found: `${String(here.length)} headings in place of ${String(there.length)}`,
        expected: `the headings of the German file (lines: ${lines})`,
      },
    ];
  }
  return here.flatMap((own, index) => {
    const source = there[index] ?? own;
    if (own.key === source.key) return [];
    const expected = `begin it with ${'#'.repeat(Number(source.key))}, like line ${String(source.line)} of the German file`;
    return [{ line: own.line, found: `${own.shown} has another depth`, expected }];
  });
}

function nodesOf(text: string): readonly MdxNode[] {
  const prose = parseProse(text);
  return prose.ok ? prose.nodes : [];
}

function once(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ key }, index) => parts.findIndex((other) => other.key === key) === index);
}

function allDifferences(text: string, source: string): readonly Difference[] {
  const [here, there] = [nodesOf(text), nodesOf(source)];
  const { all, isWhole } = componentDifferences(here, there);
  if (!isWhole) return all.slice(0, 1);
  const named = namedParts.flatMap((kind) =>
    differences(
      once(here.flatMap(kind)),
      once(there.flatMap(kind)),
      (one, other) => tagOf(one) === tagOf(other),
    ),
  );
  return [...all, ...headingDifferences(headings(here), headings(there)), ...named];
}

function bodyOf(text: string): string {
  return text.replace(/^---\r?\n[^]*?\r?\n---/, '').trim();
}

/** Another file of the same language with the same text. */
function twinOf(file: string, text: string, files: ContentFiles): string | undefined {
  const language = languageOf(file);
  const twin = [...files].find(
    ([other, words]) =>
      other !== file && languageOf(other) === language && bodyOf(words) === bodyOf(text),
  );
  return twin?.[0];
}

function hasWords(nodes: readonly MdxNode[]): boolean {
  return nodes.some(({ type, value = '' }) => type === 'text' && /\p{L}/u.test(value));
}

/** A text as a whole: what is wrong with it, so that its parts need not be compared. */
function wholeMistake(file: string, text: string, source: string): Mistake | undefined {
  const [here, there] = [parseProse(text), parseProse(source)];
  if (!here.ok) return unreadable(`src/content/${file}`, here);
  if (hasWords(here.nodes) || (there.ok && !hasWords(there.nodes))) return undefined;
  const expected = `translate ${sourceFileOf(file) ?? ''}, or delete this file`;
  return { file: `src/content/${file}`, line: 1, found: 'there is no text', expected };
}

/** Reports what a translated text lacks, changes or adds. */
function checkFile(
  file: string,
  [text, source]: readonly [string, string],
  files: ContentFiles,
  report: Report,
): void {
  const whole = wholeMistake(file, text, source);
  if (whole) {
    report.mistakes.push(whole);
    return;
  }
  const found = allDifferences(text, source);
  const twin = found.length > 0 ? twinOf(file, text, files) : undefined;
  if (twin === undefined) {
    for (const one of found) report.add(file, one.line, one.found, one.expected);
  } else {
    report.add(file, 1, `the text is that of ${twin}`, `translate ${sourceFileOf(file) ?? ''}`);
  }
}

/** Compares all translated steps, pages and shared prose with the German ones. */
export function checkTranslations(files: ContentFiles, report: Report): void {
  for (const [file, text] of files) {
    const source = file.endsWith('.mdx') ? files.get(sourceFileOf(file) ?? '') : undefined;
    if (source !== undefined && parseProse(source).ok)
      checkFile(file, [text, source], files, report);
  }
}
