// The time from a keystroke to the last update of the page, with all other values filled in.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { busiestPages, quantile, rounded, slowPage } from './site.mjs';

/** How often each value is typed. */
const rounds = 3;

/**
 * Runs in the page: records for each key the times of the key event, of the last change to the page, and of the end of
 * the next frame.
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
    /** Resolves when the last key is handled and the page is idle. */
    quiet: () =>
      new Promise((resolve) => {
        const look = () =>
          keys.at(-1)?.shown === undefined ? requestIdleCallback(look) : resolve();
        requestIdleCallback(look);
      }),
  };
}

/** Runs in the page before its own scripts: stores a guide's samples as the reader's values. */
function keepValues([guide, entries]) {
  localStorage.setItem(`lotse-values:${guide}`, JSON.stringify(entries));
}

/** A guide's samples as typed entries. */
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

/** One row per page: the typed value, the number of places that depend on it, and the times. */
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
