/** Parts that load late or not at all: the page says so in their place and to screen readers, and typed text stays. */

import type { Locator, Page } from '@playwright/test';
import {
  everyValue,
  expect,
  field,
  fragment,
  otherValues,
  ready,
  stored,
  test,
  wholePage,
} from './site.ts';

const loading = 'Dieser Teil der Seite wird noch geladen.';
const failed = /ein Teil dieser Seite ließ sich nicht laden/i;
const again = 'Noch einmal versuchen';

async function unfold(page: Page, title: string): Promise<void> {
  await page.locator('summary').filter({ hasText: title }).click();
}

async function type(page: Page, name: string | RegExp, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name });
  await box.fill(text);
  await box.blur();
}

const lookUp = 'Verzeichnis-ID (Mandant) bei Microsoft nachschlagen';
const dryRunAnswer = 'Was ist dort am Ende erschienen?';
const encode = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
const token = `${encode({ alg: 'none' })}.${encode({ roles: ['Mail.Send'] })}.bWFkZS11cA`;
const testPage = `/cmxorganize/sign-in-test/${fragment(otherValues.cmxorganize)}`;

interface Tool {
  readonly tool: string;
  readonly address: string;
  /** The script that does not arrive. */
  readonly part: RegExp;
  /** The reader's action that loads it; none if it is loaded with the page. */
  readonly act?: (page: Page) => Promise<void>;
  /** An element that shows that it has arrived. */
  readonly arrived: (page: Page) => Locator;
}

