/** The support desk: from a ticket to a reply with link and QR code. */

import type { Page } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import { everyValue, expect, openWith, registerPage, test } from './site.ts';

const { tenantId } = everyValue;
const secret = `${['Ab1', '8', 'Q'].join('')}~${'x'.repeat(34)}`;
const ticket = `Guten Tag,
seit gestern kommt AADSTS50011: The redirect URI 'https://muster.ipmcloud.de/x' specified in the request does not match.
Verzeichnis-ID (Mandant): ${tenantId}
Unsere Adresse ist https://muster.ipmcloud.de, der Schlüssel ${secret}`;

const box = (page: Page) => page.getByRole('textbox', { name: 'Was hat der Kunde geschickt?' });
const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort an den Kunden' });
const link = (page: Page) => page.locator('[data-lotse-link]');

/** What a camera reads of the code on the page. */
async function scanned(page: Page): Promise<string> {
  const picture = await page.locator('[data-lotse-qr] svg').screenshot();
  const other = await page.context().newPage();
  await other.setContent(`<img src="data:image/png;base64,${picture.toString('base64')}">`);
  const { width, height, data } = await other.locator('img').evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return { width: canvas.width, height: canvas.height, data: [...pixels] };
  });
  await other.close();
  return decodeQr({ width, height, data: Uint8Array.from(data) });
}

test('turns a ticket into a copied reply with a link in under a minute', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const start = Date.now();
  await page.goto('/support/');
  await box(page).fill(ticket);
  await expect(reply(page)).toHaveValue(/https:\/\/muster\.ipmcloud\.de\/x/);
  await page.getByRole('button', { name: 'Antwort kopieren' }).click();
  await expect(page.getByRole('button', { name: 'Kopiert' })).toBeVisible();
  expect(Date.now() - start).toBeLessThan(60_000);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const fragment = `#customerHost=muster&tenantId=${tenantId}`;
  const address = `${new URL(page.url()).origin}/ipm-cloud/redirect-uris/${fragment}`;
  expect(copied).toContain(address);
  expect(copied).toContain('Guten Tag,');
  await expect(link(page)).toHaveText(address);
  await expect(page.getByRole('img', { name: address })).toBeVisible();
  expect(await scanned(page)).toBe(address);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(copied + kept).not.toContain(secret);
  await expect(page.locator('[data-lotse-read]')).toContainText('wie ein Clientschlüssel');
  await expect(page.locator('[data-lotse-read]')).toContainText(`(Mandant): ${tenantId}`);
});

test('writes to the customer in their language, and keeps the form for the tab', async ({
  page,
}) => {
  await page.goto('/support/');
  await page.getByLabel('Programm', { exact: true }).selectOption('iPM-Cloud');
  await page.getByLabel('Antwort', { exact: true }).selectOption('Eine Stunde warten');
  await page.getByRole('textbox', { name: 'Verzeichnis-ID' }).fill(tenantId);
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(reply(page)).toHaveValue(/wait about an hour[^]*\/en\/ipm-cloud\/[^]*#tenantId=/);
  await page.reload();
  await expect(reply(page)).toHaveValue(/wait about an hour[^]*\/en\/ipm-cloud\/[^]*#tenantId=/);
  await reply(page).fill('By hand');
  await page.getByRole('textbox', { name: 'Verzeichnis-ID' }).fill('');
  await expect(link(page)).not.toContainText('tenantId');
  await expect(reply(page)).toHaveValue('By hand');
  await page.getByRole('button', { name: 'Text neu schreiben' }).click();
  await expect(reply(page)).toHaveValue(/wait about an hour/);
});

test('mixes no customers: neither those of this browser nor the one before', async ({ page }) => {
  const { clientId } = everyValue;
  await openWith(page, registerPage, { clientId });
  await page.goto('/support/');
  const other = '22222222-2222-4222-8222-222222222222';
  await box(page).fill(
    `iPM-Cloud: AADSTS700016: Application with identifier '${other}' was not found in the directory.`,
  );
  const answer = page.locator('[data-lotse-answer]');
  await expect(answer).toContainText('AADSTS700016');
  await expect(answer).not.toContainText(clientId);
  await expect(link(page)).toContainText('/ipm-cloud/');
  await page.getByRole('textbox', { name: 'Verzeichnis-ID' }).fill(tenantId);
  await box(page).press('End');
  await page.keyboard.type(' Danke');
  await expect(link(page)).toContainText(tenantId);
  await page.getByRole('button', { name: 'Feld leeren' }).click();
  await expect(link(page)).toHaveText(`${new URL(page.url()).origin}/`);
  await expect(page.getByLabel('Programm', { exact: true })).toHaveValue('');
});

test('offers no reply that the program has no use for', async ({ page }) => {
  await page.goto('/support/');
  const program = page.getByLabel('Programm', { exact: true });
  const about = page.getByLabel('Antwort', { exact: true });
  await about.selectOption('SMTP AUTH für dieses Postfach einschalten');
  await program.selectOption('iPM-Cloud');
  await expect(about).toHaveValue('any-step');
  await expect(about.getByText('SMTP AUTH für dieses Postfach')).toHaveCount(0);
  await program.selectOption('business manager (bm)');
  await expect(about.getByText('SMTP AUTH für dieses Postfach')).toHaveCount(1);
  await about.selectOption('Clientschlüssel ist abgelaufen');
  await page.locator('#lotse-support-clientType').selectOption({ index: 2 });
  await expect(about).toHaveValue('any-step');
});

test('leads to the pages after the steps, too', async ({ page }) => {
  await page.goto('/support/');
  await page.getByLabel('Programm', { exact: true }).selectOption('iPM-Cloud');
  await page.getByLabel('Seite für den Kunden').selectOption('Clientschlüssel erneuern');
  await expect(link(page)).toHaveText(/\/ipm-cloud\/renew\/$/);
  await expect(reply(page)).toHaveValue(/den Schritt „Clientschlüssel erneuern“/);
});

test('is empty once another tab has forgotten everything', async ({ page, context }) => {
  await page.goto('/support/');
  await page.getByLabel('Programm', { exact: true }).selectOption('iPM-Cloud');
  await page.getByRole('textbox', { name: 'Verzeichnis-ID' }).fill(tenantId);
  const other = await context.newPage();
  await other.goto('/customers/');
  await other.getByRole('button', { name: 'Alles vergessen' }).click();
  await other.getByRole('group').getByRole('button').last().click();
  await expect(page.getByLabel('Programm', { exact: true })).toHaveValue('');
  await expect(link(page)).toHaveText(`${new URL(page.url()).origin}/`);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).not.toContain(tenantId);
});

test('explains a link that is pasted back', async ({ page }) => {
  await page.goto('/support/');
  await box(page).fill(
    `https://hilfe.muster.example/en/ipm-cloud/owner/#customerHost=a_b&nonsense=1&tenantId=${tenantId}`,
  );
  const explained = page.locator('[data-lotse-explained]');
  await expect(explained).toContainText('zum Server hilfe.muster.example');
  await expect(explained).toContainText('English');
  await expect(explained).toContainText(tenantId);
  await expect(explained).toContainText('nicht angenommen');
  await expect(explained).toContainText('nonsense');
  await expect(link(page)).toContainText('/ipm-cloud/owner/#tenantId=');
});
