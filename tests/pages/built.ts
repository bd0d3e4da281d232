/** The pages of the built site, and what kind of page each is. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { partsOf, reservedStepIds } from '../../src/i18n/addresses.ts';
import {
  isLanguage,
  languageCodes,
  sourceLanguage,
  type Language,
} from '../../src/i18n/languages.ts';

const dist = resolve('dist');

function htmlIn(folder: string): readonly string[] {
  return readdirSync(join(dist, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return htmlIn(path);
    return entry.name.endsWith('.html') ? [path] : [];
  });
}

/** The addresses of all built pages: `/`, `/404.html`, `/ipm-cloud/owner/`. */
export function allPages(): readonly string[] {
  if (!existsSync(dist)) throw new Error('Build the site first: there is no dist/');
  return htmlIn('')
    .map((path) => `/${path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .toSorted();
}

/** The HTML of a page as built. */
export function builtHtml(address: string): string {
  return readFileSync(join(dist, address, address.endsWith('/') ? 'index.html' : ''), 'utf8');
}

const { addresses: moved } = parse(readFileSync('src/content/redirects.yml', 'utf8')) as {
  readonly addresses: Readonly<Record<string, string>>;
};

/** The addresses of guides: their first part. */
const guides: readonly string[] = readdirSync('src/content/guides');

/** The language of a page, by the start of its address. */
export function languageOf(address: string): Language {
  const [first = ''] = partsOf(address);
  return isLanguage(first) ? first : sourceLanguage;
}

/** The address of the same page in German. */
export function inGerman(address: string): string {
  const language = languageOf(address);
  return language === sourceLanguage ? address : address.slice(language.length + 1);
}

/** One error page stands for all: they differ only in words. */
export const errorPage = '/errors/aadsts50011/';

/** One error page per family: sign-in, mail servers, Graph, the portal. */
const visitedErrors: readonly string[] = [
  errorPage,
  '/errors/535-5-7-139-security-defaults/',
  '/errors/graph-request-denied/',
  '/errors/portal-manifest-property/',
];

/** Whether a page is about a single error. */
export function isErrorPage(address: string): boolean {
  return /^\/errors\/[^/]+\/$/.test(inGerman(address));
}

/** Whether a page only leads on to another one. */
export function isMoved(address: string): boolean {
  return inGerman(address) in moved;
}

/** Whether a page is shown in German since it has not been translated; only its frame differs. */
function isUntranslated(address: string): boolean {
  return languageOf(address) !== sourceLanguage && builtHtml(address).includes('content="noindex"');
}

let visited: readonly string[] | undefined;

/** The pages with their own text, of errors one per family, and one untranslated page of each language. */
export function pagesToVisit(): readonly string[] {
  visited ??= ownPages();
  return visited;
}

function ownPages(): readonly string[] {
  const pages = allPages().filter(
    (address) =>
      (!isErrorPage(address) || visitedErrors.includes(inGerman(address))) &&
      // Not for readers: has no layout, and is tested where it is used.
      address !== '/sign-in-answer/' &&
      !isMoved(address),
  );
  const untranslated = pages.filter(isUntranslated);
  const samples = languageCodes.map((code) => untranslated.find((one) => languageOf(one) === code));
  return pages.filter((address) => samples.includes(address) || !untranslated.includes(address));
}

/** What makes a page: all steps have the same parts, as have the overviews of all guides. Other pages are of their own kind. */
export function kindOf(address: string): string {
  const german = inGerman(address);
  const [guide = '', page] = partsOf(german);
  if (isErrorPage(address)) return errorPage;
  if (!guides.includes(guide)) return german;
  if (page === undefined) return 'overview';
  return reservedStepIds.some((id) => id === page) ? page : 'step';
}

/** The first page of each kind in each language. */
export function samplePages(): readonly string[] {
  const pages = pagesToVisit();
  return languageCodes.flatMap((code) => {
    const own = pages.filter((address) => languageOf(address) === code);
    const kinds = own.map(kindOf);
    return own.filter((_, index) => kinds.indexOf(kinds[index] ?? '') === index);
  });
}

/** The elements and classes of a page, which are what its styles and scripts apply to. */
function markupOf(address: string): readonly string[] {
  return builtHtml(address).match(/<[\w-]+|\bclass="[^"]*"/g) ?? [];
}

/** One page of each kind in each language, and every German page with an element or classes that none before it has. */
export function pagesToExamine(): readonly string[] {
  const samples = samplePages();
  const seen = new Set(samples.flatMap(markupOf));
  const others = pagesToVisit().filter((address) => {
    if (samples.includes(address) || languageOf(address) !== sourceLanguage) return false;
    const unseen = markupOf(address).filter((one) => !seen.has(one));
    for (const one of unseen) seen.add(one);
    return unseen.length > 0;
  });
  return [...samples, ...others];
}

/** Whether an address, without fragment, is a file of the built site. */
export function isBuilt(path: string): boolean {
  return existsSync(join(dist, path, path.endsWith('/') ? 'index.html' : ''));
}
