/** Values judged on paste, changed and copied in the panel, and missed once on „Erledigt“. */

import type { Page } from '@playwright/test';
import {
  clientSecretPage,
  clipboard,
  enterText,
  expect,
  expectPanelValue,
  field,
  fourUris,
  longestValues,
  openWith,
  panelRow,
  redirectUrisPage,
  registerPage,
  stored,
  tabTo,
  test,
  unfoldAll,
  uriLines,
} from './site.ts';

const customer = 'Ihre iPM-Cloud';
const right = 'Übernommen. Die Form stimmt.';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function paste(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field(page, name).focus();
  await page.keyboard.press('ControlOrMeta+V');
}

test('a pasted value is judged at once, and typing on clears the answer', async ({ page }) => {
  await page.goto(redirectUrisPage);
  const main = page.getByRole('main');
  await paste(page, customer, 'https://Muster.ipmcloud.de/');
  await expect(field(page, customer)).toHaveValue('muster');
  await expect(field(page, customer)).toBeFocused();
  await expect(main.getByText(right)).toBeVisible();
  await expect(main.getByText('In Kleinbuchstaben geschrieben.')).toBeVisible();
  await field(page, customer).press('End');
  await field(page, customer).pressSequentially('x');
  await expect(main.getByText(right)).toBeHidden();

  await page.keyboard.press('ControlOrMeta+A');
  await paste(page, customer, 'zwei Wörter');
  await expect(field(page, customer)).toHaveAttribute('aria-invalid', 'true');
  await expect(main.getByText(right)).toBeHidden();
});

test('the answer takes the room of the hint, and stays after a reload', async ({ page }) => {
  await page.goto(redirectUrisPage);
  const whole = page.locator('lotse-value-field').filter({ has: field(page, customer) });
  const before = await whole.boundingBox();
  await enterText(page, customer, 'muster');
  await expect(whole.getByText(right)).toBeVisible();
  expect((await whole.boundingBox())?.height).toBe(before?.height);
  await page.reload();
  await expect(whole.getByText(right)).toBeVisible();
  expect((await whole.boundingBox())?.height).toBe(before?.height);
});

test('a value from a link counts as accepted only once the reader keeps it', async ({ page }) => {
  await page.goto(`${redirectUrisPage}#customerHost=muster`);
  await expect(panelRow(page, customer)).toHaveAttribute('data-lotse-state', 'link');
  await expect(page.getByRole('main').getByText(right)).toBeHidden();
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
  await expect(panelRow(page, customer)).toHaveAttribute('data-lotse-state', 'known');
  await expect(page.getByRole('main').getByText(right)).toBeVisible();
});

test('a wrong date takes back how long the secret is valid', async ({ page }) => {
  await page.goto(clientSecretPage);
  const expiry = page.locator('lotse-secret-expiry');
  const date = field(page, 'Ablauf des geheimen Clientschlüssels');
  await expect(expiry).toContainText('Sobald das Datum eingetragen ist');
  await date.fill('31.12.2027');
  await date.press('Tab');
  await expect(expiry).toContainText('gültig');
  await date.fill('31.02.2027');
  await date.press('Tab');
  await expect(expiry).toHaveText(
    'Sobald das Datum eingetragen ist, steht hier, wie lange der Clientschlüssel noch gilt.',
  );
});

test('the panel says what is missing and leads to where it is asked', async ({ page }) => {
  await page.goto(redirectUrisPage);
  const row = panelRow(page, 'Anwendungs-ID (Client)');
  await expect(row).toContainText('fehlt noch · Schritt 2');
  await expect(panelRow(page, 'Anmeldename')).toContainText('nur bei Bedarf');
  const here = panelRow(page, 'Server Ihrer iPM-Cloud').getByRole('link', { name: 'Schritt 4' });
  await here.click();
  await expect(field(page, 'Server Ihrer iPM-Cloud')).toBeFocused();
  await row.getByRole('link', { name: 'Schritt 2' }).click();
  await expect(page).toHaveURL(new RegExp(`${registerPage}$`));
});

