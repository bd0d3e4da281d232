import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/chromium.mjs';

/** The port of the built site during tests, apart from the one of `npm start`. */
const port = 4409;
const executablePath = await chromiumPath();

export default defineConfig({
  testDir: 'tests/pages',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A slow machine with two cores is no fault of a page.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json'] as const] : [])],
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${String(port)}`,
    browserName: 'chromium',
    locale: 'de-DE',
    // Tracing every test costs a third of the time; `npx playwright test --trace=on` tells more of one that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: executablePath === undefined ? {} : { executablePath },
  },
  webServer: {
    command: `astro preview --ignore-lock --port ${String(port)}`,
    port,
    reuseExistingServer: false,
  },
});
