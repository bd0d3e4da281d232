/** Tenant look-up, dry run and token reader: what is sent and when, and that no part of a code or token is kept. */

import type { Locator, Page, Request, Route } from '@playwright/test';
import {
  everyValue,
  expect,
  expectPanelValue,
  fragment,
  openWith,
  otherValues,
  ready,
  registerPage,
  stored,
  test,
  wholePage,
  forgetEverything,
} from './site.ts';

const dryRunPage = '/cmxorganize/sign-in-test/';
const tokenPage = '/ipm-cloud/token-check/';
const tenantId = '6b1f0c52-93ad-4e78-b2c4-58d7e0a1f936';
const origin = 'https://login.microsoftonline.com';
const lookUp = 'Verzeichnis-ID (Mandant) bei Microsoft nachschlagen';
const ask = 'Bei Microsoft nachschlagen';
const description = { issuer: `${origin}/${tenantId}/v2.0`, tenant_region_scope: 'EU' };

/** Answers tenant look-ups in Microsoft's place; returns the requests. */
async function answerLookUps(page: Page, answer: (route: Route) => Promise<void>) {
  const asked: Request[] = [];
  await page.context().route(/^https:\/\/login\./, async (route) => {
    asked.push(route.request());
    await answer(route);
  });
  return asked;
}

function json(status: number, body: unknown) {
  return (route: Route) =>
    route.fulfill({
      status,
      headers: { 'access-control-allow-origin': '*' },
      contentType: 'application/json',
      body: JSON.stringify(body),
    });
}

async function unfold(page: Page, title: string): Promise<void> {
  await page.locator('summary').filter({ hasText: title }).click();
}

/** A text of the page itself, not its copy in the live region. */
function said(page: Page, text: string | RegExp): Locator {
  return page.getByRole('main').getByText(text);
}

/** Pastes as a reader does, without depending on the machine's clipboard. */
async function paste(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name });
  await field.fill(text);
  await field.blur();
}