const tools: readonly Tool[] = [
  {
    tool: 'a value field',
    address: '/ipm-cloud/register-app/',
    part: /\/read-value\./,
    act: (page) => type(page, 'Verzeichnis-ID (Mandant)', 'nichts'),
    arrived: (page) => page.locator('lotse-value-field .problems:visible'),
  },
  {
    tool: 'the check of a scope',
    address: '/bm/token-endpoint/',
    part: /\/scope-answer\./,
    act: (page) => type(page, 'Scope prüfen', 'nichts'),
    arrived: (page) => page.locator('lotse-paste-check .findings > li').first(),
  },
  {
    tool: 'the check of an endpoint',
    address: '/bm/token-endpoint/',
    part: /\/endpoint-answer\./,
    act: (page) => type(page, 'Endpunkt-URL prüfen', 'nichts'),
    arrived: (page) => page.locator('lotse-paste-check .findings > li').first(),
  },
  {
    tool: 'both checks themselves',
    address: '/bm/token-endpoint/',
    part: /\/paste-check\.element\./,
    arrived: (page) => field(page, 'Scope prüfen'),
  },
  {
    tool: 'the check of a form',
    address: '/flowfact/first-account/',
    part: /\/form-answer\./,
    act: (page) => page.locator('lotse-paste-check textarea').fill('Server: nichts'),
    arrived: (page) => page.locator('lotse-paste-check .findings > li').first(),
  },
  {
    tool: 'the check of a server',
    address: '/bm/in-the-product/',
    part: /\/paste-check\.element\./,
    arrived: (page) => page.locator('lotse-paste-check').getByRole('textbox').first(),
  },
  {
    tool: 'the check of a secret',
    address: '/ipm-cloud/client-secret/',
    part: /\/secret-check\.element\./,
    arrived: (page) => page.locator('lotse-secret-check input'),
  },
  {
    tool: 'the box itself',
    address: '/bm/check/',
    part: /\/ask\.element\./,
    arrived: (page) => page.locator('main lotse-ask:defined'),
  },
  {
    tool: 'the rules of the box',
    address: '/errors/',
    part: /\/ask-tools\./,
    act: (page) => page.locator('lotse-ask textarea').fill('AADSTS50011'),
    arrived: (page) => page.locator('[data-lotse-found] article').first(),
  },
  {
    tool: 'the index of the box',
    address: '/errors/',
    part: /\/search\.|\/de\.[^/]*\.js/,
    act: (page) => page.locator('lotse-ask textarea').fill('abgelaufen'),
    arrived: (page) => page.locator('.hits a').first(),
  },
  {
    tool: 'a collapsed box',
    address: '/ipm-cloud/register-app/',
    part: /\/folded\.element\./,
    arrived: (page) => page.locator('summary').filter({ hasText: lookUp }),
  },
  {
    tool: 'a collapsed look-up',
    address: '/ipm-cloud/register-app/',
    part: /\/tenant-look-up\.element\./,
    act: (page) => unfold(page, lookUp),
    arrived: (page) => page.getByRole('button', { name: 'Bei Microsoft nachschlagen' }),
  },
  {
    tool: 'the rules of a look-up',
    address: '/ipm-cloud/register-app/',
    part: /\/tenant-look-up\.[^.]+\.js/,
    act: async (page) => {
      await unfold(page, lookUp);
      await type(page, /^Mailadresse oder Domäne/, 'Muster GmbH');
      await page.getByRole('button', { name: 'Bei Microsoft nachschlagen' }).click();
    },
    arrived: (page) => page.getByRole('main').getByText('Das ist weder'),
  },
  {
    tool: 'a collapsed dry run',
    address: testPage,
    part: /\/dry-run\.element\./,
    act: (page) => unfold(page, 'Probelauf vorbereiten'),
    arrived: (page) => page.getByRole('textbox', { name: dryRunAnswer }),
  },
  {
    tool: 'the rules of a dry run',
    address: testPage,
    part: /\/dry-run-rules\./,
    act: async (page) => {
      await unfold(page, 'Probelauf vorbereiten');
      await type(page, dryRunAnswer, 'AADSTS50011: The redirect URI does not match.');
    },
    arrived: (page) => page.locator('lotse-dry-run .findings > li').first(),
  },
  {
    tool: 'a collapsed token reader',
    address: '/ipm-cloud/token-check/',
    part: /\/token-reader\.element\./,
    act: (page) => unfold(page, 'Feld für ein Token öffnen'),
    arrived: (page) => page.getByRole('textbox', { name: 'Token lesen' }),
  },
  {
    tool: 'the rules of a token reader',
    address: '/ipm-cloud/token-check/',
    part: /\/token-reader\.[^.]+\.js/,
    act: async (page) => {
      await unfold(page, 'Feld für ein Token öffnen');
      await type(page, 'Token lesen', token);
    },
    arrived: (page) => page.locator('lotse-token-reader .findings > li').first(),
  },
  {
    tool: 'the test sign-in itself',
    address: testPage,
    part: /\/sign-in-test\.element\./,
    arrived: (page) => page.getByRole('button', { name: 'Test vorbereiten' }),
  },
  {
    tool: 'the script of a test sign-in',
    address: '/ipm-cloud/sign-in-test/',
    part: /\/sign-in-run\./,
    act: async (page) => {
      // From now on the element responds to a choice.
      await expect(page.getByRole('button', { name: 'Test vorbereiten' })).toBeVisible();
      await page.locator('lotse-sign-in-test select').evaluate((select: HTMLSelectElement) => {
        select.value = 'us-government';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    },
    arrived: (page) => page.getByText('öffnet sich ein Fenster von login.microsoftonline.us'),
  },
  {
    tool: 'the notice of a link',
    address: `/ipm-cloud/register-app/${fragment(everyValue)}`,
    part: /\/link-notice\.element\./,
    arrived: (page) => page.getByRole('button', { name: 'Behalten', exact: true }),
  },
  {
    tool: 'the reader of link values',
    address: `/ipm-cloud/register-app/${fragment(everyValue)}`,
    part: /\/read-value\./,
    arrived: (page) => page.getByRole('button', { name: 'Behalten', exact: true }),
  },
];

/** Holds a script until `release` is called, and says when it was requested. */
async function hold(page: Page, part: RegExp) {
  const { promise: released, resolve } = Promise.withResolvers<undefined>();
  const asking = page.waitForRequest(part);
  await page.route(part, async (route) => {
    await released;
    await route.continue();
  });
  return {
    asking,
    release: () => {
      resolve(undefined);
    },
  };
}

/** The visible message about a part that is not there. */
function shown(page: Page, text: string | RegExp): Locator {
  return page.locator('p').filter({ hasText: text, visible: true }).locator('visible=true');
}

/** Records everything that the live region says, since each announcement replaces the last. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const region = document.getElementById('lotse-live');
      if (!region) return;
      new MutationObserver(() => {
        region.dataset['said'] = `${region.dataset['said'] ?? ''}${region.textContent}\n`;
      }).observe(region, { childList: true, characterData: true, subtree: true });
    });
  });
}

function aloud(page: Page): Locator {
  return page.locator('#lotse-live');
}

async function expectSaid(page: Page, text: string | RegExp): Promise<void> {
  await expect(aloud(page)).toHaveAttribute(
    'data-said',
    typeof text === 'string' ? new RegExp(text.replaceAll('.', '\\.')) : text,
  );
}

for (const { tool, address, part, act, arrived } of tools) {
  test(`${tool}: says within a second that it is loading, until it is there`, async ({ page }) => {
    await page.clock.install();
    await listen(page);
    const { asking, release } = await hold(page, part);
    await page.goto(address);
    await ready(page);
    await act?.(page);
    await asking;
    await page.clock.fastForward(1_000);
    await expect(shown(page, loading).first()).toBeVisible();
    await expectSaid(page, loading);
    await expect(arrived(page)).toBeHidden();
    release();
    await expect(arrived(page)).toBeVisible();
    await expect(page.getByText(loading)).toHaveCount(0, { timeout: 15_000 });
  });
}

test('leaving with typed text that is not stored yet makes the browser ask', async ({ page }) => {
  const { asking, release } = await hold(page, /\/read-value\./);
  await page.goto('/ipm-cloud/register-app/');
  const input = field(page, 'Verzeichnis-ID (Mandant)');
  await input.click();
  await page.keyboard.insertText(everyValue.tenantId);
  await asking;
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  release();
  await expect.poll(() => stored(page)).toContain(everyValue.tenantId);
  // Nothing is unsaved any more: the page closes without a prompt.
  const gone = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await gone;
});

test('a part that loads quickly is not announced as late', async ({ page }) => {
  await page.clock.install();
  const { asking, release } = await hold(page, /\/scope-answer\./);
  await page.goto('/bm/token-endpoint/');
  await expect(field(page, 'Scope prüfen')).toBeVisible();
  // From here on, time stands still on the page.
  await page.clock.pauseAt(Date.now() + 60_000);
  await type(page, 'Scope prüfen', 'nichts');
  await asking;
  release();
  await expect(page.locator('lotse-paste-check .findings > li').first()).toBeVisible();
  await page.clock.fastForward(5_000);
  await expect(page.getByText(loading)).toHaveCount(0);
  await expect(aloud(page)).not.toHaveText('');
});

test.describe('where a part fails', () => {
  test.use({ mayComplain: true });

  for (const { tool, address, part, act, arrived } of tools) {
    test(`${tool}: says so, to screen readers too, and a click tries again`, async ({ page }) => {
      await listen(page);
      await page.route(part, (route) => route.abort());
      await page.goto(address);
      await ready(page);
      await act?.(page);
      await expect(shown(page, failed).first()).toBeVisible();
      await expectSaid(page, failed);
      await expect(page.getByRole('main')).not.toContainText('Laden Sie die Seite neu');
      await expect(page.locator('main [aria-invalid=true]')).toHaveCount(0);
      await expect(arrived(page)).toBeHidden();
      await page.unroute(part);
      await page.getByRole('button', { name: again }).first().click();
      await expect(arrived(page)).toBeVisible();
      await expect(page.getByText(failed)).toHaveCount(0);
    });
  }

  for (const { tool, part, address, title, name, text, secret, answer } of [
    {
      tool: 'a dry run',
      part: /\/dry-run-rules\./,
      address: testPage,
      title: 'Probelauf vorbereiten',
      name: dryRunAnswer,
      text: 'https://www.muster.example/App%20E-Mailkonto/continue_oauth?code=1.AXoAmade-up',
      secret: '1.AXoAmade-up',
      answer: 'lotse-dry-run .findings > li',
    },
    {
      tool: 'a token reader',
      part: /\/token-reader\.[^.]+\.js/,
      address: '/ipm-cloud/token-check/',
      title: 'Feld für ein Token öffnen',
      name: 'Token lesen',
      text: token,
      secret: token.split('.')[1] ?? '',
      answer: 'lotse-token-reader .findings > li',
    },
  ]) {
    test(`${tool}: the text has left its field, is nowhere on the page, and is read later`, async ({
      page,
    }) => {
      await page.route(part, (route) => route.abort());
      await page.goto(address);
      await ready(page);
      await unfold(page, title);
      await type(page, name, text);
      await expect(shown(page, 'Ihr Text ist noch nicht gelesen').first()).toBeVisible();
      await expect(page.getByRole('textbox', { name })).toHaveValue('');
      expect(await wholePage(page)).not.toContain(secret);
      await page.unroute(part);
      await page.getByRole('button', { name: again }).click();
      await expect(page.locator(answer).first()).toBeVisible();
      await expect(page.getByText('noch nicht gelesen')).toHaveCount(0);
      expect(await wholePage(page)).not.toContain(secret);
    });
  }

  test('a token not yet read is dropped when everything is cleared', async ({ page }) => {
    await page.route(/\/token-reader\.[^.]+\.js/, (route) => route.abort());
    await page.goto('/ipm-cloud/token-check/');
    await ready(page);
    await unfold(page, 'Feld für ein Token öffnen');
    await type(page, 'Token lesen', token);
    await expect(page.getByRole('button', { name: again })).toBeVisible();
    await page.getByRole('button', { name: 'Alles leeren' }).click();
    await expect(page.getByRole('button', { name: again })).toHaveCount(0);
    await expect(shown(page, failed)).toHaveCount(0);
  });

  test('the retry button keeps the focus, and passes it on at the end', async ({ page }) => {
    const part = /\/read-value\./;
    await page.route(part, (route) => route.abort());
    await page.goto('/ipm-cloud/register-app/');
    await ready(page);
    await type(page, 'Verzeichnis-ID (Mandant)', everyValue.tenantId);
    const button = page.getByRole('button', { name: again });
    await button.focus();
    const asked = page.waitForEvent('requestfailed', (request) =>
      request.url().includes('/read-value.'),
    );
    await page.keyboard.press('Enter');
    await asked;
    await expect(button).toBeFocused();
    await expect(field(page, 'Verzeichnis-ID (Mandant)')).toHaveValue(everyValue.tenantId);
    await page.unroute(part);
    await page.keyboard.press('Enter');
    await expect(field(page, 'Verzeichnis-ID (Mandant)')).toBeFocused();
    await expect(aloud(page)).toContainText('übernommen');
  });
});
