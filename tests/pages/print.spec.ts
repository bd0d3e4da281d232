/** All steps on paper: the reader's values, no controls, addresses written out, few pages, a footer. */

import {
  chooseView,
  everyValue,
  expect,
  field,
  fourUris,
  fragment,
  openWith,
  otherValues,
  ready,
  steps,
  stepsOf,
  test,
  unfoldAll,
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
  const controls = page.locator('button, select, dialog, :not(.row) > :is(input, textarea)');
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
    page.getByText('Microsofts Portale: https://entra.microsoft.com', { exact: true }),
  ).toBeVisible();
  expect(await page.content()).toMatch(
    /@page ?\{ ?@bottom-left ?\{ ?content: ?"Postlotse \d+\.\d+\.\d+, Stand \d+\. \S+ \d{4}, https:\/\/\S+\/ipm-cloud\/all\/"/,
  );
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

test.describe('a field on paper', () => {
  test('shows the value, not where it comes from', async ({ page }) => {
    await openWith(page, all, everyValue);
    await page.emulateMedia({ media: 'print' });
    const shown = field(page, 'Ihre iPM-Cloud').first();
    await expect(shown).toBeVisible();
    await expect(shown).toHaveValue(everyValue.customerHost);
    await expect(page.getByText('aus dem Link').filter({ visible: true })).toHaveCount(0);
  });

  test('is a line to write on while the value is missing', async ({ page }) => {
    await page.goto(all);
    await ready(page);
    await page.emulateMedia({ media: 'print' });
    const empty = field(page, 'Ihre iPM-Cloud').first();
    await expect(empty).toBeVisible();
    await expect(empty).toHaveCSS('border-bottom-style', 'solid');
    const sample = await empty.evaluate((one) => getComputedStyle(one, '::placeholder').color);
    expect(sample).toMatch(/, 0\)$/);
  });
});

test('each source is printed once, after the last step, with its address', async ({ page }) => {
  await page.goto(all);
  await page.emulateMedia({ media: 'print' });
  const list = page
    .getByRole('main')
    .locator('section')
    .filter({
      has: page.getByRole('heading', { name: 'Quellen', exact: true }),
    });
  const sources = list.getByRole('link');
  const addresses = await sources.evaluateAll((links: HTMLAnchorElement[]) =>
    links.map(({ href }) => href),
  );
  expect(addresses.length).toBeGreaterThan(5);
  expect(new Set(addresses).size).toBe(addresses.length);
  const written = await sources
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(written).toContain('https://learn.microsoft.com');
  await expect(page.getByRole('article').locator('.sources')).toHaveCount(0);
});

test('no case names the step in which it stands', async ({ page }) => {
  await page.goto(all);
  await unfoldAll(page);
  const permissions = page.locator('article#permissions');
  const others = page.locator('article:not(#permissions)');
  const link = 'Das beheben Sie im Schritt „API-Berechtigungen erteilen“';
  await expect(others.getByRole('link', { name: link }).first()).toBeVisible();
  await expect(permissions.getByRole('link', { name: link })).toHaveCount(0);
});

/** A4 as Chromium prints it: on average no step takes more than a page. */
for (const [guide, steps] of Object.entries(stepsOf)) {
  for (const [described, values] of [
    ['without values', {}],
    ['with values', guide === 'ipm-cloud' ? everyValue : otherValues[guide as 'bm']],
  ] as const) {
    test(`all ${String(steps.length)} steps of ${guide} ${described} need no more pages`, async ({
      page,
    }) => {
      const address = `/${guide}/all/`;
      if (described === 'with values') await openWith(page, address, values);
      else await page.goto(address);
      await ready(page);
      const pdf = await page.pdf({ format: 'A4' });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThan(5);
      expect(pages.length).toBeLessThanOrEqual(steps.length);
    });
  }
}

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
      await page.getByText('Beispiel: Muster GmbH').click();
      await expect(shown).toBeVisible();
    });
  }
});

test('fields for pasting are not printed', async ({ page }) => {
  const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join('');
  await page.goto('/cmxorganize/check/');
  const message = page.getByRole('textbox', { name: 'Was haben Sie vor sich?' });
  await message.fill(`AADSTS7000215 ${secret}`);
  await expect(page.locator('[data-lotse-finding]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  for (const one of await page.locator('textarea:not(lotse-value-field textarea)').all())
    await expect(one).toBeHidden();
  await expect(page.getByText('Zeilen aus Ihrem Text dazunehmen')).toBeHidden();
  await expect(page.getByText('Meldung: AADSTS7000215')).toBeVisible();
  await page.goto('/cmxorganize/sign-in-test/');
  await expect(page.locator('textarea:not(lotse-value-field textarea)').first()).toBeAttached();
  for (const one of await page.locator('textarea:not(lotse-value-field textarea)').all())
    await expect(one).toBeHidden();
});
