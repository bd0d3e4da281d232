/** The live test sign-in, with the built site, its policy, real windows, and a test tenant in place of Microsoft. */

import type { BrowserContext, Locator, Page } from '@playwright/test';
import { accounts, apps, directories, unknownApp, unknownDirectory } from '../tenant/directory.ts';
import { answerAddress, expect, launchForTenant, origin, test } from '../tenant/fixture.ts';
import { expectAccessible } from './axe.ts';
import { complaintsOf, fragment, storedNames, wholeChromium } from './site.ts';

const testPage = '/ipm-cloud/sign-in-test/';
const { mailbox, colleague } = accounts;

interface Chosen {
  readonly clientId?: string;
  readonly tenantId?: string;
  /** A page other than iPM-Cloud's. */
  readonly address?: string;
}

async function openTest(page: Page, chosen: Chosen = {}): Promise<void> {
  const { clientId, tenantId, address = testPage } = chosen;
  const values = {
    mailbox: mailbox.mail,
    tenantId: tenantId ?? directories.muster.id,
    clientId: clientId ?? apps.right,
  };
  await page.goto(address + fragment(values));
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
}

/** The part of the page that contains the test. */
function part(page: Page): Locator {
  return page.getByRole('region', { name: 'Anmeldung bei Microsoft testen' });
}

function button(page: Page, name: string): Locator {
  return part(page).getByRole('button', { name, exact: true });
}

async function prepare(page: Page): Promise<void> {
  await button(page, 'Test vorbereiten').click();
  await expect(button(page, 'Anmelden')).toBeFocused();
}

async function openWindow(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await button(page, 'Anmelden').click();
  return opening;
}

/** Opens the window and waits for the account picker. */
async function openAccounts(page: Page): Promise<Page> {
  const microsoft = await openWindow(page);
  await expect(microsoft.getByRole('heading', { name: 'Konto auswählen' })).toBeVisible();
  return microsoft;
}

async function choose(microsoft: Page, name: string): Promise<void> {
  await microsoft.getByRole('button', { name }).click();
}

/** Prepares the test, opens the window and picks an account there. */
async function signIn(
  page: Page,
  chosen: Chosen = {},
  account: string = mailbox.name,
): Promise<void> {
  await openTest(page, chosen);
  await prepare(page);
  await choose(await openWindow(page), account);
}

/** The final message of the test. */
function said(page: Page, text: string | RegExp): Locator {
  return part(page).getByRole('listitem').filter({ hasText: text });
}

async function expectMended(page: Page, text: string, step: string, title: string): Promise<void> {
  const line = said(page, text);
  await expect(line).toBeVisible();
  const link = line.getByRole('link', { name: `Das beheben Sie im Schritt „${title}“` });
  await expect(link).toHaveAttribute('href', `/ipm-cloud/${step}/`);
}

/** Everything that this site's origin stores in the browser, apart from its documented storage. */
async function leftovers(page: Page, context: BrowserContext): Promise<unknown> {
  const own = ['lotse-values:ipm-cloud', 'lotse-sign-in-test:ipm-cloud'];
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    name: window.name,
    state: JSON.stringify(history.state),
    address: location.href,
    history: navigation.entries().map(({ url }) => url ?? ''),
  }));
  const cookies = await context.cookies(origin);
  return {
    ...kept,
    local: kept.local.filter((key) => !own.includes(key)),
    history: kept.history.filter((url) => url.includes('sign-in-answer') || /code|state/.test(url)),
    cookies,
  };
}

const nothing = {
  local: [],
  session: [],
  databases: [],
  caches: [],
  name: '',
  state: 'null',
  address: origin + testPage,
  history: [],
  cookies: [],
};

test('before the click MSAL is not loaded and no request is made', async ({ page, tenant }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  const before = tenant.asked.length;
  await openTest(page);
  await expect(part(page)).toContainText('login.microsoftonline.com');
  await expect(button(page, 'Test vorbereiten')).toBeEnabled();
  expect(scripts.filter((path) => /msal|CacheKeys/i.test(path))).toEqual([]);
  expect(tenant.asked.length).toBe(before);

  await prepare(page);
  expect(scripts.filter((path) => /msal/i.test(path))).toHaveLength(1);
  expect(tenant.asked.slice(before)).toEqual([
    `GET /${directories.muster.id}/v2.0/.well-known/openid-configuration`,
  ]);
});

