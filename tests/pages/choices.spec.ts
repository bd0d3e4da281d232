/** Branches of a guide (BM-08, FF-25): asked once, stored, linkable, with everything else hidden. */

import type { Page } from '@playwright/test';
import {
  expect,
  field,
  option,
  position,
  publicWay,
  ready,
  stepsOf,
  stored,
  tabTo,
  test,
  forgetEverything,
} from './site.ts';

const privateClient = /^Privater Client/;
const publicClient = /^Öffentlicher Client/;
const userPart = /^Ich melde nur mein Postfach an/;

const tasks = (page: Page) =>
  page.getByRole('navigation', { name: 'Schritte' }).getByRole('listitem');
const next = (page: Page) => page.getByRole('link', { name: /^Erledigt, / });
const back = (page: Page) => page.getByRole('link', { name: 'Zurück', exact: true });

async function choosePublic(page: Page): Promise<void> {
  await page.goto('/bm/client-type/');
  await option(page, publicClient).check();
  await expect(position(page)).toHaveText('Schritt 1 von 7');
}

test.describe('the kind of client in bm', () => {
  test('is the one that the vendor recommends until the reader chooses', async ({ page }) => {
    await page.goto('/bm/client-type/');
    await expect(option(page, privateClient)).toBeChecked();
    await expect(position(page)).toHaveText('Schritt 1 von 9');
    await expect(tasks(page)).toHaveCount(stepsOf.bm.length);
    expect(await stored(page)).not.toContain('clientType');
  });

  test('is asked once: announced, and kept on other pages, after a reload and in another tab', async ({
    page,
    context,
  }) => {
    await page.goto('/bm/client-type/');
    const group = page.getByRole('group', { name: 'Art des Clients' });
    await expect(group.getByRole('radio')).toHaveCount(2);
    await option(page, publicClient).check();
    await expect(page.getByRole('status')).toContainText('Öffentlicher Client');
    await page.reload();
    await expect(option(page, publicClient)).toBeChecked();

    await page.goto('/bm/public-client-flows/');
    await expect(
      page.getByText('Einen geheimen Clientschlüssel erstellen Sie nicht'),
    ).toBeVisible();
    await expect(
      page.getByText('So ist jede neue App eingestellt; Sie müssen nur nachsehen.'),
    ).toBeHidden();

    const other = await context.newPage();
    await other.goto('/bm/client-type/');
    await expect(option(other, publicClient)).toBeChecked();
    await option(other, privateClient).check();
    await expect(
      page.getByText('So ist jede neue App eingestellt; Sie müssen nur nachsehen.'),
    ).toBeVisible();
    await expect(position(page)).toHaveText('Schritt 3 von 9');
  });

  test('applies at once, even if the reader of other values loads late', async ({ page }) => {
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<undefined>();
    await page.route(/read-value[^/]*\.js$/, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto('/bm/client-type/');
    await option(page, publicClient).click();
    await expect(option(page, publicClient)).toBeChecked();
    await expect(position(page)).toHaveText('Schritt 1 von 7');
    await page.goto('/bm/public-client-flows/');
    await expect(position(page)).toHaveText('Schritt 3 von 7');
    arrive(undefined);
  });

  test('stays as chosen, and an address as typed, before the page’s scripts have arrived', async ({
    page,
  }) => {
    const mailbox = field(page, 'Postfach');
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<undefined>();
    await page.route(/\.js$/, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto('/bm/client-type/', { waitUntil: 'commit' });
    await option(page, publicClient).check();
    await mailbox.fill('post@muster.example');
    arrive(undefined);
    await ready(page);
    await expect(position(page)).toHaveText('Schritt 1 von 7');
    await expect(option(page, publicClient)).toBeChecked();
    await expect.poll(() => stored(page)).toContain('post@muster.example');
    await page.reload();
    await expect(option(page, publicClient)).toBeChecked();
    await expect(mailbox).toHaveValue('post@muster.example');
  });

  test('is collapsed on later steps to one line, which opens to change it', async ({ page }) => {
    await choosePublic(page);
    await page.goto('/bm/public-client-flows/');
    const folded = page
      .locator('summary')
      .filter({ hasText: /^\s*Art des Clients: Öffentlicher Client/ });
    await expect(page.getByRole('radio').filter({ visible: true })).toHaveCount(0);
    await tabTo(page, folded);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(option(page, publicClient)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(option(page, privateClient)).toBeChecked();
    await expect(
      page.getByText('So ist jede neue App eingestellt; Sie müssen nur nachsehen.'),
    ).toBeVisible();
    await expect(position(page)).toHaveText('Schritt 3 von 9');
  });

  test('from a link is applied, named in words, and can be rejected', async ({ page }) => {
    await page.goto('/bm/public-client-flows/#clientType=public');
    await expect(page.getByText('Art des Clients: Öffentlicher Client').first()).toBeVisible();
    await expect(page.getByText('Art des Clients: public')).toHaveCount(0);
    await expect(position(page)).toHaveText('Schritt 3 von 7');
    await page.getByRole('button', { name: 'Werte aus dem Link entfernen' }).click();
    await expect(position(page)).toHaveText('Schritt 3 von 9');
    expect(await stored(page)).not.toContain('clientType');
  });

  test('that differs in a link prompts a question, in words', async ({ page }) => {
    await choosePublic(page);
    await page.goto('/bm/public-client-flows/#clientType=private');
    const line = page
      .locator('lotse-link-notice')
      .getByRole('listitem')
      .filter({ hasText: /Öffentlicher.*Privater|Privater.*Öffentlicher/ });
    await expect(line).toBeVisible();
    await expect(position(page)).toHaveText('Schritt 3 von 7');
    await page.getByRole('button', { name: 'Werte aus dem Link nehmen' }).click();
    await expect(position(page)).toHaveText('Schritt 3 von 9');
  });

  test('links its own steps in both directions, numbered as one sequence', async ({ page }) => {
    await choosePublic(page);
    const way = publicWay;
    for (const [index, step] of way.entries()) {
      await page.goto(`/bm/${step}/`);
      await expect(position(page)).toHaveText(`Schritt ${String(index + 1)} von 7`);
      const onward = way[index + 1];
      await expect(next(page)).toHaveAttribute(
        'href',
        new RegExp(`/bm/${onward === undefined ? '' : `${onward}/`}$`),
      );
      const before = way[index - 1];
      await expect(back(page)).toHaveAttribute(
        'href',
        new RegExp(`/bm/${before === undefined ? '' : `${before}/`}$`),
      );
    }
  });

  test('numbers the steps without gaps on the page with all steps', async ({ page }) => {
    await page.goto('/bm/all/#clientType=public');
    const positions = page.getByText(/^Schritt \d+ von \d+$/).filter({ visible: true });
    await expect(positions).toHaveText(
      Array.from({ length: 7 }, (_, index) => `Schritt ${String(index + 1)} von 7`),
    );
    await page.emulateMedia({ media: 'print' });
    await expect(positions).toHaveCount(7);
    await expect(page.locator('lotse-choice').filter({ visible: true })).toHaveCount(0);
  });

  test('omits the secret from a public client’s form', async ({ page }) => {
    await page.goto('/bm/in-the-product/');
    const secret = page
      .getByRole('figure')
      .getByRole('listitem')
      .filter({ hasText: 'Client Secret' })
      .filter({ visible: true });
    await expect(secret).toHaveCount(1);
    const privateText = await secret.textContent();
    await page.goto('/bm/in-the-product/#clientType=public');
    await expect(secret).toHaveCount(1);
    await expect(secret).not.toHaveText(privateText ?? '');
    await expect(secret).toContainText(/leer/i);
  });

  test('shows its length and the required roles on the overview', async ({ page }) => {
    const extent = page.getByText(/\d+ Schritte/).filter({ visible: true });
    await page.goto('/bm/');
    await expect(extent).toHaveText(/^\s*9 Schritte/);
    await option(page, publicClient).check();
    await expect(extent).toHaveText(/^\s*7 Schritte/);
  });

  test('that does not exist is refused in a link, and nothing changes', async ({ page }) => {
    await page.goto('/bm/client-type/#clientType=geheim');
    await expect(page.getByText('Das steht nicht zur Wahl.')).toBeVisible();
    await expect(option(page, privateClient)).toBeChecked();
    expect(await stored(page)).not.toContain('geheim');
  });

  test('unknown in storage counts as not chosen', async ({ page }) => {
    await page.goto('/404.html');
    await page.evaluate(() => {
      const kept = { clientType: { text: '<b>public</b>', origin: 'typed' } };
      localStorage.setItem('lotse-values:bm', JSON.stringify(kept));
    });
    await page.goto('/bm/client-type/');
    await expect(option(page, privateClient)).toBeChecked();
    await expect(position(page)).toHaveText('Schritt 1 von 9');
  });

  test('is included in „Link mit diesen Werten“', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await choosePublic(page);
    await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    const address = await page.evaluate(async () => navigator.clipboard.readText());
    expect(address).toMatch(/\/bm\/client-type\/#clientType=public$/);
  });

  test('is cleared by „Alles vergessen“', async ({ page }) => {
    await choosePublic(page);
    await forgetEverything(page);
    await expect(option(page, privateClient)).toBeChecked();
    await expect(position(page)).toHaveText('Schritt 1 von 9');
  });

  test('shortens task list and progress; steps done in the other branch do not count', async ({
    page,
  }) => {
    await page.goto('/bm/client-secret/');
    await next(page).click();
    await expect(page).toHaveURL('/bm/permissions/');
    await expect(page.getByText('1 von 9 erledigt')).toBeVisible();
    await choosePublic(page);
    await expect(page.getByText('0 von 7 erledigt')).toBeVisible();
    const shown = tasks(page).filter({ visible: true });
    await expect(shown).toHaveCount(10);
    await expect(shown.filter({ hasText: 'Clientschlüssel' })).toHaveCount(0);

    await page.goto('/bm/');
    await expect(page.getByText('0 von 7 erledigt')).toBeVisible();
    const list = page.locator('lotse-task-list').getByRole('listitem').filter({ visible: true });
    await expect(list).toHaveCount(10);
    await option(page, privateClient).check();
    await expect(list).toHaveCount(12);
    await expect(page.getByText('1 von 9 erledigt')).toBeVisible();
  });

  test('a step of the other branch says so, can be read, and one click switches', async ({
    page,
  }) => {
    await choosePublic(page);
    const other = page.getByText('Dieser Schritt gehört zu einem anderen Weg');
    for (const step of ['client-secret', 'reminder']) {
      await page.goto(`/bm/${step}/`);
      await expect(other).toBeVisible();
      await expect(page.getByText('Woran Sie sehen, dass es geklappt hat')).toBeVisible();
    }
    await page.goto('/bm/client-secret/');
    await expect(option(page, publicClient)).toBeChecked();
    await expect(position(page)).toBeHidden();
    await expect(next(page)).toHaveAttribute('href', /\/bm\/permissions\/$/);
    await option(page, privateClient).click();
    await expect(other).toBeHidden();
    await expect(position(page)).toHaveText('Schritt 4 von 9');
    await expect(tasks(page).filter({ visible: true })).toHaveCount(12);
    await expect(next(page)).toHaveAttribute('href', /\/bm\/permissions\/$/);
    await expect(back(page)).toHaveAttribute('href', /\/bm\/public-client-flows\/$/);
    await page.goto('/bm/public-client-flows/');
    await expect(other).toHaveCount(0);
  });
});

test.describe('the user of Flowfact', () => {
  test('has two steps, which are complete', async ({ page }) => {
    await page.goto('/flowfact/requirements/');
    await expect(position(page)).toHaveText('Schritt 1 von 15');
    await option(page, userPart).check();
    await expect(position(page)).toHaveText('Schritt 1 von 2');
    await expect(page.getByText('Ihren Arbeitsplatz mit dem Performer.')).toBeVisible();
    await expect(page.getByText('Prüfen Sie Windows:')).toBeHidden();
    await next(page).click();
    await expect(page).toHaveURL('/flowfact/user-sign-in/');
    await expect(position(page)).toHaveText('Schritt 2 von 2');
    await expect(tasks(page).filter({ visible: true })).toHaveCount(2);
    await expect(page.getByText('Melden Sie nicht mehrere Benutzer nacheinander')).toBeHidden();
    await field(page, 'Mailkonto').fill('Makler@muster.example');
    await field(page, 'Mailkonto').press('Tab');
    await expect(page.getByRole('figure')).toContainText('akler@muster.example');
    await expect(page.getByText('Es fehlt noch:').filter({ visible: true })).toHaveCount(0);
    await next(page).click();
    await expect(page).toHaveURL('/flowfact/');
    await expect(page.getByText('2 von 2 erledigt')).toBeVisible();
  });

  test('gets a link that leads to the short way', async ({ page }) => {
    await page.goto('/flowfact/#part=user');
    await expect(page.getByText('0 von 2 erledigt')).toBeVisible();
    await page.getByRole('link', { name: 'Mit dem ersten Schritt beginnen' }).click();
    await expect(position(page)).toHaveText('Schritt 1 von 2');
  });

  test('sees on a step of the administrator’s that it is not theirs', async ({ page }) => {
    await page.goto('/flowfact/client-secret/#part=user');
    await expect(page.getByText('Dieser Schritt gehört zu einem anderen Weg')).toBeVisible();
    await option(page, /^Ich richte alles ein/).click();
    await expect(position(page)).toHaveText('Schritt 3 von 15');
  });

  test('sees on the overview only the roles for their part', async ({ page }) => {
    await page.goto('/flowfact/');
    const roles = page.locator('dl.roles dt').filter({ visible: true });
    await expect(roles).toHaveCount(6);
    await option(page, userPart).check();
    await expect(roles).toHaveCount(2);
  });

  test('prints two steps', async ({ page }) => {
    await page.goto('/flowfact/all/#part=user');
    await expect(page.getByRole('article').filter({ visible: true })).toHaveCount(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('article').filter({ visible: true })).toHaveCount(2);
  });
});

const guidesWithSmtp = {
  cmxorganize: ['Erstes Postfach', 'Alle Postfächer, die senden'],
  flowfact: ['Mailkonto', 'Mailkonten, die senden sollen'],
  bm: ['Postfach', 'Alle Postfächer für den bm'],
} as const;

for (const [guide, [one, several]] of Object.entries(guidesWithSmtp)) {
  test(`in ${guide} the commands follow the mailboxes that SMTP AUTH is enabled for`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/${guide}/smtp-auth/`);
    const commands = page.locator('pre').filter({ visible: true });
    const setting = commands.filter({ hasText: '$false' }).filter({ hasText: 'Set-' });
    await expect(option(page, 'eine Adresse')).toBeChecked();
    await field(page, one).fill("o'neill@muster.example");
    await field(page, one).press('Tab');
    await expect(setting).toHaveText([
      "Set-CASMailbox -Identity 'o''neill@muster.example' -SmtpClientAuthenticationDisabled $false",
    ]);

    await option(page, 'mehrere Adressen').check();
    await expect(field(page, one)).toBeHidden();
    // As pasted from a list with one address per line.
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        'eins@muster.example\r\nzwei@muster.example\no’hara@muster.example\n',
      ),
    );
    await field(page, several).focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Tab');
    const refused = page.getByRole('listitem').filter({ hasText: '’' });
    await expect(refused.first()).toBeVisible();
    // As pasted, one per line: nothing is joined or lost.
    await expect(field(page, several)).toHaveValue(
      'eins@muster.example\nzwei@muster.example\no’hara@muster.example\n',
    );
    await expect(setting).toHaveText([/^'<[^>]+>' \| ForEach-Object/]);

    await page.evaluate(() =>
      navigator.clipboard.writeText(
        "eins@muster.example\r\nzwei@muster.example\no'hara@muster.example\n",
      ),
    );
    await field(page, several).fill('');
    await field(page, several).focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Tab');
    const list = "'eins@muster.example', 'zwei@muster.example', 'o''hara@muster.example'";
    await expect(setting).toHaveText([
      `${list} | ForEach-Object { Set-CASMailbox -Identity $_ -SmtpClientAuthenticationDisabled $false }`,
    ]);
    await setting.locator('..').getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toContain(list);

    await option(page, 'die ganze Organisation').check();
    await expect(field(page, several)).toBeHidden();
    await expect(setting).toHaveText([
      'Set-TransportConfig -SmtpClientAuthenticationDisabled $false',
    ]);
    await expect(commands.filter({ hasText: 'Get-CASMailbox' })).toHaveCount(0);
    await page.reload();
    await expect(option(page, 'die ganze Organisation')).toBeChecked();
    await expect(setting).toHaveText([
      'Set-TransportConfig -SmtpClientAuthenticationDisabled $false',
    ]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both branches are readable, each labelled with its option', async ({ page }) => {
    await page.goto('/bm/public-client-flows/');
    for (const [text, name] of [
      ['So ist jede neue App eingestellt; Sie müssen nur nachsehen.', 'Privater Client'],
      ['Einen geheimen Clientschlüssel erstellen Sie nicht', 'Öffentlicher Client'],
    ] as const) {
      await expect(page.getByText(text)).toBeVisible();
      const branch = page.locator('.branch').filter({ hasText: text });
      await expect(branch).toContainText(`nur bei: ${name}`);
    }
    await page.goto('/bm/client-secret/');
    await expect(page.getByText(/^\s*nur bei: Privater Client/)).toBeVisible();
    await expect(page.getByText('Dieser Schritt gehört zu einem anderen Weg')).toBeHidden();
    await page.goto('/bm/in-the-product/');
    const secret = page
      .getByRole('figure')
      .getByRole('listitem')
      .filter({ hasText: 'Client Secret' });
    await expect(secret).toHaveCount(2);
    await expect(secret.nth(0)).toContainText('nur bei: Privater Client');
    await expect(secret.nth(1)).toContainText('nur bei: Öffentlicher Client');
  });

  test('all commands and all steps are listed, each with its option', async ({ page }) => {
    await page.goto('/flowfact/smtp-auth/');
    for (const text of ['eine Adresse', 'mehrere Adressen', 'die ganze Organisation']) {
      await expect(page.getByText(`nur bei: ${text}`).first()).toBeVisible();
    }
    await expect(page.getByText('Set-TransportConfig')).toBeVisible();
    await expect(page.getByText('Set-CASMailbox').first()).toBeVisible();
    await page.goto('/bm/');
    const list = page.locator('lotse-task-list').getByRole('listitem');
    await expect(list).toHaveCount(12);
    await expect(list.filter({ hasText: 'nur bei: Privater Client' })).toHaveCount(2);
  });

  test('plain links lead through all steps', async ({ page }) => {
    await page.goto('/bm/public-client-flows/');
    await next(page).click();
    await expect(page).toHaveURL('/bm/client-secret/');
    await next(page).click();
    await expect(page).toHaveURL('/bm/permissions/');
  });
});
