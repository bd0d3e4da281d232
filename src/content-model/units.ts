/** The units of translation: a step, a page, a word. Each has an id that is the same in every language. */

import { parse } from 'yaml';
import type { ContentFiles } from './content-files.ts';

/** A text to translate. */
export interface Unit {
  /** `ipm-cloud/redirect-uris`, `shared/keep-secret`, `words/site.name`, `errors/aadsts50011`. */
  readonly id: string;
  /** Below `src/content/`. */
  readonly file: string;
  /** What readers see, without the markup around it that says who checked it and when. */
  readonly text: string;
}

/** Where the texts of a language are, and what their ids begin with. `$1` is the guide, or the name of the file. */
const places: readonly {
  readonly path: (language: string) => RegExp;
  readonly prefix: string;
  /** How many levels of keys name a word; undefined for prose, which is one unit. */
  readonly depth?: number;
}[] = [
  {
    path: (code) => new RegExp(`^guides/([^/]+)/${code}/guide-words\\.yml$`),
    prefix: '$1/guide-words/',
    depth: 2,
  },
  { path: (code) => new RegExp(`^guides/([^/]+)/${code}/([^/]+)\\.mdx$`), prefix: '$1/$2' },
  { path: (code) => new RegExp(`^(shared|pages)/${code}/([^/]+)\\.mdx$`), prefix: '$1/$2' },
  { path: (code) => new RegExp(`^(words)/${code}\\.json$`), prefix: '$1/', depth: 1 },
  {
    path: (code) => new RegExp(`^(errors|facts|glossary|news)/${code}\\.yml$`),
    prefix: '$1/',
    depth: 1,
  },
  { path: (code) => new RegExp(`^errors/(symptoms)-${code}\\.yml$`), prefix: '$1/', depth: 1 },
  { path: (code) => new RegExp(`^(replies)/${code}\\.yml$`), prefix: '$1/', depth: 2 },
];

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts in a value, in their order. */
function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

function* wordsIn(
  value: unknown,
  depth: number,
  path: readonly string[],
): Generator<readonly [string, string]> {
  if (!isGroup(value) || path.length === depth) {
    yield [path.join('.'), leaves(value).join('\n')];
    return;
  }
  for (const [key, part] of Object.entries(value)) yield* wordsIn(part, depth, [...path, key]);
}

/** Title, purpose or description, and the prose. Sources and their dates say nothing to translate. */
function proseOf(text: string): string {
  const [, head = '', body = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const read = parse(head) as unknown;
  const { title, purpose, description } = isGroup(read) ? read : {};
  return [...[title, purpose, description].flatMap(leaves), body.trim()].join('\n\n');
}

/** The units in a language by id. A file that cannot be read has none; the content check says why. */
export function unitsOf(files: ContentFiles, language: string): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const [file, text] of files) {
    for (const { path, prefix, depth } of places) {
      const found = path(language).exec(file);
      if (!found) continue;
      const start = prefix.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
      try {
        const words =
          depth === undefined ? [['', proseOf(text)] as const] : wordsIn(parse(text), depth, []);
        for (const [key, said] of words)
          units.set(start + key, { id: start + key, file, text: said });
      } catch {
        // Not YAML or JSON.
      }
      break;
    }
  }
  return units;
}

/** A text as a person reads it in a comparison: components become what they name, or vanish. */
export function readable(text: string): string {
  return text
    .replace(/<(\w+)\s[^<>]*?\b(?:id|to|of|value|is)="([^"]*)"[^<>]*\/>/g, '[$2]')
    .replace(/<(?:More|Case)\s[^<>]*?\b(?:title|shows)="([^"]*)"[^<>]*>/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/(?<!\s)\s+/g, (space) => space.replace(/[ \t]/g, '').slice(0, 2) || ' ')
    .trim();
}
