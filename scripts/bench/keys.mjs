// How long after a key stroke the last output has followed, while all other values are filled in.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { busiestPages, quantile, rounded, slowPage } from './site.mjs';

/** How often a value is typed anew. */
const rounds = 3;

/**
 * Runs in the page: remembers of each key when the browser got it, when the last change of the page came, and when the frame
 * after it was through.
 */
function watchKeys() {
  const keys = [];
  let changed = 0;
  let down = 0;
  addEventListener('keydown', ({ timeStamp }) => (down = timeStamp), { capture: true });
  addEventListener(
    'input',
    () => {
      const key = { down };
      keys.push(key);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => Object.assign(key, { changed, shown: performance.now() });
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
  addEventListener('DOMContentLoaded', () => {
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(() => (changed = performance.now())).observe(document, everything);
  });
  window.lotseBench = {
    keys,
    /** Comes when the last key is through and the page has nothing to do. */
    quiet: () =>
      new Promise((resolve) => {
        const look = () =>
          keys.at(-1)?.shown === undefined ? requestIdleCallback(look) : resolve();
        requestIdleCallback(look);
      }),
  };
}

/** Runs in the page before its own scripts: keeps the samples of a guide as the reader's values. */
function keepValues([guide, entries]) {
  localStorage.setItem(`lotse-values:${guide}`, JSON.stringify(entries));
}

/** The samples of a guide as entries that the reader has typed. */
function valuesOf(guide) {
  const file = new URL(`../../src/content/guides/${guide}/guide.yml`, import.meta.url);
  const { values } = parse(readFileSync(file, 'utf8'));
  const entries = values.map(({ id, sample }) => [id, { text: sample, origin: 'typed' }]);
  return [guide, Object.fromEntries(entries)];
}

async function typeInto(browser, address, value, kept) {
  const { page, close } = await slowPage(browser);
  await page.addInitScript(keepValues, kept);
  await page.addInitScript(watchKeys);
  await page.goto(address);
  const field = page
    .locator(`lotse-value-field[value="${value}"]`)
    .locator('input, textarea')
    .first();
  await field.focus();
  const press = async (key) => {
    await page.keyboard.press(key);
    await page.evaluate(() => window.lotseBench.quiet());
  };
  const { text } = kept[1][value];
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('ControlOrMeta+A');
    await press('Delete');
    if (round === 0) await page.evaluate(() => (window.lotseBench.keys.length = 0));
    for (const letter of text) await press(letter);
  }
  const keys = await page.evaluate(() => window.lotseBench.keys);
  await close();
  return keys;
}

/** A row for each page: the value that was typed, how many places hang on it, and the times. */
export async function benchKeys(browser, origin) {
  const table = {};
  for (const { guide, page, value, places } of busiestPages()) {
    const address = `${origin}/${guide}/${page}/`;
    const keys = await typeInto(browser, address, value, valuesOf(guide));
    const outputs = keys.map(({ down, changed }) => changed - down);
    const frames = keys.map(({ down, shown }) => shown - down);
    table[`/${guide}/${page}/`] = {
      value,
      places,
      keys: keys.length,
      median: rounded(quantile(outputs, 0.5)),
      p95: rounded(quantile(outputs, 0.95)),
      'frame median': rounded(quantile(frames, 0.5)),
    };
  }
  return table;
}
