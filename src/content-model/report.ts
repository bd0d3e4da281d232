/** Collects mistakes while content is read and checked. */

import type { z } from 'astro/zod';
import { locate, mistakesOf, type Located, type Mistake } from './mistake.ts';

/** Ids that need words, and the expectation to report for any other id. */
export interface WantedIds {
  readonly ids: readonly string[];
  readonly list: string;
  readonly isComplete?: boolean;
}

/** Collects mistakes, also while reading files. */
export class Report {
  readonly mistakes: Mistake[] = [];

  add(file: string, line: number, found: string, expected: string): void {
    this.mistakes.push({ file: `src/content/${file}`, line, found, expected });
  }

  /** Whether a mistake in a file has been reported. */
  has(file: string): boolean {
    return this.mistakes.some((mistake) => mistake.file === `src/content/${file}`);
  }

  /** Reads YAML or JSON by a schema; undefined if there are mistakes. */
  read<Schema extends z.ZodType>(
    file: string,
    text: string,
    schema: Schema,
    firstLine = 1,
  ): { readonly data: z.output<Schema>; readonly located: Located } | undefined {
    const located = locate(text, firstLine);
    const [unreadable] = located.syntax;
    if (unreadable) {
      this.add(file, unreadable.line, unreadable.message, 'YAML that can be read');
      return undefined;
    }
    const result = schema.safeParse(located.data);
    if (result.success) return { data: result.data, located };
    this.mistakes.push(...mistakesOf(`src/content/${file}`, located, result.error));
    return undefined;
  }

  /**
   * Compares the ids of the words at a path with the wanted ones: reports unwanted words and, if all are required,
   * missing ones. A translation may lack some, which are then shown in German.
   */
  compareIds(
    file: string,
    located: Located,
    path: readonly string[],
    given: readonly string[],
    { ids, list, isComplete = true }: WantedIds,
  ): void {
    for (const id of isComplete ? ids.filter((wanted) => !given.includes(wanted)) : []) {
      this.add(file, located.lineOf(path), `no “${[...path, id].join('.')}”`, 'words for it');
    }
    for (const id of given.filter((one) => !ids.includes(one))) {
      const place = [...path, id];
      this.add(file, located.lineOf(place), `“${place.join('.')}”`, `only what ${list} has`);
    }
  }

  frontmatter<Schema extends z.ZodType>(file: string, text: string, schema: Schema) {
    const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
    if (match) return this.read(file, match[1] ?? '', schema, 2);
    this.add(file, 1, 'no frontmatter', 'entries between two lines of ---');
    return undefined;
  }
}
