/** Checks of texts from the product: each fault has its message and the corrected text, and nothing pasted is sent. */

import type { Locator, Page, Request } from '@playwright/test';
import { allPages, builtHtml, clipboard, expect, field, stored, test, wholePage } from './site.ts';

const tenant = '7a2f94c1-3e58-4b06-9d17-e40b85c6f32a';
const otherTenant = '6b29fc40-ca47-1067-b31d-00dd010662da';
const endpoint = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
const endpointPage = '/bm/token-endpoint/';
const endpointName = 'Endpunkt-URL prüfen';
const scopeName = 'Scope prüfen';

/** The check around a field: its findings and the corrected text. */
function checkOf(page: Page, name: string): { findings: Locator; corrected: Locator } {
  const check = page.locator('lotse-paste-check').filter({ has: field(page, name) });
  return {
    findings: check.locator('.findings > li'),
    corrected: check.locator('[data-lotse-corrected]'),
  };
}

async function enterTenant(page: Page): Promise<void> {
  await page.goto(`${endpointPage}#tenantId=${tenant}`);
  await page.getByRole('button', { name: 'Behalten', exact: true }).click();
}

const onlyTenant = 'Das ist nur die Verzeichnis-ID. Gebraucht wird die ganze Adresse.';
const blank =
  'Vor „/oauth2/v2.0/token“ steht ein Leerzeichen. So steht es auch im Beispiel des Herstellers, es gehört aber nicht hinein.';
const common =
  '„common“ steht für viele Mandanten. Eine App nur für Ihre Organisation wird so abgelehnt (AADSTS50194). Setzen Sie Ihre Verzeichnis-ID ein.';
const v1 =
  'Das ist die Adresse der Version 1. Dieses Programm braucht Version 2, mit „/oauth2/v2.0/token“.';
const differs = `In der Adresse steht der Mandant „${otherTenant}“, Ihrer ist „${tenant}“.`;

const endpoints: readonly (readonly [
  description: string,
  text: string,
  sentences: readonly string[],
  corrected: string | undefined,
])[] = [
  ['the right address', endpoint, ['Diese Endpunkt-URL stimmt.'], undefined],
  [
    'the vendor’s sample with its blank (BM-05)',
    `https://login.microsoftonline.com/${otherTenant} /oauth2/v2.0/token`,
    [differs, blank],
    endpoint,
  ],
  ['the own tenant with that blank', endpoint.replace('/oauth2', ' /oauth2'), [blank], endpoint],
  ['`common`', endpoint.replace(tenant, 'common'), [common], endpoint],
  ['v1', endpoint.replace('/v2.0', ''), [v1], endpoint],
  [
    '`common` and v1',
    'https://login.microsoftonline.com/common/oauth2/token',
    [common, v1],
    endpoint,
  ],
  [
    'a mixture in the path',
    endpoint.replace('oauth2/v2.0', 'v2.0/oauth2'),
    ['„/v2.0/oauth2/token“ mischt Version 1 und Version 2.'],
    endpoint,
  ],
  [
    'a mixture in the query',
    `${endpoint}?resource=https://outlook.office365.com`,
    [
      '„resource=https://outlook.office365.com“ mischt Version 1 und Version 2.',
      'Am Rand steht zu viel: „?resource=https://outloo…“.',
    ],
    endpoint,
  ],
  ['another tenant', endpoint.replace(tenant, otherTenant), [differs], endpoint],
  ['only the tenant ID', tenant, [onlyTenant], endpoint],
  ['only another tenant’s ID', otherTenant, [onlyTenant, differs], endpoint],
  [
    'the address for signing in',
    endpoint.replace('token', 'authorize'),
    ['Diese Adresse hat einen anderen Zweck (authorize). Gebraucht wird die für Token.'],
    endpoint,
  ],
  [
    'a placeholder',
    endpoint.replace(tenant, '{tenant-id}'),
    ['„{tenant-id}“ ist ein Platzhalter. Dort gehört Ihre Verzeichnis-ID hin.'],
    endpoint,
  ],
  [
    'http',
    endpoint.replace('https', 'http'),
    ['Die Adresse beginnt mit „http://“. Microsoft antwortet nur unter „https://“.'],
    endpoint,
  ],
];

