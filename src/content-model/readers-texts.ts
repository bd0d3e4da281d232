/** The sentences of content files, each with its line, without markup, code and the words of products. */

import { leavesOf } from './leaves.ts';
import { parseProse, type MdxNode } from './prose-parts.ts';

/** A paragraph, a heading, or an entry of a file of words. */
export interface ReadersText {
  readonly line: number;
  readonly text: string;
}

/** Stands for what is no sentence of ours. */
export const gap = '\ufffc';

const notOurs: readonly string[] = ['ProductLabel', 'ProductPath', 'Copy'];

/** Entries that are no sentences: titles of sources in their own language, and other words for searching. */
const notRead: readonly string[] = ['sources', 'also', 'refused'];

function flat(node: MdxNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'break') return '\n';
  if (notOurs.includes(node.name ?? '') || !node.children) return gap;
  return node.children.length === 0 ? gap : node.children.map(flat).join('');
}

function entriesIn(text: string, firstLine: number): readonly ReadersText[] {
  return leavesOf(text, firstLine).flatMap(({ path, line, value }) =>
    typeof value !== 'string' || path.some((name) => notRead.includes(name))
      ? []
      : [{ line, text: value.replace(/`[^`]*`/g, gap) }],
  );
}

function blocksIn(node: MdxNode): readonly ReadersText[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'yaml') return entriesIn(node.value ?? '', line + 1);
  const children = node.children ?? [];
  if (children.some(({ type }) => type === 'text')) return [{ line, text: flat(node) }];
  return children.flatMap(blocksIn);
}

/** What readers read of a file; nothing of a text that cannot be parsed. */
export function readersTexts(file: string, text: string): readonly ReadersText[] {
  if (!file.endsWith('.mdx')) return entriesIn(text, 1);
  const prose = parseProse(text);
  const [root] = prose.ok ? prose.nodes : [];
  return root ? blocksIn(root) : [];
}
