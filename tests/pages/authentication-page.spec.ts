/** The portal's old and new “Authentication” page: one in front, remembered in this browser, on paper too. */

import type { Locator, Page } from '@playwright/test';
import { expect, ready, stored, tabTo, test } from './site.ts';

const redirects = '/ipm-cloud/redirect-uris/';

/** Pages of other steps and guides with both versions. */
const others = ['/ipm-cloud/token-settings/', '/flowfact/public-client-flows/'];

function versions(page: Page): readonly [now: Locator, before: Locator] {
  const version = (name: string) =>
    page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
  return [version('Neue Seite'), version('Bisherige Seite')];
}

async function expectFront(page: Page, front: 'new' | 'old'): Promise<void> {
  const [now, before] = versions(page);
  await expect(now.getByRole('list').first()).toBeVisible({ visible: front === 'new' });
  await expect(before.getByRole('list').first()).toBeVisible({ visible: front === 'old' });
}

test('the new page is in front, and the old one is remembered for all steps and guides', async ({
  page,
}) => {
  await page.goto(redirects);
  await ready(page);
  await expectFront(page, 'new');
  const [, before] = versions(page);
  await expect(before.locator('summary')).toContainText('Ihr Portal sieht anders aus?');
  await tabTo(page, before.locator('summary'));
  await page.keyboard.press('Enter');
  await expectFront(page, 'old');
  expect(await stored(page)).toContain('lotse-portal\n"old"');
  for (const address of others) {
    await page.goto(address);
    await expectFront(page, 'old');
  }
  const [now] = versions(page);
  await now.locator('summary').click();
  await page.goto(redirects);
  await expectFront(page, 'new');
});

test.describe('if the scripts do not arrive', () => {
  test.use({ mayComplain: true });

  test('the remembered page is open all the same', async ({ page }) => {
    await page.goto(redirects);
    await ready(page);
    await versions(page)[1].locator('summary').click();
    await page.route('**/_astro/**', (route) => route.abort());
    await page.goto(others[0] ?? '');
    await expectFront(page, 'old');
  });
});

test.describe('whatever else is stored', () => {
  for (const text of ['"neither"', '{', '7']) {
    test(`${text} opens the new page`, async ({ page }) => {
      await page.addInitScript((stored) => {
        localStorage.setItem('lotse-portal', stored);
      }, text);
      await page.goto(redirects);
      await expectFront(page, 'new');
    });
  }
});

test('paper has both pages, or only the chosen one', async ({ page }) => {
  const printed = async () => {
    await page.emulateMedia({ media: 'print' });
    const lists = versions(page).map((version) => version.getByRole('list').first());
    const visible = await Promise.all(lists.map((list) => list.isVisible()));
    await page.emulateMedia({ media: 'screen' });
    return visible;
  };
  for (const address of [redirects, '/ipm-cloud/all/#redirect-uris']) {
    await page.goto(address);
    await ready(page);
    await page.evaluate(() => {
      localStorage.removeItem('lotse-portal');
    });
    await page.reload();
    const [now, before] = versions(page).map((version) => version.locator('summary').first());
    expect(await printed(), `${address} before a choice`).toEqual([true, true]);
    await before?.click();
    expect(await printed(), `${address} with the old page`).toEqual([false, true]);
    await page.reload();
    await now?.click();
    expect(await printed(), `${address} with the new page`).toEqual([true, false]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both can be opened', async ({ page }) => {
    await page.goto(redirects);
    await expectFront(page, 'new');
    await versions(page)[1].locator('summary').click();
    await expectFront(page, 'old');
  });
});
