/** Browser storage: accepted values, and nothing else that a reader typed or pasted. */

import type { Page } from '@playwright/test';
import { hostileTexts, secrets } from '../fixtures/hostile-texts.ts';
import { readNote } from '../../src/domain/values/note.ts';
import type { ValueRule } from '../../src/domain/guide/guide.ts';
import { readValue } from '../../src/domain/values/read-value.ts';
import {
  allPages,
  builtHtml,
  expect,
  field,
  openState,
  stored,
  test,
  forgetEverything,
} from './site.ts';

const note = 'Eigene Notiz (keine Kennwörter oder Clientschlüssel)';
const jwt = secrets[0] ?? '';

interface Kept {
  readonly definitions: readonly ValueRule[];
  /** Every text ever stored: values with their ids, and notes. */
  readonly values: readonly (readonly [id: string, text: string])[];
  readonly notes: readonly string[];
}

/** Types each text into every value field and the note, leaves each, and returns everything stored meanwhile. */
async function keptOf(page: Page, texts: readonly string[]): Promise<Kept> {
  return page.evaluate((all) => {
    const { guide } = JSON.parse(document.getElementById('lotse-page')?.textContent ?? '') as {
      readonly guide: { readonly id: string; readonly values: readonly ValueRule[] };
    };
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'lotse-value-field input, lotse-value-field textarea, lotse-task-state details textarea',
    );
    const read = (name: string): Readonly<Record<string, { text: string; note: string }>> =>
      JSON.parse(localStorage.getItem(`lotse-${name}:${guide.id}`) ?? '{}') as never;
    const values = new Map<string, readonly [string, string]>();
    const notes = new Set<string>();
    for (const text of all) {
      for (const one of fields) {
        one.value = text;
        one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
        one.dispatchEvent(new Event('change', { bubbles: true }));
      }
      for (const [id, entry] of Object.entries(read('values'))) {
        values.set(`${id} ${entry.text}`, [id, entry.text]);
      }
      for (const { note } of Object.values(read('tasks'))) notes.add(note);
    }
    return { definitions: guide.values, values: [...values.values()], notes: [...notes] };
  }, texts);
}

for (const guide of ['ipm-cloud', 'cmxorganize', 'flowfact', 'bm']) {
  test(`whatever is typed into the fields of ${guide}, only accepted values are stored`, async ({
    page,
  }) => {
    test.slow();
    expect(hostileTexts.length).toBeGreaterThan(200);
    const pages = allPages().filter(
      (address) =>
        address.startsWith(`/${guide}/`) &&
        address !== `/${guide}/all/` &&
        ['<lotse-value-field', '<lotse-task-state'].every((tag) =>
          builtHtml(address).includes(tag),
        ),
    );
    const today = new Date().toISOString().slice(0, 10);
    for (const address of pages) {
      await page.goto(address);
      await openState(page);
      // The readers of input are loaded once the first texts have an answer.
      const id = await page.locator('lotse-value-field').first().getAttribute('value');
      await page.locator('lotse-value-field input, lotse-value-field textarea').first().fill('@@');
      await expect(page.locator(`[data-lotse-row="${id ?? ''}"]`)).toHaveAttribute(
        'data-lotse-state',
        /invalid|known$/,
      );
      await page.locator('lotse-task-state details textarea').fill(jwt);
      await expect(page.locator('lotse-task-state [data-lotse-problems] li')).toBeVisible();
      const { definitions, values, notes } = await keptOf(page, hostileTexts);
      for (const [key, kept] of values) {
        const definition = definitions.find((one) => one.id === key);
        const reading = definition && readValue(definition, kept, { today });
        expect(reading?.ok && reading.value, key).toBe(kept);
      }
      for (const kept of notes) expect(kept === '' || readNote(kept).ok, kept).toBe(true);
      const all = JSON.stringify([values, notes]).toLowerCase();
      for (const secret of secrets.slice(0, 5)) {
        expect(all).not.toContain(secret.toLowerCase().slice(0, 16));
      }
    }
  });
}