test('a correct app and account pass, and nothing is left behind', async ({ page, context }) => {
  const complaints = complaintsOf(context, origin);
  await signIn(page);
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
  await expect(said(page, `${mailbox.mail}, wie erwartet`)).toBeVisible();
  await expect(said(page, `Der Mandant stimmt: ${directories.muster.id}`)).toBeVisible();
  await expect(said(page, 'keine Berechtigung für Mails')).toBeVisible();
  await expect(said(page, /gilt noch \d+ Minuten/)).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Die Anmeldung hat geklappt.');
  await expect.poll(() => context.pages().length).toBe(1);
  expect(await leftovers(page, context)).toEqual(nothing);
  // The policy and Trusted Types are on: neither MSAL nor the answer page violates them.
  const microsoft = 'request: https://login.microsoftonline.com/';
  expect(complaints.filter((complaint) => !complaint.startsWith(microsoft))).toEqual([]);
});

test('the test is accessible, while it runs and afterwards', async ({ page }) => {
  await openTest(page);
  await prepare(page);
  const microsoft = await openWindow(page);
  await expect(button(page, 'Abbrechen')).toBeVisible();
  await expectAccessible(page, 'a running test');
  await choose(microsoft, mailbox.name);
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
  await expectAccessible(page, 'a test that passed');
});

const flowfactPage = '/flowfact/sign-in-test/';

test('a delegated sign-in shows which of its scopes are granted', async ({ page }) => {
  await openTest(page, { address: flowfactPage });
  await expect(part(page)).toContainText('https://outlook.office365.com/SMTP.Send');
  await prepare(page);
  await choose(await openWindow(page), mailbox.name);
  const scopes = 'IMAP.AccessAsUser.All, POP.AccessAsUser.All, SMTP.Send';
  await expect(said(page, `Erteilt sind: ${scopes}.`)).toBeVisible();
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
});

test('a missing scope is named, with the step that fixes it', async ({ page }) => {
  await signIn(page, { address: flowfactPage, clientId: apps['fewer-scopes'] });
  for (const scope of ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send']) {
    const line = said(page, `„${scope}“ ist nicht erteilt.`);
    await expect(line.getByRole('link')).toHaveAttribute('href', '/flowfact/permissions/');
  }
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeHidden();
});

test('an unexpected account is reported, with the place for the mailbox', async ({ page }) => {
  await signIn(page, {}, colleague.name);
  const line = `Angemeldet hat sich ${colleague.mail}, eingetragen ist ${mailbox.mail}.`;
  await expectMended(page, line, 'mailbox-user', 'Benutzer mit Postfach anlegen');
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
});

test('a clock that is an hour slow is reported', async ({ page }) => {
  await signIn(page, { clientId: apps['clock-ahead'] });
  await expect(said(page, 'Die Uhr dieses Computers geht etwa 60 Minuten nach.')).toBeVisible();
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeHidden();
});

/** Cases that end with an answer to this page: the app, the message, and the steps that fix it; `#` is on this page. */
const answered = [
  {
    name: 'a missing consent',
    state: 'consent-missing',
    says: 'Die Zustimmung fehlt noch (AADSTS65001).',
    steps: ['permissions'],
    number: 'AADSTS65001',
  },
  {
    name: 'a secret required of a public client',
    state: 'secret-demanded',
    says: 'Microsoft verlangt einen Clientschlüssel, den ein Browser nicht hat.',
    steps: ['#', 'client-secret', 'token-settings'],
    number: 'AADSTS7000218',
  },
  {
    name: 'an address registered as Web',
    state: 'registered-as-web',
    says: 'Die Adresse steht in Ihrer App unter einer anderen Plattform.',
    steps: ['#'],
    number: 'AADSTS9002326',
  },
  {
    name: 'an address registered as Web, whose refusal the page may not read',
    state: 'registered-as-web-unreadable',
    says: 'Die Antwort von Microsoft kam nicht an.',
    steps: ['#'],
    number: 'post_request_failed',
  },
  {
    name: 'a token endpoint that is down',
    state: 'token-endpoint-down',
    says: 'Die Antwort von Microsoft kam nicht an.',
    steps: ['#'],
    number: 'post_request_failed',
  },
  {
    name: 'an answer that is garbage',
    state: 'token-endpoint-garbage',
    says: 'Statt Microsoft hat etwas anderes geantwortet',
    steps: [],
    number: 'failed_to_parse_response',
  },
] as const;

