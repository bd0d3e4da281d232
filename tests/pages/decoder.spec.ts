/** The decoder and the list of errors, as used by a reader with an error message on screen. */

import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import { parse } from 'yaml';
import { expectAccessible } from './axe.ts';
import { clipboard, errorPage, expect, field, stored, test, wholePage } from './site.ts';

const app = '00001111-aaaa-2222-bbbb-3333cccc4444';
const trace = '11112222-3333-4444-5555-666677778888';
const uri = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
const message = `AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${app}'. Trace ID: ${trace} Timestamp: 2026-11-20 08:15:30Z Konto post@muster.example`;

const catalogue = parse(readFileSync('src/content/errors/errors.yml', 'utf8')) as object;
const count = Object.keys(catalogue).length;

async function paste(page: Page, text: string): Promise<void> {
  await field(page, 'Was haben Sie vor sich?').fill(text);
}

test.describe('the decoder', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/errors/');
  });

  test('a pasted page is explained, with the step of every guide', async ({ page }) => {
    await paste(page, message);
    const finding = page.locator('[data-lotse-finding]');
    await expect(finding).toHaveCount(1);
    await expect(
      finding.getByRole('heading', { name: 'Die Umleitungs-URI ist nicht eingetragen' }),
    ).toBeVisible();
    await expect(finding).toContainText('von Microsoft beschrieben');
    await expect(finding.getByText('So vergewissern Sie sich')).toBeVisible();
    const steps = finding.getByRole('link', { name: /Umleitungs-URI/ });
    await expect(steps.first()).toHaveAttribute('href', /\/redirect-uris\/$/);
    await expect(
      finding.getByRole('link', { name: 'AADSTS50011 bei Microsoft nachschlagen' }),
    ).toHaveAttribute('href', 'https://login.microsoftonline.com/error?code=50011');
    await finding
      .getByRole('link', { name: 'Diese Erklärung zum Weitergeben: AADSTS50011' })
      .click();
    await expect(page).toHaveURL(/\/errors\/aadsts50011\/$/);
  });

  test('the sent address is shown character by character', async ({ page }) => {
    await paste(page, message);
    await expect(page.locator('[data-lotse-redirect]')).toContainText(uri);
  });

  test('the report contains only recognised parts, and IDs and addresses only on request', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await paste(page, `${message}\nKennwort: geheim2026`);
    const share = page.locator('[data-lotse-share]');
    await share.getByRole('button', { name: /Kopieren/ }).click();
    const lines = (await clipboard(page)).split('\n');
    expect(lines[0]).toMatch(/^Meldung, gelesen mit Postlotse \d+\.\d+\.\d+$/);
    expect(lines.slice(1)).toEqual([
      'Programm: cmxOrganize',
      'Meldung: AADSTS50011 (Die Umleitungs-URI ist nicht eingetragen)',
      "Wortlaut nach der Liste: AADSTS50011: The redirect URI '[Adresse]' specified in the request does not match the redirect URIs configured for the application '[ID]'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.",
      'Schritt der Anleitung: Umleitungs-URI eintragen',
      `Trace-ID: ${trace}`,
      'Zeitpunkt: 2026-11-20 08:15:30Z',
    ]);
    await share.getByLabel('Mit IDs und Adressen Ihrer Organisation').check();
    await expect(share.locator('pre')).toContainText(`Geschickte Umleitungs-URI: ${uri}`);
    await expect(share.locator('pre')).toContainText(`App (Anwendungs-ID): ${app}`);
  });

  test('only ticked lines of the paste are included, with secrets redacted', async ({ page }) => {
    const rest = Array.from({ length: 70 }, (_, index) => `Zeile ${String(index + 1)}`);
    await paste(
      page,
      ['AADSTS65001: x', 'Beginn', 'Server smtp.office365.com, Kennwort: geheim2026', ...rest].join(
        '\n',
      ),
    );
    const share = page.locator('[data-lotse-share]');
    const group = share.getByRole('group', { name: 'Zeilen aus Ihrem Text dazunehmen' });
    const report = share.locator('pre');
    await expect(group.getByRole('checkbox')).toHaveCount(7);
    await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect(group).toContainText('Nicht alles Geheime kann die Seite erkennen');
    await expect(report).not.toContainText('Zeile 1');
    await group
      .getByRole('checkbox', { name: 'Server smtp.office365.com, Kennwort: [verdeckt]' })
      .focus();
    await page.keyboard.press('Space');
    await expect(report).toContainText(
      'Aus dem eingefügten Text:\nServer smtp.office365.com, Kennwort: [verdeckt]',
      {
        useInnerText: true,
      },
    );
    await group.getByRole('button', { name: 'Weitere Zeilen zeigen (66 sind noch da)' }).click();
    await expect(group.getByRole('checkbox')).toHaveCount(57);
    await expect(group.getByRole('checkbox', { name: 'Zeile 5', exact: true })).toBeFocused();
    await expect(page.locator('#lotse-live')).toHaveText('50 weitere Zeilen stehen zur Wahl.');
    await page.keyboard.press('Space');
    await expect(report).toContainText('Server smtp.office365.com, Kennwort: [verdeckt]\nZeile 5', {
      useInnerText: true,
    });
    await expectAccessible(page, 'lines to pass on');
    await paste(page, 'AADSTS65001: y\nZeile 5');
    await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect(report).not.toContainText('Zeile 5');
  });

  test('a password within an address is shown nowhere', async ({ page }) => {
    await paste(
      page,
      "AADSTS50011: The redirect URI 'https://user:Sommer%232026!Haus@www.muster.example/x' specified",
    );
    const redirect = page.locator('[data-lotse-redirect]');
    await expect(redirect).toContainText('https://…@www.muster.example/x');
    await page.getByLabel('Mit IDs und Adressen Ihrer Organisation').check();
    await expect(page.locator('[data-lotse-share] pre')).toContainText(
      'https://www.muster.example/x',
    );
    await field(page, 'Was haben Sie vor sich?').evaluate((area: HTMLTextAreaElement) => {
      area.value = '';
    });
    expect(await wholePage(page)).not.toContain('Sommer');
  });

  test('digits lost in a screenshot are only guessed', async ({ page }) => {
    await paste(page, 'AADSTS00016');
    const finding = page.locator('[data-lotse-finding=unknown]');
    await expect(finding).toContainText('nur eine Vermutung');
    await expect(finding.getByRole('link', { name: /AADSTS700016/ })).toBeVisible();
  });

  test('a text without a message gets an answer, an empty field none', async ({ page }) => {
    await paste(page, 'Es geht nicht.\nGestern ging es noch.');
    const found = page.locator('[data-lotse-found]');
    await expect(found).toContainText('In diesem Text steht keine Meldung');
    await found.getByRole('link', { name: /^Ohne Code weiter/ }).click();
    await expect(page.getByText('Was geschieht?')).toBeInViewport();
    await page.getByRole('button', { name: 'Feld leeren' }).click();
    await expect(found).toBeEmpty();
    await expect(field(page, 'Was haben Sie vor sich?')).toBeFocused();
  });

  test('a very long text is read at both ends', async ({ page }) => {
    const long = `AADSTS65001 ${`${'x'.repeat(200)}\n`.repeat(5000)}AADSTS90002`;
    // Typing this much takes a browser minutes; pasting does not.
    await field(page, 'Was haben Sie vor sich?').evaluate((area: HTMLTextAreaElement, text) => {
      area.value = text;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, long);
    await expect(
      page.getByText('Gelesen wurden nur Anfang, Ende und die Stellen mit Codes.'),
    ).toBeVisible();
    await expect(page.locator('[data-lotse-finding]')).toHaveCount(2);
  });

  test('the result is announced to screen readers', async ({ page }) => {
    await paste(page, 'AADSTS65001');
    await field(page, 'Was haben Sie vor sich?').blur();
    await expect(page.locator('#lotse-live')).toHaveText(
      'Eine Meldung erkannt. Die Zustimmung fehlt noch',
    );
  });

  test('no part of a token or secret is shown, stored or sent', async ({ page }) => {
    const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join('');
    const requests: Request[] = [];
    await paste(page, 'AADSTS65001');
    await expect(page.locator('[data-lotse-finding]')).toHaveCount(1);
    page.on('request', (request) => requests.push(request));
    await paste(
      page,
      `AADSTS7000215 client_secret=${secret} access_token=eyJhbGciOiJub25lIn0.e30.x`,
    );
    await expect(page.locator('[data-lotse-lines] li')).toHaveText([
      'AADSTS7000215 client_secret=[verdeckt] access_token=[Token]',
    ]);
    expect(await stored(page)).not.toContain('8Q');
    expect(page.url()).not.toContain('8Q');
    expect(requests).toEqual([]);
    await field(page, 'Was haben Sie vor sich?').fill('');
    expect(await wholePage(page)).not.toContain(secret);
  });

  test('markup in a message stays text', async ({ page }) => {
    const hostile =
      '<img src=x onerror="window.hacked=1"> AADSTS50011: redirect URI \'https://a/<b>x</b>\'';
    await paste(page, hostile);
    await expect(page.locator('[data-lotse-lines] li')).toHaveText([hostile]);
    await expect(page.locator('.ask-box img, .ask-box b')).toHaveCount(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  test('axe finds nothing in the results', async ({ page }) => {
    await paste(page, `${message} AADSTS50194 AADSTS00016`);
    await expect(page.locator('[data-lotse-finding]')).toHaveCount(3);
    await expectAccessible(page, 'decoder with results');
  });

  test('an English page explains in English', async ({ page }) => {
    await page.goto('/en/errors/');
    await field(page, 'What do you have in front of you?').fill('AADSTS65001');
    await expect(page.getByText('One message recognised.', { exact: true })).toBeVisible();
    await expect(page.locator('[data-lotse-finding]')).toContainText('Grant admin consent for');
    // Only the titles of untranslated steps are German.
    await expect(page.locator('[data-lotse-found] [lang=de]:not(.mending a)')).toHaveCount(0);
  });
});

test('without a code, two questions lead to a step', async ({ page }) => {
  await page.goto('/errors/');
  await page.getByText('Es hat funktioniert und geht nicht mehr').click();
  await page.getByText('Nichts, aber die Einrichtung ist Monate oder Jahre her').click();
  const links = page.locator('.symptoms .mending').filter({ visible: true }).getByRole('link');
  await expect(links.first()).toHaveAttribute('href', /\/client-secret\/$/);
});

test('the list is searched by code and by words', async ({ page }) => {
  await page.goto('/errors/');
  const box = field(page, 'Was haben Sie vor sich?');
  await box.fill('90056');
  const hits = page.locator('.hits a');
  await expect(hits.first()).toHaveAttribute('href', '/errors/aadsts90056/');
  await box.fill('Clientschlüssel abgelaufen');
  await expect(hits.filter({ hasText: 'Der Clientschlüssel ist abgelaufen' })).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list, every explanation and the questions are there', async ({ page }) => {
    await page.goto('/errors/');
    await expect(page.locator('[data-lotse-error]').filter({ visible: true })).toHaveCount(count);
    await page.getByText('Es hat noch nie funktioniert').click();
    await expect(page.getByText('Was sehen Sie beim Versuch?')).toBeVisible();
    await page.getByRole('link', { name: /AADSTS50011 / }).click();
    await expect(page).toHaveURL(new RegExp(`${errorPage}$`));
    await expect(page.getByRole('heading', { name: 'Das ändern Sie' })).toBeVisible();
    await expect(page.getByText('zuletzt geprüft am 20. November 2026')).toBeVisible();
  });
});

