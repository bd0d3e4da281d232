/** Collects mistakes while content is read and checked. */

import type { z } from 'astro/zod';
import { locate, mistakesOf, type Located, type Mistake } from './mistake.ts';

/** Mistakes as they are found, and how to read a file while collecting them. */
export class Report {
  readonly mistakes: Mistake[] = [];

  add(file: string, line: number, found: string, expected: string): void {
    this.mistakes.push({ file: `src/content/${file}`, line, found, expected });
  }

  /** Reads YAML or JSON by a schema; nothing comes back when there are mistakes. */
  read<Schema extends z.ZodType>(
    file: string,
    text: string,
    schema: Schema,
    firstLine = 1,
  ): { readonly data: z.output<Schema>; readonly located: Located } | undefined {
    const located = locate(text, firstLine);
    for (const { line, message } of located.syntax) {
      this.add(file, line, message, 'YAML that can be read');
    }
    if (located.syntax.length > 0) return undefined;
    const result = schema.safeParse(located.data);
    if (result.success) return { data: result.data, located };
    this.mistakes.push(...mistakesOf(`src/content/${file}`, located, result.error));
    return undefined;
  }

  frontmatter<Schema extends z.ZodType>(file: string, text: string, schema: Schema) {
    const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
    if (match) return this.read(file, match[1] ?? '', schema, 2);
    this.add(file, 1, 'no frontmatter', 'entries between two lines of ---');
    return undefined;
  }
}
