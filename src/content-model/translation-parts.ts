/** The parts of a text that its translation copies: components, headings, addresses, commands, labels. */

import { languageCodes } from '../i18n/languages.ts';
import { leavesOf } from './leaves.ts';
import { componentOf, isComponent, lineOf, type MdxNode } from './prose-parts.ts';

/** A part as authors write it. */
export interface Part {
  /** What has to be the same. */
  readonly key: string;
  readonly shown: string;
  readonly line: number;
}

/** Attributes that a translation translates. */
const translatedAttributes: readonly string[] = ['shows', 'title'];

/** Components that a sentence may name more or less often in another language. */
const inSentences: readonly string[] = ['Label', 'Path', 'ProductLabel', 'ProductPath', 'Value'];

/** Components whose text stays as it is. */
const withFixedText: readonly string[] = ['ProductLabel', 'ProductPath', 'Copy'];

/**
 * What may differ in addresses and code: the language that they name, an example in `<…>`, a question to search for,
 * and the letter by which a program in the reader's language is answered.
 */
const free: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [new RegExp(String.raw`/(?:[a-z]{2}-[a-z]{2}|${languageCodes.join('|')})(?=/|$)`, 'g'), ''],
  [/<[^<>]*>/g, '<>'],
  [/#q=.*$/, '#q='],
  [/^[A-Z]$/, ''],
];

function part(shown: string, line: number, text = shown): Part {
  const key = free.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return { key: key === '' ? '/' : key, shown, line };
}

function textIn(node: MdxNode): string {
  return node.value ?? (node.children ?? []).map(textIn).join('');
}

function asWritten(node: MdxNode): Part {
  const { name, attributes, line } = componentOf(node);
  const kept = Object.entries(attributes).filter(([key]) => !translatedAttributes.includes(key));
  const tag = [name, ...kept.map(([key, value]) => `${key}="${value}"`)].join(' ');
  const text = withFixedText.includes(name) ? `${textIn(node)}</${name}>` : '';
  return { key: `<${tag}>${text}`, shown: `<${tag}>${text}`, line };
}

/** The components that stay once for once. */
export function components(nodes: readonly MdxNode[]): readonly Part[] {
  return nodes
    .filter((node) => isComponent(node) && !inSentences.includes(node.name ?? ''))
    .map(asWritten);
}

/** The headings with their depth as key. */
export function headings(nodes: readonly MdxNode[]): readonly Part[] {
  return nodes
    .filter(({ type }) => type === 'heading')
    .map((node) => ({
      key: String(node.depth),
      shown: `the heading “${textIn(node)}”`,
      line: lineOf(node),
    }));
}

function addresses(node: MdxNode): readonly Part[] {
  if (node.type === 'link') return [part(node.url ?? '', lineOf(node))];
  if (node.type !== 'yaml') return [];
  return leavesOf(node.value ?? '', lineOf(node) + 1)
    .filter(({ path }) => path.at(-1) === 'url')
    .map(({ value, line }) => part(String(value), line));
}

function codes(node: MdxNode): readonly Part[] {
  const { type, value = '' } = node;
  if (type === 'code') {
    const first = value.split('\n')[0] ?? '';
    return [part(`the code “${first}${first === value ? '' : ' …'}”`, lineOf(node), value)];
  }
  return type === 'inlineCode' ? [part(`\`${value}\``, lineOf(node), value)] : [];
}

function names(node: MdxNode): readonly Part[] {
  if (!isComponent(node)) return [];
  const inText = inSentences.includes(node.name ?? '') ? [asWritten(node)] : [];
  const values = (node.attributes ?? []).map(({ value }) => String(value));
  const labels = values.flatMap((value) => value.match(/\{label:[^{}]*\}/g) ?? []);
  return [...inText, ...labels.map((label) => ({ key: label, shown: label, line: lineOf(node) }))];
}

/** The kinds of parts that stay, however often a text names them. */
export const namedParts: readonly ((node: MdxNode) => readonly Part[])[] = [
  names,
  codes,
  addresses,
];
