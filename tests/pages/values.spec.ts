/** The reader's values: entered once, stored in this browser, forgotten on demand. */

import type { Page } from '@playwright/test';
import {
  chooseView,
  chosenView,
  enterText,
  everyValue,
  expect,
  expectPanelValue,
  field,
  finishStep,
  openMenu,
  fourUris,
  fragment,
  openState,
  redirectUrisPage,
  registerPage,
  stored,
  storedNames,
  test,
  uriLines,
  forgetEverything,
} from './site.ts';

async function enterHosts(page: Page): Promise<void> {
  await field(page, 'Ihre iPM-Cloud').fill('muster');
  await field(page, 'Server Ihrer iPM-Cloud').fill('srv042');
  await field(page, 'Server Ihrer iPM-Cloud').press('Tab');
}

test('values survive a reload and are the same on every page, in English too', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await enterHosts(page);
  // Only read values are stored, and the reader of input is loaded with the first one.
  await expect.poll(() => stored(page)).toContain('"srv042"');
  await page.reload();
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);

  await page.goto(registerPage);
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await expect(uriLines(page).getByRole('code')).toHaveText([fourUris[0]]);
  await expectPanelValue(page, 'Server Ihrer iPM-Cloud', 'srv042');

  await page.goto(`/en${redirectUrisPage}`);
  await expect(field(page, 'Your iPM-Cloud')).toHaveValue('muster');
  await enterText(page, 'Server of your iPM-Cloud', 'srv043');
  await page.goto(redirectUrisPage);
  await expect(field(page, 'Server Ihrer iPM-Cloud')).toHaveValue('srv043');
});

test('partly typed text is stored whenever it is valid', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await field(page, 'Ihre iPM-Cloud').pressSequentially('MUST');
  await expect.poll(() => stored(page)).toContain('"must"');
  await field(page, 'Server Ihrer iPM-Cloud').pressSequentially('srv 42');
  await page.reload();
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('must');
  await expect(field(page, 'Server Ihrer iPM-Cloud')).toHaveValue('');
});

test('with a known client ID, the portal link opens the registration', async ({ page }) => {
  await page.goto(redirectUrisPage);
  const portal = page.getByRole('link', { name: 'Im Portal öffnen' });
  await expect(portal).toHaveAttribute('href', /ApplicationsListBlade$/);
  await page.goto(`${redirectUrisPage}${fragment(everyValue)}`);
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
  await expect(portal).toHaveAttribute(
    'href',
    new RegExp(`Authentication/appId/${everyValue.clientId}$`),
  );
  await expect(page.getByText('Solange die Anwendungs-ID hier nicht eingetragen ist')).toBeHidden();
});

test('two tabs stay in sync', async ({ page, context }) => {
  await page.goto(redirectUrisPage);
  const other = await context.newPage();
  await other.goto(redirectUrisPage);
  await enterHosts(page);
  await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await expect(uriLines(other).getByRole('code')).toHaveText([...fourUris]);

  await field(other, 'Ihre iPM-Cloud').fill('');
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('');

  await openState(other);
  await other.getByRole('radio', { name: 'wartet auf Administrator' }).check();
  await openState(page);
  await expect(page.getByRole('radio', { name: 'wartet auf Administrator' })).toBeChecked();
});

test('an outdated tab does not undo another tab’s changes', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(redirectUrisPage);
  // This page receives no storage events from the others.
  await page.addInitScript(() => {
    window.addEventListener(
      'storage',
      (event) => {
        event.stopImmediatePropagation();
      },
      true,
    );
  });
  await page.goto(redirectUrisPage);
  await enterHosts(page);
  await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await field(other, 'Ihre iPM-Cloud').fill('');
  await openState(other);
  await other.getByRole('radio', { name: 'wartet auf Administrator' }).check();

  await enterText(page, 'Server Ihrer iPM-Cloud', 'srv043');
  await page.goto(registerPage);
  await openState(page);
  await page.getByRole('radio', { name: 'erledigt', exact: true }).check();
  await expect(field(other, 'Server Ihrer iPM-Cloud')).toHaveValue('srv043');
  await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('');
  await other.reload();
  await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('');
  await openState(other);
  await expect(other.getByRole('radio', { name: 'wartet auf Administrator' })).toBeChecked();
});

