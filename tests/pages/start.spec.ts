/** The start page: the field, the guides with the reader's progress, and the ways in; the banner about a secret. */

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  clientSecretPage,
  enterText,
  expect,
  field,
  ready,
  stored,
  test,
  forgetEverything,
} from './site.ts';

const message = 'AADSTS7000222: The provided client secret keys for app are expired.';

function card(page: Page, product: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: product, exact: true }) });
}

/** Stores data before a page is opened. */
async function keep(page: Page, data: Readonly<Record<string, unknown>>): Promise<void> {
  await page.addInitScript((items: Readonly<Record<string, unknown>>) => {
    if (localStorage.length > 0) return;
    for (const [name, item] of Object.entries(items)) {
      localStorage.setItem(name, typeof item === 'string' ? item : JSON.stringify(item));
    }
  }, data);
}

function states(state: string, ...steps: readonly string[]): object {
  return Object.fromEntries(steps.map((step) => [step, { state, note: '' }]));
}

test.describe('the field', () => {
  test('answers a pasted message where it stands, and stores and sends nothing', async ({
    page,
  }) => {
    await page.goto('/');
    await ready(page);
    const box = field(page, 'Was haben Sie vor sich?');
    await expect(page.getByRole('button', { name: 'Feld leeren' })).toBeHidden();
    const before = await stored(page);
    await box.fill(`Seite\n${message}\nTrace ID: x`);
    const finding = page.locator('[data-lotse-finding]');
    await expect(finding).toHaveCount(1);
    await expect(finding).toContainText('AADSTS7000222');
    await expect(
      finding.getByRole('link', { name: 'Geheimen Clientschlüssel erstellen' }).first(),
    ).toHaveAttribute('href', '/bm/client-secret/');
    await expectAccessible(page, 'start page with an answer');
    expect(await stored(page)).toBe(before);
    expect(page.url()).toMatch(/\/$/);
    await page.getByRole('button', { name: 'Feld leeren' }).click();
    await expect(finding).toHaveCount(0);
  });

  test('leads to the questions where there is no code', async ({ page }) => {
    await page.goto('/');
    await field(page, 'Was haben Sie vor sich?').fill('Es geht nicht.\nGestern ging es noch.');
    await page.getByRole('link', { name: /^Ohne Code weiter/ }).click();
    await expect(page).toHaveURL('/errors/#symptoms');
    await expect(page.getByText('Was geschieht?')).toBeInViewport();
  });

  test('explains what was pasted before the scripts arrived', async ({ page }) => {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/ask\.element/, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await field(page, 'Was haben Sie vor sich?').fill(message);
    arrive();
    await expect(page.locator('[data-lotse-finding]')).toHaveCount(1);
  });
});

