/** A test whose browser reaches only the built site and the test tenant in place of Microsoft. */

import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
import { test as site } from '../pages/site.ts';
import { startTestTenant, type TestTenant } from './server.ts';

export { expect } from '../pages/site.ts';

/** The origin of the built site during tests. */
export const origin = 'http://localhost:4409';

/** The page that receives Microsoft's answer, which readers register for the test. */
export const answerAddress = `${origin}/sign-in-answer/`;

interface WorkerFixtures {
  readonly tenant: TestTenant;
}

/** Starts a separate browser that reaches the test tenant, for tests with other switches. */
export async function launchForTenant(
  { browserArguments }: TestTenant,
  options: LaunchOptions,
): Promise<Browser> {
  const args = [...(options.args ?? []), ...browserArguments];
  return chromium.launch({ ...options, args });
}

/** The test; requests to other origins are allowed here, and those to Microsoft are in `tenant.asked`. */
export const test = site.extend<object, WorkerFixtures>({
  tenant: [
    // Playwright reads the fixture names from the destructuring pattern.
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
