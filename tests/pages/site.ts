/** Shared by all page tests: a test that fails on any browser error, and the site's pages. */

import {
  test as base,
  expect,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { wholeChromiumPath } from '../../scripts/chromium.mjs';

interface Options {
  /** For tests that provoke refusals: browser errors and requests to other origins are allowed. */
  readonly mayComplain: boolean;
}

/** A test in which no page may throw, log an error or make a request to another origin. */
export const test = base.extend<Options & { readonly quiet: undefined }>({
  mayComplain: [false, { option: true }],
  quiet: [
    async ({ context, baseURL, mayComplain }, use) => {
      const complaints = complaintsOf(context, baseURL ?? '');
      await use(undefined);
      if (!mayComplain) expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export * from './built.ts';

/** Collects errors, warnings and requests to other origins in a context from now on. */
export function complaintsOf(context: BrowserContext, origin: string): readonly string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => {
    const said = String(error.error());
    // The browser skips the transition between two pages if it is late, and reports that itself.
    if (!said.includes('Transition was aborted')) complaints.push(said);
  });
  context.on('console', (message) => {
    // The browser's own message about a missing page does not count.
    if (message.text().includes('status of 404')) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') complaints.push(`request: ${url.href}`);
  });
  return complaints;
}

/** What to launch a whole Chromium with, where the browser of most tests lacks something. */
export async function wholeChromium(): Promise<{ readonly executablePath?: string }> {
  const executablePath = await wholeChromiumPath();
  return executablePath === undefined ? {} : { executablePath };
}

/** The steps of iPM-Cloud in order. */
export const steps = [
  'mailbox-user',
  'register-app',
  'client-secret',
  'redirect-uris',
  'token-settings',
  'owner',
  'permissions',
  'in-the-product',
  'limit-access',
  'sign-in-test',
  'token-check',
  'reminder',
] as const;

/** The steps of the other guides in order, with all branches. */
export const stepsOf = {
  'ipm-cloud': steps,
  cmxorganize: [
    'register-app',
    'redirect-uris',
    'client-secret',
    'permissions',
    'smtp-auth',
    'sign-in-test',
    'in-the-product',
    'first-account',
    'token-check',
    'reminder',
  ],
  flowfact: [
    'requirements',
    'register-app',
    'client-secret',
    'redirect-uris',
    'public-client-flows',
    'permissions',
    'smtp-auth',
    'sign-in-test',
    'accounts',
    'in-the-product',
    'folders',
    'first-account',
    'distribute',
    'user-sign-in',
    'restart',
    'token-check',
    'reminder',
  ],
  bm: [
    'client-type',
    'register-app',
    'public-client-flows',
    'client-secret',
    'permissions',
    'token-endpoint',
    'smtp-auth',
    'sign-in-test',
    'in-the-product',
    'security-defaults',
    'token-check',
    'reminder',
  ],
} as const;

const besideTheWay: readonly string[] = [
  'limit-access',
  'sign-in-test',
  'token-check',
  'security-defaults',
];

/** The required steps of a guide in order, with all branches. */
export function wayOf(guide: keyof typeof stepsOf): readonly string[] {
  return stepsOf[guide].filter((step) => !besideTheWay.includes(step));
}

/** The steps of bm for a public client, without a secret. */
export const publicWay = wayOf('bm').filter(
  (step) => step !== 'client-secret' && step !== 'reminder',
);

export const redirectUrisPage = '/ipm-cloud/redirect-uris/';
export const clientSecretPage = '/ipm-cloud/client-secret/';
export const registerPage = '/ipm-cloud/register-app/';

/** The four redirect URIs of `muster` on `srv042`, in the vendor's order. */
export const fourUris = [
  'https://muster.ipmcloud.de',
  'https://muster.ipmcloud.de/',
  'https://srv042.ipmcloud.de',
  'https://srv042.ipmcloud.de/',
] as const;

/** A made-up value for every field of the guide, as in a link. */
export const everyValue = {
  mailbox: 'ipm+versand@muster.example',
  customerHost: 'muster',
  serverHost: 'srv042',
  tenantId: '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
  clientId: '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
  enterpriseObjectId: '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9',
} as const;

/** The longest values that are accepted. */
export const longestValues = {
  mailbox: `${'m'.repeat(64)}@${'d'.repeat(63)}.${'e'.repeat(40)}.example`,
  customerHost: 'k'.repeat(63),
  serverHost: 's'.repeat(63),
  tenantId: everyValue.tenantId,
  clientId: everyValue.clientId,
  enterpriseObjectId: everyValue.enterpriseObjectId,
} as const;

/** Made-up values for the fields of the other guides. */
export const otherValues = {
  cmxorganize: {
    instanceHost: 'www.muster.example',
    organisation: 'Muster GmbH',
    tenantId: everyValue.tenantId,
    clientId: everyValue.clientId,
    mailbox: 'post@muster.example',
    mailboxes: 'post@muster.example, rechnung@muster.example',
  },
  flowfact: {
    tenantId: everyValue.tenantId,
    clientId: everyValue.clientId,
    mailbox: 'makler@muster.example',
    mailboxes: 'makler@muster.example, verkauf@muster.example',
  },
  bm: {
    tenantId: everyValue.tenantId,
    clientId: everyValue.clientId,
    mailbox: 'buchhaltung@muster.example',
    mailboxes: 'buchhaltung@muster.example, einkauf@muster.example',
  },
} as const;

/** Values as the fragment of a link. */
export function fragment(values: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(values).map(([key, text]) => `${key}=${encodeURIComponent(text)}`);
  return `#${pairs.join('&')}`;
}

/** Opens a page by a link with values and accepts them. */
export async function openWith(
  page: Page,
  address: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(`${address}${fragment(values)}`);
  await page.locator('lotse-link-notice .row button').first().click();
  await expect(page.locator('lotse-link-notice')).toBeHidden();
}

/** The generated lines of redirect URIs, each with its button; not those in pictures. */
export function uriLines(page: Page): Locator {
  const uri = page.getByRole('code').filter({ hasText: /^\s*https:\/\/\S+\.ipmcloud\.de\/?\s*$/ });
  return page.locator('lotse-redirect-uris').getByRole('listitem').filter({ has: uri });
}

/** The field for one of the reader's values. */
export function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** Types a text into a field, leaves it, and waits until the browser keeps it. */
export async function enterText(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).press('Tab');
  await expect.poll(() => stored(page)).toContain(JSON.stringify(text));
}

/** One option of a choice. */
export function option(page: Page, name: string | RegExp): Locator {
  return page.getByRole('radio', { name });
}

/** The position line of a step. */
export function position(page: Page): Locator {
  return page.getByRole('article').getByText(/^Schritt \d+ von \d+$/);
}

/** Opens the menu of labels, brightness and language. */
export async function openMenu(page: Page): Promise<void> {
  await ready(page);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^(Ansicht|View|Affichage)$/ })
    .click();
  await expect(page.locator('header lotse-preference-switch input:checked')).toHaveCount(2);
}

