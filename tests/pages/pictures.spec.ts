/** Pictures of portal pages: their places, labels, values, and accessibility. */

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  chooseView,
  clipboard,
  enterText,
  everyValue,
  expect,
  fourUris,
  fragment,
  openWith,
  ready,
  test,
  unfoldAll,
} from './site.ts';

/** A picture, by the German title of its page. */
function picture(page: Page, title: string): Locator {
  return page.getByRole('figure', { name: new RegExp(`^${title.replaceAll('|', '\\|')}`) });
}

/** A row of a picture that contains a text. */
function row(figure: Locator, text: string | RegExp): Locator {
  return figure.getByRole('listitem').filter({ hasText: text });
}

interface Place {
  readonly picture: string;
  /** Rows that only this picture has, in order. */
  readonly rows: readonly (string | RegExp)[];
  readonly on: readonly string[];
}

const everyGuide = ['ipm-cloud', 'cmxorganize', 'flowfact', 'bm'];
const at = (step: string, guides: readonly string[] = everyGuide) =>
  guides.map((guide) => `/${guide}/${step}/`);

const places: readonly Place[] = [
  {
    picture: 'Übersicht',
    rows: [
      /Anwendungs-ID \(Client\).*das ist gemeint/s,
      /Objekt-ID.*das nicht/s,
      /Verzeichnis-ID \(Mandant\)/,
    ],
    on: at('register-app'),
  },
  {
    picture: 'Zertifikate & Geheimnisse',
    rows: [/Gültig bis/, /Wert.*das ist gemeint/s, /Geheime ID.*das nicht/s],
    on: at('client-secret'),
  },
  {
    picture: 'Anwendung registrieren',
    rows: [/Name/, /gewählt:\s*Single tenant only/, /gewählt:\s*Nur Konten in diesem/],
    on: at('register-app'),
  },
  {
    picture: 'Authentifizierung – schematisch',
    rows: [/Umleitungs-URI-Konfiguration/, /Umleitungs-URI hinzufügen/, /https:\/\//],
    on: at('redirect-uris', ['ipm-cloud', 'cmxorganize', 'flowfact']),
  },
  {
    picture: 'Authentifizierung – gezeichnet',
    rows: [/Plattformkonfigurationen/, /Plattform hinzufügen/, /https:\/\//],
    on: at('redirect-uris', ['ipm-cloud', 'cmxorganize', 'flowfact']),
  },
  {
    picture: 'Authentifizierung – schematisch',
    rows: [/gewählt:\s*Zugriffstoken/, /gewählt:\s*ID-Token/, /Öffentliche Clientflows/],
    on: at('token-settings', ['ipm-cloud']),
  },
  {
    picture: 'Authentifizierung – gezeichnet',
    rows: [/Öffentliche Clientflows/, /^\s*nicht gewählt:\s*Ja/, /^\s*gewählt:\s*Nein/],
    on: [...at('token-settings', ['ipm-cloud']), ...at('public-client-flows', ['flowfact', 'bm'])],
  },
  {
    picture: 'API-Berechtigungen anfordern',
    rows: [
      /gewählt:\s*Anwendungsberechtigungen/,
      /Mail\.ReadWrite/,
      /Mail\.Send/,
      /MailboxFolder\.Read\.All/,
    ],
    on: at('permissions', ['ipm-cloud']),
  },
  {
    picture: 'API-Berechtigungen anfordern',
    rows: [/gewählt:\s*Delegierte Berechtigungen/, /SMTP\.Send/, /Berechtigungen hinzufügen/],
    on: at('permissions', ['ipm-cloud', 'flowfact', 'bm']),
  },
  {
    picture: 'API-Berechtigungen anfordern',
    rows: [/gewählt:\s*Delegierte Berechtigungen/, /…/],
    on: at('permissions', ['cmxorganize']),
  },
  {
    picture: 'API-Berechtigungen –',
    rows: [/Administratorzustimmung für … erteilen/, /Gewährt für …/],
    on: at('permissions'),
  },
  {
    picture: 'E-Mail-Apps verwalten',
    rows: [/gewählt:\s*Authentifiziertes SMTP/],
    on: at('smtp-auth', ['cmxorganize', 'flowfact', 'bm']),
  },
  {
    picture: 'Create new user',
    rows: [/Benutzerprinzipalname/, /Verwendungsstandort/, /Überprüfen \+ erstellen/],
    on: at('mailbox-user', ['ipm-cloud']),
  },
  {
    picture: 'Lizenzen und Apps',
    rows: [/gewählt:\s*Exchange Online/, /Änderungen speichern/],
    on: at('mailbox-user', ['ipm-cloud']),
  },
  {
    picture: 'Nachrichtenfluss',
    rows: [/nicht gewählt:\s*Deaktivieren des SMTP-AUTH-Protokolls/],
    on: at('smtp-auth', ['cmxorganize', 'flowfact', 'bm']).map(
      (address) => `${address}#smtpScope=organisation`,
    ),
  },
  {
    picture: 'Angeforderte Berechtigungen',
    rows: [/Senden von E-Mails aus Postfächern|Send/, /Accept/],
    on: at('permissions', ['ipm-cloud', 'flowfact', 'bm']),
  },
  {
    picture: 'Angeforderte Berechtigungen',
    rows: [/nicht gewählt:\s*Zustimmung im Namen Ihrer Organisation/, /Accept/],
    on: [...at('permissions', ['cmxorganize']), ...at('first-account', ['cmxorganize'])],
  },
  {
    picture: 'Übersicht',
    rows: [/Name/, /Objekt-ID.*das ist gemeint/s],
    on: at('limit-access', ['ipm-cloud']),
  },
  {
    picture: 'Benutzer und Gruppen',
    rows: [/Benutzer\/Gruppe hinzufügen/, /Benutzer.*das ist gemeint/s],
    on: at('first-account', ['cmxorganize']),
  },
];

for (const { picture: title, rows, on } of places) {
  for (const address of on) {
    test(`„${title}“ is on ${address} as a list: ${rows.map(String).join(', ')}`, async ({
      page,
    }) => {
      await page.goto(address);
      await ready(page);
      await unfoldAll(page);
      const holding = rows.reduce<Locator>(
        (found, text) =>
          found.filter({ has: page.getByRole('listitem').filter({ hasText: text }) }),
        picture(page, title),
      );
      const figure = holding.filter({ visible: true }).first();
      await expect(figure).toBeVisible();
      await expect(figure).toHaveAccessibleName(/Geprüft am \d+\. \S+ 20\d\d\./);
      for (const text of rows) await expect(row(figure, text).first()).toBeVisible();
    });
  }
}

test('a picture follows the language of the reader’s portal', async ({ page }) => {
  await page.goto('/ipm-cloud/register-app/');
  await expect(row(picture(page, 'Übersicht'), 'Anwendungs-ID (Client)')).toBeVisible();
  await chooseView(page, 'English');
  const english = picture(page, 'Overview');
  await expect(row(english, 'Application (client) ID')).toBeVisible();
  await expect(english.getByText('Anwendungs-ID (Client)')).toBeHidden();
  await expect(row(picture(page, 'Register an application'), 'Single tenant only')).toBeVisible();
});

test('an unconfirmed German label is marked, and the caption explains it', async ({ page }) => {
  await page.goto('/ipm-cloud/mailbox-user/');
  await expect(picture(page, 'Create new user\\*')).toContainText(
    '* Deutsche Beschriftung nicht bestätigt.',
  );
  await chooseView(page, 'English');
  await expect(page.getByText('* Deutsche Beschriftung nicht bestätigt.').first()).toBeHidden();
});

test.describe('with the reader’s values', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a value entered beside a picture appears in it, and can be copied there', async ({
    page,
  }) => {
    await page.goto('/ipm-cloud/register-app/');
    const line = row(picture(page, 'Übersicht'), 'Anwendungs-ID (Client)');
    await expect(line.getByRole('button')).toBeHidden();
    await enterText(page, 'Anwendungs-ID (Client)', everyValue.clientId);
    await expect(line.getByRole('code')).toHaveText(everyValue.clientId);
    await line.getByRole('button', { name: 'Kopieren' }).click();
    await expect(line.getByRole('button')).toContainText('Kopiert');
    expect(await clipboard(page)).toBe(everyValue.clientId);
  });

  test('both “Authentication” pictures show the redirect URIs to register', async ({ page }) => {
    await openWith(page, '/ipm-cloud/redirect-uris/', everyValue);
    await expect(picture(page, 'Authentifizierung – schematisch').getByRole('code')).toHaveText([
      ...fourUris,
    ]);
    await page.getByText('Ihr Portal sieht anders aus?').filter({ visible: true }).click();
    const old = picture(page, 'Authentifizierung – gezeichnet');
    await expect(old.getByRole('code')).toHaveText([...fourUris]);
    await old.getByRole('button', { name: 'Kopieren' }).last().click();
    expect(await clipboard(page)).toBe(fourUris[3]);
  });

  test('a value from a link that is not accepted is not copied', async ({ page }) => {
    await page.goto(`/ipm-cloud/register-app/${fragment(everyValue)}`);
    const line = row(picture(page, 'Übersicht'), 'Anwendungs-ID (Client)');
    await expect(line.getByRole('button')).toContainText('Erst prüfen');
  });
});

