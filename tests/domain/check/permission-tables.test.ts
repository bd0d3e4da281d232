import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import type { SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import type { PermissionDefinition } from '../../../src/domain/guide/guide.ts';
import { permissionResources } from '../../../src/domain/registration/permission-list.ts';
import {
  expectation,
  realGuides,
  rightManifest,
  written,
  type Manifest,
  type RealGuide,
} from './right.ts';

/** A pasted table, and all its findings in the order of display. */
type Row = readonly [
  description: string,
  guide: RealGuide,
  text: string,
  findings: readonly SettingFinding[],
];

const expectations = new Map(realGuides.map((id) => [id, expectation(id)]));

function found(id: RealGuide, text: string): readonly SettingFinding[] {
  const { kind, findings } = checkSettings(text, expectations.get(id) ?? expectation(id));
  expect(kind).toBe('permissions');
  return findings.map(({ finding }) => finding);
}

function checks(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('%s (%s)', (_, id, text, expected) => {
      expect(found(id, text)).toEqual(expected);
    });
  });
}

const graph = permissionResources.graph.displayName;
const exchange = permissionResources['exchange-online'].displayName;

/** The findings for the permissions that bm requires. */
function ofBm(
  code:
    | 'permission-granted'
    | 'permission-not-granted'
    | 'permission-requested'
    | 'permission-consented'
    | 'permission-unlisted',
): readonly SettingFinding[] {
  return ['POP.AccessAsUser.All', 'SMTP.Send', 'User.Read'].map((name) => ({
    code,
    name,
    type: 'delegated',
  }));
}

/** The same, if the text names no type. */
const bmUntyped: readonly SettingFinding[] = ['POP.AccessAsUser.All', 'SMTP.Send', 'User.Read'].map(
  (name) => ({ code: 'permission-type-unsaid', name, expectedType: 'delegated' }),
);

const headDe =
  'API/Berechtigungsname\tTyp\tBeschreibung\tAdministratoreinwilligung erforderlich\tStatus';
const headEn = 'API / Permissions name\tType\tDescription\tAdmin consent required\tStatus';

/** The rows of bm with this status; an empty status keeps the tab before it. */
function rowsDe(status: string): string {
  return [
    'Microsoft Graph (3)',
    `POP.AccessAsUser.All\tDelegiert\tLese- und Schreibzugriff auf Postfächer mittels POP.\tNein\t${status}`,
    `SMTP.Send\tDelegiert\tSenden von E-Mails aus Postfächern mit SMTP AUTH.\tNein\t${status}`,
    `User.Read\tDelegiert\tAnmelden und Benutzerprofil lesen\tNein\t${status}`,
  ].join('\n');
}
function rowsEn(status: string): string {
  return [
    'Microsoft Graph (3)',
    `POP.AccessAsUser.All\tDelegated\tRead and write access to mailboxes via POP\tNo\t${status}`,
    `SMTP.Send\tDelegated\tSend emails from mailboxes using SMTP AUTH\tNo\t${status}`,
    `User.Read\tDelegated\tSign in and read user profile\tNo\t${status}`,
  ].join('\n');
}
const rightDe = `${headDe}\n${rowsDe('Gewährt für Muster GmbH')}`;
const trimmed = (text: string): string => text.replace(/\t+$/gm, '');
const markdown = (text: string): string =>
  text.replace(/^.*\t.*$/gm, (line) => `| ${line.split('\t').join(' | ')} |`);

checks('a column „Status“ with nothing in it', [
  ['in German', 'bm', `${headDe}\n${rowsDe('')}`, ofBm('permission-not-granted')],
  ['in English', 'bm', `${headEn}\n${rowsEn('')}`, ofBm('permission-not-granted')],
  [
    'whose last tabs a mail program has trimmed',
    'bm',
    trimmed(`${headDe}\n${rowsDe('')}`),
    ofBm('permission-not-granted'),
  ],
  ['without its head', 'bm', rowsDe(''), ofBm('permission-not-granted')],
  [
    'without its head, with the column of the menu',
    'bm',
    rowsEn('\t'),
    ofBm('permission-not-granted'),
  ],
  [
    'with single blanks',
    'bm',
    `${headDe}\n${rowsDe('')}`.replace(/\t/g, ' '),
    ofBm('permission-not-granted'),
  ],
  [
    'cell by cell in lines',
    'bm',
    `${headEn}\n${rowsEn('')}`.replace(/\t/g, '\n'),
    ofBm('permission-not-granted'),
  ],
  ['in Markdown', 'bm', markdown(`${headDe}\n${rowsDe('')}`), ofBm('permission-not-granted')],
  ['in Markdown, without its head', 'bm', markdown(rowsDe('')), ofBm('permission-not-granted')],
  [
    'of an application permission',
    'ipm-cloud',
    `${headDe}\nMicrosoft Graph (1)\nMail.Send\tAnwendung\tE-Mails senden\tJa\t`,
    [
      { code: 'permission-not-granted', name: 'Mail.Send', type: 'application' },
      ...[
        ['Mail.ReadWrite', 'application'],
        ['MailboxFolder.Read.All', 'application'],
        ['MailboxFolder.ReadWrite.All', 'application'],
        ['SMTP.Send', 'delegated'],
      ].map(([name = '', expectedType = '']): SettingFinding => ({
        code: 'permission-missing',
        name,
        expectedType,
        expectedApi: graph,
      })),
    ],
  ],
]);

