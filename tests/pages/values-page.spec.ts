/** All values of a guide in one form, and everything made from them. */

import { clipboard, everyValue, expect, field, fourUris, fragment, ready, test } from './site.ts';
import type { Page } from '@playwright/test';

const names = {
  mailbox: 'Postfach für den Versand',
  customerHost: 'Ihre iPM-Cloud',
  serverHost: 'Server Ihrer iPM-Cloud',
  tenantId: 'Verzeichnis-ID (Mandant)',
  clientId: 'Anwendungs-ID (Client)',
} as const;

interface Manifest {
  readonly spa: { readonly redirectUris: readonly string[] };
}

function manifest(page: Page) {
  return page.locator('.generated.script').filter({ hasText: 'signInAudience' });
}

/** Presses Tab until the focus is where it should be. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('by keyboard alone, the values are typed and the manifest is copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/ipm-cloud/values/');
  await ready(page);
  for (const [id, name] of Object.entries(names)) {
    const input = field(page, name);
    await tabTo(page, () => input.evaluate((one) => one === document.activeElement));
    await page.keyboard.type(everyValue[id as keyof typeof names]);
  }
  await page.keyboard.press('Tab');
  const uris = page.locator('lotse-redirect-uris [data-lotse-line]');
  await expect(uris).toHaveText([...fourUris]);
  await expect(page.getByText(`login.microsoftonline.com/${everyValue.tenantId}/`)).not.toHaveCount(
    0,
  );
  const copy = manifest(page).getByRole('button');
  await expect(copy).toBeVisible();
  await tabTo(page, () => copy.evaluate((one) => one === document.activeElement));
  await page.keyboard.press('Enter');
  await expect(copy).toContainText('Kopiert');
  const { spa } = JSON.parse(await clipboard(page)) as Manifest;
  expect(spa.redirectUris).toEqual(fourUris);
});

test('nothing can be copied while values of a link wait', async ({ page }) => {
  await page.goto(`/ipm-cloud/values/${fragment(everyValue)}`);
  await expect(manifest(page)).toContainText('https://muster.ipmcloud.de/');
  await manifest(page).getByRole('button').click();
  await expect(page.locator('#lotse-link')).toBeFocused();
});

test('of bm, the manifest follows the kind of client', async ({ page }) => {
  await page.goto('/bm/values/');
  await ready(page);
  const shown = manifest(page).filter({ visible: true });
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText('"isFallbackPublicClient": false');
  await page.getByRole('radio', { name: /öffentlich/i }).check();
  await expect(shown).toContainText('"isFallbackPublicClient": true');
});
