/** The content's files and what their paths say. */

import { sourceLanguage } from '../i18n/languages.ts';

/** Content files by their path below `src/content/`, with `/` between folders. */
export type ContentFiles = ReadonlyMap<string, string>;

/** A file of a certain kind: its path, its text, and the first thing that its path names, such as a language. */
export type NamedFile = readonly [file: string, text: string, name: string];

/** The files whose paths fit a pattern; its first group is the name. */
export function filesLike(files: ContentFiles, pattern: RegExp): readonly NamedFile[] {
  return [...files].flatMap(([file, text]): readonly NamedFile[] => {
    const name = pattern.exec(file)?.[1];
    return name === undefined ? [] : [[file, text, name]];
  });
}

/** The guides that have a `guide.yml`. */
export function guideIds(files: ContentFiles): readonly string[] {
  return filesLike(files, /^guides\/([^/]+)\/guide\.yml$/).map(([, , id]) => id);
}

/** Where a step of a guide stands in German. */
export function sourceStepFile(guide: string, step: string): string {
  return `guides/${guide}/${sourceLanguage}/${step}.mdx`;
}

/** Where shared prose stands in German. */
export function sourceSharedFile(id: string): string {
  return `shared/${sourceLanguage}/${id}.mdx`;
}

/** Prose that guides share, in any language, by its id. */
export function sharedFiles(files: ContentFiles): readonly NamedFile[] {
  return filesLike(files, /^shared\/[^/]+\/([^/]+)\.mdx$/);
}

/** The ids of all shared prose that there is in German. */
export function sharedIds(files: ContentFiles): ReadonlySet<string> {
  const ids = sharedFiles(files).map(([, , id]) => id);
  return new Set(ids.filter((id) => files.has(sourceSharedFile(id))));
}
