/** All steps on paper: the reader's values, no controls, addresses written out, a footer. */

import {
  chooseView,
  everyValue,
  expect,
  fourUris,
  fragment,
  steps,
  test,
  uriLines,
  wayOf,
} from './site.ts';

const all = '/ipm-cloud/all/';

test('the page with all steps prints the reader’s branch with their values and no controls', async ({
  page,
}) => {
  await page.goto(`${all}${fragment(everyValue)}`);
  await expect(uriLines(page).getByRole('button').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });

  const articles = page.getByRole('article');
  await expect(articles).toHaveCount(steps.length);
  const way = wayOf('ipm-cloud');
  for (const [index, article] of (await articles.all()).entries()) {
    await expect(article).toBeVisible();
    const place = index < way.length ? `Schritt ${String(index + 1)} von 9` : 'Zusätzlich';
    await expect(article).toContainText(place);
  }
  const controls = page.locator('button, input, select, textarea, dialog');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
  for (const chrome of ['banner', 'contentinfo', 'navigation'] as const) {
    await expect(page.getByRole(chrome).filter({ visible: true })).toHaveCount(0);
  }
  await expect(page.getByText('Ihre Werte', { exact: true })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeHidden();

  for (const uri of fourUris)
    await expect(page.getByText(uri, { exact: true }).first()).toBeVisible();
  const main = page.getByRole('main');
  for (const text of Object.values(everyValue)) await expect(main).toContainText(text);
  await expect(page.getByText('AADSTS50011', { exact: true }).first()).toBeVisible();
  await expect(
    page.getByText(
      /^Postlotse \d+\.\d+\.\d+, Stand \d+\. \S+ \d{4}, https:\/\/\S+\/ipm-cloud\/all\/$/,
    ),
  ).toBeVisible();

  const link = main.getByRole('link', { name: 'Einschränkungen für Umleitungs-URIs' }).first();
  const written = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(written).toContain('https://learn.microsoft.com');
});

test('notices about links and storage are not printed', async ({ page }) => {
  await page.goto(`${all}${fragment({ customerHost: 'muster', x: '1' })}`);
  await expect(
    page.getByRole('heading', { name: 'Dieser Link hat Werte mitgebracht' }),
  ).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.getByRole('heading', { name: 'Dieser Link hat Werte mitgebracht' }),
  ).toBeHidden();
});

test('the footer is only printed', async ({ page }) => {
  await page.goto(all);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText(/^Postlotse \d/)).toBeHidden();
});

test('every step has an address on the page with all steps', async ({ page }) => {
  await page.goto(`${all}#permissions`);
  await expect(page.getByRole('heading', { name: 'API-Berechtigungen erteilen' })).toBeInViewport();
  for (const step of steps) await expect(page.locator(`article#${step}`)).toHaveCount(1);
});

test('paper is white in either theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto(all);
  const color = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(color).toMatch(/^rgba?\((255, 255, 255|0, 0, 0, 0)/);
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  const [red = 255] = (ink.match(/\d+/g) ?? []).map(Number);
  expect(red).toBeLessThan(100);
  await page.emulateMedia({ media: 'screen' });
  await chooseView(page, 'dunkel');
  await page.emulateMedia({ media: 'print' });
  const chosen = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(chosen).toMatch(/^rgba?\((255, 255, 255|0, 0, 0, 0)/);
});

test('the example values are printed, none of them the reader’s', async ({ page }) => {
  await page.goto(`${all}${fragment({ customerHost: 'eigene', tenantId: everyValue.clientId })}`);
  await page.emulateMedia({ media: 'print' });
  const example = page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Beispiel: Muster GmbH' }),
  });
  const rows = example.locator('dl > div');
  await expect(rows.filter({ hasText: 'Verzeichnis-ID (Mandant)' })).toContainText(
    everyValue.tenantId,
  );
  await expect(rows.filter({ hasText: 'Umleitungs-URI' })).toContainText([...fourUris]);
  await expect(example.getByText(`${everyValue.tenantId}/oauth2/v2.0/token`)).toBeVisible();
  await expect(example).not.toContainText('eigene.ipmcloud.de');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [guide, value] of [
    ['ipm-cloud', 'ipm-versand@muster.example'],
    ['cmxorganize', 'www.muster.example'],
    ['flowfact', 'makler@muster.example'],
    ['bm', 'Privater Client (mit Clientschlüssel, vom Hersteller empfohlen)'],
  ] as const) {
    test(`the overview of ${guide} expands the example`, async ({ page }) => {
      await page.goto(`/${guide}/`);
      const shown = page.locator('.example').getByText(value, { exact: true }).first();
      await expect(shown).toBeHidden();
      await page.getByRole('heading', { name: 'Beispiel: Muster GmbH' }).click();
      await expect(shown).toBeVisible();
    });
  }
});

test('fields for pasting are not printed', async ({ page }) => {
  const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join('');
  await page.goto('/cmxorganize/check/');
  const message = page.getByLabel('Fehlermeldung einfügen');
  await message.fill(`AADSTS7000215 ${secret}`);
  await expect(page.locator('[data-lotse-finding]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  for (const one of await page.locator('textarea').all()) await expect(one).toBeHidden();
  await expect(page.getByText('Zeilen aus Ihrem Text dazunehmen')).toBeHidden();
  await expect(page.getByText('Meldung: AADSTS7000215')).toBeVisible();
  await page.goto('/cmxorganize/sign-in-test/');
  await expect(page.locator('textarea').first()).toBeAttached();
  for (const one of await page.locator('textarea').all()) await expect(one).toBeHidden();
});
