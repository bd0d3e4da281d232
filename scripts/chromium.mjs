// Finds the browsers for the tests: the one named in CHROMIUM_PATH, Playwright's own, or the system's.
import { existsSync } from 'node:fs';

/** The same browser without its windows: tests take two thirds of the time. */
const shellPaths = ['/usr/bin/chromium-headless-shell'];
const wholePaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

async function firstOf(systemPaths) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...systemPaths].find((path) => path && existsSync(path));
}

/**
 * The path of an existing Chromium, or undefined.
 * @returns {Promise<string | undefined>}
 */
export function chromiumPath() {
  return firstOf([...shellPaths, ...wholePaths]);
}

/**
 * The path of a whole Chromium, for what the other lacks: blocking of windows, and pages kept for „Back“.
 * @returns {Promise<string | undefined>}
 */
export function wholeChromiumPath() {
  return firstOf(wholePaths);
}
