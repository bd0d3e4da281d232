/** Walks all guides from start page to last step, by keyboard, with made-up values: no dead end, all steps done. */

import type { Page } from '@playwright/test';
import {
  everyValue,
  expect,
  option,
  position,
  publicWay,
  skipToContent,
  tabTo,
  test,
  wayOf,
} from './site.ts';

test.describe.configure({ timeout: 180_000 });

const expiry = `15.06.${String(new Date().getFullYear() + 1)}`;

/** The text typed into each field; several addresses are separated by commas. */
const typed: Readonly<Record<string, string>> = {
  'Postfach für den Versand': everyValue.mailbox,
  'Ihre iPM-Cloud': 'https://muster.ipmcloud.de/',
  'Server Ihrer iPM-Cloud': 'srv042',
  'Objekt-ID der Unternehmensanwendung': everyValue.enterpriseObjectId,
  'Verzeichnis-ID (Mandant)': everyValue.tenantId,
  'Anwendungs-ID (Client)': everyValue.clientId,
  'Ablauf des geheimen Clientschlüssels': expiry,
  'Adresse Ihres cmxOrganize': 'https://www.muster.example/start',
  'Name Ihrer Organisation': 'Muster GmbH',
  'Erstes Postfach': 'post@muster.example',
  'Alle Postfächer, die senden': 'post@muster.example, rechnung@muster.example',
  Anmeldename: 'huber@muster.onmicrosoft.com',
  Absenderadresse: 'info@muster.example',
  Mailkonto: 'makler@muster.example',
  'Mailkonten, die senden sollen': 'makler@muster.example, verkauf@muster.example',
  Postfach: 'buchhaltung@muster.example',
  'Alle Postfächer für den bm': 'buchhaltung@muster.example, einkauf@muster.example',
};

/** Fills the page's empty fields in order. */
async function fillFields(page: Page): Promise<void> {
  const fields = page.locator('lotse-value-field').filter({ visible: true }).getByRole('textbox');
  await expect(page.locator('[data-lotse-control][hidden]')).toHaveCount(0);
  for (const input of await fields.all()) {
    const name = (
      await input.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent)
    )?.trim();
    const text = typed[name ?? ''];
    if (text === undefined) throw new Error(`Nobody has thought of the field „${name ?? ''}“`);
    if ((await input.inputValue()) === '') {
      await tabTo(page, input);
      await page.keyboard.insertText(text);
      await page.keyboard.press('Tab');
      // On a busy machine, the reader of input may still be loading.
      await expect(page.locator('#lotse-live')).toContainText(`${name ?? ''}: übernommen.`);
    }
    await expect(input, name).not.toHaveValue('');
    await expect(input, name).toHaveAttribute('aria-invalid', 'false');
  }
}

interface Walk {
  readonly product: string;
  readonly guide: string;
  readonly steps: readonly string[];
  /** The options chosen on a step: one press of the down arrow per option. */
  readonly choices?: Readonly<Record<string, readonly [first: string, chosen: string]>>;
}

const walks: readonly (Walk & { readonly who: string })[] = [
  {
    who: 'iPM-Cloud',
    guide: 'ipm-cloud',
    product: 'iPM-Cloud',
    steps: wayOf('ipm-cloud'),
  },
  {
    who: 'cmxOrganize',
    guide: 'cmxorganize',
    product: 'cmxOrganize',
    steps: wayOf('cmxorganize'),
    choices: { 'smtp-auth': ['eine Adresse', 'mehrere Adressen'] },
  },
  {
    who: 'Flowfact as administrator',
    guide: 'flowfact',
    product: 'Flowfact Performer',
    steps: wayOf('flowfact'),
    choices: { 'smtp-auth': ['eine Adresse', 'mehrere Adressen'] },
  },
  {
    who: 'Flowfact as user',
    guide: 'flowfact',
    product: 'Flowfact Performer',
    steps: ['requirements', 'user-sign-in'],
    choices: {
      requirements: [
        'Ich richte alles ein (Administrator)',
        'Ich melde nur mein Postfach an (Benutzer)',
      ],
    },
  },
  {
    who: 'bm with a private client',
    guide: 'bm',
    product: 'business manager (bm)',
    steps: wayOf('bm'),
  },
  {
    who: 'bm with a public client',
    guide: 'bm',
    product: 'business manager (bm)',
    steps: publicWay,
    choices: {
      'client-type': [
        'Privater Client (mit Clientschlüssel, vom Hersteller empfohlen)',
        'Öffentlicher Client (ohne Clientschlüssel)',
      ],
      'smtp-auth': ['eine Adresse', 'mehrere Adressen'],
    },
  },
];

for (const { who, guide, product, steps, choices = {} } of walks) {
  test(`${who}: from the start page through all ${String(steps.length)} steps by keyboard`, async ({
    page,
  }) => {
    await page.goto('/');
    await skipToContent(page);
    await tabTo(page, page.getByRole('heading', { name: product }).getByRole('link'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/${guide}/`);
    await skipToContent(page);
    await tabTo(page, page.getByRole('link', { name: 'Mit dem ersten Schritt beginnen' }));
    await page.keyboard.press('Enter');

    for (const [index, step] of steps.entries()) {
      await expect(page).toHaveURL(`/${guide}/${step}/`);
      await skipToContent(page);
      const choice = choices[step];
      if (choice) {
        const [first, chosen] = choice;
        await tabTo(page, option(page, first));
        await page.keyboard.press('ArrowDown');
        await expect(option(page, chosen)).toBeChecked();
      }
      await expect(position(page)).toHaveText(
        `Schritt ${String(index + 1)} von ${String(steps.length)}`,
      );
      await fillFields(page);
      const missing = page
        .getByRole('article')
        .getByText('Es fehlt noch:')
        .filter({ visible: true });
      await expect
        .soft(missing, `${step} asks for all it needs, or a step before it did`)
        .toHaveCount(0);
      const last = index === steps.length - 1;
      await tabTo(
        page,
        page.getByRole('link', { name: last ? 'Erledigt, zur Übersicht' : 'Erledigt, weiter: ' }),
      );
      await page.keyboard.press('Enter');
    }

    await expect(page).toHaveURL(`/${guide}/`);
    const total = String(steps.length);
    await expect(page.getByText(`${total} von ${total} erledigt`)).toBeVisible();
    const way = page.locator('.way').getByRole('listitem').filter({ visible: true });
    await expect(way).toHaveCount(steps.length);
    await expect(way.filter({ hasText: 'offen' })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Alle Schritte sind erledigt' })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Mit dem ersten Schritt/ })).toBeHidden();
    await expect(
      page.getByRole('link', { name: 'Alles erledigt: so geht es weiter' }),
    ).toBeVisible();
  });
}
