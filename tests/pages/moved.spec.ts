/** Links to former addresses and with former keys. */

import { builtHtml, expect, field, test } from './site.ts';

test('a former address leads on and keeps the fragment', async ({ page }) => {
  await page.goto('/');
  for (const [from, to] of [
    ['/impressum/#customerHost=muster', '/imprint/#customerHost=muster'],
    ['/en/datenschutz/', '/en/privacy/'],
  ] as const) {
    await page.goto(from, { waitUntil: 'commit' });
    await expect(page).toHaveURL(to);
  }
  // The former address is not among those that one goes back to.
  await page.goBack();
  await expect(page).toHaveURL('/imprint/#customerHost=muster');
});

test('search engines learn the new address', () => {
  expect(builtHtml('/impressum/')).toMatch(/<link rel="canonical" href="[^"]+\/imprint\/"/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a former address has a link to the new one', async ({ page }) => {
    await page.goto('/impressum/');
    await page.getByRole('link', { name: 'Zur neuen Adresse' }).click();
    await expect(page).toHaveURL('/imprint/');
  });
});

test('a former key fills in the value that has another key now', async ({ page }) => {
  await page.route('/ipm-cloud/redirect-uris/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: builtHtml('/ipm-cloud/redirect-uris/').replace(
        '"guide":{',
        '"guide":{"renamed":{"subDomain":"customerHost"},',
      ),
    }),
  );
  await page.goto('/ipm-cloud/redirect-uris/#subDomain=muster');
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
});
