/** The reader's progress: states and notes. For the whole walk through a guide, see walk.spec.ts. */

import {
  clipboard,
  expect,
  field,
  openState,
  openWith,
  redirectUrisPage,
  steps,
  stored,
  test,
  finishStep,
  wayOf,
} from './site.ts';

const note = 'Eigene Notiz (keine Kennwörter oder Clientschlüssel)';

test('„Erledigt, weiter“ marks the step done and goes on; the overview continues at the first open step', async ({
  page,
}) => {
  await page.goto('/ipm-cloud/');
  await expect(page.getByText('0 von 9 erledigt')).toBeVisible();
  await page.getByRole('link', { name: 'Mit dem ersten Schritt beginnen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Benutzer mit Postfach anlegen');
  await finishStep(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('App registrieren');
  await expect(page.getByText('1 von 9 erledigt')).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'Schritte' }).getByRole('listitem').first(),
  ).toContainText('erledigt');
  await page.getByRole('link', { name: 'Zurück', exact: true }).click();
  await openState(page);
  await expect(page.getByRole('radio', { name: 'erledigt' })).toBeChecked();

  await page.goto('/ipm-cloud/');
  await expect(page.getByText('1 von 9 erledigt')).toBeVisible();
  await page.getByRole('link', { name: 'Weiter mit Schritt 2: App registrieren' }).click();
  await expect(page).toHaveURL('/ipm-cloud/register-app/');
});

test('the overview continues at a step that was left out', async ({ page }) => {
  for (const step of ['mailbox-user', 'client-secret']) {
    await page.goto(`/ipm-cloud/${step}/`);
    await finishStep(page);
    await expect(page).not.toHaveURL(new RegExp(step));
  }
  await page.goto('/ipm-cloud/');
  await expect(page.getByText('2 von 9 erledigt')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Weiter mit Schritt 2: App registrieren' }),
  ).toBeVisible();
});

test('the overview of a finished guide says what was set up, what remains and what comes next', async ({
  page,
}) => {
  await page.goto('/ipm-cloud/');
  await expect(page.getByRole('heading', { name: 'Alle Schritte sind erledigt' })).toBeHidden();
  await page.evaluate((way) => {
    const done = way.map((step) => [step, { state: 'done', note: '' }]);
    localStorage.setItem('lotse-tasks:ipm-cloud', JSON.stringify(Object.fromEntries(done)));
    const expires = { text: `${String(new Date().getFullYear() + 1)}-06-15`, origin: 'typed' };
    const values = { clientId: { text: '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4', origin: 'typed' } };
    localStorage.setItem(
      'lotse-values:ipm-cloud',
      JSON.stringify({ ...values, secretExpires: expires }),
    );
  }, wayOf('ipm-cloud'));
  await page.reload();
  await page.getByRole('link', { name: 'Alles erledigt: so geht es weiter' }).click();
  const end = page.locator('#finished');
  await expect(end).toBeInViewport();
  await expect(end).toContainText('9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4');
  await expect(end).toContainText('Noch');
  await expect(end).toContainText('16. Mai');
  await expect(
    end.getByRole('link', { name: 'Einstellungen einfügen und prüfen' }),
  ).toHaveAttribute('href', '/ipm-cloud/check/');
  await expect(end.getByRole('link', { name: 'Zugriff auf ein Postfach begrenzen' })).toBeVisible();
});

test('the overview says who has which role, and where to look it up', async ({ page }) => {
  await page.goto('/ipm-cloud/');
  const row = (role: string) =>
    page.locator('.roles > div').filter({ has: page.getByText(role, { exact: true }) });
  await expect(row('Benutzeradministrator')).toContainText('Benutzer mit Postfach anlegen');
  await expect(row('Exchange-Administrator')).toContainText(
    'Zusätzlich: Zugriff auf ein Postfach begrenzen',
  );
  await page.getByText('Welche Rolle habe ich?').click();
  await expect(page.getByText('Zugewiesene Rollen')).toBeVisible();
});