for (const { name, state, says, steps, number } of answered) {
  test(`${name} ends in its own message`, async ({ page, context }) => {
    await signIn(page, { clientId: apps[state] });
    await expect(said(page, says)).toBeVisible();
    const links = said(page, says).getByRole('link', { name: 'Das beheben Sie' });
    await expect(links).toHaveCount(steps.length);
    for (const [at, step] of steps.entries()) {
      const href = step === '#' ? /^#./ : `/ipm-cloud/${step}/`;
      await expect(links.nth(at)).toHaveAttribute('href', href);
    }
    await expect(part(page)).toContainText(
      new RegExp(`Für den Support: ${number}, Korrelations-ID [\\da-f-]{36}, 20`),
    );
    await expect.poll(() => context.pages().length).toBe(1);
    expect(await leftovers(page, context)).toEqual(nothing);
  });
}

test('a slow answer is waited for', async ({ page }) => {
  await signIn(page, { clientId: apps['token-endpoint-slow'] });
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
});

test('a reader who declines at Microsoft learns who can consent', async ({ page, context }) => {
  await openTest(page, { clientId: apps['asks-for-consent'] });
  await prepare(page);
  const microsoft = await openWindow(page);
  await choose(microsoft, mailbox.name);
  await choose(microsoft, 'Abbrechen');
  const line = 'Die Zustimmung wurde abgelehnt (AADSTS65004).';
  await expect(said(page, line)).toBeVisible();
  await expect(part(page)).toContainText('Für den Support: AADSTS65004');
  expect(await leftovers(page, context)).toEqual(nothing);
});

test('a reader who closes the window is asked, can end the test, and start again at once', async ({
  page,
  context,
}) => {
  await openTest(page);
  await prepare(page);
  const microsoft = await openAccounts(page);
  await microsoft.close();
  await expect(part(page)).toContainText('Ist das Fenster von Microsoft schon zu?');
  await button(page, 'Abbrechen').click();
  await expect(said(page, 'Der Test ist abgebrochen.')).toBeVisible();
  await expect(button(page, 'Test vorbereiten')).toBeFocused();
  expect(await leftovers(page, context)).toEqual(nothing);

  await prepare(page);
  await choose(await openWindow(page), mailbox.name);
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
  expect(await leftovers(page, context)).toEqual(nothing);
});

test('an answer after the reader has ended the test changes nothing', async ({ page, context }) => {
  await openTest(page);
  await prepare(page);
  const microsoft = await openAccounts(page);
  await button(page, 'Abbrechen').click();
  await expect(said(page, 'Der Test ist abgebrochen.')).toBeVisible();
  const closed = microsoft.waitForEvent('close');
  const redeemed = page.waitForResponse((response) => response.url().includes('/v2.0/token'));
  await choose(microsoft, mailbox.name);
  await Promise.all([closed, redeemed]);
  await expect(said(page, 'Der Test ist abgebrochen.')).toBeVisible();
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toHaveCount(0);
  await expect.poll(() => leftovers(page, context)).toEqual(nothing);
});

/** Changes the page, before its scripts run, as a build with PUBLIC_LOTSE_CLIENT_ID would. */
function offerOperator(clientId: string): void {
  const observer = new MutationObserver(() => {
    const register = document.querySelector('[data-lotse-register]');
    if (!register) return;
    observer.disconnect();
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    box.dataset['lotseOperator'] = '';
    const label = document.createElement('label');
    label.append(box, 'Mit der App des Betreibers testen');
    register.before(label);
    register.closest('lotse-sign-in-test')?.setAttribute('operator', clientId);
  });
  observer.observe(document, { childList: true, subtree: true });
}

test('the operator’s app leaves the reader’s unchanged, and the page says what it does not test', async ({
  page,
}) => {
  await page.addInitScript(offerOperator, apps.right);
  await page.goto(testPage + fragment({ tenantId: directories.muster.id, mailbox: mailbox.mail }));
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
  await expect(button(page, 'Test vorbereiten')).toBeDisabled();
  await page.getByLabel('Mit der App des Betreibers testen').check();
  await expect(part(page).getByText(answerAddress)).toBeHidden();
  await prepare(page);
  await choose(await openWindow(page), mailbox.name);
  await expect(said(page, 'Über Ihre App-Registrierung sagt das nichts.')).toBeVisible();
  await expect(page.locator('lotse-sign-in-reminder')).toBeHidden();
});

