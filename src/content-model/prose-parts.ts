/** The components in authors' prose. Each text is parsed once. */

import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { ruleOf, type Reference } from './author-components.ts';

/** An attribute of a component. */
export interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}

/** A node of a text's syntax tree. */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  /** Of a link. */
  readonly url?: string;
  /** Of a heading. */
  readonly depth?: number;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly MdxNode[];
  readonly position?: { readonly start: { readonly line: number } };
}

/** Parsed prose: its nodes, or why it could not be parsed. */
export type Prose =
  | { readonly ok: true; readonly nodes: readonly MdxNode[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkMdx);

/** A node and all nodes in it, in the order of the text. */
export function* walk(node: MdxNode): Generator<MdxNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

const known = new Map<string, Prose>();

/** Parses MDX without running it; each text once. */
export function parseProse(text: string): Prose {
  const prose = known.get(text) ?? parse(text);
  known.set(text, prose);
  return prose;
}

function parse(text: string): Prose {
  try {
    return { ok: true, nodes: [...walk(parser.parse(text) as MdxNode)] };
  } catch (error) {
    const { line, reason = String(error) } = error as { line?: number; reason?: string };
    // An unclosed tag is reported without a line, but the message contains its position: (3:1-3:19).
    const place = /\((\d+):\d+-/.exec(reason)?.[1];
    return { ok: false, line: line ?? Number(place ?? 1), message: reason };
  }
}

/** The line on which a node starts. */
export function lineOf(node: MdxNode): number {
  return node.position?.start.line ?? 1;
}

/** Whether a node is a component, known or not. */
export function isComponent(node: MdxNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** A component used on a page, with its plain-text attributes. */
export interface UsedComponent {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A component's name, line and plain-text attributes. */
export function componentOf(node: MdxNode): UsedComponent {
  return {
    name: node.name ?? '',
    line: lineOf(node),
    attributes: Object.fromEntries(
      (node.attributes ?? []).flatMap(({ name, value }) =>
        name !== undefined && typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  };
}

/** The components of a text in order; none if it cannot be parsed. */
export function componentsIn(text: string): readonly UsedComponent[] {
  const prose = parseProse(text);
  return prose.ok ? prose.nodes.filter(isComponent).map(componentOf) : [];
}

/** The references of one kind in attributes, such as the shared prose that a text includes. */
export function namedIn(components: readonly UsedComponent[], kind: Reference): readonly string[] {
  return components.flatMap(({ name, attributes }) =>
    Object.entries(ruleOf(name)?.attributes ?? {}).flatMap(([attribute, names]) =>
      names === kind ? (attributes[attribute.replace('?', '')] ?? []) : [],
    ),
  );
}

/** The values, or the choices, that components ask the reader for. */
export function askedIn(
  components: readonly UsedComponent[],
  kind: 'value' | 'choice',
): readonly string[] {
  return namedIn(
    components.filter(({ name }) => ruleOf(name)?.asks),
    kind,
  );
}

/** Whether any component connects to Microsoft, on a click. */
export function connectsIn(components: readonly UsedComponent[]): boolean {
  return components.some(({ name }) => ruleOf(name)?.connects);
}