checks('a text without a column „Status“', [
  [
    'trimmed, and without its head',
    'bm',
    trimmed(rowsDe('')),
    [{ code: 'consent-unknown' }, ...ofBm('permission-requested')],
  ],
  [
    'in Markdown',
    'bm',
    markdown(trimmed(rowsDe(''))),
    [{ code: 'consent-unknown' }, ...ofBm('permission-requested')],
  ],
  [
    'with names only, below the head',
    'bm',
    `${headDe}\nPOP.AccessAsUser.All\nSMTP.Send\nUser.Read`,
    [...bmUntyped, { code: 'consent-unknown' }],
  ],
]);

function surplus(row: string): string {
  return `${rightDe}\n${row}`;
}

checks('a permission that nobody has asked for', [
  [
    'opens all mailboxes through EWS',
    'bm',
    surplus(
      'Office 365 Exchange Online (1)\nfull_access_as_app\tAnwendung\tUse Exchange Web Services\tJa\tGewährt für Muster GmbH',
    ),
    [
      { code: 'permission-surplus-all', name: 'full_access_as_app', api: exchange },
      ...ofBm('permission-granted'),
    ],
  ],
  [
    'opens all mailboxes through EWS, by its name only',
    'bm',
    'POP.AccessAsUser.All\nSMTP.Send\nUser.Read\nfull_access_as_app',
    [
      { code: 'permission-surplus-all', name: 'full_access_as_app', api: exchange },
      ...bmUntyped,
      { code: 'consent-unknown' },
    ],
  ],
  [
    'opens all mailboxes, though our list does not have it',
    'bm',
    surplus('Mail.Read\tAnwendung\tE-Mails lesen\tJa\tGewährt für Muster GmbH'),
    [
      { code: 'permission-surplus-all', name: 'Mail.Read', api: graph },
      ...ofBm('permission-granted'),
    ],
  ],
  [
    'changes the directory',
    'bm',
    surplus('Directory.ReadWrite.All\tAnwendung\tVerzeichnis\tJa\tGewährt für Muster GmbH'),
    [
      { code: 'permission-surplus-app', name: 'Directory.ReadWrite.All', api: graph },
      ...ofBm('permission-granted'),
    ],
  ],
  [
    'opens only the mailboxes given in Exchange',
    'bm',
    surplus(
      'Office 365 Exchange Online (1)\nIMAP.AccessAsApp\tAnwendung\t\tJa\tGewährt für Muster GmbH',
    ),
    [
      { code: 'permission-surplus-some', name: 'IMAP.AccessAsApp', api: exchange },
      ...ofBm('permission-granted'),
    ],
  ],
]);

describe('a surplus permission in a manifest', () => {
  const request = (resourceAppId: string, id: string): Manifest => {
    const manifest = rightManifest(expectation('bm'));
    const resourceAccess = [{ id, type: 'Role' }];
    manifest.requiredResourceAccess.push({ resourceAppId, resourceAccess });
    return manifest;
  };
  const unknownId = '11111111-2222-4333-8444-555555555555';

  it.each<readonly [string, string, string, SettingFinding]>([
    [
      'opens all mailboxes through EWS',
      permissionResources['exchange-online'].appId,
      'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
      { code: 'permission-surplus-all', name: 'full_access_as_app', api: exchange },
    ],
    [
      'is an application permission that we do not know',
      permissionResources.graph.appId,
      unknownId,
      { code: 'permission-unknown-app-id', id: unknownId, api: graph },
    ],
  ])('%s', (_, resourceAppId, id, expected) => {
    const { findings } = checkSettings(written(request(resourceAppId, id)), expectation('bm'));
    expect(findings).toContainEqual({
      finding: expected,
      verdict: 'surplus',
      place: 'step',
      step: 'permissions',
    });
  });
});

