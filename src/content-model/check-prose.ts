/** Checks authors' MDX: only known components, and attributes that refer to existing things. */

import {
  authorComponents,
  isAuthorComponent,
  noteKinds,
  type AuthorComponentName,
  type Reference,
} from './author-components.ts';
import type { Mistake } from './mistake.ts';
import { isComponent, lineOf, parseProse, type Attribute, type MdxNode } from './prose-parts.ts';

/** What attributes may refer to on one page. */
export interface References {
  readonly values: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  /** Portal pictures with content for the guide, and their letters (`overview A`); undefined allows any. */
  readonly pictures: ReadonlySet<string> | undefined;
  readonly dots: ReadonlySet<string> | undefined;
  /** Ids of shared prose. */
  readonly shared: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** Ids of the glossary. */
  readonly terms: ReadonlySet<string>;
  /** The options of each choice. */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many redirect URIs the guide has. */
  readonly redirects: number;
  /** The protocols of the guide's mail servers. */
  readonly protocols: ReadonlySet<string>;
  /** Components that would be empty in this guide, each with the empty part of guide.yml. */
  readonly empty: ReadonlyMap<string, string>;
}

/** The references allowed on a page that belongs to no guide. */
export const noReferences: References = {
  values: new Set(),
  labels: new Set(),
  steps: new Set(),
  scripts: new Set(),
  forms: new Set(),
  pictures: new Set(),
  dots: new Set(),
  shared: new Set(),
  facts: new Set(),
  terms: new Set(),
  options: new Map(),
  redirects: 0,
  protocols: new Set(),
  empty: new Map(),
};

function list(names: Iterable<string | number>): string {
  const all = [...names];
  return all.length > 0 ? `one of: ${all.join(', ')}` : 'nothing of the kind on this page';
}

/** The pages of every guide with a secret that prose may lead to besides its steps. */
const pagesAfterSteps = ['renew', 'summary'] as const;

const noBraces = 'no braces; write \\{ for a brace itself';

/** The expectation an attribute's text fails, or undefined if it is right. Options of an unknown `choice` pass. */
function expectedOf(
  kind: Reference,
  text: string,
  references: References,
  choice: string,
): string | undefined {
  const known: Partial<Record<Reference, ReadonlySet<string> | undefined>> = {
    value: references.values,
    label: references.labels,
    step: references.steps,
    page: new Set([...references.steps, ...pagesAfterSteps]),
    script: references.scripts,
    form: references.forms,
    picture: references.pictures,
    dot: references.dots,
    shared: references.shared,
    fact: references.facts,
    term: references.terms,
    choice: new Set(references.options.keys()),
    option: references.options.get(choice) ?? new Set(text.split(' ')),
    'note-kind': new Set(noteKinds),
    'page-version': new Set(['old', 'new']),
    pasted: new Set(['manifest', 'permissions', 'powershell', 'redirects']),
  };
  const names = known[kind];
  if (kind === 'option' && names) {
    return text.split(' ').every((part) => names.has(part)) ? undefined : list(names);
  }
  if (names) return names.has(text) ? undefined : list(names);
  if (kind === 'redirect') {
    const { redirects } = references;
    const exists = /^[1-9]\d?$/.test(text) && Number(text) <= redirects;
    return exists ? undefined : list(Array.from({ length: redirects }, (_, index) => index + 1));
  }
  if (kind === 'protocols') {
    const { protocols } = references;
    return text.split(' ').every((part) => protocols.has(part)) ? undefined : list(protocols);
  }
  if (kind === 'label-path') {
    const unknown = text.split(' > ').filter((part) => !references.labels.has(part));
    return unknown.length === 0
      ? undefined
      : `ids of portal/labels.yml with “ > ” between; unknown: ${unknown.join(', ')}`;
  }
  return text.trim() === '' ? 'a text' : undefined;
}

function attributeMistakes(
  name: AuthorComponentName,
  attributes: readonly Attribute[],
  references: References,
): { found: string; expected: string }[] {
  const definitions: Readonly<Record<string, Reference>> = authorComponents[name].attributes;
  const given = new Map(attributes.map((attribute) => [attribute.name ?? '{…}', attribute.value]));
  const choice = String(given.get('value'));
  const mistakes: { found: string; expected: string }[] = [];
  for (const [key, kind] of Object.entries(definitions)) {
    const attribute = key.replace('?', '');
    const text = given.get(attribute);
    given.delete(attribute);
    if (text === undefined && key.endsWith('?')) continue;
    if (typeof text !== 'string') {
      mistakes.push({
        found: `<${name}> without a text in “${attribute}”`,
        expected: `${attribute}="…"`,
      });
      continue;
    }
    const expected = expectedOf(kind, text, references, choice);
    if (expected !== undefined)
      mistakes.push({ found: `<${name} ${attribute}="${text}">`, expected });
  }
  for (const unknown of given.keys()) {
    const allowed = Object.keys(definitions).map((key) => key.replace('?', ''));
    mistakes.push({
      found: `<${name}> with “${unknown}”`,
      expected: allowed.length > 0 ? list(allowed) : 'no attribute',
    });
  }
  return mistakes;
}

function nodeMistakes(
  node: MdxNode,
  references: References,
): { found: string; expected: string }[] {
  if (node.type === 'mdxjsEsm') {
    return [{ found: 'import or export', expected: 'text and components only' }];
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    return [{ found: `{${node.value ?? ''}}`, expected: noBraces }];
  }
  if (!isComponent(node)) return [];
  const name = node.name ?? '';
  if (!isAuthorComponent(name)) {
    return [{ found: `<${name}>`, expected: list(Object.keys(authorComponents)) }];
  }
  const part = references.empty.get(name);
  if (part !== undefined)
    return [{ found: `<${name}>`, expected: `“${part}” in guide.yml for it` }];
  return [
    ...attributeMistakes(name, node.attributes ?? [], references),
    ...contentMistakes(name, node.children ?? []),
  ];
}

function contentMistakes(
  name: AuthorComponentName,
  children: readonly MdxNode[],
): { found: string; expected: string }[] {
  const empty = authorComponents[name].content === 'none';
  if (empty && children.length > 0) {
    return [{ found: `<${name}> with text in it`, expected: `<${name} … />` }];
  }
  if (!empty && children.length === 0) {
    return [{ found: `<${name}> without text in it`, expected: `<${name}>…</${name}>` }];
  }
  return [];
}

/** The mistake in a text that cannot be parsed. */
export function unreadable(
  file: string,
  { line, message }: { readonly line: number; readonly message: string },
): Mistake {
  const expected = message.includes('expression') ? noBraces : 'MDX that can be read';
  return { file, line, found: message, expected };
}

/** All mistakes in the MDX of one file. */
export function checkProse(file: string, text: string, references: References): Mistake[] {
  const prose = parseProse(text);
  if (!prose.ok) return [unreadable(file, prose)];
  return prose.nodes.flatMap((node) =>
    nodeMistakes(node, references).map((mistake) => ({
      file,
      line: lineOf(node),
      ...mistake,
    })),
  );
}
