/** What axe finds on a page. */

import axe, { type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** In the dark only colours differ, and only they are looked at again. */
const colours: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
const all: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: tags },
  rules: { 'target-size': { enabled: true } },
};

type WithAxe = Window & { axe?: typeof axe };

/** One line for each finding: rule, place, and why. */
async function findings(page: Page, options: RunOptions): Promise<readonly string[]> {
  return page.evaluate(async (given) => {
    const results = await (window as WithAxe).axe?.run(document, given);
    if (!results) throw new Error('axe did not arrive');
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
  }, options);
}

/** Nothing is found on the page as it stands now, by a light system and by a dark one. */
export async function expectAccessible(
  page: Page,
  where: string,
  systems: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  // Half a megabyte: once a page is enough.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const colorScheme of systems) {
    await page.emulateMedia({ colorScheme });
    const options = colorScheme === 'dark' ? colours : all;
    expect.soft(await findings(page, options), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
