/** What changed, and its feeds. */

import { expect, isBuilt, test } from './site.ts';

interface Feed {
  readonly root: string;
  readonly self: string;
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly dates: readonly string[];
}

for (const address of ['/news/', '/en/news/']) {
  test(`${address} names its feeds, which are Atom`, async ({ page, context, request }) => {
    await page.goto(address);
    const feeds = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((links) =>
        links
          .map((link) => (link as HTMLAnchorElement).pathname)
          .filter((path) => path.endsWith('.xml')),
      );
    expect(feeds).toHaveLength(5);
    await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute(
      'href',
      feeds[0] ?? '',
    );
    // This site lets no script parse markup, so a blank page does.
    const blank = await context.newPage();
    const shown = await page.getByRole('heading', { level: 3 }).count();
    for (const path of feeds) {
      const text = await (await request.get(path)).text();
      const feed = await blank.evaluate((xml): Feed => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const texts = (query: string) =>
          [...parsed.querySelectorAll(query)].map(({ textContent }) => textContent);
        return {
          root: `${parsed.documentElement.namespaceURI ?? ''} ${parsed.documentElement.localName}`,
          self: parsed.querySelector('feed > link[rel=self]')?.getAttribute('href') ?? '',
          ids: texts('entry > id'),
          links: [...parsed.querySelectorAll('entry > link')].map(
            (link) => link.getAttribute('href') ?? '',
          ),
          dates: texts('updated'),
        };
      }, text);
      expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
      expect(new URL(feed.self).pathname).toBe(path);
      expect(new Set(feed.ids).size).toBe(feed.links.length);
      if (path === feeds[0]) expect(feed.ids).toHaveLength(shown);
      for (const date of feed.dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      const paths = feed.links.map((link) => new URL(link).pathname);
      expect(paths.filter((one) => !isBuilt(one))).toEqual([]);
    }
  });
}