test('states and notes are stored, announced, and shown on the overview in both languages', async ({
  page,
}) => {
  await page.goto(redirectUrisPage);
  await openState(page);
  await expect(page.getByRole('radio', { name: 'offen' })).toBeChecked();
  await page.getByRole('radio', { name: 'wartet auf Administrator' }).check();
  await expect(page.getByRole('status')).toHaveText('Stand gemerkt.');
  await field(page, note).fill('Frau Muster ist ab Montag da');
  await expect.poll(() => stored(page)).toContain('Frau Muster');
  await page.reload();
  await openState(page);
  await expect(page.getByRole('radio', { name: 'wartet auf Administrator' })).toBeChecked();
  await expect(field(page, note)).toHaveValue('Frau Muster ist ab Montag da');

  await page.goto('/ipm-cloud/');
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Umleitungs-URIs eintragen' }) });
  await expect(row).toContainText('wartet auf Administrator');
  await expect(row).toContainText('Frau Muster ist ab Montag da');
  await expect(page.getByText('0 von 9 erledigt')).toBeVisible();

  await page.goto(redirectUrisPage);
  await openState(page);
  await page.getByRole('radio', { name: 'nicht nötig' }).check();
  await page.goto('/en/ipm-cloud/');
  await expect(page.getByText('1 of 9 done')).toBeVisible();
  await expect(page.getByRole('main').getByText('not needed')).toBeVisible();
});

test('any step opens at any time, and the task list marks the current one', async ({ page }) => {
  await page.goto('/ipm-cloud/reminder/');
  const tasks = page.getByRole('navigation', { name: 'Schritte' });
  await expect(
    tasks.getByRole('link', { name: 'Ablauf des Schlüssels vormerken' }),
  ).toHaveAttribute('aria-current', 'step');
  await expect(tasks.getByRole('listitem')).toHaveCount(steps.length);
  await tasks.getByRole('link', { name: 'API-Berechtigungen erteilen' }).click();
  await expect(page).toHaveURL('/ipm-cloud/permissions/');
});

test('a step can be skipped, and stays open', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await page.getByRole('link', { name: 'Überspringen' }).click();
  await expect(page).toHaveURL('/ipm-cloud/token-settings/');
  await expect(page.getByText('0 von 9 erledigt')).toBeVisible();
});

test.describe('a step that somebody else does', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const button = 'An jemand anderen geben';
  const text = 'Text zum Weitergeben';

  test('is handed over as a text with a link that contains the values', async ({
    page,
    browser,
  }) => {
    await openWith(page, redirectUrisPage, { customerHost: 'muster', serverHost: 'srv042' });
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('status')).toContainText('Der Text ist kopiert.');
    const passedOn = await field(page, text).inputValue();
    expect(await clipboard(page)).toBe(passedOn);
    expect(passedOn).toContain('„Umleitungs-URIs eintragen“');
    expect(passedOn).toContain('Cloudanwendungsadministrator');
    const [link = ''] = /https?:\S+$/.exec(passedOn) ?? [];
    const other = await browser.newPage();
    await other.goto(link);
    expect(new URL(link).hash).toBe('#customerHost=muster&serverHost=srv042');
    await expect(field(other, 'Server Ihrer iPM-Cloud')).toHaveValue('srv042');
    await other.close();
  });

  test('is not handed over with unaccepted values from a link', async ({ page }) => {
    await page.goto(`${redirectUrisPage}#customerHost=muster`);
    await expect(page.getByRole('button', { name: 'Behalten' })).toBeVisible();
    await page.getByRole('button', { name: button }).click();
    await expect(page.locator('#lotse-link')).toBeFocused();
    await expect(field(page, text)).toBeHidden();
  });
});

test('the start page says how long each way is, as its overview does', async ({ page }) => {
  for (const [guide, extent] of [
    ['ipm-cloud', '9 Schritte, zusammen etwa 36 Minuten'],
    ['bm', '9 Schritte, zusammen etwa 40 Minuten'],
  ] as const) {
    await page.goto('/');
    const link = page.locator(`a[href="/${guide}/"]`);
    await expect(page.getByRole('listitem').filter({ has: link })).toContainText(extent);
    await page.goto(`/${guide}/`);
    await expect(page.getByText(extent)).toBeVisible();
  }
});