/** Expects links that would leave a running test to open in new tabs, and to say so. */
async function expectNewTabs(page: Page): Promise<void> {
  const away = part(page).locator('[data-lotse-window] a:not([href^="#"])');
  await expect(away.last()).toBeVisible();
  for (const link of await away.all()) {
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener');
    await expect(link).toContainText('(neuer Tab)');
  }
}

/** Cases that show only in Microsoft's window, whose text the reader copies. */
const inTheWindow = [
  {
    name: 'an address that is not registered',
    clientId: apps['other-redirect-uri'],
    shows: 'AADSTS50011',
    says: 'Die Adresse dieser Seite ist in Ihrer App nicht als Umleitungs-URI eingetragen',
    link: 'Das beheben Sie oben auf dieser Seite',
  },
  {
    name: 'an app that does not exist',
    clientId: unknownApp,
    shows: 'AADSTS700016',
    says: 'Die Anwendung wurde in diesem Mandanten nicht gefunden (AADSTS700016).',
    link: 'Das beheben Sie im Schritt „App registrieren“',
  },
] as const;

for (const { name, clientId, shows, says, link } of inTheWindow) {
  test(`${name} is explained from the text of Microsoft’s window`, async ({ page, context }) => {
    await openTest(page, { clientId });
    await prepare(page);
    const microsoft = await openWindow(page);
    await expect(microsoft.locator('body')).toContainText(shows);
    const text = await microsoft.locator('body').innerText();
    await part(page).getByLabel('Was zeigt das Microsoft-Fenster?').fill(text);
    const line = said(page, says);
    await expect(line.getByRole('link', { name: link })).toBeVisible();
    await expectNewTabs(page);
    await microsoft.close();
    await button(page, 'Abbrechen').click();
    await expect(said(page, 'Der Test ist abgebrochen.')).toBeVisible();
    await expect(line).toBeVisible();
    expect(await leftovers(page, context)).toEqual(nothing);
  });
}

test('an unknown tenant is reported before any window opens', async ({ page, context }) => {
  await openTest(page, { tenantId: unknownDirectory });
  await button(page, 'Test vorbereiten').click();
  await expectMended(
    page,
    'Diesen Mandanten gibt es nicht (AADSTS90002).',
    'register-app',
    'App registrieren',
  );
  await expect(button(page, 'Anmelden')).toBeHidden();
  expect(context.pages()).toHaveLength(1);
});

for (const { name, tenantId, foreign } of [
  { name: 'is down', tenantId: directories.down.id, foreign: 0 },
  { name: 'answers garbage', tenantId: directories.garbage.id, foreign: 1 },
]) {
  test(`if the provider ${name}, no setting is blamed`, async ({ page, context }) => {
    await openTest(page, { tenantId });
    await prepare(page);
    await expect(
      said(page, 'ließ sich nicht prüfen: Microsoft hat nicht geantwortet'),
    ).toBeVisible();
    await expect(said(page, 'Statt Microsoft hat etwas anderes geantwortet')).toHaveCount(foreign);
    const microsoft = await openWindow(page);
    // Until it leads to the provider, closing it is another error.
    await expect.poll(() => microsoft.url()).not.toBe('about:blank');
    await microsoft.close();
    await button(page, 'Abbrechen').click();
    await expect(said(page, 'Der Test ist abgebrochen. Geprüft ist damit nichts.')).toBeVisible();
    expect(await leftovers(page, context)).toEqual(nothing);
  });
}

