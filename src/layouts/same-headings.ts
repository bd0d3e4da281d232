/** Gives the headings of a translation the ids of the German ones, so that a link to one works in every language. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { satteri } from '@astrojs/markdown-satteri';
import Slugger from 'github-slugger';
import { parseProse, walk, type MdxNode } from '../content-model/prose-parts.ts';
import { isLanguage, sourceLanguage } from '../i18n/languages.ts';

type Plugin = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['hastPlugins']>[number];

function textOf(node: MdxNode): string {
  return [...walk(node)].map(({ value = '' }) => value).join('');
}

/** The ids that Astro gives to the headings of a text. */
function headingIds(text: string): readonly string[] {
  const prose = parseProse(text);
  const slugger = new Slugger();
  const headings = prose.ok ? prose.nodes.filter(({ type }) => type === 'heading') : [];
  return headings.map((heading) => slugger.slug(textOf(heading)));
}

/** The German file of a translated one; undefined for a German one, and for one that has no German. */
function sourceOf(file: string): string | undefined {
  const parts = file.split(/[\\/]/);
  const code = parts.at(-2) ?? '';
  if (!isLanguage(code) || code === sourceLanguage) return undefined;
  const source = [...parts.slice(0, -2), sourceLanguage, ...parts.slice(-1)].join('/');
  return existsSync(source) ? source : undefined;
}

/** The plugin for Astro's Markdown processor. A heading that German does not have keeps its own id. */
export const sameHeadings: Plugin = ({ fileURL }) => {
  const source = fileURL && sourceOf(fileURLToPath(fileURL));
  if (source === undefined) return undefined;
  const ids = [...headingIds(readFileSync(source, 'utf8'))];
  return {
    name: 'same-headings',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        const id = ids.shift();
        if (id !== undefined) context.setProperty(node, 'id', id);
      },
    },
  };
};