const otherDe = 'Andere gewährte Berechtigungen für Muster GmbH';
const otherEn = 'Other permissions granted for Muster GmbH';
const configuredDe = `${headDe}\nMicrosoft Graph (2)\n${rowsDe('Gewährt für Muster GmbH').split('\n').slice(1, 3).join('\n')}`;
const userRead = (status: string): string =>
  `User.Read\tDelegiert\tAnmelden und Benutzerprofil lesen\tNein\t${status}`;

checks('what was granted without being in the list', [
  [
    'is required, in German',
    'bm',
    `${configuredDe}\n${otherDe}\n${headDe}\nMicrosoft Graph (1)\n${userRead('Gewährt für Muster GmbH')}`,
    [
      { code: 'permission-unlisted', name: 'User.Read', type: 'delegated' },
      ...ofBm('permission-granted').slice(0, 2),
    ],
  ],
  [
    'is everything required, in English, of a tenant whose name ends like a heading',
    'bm',
    `Configured permissions\n${headEn}\nNo permissions added\nOther permissions granted for Muster Bau (2)\n${headEn}\n${rowsEn('✓ Granted for Muster Bau (2)')}`,
    ofBm('permission-unlisted'),
  ],
  [
    'is not required',
    'bm',
    `${rightDe}\n${otherEn}\nMicrosoft Graph (3)\nCalendars.Read\tDelegated\tRead\tNo\tGranted for Muster GmbH\nopenid\tDelegated\tSign users in\tNo\tGranted for Muster GmbH\nMail.Send\tApplication\tSend\tYes\tGranted for Muster GmbH`,
    [
      {
        code: 'permission-surplus-unlisted',
        name: 'Calendars.Read',
        type: 'delegated',
        api: graph,
      },
      { code: 'permission-surplus-all', name: 'Mail.Send', api: graph },
      { code: 'permission-default', name: 'openid', api: graph },
      ...ofBm('permission-granted'),
    ],
  ],
  [
    'is of the other type, so that it is missing',
    'ipm-cloud',
    [
      headDe,
      ...['Mail.ReadWrite', 'MailboxFolder.Read.All', 'MailboxFolder.ReadWrite.All'].map(
        (name) => `${name}\tAnwendung\t\tJa\tGewährt für Muster GmbH`,
      ),
      'SMTP.Send\tDelegiert\t\tNein\tGewährt für Muster GmbH',
      otherDe,
      'Mail.Send\tDelegiert\t\tNein\tGewährt für Muster GmbH',
    ].join('\n'),
    [
      {
        code: 'permission-missing',
        name: 'Mail.Send',
        expectedType: 'application',
        expectedApi: graph,
      },
      { code: 'permission-surplus-unlisted', name: 'Mail.Send', type: 'delegated', api: graph },
      { code: 'permission-granted', name: 'Mail.ReadWrite', type: 'application' },
      { code: 'permission-granted', name: 'MailboxFolder.Read.All', type: 'application' },
      { code: 'permission-granted', name: 'MailboxFolder.ReadWrite.All', type: 'application' },
      { code: 'permission-granted', name: 'SMTP.Send', type: 'delegated' },
    ],
  ],
  [
    'is what the product has asked for at sign-in',
    'cmxorganize',
    `${otherEn}\nMicrosoft Graph (1)\nSMTP.Send\tDelegated\tSend emails\tNo\tGranted for Muster GmbH`,
    [
      { code: 'permissions-unsaid' },
      { code: 'permission-granted-at-sign-in', name: 'SMTP.Send', type: 'delegated' },
    ],
  ],
  [
    'is required, below a heading in other words',
    'bm',
    `${configuredDe}\nAndere Berechtigungen, die für Muster GmbH gewährt wurden\n${userRead('Gewährt für Muster GmbH')}`,
    [
      { code: 'permission-unlisted', name: 'User.Read', type: 'delegated' },
      ...ofBm('permission-granted').slice(0, 2),
    ],
  ],
  [
    'is required, cell by cell in lines',
    'bm',
    `${configuredDe}\n${otherDe}\n${userRead('Gewährt für Muster GmbH')}`.replace(/\t/g, '\n'),
    [
      { code: 'permission-unlisted', name: 'User.Read', type: 'delegated' },
      ...ofBm('permission-granted').slice(0, 2),
    ],
  ],
  [
    'is below configured ones without consent',
    'bm',
    `${headDe}\n${rowsDe('')}\n${otherDe}\nopenid\tDelegiert\tBenutzer anmelden\tNein\tGewährt für Muster GmbH`,
    [...ofBm('permission-not-granted'), { code: 'permission-default', name: 'openid', api: graph }],
  ],
  [
    'is not what the portal explains above the table',
    'bm',
    `Konfigurierte Berechtigungen\nWeitere Informationen zu Berechtigungen und zur erteilten Einwilligung\n${rightDe}`,
    ofBm('permission-granted'),
  ],
]);