const html = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const hostile: readonly (readonly [description: string, kept: string])[] = [
  ['no JSON', '{'],
  ['a number', '5'],
  ['a list', '[1,[2]]'],
  ['a text', JSON.stringify(html)],
  [
    'entries of wrong types',
    '{"customerHost":5,"serverHost":null,"mailbox":[],"redirect-uris":"x"}',
  ],
  [
    'texts of wrong types',
    '{"customerHost":{"text":["a"],"origin":"typed"},"redirect-uris":{"state":1}}',
  ],
  [
    'an unknown origin and state',
    '{"customerHost":{"text":"a","origin":"x"},"owner":{"state":"x","note":""}}',
  ],
  [
    'prototypes',
    '{"__proto__":{"text":"a","origin":"typed","state":"done","note":"n"},"constructor":{}}',
  ],
  ['unknown names', '{"x":{"text":"a","origin":"typed"},"y":{"state":"done","note":""}}'],
  [
    'markup',
    JSON.stringify({
      customerHost: { text: html, origin: 'link' },
      owner: { state: 'done', note: html },
    }),
  ],
  ['far too much', JSON.stringify({ customerHost: { text: 'x'.repeat(5e5), origin: 'typed' } })],
];

for (const [description, kept] of hostile) {
  test(`${description} in the browser's storage breaks nothing`, async ({ page }) => {
    await page.goto('/404.html');
    await page.evaluate((data) => {
      for (const name of ['values:ipm-cloud', 'tasks:ipm-cloud', 'theme', 'labels', 'probe', 'x']) {
        localStorage.setItem(`lotse-${name}`, data);
      }
    }, kept);
    for (const address of ['/ipm-cloud/', redirectUrisPage]) {
      await page.goto(address);
      await openMenu(page);
      await expect(chosenView(page, 'theme')).toHaveValue('system');
      await expect(chosenView(page, 'labels')).toHaveValue('de');
      await expect(page.getByRole('img')).toHaveCount(0);
      expect(await page.evaluate(() => ['hacked' in window, 'text' in {}, 'state' in {}])).toEqual([
        false,
        false,
        false,
      ]);
    }
    await enterHosts(page);
    await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);
    await finishStep(page);
    await expect(page.locator('lotse-task-list [data-lotse-progress]')).toHaveText(
      /von 9 erledigt/,
    );
    await page.goBack();
    await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
  });
}

test('with blocked storage the page says so and works, and a link keeps its values in the address', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const get = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get });
  });
  await page.goto(`${redirectUrisPage}#customerHost=muster`);
  await expect(
    page.getByText('Ihr Browser erlaubt dieser Seite nicht, sich etwas zu merken.'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dieser Link hat Werte' })).toBeVisible();
  await field(page, 'Server Ihrer iPM-Cloud').fill('srv042');
  await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);
  expect(new URL(page.url()).hash).toBe('#customerHost=muster');
  await page.reload();
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await openState(page);
  await page.getByRole('radio', { name: 'nicht nötig' }).check();
  await expect(page.getByText('1 von 9 erledigt')).toBeVisible();
  await chooseView(page, 'dunkel');
  await expect(page.locator('html')).toHaveAttribute('data-lotse-theme', 'dark');
});

test('a secret in a link is removed from the address even without storage', async ({ page }) => {
  await page.addInitScript(() => {
    const get = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get });
  });
  await page.goto(`${redirectUrisPage}#customerHost=muster&clientSecret=abc8Q~verschwiegen`);
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await expect.poll(() => page.url()).not.toContain('verschwiegen');
});

test('with full storage the page says so and works', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('somebody-else', 'x');
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(redirectUrisPage);
  await expect(page.getByText('Der Speicher dieses Browsers ist voll.')).toBeVisible();
  await enterHosts(page);
  await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);
  await expect(page.getByText('Der Speicher dieses Browsers ist voll.')).toBeVisible();
});

test('storage that accepts nothing counts as blocked', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(redirectUrisPage);
  await expect(page.getByText('Ihr Browser erlaubt dieser Seite nicht')).toBeVisible();
});

