/** Compares the entries of a translated file of words with the German ones, and names what to copy. */

import { sourceFileOf, type ContentFiles } from './content-files.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import type { Report } from './report.ts';

/** Lists of a language's own, and details that not every language needs. */
const own: readonly string[] = ['also', 'refused', 'more'];

function keyOf(path: readonly string[]): string {
  return path.join('\n');
}

function nameOf({ path }: Leaf): string {
  return `“${path.join('.')}”`;
}

/** The path without the form of the plural. */
function entryOf({ path }: Leaf): string {
  const last = path.at(-1) ?? '';
  return keyOf(['one', 'other'].includes(last) ? path.slice(0, -1) : path);
}

/** The form that names everything: “one” may leave the number out. */
function fullForm(forms: readonly Leaf[]): Leaf | undefined {
  return forms.find(({ path }) => path.at(-1) === 'other') ?? forms[0];
}

function placeholdersIn({ value }: Leaf): readonly string[] {
  return [...new Set(String(value).match(/\{(?:label:[\w-]+|\w+)\}/g))];
}

/** The leaves of a file by entry: all forms of a plural together. */
function entriesOf(leaves: readonly Leaf[]): ReadonlyMap<string, readonly Leaf[]> {
  const entries = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const forms = entries.get(entryOf(leaf));
    if (forms) forms.push(leaf);
    else entries.set(entryOf(leaf), [leaf]);
  }
  return entries;
}

/** What is wrong with an entry. */
interface Difference {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

function placeholderDifferences(here: Leaf, there: Leaf): readonly Difference[] {
  const [given, wanted] = [placeholdersIn(here), placeholdersIn(there)];
  const extra = given.filter((name) => !wanted.includes(name));
  const lost = wanted.filter((name) => !given.includes(name));
  const copy = `copy it from line ${String(there.line)} of the German file`;
  return [
    ...lost.map((name, index) => ({
      line: here.line,
      found: `${name} is missing`,
      expected: extra[index] === undefined ? copy : `${copy} in place of ${extra[index]}`,
    })),
    ...extra.slice(lost.length).map((name) => ({
      line: here.line,
      found: `${name} is not in the German file`,
      expected: 'remove it',
    })),
  ];
}

/** What is wrong with the forms of an entry that German has too. */
function entryDifferences(here: readonly Leaf[], there: readonly Leaf[]): readonly Difference[] {
  const [own, source] = [fullForm(here), fullForm(there)];
  if (!own || !source) return [];
  const line = `line ${String(there[0]?.line)} of the German file`;
  const wrong = (found: string, expected: string): readonly Difference[] => [
    { line: own.line, found: `${nameOf(own)} is ${found}`, expected: `${expected} ${line}` },
  ];
  if (there.length > here.length) {
    return wrong('the same for every number', 'write “one” and “other”, like');
  }
  if (here.some(({ value }) => typeof value !== typeof source.value)) {
    return wrong('no text', 'translate');
  }
  if (here.some(({ value }) => String(value).trim() === '') && source.value !== '') {
    return wrong('empty', 'translate');
  }
  return placeholderDifferences(own, source);
}

/** The first entry of each part that German lacks. */
function unknownParts(here: readonly Leaf[], there: readonly Leaf[]): readonly Difference[] {
  const known = new Set(there.map(({ path }) => path[0]));
  const unknown = here.filter(({ path: [name = ''] }) => !known.has(name));
  const names = new Set(unknown.map(({ path: [name = ''] }) => name));
  return [...names].map((name) => ({
    line: unknown.find(({ path }) => path[0] === name)?.line ?? 1,
    found: `“${name}” is not in the German file`,
    expected: 'correct its spelling, or remove it',
  }));
}

/** The entries that a file lacks within a part that it has. A missing part is shown in German. */
function missingEntries(here: readonly Leaf[], there: readonly Leaf[]): readonly Difference[] {
  const entries = entriesOf(here);
  const lines = new Map<string, number>();
  for (const { path, line } of here) {
    for (const [depth] of path.entries()) lines.set(keyOf(path.slice(0, depth)), line);
  }
  return there.flatMap((leaf) => {
    const line = lines.get(keyOf(leaf.path.slice(0, -1)));
    const isWanted = leaf.path.length > 1 && !leaf.path.some((name) => own.includes(name));
    if (line === undefined || !isWanted || entries.has(entryOf(leaf))) return [];
    const expected = `translate line ${String(leaf.line)} of the German file`;
    return [{ line, found: `${nameOf(leaf)} is missing`, expected }];
  });
}

function allDifferences(here: readonly Leaf[], there: readonly Leaf[]): readonly Difference[] {
  const source = entriesOf(there);
  return [
    ...[...entriesOf(here)].flatMap(([entry, forms]) =>
      entryDifferences(forms, source.get(entry) ?? []),
    ),
    ...unknownParts(here, there),
    ...missingEntries(here, there),
  ];
}

/** Compares all translated words whose form is right. */
export function checkTranslatedWords(files: ContentFiles, report: Report): void {
  for (const [file, text] of files) {
    const source = file.endsWith('.mdx') ? undefined : files.get(sourceFileOf(file) ?? '');
    if (source === undefined || report.has(file)) continue;
    for (const { line, found, expected } of allDifferences(leavesOf(text), leavesOf(source))) {
      report.add(file, line, found, expected);
    }
  }
}
