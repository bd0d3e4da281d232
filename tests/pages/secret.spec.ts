/** The field that checks a secret: nothing typed there appears anywhere else. */

import { test as base, type Page, type Request } from '@playwright/test';
import fc from 'fast-check';
import {
  clientSecretPage,
  clipboard,
  expect,
  field,
  finishStep,
  openState,
  test,
  wholeChromium,
} from './site.ts';

const name = 'Wert des Clientschlüssels prüfen';

/** Sampled with a fixed seed, so that failures are reproducible. */
const secrets: readonly string[] = [
  ...fc.sample(fc.stringMatching(/^[\w~.-]{3}\dQ~[\w~.-]{31,34}$/), { numRuns: 3, seed: 7 }),
  ...fc.sample(fc.stringMatching(/^[A-Za-z0-9+/]{42}[A-Za-z0-9]=$/), { numRuns: 2, seed: 7 }),
  ...fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 20, maxLength: 50 }), {
    numRuns: 2,
    seed: 7,
  }),
];

/** Everything in the page, its storage and its requests, except the field itself. */
async function traces(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().map((attribute) => element.getAttribute(attribute)),
    );
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
      (input) => input.labels?.[0]?.textContent.trim() !== 'Wert des Clientschlüssels prüfen',
    );
    return [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases),
      document.cookie,
      document.title,
      location.href,
      window.name,
      JSON.stringify(history.state),
      ...attributes,
      document.documentElement.textContent,
      ...fields.map(({ value }) => value),
    ].join('\n');
  });
  return inPage + JSON.stringify(await page.context().cookies());
}

test.describe('a secret', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const [index, secret] of secrets.entries()) {
    test(`typed into the field leaves no trace (sample ${String(index + 1)})`, async ({ page }) => {
      const told: string[] = [];
      const tell = (request: Request) =>
        told.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
      page.on('request', tell);
      page.on('console', (message) => told.push(message.text()));

      await page.goto(clientSecretPage);
      const input = field(page, name);
      await input.pressSequentially(secret);
      await input.press('Tab');
      await expect(page.locator('lotse-secret-check').getByRole('listitem').first()).toBeVisible();
      await page.getByRole('button', { name: 'Anzeigen' }).click();
      await expect(input).toHaveValue(secret);
      await field(page, 'Ablauf des geheimen Clientschlüssels').fill('31.12.2027');
      await openState(page);
      await page.getByRole('radio', { name: 'erledigt' }).check();
      await page.getByRole('button', { name: 'Link mit diesen Werten' }).click();
      await expect(page.getByRole('button', { name: 'Kopiert', exact: true })).toBeVisible();

      const everything = [await traces(page), await clipboard(page), ...told].join('\n');
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(secret.slice(0, 12));
      expect(everything).not.toContain(encodeURIComponent(secret));

      await finishStep(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Umleitungs-URIs eintragen');
      const after = [await traces(page), ...told].join('\n');
      expect(after).not.toContain(secret.slice(0, 12));
    });
  }
});

test('the secret’s ID in place of its value is reported (IPM-07)', async ({ page }) => {
  await page.goto(clientSecretPage);
  const input = field(page, name);
  await input.fill('3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615');
  await input.press('Tab');
  const sentence = 'Das ist die „Geheime ID“, nicht der „Wert“. Der Wert wird nur einmal gezeigt.';
  await expect(page.getByRole('main').getByText(sentence)).toBeVisible();
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(/„Geheime ID“, nicht der „Wert“/);
  await expect(page.getByRole('status')).toContainText(sentence);
  await input.pressSequentially('x');
  await expect(input).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByText(sentence, { exact: true })).toBeHidden();
});

const forms: readonly (readonly [text: string, sentence: string, valid: boolean])[] = [
  [
    `Xy78Q~${'a'.repeat(34)}`,
    'Die Form stimmt: So sehen die Werte aus, die Microsoft heute ausgibt.',
    true,
  ],
  [
    ` Xy78Q~${'a'.repeat(34)} `,
    'Am Rand stehen Leerzeichen. Fügen Sie den Wert im Programm ohne sie ein.',
    true,
  ],
  [`${'b'.repeat(43)}=`, 'Microsofts heutige Werte sehen anders aus.', true],
  [`Xy78Q~${'a'.repeat(12)}`, 'Der Anfang passt, aber es fehlen Zeichen am Ende.', false],
  ['kurz', 'Mit 4 Zeichen ist der Text zu kurz für einen Clientschlüssel.', false],
  ['Xy7*****************', 'Das ist die verdeckte Anzeige mit Sternchen.', false],
];

test('only the format of a secret is judged', async ({ page }) => {
  await page.goto(clientSecretPage);
  const input = field(page, name);
  for (const [text, sentence, valid] of forms) {
    await input.fill(text);
    await input.press('Tab');
    await expect(page.locator('lotse-secret-check')).toContainText(sentence);
    await expect(input).toHaveAttribute('aria-invalid', String(!valid));
    await page.getByRole('button', { name: 'Feld leeren' }).click();
    await expect(input).toHaveValue('');
    await expect(input).toBeFocused();
    await expect(page.getByRole('status')).toHaveText('Das Feld ist leer.');
    await expect(page.locator('lotse-secret-check')).not.toContainText(sentence);
  }
});

test('the secret is hidden until the reader shows it', async ({ page }) => {
  await page.goto(clientSecretPage);
  const input = field(page, name);
  await expect(input).toHaveAttribute('type', 'password');
  await expect(input).toHaveAttribute('autocomplete', 'off');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(input).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Verbergen' }).click();
  await expect(input).toHaveAttribute('type', 'password');
  await expect(page.getByRole('button', { name: 'Anzeigen' })).toBeVisible();
});

async function leaveAndComeBack(page: Page): Promise<void> {
  await page.goto(clientSecretPage);
  const input = page.getByRole('textbox', { name });
  await input.fill(`Xy78Q~${'a'.repeat(34)}`);
  await input.press('Tab');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await finishStep(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Umleitungs-URIs eintragen');
  // A page restored from the cache fires no load event, so only the address can be awaited.
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Geheimen Clientschlüssel erstellen',
  );
  await expect(input).toHaveValue('');
  await expect(input).toHaveAttribute('type', 'password');
  await expect(page.locator('lotse-secret-check')).not.toContainText('Die Form stimmt');
}

test('the field is empty when the reader leaves the page and comes back, or reloads it', async ({
  page,
}) => {
  await leaveAndComeBack(page);
  await field(page, name).fill('Xy78Q~noch-da');
  await page.reload();
  await expect(field(page, name)).toHaveValue('');
});

/** A browser with the back/forward cache, which readers' browsers have and Playwright's disables. */
const withPageCache = base.extend<object, { readonly pageCache: undefined }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({
        ...launchOptions,
        ...(await wholeChromium()),
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
    },
    { scope: 'worker' },
  ],
});

withPageCache(
  'the field is empty too where the browser brings the left page back as it was',
  async ({ page }) => {
    await page.addInitScript(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.classList.toggle('brought-back', persisted);
      });
    });
    await leaveAndComeBack(page);
    await expect(page.locator('html')).toHaveClass(/brought-back/);
  },
);