test.describe('„Alles vergessen“', () => {
  test('asks first, and „Nein, behalten“ keeps everything', async ({ page }) => {
    await page.goto(redirectUrisPage);
    await enterHosts(page);
    await page.getByRole('link', { name: 'Wechseln oder vergessen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kunden' });
    const forget = dialog.getByRole('button', { name: 'Alles vergessen' });
    await forget.click();
    await expect(dialog).toContainText('Alle Kunden mit allen Werten, Ständen und Notizen');
    await dialog.getByRole('button', { name: 'Nein, behalten' }).click();
    await expect(forget).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
    await expect.poll(() => stored(page)).toContain('muster');
  });

  test('empties values, states, notes, storage and address, in other tabs too', async ({
    page,
    context,
  }) => {
    await page.goto('/404.html');
    await page.evaluate(() => {
      localStorage.setItem('somebody-else', 'stays');
    });
    await page.goto(`${redirectUrisPage}${fragment({ ...everyValue, x: '1' })}`);
    await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
    await openState(page);
    await page.getByRole('radio', { name: 'erledigt' }).check();
    await field(page, 'Eigene Notiz (keine Kennwörter oder Clientschlüssel)').fill(
      'Frau Muster fragen',
    );
    const customer = field(page, 'Ihre iPM-Cloud');
    await customer.fill('https://Andere.ipmcloud.de');
    await customer.press('Tab');
    await expect(page.getByText('In Kleinbuchstaben geschrieben.').first()).toBeVisible();
    const other = await context.newPage();
    await other.goto(registerPage);
    await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('andere');

    await forgetEverything(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(customer).toHaveValue('');
    await expect(field(page, 'Eigene Notiz (keine Kennwörter oder Clientschlüssel)')).toHaveValue(
      '',
    );
    await expect(page.getByRole('radio', { name: 'offen' })).toBeChecked();
    await expect(page.getByText('0 von 9 erledigt')).toBeVisible();
    await expect(page.getByText('aus dem Link').filter({ visible: true })).toHaveCount(0);
    await expectPanelValue(page, 'Postfach für den Versand', '');
    await expect(uriLines(page).getByRole('code').first()).toHaveText(
      'https://[MEINE].ipmcloud.de',
    );
    expect(await storedNames(page)).toEqual([]);
    expect(await stored(page)).toBe('somebody-else\nstays');
    expect(new URL(page.url()).hash).toBe('');
    await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('');

    await page.reload();
    await expect(customer).toHaveValue('');
    await expect(page.getByText('0 von 9 erledigt')).toBeVisible();
  });

  test('clears messages about the values too', async ({ page }) => {
    await page.goto(redirectUrisPage);
    const customer = field(page, 'Ihre iPM-Cloud');
    await customer.fill('https://Muster.ipmcloud.de');
    await customer.press('Tab');
    const note = page.getByRole('main').getByText('In Kleinbuchstaben geschrieben.');
    await expect(note).toBeVisible();
    await forgetEverything(page);
    await expect(customer).toHaveValue('');
    await expect(note).toBeHidden();
  });

  test('makes the overview start at the first step again', async ({ page }) => {
    await page.goto('/ipm-cloud/mailbox-user/');
    await finishStep(page);
    await page.goto('/ipm-cloud/');
    await expect(
      page.getByRole('link', { name: 'Weiter mit Schritt 2: App registrieren' }),
    ).toBeVisible();
    await forgetEverything(page);
    const begin = page.getByRole('link', { name: 'Mit dem ersten Schritt beginnen' });
    await expect(begin).toHaveAttribute('href', /\/ipm-cloud\/mailbox-user\/$/);
  });
});

test('a secret pasted into an ID field is refused, not repeated and not stored', async ({
  page,
}) => {
  const secret = `Xy78Q~${'geheim'.repeat(6)}`;
  await page.goto(registerPage);
  const client = field(page, 'Anwendungs-ID (Client)');
  await client.fill(secret);
  await client.press('Tab');
  await expect(
    page
      .getByText('Das sieht nach dem Wert eines Clientschlüssels aus und gehört nicht hierher.')
      .first(),
  ).toBeVisible();
  expect(await page.locator('html').evaluate((root) => root.outerHTML)).not.toContain(secret);
  expect(await stored(page)).not.toContain(secret);
  await page.reload();
  await expect(client).toHaveValue('');
});
