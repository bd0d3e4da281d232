/** Accessibility in every state: axe in light and dark, 320 px, focus, languages. Pages as loaded: every-page.spec.ts. */

import { expectAccessible } from './axe.ts';
import {
  chooseView,
  clientSecretPage,
  everyValue,
  expect,
  field,
  fragment,
  longestValues,
  openState,
  option,
  otherValues,
  ready,
  redirectUrisPage,
  stored,
  test,
  unfoldAll,
  uriLines,
} from './site.ts';

test.describe.configure({ timeout: 120_000 });

function valuesFor(address: string): Readonly<Record<string, string>> {
  return address.startsWith('/bm/') ? otherValues.bm : everyValue;
}

test.describe('axe finds nothing', () => {
  test('before any value is known, on one page of each kind', async ({ page }) => {
    for (const address of [
      redirectUrisPage,
      '/ipm-cloud/limit-access/',
      '/ipm-cloud/sign-in-test/',
      '/bm/in-the-product/',
      '/flowfact/first-account/',
      '/cmxorganize/smtp-auth/',
    ]) {
      await page.goto(address);
      await ready(page);
      await unfoldAll(page);
      await expectAccessible(page, `${address} with patterns`);
    }
  });

  test('with a link notice, and on a narrow page', async ({ page }) => {
    await page.goto(`${redirectUrisPage}${fragment(everyValue)}`);
    await expect(uriLines(page).getByRole('button')).toHaveCount(4);
    await expectAccessible(page, 'values from a link');
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of [redirectUrisPage, '/ipm-cloud/permissions/', '/ipm-cloud/']) {
      await page.goto(address);
      await ready(page);
      await unfoldAll(page);
      await expectAccessible(page, `${address} narrow`);
    }
    await page.goto(`/bm/in-the-product/${fragment(otherValues.bm)}`);
    await expect(page.getByRole('button', { name: 'Behalten' })).toBeVisible();
    await expectAccessible(page, 'a sketch, narrow');
  });

  test('with the other branch chosen', async ({ page }) => {
    for (const address of ['/bm/', '/bm/client-secret/', '/bm/all/', '/bm/in-the-product/']) {
      await page.goto(`${address}#clientType=public`);
      await ready(page);
      await expectAccessible(page, `${address} of a public client`);
    }
    for (const address of ['/flowfact/', '/flowfact/client-secret/', '/flowfact/user-sign-in/']) {
      await page.goto(`${address}#part=user`);
      await ready(page);
      await expectAccessible(page, `${address} of a user`);
    }
  });

  test('with problems, conflicts, notes and the dialog', async ({ page }) => {
    await page.goto(redirectUrisPage);
    await field(page, 'Server Ihrer iPM-Cloud').fill('srv_042');
    await field(page, 'Ihre iPM-Cloud').fill('HTTPS://Muster.ipmcloud.de/x');
    await field(page, 'Ihre iPM-Cloud').press('Tab');
    await expect(page.locator('.problems').getByText('Unterstrich')).toBeVisible();
    await expectAccessible(page, 'problems and notes');
    await page.goto(`${redirectUrisPage}#customerHost=andere&tenantId=common&x=1`);
    await expect(page.getByText('Ob dieser Link zu den Angaben gehört')).toBeVisible();
    await expectAccessible(page, 'a question about the customer, and refusals');
    await page.goto(`${redirectUrisPage}#customerHost=muster&serverHost=srv007`);
    await expect(page.getByText('Ob dieser Link zu den Angaben gehört')).toBeHidden();
    await openState(page);
    await page.getByRole('radio', { name: 'erledigt' }).check();
    await page.getByRole('link', { name: 'Wechseln oder vergessen' }).click();
    await page.getByRole('button', { name: 'Alles vergessen' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'dialog');
    await page.goto(clientSecretPage);
    await field(page, 'Wert des Clientschlüssels prüfen').fill('kurz');
    await field(page, 'Ablauf des geheimen Clientschlüssels').fill('31.12.2024');
    await field(page, 'Ablauf des geheimen Clientschlüssels').press('Tab');
    await expect(page.getByText('Dieser Clientschlüssel ist abgelaufen')).toBeVisible();
    await expectAccessible(page, 'secret and expiry');
  });

  test('without storage', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(redirectUrisPage);
    await expect(page.getByText('Ihr Browser erlaubt dieser Seite nicht')).toBeVisible();
    await expectAccessible(page, 'storage notice');
  });

  test('in highlighted commands with one address, several, and the organisation', async ({
    page,
  }) => {
    await page.goto(`/cmxorganize/smtp-auth/${fragment(otherValues.cmxorganize)}`);
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    for (const name of ['eine Adresse', 'mehrere Adressen', 'die ganze Organisation']) {
      await option(page, name).check();
      await expect(page.locator('pre:visible').last()).toContainText('Disconnect-ExchangeOnline');
      await expectAccessible(page, `commands for ${name}`);
    }
  });

  test('in the findings of checks, right, odd and wrong', async ({ page }) => {
    await page.goto(`/bm/token-endpoint/${fragment({ tenantId: everyValue.tenantId })}`);
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await field(page, 'Endpunkt-URL prüfen').fill(`https://login.microsoftonline.com/common/token`);
    await field(page, 'Scope prüfen').fill('https://outlook.office.com/.default');
    await expect(page.getByText('So ist es richtig:').filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText('Dieser Scope stimmt.', { exact: true })).toBeVisible();
    await expectAccessible(page, 'endpoint and scope');
    await page.goto('/bm/in-the-product/');
    const server = page.getByRole('group', { name: 'Servereinstellungen prüfen' });
    await server.getByLabel('Server', { exact: true }).fill('smtp.office365.com');
    await server.getByLabel('Port', { exact: true }).fill('995');
    await server.getByLabel('Verschlüsselung, wie sie bei Ihnen heißt').fill('SSL/TLS');
    await expect(server.getByRole('listitem').first()).toBeVisible();
    await expectAccessible(page, 'mail server');
    await page.goto('/flowfact/first-account/');
    const pasted = field(page, 'Vergleichen: Was zeigt „OAuth-AdminÜbersicht“ bei Ihnen?');
    await pasted.fill(
      'https://login.microsoftonline.com/\nhttps://login.microsoftonline.com/common/oauth2/v2.0/token\nhttps://anderswo.example/',
    );
    await expect(
      page.getByText('Diese Adresse wird nicht erwartet: https://anderswo.example/', {
        exact: true,
      }),
    ).toBeVisible();
    await expectAccessible(page, 'comparison');
  });
});

