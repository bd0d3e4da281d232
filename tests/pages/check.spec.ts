/** Paste and compare: an administrator pastes what the portal shows, and each finding leads to its step. */

import type { Locator, Page, Request } from '@playwright/test';
import { expectation, rightManifest, written } from '../domain/check/right.ts';
import { expectAccessible } from './axe.ts';
import {
  clipboard,
  expect,
  field,
  fragment,
  fourUris,
  option,
  otherValues,
  everyValue,
  stored,
  test,
  uriLines,
  wholePage,
} from './site.ts';

const label = 'Was haben Sie vor sich?';

async function open(page: Page, guide: string, values: Readonly<Record<string, string>>) {
  await page.goto(`/${guide}/check/${fragment(values)}`);
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
}

/** Pastes from the clipboard into the focused field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(async (copied) => navigator.clipboard.writeText(copied), text);
  await field(page, label).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

/** The findings under one heading. */
function findings(page: Page, heading: string): Locator {
  const group = page
    .locator('[data-lotse-verdict]')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
  return group.getByRole('listitem');
}

test.describe('pasting settings', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('an administrator of bm pastes the manifest, and sees what is left to do', async ({
    page,
  }) => {
    await open(page, 'bm', otherValues.bm);
    const expected = expectation('bm', { ...otherValues.bm, clientType: 'private' });
    const manifest = rightManifest(expected);
    manifest.signInAudience = 'AzureADMultipleOrgs';
    manifest.isFallbackPublicClient = true;
    await paste(page, written(manifest));
    await expect(page.locator('[data-lotse-kind]')).toHaveText(
      'Gelesen als Manifest der App-Registrierung.',
    );
    await expect(page.locator('#lotse-live')).toHaveText(
      /^Gelesen als .* Falsch: 2\. Fehlt: 0\. Zu viel: 0\./,
    );
    await expect(findings(page, 'Falsch')).toHaveText([
      /^Der Kontotyp lässt mehr zu als verlangt: „AzureADMultipleOrgs“ statt „AzureADMyOrg“/,
      /^„Öffentliche Clientflows zulassen“ steht auf Ja, verlangt ist Nein\./,
    ]);
    await expect(findings(page, 'Falsch').nth(1).getByRole('link')).toHaveAttribute(
      'href',
      '/bm/public-client-flows/',
    );
    await expect(findings(page, 'Richtig').first()).toHaveText(
      'Die Anwendungs-ID (Client) ist dieselbe wie bei Ihren Werten.',
    );
    // The other branch of bm needs the switch on and no secret.
    await page.goto('/bm/client-type/');
    await option(page, /[Öö]ffentlich/)
      .first()
      .check();
    await page.goto('/bm/check/');
    await paste(page, written(manifest));
    await expect(findings(page, 'Falsch')).toHaveCount(1);
    await expect(findings(page, 'Zu viel')).toHaveText([
      /^Die App hat den Clientschlüssel „Mail 2026“/,
    ]);
    await expect(findings(page, 'Zu viel').getByRole('link')).toHaveAttribute('href', '/bm/');
  });

  test('an administrator of iPM-Cloud pastes the list of redirect URIs', async ({ page }) => {
    await open(page, 'ipm-cloud', everyValue);
    const [one, two, three] = fourUris;
    await paste(page, ['Single-Page-Webanwendung', one, two, three, 'https://jwt.ms'].join('\n'));
    await expect(findings(page, 'Fehlt')).toHaveText([
      /^Umleitungs-URI fehlt: https:\/\/srv042\.ipmcloud\.de\/ \(Plattform: Single-Page-Webanwendung \(SPA\)\)/,
    ]);
    await expect(findings(page, 'Zu viel')).toHaveText([/https:\/\/jwt\.ms/]);
    await expect(findings(page, 'Richtig')).toHaveCount(3);
    await findings(page, 'Fehlt').getByRole('link').click();
    await expect(page).toHaveURL('/ipm-cloud/redirect-uris/');
    await expect(uriLines(page).getByText(fourUris[3], { exact: true })).toBeVisible();
  });

  test('an administrator of Flowfact pastes the table of permissions and PowerShell’s output', async ({
    page,
  }) => {
    await open(page, 'flowfact', otherValues.flowfact);
    await paste(
      page,
      [
        'API/Berechtigungsname\tTyp\tBeschreibung\tAdministratoreinwilligung erforderlich\tStatus',
        'Microsoft Graph (3)',
        'IMAP.AccessAsUser.All\tDelegiert\tPostfächer\tNein\tGewährt für Muster GmbH',
        'offline_access\tDelegiert\tZugriff\tNein\tGewährt für Muster GmbH',
        'SMTP.Send\tAnwendung\tSenden\tJa\tNicht gewährt für Muster GmbH',
      ].join('\n'),
    );
    await expect(findings(page, 'Falsch')).toHaveText([
      /^„SMTP\.Send“ ist mit dem Typ „Anwendung“ eingetragen, verlangt ist „Delegiert“\./,
    ]);
    await expect(findings(page, 'Fehlt')).toHaveText([/POP\.AccessAsUser\.All/]);
    await paste(
      page,
      [
        "PS C:\\> Get-CASMailbox -Identity 'makler@muster.example' | Format-List SmtpClientAuthenticationDisabled",
        '',
        'SmtpClientAuthenticationDisabled : True',
      ].join('\n'),
    );
    await expect(findings(page, 'Falsch')).toHaveText([
      /^makler@muster\.example: Senden erlaubt: nein\./,
    ]);
    await expect(findings(page, 'Falsch').getByRole('link')).toHaveAttribute(
      'href',
      '/flowfact/smtp-auth/',
    );
    await expect(findings(page, 'Fehlt')).toHaveCount(0);
  });

  test('the result is updated for a value entered later', async ({ page }) => {
    await open(page, 'ipm-cloud', { customerHost: 'muster' });
    await paste(page, fourUris.join('\n'));
    await expect(findings(page, 'Daraus nicht zu erkennen')).toContainText([
      /https:\/\/srv042\.ipmcloud\.de/,
      /https:\/\/srv042\.ipmcloud\.de\//,
      /Dafür fehlt noch Ihr Wert/,
    ]);
    await page.goto(`/ipm-cloud/check/${fragment({ serverHost: 'srv042' })}`);
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await paste(page, fourUris.join('\n'));
    await expect(findings(page, 'Richtig')).toHaveCount(4);
  });

  test('broken JSON is reported with its line, and the reader may choose its kind', async ({
    page,
  }) => {
    await page.goto('/cmxorganize/check/');
    await paste(page, '{\n  "appId": "x",\n  "signInAudience": "AzureADMyOrg"');
    await expect(findings(page, 'Falsch')).toHaveText([/^Der Text bricht in Zeile 3 ab\./]);
    await paste(page, 'TenantID: abc');
    await expect(page.locator('[data-lotse-kind]')).toHaveText(
      'Gelesen als Felder von „Einstellungen“.',
    );
    await page.getByRole('combobox', { name: 'Das ist' }).selectOption('Umleitungs-URIs');
    await expect(page.locator('[data-lotse-kind]')).toHaveText(
      'Gelesen als Liste von Umleitungs-URIs.',
    );
    await expect(findings(page, 'Daraus nicht zu erkennen')).toHaveText([
      /^Im Text steht nichts, was sich so vergleichen lässt\./,
    ]);
  });

  test('an error message is explained in the same place', async ({ page }) => {
    await page.goto('/bm/check/');
    await paste(page, 'AADSTS7000215: Invalid client secret provided.');
    await expect(
      page.getByRole('heading', { name: 'Der Clientschlüssel ist falsch' }),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Ergebnis', exact: true })).toHaveCount(0);
    await expect(page.locator('#lotse-live')).toHaveText(
      'Eine Meldung erkannt. Der Clientschlüssel ist falsch',
    );
  });

  test('the result is copied for support, without a link', async ({ page }) => {
    await open(page, 'ipm-cloud', everyValue);
    await paste(page, ['SPA', ...fourUris.slice(1)].join('\n'));
    await expect(findings(page, 'Fehlt')).toHaveCount(1);
    await expect(page.locator('[data-lotse-share] pre')).toContainText(
      '- Umleitungs-URI fehlt: [Adresse] (Plattform',
    );
    await page.getByLabel('Mit IDs und Adressen Ihrer Organisation').check();
    await page.locator('[data-lotse-share] .copy').click();
    await expect(page.locator('#lotse-live')).toHaveText('Kopiert');
    const copied = await clipboard(page);
    expect(copied).toMatch(/^Meldung, gelesen mit Postlotse .*\nProgramm: iPM-Cloud\n/);
    expect(copied.split('\n').slice(4, 9)).toEqual([
      'Gelesen als Liste von Umleitungs-URIs.',
      'Falsch: 0. Fehlt: 1. Zu viel: 0. Nicht zu erkennen: 0. Richtig: 3.',
      '',
      'Fehlt',
      '- Umleitungs-URI fehlt: https://muster.ipmcloud.de (Plattform: Single-Page-Webanwendung (SPA))',
    ]);
  });

  test('no pasted text is stored or sent, and possible secrets are not shown again', async ({
    page,
    context,
  }) => {
    await open(page, 'bm', otherValues.bm);
    await expect.poll(() => stored(page)).toContain(otherValues.bm.mailbox);
    const before = await stored(page);
    const requests: string[] = [];
    context.on('request', (request: Request) => {
      requests.push(`${request.url()} ${request.postData() ?? ''}`);
    });
    const secret = ['Ab18', `Q~${'x'.repeat(34)}`].join('');
    const manifest = rightManifest(expectation('bm', otherValues.bm));
    await paste(page, written(manifest).replace('Mail 2026', secret));
    await expect(findings(page, 'Falsch')).toHaveText([/^Im Text steckt etwas, das wie der Wert/]);
    await field(page, label).fill('');
    await expect(page.getByRole('heading', { name: 'Ergebnis', exact: true })).toBeHidden();
    expect(await stored(page)).toBe(before);
    expect(await wholePage(page)).not.toContain(secret);
    expect(requests.filter((request) => request.includes('Ab18'))).toEqual([]);
    await paste(page, secret);
    await page.goto('/bm/');
    await page.goBack();
    await expect(field(page, label)).toHaveValue('');
  });

  test('two megabytes are read in part, and the page stays responsive', async ({ page }) => {
    await page.goto('/bm/check/');
    // Typing this much would be slow in the browser itself.
    await field(page, label).evaluate((area: HTMLTextAreaElement) => {
      area.value = 'https://muster.example/a '.repeat(80_000);
      area.dispatchEvent(new Event('input'));
    });
    await expect(findings(page, 'Daraus nicht zu erkennen')).toContainText([
      'Der Text ist sehr lang. Gelesen wurden nur die ersten 300000 Zeichen.',
    ]);
  });

  test('the result is accessible', async ({ page }) => {
    await open(page, 'ipm-cloud', everyValue);
    const manifest = rightManifest(expectation('ipm-cloud', everyValue));
    manifest.spa.redirectUris = ['https://www.muster.ipmcloud.de', 'https://jwt.ms'];
    await paste(page, `Hallo\n${written(manifest)}`);
    await expect(findings(page, 'Fehlt').first()).toBeVisible();
    await expectAccessible(page, '/ipm-cloud/check/');
    await page.setViewportSize({ width: 320, height: 640 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const root = document.documentElement;
      return { scrollWidth: root.scrollWidth, clientWidth: root.clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});

test('the English page shows its findings in English', async ({ page }) => {
  await page.goto('/en/bm/check/');
  await page
    .getByRole('textbox', { name: 'What do you have in front of you?' })
    .fill('{"signInAudience": "AzureADMyOrg"}');
  await expect(findings(page, 'Right')).toHaveText(['The account type is right.']);
});

test('the overview and the steps lead to the page', async ({ page }) => {
  for (const address of ['/bm/', '/bm/permissions/', '/en/ipm-cloud/redirect-uris/']) {
    await page.goto(address);
    const language = address.startsWith('/en/') ? '/en' : '';
    const guide = address.includes('bm') ? 'bm' : 'ipm-cloud';
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    const link = page.getByRole('main').locator(`a[href="${language}/${guide}/check/"]`);
    await expect(link.filter({ visible: true })).toHaveCount(1);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what to compare by hand, and at which step', async ({ page }) => {
    await page.goto('/ipm-cloud/check/');
    await expect(field(page, label)).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Von Hand vergleichen' })).toBeVisible();
    const line = page.getByRole('listitem').filter({ hasText: 'Zeichen für Zeichen' });
    await expect(line.getByRole('link')).toHaveAttribute('href', '/ipm-cloud/redirect-uris/');
  });
});