test.describe('the token endpoint', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is shown for the reader’s tenant and copied', async ({ page }) => {
    await page.goto(endpointPage);
    const line = page.locator('lotse-generated-lines').first();
    await expect(line.getByRole('code')).toHaveText(
      'https://login.microsoftonline.com/[VERZEICHNIS-ID]/oauth2/v2.0/token',
    );
    await expect(line).toContainText('Es fehlt noch: Verzeichnis-ID (Mandant).');
    await expect(line.getByRole('button')).toBeHidden();
    await enterTenant(page);
    await expect(line.getByRole('code')).toHaveText(endpoint);
    await line.getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText('Kopiert');
    expect(await clipboard(page)).toBe(endpoint);
    const scope = page.locator('lotse-generated-lines').nth(1);
    await scope.getByRole('button').click();
    await expect(scope.getByRole('button')).toContainText('Kopiert');
    expect(await clipboard(page)).toBe('https://outlook.office365.com/.default');
  });

  test('is compared with the product’s, and the correct one can be copied', async ({ page }) => {
    await enterTenant(page);
    const { findings, corrected } = checkOf(page, endpointName);
    await expect(findings).toHaveCount(0);
    await expect(corrected).toBeHidden();
    for (const [description, text, sentences, right] of endpoints) {
      await test.step(description, async () => {
        await field(page, endpointName).fill(text);
        await expect(findings).toHaveText([...sentences]);
        if (right === undefined) {
          await expect(corrected).toBeHidden();
        } else {
          await expect(corrected.getByRole('code')).toHaveText(right);
          await expect(corrected.getByRole('button')).toBeVisible();
        }
      });
    }
    await corrected.getByRole('button').click();
    await expect(corrected.getByRole('button')).toContainText('Kopiert');
    expect(await clipboard(page)).toBe(endpoint);
    await field(page, endpointName).fill('');
    await expect(findings).toHaveCount(0);
    await expect(corrected).toBeHidden();
  });

  test('says the answer when the reader leaves the field, and ties it to the field', async ({
    page,
  }) => {
    await enterTenant(page);
    await field(page, endpointName).fill(endpoint.replace(tenant, 'common'));
    await field(page, endpointName).press('Tab');
    await expect(page.getByRole('status')).toContainText(common);
    await expect(field(page, endpointName)).toHaveAccessibleDescription(/„common“ steht für viele/);
  });

  test('is checked as far as possible, and again once the tenant is known', async ({ page }) => {
    await page.goto(endpointPage);
    const { findings, corrected } = checkOf(page, endpointName);
    await field(page, endpointName).fill(endpoint.replace(tenant, 'common'));
    await expect(findings).toHaveText([common]);
    await expect(corrected).toBeHidden();
    await field(page, endpointName).fill(endpoint.replace(tenant, otherTenant));
    await expect(findings).toHaveText(['Diese Endpunkt-URL stimmt.']);
    await page.evaluate((id) => {
      location.hash = `#tenantId=${id}`;
    }, tenant);
    await expect(findings).toHaveText([differs]);
    await expect(corrected.getByRole('code')).toHaveText(endpoint);
  });
});

const exchange = 'https://outlook.office365.com';
const graph = (name: string) =>
  `„${name}“ gilt so für Microsoft Graph. Die Mailserver nehmen nur Token für Outlook an, auch wenn das Portal die Berechtigung unter Microsoft Graph führt.`;
const missing = `Es fehlt „${exchange}/.default“.`;

