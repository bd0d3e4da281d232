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
  const both = [
    `de ${redirectUrisPage}`,
    `en /en${redirectUrisPage}`,
    `x-default ${redirectUrisPage}`,
  ];
  expect(await languages(redirectUrisPage)).toEqual(both);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`[a-z]${redirectUrisPage}$`),
  );
  expect(await languages(`/en${redirectUrisPage}`)).toEqual(both);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`/en${redirectUrisPage}$`),
  );
  expect(await languages('/en/ipm-cloud/owner/')).toEqual([
    'de /ipm-cloud/owner/',
    'x-default /ipm-cloud/owner/',
  ]);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    /[a-z]\/ipm-cloud\/owner\/$/,
  );
});

test('an untranslated step says so and shows German within an English page', async ({ page }) => {
  await page.goto('/en/ipm-cloud/owner/');
  await expect(
    page.getByText('This page has not been translated yet. You are reading it in German.'),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Done, continue' })).toHaveAttribute(
    'href',
    /\/en\/ipm-cloud\/permissions\/$/,
  );
  const tasks = page.getByRole('navigation', { name: 'Steps' });
  await expect(tasks.getByRole('link', { name: 'App registrieren' })).toBeHidden();
  await page.goto('/en/ipm-cloud/redirect-uris/');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.goto('/en/ipm-cloud/owner/');
  await expect(tasks.getByRole('link', { name: title })).toBeVisible();
  await expectPanelValue(page, 'Your iPM-Cloud', '');
});

test('German titles within an English page are marked as German', async ({ page }) => {
  await page.goto('/en/ipm-cloud/redirect-uris/');
  const tasks = page.getByRole('navigation', { name: 'Steps' });
  const german = tasks.getByText('API-Berechtigungen erteilen');
  await expect(german).toBeVisible();
  expect(await german.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(
    'de',
  );
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
  await expect(chosenView(page, 'theme')).toHaveValue('dark');
  expect(await page.evaluate(paper)).toBe(dark);
  await page.goto('/en/');
  await expect(chosenView(page, 'theme')).toHaveValue('dark');
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
