/** What readers paste from a portal in their language is judged in the language of the page. */

import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';

async function paste(page: Page, box: string, text: string): Promise<void> {
  await page.evaluate(async (copied) => navigator.clipboard.writeText(copied), text);
  await page.locator(box).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

const tables = [
  [
    '/ipm-cloud/permissions/',
    'Anwendung',
    'Nein',
    'Gewährt für Muster',
    'eingetragen und gewährt: Mail.Send',
  ],
  [
    '/en/ipm-cloud/permissions/',
    'Application',
    'No',
    'Granted for Muster',
    'requested and granted: Mail.Send',
  ],
  [
    '/fr/ipm-cloud/permissions/',
    'Application',
    'Non',
    'Accordé pour Muster',
    'configurée et accordée\u202F: Mail.Send',
  ],
] as const;

for (const [address, type, no, status, verdict] of tables) {
  test(`a table of permissions is judged on ${address}`, async ({ page }) => {
    await page.goto(address);
    const rows = `Microsoft Graph (1)\nMail.Send\t${type}\tText\t${no}\t${status}`;
    const check = page.locator('lotse-paste-check');
    await page.locator('details').filter({ has: check }).locator('summary').first().click();
    await expect(check.locator('textarea')).toBeVisible();
    await paste(page, 'lotse-paste-check textarea', rows);
    await expect(check.locator('.findings')).toContainText(verdict);
  });
}

test('a French ticket is explained in French and offers its values', async ({ page }) => {
  await page.goto('/fr/ask/');
  const ticket = `Bonjour, erreur AADSTS50011. Boîte aux lettres\u00A0: versand@muster.example, locataire ${tenantId}, https://muster.ipmcloud.de`;
  await paste(page, 'main textarea', ticket);
  await expect(page.getByRole('radio', { name: 'iPM-Cloud' })).toBeChecked();
  await expect(page.locator('[data-lotse-finding=aadsts50011]')).toContainText(
    'URI de redirection',
  );
  const answer = page.locator('[data-lotse-answer]');
  await expect(answer).toContainText(tenantId);
  await expect(answer).toContainText('versand@muster.example');
});