test.describe("the decoder on a guide's page", () => {
  const checkPage = '/cmxorganize/check/';

  test('compares the sent address with the guide’s, and names its step', async ({ page }) => {
    await page.goto(`${checkPage}#instanceHost=muster.example`);
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await paste(page, message);
    const redirect = page.locator('[data-lotse-redirect]');
    await expect(redirect.getByRole('listitem')).toHaveText([
      'Die geschickte Adresse hat „www.“ zu viel.',
    ]);
    await expect(redirect.locator('mark')).toHaveText('www.');
    const steps = page.locator('[data-lotse-finding] .mending').getByRole('link');
    await expect(steps).toHaveCount(1);
    await expect(steps).toHaveAttribute('href', '/cmxorganize/redirect-uris/');
  });

  for (const [what, sent, advice] of [
    ['http', uri.replace('https', 'http'), 'Stellen Sie im Programm die eigene Adresse'],
    ['another name', uri.replace('www.', ''), 'Eine der beiden Seiten stimmt nicht.'],
    ['another path', `${uri}/neu`, 'Die Meldung stammt also aus einem anderen Programm'],
    ['the guide’s own', uri, `Tragen Sie genau diese ein: ${uri}`],
  ] as const) {
    test(`says which side is wrong: ${what}`, async ({ page }) => {
      await page.goto(`${checkPage}#instanceHost=www.muster.example`);
      await page.getByRole('button', { name: 'Behalten', exact: true }).click();
      await paste(page, message.replace(uri, sent));
      const found = page.locator('[data-lotse-found]');
      await expect(found.locator('[data-lotse-redirect]')).toContainText(advice);
      await expect(found).not.toContainText('genau so ein, wie die Meldung sie zeigt');
      const report = page.locator('[data-lotse-share] pre');
      await expect(report).toContainText('Programm: cmxOrganize');
      await expect(report).toContainText('Schritt der Anleitung: ');
    });
  }

  test('says when the message is about another app', async ({ page }) => {
    const own = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
    await page.goto(`${checkPage}#clientId=${own}`);
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await paste(page, message);
    await expect(page.locator('[data-lotse-found]')).toContainText(
      `Die Meldung nennt die Anwendungs-ID ${app}. Bei Ihnen eingetragen ist ${own}.`,
    );
  });

  test('without the value, it says that the comparison needs it', async ({ page }) => {
    await page.goto(checkPage);
    await paste(page, message);
    await expect(page.locator('[data-lotse-redirect]')).toContainText(
      'Sobald Ihre Werte eingetragen sind',
    );
  });

  for (const [way, steps] of [
    ['private', ['/bm/client-secret/', '/bm/public-client-flows/']],
    ['public', ['/bm/public-client-flows/']],
  ] as const) {
    test(`names each step that may fix it, likeliest first: ${way} client`, async ({ page }) => {
      await page.goto(`/bm/check/#clientType=${way}`);
      await page.getByRole('button', { name: 'Behalten', exact: true }).click();
      await paste(page, 'AADSTS7000218');
      const links = page.locator('[data-lotse-finding] .mending a').filter({ visible: true });
      await expect(links).toHaveCount(steps.length);
      for (const [index, step] of steps.entries()) {
        await expect(links.nth(index)).toHaveAttribute('href', step);
      }
    });
  }

  test('names the step of another branch if the chosen one has none', async ({ page }) => {
    await page.goto('/bm/check/#clientType=public');
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await paste(page, 'AADSTS7000215');
    const steps = page.locator('[data-lotse-finding] .mending a').filter({ visible: true });
    await expect(steps).toHaveCount(1);
    await expect(steps).toHaveAttribute('href', '/bm/client-secret/');
  });
});

