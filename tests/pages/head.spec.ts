/** The head of every built page, for search engines and link previews. */

import { languageCodes, sourceLanguage } from '../../src/i18n/languages.ts';
import {
  allPages,
  builtHtml,
  expect,
  inGerman,
  isBuilt,
  isMoved,
  languageOf,
  test,
} from './site.ts';

interface Head {
  readonly address: string;
  readonly description: string;
  readonly title: string;
  /** The link preview: title, description, and the address of the image. */
  readonly preview: readonly string[];
  /** Should be one. */
  readonly canonical: readonly string[];
  /** Paths by language. */
  readonly alternates: Readonly<Record<string, string>>;
  readonly isHidden: boolean;
}

const path = (href: string) => new URL(href).pathname;

function headOf(address: string): Head {
  const [head = ''] = builtHtml(address).split('</head>', 1);
  const tags = (name: string) =>
    [...head.matchAll(new RegExp(`<${name} [^>]*>`, 'g'))].map(([tag]) =>
      Object.fromEntries(
        [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, text]) => [key ?? '', text ?? '']),
      ),
    );
  const meta = (name: string) => tags('meta').find((tag) => tag['name'] === name)?.['content'];
  const property = (name: string) =>
    tags('meta').find((tag) => tag['property'] === `og:${name}`)?.['content'] ?? '';
  const links = tags('link');
  const canonical = links.filter(({ rel }) => rel === 'canonical');
  return {
    address,
    description: meta('description') ?? '',
    title: /<title>([^<]*)/.exec(head)?.[1] ?? '',
    preview: ['title', 'description', 'image'].map(property),
    canonical: canonical.map(({ href = '' }) => path(href)),
    alternates: Object.fromEntries(
      links.flatMap(({ hreflang = '', href = '' }) => (hreflang ? [[hreflang, path(href)]] : [])),
    ),
    isHidden: meta('robots') === 'noindex',
  };
}

/** Pages without counterparts in other languages, hidden from search engines. */
const alone = ['/404.html', '/sign-in-answer/'];

test('the logo and its images are files of the site', () => {
  for (const file of ['/favicon.svg', '/apple-touch-icon.png', '/open-graph.png']) {
    expect.soft(isBuilt(file), file).toBe(true);
  }
});

/** Former addresses have the head of their successors. */
function allHeads(): readonly Head[] {
  return allPages()
    .filter((address) => !isMoved(address))
    .map(headOf);
}

const isShown = ({ address }: Head) => address !== '/sign-in-answer/';

/** Compares all pages at once: one `expect` for each of a thousand would take a minute. */
function expectOfAll(
  pages: readonly Head[],
  found: (head: Head) => unknown,
  wanted: (head: Head) => unknown,
): void {
  const of = (read: (head: Head) => unknown) =>
    Object.fromEntries(pages.map((head) => [head.address, read(head)]));
  expect(pages.length).toBeGreaterThan(0);
  expect.soft(of(found)).toEqual(of(wanted));
}

const isTranslation = (address: string) => languageOf(address) !== sourceLanguage;

test('every page has one heading of the first level, a title and its language', () => {
  const wrong = allPages().filter((address) => {
    const html = builtHtml(address);
    return (
      html.match(/<h1\b/g)?.length !== 1 ||
      !/<title>[^<]*\S/.test(html) ||
      /<html[^>]* lang="?([a-z]+)/.exec(html)?.[1] !== languageOf(address)
    );
  });
  expect(wrong).toEqual([]);
});

test('every page has a description and its canonical address', () => {
  const all = allHeads();
  expectOfAll(
    all.filter(isShown),
    ({ preview }) => preview,
    ({ title, description }) => [
      title,
      description,
      expect.stringMatching(/^https:.*\/open-graph\.png$/),
    ],
  );
  const short = all.filter(({ description }) => description.length <= 20);
  expect.soft(short, 'with a short description').toEqual([]);
  // An untranslated page is shown in German, with the German page as canonical.
  expectOfAll(
    all,
    ({ canonical, alternates }) => [canonical, alternates['x-default']],
    ({ address, isHidden }) => [
      [isHidden && isTranslation(address) ? inGerman(address) : address],
      inGerman(address),
    ],
  );
});

test('pages and their translations link to each other and nothing else', () => {
  const shown = allHeads().filter(isShown);
  const heads = new Map(shown.map((head) => [head.address, head]));
  const codes: readonly string[] = [...languageCodes, 'x-default'];
  expectOfAll(
    shown,
    ({ alternates }) => ({
      german: [alternates[sourceLanguage], alternates['x-default']],
      others: Object.keys(alternates).filter((code) => !codes.includes(code)),
    }),
    ({ address }) => ({ german: [inGerman(address), inGerman(address)], others: [] }),
  );
  const pairs = shown.flatMap(({ address, alternates }) =>
    Object.entries(alternates).map(([code, other]) => ({ address, alternates, code, other })),
  );
  const wrong = pairs.filter(({ address, alternates, code, other }) => {
    if (code === 'x-default') return false;
    const head = heads.get(other);
    if (alone.includes(address)) return other !== address;
    return (
      !isBuilt(other) ||
      languageOf(other) !== code ||
      head?.isHidden === true ||
      JSON.stringify(head?.alternates) !== JSON.stringify(alternates)
    );
  });
  expect.soft(wrong, 'of languages').toEqual([]);
  // A translation is listed as an alternate, or hidden.
  expectOfAll(
    shown,
    ({ isHidden }) => isHidden,
    ({ address, alternates }) =>
      isTranslation(address)
        ? alternates[languageOf(address)] === undefined
        : alone.includes(address),
  );
});