test.describe('the cards', () => {
  test('say what each program does and how long it takes', async ({ page }) => {
    await page.goto('/');
    const bm = card(page, 'business manager (bm)');
    await expect(bm).toContainText('POP3');
    await expect(bm.getByText('9 Schritte, zusammen etwa 40 Minuten')).toBeVisible();
    await expect(bm.getByText('von 9 erledigt')).toBeHidden();
    await expect(bm.locator('.tile')).toHaveText('bm');
    await expect(page.locator('.tile')).toHaveText(['bm', 'cmx', 'FP', 'iPM']);
  });

  test('lead to the next step of the chosen branch', async ({ page }) => {
    await keep(page, {
      'lotse-tasks:ipm-cloud': states('done', 'mailbox-user', 'register-app', 'limit-access'),
      'lotse-tasks:bm': states('done', 'client-type', 'register-app', 'public-client-flows'),
      'lotse-values:bm': { clientType: { text: 'public', origin: 'typed' } },
    });
    await page.goto('/');
    await expect(card(page, 'iPM-Cloud').getByText('2 von 9 erledigt')).toBeVisible();
    await expect(card(page, 'cmxOrganize').getByText('0 von 8 erledigt')).toBeHidden();
    const bm = card(page, 'business manager (bm)');
    await expect(bm.getByText('3 von 7 erledigt')).toBeVisible();
    await bm.getByRole('link', { name: 'Weiter mit Schritt 4' }).click();
    await expect(page).toHaveURL('/bm/permissions/');
    await page.getByRole('link', { name: 'Erledigt, weiter' }).click();
    await expect(page).toHaveURL('/bm/token-endpoint/');
    await page.getByRole('link', { name: 'Postlotse' }).click();
    await expect(bm.getByText('4 von 7 erledigt')).toBeVisible();
  });

  test('say when all steps are done, and follow another tab', async ({ page, context }) => {
    await page.goto('/');
    const flowfact = card(page, 'Flowfact Performer');
    await expect(flowfact.getByText('15 Schritte, zusammen')).toBeVisible();
    const other = await context.newPage();
    await other.goto('/flowfact/');
    await other.evaluate(
      (items) => {
        for (const [name, item] of Object.entries(items)) {
          localStorage.setItem(name, JSON.stringify(item));
        }
      },
      {
        'lotse-values:flowfact': { part: { text: 'user', origin: 'typed' } },
        'lotse-tasks:flowfact': states('done', 'requirements', 'user-sign-in'),
      },
    );
    await expect(flowfact.getByText('Alle 2 Schritte sind erledigt')).toBeVisible();
  });

  for (const [what, hostile] of [
    ['no JSON', '{'],
    ['a list', '[1,null,"x"]'],
    ['null', 'null'],
    ['a number', '7'],
    ['items of other kinds', '{"mailbox-user":null,"owner":7,"register-app":{"state":["done"]}}'],
    ['a state of its own', '{"mailbox-user":{"state":"constructor"},"__proto__":{"state":"done"}}'],
    [
      'markup',
      '{"customerHost":{"text":"<img src=x onerror=alert(1)>"},"secretExpires":{"text":"<b>"}}',
    ],
    ['a date that is none', '{"secretExpires":{"text":"-271821-04-20"}}'],
  ] as const) {
    test(`read stored data with ${what} without harm`, async ({ page }) => {
      const names = ['tasks:ipm-cloud', 'values:ipm-cloud', 'tasks:bm', 'values:bm'];
      await keep(page, Object.fromEntries(names.map((name) => [`lotse-${name}`, hostile])));
      await page.goto('/');
      await ready(page);
      const ipm = card(page, 'iPM-Cloud');
      await expect(ipm.getByText('9 Schritte, zusammen etwa 36 Minuten')).toBeVisible();
      await expect(page.locator('lotse-progress:defined')).toHaveCount(4);
      await expect(page.locator('lotse-secret-banner:visible')).toHaveCount(0);
    });
  }
});

test('the ways in lead to each guide’s page', async ({ page }) => {
  await page.goto('/');
  for (const [door, path] of [
    ['Der Clientschlüssel läuft ab', 'client-secret'],
    ['Stimmt alles?', 'check'],
    ['Dienstleister', 'all'],
  ] as const) {
    const section = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: door }) });
    const hrefs = await section
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(
      hrefs.filter((href) => href !== '/customers/'),
      door,
    ).toEqual(['bm', 'cmxorganize', 'flowfact', 'ipm-cloud'].map((guide) => `/${guide}/${path}/`));
  }
});

