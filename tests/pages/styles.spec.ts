/** The order of the layers, which decides which style wins, is the same on every page, whatever the import order. */

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { allPages, builtHtml, expect, ready, test, unfoldAll } from './site.ts';

/** The layers named in a style, in order of first appearance. */
function layersIn(css: string): readonly string[] {
  const names = [...css.matchAll(/@layer\s+([^;{]+)/g)].flatMap(([, list = '']) => list.split(','));
  return [...new Set(names.map((name) => name.trim()))];
}

const order = layersIn(readFileSync('src/styles/layers.css', 'utf8'));

test('the first style of every page sets the order of all layers', () => {
  expect(order).toContain('base');
  const others = allPages().filter((address) => {
    const html = builtHtml(address);
    const [first = ''] =
      /<style[^>]*>.*?<\/style>|<link[^>]* rel="?stylesheet[^>]*>/s.exec(html) ?? [];
    return layersIn(first).join() !== order.join();
  });
  // Only the page that receives Microsoft's sign-in answer has no styles.
  expect(others).toEqual(['/sign-in-answer/']);
  expect(builtHtml('/sign-in-answer/')).not.toMatch(/<style|stylesheet/);
});

/** What a rule excludes has no style by it. */
const stylesOf = (html: string) =>
  [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)]
    .map(([, css = '']) => css.replaceAll(/:not\([^)]*\)/g, ''))
    .join('');
const found = (text: string, names: RegExp) =>
  new Set([...text.matchAll(names)].flatMap(([, name = '']) => name.split(' ')));

test('a page has the styles of all its elements and no others', () => {
  const pages = allPages().map((address) => [address, builtHtml(address)] as const);
  const styled = found(pages.map(([, html]) => stylesOf(html)).join(''), /\.([a-z][\w-]*)/g);
  expect(styled.size).toBeGreaterThan(40);
  const wrong = pages.flatMap(([address, html]) => {
    const css = stylesOf(html);
    const own = found(css, /\.([a-z][\w-]*)/g);
    const missing = [...found(html, /<[^>]* class="([^"]*)"/g)].filter(
      (name) => styled.has(name) && !own.has(name),
    );
    const elements = found(html, /<(lotse-[\w-]+)/g);
    const others = [...found(css, /(?<![\w-])(lotse-[\w-]+)/g)].filter((tag) => !elements.has(tag));
    return [...missing, ...others].map((name) => `${address}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

async function sizes(part: Locator): Promise<Readonly<Record<string, string>>> {
  return part.evaluate((element) => {
    const style = getComputedStyle(element);
    return {
      font: style.fontSize,
      padding: style.padding,
      margin: style.margin,
      height: style.minBlockSize,
    };
  });
}

test('copy button and task list have the same size on the check page and on a step', async ({
  page,
}) => {
  const sizesOn = async (address: string) => {
    await page.goto(address);
    await ready(page);
    await unfoldAll(page);
    return partsOf(page);
  };
  const step = await sizesOn('/bm/client-secret/');
  expect(step.tasks.padding).toBe('0px');
  expect(await sizesOn('/bm/check/')).toEqual(step);
});

async function partsOf(page: Page) {
  const tasks = page.getByRole('navigation', { name: 'Schritte' });
  return {
    copy: await sizes(
      page
        .getByRole('main')
        .getByRole('button', { name: /^Kopieren/ })
        .first(),
    ),
    tasks: await sizes(tasks.getByRole('list').first()),
    task: await sizes(tasks.getByRole('listitem').nth(1)),
  };
}
