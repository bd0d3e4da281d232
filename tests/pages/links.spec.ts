/** Links with values: marked, rejectable, checked like typed input, and no way in for anything else. */

import type { Page } from '@playwright/test';
import {
  complaintsOf,
  enterText,
  everyValue,
  expect,
  expectPanelValue,
  field,
  fourUris,
  fragment,
  openState,
  openWith,
  otherValues,
  redirectUrisPage,
  registerPage,
  stored,
  test,
  uriLines,
  wholePage,
} from './site.ts';

const title = 'Dieser Link hat Werte mitgebracht';
const customer = (page: Page) => field(page, 'Ihre iPM-Cloud');
const server = (page: Page) => field(page, 'Server Ihrer iPM-Cloud');

async function keepOwnValues(page: Page): Promise<void> {
  await page.goto(redirectUrisPage);
  await customer(page).fill('eigene');
  await server(page).fill('srv007');
  await server(page).press('Tab');
}

test('values from a link are filled in, marked as such, and removed from the address', async ({
  page,
}) => {
  await page.goto(`${redirectUrisPage}#customerHost=Muster&serverHost=srv042`);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Ihre iPM-Cloud: muster' }),
  ).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(title);
  await expect(customer(page)).toHaveValue('muster');
  await expect(page.getByRole('main').getByText('aus dem Link', { exact: true })).toHaveCount(2);
  await expect(
    page.locator('lotse-values-panel').getByText('aus dem Link').filter({ visible: true }),
  ).toHaveCount(2);
  expect(page.url()).toMatch(/\/redirect-uris\/$/);

  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeHidden();
  await expect(
    page.getByText('aus dem Link', { exact: true }).filter({ visible: true }),
  ).toHaveCount(0);
  await expect(customer(page)).toHaveValue('muster');
});

