/** Several customers in one browser: their values never stand beside each other. */

import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  clientSecretPage,
  enterText,
  expect,
  expectPanelValue,
  field,
  forgetEverything,
  fragment,
  openWith,
  panelRow,
  ready,
  redirectUrisPage,
  registerPage,
  stored,
  tabTo,
  test,
} from './site.ts';

const tenantA = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const tenantB = '7f0c2d11-4a3b-4c5d-9e6f-0123456789ab';
const mailboxA = 'versand@muster.example';
const mailboxB = 'post@beispiel.example';
const tenant = 'Verzeichnis-ID (Mandant)';
const mailbox = 'Postfach für den Versand';
const notOne = 'Dieser Link nennt einen anderen Mandanten';
const notSure = 'Ob dieser Link zu den Angaben gehört';

const nameOf = (page: Page) => page.locator('[data-lotse-customer]').first();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Keeps values as the reader's own. */
async function keep(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${registerPage}${fragment(values)}`);
  await button(page, 'Behalten').click();
}

/** Expects that nowhere on the page, nor in its fields, one customer's mailbox is beside the other's tenant. */
async function expectNothingMixed(page: Page): Promise<void> {
  const rows = page.locator('lotse-values-panel');
  const text = await rows.innerText();
  const fields = await page
    .locator('main lotse-value-field input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const all = [text, ...fields].join('\n');
  const [hasA, hasB] = [
    [tenantA, mailboxA],
    [tenantB, mailboxB],
  ].map((own) => own.some((value) => all.includes(value)));
  expect(hasA && hasB, all).toBe(false);
}

test.describe('a link with values of another customer', () => {
  const links = {
    'the tenant': { tenantId: tenantB },
    'the mailbox': { mailbox: mailboxB },
    'the mailbox and the tenant': { mailbox: mailboxB, tenantId: tenantB },
  } as const;
  const kept = {
    'the tenant': { tenantId: tenantA },
    'the mailbox': { mailbox: mailboxA },
    'the tenant and the mailbox': { tenantId: tenantA, mailbox: mailboxA },
  } as const;
  for (const [own, values] of Object.entries(kept)) {
    for (const [theirs, link] of Object.entries(links)) {
      test(`names ${theirs} where ${own} is kept: nothing mixes, and both are kept apart`, async ({
        page,
      }) => {
        await keep(page, values);
        await page.goto(`/ipm-cloud/permissions/${fragment(link)}`);
        await expect(page.getByText(notOne).or(page.getByText(notSure))).toBeVisible();
        await expectNothingMixed(page);
        await page.reload();
        await expect(page.getByText(notOne).or(page.getByText(notSure))).toBeVisible();
        await button(page, /^Anderer Kunde: getrennt führen als/).click();
        await expect(nameOf(page)).not.toHaveText('dieses Gerät');
        await button(page, 'Behalten').click();
        await expectNothingMixed(page);
        await page.goto(registerPage);
        for (const [id, name] of [
          ['tenantId', tenant],
          ['mailbox', mailbox],
        ] as const) {
          await expectPanelValue(page, name, (link as Readonly<Record<string, string>>)[id] ?? '');
        }
      });
    }
  }

  test('that was recognised stays so on the next pages', async ({ page }) => {
    await keep(page, { tenantId: tenantA });
    await page.goto(`${registerPage}${fragment({ tenantId: tenantA, mailbox: mailboxA })}`);
    await expectPanelValue(page, mailbox, mailboxA);
    await page.goto('/ipm-cloud/permissions/');
    await button(page, 'Behalten').click();
    await expectPanelValue(page, mailbox, mailboxA);
    await expectPanelValue(page, tenant, tenantA);
  });

  test('can be corrected before it is accepted', async ({ page }) => {
    await page.goto(`${registerPage}${fragment({ tenantId: tenantA, customerHost: 'mustre' })}`);
    await expectPanelValue(page, tenant, tenantA);
    await page.goto(redirectUrisPage);
    await enterText(page, 'Ihre iPM-Cloud', 'muster');
    await expectPanelValue(page, tenant, tenantA);
    await button(page, 'Behalten').click();
    await expect(panelRow(page, tenant)).toHaveAttribute('data-lotse-state', 'known');
  });

  test('leads back to the customer that it is for', async ({ page }) => {
    await keep(page, { tenantId: tenantA });
    await page.goto(`${registerPage}${fragment({ tenantId: tenantB })}`);
    await button(page, /getrennt führen/).click();
    await button(page, 'Behalten').click();
    await page.goto(`${registerPage}${fragment({ tenantId: tenantA, mailbox: mailboxA })}`);
    await button(page, 'Zum Kunden „dieses Gerät“ wechseln').click();
    await button(page, 'Behalten').click();
    await expectPanelValue(page, tenant, tenantA);
    await expectPanelValue(page, mailbox, mailboxA);
  });

  test('can replace what is kept, with progress and notes', async ({ page }) => {
    await keep(page, { tenantId: tenantA, mailbox: mailboxA });
    await page.evaluate(() => {
      const tasks = { owner: { state: 'done', note: 'alte Notiz' } };
      localStorage.setItem('lotse-tasks:ipm-cloud', JSON.stringify(tasks));
    });
    await page.goto(`${registerPage}${fragment({ tenantId: tenantB })}`);
    await button(page, /^Bisherige Angaben/).click();
    await expectPanelValue(page, tenant, tenantB);
    await expectPanelValue(page, mailbox, '');
    expect(await stored(page)).not.toContain('alte Notiz');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('can be left alone', async ({ page }) => {
    await keep(page, { tenantId: tenantA });
    await page.goto(`${registerPage}${fragment({ tenantId: tenantB })}`);
    await button(page, 'Nichts übernehmen').click();
    await expectPanelValue(page, tenant, tenantA);
    expect(await stored(page)).not.toContain(tenantB);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('is forgotten with everything else, and does not come back', async ({ page }) => {
    await keep(page, { tenantId: tenantA });
    await page.goto(`/ipm-cloud/permissions/${fragment({ tenantId: tenantB })}`);
    await expect(page.getByText(notOne)).toBeVisible();
    await forgetEverything(page);
    await expect(page.getByText(notOne)).toBeHidden();
    await page.reload();
    await ready(page);
    expect(new URL(page.url()).hash).toBe('');
    await expectPanelValue(page, tenant, '');
  });

  test('that may be for the same one is joined when the reader says so', async ({ page }) => {
    await keep(page, { tenantId: tenantA });
    await page.goto(`${registerPage}${fragment({ mailbox: mailboxA })}`);
    await expect(page.getByText(notSure)).toBeVisible();
    await button(page, 'Gleicher Kunde: Werte übernehmen').click();
    await expectPanelValue(page, mailbox, mailboxA);
    await expectPanelValue(page, tenant, tenantA);
  });

  test('is asked about on the pages of another guide too', async ({ page }) => {
    await keep(page, { tenantId: tenantA });
    await page.goto(`/bm/register-app/${fragment({ mailbox: mailboxB })}`);
    await expect(page.getByText(notSure)).toBeVisible();
    await expectNothingMixed(page);
  });
});

test('a newer link replaces one that nobody has accepted, in any guide', async ({ page }) => {
  await page.goto(`${registerPage}${fragment({ mailbox: mailboxA })}`);
  await expectPanelValue(page, mailbox, mailboxA);
  await page.goto(`/bm/register-app/${fragment({ tenantId: tenantB })}`);
  await button(page, 'Behalten').click();
  await page.goto(registerPage);
  await expectNothingMixed(page);
  await expectPanelValue(page, mailbox, '');
});

test('two tabs with two links: what one accepts does not come beside what waits in the other', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto(`${registerPage}${fragment({ mailbox: mailboxA })}`);
  await other.goto(`${registerPage}${fragment({ tenantId: tenantB })}`);
  await expectPanelValue(other, tenant, tenantB);
  await button(page, 'Behalten').click();
  await expect(other.getByText(notSure)).toBeVisible();
  await expectNothingMixed(other);
  await button(other, /getrennt führen/).click();
  await button(other, 'Behalten').click();
  await expectNothingMixed(other);
  await expectNothingMixed(page);
  await page.reload();
  await expectPanelValue(page, mailbox, mailboxA);
  await expectPanelValue(page, tenant, '');
  await other.reload();
  await expectPanelValue(other, tenant, tenantB);
});

test('each tab stays with its customer, and what is typed in both stays apart', async ({
  page,
  context,
}) => {
  await keep(page, { tenantId: tenantA });
  const other = await context.newPage();
  await other.goto(registerPage);
  await other.getByRole('link', { name: 'Wechseln oder vergessen' }).click();
  await field(other, 'Name des Kunden').fill('Beispiel GmbH');
  await field(other, 'Name des Kunden').press('Enter');
  await expect(nameOf(other)).toHaveText('Beispiel GmbH');
  await expectPanelValue(other, tenant, '');
  await enterText(other, tenant, tenantB);
  await expectPanelValue(page, tenant, tenantA);
  await page.goto('/ipm-cloud/permissions/');
  await expectPanelValue(page, tenant, tenantA);
  await expectNothingMixed(page);
  await expectNothingMixed(other);

  // The other tab forgets the customer of neither; this one forgets the other's.
  await page.goto('/customers/');
  const item = page.getByRole('listitem').filter({ hasText: 'Beispiel GmbH' });
  await item.getByRole('button', { name: 'Vergessen: Beispiel GmbH' }).click();
  await button(page, 'Ja, entfernen').click();
  await expect(item).toHaveCount(0);
  await expect(nameOf(other)).toHaveText('dieses Gerät');
  await expectPanelValue(other, tenant, tenantA);
  expect(await stored(page)).not.toContain(tenantB);
});

test('the page of customers: named, looked over, saved, forgotten and read again', async ({
  page,
}) => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await openWith(page, clientSecretPage, {
    tenantId: tenantA,
    mailbox: mailboxA,
    secretExpires: soon,
  });
  await page.goto('/customers/');
  const item = page.locator('.customers > li');
  await expect(item).toHaveCount(1);
  await expect(item).toContainText('iPM-Cloud: 0 von 9 Schritten erledigt');
  await expect(item).toContainText('läuft am');
  await expect(item.getByRole('link', { name: 'Clientschlüssel erneuern' })).toHaveAttribute(
    'href',
    '/ipm-cloud/renew/',
  );
  await button(page, 'Umbenennen: dieses Gerät').click();
  const name = item.getByRole('textbox', { name: 'Name des Kunden' });
  await name.fill('Muster <GmbH>');
  await name.press('Enter');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Muster GmbH');
  await name.press('Enter');
  await expect(item.getByRole('heading')).toHaveText('Muster GmbH');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Als Datei speichern').click(),
  ]);
  const path = await download.path();
  await page.getByLabel('Datei einlesen').setInputFiles(path);
  await expect(
    page.getByRole('main').getByText('Schon vorhanden und unverändert: Muster GmbH.'),
  ).toBeVisible();

  await button(page, 'Alles vergessen').click();
  await button(page, 'Ja, entfernen').click();
  await expect(item.getByRole('heading')).toHaveText('dieses Gerät');
  await page.getByLabel('Datei einlesen').setInputFiles(path);
  await expect(page.getByRole('main').getByText('1 Kunde ist hinzugekommen.')).toBeVisible();
  // Beside what was entered meanwhile, nothing of it appears.
  await page.goto(registerPage);
  await enterText(page, tenant, tenantB);
  await expectNothingMixed(page);
  await page.goto('/');
  await expect(page.getByText('Bei einem anderen Kunden läuft ein Clientschlüssel')).toBeVisible();
  await page.goto('/customers/');
  await button(page, 'Zu diesem Kunden wechseln: Muster GmbH').click();
  await expect(page.getByText('wird gerade bearbeitet')).toBeVisible();
  await page.goto(registerPage);
  await expectPanelValue(page, tenant, tenantA);
  await expectNothingMixed(page);
});

test('what does not fit into the storage is named, and not half of it kept', async ({ page }) => {
  await openWith(page, registerPage, { tenantId: tenantA, mailbox: mailboxA });
  await page.goto('/customers/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Als Datei speichern').click(),
  ]);
  await button(page, 'Alles vergessen').click();
  await button(page, 'Ja, entfernen').click();
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let part = 0; part < 8; part += 1) {
          localStorage.setItem(`x-${String(size)}-${String(part)}`, 'x'.repeat(size));
        }
      } catch {
        // It is full for this size.
      }
    }
  });
  await page.getByLabel('Datei einlesen').setInputFiles(await download.path());
  const main = page.getByRole('main');
  await expect(main.getByText('Der Speicher dieses Browsers ist voll.')).toBeVisible();
  await expect(main.getByText('0 Kunden sind hinzugekommen.')).toBeVisible();
  await expect(page.locator('.customers > li')).toHaveCount(1);
});

test('of a large file, it is said what was refused, and junk is no customer', async ({ page }) => {
  const customers = Array.from({ length: 1500 }, (_, index) => ({
    name: `Kunde ${String(index)}`,
    guides: { bm: { values: { mailbox: `a@k${String(index)}.example` } } },
  }));
  const named = {
    name: 'x'.repeat(300),
    guides: { bm: { values: { mailbox: 'post@muster.example' } } },
  };
  const file = { postlotse: 'customers', version: 1, customers: [...customers, named, 7, {}] };
  await page.goto('/customers/');
  await page.getByLabel('Datei einlesen').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const main = page.getByRole('main');
  await expect(main.getByText('1501 Kunden sind hinzugekommen.')).toBeVisible();
  await expect(main.getByText('2 Einträge der Datei sind keine Kunden')).toBeVisible();
  await expect(main.getByText('Der Kunde heißt hier „muster.example“.')).toBeVisible();
});

for (const [what, content, said] of [
  ['something else', 'kein JSON', 'Diese Datei ist keine Sicherung von Postlotse.'],
  [
    'a later version',
    JSON.stringify({ postlotse: 'customers', version: 99, customers: [] }),
    'Diese Datei stammt von einer neueren Fassung',
  ],
] as const) {
  test(`a file of ${what} is refused with the reason`, async ({ page }) => {
    await page.goto('/customers/');
    await page.getByLabel('Datei einlesen').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await expect(page.getByRole('main').getByText(said)).toBeVisible();
  });
}

test('one guide, or everything, is forgotten by keyboard', async ({ page }) => {
  await keep(page, { tenantId: tenantA });
  await page.goto(`/bm/register-app/${fragment({ tenantId: tenantA })}`);
  await button(page, 'Behalten').click();
  const manage = page.getByRole('link', { name: 'Wechseln oder vergessen' });
  await tabTo(page, manage);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Kunden' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'the dialogue of customers');
  await tabTo(page, button(page, 'Nur diese Anleitung vergessen'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Nein, behalten')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Es ist entfernt.');
  await page.keyboard.press('Escape');
  await expect(manage).toBeFocused();
  await expect(panelRow(page, tenant)).toHaveAttribute('data-lotse-state', 'missing');
  await page.goto(registerPage);
  await expectPanelValue(page, tenant, tenantA);

  await manage.click();
  await button(page, 'Alles vergessen').click();
  await button(page, 'Ja, entfernen').click();
  await page.keyboard.press('Escape');
  await expect(field(page, tenant)).toHaveValue('');
  expect(await stored(page)).not.toContain(tenantA);
});

test('what was kept before there were customers belongs to „dieses Gerät“', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await page.evaluate(() => {
    localStorage.setItem(
      'lotse-values:ipm-cloud',
      JSON.stringify({ customerHost: { text: 'muster', origin: 'typed' } }),
    );
  });
  await page.reload();
  await expect(nameOf(page)).toHaveText('dieses Gerät');
  await expectPanelValue(page, 'Ihre iPM-Cloud', 'muster');
});

test('broken names of customers break nothing', async ({ page }) => {
  for (const broken of ['nichts', '[1, 2]', '{"x": {"a": 1}}', '"text"', 'null']) {
    await page.goto('/customers/');
    await page.evaluate((text) => {
      localStorage.setItem('lotse-customers', text);
      localStorage.setItem('lotse-customer', '{"a": 1}');
    }, broken);
    await page.goto(registerPage);
    await ready(page);
    await page.goto('/customers/');
    await expect(page.locator('.customers > li').first()).toBeVisible();
  }
});

test('without storage, the page says that customers cannot be kept apart', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('/customers/');
  await expect(page.getByText('Dieser Browser merkt sich nichts.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page of customers says what it is for, and what it needs', async ({ page }) => {
    await page.goto('/customers/');
    await expect(page.getByText('Wer mehrere Kunden einrichtet')).toBeVisible();
    await expect(page.locator('noscript p')).toBeVisible();
  });
});
