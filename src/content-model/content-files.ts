/** The content's files and what their paths say. */

import { sourceLanguage } from '../i18n/languages.ts';

/** Content files by their path below `src/content/`, with `/` between folders. */
export type ContentFiles = ReadonlyMap<string, string>;

/** The guides that have a `guide.yml`. */
export function guideIds(files: ContentFiles): readonly string[] {
  return [...files.keys()].flatMap((file) => /^guides\/([^/]+)\/guide\.yml$/.exec(file)?.[1] ?? []);
}

/** Where a step of a guide stands in German. */
export function sourceStepFile(guide: string, step: string): string {
  return `guides/${guide}/${sourceLanguage}/${step}.mdx`;
}

/** Where shared prose stands in German. */
export function sourceSharedFile(id: string): string {
  return `shared/${sourceLanguage}/${id}.mdx`;
}

/** The id of the shared prose that a file holds in any language, or nothing for other files. */
export function sharedIdOf(file: string): string | undefined {
  return /^shared\/[^/]+\/([^/]+)\.mdx$/.exec(file)?.[1];
}

/** The ids of all shared prose that there is in German. */
export function sharedIds(files: ContentFiles): ReadonlySet<string> {
  const pattern = new RegExp(`^shared/${sourceLanguage}/([^/]+)\\.mdx$`);
  return new Set([...files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []));
}
