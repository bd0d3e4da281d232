/** Reporting a mistake of the site: the text holds what the reader agrees to, and no secret. */

import { expect, ready, test } from './site.ts';

const made = 'Ihre Meldung';

test('a report names the page it came from, and the browser only if ticked', async ({ page }) => {
  await page.goto('/ipm-cloud/values/');
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: 'Hier stimmt etwas nicht' })
    .click();
  await ready(page);
  await expect(page.getByLabel('Auf welcher Seite?')).toHaveValue('/ipm-cloud/values/');
  const text = page.getByLabel(made);
  await page.getByLabel('Was stimmt nicht?').fill('Ein Wort fehlt.');
  await expect(text).toHaveValue(/^Ein Wort fehlt\.\n\n.*\/ipm-cloud\/values\/\nFassung: /);
  await expect(text).not.toHaveValue(/Browser:/);
  await page.getByLabel('Meinen Browser nennen').check();
  await expect(text).toHaveValue(/Browser: Mozilla/);
});

test('an unknown page in the address is not named', async ({ page }) => {
  await page.goto('/feedback/#from=https://muster.example/');
  await expect(page.getByLabel(made)).toHaveValue(/^Fassung: /);
  await expect(page.getByLabel(made)).not.toHaveValue(/muster/);
});

test('a text with a secret is not passed on', async ({ page }) => {
  await page.goto('/feedback/#from=/ipm-cloud/owner/');
  await expect(page.getByLabel(made)).toHaveValue(/\/ipm-cloud\/owner\//);
  await page
    .getByLabel('Was stimmt nicht?')
    .fill('Mein Schlüssel abc8Q~muster.muster_muster-muster.abcdef');
  await expect(page.getByText(/sieht|aussieht/).first()).toBeVisible();
  await expect(page.getByLabel(made)).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Text kopieren' })).toBeDisabled();
});

test('without a contact, nothing is said to be sent', async ({ page }) => {
  await page.goto('/feedback/');
  await expect(page.locator('.notice', { hasText: 'keine Adresse' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Ihre Meldung' })).toBeVisible();
  await expect(page.getByText('Das wird verschickt')).toHaveCount(0);
});
