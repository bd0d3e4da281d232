/** Values from a link are read, but nothing acts on them until the reader accepts them, on every page of the guide. */

import type { Page } from '@playwright/test';
import {
  allPages,
  builtHtml,
  clipboard,
  enterText,
  everyValue,
  expect,
  field,
  fragment,
  otherValues,
  test,
  unfoldAll,
} from './site.ts';

const foreign = {
  clientId: 'deadbeef-0000-4000-8000-00000000beef',
  tenantId: 'cafecafe-0000-4000-8000-00000000cafe',
} as const;

const guides = {
  'ipm-cloud': { ...everyValue, ...foreign },
  cmxorganize: { ...otherValues.cmxorganize, ...foreign },
  flowfact: { ...otherValues.flowfact, ...foreign },
  bm: { ...otherValues.bm, ...foreign },
} as const;

const waits = 'Hier wirken noch keine Werte aus dem Link.';
const accept = (page: Page) => page.getByRole('button', { name: 'Behalten', exact: true });

/** The pages of a guide with controls that act; the page with all steps has only copy buttons. */
function actingPages(guide: string): readonly string[] {
  const acting = /<lotse-(?:dry-run|sign-in-test|tenant-look-up|portal-link|copy-text)\b/;
  return allPages().filter(
    (address) => address.startsWith(`/${guide}/`) && acting.test(builtHtml(address)),
  );
}

/** The texts that the page's copy buttons would copy, each with what its button says if it can be seen. */
async function copies(page: Page): Promise<readonly (readonly [text: string, button: string])[]> {
  return page.locator('lotse-copy-text:has([data-lotse-waits])').evaluateAll((all) =>
    all.map((one) => {
      const button = one.querySelector('button');
      const source = one.querySelector<HTMLElement>('[data-lotse-source]');
      return [
        source?.innerText ?? '',
        button?.checkVisibility({ visibilityProperty: true }) ? button.innerText : '',
      ] as const;
    }),
  );
}

/** All links of the page and all fields filled in automatically. */
async function reaches(page: Page): Promise<string> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
    const asked = [...document.querySelectorAll<HTMLInputElement>('lotse-tenant-look-up input')];
    return [...links.map(({ href }) => href), ...asked.map(({ value }) => value)].join('\n');
  });
}

test.describe('with values from a link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const [guide, values] of Object.entries(guides)) {
    test(`nothing on any page of ${guide} acts until they are accepted`, async ({ page }) => {
      test.slow();
      const pages = actingPages(guide);
      expect(pages.length).toBeGreaterThan(8);
      await page.goto(`/${guide}/${fragment(values)}`);
      await expect(accept(page)).toBeVisible();
      for (const address of pages) {
        await page.goto(address);
        await expect(accept(page), address).toBeVisible();
        await unfoldAll(page);
        expect(await reaches(page), address).not.toMatch(/deadbeef|cafecafe/);
        const acts = async () =>
          (await copies(page)).filter(
            ([text, button]) => text === '' || (button !== '' && !button.includes('Erst prüfen')),
          );
        await expect.poll(acts, address).toEqual([]);
        const tests = page.getByRole('button', { name: 'Test vorbereiten', disabled: false });
        await expect(tests, address).toHaveCount(0);
        const acting = page.locator(
          'lotse-dry-run, lotse-sign-in-test, lotse-portal-link[fallback]',
        );
        await expect(acting.filter({ hasNotText: waits }), address).toHaveCount(0);
      }
    });
  }

  test('a copy button leads to the notice and copies nothing', async ({ page }) => {
    await page.goto(`/ipm-cloud/limit-access/${fragment(guides['ipm-cloud'])}`);
    await expect(accept(page)).toBeVisible();
    await page.evaluate(async () => navigator.clipboard.writeText('unberührt'));
    const commands = page.locator('lotse-generated-lines').filter({ hasText: 'deadbeef' }).first();
    await expect(commands).toContainText(waits);
    await commands.getByRole('button').first().click();
    await expect(page.locator('lotse-link-notice')).toBeFocused();
    expect(await clipboard(page)).toBe('unberührt');

    await accept(page).click();
    await expect(commands).not.toContainText(waits);
    await commands.getByRole('button').first().click();
    await expect(page.getByText('Kopiert').first()).toBeVisible();
    expect(await clipboard(page)).toContain(foreign.clientId);
  });
});

test('once accepted, consent is offered beside both IDs for comparison', async ({ page }) => {
  await page.goto(`/ipm-cloud/permissions/${fragment(guides['ipm-cloud'])}`);
  await expect(accept(page)).toBeVisible();
  await unfoldAll(page);
  const box = page.locator('lotse-dry-run');
  await expect(box.getByRole('link', { name: /öffnen/ })).toBeHidden();
  await accept(page).click();
  await expect(box.getByRole('link').first()).toHaveAttribute('href', /client_id=deadbeef/);
  await expect(box).toContainText(
    `Gilt für die App ${foreign.clientId} im Mandanten ${foreign.tenantId}. ` +
      'Vergleichen Sie beide IDs mit der Übersicht Ihrer App.',
  );
});

test('a value from a link stays in its tab, on every page', async ({ page, context }) => {
  await page.goto(`/bm/register-app/${fragment(guides.bm)}`);
  await expect(accept(page)).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('deadbeef');
  await page.goto('/bm/token-endpoint/');
  await expect(accept(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto('/bm/register-app/');
  await expect(field(other, 'Anwendungs-ID (Client)')).toHaveValue('');
  await expect(accept(other)).toBeHidden();

  await accept(page).click();
  await expect(field(other, 'Anwendungs-ID (Client)')).toHaveValue(foreign.clientId);
  await page.goto('/bm/register-app/');
  await expect(field(page, 'Anwendungs-ID (Client)')).toHaveValue(foreign.clientId);
  await expect(accept(page)).toBeHidden();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('typing replaces a value from a link', async ({ page }) => {
  await page.goto(`/bm/register-app/${fragment(foreign)}`);
  await expect(accept(page)).toBeVisible();
  await enterText(page, 'Anwendungs-ID (Client)', everyValue.clientId);
  await page.getByRole('button', { name: 'Werte aus dem Link entfernen' }).click();
  await page.reload();
  await expect(field(page, 'Anwendungs-ID (Client)')).toHaveValue(everyValue.clientId);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/deadbeef|cafecafe/);
});