test('values from a link can be rejected', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await enterText(page, 'Server Ihrer iPM-Cloud', 'srv007');
  await page.goto(`${redirectUrisPage}#customerHost=muster`);
  await page.getByRole('button', { name: 'Werte aus dem Link entfernen' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('Die Werte aus dem Link sind entfernt.');
  await expect(customer(page)).toHaveValue('');
  await expect(server(page)).toHaveValue('srv007');
  expect(await stored(page)).not.toContain('muster');
});

test('a value from a link that the reader changes is theirs', async ({ page }) => {
  await page.goto(`${redirectUrisPage}#customerHost=muster&serverHost=srv042`);
  await expect(server(page)).toHaveValue('srv042');
  await customer(page).fill('eigene');
  await customer(page).press('Tab');
  await page.getByRole('button', { name: 'Werte aus dem Link entfernen' }).click();
  await expect(customer(page)).toHaveValue('eigene');
  await expect(server(page)).toHaveValue('');
});

test('if a link differs from the reader’s values, they are asked, and may take the link’s', async ({
  page,
}) => {
  await keepOwnValues(page);
  await page.goto(`${redirectUrisPage}#customerHost=eigene&serverHost=srv042`);
  await expect(
    page.getByText('Server Ihrer iPM-Cloud: im Link „srv042“, bei Ihnen „srv007“'),
  ).toBeVisible();
  await expect(server(page)).toHaveValue('srv007');
  await page.getByRole('button', { name: 'Werte aus dem Link nehmen' }).click();
  await expect(server(page)).toHaveValue('srv042');
  await expect(page.getByText('Anders als das, was Sie eingetragen haben:')).toBeHidden();
});

test('… or keep their own', async ({ page }) => {
  await keepOwnValues(page);
  await page.goto(`${redirectUrisPage}#customerHost=eigene&serverHost=srv042`);
  await expect(page.getByText('Ihre iPM-Cloud: im Link „eigene“')).toBeHidden();
  await page.getByRole('button', { name: 'Meine Werte behalten' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeHidden();
  await expect(server(page)).toHaveValue('srv007');
  expect(await stored(page)).not.toContain('srv042');
});

test('values equal to the reader’s own need no notice', async ({ page }) => {
  await keepOwnValues(page);
  await page.goto(`${redirectUrisPage}#customerHost=eigene&serverHost=SRV007`);
  await expect(customer(page)).toHaveValue('eigene');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await expect(page.getByRole('heading', { name: title })).toBeHidden();
});

test('invalid values in a link are refused with the reason, valid ones are filled in', async ({
  page,
}) => {
  const bad = {
    customerHost: 'müller',
    serverHost: 'srv042',
    tenantId: 'common',
    mailbox: 'ohne-at',
  };
  await page.goto(`${redirectUrisPage}${fragment(bad)}`);
  const notice = page.getByRole('main');
  await expect(notice).toContainText('Ihre iPM-Cloud: „müller“ enthält Umlaute');
  await expect(notice).toContainText(
    'Verzeichnis-ID (Mandant): „common“ steht bei Microsoft für viele Mandanten.',
  );
  await expect(notice).toContainText('Postfach für den Versand: Es fehlt das @-Zeichen.');
  await expect(server(page)).toHaveValue('srv042');
  await expect(customer(page)).toHaveValue('');
  expect(await stored(page)).not.toMatch(/müller|common|ohne-at/);
});

test('a broken, repeated or overlong link is reported, not guessed at', async ({ page }) => {
  await page.goto(`${redirectUrisPage}#customerHost=%E0%A4%A&serverHost=srv001&serverHost=srv002`);
  const notice = page.getByRole('main');
  await expect(notice).toContainText('Die Angabe „customerHost“ im Link ist beschädigt.');
  await expect(notice).toContainText('Die Angabe „serverHost“ steht im Link mehrfach.');
  await expect(server(page)).toHaveValue('');
  await page.goto(`${redirectUrisPage}#customerHost=${'a'.repeat(9000)}`);
  await expect(notice).toContainText('Der Link ist mit 9014 Zeichen zu lang');
});

test('an unknown key is named, and its value neither shown nor stored', async ({ page }) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('request', (request) =>
    told.push(request.url().split('#')[0] ?? '', JSON.stringify(request.headers())),
  );
  await page.goto(
    `${redirectUrisPage}#customerHost=muster&clientSecret=Q7b8Q~verschwiegen&farbe=mauve`,
  );
  await expect(
    page.getByText('Die Angabe „clientSecret“ kennt diese Anleitung nicht.'),
  ).toBeVisible();
  await expect(page.getByText('Die Angabe „farbe“ kennt diese Anleitung nicht.')).toBeVisible();
  for (const address of [page.url(), redirectUrisPage, registerPage]) {
    await page.goto(address);
    await expect(customer(page)).toHaveValue('muster');
    const everything = (await wholePage(page)) + (await stored(page)) + told.join('\n');
    expect(everything).not.toMatch(/verschwiegen|mauve/);
  }
});

test('a secret in place of a key or an ID is not repeated', async ({ page }) => {
  const secret = `Q7b8Q~${'verschwiegen'.repeat(3)}`;
  await page.goto(`${redirectUrisPage}#${secret}=&tenantId=${secret}`);
  await expect(page.getByText('Die Angabe „…“ kennt diese Anleitung nicht.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(
    'Verzeichnis-ID (Mandant): Das sieht nach dem Wert eines Clientschlüssels aus',
  );
  expect((await wholePage(page)) + (await stored(page))).not.toContain('verschwiegen');
});

/** Every valid key of a link, and an invalid one. */
const linkKeys = {
  'ipm-cloud': [...Object.keys(everyValue), 'secretExpires', 'signInName', 'unknown'],
  bm: [
    ...Object.keys(otherValues.bm),
    ...['clientType', 'mailboxType', 'secretExpires', 'sender', 'signInName', 'smtpScope'],
  ],
  cmxorganize: ['instanceHost', 'organisation'],
  flowfact: ['part'],
};

const madeUpSecret = 'abc8Q~Zx9kLmpQ2rTv4wYb6nCd8eFg1hJk3mNoPq';

for (const [guide, keys] of Object.entries(linkKeys)) {
  test(`${guide}: a secret in any key of a link appears on no page, in no storage and in no address`, async ({
    page,
  }) => {
    for (const key of keys) {
      for (const text of [madeUpSecret, `${madeUpSecret}@muster.example`]) {
        await page.goto('about:blank');
        await page.goto(`/${guide}/${fragment({ [key]: text })}`);
        await expect(page.locator('lotse-link-notice')).toBeVisible();
        expect(await wholePage(page), key).not.toContain(madeUpSecret);
        expect(await stored(page), key).not.toContain(madeUpSecret);
      }
    }
  });
}

test('a field’s unaccepted text is not shown beside a link’s value', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await customer(page).fill(madeUpSecret);
  await customer(page).press('Tab');
  await expect(customer(page)).toHaveAttribute('aria-invalid', 'true');
  await page.evaluate(() => {
    location.hash = 'customerHost=muster';
  });
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(customer(page)).toHaveValue('muster');
  expect((await wholePage(page)) + (await stored(page))).not.toContain(madeUpSecret);
});

test('a plus in a mailbox stays a plus', async ({ page }) => {
  await page.goto('/ipm-cloud/mailbox-user/#mailbox=ipm+versand@muster.example');
  await expect(field(page, 'Postfach für den Versand')).toHaveValue('ipm+versand@muster.example');
});

test('a link in the same tab is received as well', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await page.evaluate(() => {
    location.hash = '#customerHost=muster&serverHost=srv042';
  });
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('a link that arrives while its field has the focus fills that field', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await customer(page).focus();
  await page.evaluate(() => {
    location.hash = '#customerHost=muster';
  });
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(customer(page)).toHaveValue('muster');
});

test('a jump to the content is not a link with values', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('heading', { name: title })).toBeHidden();
});