test('at 320 px notices, problems and notes do not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const widths = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
  await page.goto(`${redirectUrisPage}${fragment(longestValues)}`);
  await expect(uriLines(page).getByRole('button')).toHaveCount(4);
  const { clientWidth, scrollWidth } = await widths();
  expect.soft(scrollWidth, 'notice of a link').toBeLessThanOrEqual(clientWidth);
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
  await page.goto(
    `${redirectUrisPage}${fragment({ ...longestValues, customerHost: 'andere', x: '1' })}`,
  );
  await expect(page.getByText('Anders als das, was Sie eingetragen haben:')).toBeVisible();
  await field(page, 'Ihre iPM-Cloud').fill('ü'.repeat(300));
  await field(page, 'Ihre iPM-Cloud').press('Tab');
  await openState(page);
  await field(page, 'Eigene Notiz (keine Kennwörter oder Clientschlüssel)').fill('n'.repeat(300));
  await expect.poll(() => stored(page)).toContain('nnn');
  expect.soft((await widths()).scrollWidth, 'notice and problem').toBeLessThanOrEqual(clientWidth);
  await page.goto('/ipm-cloud/');
  await expect(page.getByText('n'.repeat(300))).toBeVisible();
  expect.soft((await widths()).scrollWidth, 'note').toBeLessThanOrEqual(clientWidth);
  await page.goto('/bm/token-endpoint/');
  await field(page, 'Endpunkt-URL prüfen').fill(`https://${'x'.repeat(500)}/y`);
  await field(page, 'Scope prüfen').fill(`https://outlook.office365.com/${'x'.repeat(500)}`);
  await expect(page.locator('.findings > li').first()).toBeVisible();
  expect.soft((await widths()).scrollWidth, 'findings').toBeLessThanOrEqual(clientWidth);
});

for (const address of [
  '/',
  '/ipm-cloud/',
  redirectUrisPage,
  clientSecretPage,
  '/ipm-cloud/limit-access/',
  '/bm/token-endpoint/',
  '/bm/in-the-product/',
]) {
  test(`focused elements on ${address} are visible and show their focus`, async ({ page }) => {
    await page.goto(`${address}${address.length > 12 ? fragment(valuesFor(address)) : ''}`);
    await ready(page);
    // The notice about values from a link moves what is below it.
    if (page.url().includes('#')) await expect(page.locator('lotse-link-notice')).toBeVisible();
    const seen = new Set<string>();
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        element.setAttribute(
          'data-seen',
          element.getAttribute('data-seen') ?? String(Math.random()),
        );
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          id: element.getAttribute('data-seen') ?? '',
          name: `${element.localName} ${element.textContent.trim().slice(0, 40)}`,
          outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        };
      });
      if (!focus || seen.has(focus.id)) break;
      seen.add(focus.id);
      expect.soft(focus.outlined, `outline of ${focus.name}`).toBe(true);
      // Late content may move it for a moment.
      await expect.soft(page.locator(':focus'), `in view: ${focus.name}`).toBeInViewport();
    }
    expect(seen.size).toBeGreaterThan(5);
  });
}

test('the first press of Tab offers to skip to the content', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('each part of a page declares its language', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'de');
  await page.goto('/en/ipm-cloud/redirect-uris/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'en');
  await chooseView(page, 'Deutsch');
  await expect(page.getByRole('article').locator('.label[lang=de]').first()).toBeVisible();
});

test('changes are announced politely, even the same text twice', async ({ page }) => {
  await page.goto(redirectUrisPage);
  const status = page.getByRole('status');
  await expect(status).toHaveAttribute('aria-live', 'polite');
  const customer = field(page, 'Ihre iPM-Cloud');
  for (let times = 0; times < 2; times += 1) {
    await customer.fill('müller');
    await customer.press('Tab');
    await expect(status).toContainText('Ihre iPM-Cloud: bitte prüfen. „müller“ enthält Umlaute');
    await customer.fill('muster');
    await customer.press('Tab');
    await expect(status).toHaveText('Ihre iPM-Cloud: übernommen.');
  }
  await page.goto(`/en${redirectUrisPage}`);
  await field(page, 'Your iPM-Cloud').fill('müller');
  await field(page, 'Your iPM-Cloud').press('Tab');
  await expect(status).toContainText('Your iPM-Cloud: please check.');
});

test('with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(redirectUrisPage);
  await ready(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return (
          animationName !== 'none' ||
          transitionDuration.split(',').some((time) => parseFloat(time) > 0)
        );
      })
      .map(({ localName }) => localName),
  );
  expect(moving).toEqual([]);
});