const enterpriseDe = (consent: string): string =>
  [
    'API-Name\tAnspruchswert\tBerechtigung\tTyp\tGewährt über\tGewährt durch',
    `Microsoft Graph\tPOP.AccessAsUser.All\tLese- und Schreibzugriff\tDelegiert\t${consent}\tEin Administrator`,
    `Microsoft Graph\tSMTP.Send\tSenden von E-Mails\tDelegiert\t${consent}\tEin Administrator`,
    `Microsoft Graph\tUser.Read\tAnmelden\tDelegiert\t${consent}\tEin Administrator`,
  ].join('\n');
const enterpriseEn = [
  'API Name\tClaim value\tPermission\tType\tGranted through\tGranted by',
  ...['POP.AccessAsUser.All', 'SMTP.Send', 'User.Read'].map(
    (name) => `Microsoft Graph\t${name}\tAccess\tDelegated\tAdmin consent\tAn administrator`,
  ),
].join('\n');

checks('the permissions of the enterprise application', [
  ['in German', 'bm', enterpriseDe('Administratoreinwilligung'), ofBm('permission-consented')],
  [
    'to which users have consented',
    'bm',
    enterpriseDe('Benutzereinwilligung'),
    ofBm('permission-consented'),
  ],
  ['in English', 'bm', enterpriseEn, ofBm('permission-consented')],
  [
    'without their head',
    'bm',
    enterpriseEn.slice(enterpriseEn.indexOf('\n') + 1),
    ofBm('permission-consented'),
  ],
  [
    'with single blanks, in German',
    'bm',
    enterpriseDe('Administratoreinwilligung').replace(/\t/g, ' '),
    ofBm('permission-consented'),
  ],
  [
    'with single blanks, in English',
    'bm',
    enterpriseEn.replace(/\t/g, ' '),
    ofBm('permission-consented'),
  ],
  ['cell by cell in lines', 'bm', enterpriseEn.replace(/\t/g, '\n'), ofBm('permission-consented')],
  [
    'with one of an API that we do not know',
    'bm',
    `${enterpriseEn}\nMuster API\tMuster.Read\tRead\tDelegated\tAdmin consent\tAn administrator`,
    [
      { code: 'permission-surplus', name: 'Muster.Read', type: 'delegated', api: 'Muster API' },
      ...ofBm('permission-consented'),
    ],
  ],
  ['beside the configured ones', 'bm', `${rightDe}\n${enterpriseEn}`, ofBm('permission-granted')],
  [
    'if the vendor names none',
    'cmxorganize',
    enterpriseEn.split('\n').slice(0, 2).join('\n'),
    [
      { code: 'permissions-unsaid' },
      { code: 'permission-granted-at-sign-in', name: 'POP.AccessAsUser.All', type: 'delegated' },
    ],
  ],
]);

checks('a tenant whose name ends like a heading', [
  [
    'granted, in German',
    'bm',
    `${headDe}\n${rowsDe('Gewährt für Muster Bau (2)')}`,
    ofBm('permission-granted'),
  ],
  [
    'granted, in English, with single blanks',
    'bm',
    `${headEn}\n${rowsEn('Granted for Muster Bau (2)')}`.replace(/\t/g, ' '),
    ofBm('permission-granted'),
  ],
  [
    'granted, cell by cell in lines',
    'bm',
    `${headDe}\n${rowsDe('✓ Gewährt für Muster Bau (2)')}`.replace(/\t/g, '\n'),
    ofBm('permission-granted'),
  ],
  [
    'not granted',
    'bm',
    `${headDe}\n${rowsDe('⚠ Nicht gewährt für Muster Bau (2)')}`,
    ofBm('permission-not-granted'),
  ],
  [
    'not granted, in the other order of words, with single blanks',
    'bm',
    rowsDe('Nicht für Muster Bau (2) gewährt').replace(/\t/g, ' '),
    ofBm('permission-not-granted'),
  ],
]);

