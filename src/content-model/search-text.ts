/** The words of authors' prose, for the search. */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Guide } from '../domain/guide/guide.ts';
import type { Language } from '../i18n/languages.ts';
import { sourceSharedFile, type ContentFiles } from './content-files.ts';
import { guideWordsSchema, portalLabelSchema } from './prose.ts';
import { isComponent, parseProse, type MdxNode } from './prose-parts.ts';

type GuideWords = z.output<typeof guideWordsSchema>;

/** The texts of a page, by weight. */
export interface ProseWords {
  /** Headings, and what stands on buttons and fields. */
  readonly labels: readonly string[];
  readonly body: readonly string[];
  /** The names of the values that it asks for. */
  readonly values: readonly string[];
}

/** What prose refers to. */
export interface ProseSources {
  readonly files: ContentFiles;
  readonly language: Language;
  /** The portals' labels in both languages, by id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly guide?: { readonly data: Guide; readonly words: GuideWords } | undefined;
}

/** The labels in both languages: readers search for what their portal shows. */
export function portalLabels(files: ContentFiles): ReadonlyMap<string, string> {
  const text = files.get('portal/labels.yml') ?? '{}';
  const labels = z.record(z.string(), portalLabelSchema).parse(parse(text));
  return new Map(
    Object.entries(labels).map(([id, { de = '', en }]) => [id, de === en ? en : `${de} ${en}`]),
  );
}

/** A text with the labels that it names. */
export function withLabels(text: string, labels: ReadonlyMap<string, string>): string {
  return text.replace(/\{label:([^{}]{1,60})\}/g, (_, id: string) => labels.get(id) ?? '');
}

/** What a component shows that a reader may look for; nothing for most. */
function shownBy(
  name: string,
  attribute: (name: string) => string,
  { labels, guide }: ProseSources,
): string {
  const data = guide?.data;
  switch (name) {
    case 'Label':
      return labels.get(attribute('id')) ?? '';
    case 'Path':
      return attribute('to')
        .split('>')
        .map((id) => labels.get(id.trim()) ?? '')
        .join(' ');
    case 'More':
    case 'Door':
    case 'Decoder':
      return attribute('title');
    case 'ProductForm':
      return (data?.forms.find(({ id }) => id === attribute('id'))?.fields ?? [])
        .map(({ label }) => label)
        .join(' ');
    case 'Permissions':
      return data?.registration.permissions.map((permission) => permission.name).join(' ') ?? '';
    case 'MailServers':
      return (
        data?.mailServers
          .map(({ protocol, host, port }) => `${protocol} ${host} ${port}`)
          .join(' ') ?? ''
      );
    default:
      return '';
  }
}

/** The words of an MDX text, with those of the shared prose in it. Its reasons (`<Basis>`) are left out. */
export function proseWords(text: string, sources: ProseSources): ProseWords {
  const labels: string[] = [];
  const body: string[] = [];
  const values: string[] = [];
  const visit = (node: MdxNode): void => {
    if (node.type === 'yaml' || node.name === 'Basis') return;
    if (isComponent(node)) {
      const attribute = (name: string): string => {
        const value = node.attributes?.find((each) => each.name === name)?.value;
        return typeof value === 'string' ? withLabels(value, sources.labels) : '';
      };
      labels.push(shownBy(node.name ?? '', attribute, sources));
      if (node.name === 'ValueField')
        values.push(sources.guide?.words.values[attribute('value')]?.label ?? '');
      if (node.name === 'Case') body.push(attribute('shows'));
      if (node.name === 'Shared') {
        const { files, language } = sources;
        const id = attribute('of');
        const shared = files.get(`shared/${language}/${id}.mdx`) ?? files.get(sourceSharedFile(id));
        const words = proseWords(shared ?? '', sources);
        labels.push(...words.labels);
        body.push(...words.body);
        values.push(...words.values);
      }
    }
    if (node.type === 'heading') labels.push(textOf(node));
    else if (node.value !== undefined && /^(?:text|inlineCode|code)$/.test(node.type))
      body.push(node.value);
    for (const child of node.children ?? []) visit(child);
  };
  const prose = parseProse(text);
  if (prose.ok && prose.nodes[0]) visit(prose.nodes[0]);
  return { labels, body, values };
}

function textOf(node: MdxNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join(' ');
}
