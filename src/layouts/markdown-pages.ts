/**
 * Writes each step as Markdown beside its page, `/<guide>/<step>.md`, from the page as built: so it says the same, with
 * names in place of the reader's values and with all branches.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { markdownFiles } from '../content-model/published.ts';
import { readSite } from '../content-model/read-published.ts';
import { address, partsOf } from '../i18n/addresses.ts';
import { languageCodes, type Language } from '../i18n/languages.ts';

/** Controls, and what is only for the eye or empty until a script fills it. */
const dropped = new Set([
  'button',
  'form',
  'input',
  'nav',
  'script',
  'select',
  'style',
  'svg',
  'textarea',
]);
const droppedClasses = [
  'drawing',
  'scripted',
  'mark',
  'unseen',
  'dot',
  'kicker',
  'problems',
  'step-foot',
];

function classesOf({ properties }: Element): readonly string[] {
  return Array.isArray(properties['className']) ? properties['className'].map(String) : [];
}

function isDropped(element: Element, language: Language): boolean {
  const { tagName, properties } = element;
  const label = properties['dataLotseLabel'];
  return (
    dropped.has(tagName) ||
    properties['hidden'] !== undefined ||
    properties['ariaHidden'] === 'true' ||
    (label !== undefined && label !== language) ||
    classesOf(element).some((name) => droppedClasses.includes(name))
  );
}

/** Prepares a page for Markdown, which has no titles of folded parts and no labels of fields. */
function clean(tree: Root, language: Language, base: string): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (isDropped(element, language)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const { href } = element.properties;
    if (typeof href === 'string') element.properties['href'] = new URL(href, base).href;
    const plain = inMarkdown(element);
    if (plain === undefined) return undefined;
    parent.children.splice(index, 1, ...plain);
    return [SKIP, index];
  });
}

const made = (tagName: string, children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** What takes the place of an element that Markdown does not have; undefined if it stays. */
function inMarkdown(element: Element): Element['children'] | undefined {
  const { tagName, children } = element;
  const inner = children.filter((child) => child.type === 'element');
  // The title of a folded part may be a heading, and its label may be in bold already.
  if (tagName === 'summary' && inner.some((child) => /^h[2-6]$/.test(child.tagName))) return inner;
  if (tagName === 'summary') return [made('p', children)];
  const isTitle = tagName === 'label' || classesOf(element).includes('note-title');
  if (isTitle) return [made('p', [made('strong', children)])];
  if (tagName !== 'dl' || !classesOf(element).includes('facts')) return undefined;
  const rows = inner.map((row) => {
    const [term, text] = row.children.filter((child) => child.type === 'element');
    const colon = { type: 'text', value: ': ' } as const;
    return made('li', [...(term?.children ?? []), colon, ...(text?.children ?? [])]);
  });
  return [made('ul', rows)];
}

function articleOf(tree: Nodes): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!found && element.tagName === 'article') found = element;
  });
  return found;
}

/** The Markdown of a step's page, given its address. @throws if the page has no article. */
export async function markdownOf(html: string, base: string, language: Language): Promise<string> {
  const article = articleOf(unified().use(rehypeParse).parse(html));
  if (!article) throw new Error(`${base} has no article`);
  const tree: Root = { type: 'root', children: [article] };
  clean(tree, language, base);
  const writer = unified()
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '-' });
  const text = writer.stringify(await writer.run(tree));
  return `${text.trim()}\n\n<${base}>\n`;
}

/** An Astro integration that writes these files. */
export function markdownPages(): AstroIntegration {
  let site = '';
  return {
    name: 'postlotse:markdown-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const [file, page] of markdownFiles(readSite())) {
          for (const code of languageCodes) {
            const path = address(code, ...partsOf(page));
            const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
            const target = join(dist, address(code, ...partsOf(file)).slice(0, -1));
            mkdirSync(dirname(target), { recursive: true });
            writeFileSync(target, await markdownOf(html, new URL(path, site).href, code));
          }
        }
      },
    },
  };
}
