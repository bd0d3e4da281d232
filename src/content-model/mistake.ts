/** A mistake in content: file, line, found and expected text. */

import { LineCounter, parseDocument, isMap, isNode, isScalar, type Document } from 'yaml';
import type { z } from 'astro/zod';

/** One mistake, worded for a translator. */
export interface Mistake {
  /** Relative to the repository's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** A path into a YAML file: keys and positions. */
export type Path = readonly PropertyKey[];

/** A parsed YAML (or JSON) text, with the line of each part. */
export interface Located {
  readonly data: unknown;
  readonly syntax: readonly { readonly line: number; readonly message: string }[];
  /** Its outermost node. */
  readonly root: unknown;
  /** The line of an offset in the text. */
  readonly lineAt: (offset: number) => number;
  /** The line of the part at a path, or of its nearest existing ancestor. */
  lineOf(path: Path): number;
}

function nodeAt(document: Document, path: Path): unknown {
  return document.getIn(path as readonly string[], true);
}

function keyNode(document: Document, path: Path): unknown {
  const parent = path.length > 1 ? nodeAt(document, path.slice(0, -1)) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
  return pair?.key;
}

const known = new Map<string, Located>();

/** Parses YAML or JSON that starts on the given line of its file, such as frontmatter; each text once. */
export function locate(text: string, firstLine = 1): Located {
  const key = `${String(firstLine)}:${text}`;
  const located = known.get(key) ?? parse(text, firstLine);
  known.set(key, located);
  return located;
}

function parse(text: string, firstLine: number): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    syntax: document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      message: error.message,
    })),
    root: document.contents,
    lineAt,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const part = path.slice(0, length);
        const node = keyNode(document, part) ?? nodeAt(document, part);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return firstLine;
    },
  };
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    data,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  date: 'a day',
  boolean: 'true or false',
  array: 'a list',
  object: 'entries with names',
  record: 'entries with names',
};

function unitOf(origin: string): string {
  if (origin === 'string') return ' character(s)';
  return origin === 'array' ? ' item(s)' : '';
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'an address that begins with https://' : issue.message;
    case 'unrecognized_keys':
      return 'no such entry; please look for a typing error';
    case 'invalid_key':
      return issue.issues.map(expectation).join(' and ');
    case 'invalid_union':
      return unionExpectation(issue);
    default:
      return issue.message;
  }
}

function unionExpectation(issue: z.core.$ZodIssueInvalidUnion): string {
  if ('options' in issue) return `one of: ${issue.options.map(String).join(', ')}`;
  const options = issue.errors.map((errors) => errors.map(expectation).join(' and '));
  return [...new Set(options)].join(', or ');
}

/** The data at a path, preceded by the path: `registration.owner: “mailbux”`. */
export function foundAt({ data }: Located, path: Path): string {
  const name = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
  return `${name}${shown(valueAt(data, path))}`;
}

/** If only one shape of a union allows all the given entries, its issues; else the issue itself. */
function unionIssues(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.filter((issues) => issues.every(({ path }) => path.length > 0));
  const [only = []] = fitting;
  if (fitting.length !== 1 || only.length === 0) return [issue];
  return only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Turns zod's issues with a file into mistakes with lines. */
export function mistakesOf(file: string, located: Located, error: z.ZodError): Mistake[] {
  return error.issues.flatMap(unionIssues).flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => ({
      file,
      line: located.lineOf(key === undefined ? issue.path : [...issue.path, key]),
      found: key === undefined ? foundAt(located, issue.path) : `“${key}”`,
      expected: expectation(issue),
    }));
  });
}

/** The whole report, as a build prints it. */
export function report(mistakes: readonly Mistake[]): string {
  const lines = mistakes.map(
    ({ file, line, found, expected }) =>
      `${file}:${line}\n    found:    ${found}\n    expected: ${expected}`,
  );
  return `${mistakes.length} mistake(s) in the content:\n\n${lines.join('\n\n')}\n`;
}
