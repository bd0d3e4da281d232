/** The one box: on its page, on others, and in the header of every page. */

import type { Locator, Page, Request } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  builtHtml,
  clipboard,
  everyValue,
  expect,
  expectPanelValue,
  field,
  openWith,
  ready,
  stored,
  test,
  wholePage,
} from './site.ts';

const label = 'Was haben Sie vor sich?';
const { tenantId, clientId } = everyValue;
const objectId = '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9';

const ticket = `Guten Tag,
seit gestern kommt Fehler AADSTS50011: The redirect URI 'https://muster.ipmcloud.de' specified in the request does not match.
Unser Postfach ist versand@muster.example, Mandant ${tenantId}, Adresse https://muster.ipmcloud.de
Mit freundlichen Grüßen`;

const overview = `Anzeigename
Muster Mail
Anwendungs-ID (Client)
${clientId}
Objekt-ID
${objectId}
Verzeichnis-ID (Mandant)
${tenantId}`;

function box(page: Page): Locator {
  return page.getByRole('textbox', { name: label });
}

/** Pastes as a reader does, from the clipboard. */
async function paste(page: Page, into: Locator, text: string): Promise<void> {
  await page.evaluate(async (copied) => navigator.clipboard.writeText(copied), text);
  await into.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.describe('from the start page', () => {
  test('a ticket leads to a link with its values', async ({ page }) => {
    await page.goto('/');
    await paste(page, box(page), ticket);
    await expect(page.getByRole('radio', { name: 'iPM-Cloud' })).toBeChecked();
    await expect(page.locator('[data-lotse-finding=aadsts50011]')).toBeVisible();
    await page.getByRole('button', { name: 'Link mit diesen Werten kopieren' }).click();
    const link = new URL(await clipboard(page));
    expect(link.pathname).toBe('/ipm-cloud/redirect-uris/');
    expect(link.hash).toBe(
      `#mailbox=versand@muster.example&customerHost=muster&tenantId=${tenantId}`,
    );
    await page.getByRole('link', { name: 'In die Anleitung für iPM-Cloud mitnehmen' }).click();
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await expectPanelValue(page, 'Verzeichnis-ID (Mandant)', tenantId);
    await expectPanelValue(page, 'Ihre iPM-Cloud', 'muster');
  });

  test('the portal’s overview page leads to both IDs', async ({ page }) => {
    await page.goto('/');
    await paste(page, box(page), overview);
    const answer = page.locator('[data-lotse-answer]');
    await expect(answer).toContainText(`${objectId} ist die Objekt-ID der App.`);
    await page.getByRole('radio', { name: 'business manager (bm)' }).check();
    await page.getByRole('link', { name: 'In die Anleitung für business manager (bm)' }).click();
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await expectPanelValue(page, 'Verzeichnis-ID (Mandant)', tenantId);
    await expectPanelValue(page, 'Anwendungs-ID (Client)', clientId);
  });

  test('„Geheimnis abgelaufen“ leads to its renewal, by keyboard', async ({ page }) => {
    await page.goto('/');
    await ready(page);
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('Geheimnis abgelaufen');
    const hits = page.locator('.hits a');
    await expect(hits.first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(hits.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hits.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(box(page)).toBeFocused();
    const firsts = await page
      .locator('.hits > li')
      .evaluateAll((lines) =>
        lines
          .slice(0, 3)
          .flatMap((line) => [...line.querySelectorAll('a')].map(({ pathname }) => pathname)),
      );
    expect(firsts.join(' ')).toMatch(/client-secret|aadsts7000222/);
    await page.keyboard.press('Enter');
    await expect(hits.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${firsts[0] ?? ''}$`));
  });

  test('a manifest leads to the list of what is wrong', async ({ page }) => {
    await page.goto('/');
    await paste(
      page,
      box(page),
      '{"signInAudience": "AzureADMultipleOrgs", "web": {"redirectUris": []}}',
    );
    await expect(page.locator('[data-lotse-settings]')).toContainText(
      'Wählen Sie oben das Programm',
    );
    await page.getByRole('radio', { name: 'business manager (bm)' }).check();
    const wrong = page.locator('[data-lotse-verdict=wrong]');
    await expect(wrong).toContainText('Der Kontotyp lässt mehr zu als verlangt');
    await expect(wrong.getByRole('link').first()).toHaveAttribute('href', /^\/bm\//);
    await expect(page.locator('[data-lotse-share] pre')).toContainText(
      'Programm: business manager (bm)',
    );
  });
});

test.describe('in the header', () => {
  test('it compares with the guide and the values of the page', async ({ page }) => {
    await openWith(page, '/ipm-cloud/owner/', everyValue);
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Suchen/ })
      .click();
    const dialog = page.getByRole('dialog', { name: label });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await paste(
      page,
      dialog.getByRole('textbox'),
      'SPA\nhttps://muster.ipmcloud.de\nhttps://jwt.ms',
    );
    await expect(dialog.locator('[data-lotse-verdict=surplus]')).toContainText('https://jwt.ms');
    await expect(dialog.getByRole('status')).toContainText(
      'Gelesen als Liste von Umleitungs-URIs.',
    );
    await expectAccessible(page, 'the box in a dialogue');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    // What was pasted is still there.
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Suchen/ })
      .click();
    await expect(dialog.locator('[data-lotse-verdict=surplus]')).toBeVisible();
  });

  test('values of a text are taken into this guide after asking', async ({ page }) => {
    await page.goto('/bm/permissions/');
    await ready(page);
    await page.keyboard.press('/');
    await paste(page, page.getByRole('dialog').getByRole('textbox'), overview);
    await page.getByRole('link', { name: 'In diese Anleitung übernehmen' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await expectPanelValue(page, 'Anwendungs-ID (Client)', clientId);
  });

  test('a text about another program is read for that one, if the reader wants it', async ({
    page,
  }) => {
    await page.goto('/bm/check/');
    await paste(page, box(page), ticket);
    await expect(page.locator('[data-lotse-found]')).toContainText('Der Text nennt iPM-Cloud.');
    await page.getByRole('radio', { name: 'iPM-Cloud' }).check();
    await expect(
      page.getByRole('link', { name: 'In die Anleitung für iPM-Cloud mitnehmen' }),
    ).toBeVisible();
  });

  test('the key does nothing where the reader does not want it', async ({ page }) => {
    await page.goto('/ask/');
    await page.getByRole('radio', { name: 'nein' }).check();
    await page.goto('/bm/permissions/');
    await ready(page);
    await page.keyboard.press('/');
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Suchen/ })
      .click();
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });

  test('a slash in a field is only a character', async ({ page }) => {
    await page.goto('/bm/register-app/');
    await ready(page);
    const id = field(page, 'Anwendungs-ID (Client)').first();
    await id.focus();
    await page.keyboard.press('/');
    await expect(id).toHaveValue('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('the link leads to the page where the script does not arrive', async ({ page }) => {
    await page.route(/ask-dialog/, (route) => route.abort());
    await page.goto('/bm/permissions/');
    await ready(page);
    await page.keyboard.press('/');
    await expect(page).toHaveURL('/ask/');
  });
  test.use({ mayComplain: true });
});

test.describe('what is asked', () => {
  test('stays on this page: nothing is stored or sent', async ({ page, context }) => {
    const token = `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify({ aud: 'https://outlook.office.com', roles: ['SMTP.SendAsApp'] })).replace(/=+$/, '')}.c2lnbmF0dXJl`;
    await page.goto('/ask/');
    await ready(page);
    await box(page).fill('AADSTS50011');
    await expect(page.locator('[data-lotse-finding]')).toHaveCount(1);
    const before = await stored(page);
    const requests: string[] = [];
    context.on('request', (request: Request) => requests.push(request.url()));
    await paste(page, box(page), `{"token_type":"Bearer","access_token":"${token}"}`);
    const read = page.locator('[data-lotse-token]');
    await expect(read).toContainText('Ein Token gibt Zugriff, bis es abläuft.');
    await expect(read).toContainText('https://outlook.office.com');
    await expect(box(page)).toHaveValue('');
    expect(await wholePage(page)).not.toContain(token.split('.')[2]);
    expect(await stored(page)).toBe(before);
    expect(requests.filter((url) => !url.includes('/_astro/'))).toEqual([]);
  });

  test('may be a word in the address, and nothing else is read from it', async ({ page }) => {
    await page.goto('/ask/#q=abgelaufen');
    await expect(box(page)).toHaveValue('abgelaufen');
    await expect(page.locator('.hits a').first()).toBeVisible();
    await page.goto(`/ask/#q=${'x'.repeat(5000)}%`);
    await expect.poll(async () => (await box(page).inputValue()).length).toBe(120);
    await page.goto('/errors/#q=abgelaufen');
    await ready(page);
    await expect(box(page)).toHaveValue('');
  });

  test('is shown in part if it is long, and read whole', async ({ page }) => {
    await page.goto('/ask/');
    await ready(page);
    const long = `${'2026-11-20 INFO nichts von Belang\n'.repeat(60_000)}AADSTS7000222: expired`;
    await paste(page, box(page), long);
    await expect(page.locator('[data-lotse-finding=aadsts7000222]')).toBeVisible();
    const shown = await box(page).inputValue();
    expect(shown.length).toBeLessThan(5000);
    expect(shown).toContain('Zeichen sind hier nicht zu sehen');
    await expect(box(page)).not.toBeEditable();
    await paste(page, box(page), 'AADSTS50011');
    await expect(page.locator('[data-lotse-finding=aadsts50011]')).toBeVisible();
    await expect(box(page)).toHaveValue('AADSTS50011');
    await paste(page, box(page), long);
    await expect(box(page)).not.toBeEditable();
    await page.getByRole('button', { name: 'Feld leeren' }).click();
    await expect(box(page)).toBeEditable();
    await expect(box(page)).toBeFocused();
    await expect(page.locator('[data-lotse-finding]')).toHaveCount(0);
  });

  test('is text, whatever it is', async ({ page }) => {
    await page.goto('/ask/');
    await box(page).fill('<img src=x onerror="window.hacked=1">');
    await expect(page.locator('[data-lotse-answer]')).toContainText('Dazu passen diese Seiten');
    await expect(page.locator('[data-lotse-answer] img')).toHaveCount(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

test('the portal’s overview page, pasted into one field, fills both', async ({ page }) => {
  await page.goto('/bm/register-app/');
  await ready(page);
  await paste(page, field(page, 'Anwendungs-ID (Client)').first(), overview);
  await expectPanelValue(page, 'Anwendungs-ID (Client)', clientId);
  await expectPanelValue(page, 'Verzeichnis-ID (Mandant)', tenantId);
  await expect(page.locator('#lotse-live')).toContainText('Verzeichnis-ID (Mandant): übernommen.');
});

test('in English it answers in English', async ({ page }) => {
  await page.goto('/en/ask/#q=expired');
  await expect(page.getByRole('heading', { name: 'These pages fit' })).toBeVisible();
  await page
    .getByRole('textbox', { name: 'What do you have in front of you?' })
    .fill('AADSTS50011');
  await expect(page.getByText('Which program is it about?')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the header leads to the list of all pages', async ({ page }) => {
    await page.goto('/bm/permissions/');
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Suchen/ })
      .click();
    await expect(page).toHaveURL('/ask/');
    await expect(box(page)).toBeHidden();
    const links = page.getByRole('main').getByRole('link');
    await expect(links.filter({ hasText: 'Geheimen Clientschlüssel erstellen' })).toHaveCount(4);
    expect(builtHtml('/ask/')).toContain('href="/errors/"');
  });
});
