/**
 * Checks all content at once and tells every mistake with file, line, what was found and what was
 * expected. A build begins with it and stops on the first mistake found.
 */

import { z } from 'astro/zod';
import { applicable } from '../domain/applicable.ts';
import { findPermission } from '../domain/permissions.ts';
import { readValue } from '../domain/read-value.ts';
import { checkRedirectUri, checkRedirectUris, redirectUris } from '../domain/redirect-uris.ts';
import { scripts } from '../domain/scripts.ts';
import { fillTemplate, parseTemplate } from '../domain/template.ts';
import type { Values } from '../domain/guide.ts';
import { reservedStepIds } from '../i18n/addresses.ts';
import { isLanguage, languageCodes, sourceLanguage } from '../i18n/languages.ts';
import {
  checkProse,
  componentsOf,
  noReferences,
  parseProse,
  type References,
  type UsedComponent,
} from './check-prose.ts';
import { checkErrors } from './check-errors.ts';
import { guideMistakes, guideOf, guideSchema, type GuideFile } from './guide.ts';
import { foundAt, locate, mistakesOf, type Located, type Mistake, type Path } from './mistake.ts';
import {
  factSchema,
  factWordsSchema,
  guideWordsSchema,
  pageSchema,
  portalLabelSchema,
  portalPageSchema,
  stepSchema,
} from './prose.ts';
import { sourceWordsSchema, translatedWordsSchema } from './words.ts';

/** Content files by their path below `src/content/`, with `/` between folders. */
export type ContentFiles = ReadonlyMap<string, string>;

/** The day that samples are read on; samples are made up, so any day will do as long as it is one. */
const sampleDay = '2026-11-20';

const rootPages = ['start', 'imprint', 'privacy', 'not-found'] as const;

/** Attributes that a translation words anew. */
const translatedAttributes = ['shows'];

/** Mistakes as they are found, and how to read a file while collecting them. */
export class Report {
  readonly mistakes: Mistake[] = [];

  add(file: string, line: number, found: string, expected: string): void {
    this.mistakes.push({ file: `src/content/${file}`, line, found, expected });
  }

  /** Reads YAML or JSON by a schema; nothing comes back when there are mistakes. */
  read<Schema extends z.ZodType>(
    file: string,
    text: string,
    schema: Schema,
    firstLine = 1,
  ): { readonly data: z.output<Schema>; readonly located: Located } | undefined {
    const located = locate(text, firstLine);
    for (const { line, message } of located.syntax) {
      this.add(file, line, message, 'YAML that can be read');
    }
    if (located.syntax.length > 0) return undefined;
    const result = schema.safeParse(located.data);
    if (result.success) return { data: result.data, located };
    this.mistakes.push(...mistakesOf(`src/content/${file}`, located, result.error));
    return undefined;
  }

  frontmatter<Schema extends z.ZodType>(file: string, text: string, schema: Schema) {
    const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
    if (match) return this.read(file, match[1] ?? '', schema, 2);
    this.add(file, 1, 'no frontmatter', 'entries between two lines of ---');
    return undefined;
  }
}

/** Folders and file names that the build would pass over without a word. */
function checkPlaces(files: ContentFiles, report: Report): void {
  const guides = guideIds(files);
  for (const file of files.keys()) {
    const language =
      /^words\/(.*)\.json$|^facts\/(?!facts\.yml$)(.*)\.yml$|^errors\/(?:symptoms-)?(?!errors|symptoms)(.*)\.yml$|^(?:pages|shared)\/(.*)\/|^guides\/[^/]+\/(.*)\//.exec(
        file,
      );
    const code = language?.slice(1).find(Boolean);
    if (code !== undefined && !isLanguage(code)) {
      report.add(file, 1, `language “${code}”`, `one of: ${languageCodes.join(', ')}`);
    }
    const guide = /^guides\/([^/]+)\//.exec(file)?.[1];
    if (guide !== undefined && !guides.includes(guide)) {
      report.add(file, 1, `guide “${guide}”`, `one of: ${guides.join(', ')}`);
    }
  }
}

/** YAML takes more than JSON does, such as a comma after the last entry. */
function checkJson(file: string, text: string, report: Report): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    report.add(file, line, message, 'JSON that can be read');
  }
}

