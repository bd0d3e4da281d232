/** The end of a guide and what comes after: the summary. */

import { readFileSync } from 'node:fs';
import { clipboard, everyValue, expect, fragment, ready, test } from './site.ts';

const own = {
  mailbox: everyValue.mailbox,
  customerHost: everyValue.customerHost,
  clientId: everyValue.clientId,
  secretExpires: '2027-01-10',
};

/** As if these values had been typed here before. */
async function keep(page: import('@playwright/test').Page, values: object, tasks: object) {
  await page.addInitScript(
    ([kept, states]) => {
      localStorage.setItem('lotse-values:ipm-cloud', kept ?? '');
      localStorage.setItem('lotse-tasks:ipm-cloud', states ?? '');
    },
    [
      JSON.stringify(
        Object.fromEntries(
          Object.entries(values).map(([id, text]) => [
            id,
            { text: text as string, origin: 'typed' },
          ]),
        ),
      ),
      JSON.stringify(tasks),
    ],
  );
}

const tasks = {
  'client-secret': { state: 'done', note: 'Tresor der IT' },
  'redirect-uris': { state: 'blocked', note: '' },
};

test('the summary shows values, states and notes, and is copied and saved', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await keep(page, own, tasks);
  await page.goto('/ipm-cloud/summary/');
  await ready(page);
  const main = page.getByRole('main');
  await expect(main.getByText('https://muster.ipmcloud.de/', { exact: true })).toBeVisible();
  await expect(main.getByText('10. Januar 2027')).toBeVisible();
  await expect(main.getByText('Tresor der IT').first()).toBeVisible();
  await expect(main.getByText('wartet auf Administrator').first()).toBeVisible();
  await page.getByRole('button', { name: 'Text kopieren' }).click();
  await expect.poll(() => clipboard(page)).toContain('Der Wert liegt bei: Tresor der IT');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'JSON' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^postlotse-ipm-cloud-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toMatchObject({
    version: 1,
    guide: 'ipm-cloud',
    secret: { expires: '2027-01-10', kept: 'Tresor der IT' },
  });
});

test('for a ticket, no value and no note is left on the page or in the text', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await keep(page, own, tasks);
  await page.goto('/ipm-cloud/summary/');
  await ready(page);
  await page.getByRole('radio', { name: 'Werte gekürzt' }).check();
  const summary = page.locator('[data-lotse-sections]');
  await expect(summary).toContainText('https://mu….ipmcloud.de/');
  for (const hidden of [own.clientId, own.mailbox, 'muster', 'Tresor']) {
    await expect(summary).not.toContainText(hidden);
  }
  await page.getByRole('button', { name: 'Text kopieren' }).click();
  await expect.poll(() => clipboard(page)).toContain('mu….ipmcloud.de');
  expect(await clipboard(page)).not.toContain(own.clientId);
});

test('values of a link are not in the summary until they are accepted', async ({ page }) => {
  await page.goto(`/ipm-cloud/summary/${fragment(everyValue)}`);
  await expect(page.getByText('Werte aus einem Link stehen hier erst')).toBeVisible();
  const summary = page.locator('[data-lotse-sections]');
  await expect(summary).not.toContainText(everyValue.clientId);
  await page.getByRole('button', { name: 'Behalten' }).click();
  await expect(summary).toContainText(everyValue.clientId);
});

test('of bm, a public client has no secret to be reminded of or to renew', async ({ page }) => {
  const renew = page.getByRole('link', { name: 'Clientschlüssel erneuern' });
  await page.goto('/bm/summary/#clientType=private');
  await ready(page);
  const calendar = page.locator('[data-lotse-act=calendar]');
  await expect(calendar).toBeVisible();
  await page.goto('/bm/');
  await expect(renew.first()).toBeVisible();
  await page.addInitScript(() => {
    const kept = { clientType: { text: 'public', origin: 'typed' } };
    localStorage.setItem('lotse-values:bm', JSON.stringify(kept));
  });
  await page.goto('/bm/summary/');
  await ready(page);
  await expect(page.getByRole('button', { name: 'Drucken' })).toBeEnabled();
  await expect(calendar).toBeHidden();
  await page.goto('/bm/');
  await expect(page.getByRole('main').getByText('Alles wieder abbauen')).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: /^Clientschlüssel erneuern/ }),
  ).toHaveCount(0);
  await page.goto('/bm/values/');
  await expect(
    page
      .getByRole('main')
      .getByLabel(/Anwendungs-ID/)
      .first(),
  ).toBeVisible();
  await expect(page.locator('main lotse-value-field[value=secretExpires]')).toBeHidden();
  await page.goto('/bm/hand-over/');
  for (const list of await page.locator('section.role:visible [data-lotse-returns]').all())
    await expect(list.locator('li:visible').first()).toBeVisible();
});
