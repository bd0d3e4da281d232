/** Languages of the page and of the portal's labels, and the choice of light and dark. */

import {
  chooseView,
  chosenView,
  clientSecretPage,
  enterText,
  expect,
  expectPanelValue,
  field,
  openMenu,
  ready,
  redirectUrisPage,
  tabTo,
  test,
} from './site.ts';

test('the other language opens the same step, with the same values', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await enterText(page, 'Ihre iPM-Cloud', 'muster');
  await openMenu(page);
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await expect(page).toHaveURL(`/en${redirectUrisPage}`);
  await expect(field(page, 'Your iPM-Cloud')).toHaveValue('muster');
  await expectPanelValue(page, 'Your iPM-Cloud', 'muster');
  await openMenu(page);
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
  await expect(page).toHaveURL(redirectUrisPage);
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
});

test('search engines are given the existing translations', async ({ page }) => {
  const languages = async (address: string) => {
    await page.goto(address);
    const links = await page.locator('link[rel=alternate][hreflang]').all();
    return Promise.all(
      links.map(async (link) => {
        const path = new URL((await link.getAttribute('href')) ?? '').pathname;
        return `${(await link.getAttribute('hreflang')) ?? ''} ${path}`;
      }),
    );
  };
  const all = [
    `de ${redirectUrisPage}`,
    `en /en${redirectUrisPage}`,
    `fr /fr${redirectUrisPage}`,
    `x-default ${redirectUrisPage}`,
  ];
  expect(await languages(redirectUrisPage)).toEqual(all);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`[a-z]${redirectUrisPage}$`),
  );
  expect(await languages(`/en${redirectUrisPage}`)).toEqual(all);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`/en${redirectUrisPage}$`),
  );
});

test('the other language opens at the same place and heading', async ({ page }) => {
  await page.goto('/ipm-cloud/limit-access/#zurücknehmen');
  await ready(page);
  await openMenu(page);
  await page.getByRole('link', { name: 'Français', exact: true }).click();
  await expect(page).toHaveURL(/\/fr\/ipm-cloud\/limit-access\/#zur/);
  await page.goto('/ipm-cloud/limit-access/');
  const block = page.locator('#verbinden');
  await block.evaluate((element) => {
    element.scrollIntoView();
  });
  await openMenu(page);
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await expect(block).toBeInViewport();
});

test('the browser’s language is only offered, and once closed never again', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${baseURL ?? ''}${redirectUrisPage}`);
  const offer = page.getByRole('link', { name: 'Lire cette page en français' });
  await expect(offer).toHaveAttribute('href', new RegExp(`/fr${redirectUrisPage}$`));
  await page.getByRole('button', { name: 'Nicht mehr anbieten' }).click();
  await expect(offer).toHaveCount(0);
  const loaded = page.waitForResponse(/other-language/);
  await page.goto(`${baseURL ?? ''}/`);
  await loaded;
  await expect(offer).toHaveCount(0);
  await context.close();
});

test('the portal’s labels follow the portal’s language, and the choice is stored', async ({
  page,
}) => {
  await page.goto(redirectUrisPage);
  const german = page.getByText('Single-Page-Webanwendung', { exact: true }).first();
  const english = page.getByText('Single-page application', { exact: true }).first();
  await expect(german).toBeVisible();
  await expect(english).toBeHidden();
  await chooseView(page, 'English');
  await expect(english).toBeVisible();
  await expect(german).toBeHidden();
  await page.reload();
  await openMenu(page);
  await expect(chosenView(page, 'labels')).toHaveValue('en');
  await expect(english).toBeVisible();
  await expect(german).toBeHidden();
  await page.goto(clientSecretPage);
  await expect(page.getByText('Certificates & secrets', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Geheimen Clientschlüssel erstellen',
  );
});

const paper = 'getComputedStyle(document.documentElement).backgroundColor';

test('light or dark is chosen and stored', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(redirectUrisPage);
  const light = await page.evaluate(paper);
  await chooseView(page, 'dunkel');
  const dark = await page.evaluate(paper);
  expect(dark).not.toBe(light);
  await page.reload();
  await openMenu(page);
  await expect(chosenView(page, 'theme')).toHaveValue('dark');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(paper)).toBe(dark);
  await page.goto('/en/');
  await openMenu(page);
  await expect(chosenView(page, 'theme')).toHaveValue('dark');
  await page.keyboard.press('Escape');
  await chooseView(page, 'same as the system');
  expect(await page.evaluate(paper)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(paper)).toBe(dark);
});

test.describe('before the first paint', () => {
  // Without the page's modules, only the inline script in its head has run.
  test.use({ mayComplain: true });

  test('the stored choices apply', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(redirectUrisPage);
    await chooseView(page, 'dunkel');
    const dark = await page.evaluate(paper);
    await chooseView(page, 'English');
    await page.route('**/_astro/**', (route) => route.abort());
    await page.goto('/ipm-cloud/permissions/');
    await expect(chosenView(page, 'theme')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-lotse-theme', 'dark');
    await expect(page.locator('html')).toHaveAttribute('data-lotse-labels', 'other');
    expect(await page.evaluate(paper)).toBe(dark);
  });

  test('a reader who has chosen nothing sees the labels in one language', async ({ page }) => {
    await page.route('**/_astro/**', (route) => route.abort());
    await page.goto(redirectUrisPage);
    await expect(page.getByText('Single-Page-Webanwendung', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('Single-page application', { exact: true }).first()).toBeHidden();
  });
});

test('the menu opens and closes by keyboard, and works as far as it can without JavaScript', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(redirectUrisPage);
  const button = page.getByRole('button', { name: 'Ansicht' });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Deutsch', exact: true })).toBeFocused();
  await expect(chosenView(page, 'labels')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-lotse-labels', 'other');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Helligkeit' })).toBeHidden();
  await expect(button).toBeFocused();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${baseURL ?? ''}${redirectUrisPage}`);
  await plain.getByRole('button', { name: 'Ansicht' }).click();
  await expect(plain.getByRole('link', { name: 'English', exact: true })).toBeVisible();
  await expect(plain.getByRole('group', { name: 'Helligkeit' })).toBeHidden();
  await context.close();
});