const scopes: readonly (readonly [string, string, readonly string[], string | undefined])[] = [
  ['the right scope', `${exchange}/.default`, ['Dieser Scope stimmt.'], undefined],
  [
    'the other host of Outlook',
    'https://outlook.office.com/.default',
    [
      'Dieser Scope stimmt.',
      '„outlook.office.com“ geht auch. Üblich ist hier „outlook.office365.com“.',
    ],
    undefined,
  ],
  [
    'Graph',
    'https://graph.microsoft.com/.default',
    [graph('https://graph.microsoft.com/.default')],
    `${exchange}/.default`,
  ],
  [
    'the name as the portal shows it',
    'POP.AccessAsUser.All',
    [missing, graph('POP.AccessAsUser.All')],
    `${exchange}/.default`,
  ],
  [
    'two resources',
    `${exchange}/.default https://graph.microsoft.com/.default`,
    [
      graph('https://graph.microsoft.com/.default'),
      'Ein Token gilt für genau eine Schnittstelle. Hier stehen mehrere: outlook.office365.com, graph.microsoft.com.',
    ],
    `${exchange}/.default`,
  ],
  [
    '.default with another',
    `${exchange}/.default ${exchange}/SMTP.Send`,
    [
      `„${exchange}/SMTP.Send“ wird hier nicht gebraucht.`,
      '„.default“ steht immer allein. Es verträgt keine einzelnen Scopes daneben.',
    ],
    `${exchange}/.default`,
  ],
];

test('a scope is compared with the product’s', async ({ page }) => {
  await page.goto(endpointPage);
  const { findings, corrected } = checkOf(page, scopeName);
  for (const [description, text, sentences, right] of scopes) {
    await test.step(description, async () => {
      await field(page, scopeName).fill(text);
      await expect(findings).toHaveText([...sentences]);
      if (right === undefined) await expect(corrected).toBeHidden();
      else await expect(corrected.getByRole('code')).toHaveText(right);
    });
  }
});

const flowfactScopeCheck = allPages().find(
  (address) =>
    address.startsWith('/flowfact/') &&
    !address.endsWith('/all/') &&
    builtHtml(address).includes('kind="scope"'),
);

// Only if Flowfact's guide has the field: the product shows no complete scope to compare with (FF-21).
if (flowfactScopeCheck !== undefined) {
  test('a Flowfact scope without offline_access gets an explanation', async ({ page }) => {
    await page.goto(flowfactScopeCheck);
    await field(page, scopeName).fill(
      ['IMAP', 'POP'].map((name) => `${exchange}/${name}.AccessAsUser.All`).join(' ') +
        ` ${exchange}/SMTP.Send`,
    );
    const { findings, corrected } = checkOf(page, scopeName);
    await expect(findings).toHaveText([
      'Es fehlt „offline_access“. Ohne es muss sich der Benutzer ständig neu anmelden.',
    ]);
    await expect(corrected.getByRole('code')).toContainText('offline_access');
  });
}

test.describe('a mail server of bm (BM-11)', () => {
  const servers: readonly (readonly [
    description: string,
    typed: readonly [protocol: string, host: string, port: string, encryption: string],
    said: readonly string[],
    tone: 'right' | 'wrong',
  ])[] = [
    [
      'POP3 with SSL/TLS fits, and the vendor’s word is named',
      ['Empfangen (POP3)', 'outlook.office365.com', '995', 'SSL/TLS'],
      ['Diese Einstellungen passen zusammen.', 'Ihr Programm nennt es „STARTTLS“'],
      'right',
    ],
    [
      'POP3 with the vendor’s STARTTLS is let be, with what it is at Microsoft and what to try',
      ['Empfangen (POP3)', 'outlook.office365.com', '995', 'STARTTLS'],
      [
        'Diese Einstellungen passen zusammen.',
        'Kommt keine Verbindung zustande, probieren Sie SSL/TLS.',
      ],
      'right',
    ],
    [
      'SMTP with STARTTLS fits, in any case',
      ['Senden (SMTP)', 'Smtp.office365.com', '587', 'starttls'],
      ['Diese Einstellungen passen zusammen.'],
      'right',
    ],
    [
      'SMTP with SSL/TLS is refused, with the reason',
      ['Senden (SMTP)', 'smtp.office365.com', '587', 'SSL/TLS'],
      [
        'Port 587 beginnt unverschlüsselt und schaltet dann um (STARTTLS). „SSL/TLS“ kommt dort nicht zustande.',
      ],
      'wrong',
    ],
    [
      'the port of personal accounts is not offered',
      ['Senden (SMTP)', 'smtp.office365.com', '465', 'SSL/TLS'],
      ['Port 465 bietet Microsoft nicht an. Richtig ist 587.'],
      'wrong',
    ],
    [
      'POP’s port for SMTP',
      ['Senden (SMTP)', 'smtp.office365.com', '995', 'STARTTLS'],
      [
        'Port 995 gehört zu POP3. Für SMTP ist es 587.',
        'Port 995 ist vom ersten Zeichen an verschlüsselt (SSL/TLS). „STARTTLS“ beginnt unverschlüsselt und kommt dort nicht zustande.',
      ],
      'wrong',
    ],
  ];

  for (const [description, [protocol, host, port, encryption], said, tone] of servers) {
    test(description, async ({ page }) => {
      await page.goto('/bm/in-the-product/');
      const group = page.getByRole('group', { name: 'Servereinstellungen prüfen' });
      const findings = group.getByRole('listitem');
      await group.getByLabel('Wozu').selectOption(protocol);
      await group.getByLabel('Server', { exact: true }).fill(host);
      await group.getByLabel('Port', { exact: true }).fill(port);
      await expect(findings).toHaveCount(0);
      const words = group.getByLabel('Verschlüsselung, wie sie bei Ihnen heißt');
      await words.fill(encryption);
      await expect(findings).toContainText([...said]);
      await expect(findings).toHaveCount(said.length);
      await expect(findings.first()).toHaveClass(tone);
      await words.press('Tab');
      await expect(page.getByRole('status')).toContainText(said[0] ?? '');
    });
  }
});

