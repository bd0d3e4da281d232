/** Explanations in place: the `?` after a term, the asterisk after a label whose German name is unconfirmed. */

import { brotliCompressSync } from 'node:zlib';
import { sourceLanguage } from '../../src/i18n/languages.ts';
import {
  allPages,
  builtHtml,
  chooseView,
  expect,
  kindOf,
  languageOf,
  ready,
  tabTo,
  test,
} from './site.ts';

const firstStep = '/ipm-cloud/mailbox-user/';
const unconfirmed = 'deutsche Beschriftung nicht bestätigt';
const sentence =
  'Microsofts deutsche Beschriftung haben wir nicht gesehen. Hier steht die englische.';

/** A term's button and meaning in the markup. */
const termMarkup =
  /<button class="ask" type="button" popovertarget="(term-\d+)"[^>]*>\s*\?\s*<\/button>|<span class="meaning" id="term-\d+"[\s\S]*?<\/a>\s*<\/span>/g;

/** The German step pages with a term, each with the number of its terms. */
function pagesWithTerms(): readonly (readonly [address: string, terms: number])[] {
  return allPages().flatMap((address) => {
    const terms = builtHtml(address).match(/ popovertarget="term-/g)?.length ?? 0;
    return terms > 0 && kindOf(address) !== 'all' && languageOf(address) === sourceLanguage
      ? [[address, terms] as const]
      : [];
  });
}

test('every button that opens something has it on its page', () => {
  const dead = allPages().flatMap((address) => {
    const html = builtHtml(address);
    return [...html.matchAll(/ popovertarget="([^"]+)"/g)]
      .filter(([, id = '']) => html.split(` id="${id}"`).length !== 2)
      .map(([, id = '']) => `${id} on ${address}`);
  });
  expect(dead).toEqual([]);
});

test('an unconfirmed label has a mark that explains it, by keyboard too', async ({ page }) => {
  await page.goto(firstStep);
  await ready(page);
  const main = page.getByRole('main');
  const marks = main.getByRole('button', { name: unconfirmed });
  await expect(main.getByText(`(${unconfirmed})`)).toHaveCount(0);
  await expect(page.getByText(sentence)).toBeHidden();
  await tabTo(page, marks.first());
  await page.keyboard.press('Enter');
  await expect(page.getByText(sentence)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(sentence)).toBeHidden();
  await expect(marks.first()).toBeFocused();
  const { width = 0, height = 0 } = (await marks.first().boundingBox()) ?? {};
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});

test('English labels have no such mark', async ({ page }) => {
  await page.goto(firstStep);
  await chooseView(page, 'English');
  await expect(page.getByRole('button', { name: unconfirmed })).toHaveCount(0);
});

test('paper has the explanation once, below', async ({ page }) => {
  await page.goto('/ipm-cloud/all/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(sentence).filter({ visible: true })).toHaveCount(1);
  await page.goto('/ipm-cloud/');
  await expect(page.getByText(sentence)).toBeHidden();
});

test.describe('a term', () => {
  const registerApp = '/bm/register-app/';
  const meaning = 'Die Umgebung Ihrer Firma bei Microsoft, mit allen Konten, Postfächern und Apps.';

  test('is explained in place, by keyboard too, and leads on to the glossary', async ({ page }) => {
    await page.goto(registerApp);
    await ready(page);
    const ask = page.getByRole('button', { name: 'Was heißt Mandant?' });
    const answer = page.getByRole('main').getByText(meaning);
    await expect(answer).toBeHidden();
    const { width = 0, height = 0 } = (await ask.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await tabTo(page, ask);
    await page.keyboard.press('Enter');
    await expect(answer).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Mehr dazu' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/#tenant$/);
    await expect(page.locator('#tenant')).toContainText(meaning);
  });

  test('stays within a narrow window', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(registerApp);
    await ready(page);
    await page.getByRole('button', { name: 'Was heißt Mandant?' }).click();
    const box = await page.getByRole('main').getByText(meaning).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 320)).toBeLessThanOrEqual(320);
  });

  test('is printed without its question mark', async ({ page }) => {
    await page.goto(registerApp);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('main')).toContainText('Ihrem Mandanten');
    await expect(page.locator('.ask').filter({ visible: true })).toHaveCount(0);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is explained too', async ({ page }) => {
      await page.goto(registerApp);
      await page.getByRole('button', { name: 'Was heißt Mandant?' }).click();
      await expect(page.getByRole('main').getByText(meaning)).toBeVisible();
    });
  });

  test('costs at most 150 bytes, and no step has more than two', () => {
    const pages = pagesWithTerms();
    expect(pages.length).toBeGreaterThan(8);
    for (const [address, terms] of pages) {
      const html = builtHtml(address);
      const without = html.replaceAll(termMarkup, '');
      const bytes = brotliCompressSync(html).length - brotliCompressSync(without).length;
      expect(without, address).not.toContain('id="term-');
      expect(bytes / terms, `bytes for each term of ${address}`).toBeLessThanOrEqual(150);
      expect(terms, `terms of ${address}`).toBeLessThanOrEqual(2);
    }
  });
});