test.describe('links to pass on', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('„Link mit diesen Werten“ passes the same values on', async ({ page, browser, baseURL }) => {
    await openWith(page, registerPage, everyValue);
    await expectPanelValue(page, 'Postfach für den Versand', everyValue.mailbox);
    await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    const address = await page.evaluate(async () => navigator.clipboard.readText());
    expect(address.startsWith(`${baseURL ?? ''}${registerPage}#`)).toBe(true);
    expect(address).toContain('mailbox=ipm%2Bversand@muster.example');

    const elsewhere = await browser.newContext({ locale: 'de-DE' });
    const complaints = complaintsOf(elsewhere, baseURL ?? '');
    const theirs = await elsewhere.newPage();
    await theirs.goto(address);
    await expect(theirs.getByRole('heading', { name: title })).toBeVisible();
    await expect(theirs.getByText('Nicht übernommen:')).toBeHidden();
    await expectPanelValue(theirs, 'Postfach für den Versand', everyValue.mailbox);
    await expectPanelValue(theirs, 'Ihre iPM-Cloud', everyValue.customerHost);
    await expectPanelValue(theirs, 'Server Ihrer iPM-Cloud', everyValue.serverHost);
    await expectPanelValue(theirs, 'Verzeichnis-ID (Mandant)', everyValue.tenantId);
    await expectPanelValue(theirs, 'Anwendungs-ID (Client)', everyValue.clientId);
    await expectPanelValue(
      theirs,
      'Objekt-ID der Unternehmensanwendung',
      everyValue.enterpriseObjectId,
    );
    expect(complaints).toEqual([]);
    await elsewhere.close();
  });

  test('values from a link are not passed on until accepted', async ({ page, baseURL }) => {
    await page.goto(`${redirectUrisPage}#customerHost=muster`);
    await expect(customer(page)).toHaveValue('muster');
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
    await expect(page.locator('lotse-link-notice')).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
    await page.getByRole('button', { name: 'Behalten', exact: true }).click();
    await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${baseURL ?? ''}${redirectUrisPage}#customerHost=muster`);
  });

  test('values with problems are not passed on', async ({ page, baseURL }) => {
    await page.goto(redirectUrisPage);
    await customer(page).fill('müller');
    await server(page).fill('srv042');
    await expectPanelValue(page, 'Server Ihrer iPM-Cloud', 'srv042');
    await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(
      `${baseURL ?? ''}${redirectUrisPage}#serverHost=srv042`,
    );
  });

  test('without values, and for „Link zu diesem Schritt“, there is no fragment', async ({
    page,
    baseURL,
  }) => {
    await page.goto(redirectUrisPage);
    const copied = () => page.evaluate(async () => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await copied()).toBe(`${baseURL ?? ''}${redirectUrisPage}`);
    await customer(page).fill('muster');
    await page.getByRole('button', { name: 'Link zu diesem Schritt' }).click();
    await expect(page.getByRole('button', { name: 'Kopiert', exact: true }).first()).toBeVisible();
    expect(await copied()).toBe(`${baseURL ?? ''}${redirectUrisPage}`);
  });
});

test('if copying is refused, the link is shown and selected', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await openWith(page, redirectUrisPage, { customerHost: 'muster' });
  await expectPanelValue(page, 'Ihre iPM-Cloud', 'muster');
  await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
  const shown = field(page, 'Link zu diesem Schritt');
  await expect(shown).toHaveValue(`${baseURL ?? ''}${redirectUrisPage}#customerHost=muster`);
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('#customerHost=muster');
});

const attacks = [
  '<img src=x onerror=window.hacked=1>',
  '"><script>window.hacked=1</script>',
  'javascript:window.hacked=1',
  "'-(window.hacked=1)-'@muster.example",
  '{{constructor.constructor("window.hacked=1")()}}',
] as const;

for (const attack of attacks) {
  test(`„${attack}“ in a link never becomes an element and never runs`, async ({ page }) => {
    await page.goto(redirectUrisPage);
    const shape = () =>
      page.evaluate(() => {
        const count = (selector: string) => document.querySelectorAll(selector).length;
        return ['script', 'img', 'iframe', 'a[href^="javascript:" i]', '[onerror]'].map(count);
      });
    const before = await shape();
    const values = Object.fromEntries(Object.keys(everyValue).map((key) => [key, attack]));
    for (const step of [redirectUrisPage, '/ipm-cloud/all/']) {
      await page.goto('/404.html');
      await page.goto(`${step}${fragment(values)}&${encodeURIComponent(attack)}=1`);
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      if (step === redirectUrisPage) expect(await shape()).toEqual(before);
    }
    await page.goto('/ipm-cloud/redirect-uris/');
    for (const name of ['Ihre iPM-Cloud', 'Server Ihrer iPM-Cloud']) {
      await field(page, name).fill(attack);
      await field(page, name).press('Tab');
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
    }
    await openState(page);
    await field(page, 'Eigene Notiz (keine Kennwörter oder Clientschlüssel)').fill(attack);
    await expect.poll(() => stored(page)).toContain(JSON.stringify(attack).slice(1, -1));
    expect(await shape()).toEqual(before);
    await page.goto('/ipm-cloud/');
    await expect(page.getByText(attack, { exact: true })).toBeVisible();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
}
