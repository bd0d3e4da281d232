/**
 * The ledger of everything that readers may have linked to (`published.yml`): addresses, which contain the ids of steps
 * and errors, and the keys of values in links. It only ever grows.
 */

import { z } from 'astro/zod';
import { parse, stringify } from 'yaml';
import { languageCodes } from '../i18n/languages.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import { guideSchema } from './guide.ts';
import type { Redirects } from './redirects.ts';

const schema = z.strictObject({
  languages: z.array(z.string()).describe('with an address each; the first has no prefix'),
  addresses: z.array(z.string()).describe('in every language, written without one'),
  single: z.array(z.string()).describe('addresses that are the same for all languages'),
  keys: z.record(z.string(), z.array(z.string())).describe('of values in links, by guide'),
});

/** What has been published. */
export type Ledger = z.infer<typeof schema>;

/** Reads the text of `published.yml`. @throws if it has a mistake. */
export function ledgerOf(text: string): Ledger {
  return schema.parse(parse(text));
}

const remark = `# Everything that readers may have linked to. Written by \`npm run ledger\`, which adds what is new: never remove a line.
# What no longer exists needs a row in redirects.yml, which the tests check.
`;

/** The ledger as its file. */
export function ledgerText(ledger: Ledger): string {
  return `${remark}${stringify(ledger, { flowCollectionPadding: false })}`;
}

/** The files of routes below `src/pages/`, and the content that they are made from. */
export interface Site {
  readonly routes: readonly string[];
  readonly files: ContentFiles;
  readonly redirects: Redirects;
}

/** The values of each parameter in the name of a route, given those before it. */
type Expand = (route: string) => readonly string[];

function expander(
  guides: ReadonlyMap<string, readonly string[]>,
  errors: readonly string[],
): Expand {
  return (route) => {
    if (route.includes('[guide]'))
      return [...guides].flatMap(([id, steps]) => {
        const own = route.replace('[guide]', id);
        return own.includes('[step]') ? steps.map((step) => own.replace('[step]', step)) : [own];
      });
    return route.includes('[id]') ? errors.map((id) => route.replace('[id]', id)) : [route];
  };
}

/** `ipm-cloud/owner.astro` is `/ipm-cloud/owner/`; `news.xml.ts` is `/news.xml`. */
function addressOfRoute(route: string): string {
  const name = route.replace(/\.ts$/, '').replace(/(?:^|(?<=\/))index\.astro$|\.astro$/, '/');
  return `/${name}`.replace(/\/+/g, '/');
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].toSorted();

/** The ids of each guide's steps. */
function stepsOfGuides(files: ContentFiles): ReadonlyMap<string, readonly string[]> {
  const guides = filesLike(files, /^guides\/([^/]+)\/guide\.yml$/);
  return new Map(
    guides.map(([, text, id]) => [id, guideSchema.parse(parse(text)).steps.map((step) => step.id)]),
  );
}

/** The files of steps in Markdown, each with the address of its page; former addresses of steps have one too. */
export function markdownFiles({
  files,
  redirects,
}: Omit<Site, 'routes'>): ReadonlyMap<string, string> {
  const pages = new Set(
    [...stepsOfGuides(files)].flatMap(([id, steps]) => steps.map((step) => `/${id}/${step}/`)),
  );
  const moved = Object.entries(redirects.addresses).filter(([, to]) => pages.has(to));
  const all = [...[...pages].map((path) => [path, path] as const), ...moved];
  return new Map(all.map(([from, to]) => [`${from.slice(0, -1)}.md`, to]));
}

/** What this site publishes. Former addresses count: they still lead somewhere. */
export function publishedBy({ routes, files, redirects }: Site): Ledger {
  const guides = filesLike(files, /^guides\/([^/]+)\/guide\.yml$/).map(
    ([, text, id]) => [id, guideSchema.parse(parse(text))] as const,
  );
  const steps = stepsOfGuides(files);
  const errors = Object.keys(parse(files.get('errors/errors.yml') ?? '') as object);
  const expand = expander(steps, errors);
  const prefix = '[...lang]/';
  // Neither is an address that anybody links to.
  const own = routes.filter((route) => !/^404\.astro$|\[\.\.\.moved\]/.test(route));
  const [inLanguages, single] = [true, false].map((wanted) =>
    own
      .filter((route) => route.startsWith(prefix) === wanted)
      .flatMap(expand)
      .map((route) => addressOfRoute(route.replace(prefix, ''))),
  );
  return {
    languages: [...languageCodes],
    addresses: sorted([
      ...(inLanguages ?? []),
      ...markdownFiles({ files, redirects }).keys(),
      ...Object.keys(redirects.addresses),
    ]),
    single: sorted(single ?? []),
    keys: Object.fromEntries(
      guides.map(([id, { values }]) => [
        id,
        sorted([...values.map((value) => value.id), ...Object.keys(redirects.keys[id] ?? {})]),
      ]),
    ),
  };
}

/** Both together, sorted. */
export function joined(one: Ledger, other: Ledger): Ledger {
  const guides = sorted([...Object.keys(one.keys), ...Object.keys(other.keys)]);
  return {
    languages: [...new Set([...one.languages, ...other.languages])],
    addresses: sorted([...one.addresses, ...other.addresses]),
    single: sorted([...one.single, ...other.single]),
    keys: Object.fromEntries(
      guides.map((id) => [id, sorted([...(one.keys[id] ?? []), ...(other.keys[id] ?? [])])]),
    ),
  };
}

/** Every entry of a ledger as a line of text. */
function linesOf({ languages, addresses, single, keys }: Ledger): readonly string[] {
  const keyLines = Object.entries(keys).flatMap(([guide, list]) =>
    list.map((key) => `${guide}#${key}=`),
  );
  return [...languages, ...addresses, ...single, ...keyLines];
}

/** What a ledger has and another lacks: addresses, `guide#key=` and languages. */
export function missingFrom(other: Ledger, ledger: Ledger): readonly string[] {
  const present = new Set(linesOf(other));
  return linesOf(ledger).filter((line) => !present.has(line));
}

/** The rows of `redirects.yml` that lead nowhere, or that hide something which still exists. */
export function wrongRedirects(
  redirects: Redirects,
  site: Omit<Site, 'redirects'>,
): readonly string[] {
  const now = publishedBy({ ...site, redirects: { addresses: {}, keys: {} } });
  const exists = new Set(now.addresses);
  const rows = Object.entries(redirects.addresses)
    .filter(([from, to]) => exists.has(from) || !exists.has(to))
    .map(([from, to]) => `${from}: ${to}`);
  const keyRows = Object.entries(redirects.keys).flatMap(([guide, renamed]) => {
    const keys = now.keys[guide] ?? [];
    return Object.entries(renamed)
      .filter(([from, to]) => keys.includes(from) || !keys.includes(to))
      .map(([from, to]) => `${guide}: ${from}: ${to}`);
  });
  return [...rows, ...keyRows];
}
