/**
 * On every page: no errors, headings in order, and a width of 320 px suffices. On one page of each kind in each language, and
 * on every page with markup of its own: no axe findings.
 */

import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { partsOf } from '../../src/i18n/addresses.ts';
import {
  allPages,
  builtHtml,
  complaintsOf,
  expect,
  fragment,
  inGerman,
  isErrorPage,
  longestValues,
  otherValues,
  pagesToExamine,
  pagesToVisit,
  ready,
  test,
  unfoldAll,
} from './site.ts';

test.describe.configure({ timeout: 180_000 });

const { mailbox } = longestValues;

/** Long values for every field, so that they appear wherever a page uses them. */
const long: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ipm-cloud': longestValues,
  cmxorganize: {
    ...otherValues.cmxorganize,
    instanceHost: `${'h'.repeat(63)}.${'o'.repeat(63)}.example`,
    organisation: 'Muster'.repeat(10),
    mailbox,
    mailboxes: `${mailbox}, x${mailbox.slice(1)}`,
  },
  flowfact: { ...otherValues.flowfact, mailbox, mailboxes: `${mailbox}, x${mailbox.slice(1)}` },
  bm: { ...otherValues.bm, mailbox, mailboxes: `${mailbox}, x${mailbox.slice(1)}` },
};

async function keepValues(page: Page, guide: string): Promise<void> {
  const values = long[guide];
  if (!values) return;
  await page.goto(`/${guide}/${fragment(values)}`);
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
}

async function expectOrder(page: Page, address: string): Promise<void> {
  const { twice, levels } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    return {
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      levels: headings
        .filter((heading) => heading.checkVisibility())
        .map(({ tagName }) => Number(tagName.slice(1))),
    };
  });
  expect.soft(twice, `ids twice on ${address}`).toEqual([]);
  const first = levels.filter((level) => level === 1);
  expect.soft(first, `h1 of ${address}`).toHaveLength(1);
  const skipped = levels.filter(
    (level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1,
  );
  expect.soft(skipped, `skipped headings on ${address}: ${levels.join(' ')}`).toEqual([]);
}

async function expectNarrow(page: Page, address: string): Promise<void> {
  const size = page.viewportSize();
  if (size?.width !== 320) await page.setViewportSize({ width: 320, height: 640 });
  await unfoldAll(page);
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const root = document.documentElement;
    return { scrollWidth: root.scrollWidth, clientWidth: root.clientWidth };
  });
  expect.soft(scrollWidth, `${address} at 320 px`).toBeLessThanOrEqual(clientWidth);
  if (size && size.width !== 320) await page.setViewportSize(size);
}

/** The length of the longest word of a page, which is what may not fit. */
function longestWord(address: string): number {
  const text = builtHtml(address)
    .replace(/^[^]*<main/, '')
    .replace(/<[^>]*>/g, ' ');
  return Math.max(...text.split(/\s+/).map(({ length }) => length));
}

test('pages of errors fit a narrow window, with a heading and links', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const all = allPages().filter((one) => isErrorPage(one) && one.startsWith('/errors/'));
  // They differ only in words.
  const widest = all.toSorted((one, other) => longestWord(other) - longestWord(one)).slice(0, 40);
  for (const address of widest) {
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const { scrollWidth, clientWidth, links } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
      links: document.querySelectorAll('main a').length,
    }));
    expect.soft(scrollWidth, `${address} at 320 px`).toBeLessThanOrEqual(clientWidth);
    expect.soft(links, address).toBeGreaterThan(0);
  }
});

/** A few pages of one guide per test, so that tests run in parallel and none takes long. */
function groupsOf(all: readonly string[], size: number) {
  return [...Object.keys(long), ''].flatMap((guide) => {
    const pages = all.filter((address) => guideOf(address) === guide);
    return Array.from({ length: Math.ceil(pages.length / size) }, (_, index) => ({
      guide,
      pages: pages.slice(index * size, (index + 1) * size),
    }));
  });
}

function guideOf(address: string): string {
  const [first = ''] = partsOf(inGerman(address));
  return Object.hasOwn(long, first) ? first : '';
}

const examined = pagesToExamine();
const others = pagesToVisit().filter((address) => !examined.includes(address));

function nameOf(pages: readonly string[]): string {
  return `every page from ${pages.at(0) ?? ''} to ${pages.at(-1) ?? ''}`;
}

for (const { guide, pages } of groupsOf(examined, 7)) {
  test(`${nameOf(pages)} is accessible`, async ({ page, context, baseURL }) => {
    const complaints = complaintsOf(context, baseURL ?? '');
    await keepValues(page, guide);
    for (const address of pages) {
      await page.goto(address);
      await ready(page);
      await unfoldAll(page);
      await expectOrder(page, address);
      await expectAccessible(page, address);
      await expectNarrow(page, address);
      expect(complaints, address).toEqual([]);
    }
    expect(await context.cookies()).toEqual([]);
  });
}

for (const { guide, pages } of groupsOf(others, 20)) {
  test(`${nameOf(pages)} has its headings and fits a narrow window`, async ({
    page,
    context,
    baseURL,
  }) => {
    const complaints = complaintsOf(context, baseURL ?? '');
    await keepValues(page, guide);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of pages) {
      await page.goto(address);
      await ready(page);
      await expectNarrow(page, address);
      await expectOrder(page, address);
      expect(complaints, address).toEqual([]);
    }
  });
}
