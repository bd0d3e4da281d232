/** The head of every built page, for search engines and link previews. */

import { allPages, builtHtml, expect, isBuilt, isMoved, test } from './site.ts';

interface Head {
  readonly address: string;
  readonly description: string;
  readonly title: string;
  /** The link preview: title, description, and the address of the image. */
  readonly preview: readonly string[];
  readonly canonical: string;
  /** Paths by language. */
  readonly alternates: Readonly<Record<string, string>>;
  readonly isHidden: boolean;
}

/** Former addresses have the head of their successors. */
const present = allPages().filter((address) => !isMoved(address));

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
  expect.soft(canonical, `canonical addresses of ${address}`).toHaveLength(1);
  return {
    address,
    description: meta('description') ?? '',
    title: /<title>([^<]*)/.exec(head)?.[1] ?? '',
    preview: ['title', 'description', 'image'].map(property),
    canonical: path(canonical[0]?.['href'] ?? ''),
    alternates: Object.fromEntries(
      links.flatMap(({ hreflang = '', href = '' }) => (hreflang ? [[hreflang, path(href)]] : [])),
    ),
    isHidden: meta('robots') === 'noindex',
  };
}

const isEnglish = (address: string) => address.startsWith('/en/');
const german = (address: string) => address.replace(/^\/en\//, '/');
/** Pages without counterparts in other languages, hidden from search engines. */
const alone = ['/404.html', '/sign-in-answer/'];

test('the logo and its images are files of the site', () => {
  for (const file of ['/favicon.svg', '/apple-touch-icon.png', '/open-graph.png']) {
    expect.soft(isBuilt(file), file).toBe(true);
  }
});

test('every page has a description and its canonical address', () => {
  for (const address of present) {
    const { title, description, preview, canonical, alternates, isHidden } = headOf(address);
    if (address !== '/sign-in-answer/') {
      const picture = expect.stringMatching(/^https:.*\/open-graph\.png$/);
      expect.soft(preview, `preview of ${address}`).toEqual([title, description, picture]);
    }
    expect.soft(description.length, `description of ${address}`).toBeGreaterThan(20);
    // An untranslated page is shown in German, with the German page as canonical.
    const own = isHidden && isEnglish(address) ? german(address) : address;
    expect.soft(canonical, `canonical address of ${address}`).toBe(own);
    expect.soft(alternates['x-default'], `x-default of ${address}`).toBe(german(address));
    if (alone.includes(address)) expect.soft(isHidden, `${address} is hidden`).toBe(true);
  }
});

test('pages and their translations link to each other and nothing else', () => {
  const heads = new Map(present.map((address) => [address, headOf(address)]));
  for (const { address, alternates, isHidden } of heads.values()) {
    if (address === '/sign-in-answer/') continue;
    const { de, en, 'x-default': anyone, ...others } = alternates;
    expect.soft(Object.keys(others), `other languages of ${address}`).toEqual([]);
    expect
      .soft([de, anyone], `German page of ${address}`)
      .toEqual([german(address), german(address)]);
    if (en !== undefined) {
      expect.soft(isBuilt(en), `${en}, named by ${address}`).toBe(true);
      expect.soft(heads.get(en)?.isHidden, `${en}, named by ${address}, is hidden`).toBe(false);
      expect.soft(heads.get(en)?.alternates, `languages of ${en}`).toEqual(alternates);
    }
    // An English page is listed as an alternate, or hidden.
    if (isEnglish(address)) expect.soft(isHidden, address).toBe(en === undefined);
    else if (!alone.includes(address)) expect.soft(isHidden, address).toBe(false);
  }
});
