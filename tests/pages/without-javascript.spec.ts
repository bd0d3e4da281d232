/** Every page without JavaScript, of other languages one of each kind: complete, with patterns, without dead controls or links. */

import {
  allPages,
  builtHtml,
  expect,
  isBuilt,
  pagesToExamine,
  redirectUrisPage,
  test,
} from './site.ts';

test.use({ javaScriptEnabled: false });
test.describe.configure({ timeout: 90_000 });

for (const half of [0, 1] as const) {
  test(`every page has its heading and text, and no dead control (${String(half + 1)} of 2)`, async ({
    page,
  }) => {
    for (const address of pagesToExamine().filter((_, index) => index % 2 === half)) {
      await page.goto(address);
      const seen = await page.evaluate(() => {
        const visible = (selector: string) =>
          [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility())
            .map(({ outerHTML }) => outerHTML.slice(0, 80));
        const titles = [...document.querySelectorAll('h1')].map((title) => title.innerText.trim());
        return {
          titles,
          length: document.querySelector('main')?.innerText.length ?? 0,
          // The browser itself opens the menu.
          controls: visible(
            // A text that is only to be read and selected is no control.
            'button:not([popovertarget]), :is(input, textarea):not([readonly]), select, dialog, [role=button], fieldset',
          ),
          notices: visible('lotse-link-notice, lotse-storage-notice, [data-lotse-unless]'),
        };
      });
      expect.soft(seen.titles, address).toEqual([expect.stringMatching(/./)]);
      // The shortest says only that a page has moved, and where.
      expect.soft(seen.length, address).toBeGreaterThan(100);
      expect.soft(seen.controls, address).toEqual([]);
      expect.soft(seen.notices, address).toEqual([]);
    }
  });
}

test('patterns show where values go', async ({ page }) => {
  await page.goto(redirectUrisPage);
  for (const pattern of [
    'https://[MEINE].ipmcloud.de',
    'https://[MEINE].ipmcloud.de/',
    'https://[SRVXX].ipmcloud.de',
    'https://[SRVXX].ipmcloud.de/',
  ]) {
    await expect(page.getByText(pattern, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText('Ihre iPM-Cloud', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Sie steht in der Adresszeile des Browsers')).toBeVisible();
  await expect(page.locator('noscript p')).toBeVisible();
  await page.goto('/ipm-cloud/in-the-product/');
  for (const pattern of ['[POSTFACH]', '[ANWENDUNGS-ID]', '[VERZEICHNIS-ID]']) {
    await expect(page.getByText(pattern, { exact: true }).first()).toBeVisible();
  }
  await page.goto('/ipm-cloud/limit-access/');
  await expect(page.getByText('<POSTFACH>').first()).toBeVisible();
});

test('portal labels appear in one language', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await expect(page.getByText('Single-Page-Webanwendung', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Single-page application', { exact: true }).first()).toBeHidden();
});

test('plain links lead through the steps', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'iPM-Cloud' }).getByRole('link').click();
  await page.getByRole('link', { name: 'Mit dem ersten Schritt beginnen' }).click();
  await page.getByRole('link', { name: 'Erledigt, weiter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('App registrieren');
  await page.getByText('Es erscheint etwas anderes?').click();
  await expect(page.getByText('PunycodeNotAllowedInUrl')).toBeVisible();
});

test('every internal link leads to an existing page and fragment', () => {
  const decoded = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  const attributes = (html: string, tag: string, name: string) =>
    [...html.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(
      ([, text = '']) => decoded(text),
    );
  const pages = allPages().map((address) => ({ address, html: builtHtml(address) }));
  const places = new Map(
    pages.map(({ address, html }) => [address, attributes(html, '[a-z][a-z0-9-]*', 'id')]),
  );
  const links = pages.flatMap(({ address, html }) => {
    const here = new URL(address, 'https://postlotse.example');
    const hrefs = [...attributes(html, 'a', 'href'), ...attributes(html, 'link', 'href')];
    return hrefs.map((href) => ({ from: address, url: new URL(href, here) }));
  });
  const own = links.filter(({ url }) => url.hostname === 'postlotse.example');
  expect(own.length).toBeGreaterThan(1000);
  const dead = own.filter(({ url }) => {
    if (!isBuilt(url.pathname)) return true;
    // What has a key is read by a script, and leads to no place.
    if (url.hash === '' || url.hash.includes('=')) return false;
    return !places.get(url.pathname)?.includes(decodeURIComponent(url.hash.slice(1)));
  });
  expect(dead.map(({ from, url }) => `${from} → ${url.pathname}${url.hash}`)).toEqual([]);
  const foreign = links.filter(
    (link) => !own.includes(link) && !['https:', 'mailto:'].includes(link.url.protocol),
  );
  expect(foreign.map(({ from, url }) => `${from} → ${url.href}`)).toEqual([]);
});

test('an unknown address gets the not-found page, with links', async ({ page }) => {
  const answer = await page.goto('/gibt-es-nicht/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
  await expect(page.getByRole('link', { name: 'Startseite' })).toHaveAttribute('href', '/');
});
