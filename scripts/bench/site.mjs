// The built site in a browser, and the pages worth measuring.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { chromiumPath } from '../chromium.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = `${root}dist/`;

/** The slowdown of the processor relative to this machine's. */
export const slowness = 6;

/** Calls `measure` with a browser and the address of the built site, then closes both. */
export async function withBrowser(measure) {
  if (!existsSync(`${dist}index.html`))
    throw new Error('There is no dist/: `npm run build` first.');
  const server = await preview({ root, logLevel: 'error', server: { port: 4410 } });
  const browser = await chromium.launch({ executablePath: await chromiumPath() });
  try {
    await measure(browser, `http://localhost:${server.port}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A new page with a slow processor, and its CDP session. */
export async function slowPage(browser) {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1350, height: 940 },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  return { page, session, close: () => context.close() };
}

/**
 * The pages of each guide where one value asked for there fills the most places: the one with the redirect URIs, the
 * step with the most places, and the page with all steps.
 */
export function busiestPages() {
  const guides = readdirSync(dist).filter((name) => existsSync(`${dist}${name}/all/index.html`));
  return guides.flatMap((guide) => {
    const pages = readdirSync(`${dist}${guide}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ guide, page: name, ...busiestValue(`${dist}${guide}/${name}/`) }))
      .filter(({ value }) => value !== undefined)
      .toSorted((a, b) => b.places - a.places);
    const steps = pages.filter(({ page }) => page !== 'all');
    const isWanted = ({ page }) => page === 'redirect-uris' || page === 'all';
    return [...new Set([...steps.slice(0, 1), ...pages.filter(isWanted)])];
  });
}

/** The value asked for on a page that fills the most places there. */
function busiestValue(folder) {
  const html = readFileSync(`${folder}index.html`, 'utf8');
  const asked = [...html.matchAll(/<lotse-value-field value="([^"]+)"/g)].map(([, value]) => value);
  const counted = [...new Set(asked)].map((value) => ({
    value,
    places: html.split(new RegExp(`data-lotse-(?:slot|first)="${value}"`)).length - 1,
  }));
  return counted.toSorted((a, b) => b.places - a.places)[0] ?? {};
}

/** A quantile of numbers: 0.5 is the median. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** These figures are no more accurate than one decimal. */
export const rounded = (number) => Math.round(number * 10) / 10;