test('a value is changed in its line of the panel, by keyboard', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await enterText(page, customer, 'anders');
  const row = panelRow(page, customer);
  const pen = row.getByRole('button', { name: `${customer} eintragen oder ändern` });
  await tabTo(page, pen);
  await page.keyboard.press('Enter');
  const input = row.getByRole('textbox', { name: customer });
  await expect(input).toBeFocused();
  await page.keyboard.type('falsch geschrieben');
  await page.keyboard.press('Enter');
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(input).toHaveCount(0);
  await expect(pen).toBeFocused();
  await expectPanelValue(page, customer, 'anders');

  await page.keyboard.press('Enter');
  await expect(input).toBeFocused();
  await page.keyboard.type('https://Muster.ipmcloud.de');
  await page.keyboard.press('Enter');
  await expect(pen).toBeFocused();
  await expectPanelValue(page, customer, 'muster');
  await expect.poll(() => stored(page)).toContain('"muster"');
  await expect(
    page.getByRole('main').getByRole('textbox', { name: customer, exact: true }),
  ).toHaveValue('muster');

  await page.keyboard.press('Enter');
  await expect(input).toBeFocused();
  await page.keyboard.type('neu');
  await page.keyboard.press('Tab');
  await expect(input).toHaveCount(0);
  await expectPanelValue(page, customer, 'neu');
});

test('a click on a value copies it, and the button says so', async ({ page }) => {
  await openWith(page, redirectUrisPage, { customerHost: 'muster' });
  const copy = panelRow(page, customer).getByRole('button', { name: /Kopier/ });
  await copy.click();
  await expect(copy).toContainText('Kopiert');
  await expect(page.getByRole('status')).toHaveText('Kopiert');
  expect(await clipboard(page)).toBe('muster');
  await expect(copy).toContainText('Kopieren');
});

test('copying a link and handing a step over are said on their buttons', async ({ page }) => {
  await page.goto(redirectUrisPage);
  for (const name of [
    'Link zu diesem Schritt',
    'Link mit diesen Werten',
    'An jemand anderen geben',
  ]) {
    const button = page.getByRole('button', { name });
    const handle = await button.elementHandle();
    await button.click();
    await expect.poll(() => handle.textContent()).toContain('Kopiert');
  }
});

test('„Erledigt“ names missing and wrong values once, then lets the reader go on', async ({
  page,
}) => {
  await page.goto(redirectUrisPage);
  await field(page, customer).fill('zwei Wörter');
  await field(page, customer).press('Tab');
  const done = page.getByRole('link', { name: 'Erledigt, weiter' });
  await tabTo(page, done);
  await page.keyboard.press('Enter');
  const note = page.getByRole('main').getByText('Noch einzutragen oder zu prüfen:');
  await expect(note).toContainText(`${customer}, Server Ihrer iPM-Cloud.`);
  await expect(page.getByRole('status')).toContainText('Noch einzutragen oder zu prüfen:');
  await expect(page).toHaveURL(new RegExp(`${redirectUrisPage}$`));
  await note.getByRole('link', { name: 'Server Ihrer iPM-Cloud' }).click();
  await expect(field(page, 'Server Ihrer iPM-Cloud')).toBeFocused();
  await page.keyboard.type('srv042');
  await expect(note).not.toContainText('Server');
  await done.click();
  await expect(page).not.toHaveURL(new RegExp(redirectUrisPage));
});

test('with its values entered, a step is done with one press', async ({ page }) => {
  await openWith(page, redirectUrisPage, { customerHost: 'muster', serverHost: 'srv042' });
  await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);
  await page.getByRole('link', { name: 'Erledigt, weiter' }).click();
  await expect(page).not.toHaveURL(new RegExp(redirectUrisPage));
});

for (const width of [320, 683, 1440]) {
  test(`at ${String(width)} px no value of the panel is clipped`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openWith(page, redirectUrisPage, longestValues);
    await unfoldAll(page);
    for (const value of await page.locator('lotse-values-panel code:visible').all()) {
      const fits = await value.evaluate((code) => {
        const panel = code.closest('dl')?.getBoundingClientRect();
        const { left, right } = code.getBoundingClientRect();
        return panel !== undefined && left >= panel.left - 1 && right <= panel.right + 1;
      });
      expect(fits).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
}
