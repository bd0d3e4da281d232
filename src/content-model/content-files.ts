/** The content's files and the meaning of their paths. */

import { isLanguage, sourceLanguage, type Language } from '../i18n/languages.ts';

/** Content files by path below `src/content/`, with `/` as separator. */
export type ContentFiles = ReadonlyMap<string, string>;

/** A file of some kind: its path, its text, and the name in its path, such as a language. */
export type NamedFile = readonly [file: string, text: string, name: string];

/** The files whose paths match a pattern, whose first group is the name. */
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

/** The file of a step's German text. */
export function sourceStepFile(guide: string, step: string): string {
  return `guides/${guide}/${sourceLanguage}/${step}.mdx`;
}

/** The file of shared prose in German. */
export function sourceSharedFile(id: string): string {
  return `shared/${sourceLanguage}/${id}.mdx`;
}

/** Shared prose in all languages, named by id. */
export function sharedFiles(files: ContentFiles): readonly NamedFile[] {
  return filesLike(files, /^shared\/[^/]+\/([^/]+)\.mdx$/);
}

/** The ids of all German shared prose. */
export function sharedIds(files: ContentFiles): ReadonlySet<string> {
  const ids = sharedFiles(files).map(([, , id]) => id);
  return new Set(ids.filter((id) => files.has(sourceSharedFile(id))));
}

const languageOfText =
  /^(?:words|facts|errors|glossary|news|replies|search)\/(?:symptoms-)?([a-z]{2})\.(?:json|yml)$|^portal\/labels-([a-z]{2})\.yml$|^(?:pages|shared)\/([a-z]{2})\/|^guides\/[^/]+\/([a-z]{2})\//;

/** The code of the language in the path of a text that readers see; undefined for data. */
export function languageInPath(file: string): string | undefined {
  return languageOfText.exec(file)?.slice(1).find(Boolean);
}

/** Where a text in German would be in another language. */
export function pathIn(file: string, language: string): string {
  return file.replace(/(^|[/-])de(?=[/.])/, `$1${language}`);
}

/** The language of sentences that readers see; undefined for data, for labels of portals and for words for searching. */
export function languageOf(file: string): Language | undefined {
  const code = /^(?:portal|search)\//.test(file) ? undefined : languageInPath(file);
  return code !== undefined && isLanguage(code) ? code : undefined;
}

/** The German file of which a file is the translation; undefined if it is none. */
export function sourceFileOf(file: string): string | undefined {
  const language = languageOf(file);
  if (language === undefined || language === sourceLanguage) return undefined;
  const place = new RegExp(String.raw`(?<=[/-])${language}(?=/[^/]*$|\.[a-z]+$)`);
  return file.replace(place, sourceLanguage);
}