test.describe('the banner about a secret', () => {
  const banner = (page: Page) => page.locator('lotse-secret-banner:visible');
  const ends = (text: string, origin = 'typed') => ({ secretExpires: { text, origin } });

  test.beforeEach(async ({ page }) => {
    await page.clock.setFixedTime(new Date(2026, 10, 29, 12));
  });

  test('appears 30 days before, on the start page and on the guide’s own', async ({ page }) => {
    await keep(page, { 'lotse-values:ipm-cloud': ends('2026-12-29') });
    for (const address of ['/', '/ipm-cloud/', '/en/ipm-cloud/check/']) {
      await page.goto(address);
      await ready(page);
      await expect(banner(page)).toHaveCount(1);
      await expect(banner(page)).toContainText('iPM-Cloud');
    }
    await page.goto('/ipm-cloud/');
    await expect(banner(page)).toHaveText(
      'Geheimer Clientschlüssel für iPM-Cloud: gültig bis 29. Dezember 2026. Neuen Clientschlüssel anlegen',
      { useInnerText: true },
    );
    await expectAccessible(page, 'banner');
    await banner(page).getByRole('link').click();
    await expect(page).toHaveURL('/ipm-cloud/renew/');
    await page.goto('/bm/');
    await ready(page);
    await expect(banner(page)).toHaveCount(0);
  });

  test('does not appear 31 days before', async ({ page }) => {
    await keep(page, { 'lotse-values:ipm-cloud': ends('2026-12-30') });
    for (const address of ['/', '/ipm-cloud/']) {
      await page.goto(address);
      await ready(page);
      await expect(page.locator('lotse-secret-banner:defined').first()).toBeAttached();
      await expect(banner(page)).toHaveCount(0);
    }
  });

  test('says that a secret has expired, for each guide', async ({ page }) => {
    await keep(page, {
      'lotse-values:ipm-cloud': ends('2026-11-28'),
      'lotse-values:bm': ends('2026-11-29'),
    });
    await page.goto('/');
    await expect(banner(page)).toHaveCount(2);
    await expect(banner(page).filter({ hasText: 'iPM-Cloud' })).toContainText('Er ist abgelaufen.');
    const bm = banner(page).filter({ hasText: 'business manager' });
    await expect(bm.getByText('Er ist abgelaufen.')).toBeHidden();
  });

  test('concerns only a branch that has a secret', async ({ page }) => {
    await keep(page, {
      'lotse-values:bm': {
        ...ends('2026-12-01'),
        clientType: { text: 'public', origin: 'typed' },
      },
    });
    for (const address of ['/', '/bm/']) {
      await page.goto(address);
      await expect(page.locator('lotse-secret-banner:defined').first()).toBeAttached();
      await expect(banner(page)).toHaveCount(0);
    }
  });

  test.describe('before any module', () => {
    test.use({ mayComplain: true });

    test('is there', async ({ page }) => {
      await keep(page, { 'lotse-values:ipm-cloud': ends('2026-12-29') });
      await page.route('**/*.js', (route) => route.abort());
      await page.goto('/ipm-cloud/');
      await expect(banner(page)).toContainText('29. Dezember 2026');
    });
  });

  test('a date from a link counts once it is accepted', async ({ page }) => {
    await page.goto('/ipm-cloud/#secretExpires=2026-12-01');
    await expect(page.getByRole('button', { name: 'Behalten' })).toBeVisible();
    await expect(banner(page)).toHaveCount(0);
    await page.goto('/');
    await ready(page);
    await expect(banner(page)).toHaveCount(0);
    await page.goto('/ipm-cloud/');
    await page.getByRole('button', { name: 'Behalten' }).click();
    await expect(banner(page)).toContainText('1. Dezember 2026');
    await page.goto('/');
    await expect(banner(page)).toContainText('1. Dezember 2026');
  });

  test('goes when the new date is entered, and when everything is forgotten', async ({ page }) => {
    await keep(page, { 'lotse-values:ipm-cloud': ends('2026-11-01') });
    await page.goto('/ipm-cloud/');
    await expect(banner(page)).toHaveCount(1);
    await page.goto(clientSecretPage);
    await enterText(page, 'Ablauf des geheimen Clientschlüssels', '2027-11-30');
    await page.goto('/ipm-cloud/');
    await expect(page.locator('lotse-secret-banner:defined')).toBeAttached();
    await expect(banner(page)).toHaveCount(0);
    await page.goto(clientSecretPage);
    await enterText(page, 'Ablauf des geheimen Clientschlüssels', '2026-12-05');
    await page.goto('/ipm-cloud/');
    await expect(banner(page)).toHaveCount(1);
    await forgetEverything(page);
    await expect(banner(page)).toHaveCount(0);
  });
});

/** The sum of layout shifts so far, counting no shift that follows an action of the reader. */
async function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without shifts the observer is never called.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(0);
          }),
        );
      }),
  );
}

for (const width of [390, 683, 1440]) {
  test(`at ${String(width)} px the start page does not move, with progress and a banner`, async ({
    page,
  }) => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await keep(page, {
      'lotse-tasks:ipm-cloud': states('done', 'mailbox-user', 'register-app'),
      'lotse-values:ipm-cloud': { secretExpires: { text: soon, origin: 'typed' } },
    });
    await page.setViewportSize({ width, height: 768 });
    await page.goto('/');
    await ready(page);
    await expect(card(page, 'iPM-Cloud').getByText('2 von 9 erledigt')).toBeVisible();
    await expect(page.locator('lotse-secret-banner:visible')).toHaveCount(1);
    expect(await shifts(page)).toBeLessThan(0.02);
  });
}
