// Finds the Chromium for the tests: the one named in CHROMIUM_PATH, Playwright's own, or the system's.
import { existsSync } from 'node:fs';

/** Debian's `chromium-headless-shell` is the same browser without its windows: tests take two thirds of the time. */
const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an existing Chromium, or undefined. */
export async function chromiumPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...systemPaths].find((path) => path && existsSync(path));
}
