/** The frame of a page: header, steps and values beside the content or opened from the header, and nothing that moves. */

import type { Page } from '@playwright/test';
import {
  errorPage,
  everyValue,
  expect,
  field,
  finishStep,
  openWith,
  panelRow,
  ready,
  redirectUrisPage,
  test,
} from './site.ts';

/** One page of each kind. */
const kinds = [
  '/',
  '/ipm-cloud/',
  '/ipm-cloud/register-app/',
  redirectUrisPage,
  '/ipm-cloud/permissions/',
  '/ipm-cloud/client-secret/',
  '/ipm-cloud/sign-in-test/',
  '/cmxorganize/smtp-auth/',
  '/bm/client-type/',
  '/bm/client-secret/',
  '/bm/check/',
  '/bm/all/',
  '/errors/',
  errorPage,
  '/glossary/',
  '/imprint/',
  '/404.html',
];

const bar = (page: Page) => page.getByRole('banner');
const opener = (page: Page, name: RegExp) => bar(page).getByRole('button', { name });
const stepList = (page: Page) => page.getByRole('navigation', { name: 'Schritte' });
const values = (page: Page) => page.getByRole('region', { name: 'Ihre Werte' });

async function expectNoScroll(page: Page, where: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect.soft(scrollWidth, where).toBeLessThanOrEqual(clientWidth);
}

/** How far a page moves when its scripts arrive only after it has been painted. */
async function shiftOf(page: Page, address: string): Promise<number> {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  await page.route(/\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    () =>
      performance.getEntriesByName('first-contentful-paint').length > 0 &&
      document.readyState !== 'loading' &&
      document.fonts.status === 'loaded',
  );
  await twoFrames(page);
  release(undefined);
  await ready(page);
  await page.waitForLoadState('networkidle');
  await twoFrames(page);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without any shift the observer is never called.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(0);
          }),
        );
      }),
  );
  await page.unroute(/\.js$/);
  return shift;
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

test('nothing moves on a phone when scripts arrive late', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of kinds) {
    expect.soft(await shiftOf(page, address), address).toBeLessThan(0.02);
  }
});

test('on a phone the header of every page is one row', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [...kinds, '/flowfact/restart/', '/en/ipm-cloud/register-app/']) {
    await page.goto(address);
    await ready(page);
    const tops = await bar(page)
      .locator(':is(a, button):visible')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
      );
    expect.soft(Math.max(...tops) - Math.min(...tops), address).toBeLessThan(4);
    await expectNoScroll(page, address);
  }
});

test('steps and values open from the header, one at a time, and Escape leads back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(redirectUrisPage);
  await ready(page);
  await expect(stepList(page)).toBeHidden();
  await expect(values(page)).toBeHidden();
  await opener(page, /^Schritte .?0\/9$/).press('Enter');
  await expect(stepList(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(stepList(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stepList(page)).toBeHidden();
  await expect(opener(page, /^Schritte/)).toBeFocused();
  await opener(page, /^Werte$/).click();
  await expect(values(page)).toBeVisible();
  await opener(page, /^Schritte/).click();
  await expect(values(page)).toBeHidden();
  await stepList(page).getByRole('link', { name: 'App registrieren' }).click();
  await expect(page).toHaveURL(/register-app/);
  await page.goBack();
  await expect(stepList(page)).toBeHidden();
});

test('what is open closes when a link in it leads to a place on the same page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(redirectUrisPage);
  await ready(page);
  await opener(page, /^Werte$/).click();
  await panelRow(page, 'Server Ihrer iPM-Cloud').getByRole('link').click();
  await expect(values(page)).toBeHidden();
  await expect(field(page, 'Server Ihrer iPM-Cloud')).toBeFocused();
});

test('what is open closes when there is room beside the content', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 768 });
  await page.goto(redirectUrisPage);
  await ready(page);
  await opener(page, /^Schritte/).click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(opener(page, /^Schritte/)).toBeHidden();
  await expect(stepList(page)).toBeInViewport();
  await expect(values(page)).toBeInViewport();
  await expect(page.locator(':popover-open')).toHaveCount(0);
});

test('the number of finished steps stands in the header', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(redirectUrisPage);
  await finishStep(page);
  await expect(opener(page, /^Schritte .?1\/9$/)).toBeVisible();
});

for (const width of [320, 390, 683]) {
  test(`nothing scrolls sideways with steps or values open at ${String(width)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await openWith(page, redirectUrisPage, everyValue);
    for (const name of [/^Schritte/, /^Werte$/]) {
      await opener(page, name).click();
      await expectNoScroll(page, String(name));
      const inside = await page.locator(':popover-open').evaluate((sheet) => ({
        left: sheet.getBoundingClientRect().left,
        right: sheet.getBoundingClientRect().right,
        overflow: sheet.scrollWidth - sheet.clientWidth,
      }));
      expect(inside.left).toBeGreaterThanOrEqual(0);
      expect(inside.right).toBeLessThanOrEqual(width);
      expect(inside.overflow).toBeLessThanOrEqual(0);
    }
  });
}

for (const width of [390, 683, 1440]) {
  test(`at ${String(width)} px at most 8 presses of Tab lead to the content of a step`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    // The frame is the same on all steps of a guide; one has choices, the other none.
    const pages = ['ipm-cloud', 'bm'].flatMap((guide) => [
      `/${guide}/register-app/`,
      `/${guide}/in-the-product/`,
      `/${guide}/check/`,
    ]);
    for (const address of pages) {
      await page.goto(address);
      await ready(page);
      let presses = 0;
      do {
        await page.keyboard.press('Tab');
        presses += 1;
      } while (!(await page.locator('main :focus').count()) && presses < 20);
      // The last press is the one that reaches the content.
      expect.soft(presses - 1, address).toBeLessThanOrEqual(8);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('steps and values open from the header, or stand beside the content', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(redirectUrisPage);
    await opener(page, /^Schritte/).click();
    await expect(stepList(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await opener(page, /^Werte$/).click();
    await expect(values(page)).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(redirectUrisPage);
    await expect(stepList(page)).toBeInViewport();
    await expect(values(page)).toBeInViewport();
  });
});
