/** A test whose browser finds the test tenant in the place of Microsoft, and nothing else but the built site. */

import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
import { test as site } from '../pages/site.ts';
import { startTestTenant, type TestTenant } from './server.ts';

export { expect } from '../pages/site.ts';

/** Where the built site is during tests. */
export const origin = 'http://localhost:4409';

/** The page that receives Microsoft's answer: what a reader registers for the test. */
export const answerAddress = `${origin}/sign-in-answer/`;

interface WorkerFixtures {
  readonly tenant: TestTenant;
}

/** Starts a browser of one's own that finds the test tenant, for tests with other switches. */
export async function launchForTenant(
  { browserArguments }: TestTenant,
  options: LaunchOptions,
): Promise<Browser> {
  const args = [...(options.args ?? []), ...browserArguments];
  return chromium.launch({ ...options, args });
}

/** The test; other origins may be asked here, what was asked of Microsoft is in `tenant.asked`. */
export const test = site.extend<object, WorkerFixtures>({
  tenant: [
    // Playwright reads the names of fixtures from the pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const tenant = await startTestTenant({ redirectUris: [answerAddress] });
      await use(tenant);
      await tenant.stop();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ tenant, launchOptions }, use) => {
      const browser = await launchForTenant(tenant, launchOptions);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  ignoreHTTPSErrors: true,
  mayComplain: true,
});