test.describe('the tab of Flowfact’s window (FF-21)', () => {
  const name = 'Vergleichen: Was zeigt „OAuth-AdminÜbersicht“ bei Ihnen?';
  const right = [
    ['Authorization Code URI', 'https://login.microsoftonline.com/'],
    ['Token URI', 'https://login.microsoftonline.com/common/oauth2/token'],
    ['Redirect URI', 'https://login.microsoftonline.com/common/oauth2/nativeclient'],
    ['Scope', `${exchange}/IMAP.AccessAsUser.All`],
    [
      'Authorization Skeleton',
      '{0}{4}/oauth2/v2.0/authorize?response_type=code&client_id={1}&redirect_uri={2}&scope={3}',
    ],
  ] as const;
  const allRight = right.map(([label]) => `${label}: stimmt.`);
  const lines = (separator: string) => right.map(([label, value]) => label + separator + value);

  test.beforeEach(async ({ page }) => {
    await page.goto('/flowfact/first-account/');
    await expect(field(page, name)).toBeVisible();
  });

  test('everything correct, however it was copied', async ({ page }) => {
    const { findings } = checkOf(page, name);
    for (const separator of ['\t', ': ', '\n', '=']) {
      await field(page, name).fill(lines(separator).join('\n'));
      await expect(findings).toHaveText(allRight);
      await field(page, name).fill('');
    }
    await field(page, name).fill(right.map(([, value]) => value).join('\n'));
    await expect(findings).toHaveText(allRight);
  });

  test('text continuing where the vendor’s screenshot cuts off is correct too', async ({
    page,
  }) => {
    const { findings } = checkOf(page, name);
    const longer = [
      ...lines('\t').slice(0, 3),
      `Scope\t${exchange}/IMAP.AccessAsUser.All ${exchange}/SMTP.Send offline_access`,
      `${lines('\t')[4] ?? ''}&state={5}&prompt=select_account`,
    ];
    await field(page, name).fill(longer.join('\n'));
    await expect(findings).toHaveText(allRight);
  });

  test('v2 instead of v1 is shown with the expected text', async ({ page }) => {
    const { findings } = checkOf(page, name);
    await field(page, name).fill(
      lines('\t').join('\n').replace('common/oauth2/token', 'common/oauth2/v2.0/token'),
    );
    const expected = allRight.with(
      1,
      'Token URI: anders (Version 1 oder 2). Bei Ihnen steht „https://login.microsoftonline.com/common/oauth2/v2.0/token“, verlangt ist „https://login.microsoftonline.com/common/oauth2/token“.',
    );
    await expect(findings).toHaveText(expected);
    await expect(findings.nth(1)).toHaveClass('wrong');
    await expect(findings.nth(0)).toHaveClass('right');
  });

  test('a field missing from the text is named', async ({ page }) => {
    const { findings } = checkOf(page, name);
    await field(page, name).fill(lines('\t').toSpliced(2, 1).join('\n'));
    await expect(findings).toHaveText([
      ...allRight.toSpliced(2, 1),
      'Diese Felder stehen nicht im Text und wurden nicht verglichen: Redirect URI',
    ]);
  });

  test('tokens on the same tab are not repeated', async ({ page }) => {
    const token = `eyJ0eXAiOiJKV1Qi${'Verschwiegen'.repeat(30)}`;
    const { findings } = checkOf(page, name);
    await field(page, name).fill([...lines('\t'), `AccessToken\t${token}`].join('\n'));
    await expect(findings).toHaveText(allRight);
    expect(await page.locator('html').evaluate((root) => root.outerHTML)).not.toContain(
      'Verschwiegen',
    );
  });
});

