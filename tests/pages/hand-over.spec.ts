/** Handing steps over to a role: the mail, and the section on paper. */

import { clipboard, everyValue, expect, fragment, ready, test } from './site.ts';
import type { Page } from '@playwright/test';

const exchange = 'Exchange-Administrator';
const developer = 'Anwendungsentwickler';

function section(page: Page, name: string) {
  return page
    .locator('section.role')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
}

test('a mail names the steps, brings the accepted values, and asks for the missing ones', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(
    `/ipm-cloud/values/${fragment({ customerHost: 'muster', serverHost: 'srv042' })}`,
  );
  await page.locator('#lotse-link').getByRole('button', { name: 'Behalten' }).click();
  await page.goto('/ipm-cloud/');
  await page.getByRole('link', { name: /Schritte an andere weitergeben/ }).click();
  await ready(page);
  const role = section(page, developer);
  await expect(role.getByLabel('Text', { exact: true })).toHaveValue(
    /\/ipm-cloud\/register-app\/#customerHost=muster&serverHost=srv042/,
  );
  await role.getByRole('button', { name: 'Text kopieren' }).click();
  const text = await clipboard(page);
  expect(text).toContain('- App registrieren');
  expect(text).toContain('- Verzeichnis-ID (Mandant)\n- Anwendungs-ID (Client)');
  const mail = role.getByRole('link', { name: 'Im Mailprogramm öffnen' });
  const href = (await mail.getAttribute('href')) ?? '';
  expect(new URLSearchParams(new URL(href).search).get('body')).toBe(text.replaceAll('\n', '\r\n'));
});

test('nothing of a link that waits is in the mail, and its controls lead to the notice', async ({
  page,
}) => {
  await page.goto(`/ipm-cloud/hand-over/${fragment(everyValue)}`);
  await expect(page.locator('#lotse-link')).toBeVisible();
  const role = section(page, exchange);
  await expect(role.getByLabel('Text', { exact: true })).not.toHaveValue(/#customerHost|muster/);
  await role.getByRole('button', { name: 'Text kopieren' }).click();
  await expect(page.locator('#lotse-link')).toBeFocused();
  await role.getByRole('link', { name: 'Im Mailprogramm öffnen' }).click();
  await expect(page.locator('#lotse-link')).toBeFocused();
  await expect(role.getByRole('link', { name: 'Im Mailprogramm öffnen' })).toHaveAttribute(
    'href',
    '#lotse-link',
  );
});

test('of bm, whoever has no secret to make is not told about one', async ({ page }) => {
  await page.goto('/bm/hand-over/');
  await ready(page);
  const text = section(page, 'Cloudanwendungsadministrator').getByLabel('Text', { exact: true });
  await expect(text).toHaveValue(/Clientschlüssel schicken Sie bitte nicht/);
  await page.goto(`/bm/values/`);
  await page.getByRole('radio', { name: /öffentlich/i }).check();
  await page.goto('/bm/hand-over/');
  await expect(text).not.toHaveValue(/Clientschlüssel schicken Sie bitte nicht/);
  await expect(text).toHaveValue(/Öffentliche/);
});

test('one role is printed alone', async ({ page }) => {
  await page.goto('/ipm-cloud/hand-over/#exchange-administrator');
  await page.emulateMedia({ media: 'print' });
  const headings = page
    .locator('section.role')
    .filter({ visible: true })
    .getByRole('heading', { level: 2 });
  await expect(headings).toHaveText([exchange]);
  await page.goto('/ipm-cloud/hand-over/');
  await expect(headings).not.toHaveCount(1);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await section(page, developer).getByRole('button', { name: 'Nur diese Rolle drucken' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(headings).toHaveText([developer]);
});