for (const [index, secret] of secrets.entries()) {
  test(`secret ${String(index + 1)} in a note or a mailbox stays only in its field`, async ({
    page,
  }) => {
    await page.goto('/bm/register-app/');
    await openState(page);
    await field(page, note).fill(`Kennwort: ${secret}`);
    await expect(page.locator('lotse-task-state [data-lotse-problems] li')).toBeVisible();
    const client = field(page, 'Anwendungs-ID (Client)');
    await client.fill(secret);
    await client.press('Tab');
    await expect(client).toHaveAttribute('aria-invalid', 'true');
    expect(await stored(page)).not.toContain(secret.slice(0, 12));
    await page.reload();
    await expect(client).toHaveValue('');
    await openState(page);
    await expect(field(page, note)).toHaveValue('');
  });
}

test('a stored text that is now refused is removed as soon as it is read', async ({ page }) => {
  await page.goto('/bm/');
  await page.evaluate((token) => {
    const values = {
      clientId: { text: token, origin: 'typed' },
      tenantId: { text: '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615', origin: 'typed' },
    };
    localStorage.setItem('lotse-values:bm', JSON.stringify(values));
    const tasks = { 'register-app': { state: 'done', note: `Passwort: ${token}` } };
    localStorage.setItem('lotse-tasks:bm', JSON.stringify(tasks));
  }, jwt);
  await page.goto('/bm/register-app/');
  await expect(field(page, 'Verzeichnis-ID (Mandant)')).toHaveValue(/^3d6a1f80/);
  await openState(page);
  await expect.poll(() => stored(page)).not.toContain('eyJ');
  expect(await stored(page)).toContain('3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615');
  expect(await stored(page)).toContain('done');
});

test('two tabs type into two fields at once, and no character is lost', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto('/bm/register-app/');
  await other.goto('/bm/register-app/');
  const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
  const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
  const client = 'Anwendungs-ID (Client)';
  const tenant = 'Verzeichnis-ID (Mandant)';
  await Promise.all([
    field(page, client).pressSequentially(clientId, { delay: 15 }),
    field(other, tenant).pressSequentially(tenantId, { delay: 15 }),
  ]);
  await expect(field(page, client)).toHaveValue(clientId);
  await expect(field(other, tenant)).toHaveValue(tenantId);
  await expect(field(page, tenant)).toHaveValue(tenantId);
  await expect(field(other, client)).toHaveValue(clientId);
});

test('another tab leaves a focused field alone, which updates on blur', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto('/ipm-cloud/redirect-uris/');
  await other.goto('/ipm-cloud/redirect-uris/');
  await field(page, 'Ihre iPM-Cloud').fill('muster');
  await field(page, 'Ihre iPM-Cloud').press('Tab');
  await field(page, 'Ihre iPM-Cloud').focus();
  await expect(field(other, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await field(other, 'Ihre iPM-Cloud').fill('anders');
  await expect(page.locator('lotse-values-panel')).toContainText('anders');
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('muster');
  await field(page, 'Ihre iPM-Cloud').press('Tab');
  await expect(field(page, 'Ihre iPM-Cloud')).toHaveValue('anders');
});

test('a note that another tab has forgotten does not come back', async ({ page, context }) => {
  await page.goto('/ipm-cloud/redirect-uris/');
  await openState(page);
  await field(page, note).fill('Frau Muster ist ab Montag da');
  await expect.poll(() => stored(page)).toContain('Frau Muster');
  await field(page, note).focus();
  const other = await context.newPage();
  await other.goto('/ipm-cloud/redirect-uris/');
  await forgetEverything(other);
  await expect(field(page, note)).toHaveValue('');
  await field(page, note).pressSequentially('neu');
  await expect.poll(() => stored(page)).toContain('neu');
  expect(await stored(page)).not.toContain('Frau Muster');
});

test('a text pasted before the readers are loaded is marked in the panel too', async ({ page }) => {
  await page.goto('/bm/register-app/');
  await field(page, 'Anwendungs-ID (Client)').fill('abc');
  await field(page, 'Anwendungs-ID (Client)').press('Tab');
  await expect(page.locator('[data-lotse-row=clientId]')).toHaveAttribute(
    'data-lotse-state',
    'invalid',
  );
});
