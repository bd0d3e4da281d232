/**
 * Makes the module `virtual:lotse-guides`: all guides, for the comparison of pasted text. A module, because no page may
 * fetch data, and loaded with the first text, so that pages do not carry what most readers never need.
 */

import { parse } from 'yaml';
import type { Guide } from '../domain/guide/guide.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import { guideOf, guideSchema } from './guide.ts';
import { readContent } from './read-content.ts';

const name = 'virtual:lotse-guides';

/** The guides by id. @throws if a guide.yml has mistakes, which the content check reports. */
export function guideChunkOf(files: ContentFiles): Readonly<Record<string, Guide>> {
  return Object.fromEntries(
    filesLike(files, /^guides\/([^/]+)\/guide\.yml$/).map(([, text, id]) => [
      id,
      guideOf(id, guideSchema.parse(parse(text))),
    ]),
  );
}

/** The Vite plugin that provides the module. */
export function guideChunk() {
  return {
    name: 'postlotse:guides',
    resolveId(id: string) {
      return id === name ? `\0${name}` : undefined;
    },
    load(id: string) {
      if (id !== `\0${name}`) return undefined;
      return `export default ${JSON.stringify(guideChunkOf(readContent()))};`;
    },
  };
}
