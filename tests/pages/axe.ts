/** Runs axe on a page. */

import axe, { type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Dark mode differs only in colours, so only they are checked again. */
const colours: RunOptions = {
  preload: false,
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
const all: RunOptions = {
  // Only rules about media and orientation need more than the page itself.
  preload: false,
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: tags },
  rules: { 'target-size': { enabled: true } },
};

type WithAxe = Window & { axe?: typeof axe };

/** One line per finding: rule, place and reason. */
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

/** Expects no findings on the page in its current state, in light and dark. */
export async function expectAccessible(
  page: Page,
  where: string,
  systems: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  // Half a megabyte: injected only once per page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const colorScheme of systems) {
    await page.emulateMedia({ colorScheme });
    const options = colorScheme === 'dark' ? colours : all;
    expect.soft(await findings(page, options), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