function checkWords(files: ContentFiles, report: Report): void {
  for (const [file, text] of files) {
    const language = /^words\/(.*)\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    const before = report.mistakes.length;
    report.read(
      file,
      text,
      language === sourceLanguage ? sourceWordsSchema : translatedWordsSchema,
    );
    if (report.mistakes.length === before) checkJson(file, text, report);
  }
}

function recordKeys(
  file: string,
  files: ContentFiles,
  report: Report,
  schema: z.ZodType,
): ReadonlySet<string> {
  const text = files.get(file);
  if (text === undefined) {
    report.add(file, 1, 'no such file', 'a registry');
    return new Set();
  }
  report.read(file, text, z.record(z.string(), schema));
  // Its names count even if it has a mistake: that is not told again at every label.
  return new Set([...text.matchAll(/^([a-z0-9-]+):/gm)].map(([, key = '']) => key));
}

function guideIds(files: ContentFiles): readonly string[] {
  return [...files.keys()].flatMap((file) => /^guides\/([^/]+)\/guide\.yml$/.exec(file)?.[1] ?? []);
}

function checkGuideFile(
  file: string,
  id: string,
  guide: GuideFile,
  located: Located,
  portalPages: ReadonlySet<string>,
  report: Report,
): void {
  const add = (path: Path, found: string, expected: string) => {
    report.add(file, located.lineOf(path), found, expected);
  };
  for (const { path, expected } of guideMistakes(guide)) {
    add(path, foundAt(located, path), expected);
  }
  guide.values.forEach((definition, index) => {
    const reading = readValue(definition, definition.sample, { today: sampleDay });
    if (reading.ok) return;
    const codes = reading.problems.map((problem) => problem.code).join(', ');
    add(['values', index, 'sample'], `“${definition.sample}” (${codes})`, 'an acceptable value');
  });
  guide.registration.permissions.forEach(({ api, name, type }, index) => {
    if (findPermission(api, name, type)) return;
    const path = ['registration', 'permissions', index, 'name'];
    add(path, `${type} “${name}” of ${api}`, 'a permission of src/domain/permission-list.ts');
  });
  guide.steps.forEach(({ id: step, opens }, index) => {
    if (opens !== undefined && !portalPages.has(opens)) {
      add(['steps', index, 'opens'], `“${opens}”`, `one of: ${[...portalPages].join(', ')}`);
    }
    if ((reservedStepIds as readonly string[]).includes(step)) {
      add(['steps', index, 'id'], `“${step}”`, `an id other than: ${reservedStepIds.join(', ')}`);
    }
  });
  checkSampleUris(id, guide, add);
}

function checkSampleUris(
  id: string,
  guide: GuideFile,
  add: (path: Path, found: string, expected: string) => void,
): void {
  const samples: Values = Object.fromEntries(
    guide.values.map(({ id: key, sample }) => [key, sample]),
  );
  const { redirects, audience } = guide.registration;
  redirects.forEach(({ pattern, platform }, index) => {
    const filled = fillTemplate(parseTemplate(pattern), samples);
    const problems = filled.ok ? checkRedirectUri(filled.text, audience, platform) : [];
    for (const { code } of problems) {
      const path = ['registration', 'redirects', index, 'pattern'];
      add(path, `“${pattern}” (${code})`, 'a redirect URI that Microsoft accepts');
    }
  });
  const uris = redirectUris(guideOf(id, guide), samples).flatMap(({ uri }) => uri ?? []);
  for (const { code } of checkRedirectUris(uris, audience)) {
    add(['registration', 'redirects'], code, 'redirect URIs that Microsoft accepts');
  }
}