test.describe('a code missing from the catalogue', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/errors/');
  });

  test('a mail server’s status has no look-up link to Microsoft', async ({ page }) => {
    await paste(page, '550 5.7.124 Sender not in allowed-senders list');
    const finding = page.locator('[data-lotse-finding=status]');
    await expect(finding.getByRole('heading')).toHaveText('550 5.7.124 kennen wir nicht');
    await expect(finding).toContainText('So antwortet ein Mailserver.');
    await expect(finding.getByRole('link')).toHaveCount(0);
  });

  test('a number that may be complete is guessed, and can be looked up', async ({ page }) => {
    await paste(page, 'AADSTS700021');
    const finding = page.locator('[data-lotse-finding=unknown]');
    await expect(finding.getByRole('link', { name: /AADSTS7000218/ })).toBeVisible();
    await expect(finding).toContainText('Es kann auch ein anderer Code sein.');
    await expect(
      finding.getByRole('link', { name: 'AADSTS700021 bei Microsoft nachschlagen' }),
    ).toBeVisible();
  });

  test('the address of a successful sign-in is recognised, without showing its code', async ({
    page,
  }) => {
    const code = '1.AXkAq1b2C3d4E5f6G7h8I9j0';
    await paste(page, `${uri}?code=${code}&state=12345`);
    const found = page.locator('[data-lotse-found]');
    await expect(found).toContainText('Die Anmeldung bei Microsoft ist gelungen.');
    await expect(found.getByRole('link')).toHaveCount(0);
    await expect(page.locator('[data-lotse-share] pre')).toContainText(
      'Keine bekannte Meldung erkannt.',
    );
    await expect(page.locator('[data-lotse-lines] li')).toHaveText([
      `${uri}?code=[Einmalcode]&state=12345`,
    ]);
  });
});