/** How a table is written: its language, head, cell separators, headings and line ends. */
const anyFormat = fc.record({
  isGerman: fc.boolean(),
  hasHead: fc.boolean(),
  isPage: fc.boolean(),
  isTrimmed: fc.boolean(),
  hasMenu: fc.boolean(),
  parting: fc.constantFrom('\t', ' | ', '   ', '\n', ' '),
  heading: fc.constantFrom<(api: string, count: number) => readonly string[]>(
    (api, count) => [`${api} (${count})`],
    (api, count) => [`▽ ${api} (${count})`],
    (api) => [api],
    () => [],
  ),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  tenant: fc.constantFrom('Muster GmbH', 'Muster Bau (2)', 'Müller & Muster', 'muster.example'),
  mark: fc.constantFrom('', '✓ ', '✅'),
});

type TableFormat = typeof anyFormat extends fc.Arbitrary<infer Shape> ? Shape : never;

function formatted(
  permissions: readonly PermissionDefinition[],
  format: TableFormat,
  ungranted?: number,
): string {
  const { isGerman, tenant, mark, hasMenu, parting, isTrimmed } = format;
  const join = (cells: readonly string[]): string => {
    const line = cells.join(parting);
    return isTrimmed ? line.trimEnd() : line;
  };
  const types = isGerman
    ? { application: 'Anwendung', delegated: 'Delegiert' }
    : { application: 'Application', delegated: 'Delegated' };
  const given = `${mark}${isGerman ? 'Gewährt für' : 'Granted for'} ${tenant}`;
  const rows = permissions.map(({ name, type }, index) => [
    name,
    types[type],
    isGerman ? 'Zugriff auf Daten beibehalten, gewährt haben' : 'Access you have given it',
    isGerman ? 'Nein' : 'No',
    index === ungranted ? '' : given,
    ...(hasMenu ? [''] : []),
  ]);
  const page = isGerman ? 'Konfigurierte Berechtigungen' : 'Configured permissions';
  const lines = [
    ...(format.isPage ? [page] : []),
    ...(format.hasHead ? [join((isGerman ? headDe : headEn).split('\t'))] : []),
    ...format.heading(graph, rows.length),
    ...rows.map(join),
  ];
  return lines.join('\n').replaceAll('\n', format.lineBreak);
}

const demanding: readonly RealGuide[] = ['ipm-cloud', 'flowfact', 'bm'];
const anyTable = fc.record({
  id: fc.constantFrom(...demanding),
  format: anyFormat,
  order: fc.array(fc.integer(), { minLength: 5, maxLength: 5 }),
  at: fc.nat(),
});

/** The permissions of a guide, in any order. */
function shuffled(id: RealGuide, order: readonly number[]): readonly PermissionDefinition[] {
  const { permissions } = (expectations.get(id) ?? expectation(id)).guide.registration;
  return permissions
    .map((permission, index) => ({ permission, key: order[index] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ permission }) => permission);
}

describe('a correct table in any format', () => {
  it('has only right findings', () => {
    fc.assert(
      fc.property(anyTable, ({ id, format, order }) => {
        const permissions = shuffled(id, order);
        const codes = found(id, formatted(permissions, format)).map(({ code }) => code);
        expect(codes).toEqual(permissions.map(() => 'permission-granted'));
      }),
      { numRuns: 500 },
    );
  });

  it('has exactly one that is not granted when one status is empty', () => {
    fc.assert(
      fc.property(anyTable, ({ id, format, order, at }) => {
        const permissions = shuffled(id, order);
        const ungranted = at % permissions.length;
        const [first, ...others] = found(id, formatted(permissions, format, ungranted));
        const { name, type } = permissions[ungranted] ?? {};
        expect(first).toEqual({ code: 'permission-not-granted', name, type });
        expect(others.map(({ code }) => code)).toEqual(
          permissions.slice(1).map(() => 'permission-granted'),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('names without types', () => {
  it('are never called right', () => {
    const names = ['Mail.Send', 'Mail.ReadWrite', 'MailboxFolder.Read.All'];
    const codes = new Map(
      found('ipm-cloud', names.join('\n')).flatMap((finding) =>
        'name' in finding ? [[finding.name, finding.code] as const] : [],
      ),
    );
    expect(codes.get('Mail.Send')).toBe('permission-type-unsaid');
    expect(codes.get('Mail.ReadWrite')).toBe('permission-type-unsaid');
    // There is only one of this name in our list, but Microsoft may add another.
    expect(codes.get('MailboxFolder.Read.All')).toBe('permission-type-unsaid');
  });
});