/** Chooses a language of labels or a brightness by its word. */
export async function chooseView(page: Page, word: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('radio', { name: word, exact: true }).check();
  await page.keyboard.press('Escape');
}

/** The value chosen of `theme` or `labels`. */
export function chosenView(page: Page, name: 'theme' | 'labels'): Locator {
  return page.locator(`lotse-preference-switch[preference=${name}] input:checked`);
}

/** Waits until the scripts have filled the page. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => customElements.get('lotse-values-panel') !== undefined);
}

/** Opens every collapsed part, even those of which only one can be open at a time. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      details.removeAttribute('name');
      details.open = true;
    }
  });
}

/** The row of a value in the panel beside the step. */
export function panelRow(page: Page, name: string): Locator {
  const titles = [`${name} eintragen oder ändern`, `Enter or change ${name}`];
  const pen = page.locator(titles.map((title) => `.pen[title="${title}"]`).join(', '));
  return page.locator('lotse-values-panel dl > div').filter({ has: pen });
}

/** Expects a value in the panel; an empty one is missing there. */
export async function expectPanelValue(page: Page, name: string, text: string): Promise<void> {
  const row = panelRow(page, name);
  await expect(row).toHaveAttribute('data-lotse-state', text === '' ? 'missing' : /known|link/);
  await expect(row.locator('code')).toHaveText(text);
}

/** Marks the step as done and goes on, whatever values it still lacks. */
export async function finishStep(page: Page): Promise<void> {
  const done = page.locator('[data-lotse-done]');
  const before = page.url();
  await done.click();
  await expect
    .poll(
      async () => page.url() !== before || (await page.locator('[data-lotse-lacking]').isVisible()),
    )
    .toBe(true);
  if (page.url() === before) await done.click();
}

/** Forgets everything of all customers, by the dialogue of customers. */
export async function forgetEverything(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Wechseln oder vergessen' }).click();
  await page.getByRole('button', { name: 'Alles vergessen' }).click();
  await page.getByRole('button', { name: 'Ja, entfernen' }).click();
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** The text on the browser's clipboard. */
export async function clipboard(page: Page): Promise<string> {
  return page.evaluate(async () => navigator.clipboard.readText());
}

/** Everything this site stores in the browser, as one text. */
export async function stored(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat().join('\n'),
  );
}

/** The keys under which this site stores something. */
export async function storedNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('lotse-')));
}

/** The whole content of the page: markup with attributes, and field values. */
export async function wholePage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    const state = JSON.stringify([history.state, document.title, location.href, window.name]);
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value), state].join(
      '\n',
    );
  });
}

/** Opens the state and the note of a step. */
export async function openState(page: Page): Promise<void> {
  await page
    .locator('summary')
    .filter({ hasText: /^\s*(Stand dieses Schritts|Status of this step)\s*$/ })
    .click();
}

/** Follows the skip link from the top of the page to its content. */
export async function skipToContent(page: Page): Promise<void> {
  await ready(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}

/** How many links and buttons stand between the focus and an element: at least as many presses are needed. */
function stopsBefore(element: Node): number {
  const { activeElement: focus } = document;
  // Tab may go on from where the focus was lost.
  if (focus === null || focus === document.body) return 0;
  const stops = document.querySelectorAll<HTMLElement>('a[href], button:enabled');
  return [...stops].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.closest('[inert], [popover]') &&
      stop.checkVisibility({ visibilityProperty: true }) &&
      (stop.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0 &&
      (focus.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
  ).length;
}

/** Presses Tab until an element has the focus, as a reader without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  // Found once: finding it by its name takes longer than a press.
  const found = await target.elementHandle();
  for (let presses = 0; presses < 150;) {
    if (await found.evaluate((element) => element === document.activeElement)) return;
    const needed = Math.max(1, await found.evaluate(stopsBefore));
    for (let press = 0; press < needed; press += 1) await page.keyboard.press('Tab');
    presses += needed;
  }
  throw new Error(`150 presses of Tab do not lead to ${String(target)}`);
}
