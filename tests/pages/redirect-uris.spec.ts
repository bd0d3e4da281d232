/** The redirect URIs of iPM-Cloud (IPM-08): four lines with copy buttons, and refused inputs with their reasons. */

import {
  clipboard,
  expect,
  field,
  fourUris,
  openWith,
  redirectUrisPage,
  test,
  uriLines,
} from './site.ts';

const hosts = { customerHost: 'muster', serverHost: 'srv042' };

test.describe('with the clipboard allowed', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('an administrator copies the four redirect URIs, one by one and all at once', async ({
    page,
  }) => {
    await openWith(page, redirectUrisPage, hosts);
    const lines = uriLines(page);
    await expect(lines.getByRole('code')).toHaveText([...fourUris]);
    for (const [index, uri] of fourUris.entries()) {
      await lines.nth(index).getByRole('button', { name: 'Kopieren' }).click();
      await expect(page.getByRole('status')).toHaveText('Kopiert');
      expect(await clipboard(page)).toBe(uri);
    }
    await page.getByRole('button', { name: 'Alle kopieren' }).click();
    await expect(page.getByRole('button', { name: 'Kopiert' }).last()).toBeVisible();
    expect(await clipboard(page)).toBe(fourUris.join('\n'));
  });

  test('the copy button confirms the copy, then shows its label again', async ({ page }) => {
    await openWith(page, redirectUrisPage, hosts);
    const all = page.locator('.after-lines').getByRole('button');
    await all.click();
    await expect(all).toHaveText('Kopiert');
    await expect(all).toHaveText('Alle kopieren');
  });
});

test('if the browser refuses the clipboard, the text is selected and the page says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await openWith(page, redirectUrisPage, hosts);
  await uriLines(page).nth(2).getByRole('button').click();
  await expect(page.getByRole('status')).toHaveText(
    'Der Browser erlaubt das Kopieren nicht. Der Text ist markiert: Drücken Sie Strg+C (am Mac Cmd+C).',
  );
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(fourUris[2]);
});

test('a pasted address is read, normalised and its changes are said', async ({ page }) => {
  await page.goto(redirectUrisPage);
  await field(page, 'Server Ihrer iPM-Cloud').fill('srv042');
  const customer = field(page, 'Ihre iPM-Cloud');
  await customer.fill('HTTPS://Muster.iPMCloud.de/start ');
  await customer.press('Tab');
  await expect(customer).toHaveValue('muster');
  await expect(uriLines(page).getByRole('code')).toHaveText([...fourUris]);
  for (const note of [
    'Leerzeichen am Rand entfernt.',
    '„https://“ entfernt.',
    '„/start“ am Ende entfernt.',
    'In Kleinbuchstaben geschrieben.',
    '„.ipmcloud.de“ entfernt, das steht schon im Muster.',
  ]) {
    await expect(page.getByText(note, { exact: true })).toBeVisible();
    await expect(page.getByRole('status')).toContainText(note);
  }
  await expect(customer).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByRole('status')).toContainText('Ihre iPM-Cloud: übernommen.');
});

test('before the values are known, lines are patterns without copy buttons, and missing values are named', async ({
  page,
}) => {
  await page.goto(redirectUrisPage);
  await expect(
    page.getByText('Es fehlt noch: Ihre iPM-Cloud, Server Ihrer iPM-Cloud.'),
  ).toBeVisible();
  await expect(uriLines(page).getByRole('code')).toHaveText([
    'https://[MEINE].ipmcloud.de',
    'https://[MEINE].ipmcloud.de/',
    'https://[SRVXX].ipmcloud.de',
    'https://[SRVXX].ipmcloud.de/',
  ]);
  await expect(uriLines(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Alle kopieren' })).toBeHidden();

  await field(page, 'Ihre iPM-Cloud').fill('muster');
  await expect(page.getByText('Es fehlt noch: Server Ihrer iPM-Cloud.')).toBeVisible();
  await expect(uriLines(page).getByRole('button')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Alle kopieren' })).toBeHidden();

  await field(page, 'Server Ihrer iPM-Cloud').fill('srv042');
  await expect(uriLines(page).getByRole('button')).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Alle kopieren' })).toBeVisible();
  await expect(page.getByText('Es fehlt noch:')).toBeHidden();

  await field(page, 'Ihre iPM-Cloud').fill('');
  await expect(uriLines(page).getByRole('code').first()).toHaveText('https://[MEINE].ipmcloud.de');
});

const bad: readonly (readonly [text: string, sentence: string])[] = [
  [
    'müller',
    '„müller“ enthält Umlaute oder andere Buchstaben außerhalb von a bis z. Microsoft nimmt solche Namen nicht als Umleitungs-URI an. Fragen Sie den Hersteller nach einem Namen ohne Umlaut.',
  ],
  [
    'xn--mller-kva',
    '„xn--mller-kva“ ist die Umschrift eines Namens mit Umlaut. Microsoft weist auch diese Form zurück. Fragen Sie den Hersteller nach einem Namen ohne Umlaut.',
  ],
  [
    'muster.de',
    '„muster.de“ gehört nicht zu ipmcloud.de. Tragen Sie den Teil ein, der in Ihrer Adresszeile vor „.ipmcloud.de“ steht.',
  ],
  [
    '-x',
    '„-x“ beginnt oder endet mit einem Bindestrich. Das gibt es bei solchen Namen nicht. Vergleichen Sie mit der Adresszeile.',
  ],
  [
    'a_b',
    '„a_b“ enthält einen Unterstrich. In solchen Namen sind nur Buchstaben, Ziffern und Bindestriche erlaubt.',
  ],
  [
    'k'.repeat(70),
    'Ein Teil des Namens hat 70 Zeichen, höchstens 63 sind möglich. Kopieren Sie den Namen aus der Adresszeile.',
  ],
  [
    'muster🙂',
    '„🙂“ ist ein Bildzeichen. Tragen Sie den Namen mit Buchstaben, Ziffern und Bindestrichen ein.',
  ],
  [
    'javascript:alert(1)',
    '„javascript:“ ist keine Webadresse. Tragen Sie nur den Namen ein, der in der Adresszeile nach „https://“ steht.',
  ],
];

for (const [text, sentence] of bad) {
  test(`„${text.slice(0, 20)}“ is refused with its own message, and stays in the field`, async ({
    page,
  }) => {
    await page.goto(redirectUrisPage);
    await field(page, 'Server Ihrer iPM-Cloud').fill('srv042');
    const customer = field(page, 'Ihre iPM-Cloud');
    await customer.pressSequentially(text);
    await expect(customer).toHaveAttribute('aria-invalid', 'false');
    await customer.press('Tab');

    const problem = page.getByText(sentence, { exact: true });
    await expect(problem).toBeVisible();
    await expect(customer).toHaveValue(text);
    await expect(customer).toHaveAttribute('aria-invalid', 'true');
    await expect(customer).toHaveAccessibleDescription(new RegExp(escaped(sentence)));
    await expect(page.getByRole('status')).toContainText(sentence);
    await expect(uriLines(page).getByRole('code').first()).toHaveText(
      'https://[MEINE].ipmcloud.de',
    );
    await expect(uriLines(page).getByRole('button')).toHaveCount(2);

    await customer.press('End');
    await customer.pressSequentially('x');
    await expect(problem).toBeHidden();
    await expect(customer).toHaveAttribute('aria-invalid', 'false');

    await page.reload();
    await expect(field(page, 'Server Ihrer iPM-Cloud')).toHaveValue('srv042');
    await expect(customer).toHaveValue('');
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
