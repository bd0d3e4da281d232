/** The order of a step: the first action in sight, the check beside the proof, and at the end how we know. */

import type { Page } from '@playwright/test';
import {
  everyValue,
  expect,
  field,
  fourUris,
  openWith,
  ready,
  redirectUrisPage,
  stepsOf,
  test,
  wayOf,
} from './site.ts';

const guides = Object.keys(stepsOf) as (keyof typeof stepsOf)[];

/** The tops of a step's first action, and of the first field or picture in it, in pixels of the page. */
function firstAction(page: Page): Promise<{ readonly action: number; readonly inside: number }> {
  return page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility();
    const topOf = (element: Element | undefined) =>
      element ? element.getBoundingClientRect().top + scrollY : 0;
    const actions = [...document.querySelectorAll('.step ol > li, .step fieldset')];
    const action = actions.find(isSeen);
    const inside = [...(action?.querySelectorAll('figure, input, textarea') ?? [])].find(isSeen);
    if (!action) throw new Error('This step has no action');
    return { action: topOf(action), inside: topOf(inside) };
  });
}

test.describe('half a laptop beside the portal', () => {
  test.use({ viewport: { width: 683, height: 768 } });

  for (const guide of guides) {
    test(`shows the first action of every required step of ${guide} without scrolling`, async ({
      page,
    }) => {
      for (const step of wayOf(guide)) {
        await page.goto(`/${guide}/${step}/`);
        await ready(page);
        const { action, inside } = await firstAction(page);
        expect.soft(action, step).toBeLessThan(720);
        expect.soft(inside, step).toBeLessThan(720);
      }
    });
  }
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('shows the title of a step at once', async ({ page }) => {
    for (const guide of guides) {
      for (const step of stepsOf[guide]) {
        await page.goto(`/${guide}/${step}/`);
        const title = await page.getByRole('heading', { level: 1 }).boundingBox();
        expect.soft(title?.y, `${guide} ${step}`).toBeLessThan(120);
      }
    }
  });
});

test('who says so, and the sources, are at the end and open by keyboard', async ({ page }) => {
  await page.goto(redirectUrisPage);
  const basis = page.locator('details.basis');
  const inference = basis.getByText('Der Mailversand selbst braucht');
  const source = basis.getByRole('link', { name: 'Einschränkungen für Umleitungs-URIs' });
  await expect(inference).toBeHidden();
  await basis.locator('summary').press('Enter');
  await expect(inference).toBeVisible();
  await expect(source).toBeVisible();
});

test('a list from the portal is checked beside what it should show', async ({ page }) => {
  await openWith(page, redirectUrisPage, everyValue);
  await page.getByText('Prüfen, was Sie eingestellt haben').click();
  const check = field(page, 'Umleitungs-URIs aus dem Portal einfügen');
  const findings = page.locator('.result .findings > li');
  await check.fill(fourUris.map((uri) => `Single-Page-Webanwendung ${uri}`).join('\n'));
  await check.press('Tab');
  const right = findings.filter({ hasText: 'Umleitungs-URI stimmt' });
  await expect(right).toHaveCount(4);
  await check.fill(fourUris.slice(1).join('\n'));
  await expect(findings.getByText(`Umleitungs-URI fehlt: ${fourUris[0]} `)).toBeVisible();
  await expect(right).toHaveCount(3);
});