test.describe('whatever is pasted', () => {
  const word = 'Fundstueck4711';
  const hostile: readonly (readonly [description: string, text: string])[] = [
    [
      'markup',
      `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>https://${word}.example/<b>`,
    ],
    ['two megabytes', `https://${word}.example/${'<i>'.repeat(700_000)}`],
    [
      'control characters',
      `\u0000\u0007\u001B[31m\u202E${word}\u2028https://login\u200B.example/\u0085`,
    ],
    // The browser itself takes too long to show many more.
    ['many lines', `${word}\n`.repeat(300)],
    ['a formula', `=HYPERLINK("https://${word}.example";"x")\tjavascript:window.hacked=1`],
  ];

  for (const [description, text] of hostile) {
    test(`${description}: answered, and none of it runs, is stored or is sent`, async ({
      page,
    }) => {
      const told: string[] = [];
      const tell = (request: Request) =>
        told.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
      page.on('request', tell);
      page.on('console', (message) => told.push(message.text()));
      await page.goto(`/bm/token-endpoint/#tenantId=${tenant}`);
      await expect(page.locator('lotse-generated-lines').first()).toContainText(tenant);
      const elements = () => page.locator('img, script, iframe, b > i').count();
      const before = await elements();
      for (const name of [endpointName, scopeName]) {
        await field(page, name).fill(text);
        await expect(checkOf(page, name).findings.first()).toBeVisible();
        await field(page, name).press('Tab');
      }
      expect(await elements()).toBe(before);
      expect(await stored(page)).not.toContain(word);

      const first = '/flowfact/first-account/';
      await page.goto(first);
      const name = 'Vergleichen: Was zeigt „OAuth-AdminÜbersicht“ bei Ihnen?';
      await field(page, name).fill(text);
      await expect(checkOf(page, name).findings.first()).toBeVisible();
      await field(page, name).press('Tab');
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await stored(page)).not.toContain(word);
      expect(page.url()).not.toContain(word);
      expect(told.join('\n').toLowerCase()).not.toContain(word.toLowerCase());

      await page.reload();
      await expect(field(page, name)).toHaveValue('');
      await expect(checkOf(page, name).findings).toHaveCount(0);
      expect(await wholePage(page)).not.toContain(word);
      expect(await page.context().cookies()).toEqual([]);
    });
  }

  test('two megabytes keep the page answering', async ({ page }) => {
    await page.goto('/flowfact/first-account/');
    const name = 'Vergleichen: Was zeigt „OAuth-AdminÜbersicht“ bei Ihnen?';
    await field(page, name).fill('https://login.microsoftonline.com/ '.repeat(60_000));
    await expect(
      page.getByText(/^Der Text ist sehr lang\. Gelesen wurden nur/).first(),
    ).toBeVisible();
    await field(page, name).fill('https://login.microsoftonline.com/');
    await expect(checkOf(page, name).findings.first()).toHaveText(
      'Authorization Code URI: stimmt.',
    );
  });

  test('a secret pasted by mistake is not repeated', async ({ page }) => {
    const secret = `Xy78Q~${'geheim'.repeat(6)}`;
    await page.goto(endpointPage);
    for (const name of [endpointName, scopeName]) {
      await field(page, name).fill(secret);
      await expect(checkOf(page, name).findings.first()).toBeVisible();
      await field(page, name).press('Tab');
    }
    expect(await page.locator('html').evaluate((root) => root.outerHTML)).not.toContain(secret);
    expect(await stored(page)).not.toContain('geheim');
  });
});