test.describe('the look-up of a tenant', () => {
  test.use({ mayComplain: true });

  test('asks only on a click, only about the domain, and fills in on a second click', async ({
    page,
  }) => {
    const asked = await answerLookUps(page, json(200, description));
    const { mailbox } = everyValue;
    await openWith(page, registerPage, { mailbox });
    await ready(page);
    await unfold(page, lookUp);
    const subject = page.getByRole('textbox', { name: /^Mailadresse oder Domäne/ });
    await expect(subject).toHaveValue('muster.example');
    expect(asked).toEqual([]);

    await page.getByRole('button', { name: ask }).click();
    await expect(said(page, `Die ID des Mandanten ist ${tenantId}.`)).toBeVisible();
    expect(asked.map((request) => request.url())).toEqual([
      `${origin}/muster.example/v2.0/.well-known/openid-configuration`,
    ]);
    const headers = await asked[0]?.allHeaders();
    expect(headers?.['referer']).toBeUndefined();
    expect(headers?.['cookie']).toBeUndefined();
    expect(await stored(page)).not.toContain(tenantId);

    await page.getByRole('button', { name: 'Als Verzeichnis-ID (Mandant) übernehmen' }).click();
    await expectPanelValue(page, 'Verzeichnis-ID (Mandant)', tenantId);
  });

  test('in another cloud asks that cloud', async ({ page }) => {
    const issuer = `https://login.microsoftonline.us/${tenantId}/v2.0`;
    const asked = await answerLookUps(page, json(200, { issuer }));
    await page.goto(registerPage);
    await ready(page);
    await unfold(page, lookUp);
    await page.getByRole('textbox', { name: /^Mailadresse oder Domäne/ }).fill('muster.example');
    await unfold(page, 'Andere Cloud wählen');
    await page.getByRole('combobox', { name: 'Cloud von Microsoft' }).selectOption('us-government');
    await expect(said(page, /fragt Ihr Browser login\.microsoftonline\.us/)).toBeVisible();
    await page.getByRole('button', { name: ask }).click();
    await expect(said(page, `Die ID des Mandanten ist ${tenantId}.`)).toBeVisible();
    expect(asked.map((request) => new URL(request.url()).host)).toEqual([
      'login.microsoftonline.us',
    ]);
  });

  test('says which cloud the tenant is in, and uses it everywhere from then on', async ({
    page,
  }) => {
    const issuer = `https://login.microsoftonline.us/${tenantId}/v2.0`;
    await answerLookUps(page, json(200, { issuer }));
    await openWith(page, dryRunPage, otherValues.cmxorganize);
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    const link = page.getByRole('link', { name: 'Probelauf öffnen' });
    await expect(link).toHaveAttribute('href', /^https:\/\/login\.microsoftonline\.com\//);
    await unfold(page, lookUp);
    const choices = page.getByRole('combobox', { name: 'Cloud von Microsoft' });
    await page.locator('lotse-tenant-look-up summary').click();
    await choices.first().selectOption('us-government');
    await page.getByRole('button', { name: ask }).click();
    await page.getByRole('button', { name: /^Als .* übernehmen$/ }).click();
    await expect(link).toHaveAttribute('href', /^https:\/\/login\.microsoftonline\.us\//);
    await page.reload();
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    await expect(link).toHaveAttribute('href', /^https:\/\/login\.microsoftonline\.us\//);
    await expect(said(page, /Fenster von login\.microsoftonline\.us/)).toBeVisible();
    await forgetEverything(page);
    expect(await stored(page)).not.toContain('us-government');
  });

  for (const [what, answer, words] of [
    ['no such tenant', json(400, { error_codes: [90002] }), /kennt keinen Mandanten .*AADSTS90002/],
    ['no way through', (route: Route) => route.abort(), /Die Frage kam nicht durch/],
    [
      'an answer that a browser may not read',
      (route: Route) =>
        route.fulfill({
          status: 400,
          headers: { 'access-control-allow-origin': 'https://elsewhere.example' },
          body: '{"error_codes":[90002]}',
        }),
      /Die Frage kam nicht durch/,
    ],
    [
      'a redirect',
      (route: Route) => route.fulfill({ status: 302, headers: { location: '/' } }),
      /Die Frage kam nicht durch/,
    ],
    [
      'the sign-in page of a wireless network',
      (route: Route) =>
        route.fulfill({
          headers: { 'access-control-allow-origin': '*' },
          contentType: 'text/html',
          body: '<html>WLAN Anmeldung</html>',
        }),
      /Statt Microsoft hat etwas anderes geantwortet/,
    ],
    ['an endless answer', json(200, 'x'.repeat(100_000)), /Statt Microsoft hat etwas anderes/],
    ['nonsense', json(200, ['?']), /nennt keinen einzelnen Mandanten/],
  ] as const) {
    test(`${what}: says only what is known`, async ({ page }) => {
      await answerLookUps(page, answer);
      await page.goto(registerPage);
      await ready(page);
      await unfold(page, lookUp);
      await page
        .getByRole('textbox', { name: /^Mailadresse oder Domäne/ })
        .fill('anna@muster.example');
      await page.keyboard.press('Enter');
      await expect(said(page, words)).toBeVisible();
      await expect(page.getByRole('button', { name: /übernehmen$/ })).toBeHidden();
    });
  }

  test('without an answer ends after a while with a message', async ({ page }) => {
    await page.clock.install();
    // Never answered: either the page gives up or the test ends.
    const asked = await answerLookUps(page, () => Promise.resolve());
    await page.goto(registerPage);
    await ready(page);
    await unfold(page, lookUp);
    await page
      .getByRole('textbox', { name: /^Mailadresse oder Domäne/ })
      .fill('anna@muster.example');
    await page.keyboard.press('Enter');
    await expect(said(page, 'Microsoft wird gefragt.')).toBeVisible();
    await expect.poll(() => asked.length).toBe(1);
    await page.clock.fastForward(8_000);
    await expect(said(page, /Microsoft antwortet nicht/)).toBeVisible();
    await expect(page.getByRole('status')).toHaveText(/Microsoft antwortet nicht/);
    await expect(said(page, /kennt kein/)).toBeHidden();
  });

  test('sends no possible secret', async ({ page }) => {
    const asked = await answerLookUps(page, json(200, description));
    await page.goto(registerPage);
    await ready(page);
    await unfold(page, lookUp);
    await page.getByRole('textbox', { name: /^Mailadresse oder Domäne/ }).fill('Ab18Q~made-up');
    await page.getByRole('button', { name: ask }).click();
    await expect(said(page, /Er wird nicht gesendet/)).toBeVisible();
    expect(asked).toEqual([]);
  });
});

test.describe('a dry run', () => {
  const uri = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
  const code = '1.AXoAmade-up-one-time-code';
  const answer = 'Was ist dort am Ende erschienen?';

  test('is a link for the reader’s tenant, made when the box is opened', async ({ page }) => {
    await page.goto(dryRunPage);
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    const link = page.getByRole('link', { name: 'Probelauf öffnen' });
    await expect(page.locator('lotse-dry-run')).toContainText(/Es fehlt noch: .*Anwendungs-ID/);
    await expect(link).toBeHidden();

    await openWith(page, dryRunPage, otherValues.cmxorganize);
    await page.reload();
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    await expect(link).toBeVisible();
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.origin).toBe(origin);
    expect(address.pathname).toBe(`/${everyValue.tenantId}/oauth2/v2.0/authorize`);
    expect(address.searchParams.get('redirect_uri')).toBe(uri);
    expect(address.searchParams.get('login_hint')).toBe('post@muster.example');
    expect(address.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(address.searchParams.get('state')).toMatch(/^[\w-]{22}$/);
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('removes the code from the field at once and keeps none of it', async ({ page }) => {
    await openWith(page, dryRunPage, otherValues.cmxorganize);
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    const link = page.getByRole('link', { name: 'Probelauf öffnen' });
    await expect(link).toBeVisible();
    const state = new URL((await link.getAttribute('href')) ?? '').searchParams.get('state') ?? '';
    await paste(page, answer, `${uri}?code=${code}&state=${state}`);
    await expect(said(page, 'Der Probelauf ist gelungen.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: answer })).toHaveValue('');
    expect(await wholePage(page)).not.toContain(code);
    expect(await stored(page)).not.toContain(code);
    expect(await stored(page)).not.toContain(state);
  });

  test('an error leads to the step that fixes it, and a differing address is marked', async ({
    page,
  }) => {
    await openWith(page, dryRunPage, otherValues.cmxorganize);
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    await expect(page.getByRole('link', { name: 'Probelauf öffnen' })).toBeVisible();
    await paste(
      page,
      answer,
      `AADSTS50011: The redirect URI 'https://muster.example/App%20E-Mailkonto/continue_oauth' specified in the request does not match. Correlation Id: 55555555-aaaa-4bbb-8ccc-000000000005`,
    );
    await expect(said(page, /eine andere Umleitungs-URI/)).toBeVisible();
    await expect(page.getByRole('main').locator('mark')).toHaveText(['www.']);
    await expect(said(page, '55555555-aaaa-4bbb-8ccc-000000000005')).toBeVisible();
    await page
      .getByRole('link', { name: /^Das beheben Sie im Schritt/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/cmxorganize\/redirect-uris\//);
  });

  test('a number is explained as in the error list, with all steps that fix it', async ({
    page,
  }) => {
    await openWith(page, dryRunPage, otherValues.cmxorganize);
    await ready(page);
    await unfold(page, 'Probelauf vorbereiten');
    await paste(page, answer, 'AADSTS700016: Application was not found in the directory.');
    const line = page.getByRole('listitem').filter({ hasText: '(AADSTS700016).' });
    await expect(line).toContainText('Die Anwendung wurde in diesem Mandanten nicht gefunden');
    const steps = line.getByRole('link', { name: /^Das beheben Sie im Schritt/ });
    await expect(steps).toHaveCount(2);
    await expect(steps.first()).toHaveAttribute('href', '/cmxorganize/register-app/');
    await expect(steps.last()).toHaveAttribute('href', '/cmxorganize/in-the-product/');
  });

  test('the consent page is a link too, beside the portal’s button', async ({ page }) => {
    const { tenantId: own, clientId } = everyValue;
    await openWith(page, '/bm/permissions/', { tenantId: own, clientId });
    await ready(page);
    await unfold(page, 'Zustimmung per Link vorbereiten');
    const link = page.getByRole('link', { name: 'Seite für die Zustimmung öffnen' });
    await expect(link).toHaveAttribute(
      'href',
      new RegExp(`^${origin}/${own}/adminconsent\\?client_id=${clientId}&state=[\\w-]{22}$`),
    );
    await paste(page, answer, 'AADSTS65001: The user or administrator has not consented.');
    const here = page.getByRole('link', {
      name: 'Das beheben Sie in diesem Schritt, weiter oben.',
    });
    await expect(here.first()).toHaveAttribute('href', '#content');
    await expect(page.getByRole('link', { name: /im Schritt „API-Berecht/ })).toHaveCount(0);
    await paste(page, answer, 'AADSTS500113: No reply address is registered.');
    await expect(said(page, /konnte danach nicht zurückleiten/)).toBeVisible();
  });
});

test.describe('a token', () => {
  const encode = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const claims = {
    aud: 'https://graph.microsoft.com',
    tid: everyValue.tenantId,
    appid: everyValue.clientId,
    roles: ['Mail.Send'],
    exp: Math.floor(Date.now() / 1000) + 3600,
  };
  const token = `${encode({ alg: 'none' })}.${encode(claims)}.bWFkZS11cA`;

  test('is read, removed from the field at once, and kept nowhere', async ({ page }) => {
    await page.goto(`${tokenPage}${fragment(everyValue)}`);
    await ready(page);
    await unfold(page, 'Feld für ein Token öffnen');
    await paste(page, 'Token lesen', `Bearer ${token}`);
    await expect(said(page, 'Im Token fehlt die Berechtigung Mail.ReadWrite.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Token lesen' })).toHaveValue('');
    for (const part of token.split('.')) {
      expect(await wholePage(page)).not.toContain(part);
      expect(await stored(page)).not.toContain(part);
    }

    await page.getByRole('button', { name: 'Alles leeren' }).click();
    await expect(said(page, 'Im Token fehlt die Berechtigung Mail.ReadWrite.')).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'Token lesen' })).toBeFocused();
  });
});

test('a box’s script is loaded only when the box is opened', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(dryRunPage);
  await ready(page);
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => /dry-run|tenant-look-up|token-reader/.test(url))).toEqual([]);
  await unfold(page, 'Probelauf vorbereiten');
  await expect.poll(() => scripts.some((url) => url.includes('dry-run'))).toBe(true);
});