test('without an answer from the token endpoint, the test ends with a message', async ({
  page,
  context,
  tenant,
}) => {
  await context.clock.install();
  await openTest(page, { clientId: apps['token-endpoint-silent'] });
  await prepare(page);
  const microsoft = await openWindow(page);
  const closed = microsoft.waitForEvent('close');
  await choose(microsoft, mailbox.name);
  await closed;
  await expect(part(page)).toContainText('Die Antwort von Microsoft wird geprüft.');
  const question = `POST /${directories.muster.id}/oauth2/v2.0/token` as const;
  await expect.poll(() => tenant.asked.at(-1)).toBe(question);
  await page.clock.fastForward(20_000);
  await expect(said(page, 'Microsoft antwortet nicht')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Microsoft antwortet nicht');
  await expect(button(page, 'Test vorbereiten')).toBeFocused();
  expect(await leftovers(page, context)).toEqual(nothing);
});

test('a slow provider gets enough time', async ({ page }) => {
  await signIn(page, { tenantId: directories.slow.id });
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible({ timeout: 20_000 });
});

async function typeTenant(page: Page, tenantId: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Verzeichnis-ID (Mandant)' });
  await field.fill(tenantId);
  await field.press('Tab');
}

/** Delays the look-up of a tenant until the returned function is called. */
async function holdLookUp(page: Page, tenantId: string): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(`**/${tenantId}/v2.0/.well-known/**`, async (route) => {
    await promise;
    await route.fallback();
  });
  return async () => {
    const answered = page.waitForResponse((response) => response.url().includes(tenantId));
    resolve(undefined);
    await answered;
  };
}

test('values changed during preparation invalidate it', async ({ page }) => {
  const letGo = await holdLookUp(page, directories.muster.id);
  await openTest(page, { address: flowfactPage });
  await button(page, 'Test vorbereiten').click();
  await expect(button(page, 'Test vorbereiten')).toBeHidden();
  await typeTenant(page, directories.other.id);
  await expect(button(page, 'Test vorbereiten')).toBeVisible();
  await expect(button(page, 'Test vorbereiten')).not.toBeFocused();
  await letGo();
  await expect(button(page, 'Test vorbereiten')).toBeVisible();
  await expect(button(page, 'Anmelden')).toBeHidden();

  await prepare(page);
  const microsoft = await openWindow(page);
  await expect(microsoft).toHaveURL(new RegExp(directories.other.id));
});

test('another cloud chosen during preparation invalidates it', async ({ page }) => {
  const letGo = await holdLookUp(page, directories.muster.id);
  await openTest(page);
  await button(page, 'Test vorbereiten').click();
  await expect(button(page, 'Test vorbereiten')).toBeHidden();
  await part(page).locator('summary').click();
  await part(page).getByLabel('Cloud von Microsoft').selectOption('us-government');
  await expect(button(page, 'Test vorbereiten')).toBeVisible();
  await letGo();

  // There is no server to ask.
  await prepare(page);
  await expect(said(page, 'Microsoft hat nicht geantwortet')).toBeVisible();
  await expect(part(page)).toContainText('öffnet sich ein Fenster von login.microsoftonline.us');
});

test('an answer is compared with the values sent', async ({ page }) => {
  await openTest(page, { address: flowfactPage });
  await prepare(page);
  const microsoft = await openAccounts(page);
  await typeTenant(page, directories.other.id);
  await choose(microsoft, mailbox.name);
  await expect(said(page, `Der Mandant stimmt: ${directories.muster.id}`)).toBeVisible();
});

test('leaving the page during the test leaves nothing behind', async ({ page, context }) => {
  await openTest(page);
  await prepare(page);
  await openAccounts(page);
  expect(await leftovers(page, context)).not.toEqual(nothing);
  await page.getByRole('main').getByRole('link', { name: 'Zurück' }).first().click();
  await expect(page).not.toHaveURL(origin + testPage);
  expect(await leftovers(page, context)).toEqual({ ...nothing, address: page.url() });
});

test('if MSAL does not load, the page says so and offers to try again', async ({ page }) => {
  await page.route(/msal\.[^/]+\.js$/, (route) => route.abort());
  await openTest(page);
  await button(page, 'Test vorbereiten').click();
  await expect(said(page, 'Ein Teil dieser Seite ließ sich nicht laden.')).toBeVisible();
  await expect(button(page, 'Test vorbereiten')).toBeVisible();
});

/**
 * Presses the buttons from a script, without a user gesture, so that the browser blocks the window. `evaluate` counts
 * as a user gesture, so none may run before the window has been refused.
 */
function pressButtons(): void {
  if (!sessionStorage.getItem('press')) return;
  sessionStorage.removeItem('press');
  const press = (name: string) => {
    const button = document.querySelector<HTMLButtonElement>(`[data-lotse-${name}]`);
    const isSeen = button?.checkVisibility({ visibilityProperty: true });
    return button && isSeen && !button.disabled ? button : null;
  };
  const waiting = ['prepare', 'start', 'redirect'];
  const timer = setInterval(() => {
    const button = press(waiting[0] ?? '');
    if (!button) return;
    if (waiting.shift() !== 'redirect') {
      button.click();
      return;
    }
    clearInterval(timer);
    console.info('The window was refused');
  }, 20);
}