function checkGuideWords(
  file: string,
  guide: GuideFile,
  words: z.output<typeof guideWordsSchema>,
  located: Located,
  report: Report,
): void {
  const needed = {
    values: guide.values.map(({ id }) => id),
    permissions: [...new Set(guide.registration.permissions.map(({ name }) => name))],
    fields: guide.forms
      .flatMap(({ fields }) => fields)
      .flatMap(({ label, source }) =>
        'from' in source && source.from === 'reader' ? [label] : [],
      ),
  };
  for (const definition of guide.values) {
    if (definition.kind !== 'choice') continue;
    const given = Object.keys(words.values[definition.id]?.options ?? {});
    const path = ['values', definition.id, 'options'];
    for (const option of definition.options.filter((wanted) => !given.includes(wanted))) {
      report.add(file, located.lineOf(path), `no “${[...path, option].join('.')}”`, 'words for it');
    }
    for (const option of given.filter((other) => !definition.options.includes(other))) {
      const found = [...path, option];
      report.add(file, located.lineOf(found), found.join('.'), 'only what guide.yml has');
    }
  }
  for (const [group, keys] of Object.entries(needed)) {
    const given = Object.keys(words[group as keyof typeof needed]);
    for (const key of keys.filter((wanted) => !given.includes(wanted))) {
      report.add(file, located.lineOf([group]), `no “${group}.${key}”`, 'words for it');
    }
    for (const key of given.filter((other) => !keys.includes(other))) {
      report.add(file, located.lineOf([group, key]), `${group}.${key}`, 'only what guide.yml has');
    }
  }
}

interface Sign {
  readonly tag: string;
  readonly line: number;
}

function sign({ name, line, attributes }: UsedComponent): Sign {
  const kept = Object.entries(attributes).filter(([key]) => !translatedAttributes.includes(key));
  return { tag: `<${[name, ...kept.map(([key, value]) => `${key}="${value}"`)].join(' ')}>`, line };
}

/** What a translation must have as well, or nothing where the text cannot be read. */
function signature(text: string): readonly Sign[] | undefined {
  const prose = parseProse(text);
  if (!prose.ok) return undefined;
  return componentsOf(prose.nodes)
    .filter(({ name }) => !['Label', 'Path', 'ProductLabel', 'ProductPath', 'Value'].includes(name))
    .map(sign);
}