test('only one of the two “Authentication” pages is open', async ({ page }) => {
  await page.goto('/ipm-cloud/token-settings/');
  const [now, before] = [
    picture(page, 'Authentifizierung – schematisch'),
    picture(page, 'Authentifizierung – gezeichnet'),
  ];
  await expect(now).toBeVisible();
  await expect(before).toBeHidden();
  await page.getByText('Ihr Portal sieht anders aus?').filter({ visible: true }).click();
  await expect(before).toBeVisible();
  await expect(now).toBeHidden();
});

test('a choice of branch shows in the picture', async ({ page }) => {
  await page.goto('/bm/public-client-flows/#clientType=public');
  const figure = picture(page, 'Authentifizierung – schematisch');
  await expect(row(figure, 'Enabled')).toBeVisible();
  await expect(row(figure, 'Disabled')).toBeHidden();
});

const illustrated = [...new Set(places.flatMap(({ on }) => on))];

// In light, every page is looked at with all that it folds away (every-page.spec.ts).
test('pictures have enough contrast in dark too, and fit in 320 px', async ({ page }) => {
  test.slow();
  for (const address of illustrated) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    await ready(page);
    await unfoldAll(page);
    await expectAccessible(page, `${address} with its pictures`, ['dark']);
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const cut = [...document.querySelectorAll('figure *')].filter(
        (part) =>
          part.getBoundingClientRect().width > 1 &&
          part.getBoundingClientRect().right >
            (part.closest('figure')?.getBoundingClientRect().right ?? 0) + 1,
      );
      return [scrollWidth - clientWidth, ...cut.map(({ textContent }) => textContent.trim())];
    });
    expect.soft(wide, `${address} at 320 px`).toEqual([0]);
  }
});

test('both “Authentication” pages are printed, with values and without buttons', async ({
  page,
}) => {
  await openWith(page, '/ipm-cloud/redirect-uris/', everyValue);
  await page.emulateMedia({ media: 'print' });
  for (const title of ['Authentifizierung – schematisch', 'Authentifizierung – gezeichnet']) {
    const figure = picture(page, title);
    await expect(figure).toBeVisible();
    for (const uri of fourUris) {
      await expect(figure.getByText(uri, { exact: true })).toBeVisible();
    }
    await expect(figure.getByRole('button').filter({ visible: true })).toHaveCount(0);
  }
});