async function expectBlocked(page: Page): Promise<void> {
  await page.evaluate(() => {
    sessionStorage.setItem('press', 'yes');
  });
  const refused = page.waitForEvent('console', (message) => message.text().includes('refused'));
  await page.reload();
  await refused;
  await expect(said(page, 'Der Browser hat das Fenster von Microsoft verhindert.')).toBeVisible();
}

test('if windows are blocked, the sign-in uses this window and leaves nothing behind', async ({
  tenant,
  launchOptions,
  baseURL,
}) => {
  const browser = await launchForTenant(tenant, {
    ...launchOptions,
    ...(await wholeChromium()),
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'de-DE',
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.addInitScript(pressButtons);
  await openTest(page);
  await expectBlocked(page);
  expect(await leftovers(page, context)).toEqual(nothing);

  await button(page, 'In diesem Fenster anmelden').click();
  await choose(page, mailbox.name);
  await expect(page).toHaveURL(origin + testPage);
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toBeVisible();
  await expect(said(page, `${mailbox.mail}, wie erwartet`)).toBeVisible();
  expect(await leftovers(page, context)).toEqual(nothing);
  await page.reload();
  await expect(button(page, 'Test vorbereiten')).toBeEnabled();
  await expect(said(page, 'Die Anmeldung hat geklappt.')).toHaveCount(0);

  // A reader who turns back at Microsoft's page finds this page unchanged.
  await expectBlocked(page);
  await button(page, 'In diesem Fenster anmelden').click();
  await expect(page.getByRole('heading', { name: 'Konto auswählen' })).toBeVisible();
  await page.goBack();
  await expect(button(page, 'Test vorbereiten')).toBeEnabled();
  await expect.poll(() => leftovers(page, context)).toEqual(nothing);

  // So does a reader who goes on to any other page of the site.
  for (const elsewhere of ['/ipm-cloud/owner/', '/errors/']) {
    await page.goto(testPage);
    await expectBlocked(page);
    await button(page, 'In diesem Fenster anmelden').click();
    await expect(page.getByRole('heading', { name: 'Konto auswählen' })).toBeVisible();
    await page.goto(elsewhere);
    await expect
      .poll(() => leftovers(page, context))
      .toEqual({ ...nothing, address: origin + elsewhere });
  }
  await browser.close();
});

test('all pages of the guide remind of the address to remove until it is removed', async ({
  page,
}) => {
  await openTest(page);
  await expect(part(page).getByText(answerAddress)).toBeVisible();
  await prepare(page);
  const reminder = page.locator('lotse-sign-in-reminder');
  await expect(reminder).toContainText(answerAddress);
  for (const address of ['/ipm-cloud/owner/', '/ipm-cloud/']) {
    await page.goto(address);
    await expect(reminder).toContainText(answerAddress);
  }
  await page.goto('/bm/');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(reminder).toBeHidden();
  await page.goto('/ipm-cloud/owner/');
  await reminder.getByRole('button', { name: 'Ist entfernt' }).click();
  await expect(reminder).toBeHidden();
  expect(await storedNames(page)).not.toContain('lotse-sign-in-test:ipm-cloud');
  await page.goto('/ipm-cloud/');
  await expect(reminder).toBeHidden();
});

test('without its IDs, the test names the missing values and their steps', async ({ page }) => {
  await page.goto(testPage);
  await expect(button(page, 'Test vorbereiten')).toBeDisabled();
  const missing = part(page).getByText('Es fehlt noch');
  await expect(missing.getByRole('link')).toHaveCount(2);
  for (const link of await missing.getByRole('link').all()) {
    await expect(link).toHaveAttribute('href', '/ipm-cloud/register-app/');
  }
});

test('the answer page is accessible, and accepts nothing but an answer', async ({ page }) => {
  await page.goto('/sign-in-answer/#code=geheim&state=unsinn');
  await expect(page).toHaveURL(answerAddress);
  await page.goto('/sign-in-answer/');
  await expect(page.getByRole('heading', { name: 'Antwort von Microsoft' })).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expectAccessible(page, answerAddress);
});