/** The first component that one list has more often than the other. */
function surplus(one: readonly Sign[], other: readonly Sign[]): Sign | undefined {
  const rest = other.map(({ tag }) => tag);
  return one.find(({ tag }) => {
    const index = rest.indexOf(tag);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

function checkTranslation(file: string, text: string, source: string, report: Report): void {
  const [here, there] = [signature(text), signature(source)];
  if (!here || !there) return;
  const missing = surplus(there, here);
  const extra = surplus(here, there);
  const expected = 'the same components as in German';
  if (missing) report.add(file, 1, `no ${missing.tag} (German: line ${missing.line})`, expected);
  if (extra) report.add(file, extra.line, extra.tag, expected);
}

function checkAnatomy(file: string, text: string, report: Report): void {
  const prose = parseProse(text);
  if (!prose.ok) return;
  for (const part of ['Result', 'Otherwise']) {
    const used = componentsOf(prose.nodes).filter(({ name }) => name === part);
    if (used.length === 1) continue;
    report.add(file, used[1]?.line ?? 1, `${used.length} × <${part}>`, `exactly one <${part}>`);
  }
}

/** Names that every guide may use. */
interface Registries {
  readonly labels: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

/** What stays empty for a guide, so that its pages cannot show it. */
function idleComponents(guide: GuideFile): ReadonlyMap<string, string> {
  const { token, mailServers, registration } = guide;
  const parts: readonly (readonly [part: string, has: boolean, components: readonly string[]])[] = [
    ['token', token.length > 0, ['TokenEndpoint', 'EndpointCheck', 'Scope', 'ScopeCheck']],
    ['mailServers', mailServers.length > 0, ['MailServers', 'ServerCheck']],
    ['registration.redirects', registration.redirects.length > 0, ['RedirectUris']],
    ['registration.permissions', registration.permissions.length > 0, ['Permissions']],
  ];
  return new Map(
    parts.flatMap(([part, has, components]) =>
      has ? [] : components.map((component) => [component, part] as const),
    ),
  );
}

/** The scripts that have lines for this guide, whichever branch is chosen first. */
function usableScripts(id: string, guide: GuideFile): ReadonlySet<string> {
  const base = applicable(guideOf(id, guide), {});
  const usable = Object.entries(scripts).filter(([, lines]) => lines(base).length > 0);
  return new Set(usable.map(([script]) => script));
}

function referencesOf(
  id: string,
  guide: GuideFile,
  files: ContentFiles,
  registries: Registries,
): References {
  const choices = guide.values.filter((definition) => definition.kind === 'choice');
  return {
    ...registries,
    values: new Set(guide.values.map((definition) => definition.id)),
    steps: new Set(guide.steps.map((step) => step.id)),
    scripts: usableScripts(id, guide),
    forms: new Set(guide.forms.map((form) => form.id)),
    shared: sharedIds(files),
    options: new Map(choices.map((choice) => [choice.id, new Set(choice.options)])),
    redirects: guide.registration.redirects.length,
    protocols: new Set(guide.mailServers.map(({ protocol }) => protocol)),
    idle: idleComponents(guide),
  };
}

function sharedIds(files: ContentFiles): ReadonlySet<string> {
  const pattern = new RegExp(`^shared/${sourceLanguage}/([^/]+)\\.mdx$`);
  return new Set([...files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []));
}

/** The ids of the shared prose that a text takes in. */
export function sharedIn(text: string): readonly string[] {
  return [...text.matchAll(/<Shared\s+of=["']([a-z0-9-]+)["']/g)].map(([, id = '']) => id);
}

/** Shared prose is checked with each guide that uses it: what it names must exist there. It takes in no other. */
function checkShared(
  id: string,
  guide: GuideFile,
  files: ContentFiles,
  registries: Registries,
  report: Report,
): void {
  const references = { ...referencesOf(id, guide, files, registries), shared: new Set<string>() };
  const used = new Set(
    guide.steps.flatMap((step) =>
      sharedIn(files.get(`guides/${id}/${sourceLanguage}/${step.id}.mdx`) ?? ''),
    ),
  );
  for (const [file, text] of files) {
    const shared = /^shared\/[^/]+\/([^/]+)\.mdx$/.exec(file)?.[1];
    if (shared === undefined || !used.has(shared)) continue;
    for (const mistake of checkProse(`src/content/${file}`, text, references)) {
      report.mistakes.push({ ...mistake, found: `${mistake.found} (in guide ${id})` });
    }
  }
}

/** What concerns shared prose itself, whichever guides use it. */
function checkSharedFiles(files: ContentFiles, report: Report): void {
  const ids = sharedIds(files);
  const used = new Set(
    [...files].flatMap(([file, text]) => (file.startsWith('guides/') ? sharedIn(text) : [])),
  );
  for (const [file, text] of files) {
    const id = /^shared\/[^/]+\/([^/]+)\.mdx$/.exec(file)?.[1];
    if (id === undefined) continue;
    const source = files.get(`shared/${sourceLanguage}/${id}.mdx`);
    if (source === undefined) {
      report.add(file, 1, `shared prose “${id}”`, `one of: ${[...ids].join(', ')}`);
    } else {
      if (!used.has(id)) report.add(file, 1, `shared prose “${id}”`, 'a <Shared> on some step');
      checkTranslation(file, text, source, report);
    }
  }
}

function checkFacts(files: ContentFiles, report: Report): ReadonlySet<string> {
  const facts = recordKeys('facts/facts.yml', files, report, factSchema);
  for (const [file, text] of files) {
    const language = /^facts\/([a-z]+)\.yml$/.exec(file)?.[1];
    if (language === undefined || language === 'facts') continue;
    const read = report.read(file, text, z.record(z.string(), factWordsSchema));
    if (!read) continue;
    const said = Object.keys(read.data);
    for (const id of said.filter((fact) => !facts.has(fact))) {
      const line = read.located.lineOf([id]);
      report.add(file, line, `“${id}”`, `one of: ${[...facts].join(', ')}`);
    }
    if (language !== sourceLanguage) continue;
    for (const id of facts)
      if (!said.includes(id)) report.add(file, 1, `no “${id}”`, 'words for it');
  }
  return facts;
}

function checkSteps(
  id: string,
  guide: GuideFile,
  files: ContentFiles,
  registries: Registries,
  report: Report,
): void {
  const steps = guide.steps.map((step) => step.id);
  const references = referencesOf(id, guide, files, registries);
  for (const step of steps) {
    const file = `guides/${id}/${sourceLanguage}/${step}.mdx`;
    if (!files.has(file)) report.add(file, 1, 'no such file', 'the German text of this step');
  }
  for (const [file, text] of files) {
    const [, language = '', step = ''] =
      new RegExp(`^guides/${id}/([^/]+)/([^/]+)\\.mdx$`).exec(file) ?? [];
    if (step === '') continue;
    if (!steps.includes(step)) report.add(file, 1, `step “${step}”`, `one of: ${steps.join(', ')}`);
    report.frontmatter(file, text, stepSchema);
    report.mistakes.push(...checkProse(`src/content/${file}`, text, references));
    checkAnatomy(file, text, report);
    const source = files.get(`guides/${id}/${sourceLanguage}/${step}.mdx`);
    if (language !== sourceLanguage && source !== undefined) {
      checkTranslation(file, text, source, report);
    }
  }
}

function checkFields(
  id: string,
  guide: GuideFile,
  located: Located,
  files: ContentFiles,
  report: Report,
): void {
  const asked = new Set(
    guide.steps.flatMap((step) => {
      const text = files.get(`guides/${id}/${sourceLanguage}/${step.id}.mdx`) ?? '';
      const shared = sharedIn(text).map((part) =>
        files.get(`shared/${sourceLanguage}/${part}.mdx`),
      );
      return [text, ...shared].flatMap((part) => valuesAskedIn(part ?? ''));
    }),
  );
  guide.values.forEach(({ id: value, kind }, index) => {
    if (kind === 'choice' || asked.has(value)) return;
    const line = located.lineOf(['values', index, 'id']);
    report.add(`guides/${id}/guide.yml`, line, `value “${value}”`, 'a <ValueField> on some step');
  });
}

/** The values that a step's text asks for. */
export function valuesAskedIn(text: string): readonly string[] {
  return [...text.matchAll(/<ValueField\s+value=["']([A-Za-z0-9]+)["']/g)].map(
    ([, value = '']) => value,
  );
}

function checkGuides(files: ContentFiles, report: Report): void {
  const registries = {
    labels: recordKeys('portal/labels.yml', files, report, portalLabelSchema),
    facts: checkFacts(files, report),
  };
  checkSharedFiles(files, report);
  const portalPages = recordKeys('portal/pages.yml', files, report, portalPageSchema);
  for (const id of guideIds(files)) {
    const file = `guides/${id}/guide.yml`;
    const read = report.read(file, files.get(file) ?? '', guideSchema);
    if (!read) continue;
    checkGuideFile(file, id, read.data, read.located, portalPages, report);
    checkSteps(id, read.data, files, registries, report);
    checkShared(id, read.data, files, registries, report);
    checkFields(id, read.data, read.located, files, report);
    for (const [words, text] of files) {
      if (!new RegExp(`^guides/${id}/[^/]+/guide-words\\.yml$`).test(words)) continue;
      const found = report.read(words, text, guideWordsSchema);
      if (found) checkGuideWords(words, read.data, found.data, found.located, report);
    }
    const source = `guides/${id}/${sourceLanguage}/guide-words.yml`;
    if (!files.has(source)) report.add(source, 1, 'no such file', 'the German words of the guide');
  }
}

function checkPages(files: ContentFiles, report: Report): void {
  for (const page of rootPages) {
    const file = `pages/${sourceLanguage}/${page}.mdx`;
    if (!files.has(file)) report.add(file, 1, 'no such file', 'the German text of this page');
  }
  for (const [file, text] of files) {
    const page = /^pages\/[^/]+\/([^/]+)\.mdx$/.exec(file)?.[1];
    if (page === undefined) continue;
    if (!(rootPages as readonly string[]).includes(page)) {
      report.add(file, 1, `page “${page}”`, `one of: ${rootPages.join(', ')}`);
    }
    report.frontmatter(file, text, pageSchema);
    report.mistakes.push(...checkProse(`src/content/${file}`, text, noReferences));
    const source = files.get(`pages/${sourceLanguage}/${page}.mdx`);
    if (source !== undefined) checkTranslation(file, text, source, report);
  }
}

/** Every mistake in the content, in the order of the files. */
export function checkContent(files: ContentFiles): readonly Mistake[] {
  const report = new Report();
  checkPlaces(files, report);
  checkWords(files, report);
  checkGuides(files, report);
  checkPages(files, report);
  checkErrors(files, report);
  return report.mistakes.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
