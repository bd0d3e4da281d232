import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/chromium.mjs';

/** The port of the built site during tests, apart from the one of `npm start`. */
const port = 4409;
const executablePath = await chromiumPath();

/**
 * Each window of a whole Chromium loads two pages of its own for suggestions below the address, which takes a third of the
 * time of opening one. Of two such switches the last one counts, so Playwright's own list is said again before them.
 */
const unusedFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
];

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
    launchOptions: {
      args: [`--disable-features=${unusedFeatures.join(',')}`],
      ...(executablePath !== undefined && { executablePath }),
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --port ${String(port)}`,
    port,
    reuseExistingServer: false,
  },
});
