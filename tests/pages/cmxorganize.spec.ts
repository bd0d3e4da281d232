/** The redirect URI of cmxOrganize (CMX-05 to CMX-07): the host of the address bar, and `%20` as it is. */

import { clipboard, expect, field, test } from './site.ts';

const address = '/cmxorganize/redirect-uris/';
const name = 'Adresse Ihres cmxOrganize';
const pattern = 'https://[IHRE-ADRESSE]/App%20E-Mailkonto/continue_oauth';

const good: readonly (readonly [text: string, host: string, notes: readonly string[]])[] = [
  ['www.muster.de', 'www.muster.de', []],
  [
    'https://CMX.Muster.de/start?x=1',
    'cmx.muster.de',
    ['„https://“ entfernt.', '„/start?x=1“ am Ende entfernt.', 'In Kleinbuchstaben geschrieben.'],
  ],
  [' organize.firma-nord.de ', 'organize.firma-nord.de', ['Leerzeichen am Rand entfernt.']],
];

const bad: readonly (readonly [text: string, sentence: string])[] = [
  ['müller.de', '„müller“ enthält Umlaute oder andere Buchstaben außerhalb von a bis z.'],
  [
    'firma',
    '„firma“ ist nur ein Teil. Tragen Sie den ganzen Namen ein, zum Beispiel mit „.de“ am Ende.',
  ],
  [
    'http://',
    'Nach „https://“ fehlt der Name. Kopieren Sie die ganze Adresse aus der Adresszeile.',
  ],
  [' 192.168. 1.5 ', '„•••“ ist eine IP-Adresse. Gebraucht wird der Name aus der Adresszeile.'],
  ["firma.de'); alert(1)//", "Das Zeichen „'“ kann in diesem Namen nicht vorkommen."],
];

test.describe('with the clipboard allowed', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a pasted address yields the redirect URI, copied with its %20', async ({ page }) => {
    await page.goto(address);
    const line = page.locator('lotse-redirect-uris').getByRole('listitem').first();
    for (const [text, host, notes] of good) {
      const uri = `https://${host}/App%20E-Mailkonto/continue_oauth`;
      await field(page, name).fill(text);
      await field(page, name).press('Tab');
      await expect(field(page, name)).toHaveValue(host);
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'false');
      for (const note of notes) {
        await expect(page.getByText(note, { exact: true })).toBeVisible();
      }
      await expect(line.getByRole('code')).toHaveText(uri);
      await line.getByRole('button').click();
      await expect(page.getByRole('status')).toHaveText('Kopiert');
      expect(await clipboard(page)).toBe(uri);
    }
    await page.reload();
    await line.getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await clipboard(page)).toBe(
      'https://organize.firma-nord.de/App%20E-Mailkonto/continue_oauth',
    );
  });
});

test('an invalid host is refused with its message, and there is no URI to copy', async ({
  page,
}) => {
  await page.goto(address);
  const uris = page.locator('lotse-redirect-uris');
  for (const [text, sentence] of bad) {
    await field(page, name).fill(text);
    await field(page, name).press('Tab');
    await expect(page.locator('.problems').getByText(sentence)).toBeVisible();
    await expect(page.getByRole('status')).toContainText(sentence);
    await expect(field(page, name)).toHaveValue(text);
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
    await expect(uris.getByRole('code')).toHaveText(pattern);
    await expect(uris.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText(`Es fehlt noch: ${name}.`)).toBeVisible();
  }
});

test('an executable address stays text, in a link too', async ({ page }) => {
  const attack = "firma.de'); window.hacked=1//";
  await page.goto(`${address}#instanceHost=${encodeURIComponent(attack)}`);
  await expect(page.getByText('Nicht übernommen:')).toBeVisible();
  await expect(page.locator('lotse-redirect-uris').getByRole('code')).toHaveText(pattern);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('addresses with and without www. stay different', async ({ page }) => {
  await page.goto(address);
  const uri = page.locator('lotse-redirect-uris').getByRole('code');
  for (const host of ['www.muster.example', 'muster.example']) {
    await field(page, name).fill(host);
    await expect(uri).toHaveText(`https://${host}/App%20E-Mailkonto/continue_oauth`);
  }
});

test('the interface takes the application ID for a user name (CMX-11), and TenantID the tenant', async ({
  page,
}) => {
  const [tenantId, clientId] = [
    '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
    '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
  ];
  await page.goto(`/cmxorganize/in-the-product/#tenantId=${tenantId}&clientId=${clientId}`);
  const fields = page.getByRole('figure').getByRole('listitem');
  await expect(fields.filter({ hasText: 'Benutzername' }).getByRole('code')).toHaveText(clientId);
  await expect(fields.filter({ hasText: 'Typ' }).getByRole('code')).toHaveText('Azure');
  await expect(fields.filter({ hasText: 'TenantID' }).getByRole('code')).toHaveText(tenantId);
  await expect(fields.filter({ hasText: 'Passwort' })).toContainText(
    'der Wert des Clientschlüssels',
  );
  await expect(fields.filter({ hasText: 'Passwort' }).getByRole('button')).toHaveCount(0);
});
