/** What axe finds on a page. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** In the dark only colours differ, and only they are looked at again. */
const colours = {
  resultTypes: ['violations' as const],
  runOnly: { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] },
};
const all = {
  resultTypes: ['violations' as const],
  runOnly: { type: 'tag' as const, values: tags },
  rules: { 'target-size': { enabled: true } },
};

/** One line for each finding: rule, place, and why. */
async function findings(page: Page): Promise<readonly string[]> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const { violations } = await new AxeBuilder({ page })
    // No page of ours has frames, and without looking into them axe needs no second page to gather what it found.
    .setLegacyMode()
    .options(dark ? colours : all)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

/** Nothing is found on the page as it stands now, by a light system and by a dark one. */
export async function expectAccessible(
  page: Page,
  where: string,
  systems: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of systems) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findings(page), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
