import { describe, expect, it } from 'vitest';
import { checkSettings, type SettingsReport } from '../../../src/domain/check/check-settings.ts';
import type { SettingCode } from '../../../src/domain/check/setting-findings.ts';
import { expectation, rightManifest, written, type RealGuide } from './right.ts';

/** The kind of a text, and all its findings in the order of display. */
type Row = readonly [
  description: string,
  guide: RealGuide,
  text: string,
  kind: SettingsReport['kind'],
  codes: readonly SettingCode[],
];

function codes(id: RealGuide, text: string, own = {}): readonly [string, readonly SettingCode[]] {
  const { kind, findings } = checkSettings(text, expectation(id, own));
  return [kind, findings.map(({ finding }) => finding.code)];
}

function checks(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('%s (%s)', (_, id, text, kind, expected) => {
      expect(codes(id, text)).toEqual([kind, expected]);
    });
  });
}

const bm = written(rightManifest(expectation('bm')));
/** All findings for a correct manifest of bm. */
const bmRight: readonly SettingCode[] = [
  'consent-unknown',
  'secret-value-unknown',
  'client-id-right',
  'audience-right',
  'redirect-none-right',
  'implicit-right',
  'public-client-right',
  'permission-requested',
  'permission-requested',
  'permission-requested',
  'secret-right',
];
const unknown: readonly SettingCode[] = bmRight.slice(0, 2);
const right: readonly SettingCode[] = bmRight.slice(2);

function noted(code: SettingCode): readonly SettingCode[] {
  return [...unknown, code, ...right];
}

/** A part of the manifest says nothing about what only the whole one leaves open. */
function fragment(...codes: readonly SettingCode[]): readonly SettingCode[] {
  return ['consent-unknown', ...codes, ...right];
}

const cmxWeb = `{"homePageUrl":null,"implicitGrantSettings":{"enableAccessTokenIssuance":false,"enableIdTokenIssuance":false},"redirectUris":["https://www.muster.example/App%20E-Mailkonto/continue_oauth"]}`;

checks('what `az` prints', [
  [
    'all apps, the reader’s not the first',
    'bm',
    `[${bm.replace('9e41c7b2-08fd', '11111111-08fd')},${bm}]`,
    'manifest',
    bmRight,
  ],
  [
    'the addresses by platform',
    'cmxorganize',
    '{"web":["https://x.example/"]}',
    'manifest',
    [
      'redirect-missing',
      'redirect-surplus',
      ...Array.from({ length: 6 }, (): SettingCode => 'manifest-part-absent'),
      'secret-value-unknown',
    ],
  ],
  [
    'the part for web apps',
    'cmxorganize',
    cmxWeb,
    'manifest',
    [
      ...Array.from({ length: 5 }, (): SettingCode => 'manifest-part-absent'),
      'secret-value-unknown',
      'redirect-right',
      'implicit-right',
    ],
  ],
  [
    'the enterprise app',
    'bm',
    bm.replace('"signInAudience"', '"servicePrincipalType": "Application", "signInAudience"'),
    'manifest',
    ['manifest-is-enterprise-app'],
  ],
]);

checks('a manifest as people copy it', [
  ['as it is', 'bm', bm, 'manifest', bmRight],
  ['in one line', 'bm', bm.replace(/[\n\t]/g, ''), 'manifest', bmRight],
  ['with line breaks of Windows', 'bm', bm.replace(/\n/g, '\r\n'), 'manifest', bmRight],
  ['with a byte order mark', 'bm', `\uFEFF${bm}`, 'manifest', noted('json-odd-blanks')],
  [
    'with hard blanks',
    'bm',
    bm.replace(/\t/g, '\u00A0\u00A0'),
    'manifest',
    noted('json-odd-blanks'),
  ],
  [
    'with a trailing comma',
    'bm',
    bm.replace(/\n\}$/, ',\n}'),
    'manifest',
    noted('json-trailing-comma'),
  ],
  [
    'with a trailing comma in a list',
    'bm',
    bm.replace(/"Scope"\n\t+\}\n\t+\]/, (found) => found.replace('}', '},')),
    'manifest',
    noted('json-trailing-comma'),
  ],
  [
    'with typographic quotes, as Word makes them',
    'bm',
    bm.replace(/"([^"]*)"/g, '“$1”'),
    'manifest',
    noted('json-quotes'),
  ],
  ['with German quotes', 'bm', bm.replace(/"([^"]*)"/g, '„$1“'), 'manifest', noted('json-quotes')],
  [
    'in a mail, with text around it',
    'bm',
    `Hallo, hier ist es:\n${bm}\nGruß`,
    'manifest',
    noted('json-surrounded'),
  ],
  ['between fences', 'bm', `\`\`\`json\n${bm}\n\`\`\``, 'manifest', noted('json-surrounded')],
  ['cut off in the middle', 'bm', bm.slice(0, bm.length / 2), 'manifest', ['json-cut-off']],
  ['without its last bracket', 'bm', bm.slice(0, -2), 'manifest', ['json-cut-off']],
  ['without its first line', 'bm', bm.slice(2), 'manifest', fragment('json-fragment')],
  [
    'from within a member',
    'bm',
    bm.slice(5),
    'manifest',
    fragment('json-fragment', 'json-surrounded'),
  ],
  ['without a comma', 'bm', bm.replace('"bm_mail",', '"bm_mail"'), 'manifest', ['json-fault']],
  ['with a word of Python', 'bm', bm.replace('null', 'None'), 'manifest', ['json-fault']],
  [
    'with a line break in an address',
    'cmxorganize',
    written(rightManifest(expectation('cmxorganize'))).replace('App%20', 'App\n%20'),
    'manifest',
    ['json-fault'],
  ],
  [
    'with only the part for redirect URIs copied',
    'cmxorganize',
    '{"web": {"redirectUris": ["https://www.muster.example/App%20E-Mailkonto/continue_oauth"]}}',
    'manifest',
    [
      'manifest-part-absent',
      'manifest-part-absent',
      'manifest-part-absent',
      'manifest-part-absent',
      'manifest-part-absent',
      'manifest-part-absent',
      'secret-value-unknown',
      'redirect-right',
    ],
  ],
]);

const four = [
  'https://muster.ipmcloud.de',
  'https://muster.ipmcloud.de/',
  'https://srv042.ipmcloud.de',
  'https://srv042.ipmcloud.de/',
];
const cmx = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
const native = 'https://login.microsoftonline.com/common/oauth2/nativeclient';
const fourRight: readonly SettingCode[] = [
  'redirect-right',
  'redirect-right',
  'redirect-right',
  'redirect-right',
];
const fourUnsaid: readonly SettingCode[] = ['redirect-platform-unsaid', ...fourRight];

checks('a list of redirect URIs', [
  ['line by line', 'ipm-cloud', four.join('\n'), 'redirects', fourUnsaid],
  ['in another order', 'ipm-cloud', four.toReversed().join('\n'), 'redirects', fourUnsaid],
  ['with commas', 'ipm-cloud', four.join(', '), 'redirects', fourUnsaid],
  ['with commas and no blank', 'ipm-cloud', four.join(','), 'redirects', fourUnsaid],
  ['with semicolons', 'ipm-cloud', four.join('; '), 'redirects', fourUnsaid],
  ['with blanks', 'ipm-cloud', four.join(' '), 'redirects', fourUnsaid],
  ['as a JSON array', 'ipm-cloud', JSON.stringify(four), 'redirects', fourUnsaid],
  [
    'as a JSON array over lines',
    'ipm-cloud',
    JSON.stringify(four, undefined, 2),
    'redirects',
    fourUnsaid,
  ],
  ['in quotes', 'ipm-cloud', four.map((uri) => `„${uri}“`).join('\n'), 'redirects', fourUnsaid],
  [
    'as a list with dots',
    'ipm-cloud',
    four.map((uri) => `• ${uri}`).join('\n'),
    'redirects',
    fourUnsaid,
  ],
  [
    'with numbers',
    'ipm-cloud',
    four.map((uri, at) => `${at + 1}. ${uri}`).join('\n'),
    'redirects',
    fourUnsaid,
  ],
  [
    'below the portal’s platform, in German',
    'ipm-cloud',
    ['Single-Page-Webanwendung', ...four].join('\n'),
    'redirects',
    fourRight,
  ],
  [
    'below the portal’s platform, in English',
    'ipm-cloud',
    ['Single-page application', 'Redirect URIs', ...four].join('\n'),
    'redirects',
    fourRight,
  ],
  [
    'below the name of Microsoft’s German page',
    'ipm-cloud',
    ['Einzelseitenanwendung', ...four].join('\n'),
    'redirects',
    fourRight,
  ],
  [
    'below the wrong platform',
    'ipm-cloud',
    ['Web', ...four].join('\n'),
    'redirects',
    ['redirect-platform', 'redirect-platform', 'redirect-platform', 'redirect-platform'],
  ],
  [
    'in the portal’s new table',
    'ipm-cloud',
    ['Umleitungs-URI\tPlattform', ...four.map((uri) => `${uri}\tSingle-Page-Webanwendung`)].join(
      '\n',
    ),
    'redirects',
    fourRight,
  ],
  [
    'in that table with its columns swapped, in English',
    'ipm-cloud',
    ['Platform\tRedirect URI', ...four.map((uri) => `Single-page application\t${uri}`)].join('\n'),
    'redirects',
    fourRight,
  ],
  [
    'in that table with blanks in place of tabs',
    'ipm-cloud',
    four.map((uri) => `${uri} Single-page application`).join('\n'),
    'redirects',
    fourRight,
  ],
  [
    'on two platforms',
    'ipm-cloud',
    ['Single-page application', ...four.slice(0, 2), 'Web', ...four.slice(2)].join('\n'),
    'redirects',
    ['redirect-platform', 'redirect-platform', 'redirect-right', 'redirect-right'],
  ],
  [
    'of the retired manifest, without the rest',
    'flowfact',
    `{"url": "${native}", "type": "InstalledClient"}`,
    'redirects',
    ['redirect-right'],
  ],
  [
    'for desktop programs, in German',
    'flowfact',
    `Mobilgerät- und Desktopanwendungen\n${native}`,
    'redirects',
    ['redirect-right'],
  ],
  [
    'for desktop programs, in English',
    'flowfact',
    `Mobile and desktop applications\n${native}`,
    'redirects',
    ['redirect-right'],
  ],
  ['under Web', 'cmxorganize', `Web\n${cmx}`, 'redirects', ['redirect-right']],
  [
    'with a blank in place of %20 (CMX-06)',
    'cmxorganize',
    cmx.replace('%20', ' '),
    'redirects',
    ['redirect-differs', 'redirect-platform-unsaid'],
  ],
  [
    'encoded twice (CMX-06)',
    'cmxorganize',
    `Web\n${cmx.replace('%20', '%2520')}`,
    'redirects',
    ['redirect-differs'],
  ],
  [
    'without www. (CMX-07)',
    'cmxorganize',
    `Web: ${cmx.replace('www.', '')}`,
    'redirects',
    ['redirect-differs'],
  ],
  [
    'without the scheme',
    'cmxorganize',
    cmx.replace('https://', ''),
    'redirects',
    ['redirect-differs', 'redirect-platform-unsaid'],
  ],
  [
    'with an invisible character',
    'cmxorganize',
    `Web\n${cmx.replace('continue', 'con\u200Btinue')}`,
    'redirects',
    ['redirect-differs'],
  ],
  [
    'with one too few and one too many',
    'ipm-cloud',
    ['SPA', ...four.slice(0, 3), 'https://jwt.ms'].join('\n'),
    'redirects',
    ['redirect-missing', 'redirect-surplus', 'redirect-right', 'redirect-right', 'redirect-right'],
  ],
  [
    'with one twice',
    'ipm-cloud',
    ['SPA', ...four, four[0]].join('\n'),
    'redirects',
    ['redirect-twice', ...fourRight],
  ],
  [
    'of an app on this machine',
    'flowfact',
    `Mobile and desktop applications\n${native}\nhttp://localhost`,
    'redirects',
    ['redirect-surplus', 'redirect-right'],
  ],
]);

const granted: readonly SettingCode[] = [
  'permission-granted',
  'permission-granted',
  'permission-granted',
];
const head =
  'API/Berechtigungsname\tTyp\tBeschreibung\tAdministratoreinwilligung erforderlich\tStatus';
const headEnglish = 'API / Permissions name\tType\tDescription\tAdmin consent required\tStatus';

function table(rows: readonly (readonly string[])[], first = head): string {
  return [first, ...rows.map((row) => row.join('\t'))].join('\n');
}

const rowsDe = [
  ['Microsoft Graph (3)'],
  [
    'POP.AccessAsUser.All',
    'Delegiert',
    'Lese- und Schreibzugriff auf Postfächer mittels POP.',
    'Nein',
    'Gewährt für Muster GmbH',
  ],
  ['SMTP.Send', 'Delegiert', 'Senden von E-Mails', 'Nein', 'Gewährt für Muster GmbH'],
  [
    'User.Read',
    'Delegiert',
    'Anmelden und Benutzerprofil lesen',
    'Nein',
    'Gewährt für Muster GmbH',
  ],
] as const;
const rowsEn = [
  ['Microsoft Graph (3)'],
  ['POP.AccessAsUser.All', 'Delegated', 'Read and write access', 'No', 'Granted for Muster GmbH'],
  ['SMTP.Send', 'Delegated', 'Send emails from mailboxes', 'No', 'Granted for Muster GmbH'],
  ['User.Read', 'Delegated', 'Sign in and read user profile', 'No', 'Granted for Muster GmbH'],
] as const;

function withStatus(rows: readonly (readonly string[])[], status: string): string[][] {
  return rows.map((row) => (row.length < 5 ? [...row] : [...row.slice(0, 4), status]));
}

const ipmRows = [
  ['Microsoft Graph (5)'],
  ['Mail.ReadWrite', 'Anwendung', 'Lese- und Schreibzugriff', 'Ja', '✓ Gewährt für Muster GmbH'],
  ['Mail.Send', 'Anwendung', 'E-Mails als beliebiger Benutzer', 'Ja', '✓ Gewährt für Muster GmbH'],
  ['MailboxFolder.Read.All', 'Anwendung', 'Read all', 'Ja', '✓ Gewährt für Muster GmbH'],
  ['MailboxFolder.ReadWrite.All', 'Anwendung', 'Read and write', 'Ja', '✓ Gewährt für Muster GmbH'],
  ['SMTP.Send', 'Delegiert', 'Senden von E-Mails', 'Nein', '✓ Gewährt für Muster GmbH'],
];

const exchangeRows = [
  ['Office 365 Exchange Online (1)'],
  ['POP.AccessAsUser.All', 'Delegiert', '', 'Nein', 'Gewährt für Muster GmbH'],
  ...rowsDe.filter(([name]) => name !== 'POP.AccessAsUser.All'),
];

checks('a table of permissions', [
  ['in German', 'bm', table(rowsDe), 'permissions', granted],
  ['in English', 'bm', table(rowsEn, headEnglish), 'permissions', granted],
  [
    'of iPM-Cloud',
    'ipm-cloud',
    table(ipmRows),
    'permissions',
    [...granted, 'permission-granted', 'permission-granted'],
  ],
  ['without its head', 'bm', table(rowsDe, ''), 'permissions', granted],
  ['cell by cell in lines', 'bm', table(rowsDe).replace(/\t/g, '\n'), 'permissions', granted],
  [
    'cell by cell in lines, in English',
    'bm',
    table(rowsEn, headEnglish).replace(/\t/g, '\n\n'),
    'permissions',
    granted,
  ],
  ['with single blanks', 'bm', table(rowsDe).replace(/\t/g, ' '), 'permissions', granted],
  [
    'with single blanks, in English',
    'bm',
    table(rowsEn, headEnglish).replace(/\t/g, ' '),
    'permissions',
    granted,
  ],
  [
    'with line breaks of Windows',
    'bm',
    table(rowsDe).replace(/\n/g, '\r\n'),
    'permissions',
    granted,
  ],
  ['with decomposed umlauts', 'bm', table(rowsDe).normalize('NFD'), 'permissions', granted],
  [
    'before consent, in German',
    'bm',
    table(withStatus(rowsDe, '⚠ Nicht gewährt für Muster GmbH')),
    'permissions',
    ['permission-not-granted', 'permission-not-granted', 'permission-not-granted'],
  ],
  [
    'before consent, in the portal’s other order of words',
    'bm',
    table(withStatus(rowsDe, 'Nicht für Muster GmbH gewährt')),
    'permissions',
    ['permission-not-granted', 'permission-not-granted', 'permission-not-granted'],
  ],
  [
    'before consent, in English',
    'bm',
    table(withStatus(rowsEn, 'Not granted for Muster GmbH'), headEnglish),
    'permissions',
    ['permission-not-granted', 'permission-not-granted', 'permission-not-granted'],
  ],
  [
    'before consent, with single blanks',
    'bm',
    table(withStatus(rowsEn, 'Not granted for Muster GmbH'), headEnglish).replace(/\t/g, ' '),
    'permissions',
    ['permission-not-granted', 'permission-not-granted', 'permission-not-granted'],
  ],
  [
    'with nothing in the column „Status“',
    'bm',
    table(withStatus(rowsDe, '')),
    'permissions',
    ['permission-not-granted', 'permission-not-granted', 'permission-not-granted'],
  ],
  [
    'granted in part',
    'bm',
    table([...rowsDe.slice(0, 3), ['User.Read', 'Delegiert', 'Anmelden', 'Nein', '']]),
    'permissions',
    ['permission-not-granted', 'permission-granted', 'permission-granted'],
  ],
  [
    'with one missing',
    'bm',
    table(rowsDe.slice(0, 3)),
    'permissions',
    ['permission-missing', 'permission-granted', 'permission-granted'],
  ],
  [
    'with one of the other type',
    'bm',
    table([
      ...rowsDe.slice(0, 3),
      ['User.Read', 'Anwendung', 'Anmelden', 'Ja', 'Gewährt für Muster GmbH'],
    ]),
    'permissions',
    ['permission-type', 'permission-granted', 'permission-granted'],
  ],
  [
    'with all of them on Exchange Online',
    'bm',
    table(exchangeRows).replace('Microsoft Graph (3)', ''),
    'permissions',
    ['permission-api', 'permission-api', 'permission-api'],
  ],
  [
    'with two APIs',
    'bm',
    table([
      exchangeRows[0] ?? [],
      exchangeRows[1] ?? [],
      ['Microsoft Graph (2)'],
      ...rowsDe.slice(2),
    ]),
    'permissions',
    ['permission-api', 'permission-granted', 'permission-granted'],
  ],
  [
    'with one for all mailboxes',
    'bm',
    table([...rowsDe, ['Mail.ReadWrite', 'Anwendung', '', 'Ja', 'Gewährt für Muster GmbH']]),
    'permissions',
    ['permission-surplus-all', ...granted],
  ],
  [
    'with an unknown one',
    'bm',
    table([...rowsDe, ['Calendars.ReadWrite', 'Delegiert', '', 'Nein', 'Gewährt für Muster GmbH']]),
    'permissions',
    ['permission-surplus', ...granted],
  ],
  [
    'with an unknown application permission',
    'bm',
    table([...rowsEn, ['Sites.Read.All', 'Application', '', 'Yes', 'Granted for Muster GmbH']]),
    'permissions',
    ['permission-surplus-app', ...granted],
  ],
  [
    'with a heading for other granted permissions',
    'bm',
    table([
      ...withStatus(rowsDe, 'Nicht gewährt für Muster GmbH'),
      ['Andere für Muster GmbH gewährte Berechtigungen'],
    ]),
    'permissions',
    ['permission-not-granted', 'permission-not-granted', 'permission-not-granted'],
  ],
  [
    'if the vendor names none',
    'cmxorganize',
    table(rowsDe),
    'permissions',
    [
      'permissions-unsaid',
      'permission-at-sign-in',
      'permission-at-sign-in',
      'permission-at-sign-in',
    ],
  ],
  [
    'with names only',
    'bm',
    'POP.AccessAsUser.All\nSMTP.Send\nUser.Read',
    'permissions',
    [...Array.from({ length: 3 }, (): SettingCode => 'permission-type-unsaid'), 'consent-unknown'],
  ],
]);

const mailbox = 'buchhaltung@muster.example';
const organisationCommand =
  'PS C:\\> Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled';
const mailboxCommand = `PS C:\\> Get-CASMailbox -Identity '${mailbox}' | Format-List SmtpClientAuthenticationDisabled`;
const list = (value: string): string => `\n\nSmtpClientAuthenticationDisabled : ${value}\n\n\n`;

checks('output of PowerShell', [
  ['the mailbox may', 'bm', mailboxCommand + list('False'), 'powershell', ['smtp-mailbox-on']],
  ['the mailbox may not', 'bm', mailboxCommand + list('True'), 'powershell', ['smtp-mailbox-off']],
  [
    'the mailbox inherits',
    'bm',
    mailboxCommand + list(''),
    'powershell',
    ['smtp-inherited-unknown'],
  ],
  [
    'the organisation may not',
    'bm',
    organisationCommand + list('True'),
    'powershell',
    ['smtp-organisation-off'],
  ],
  [
    'the organisation may',
    'bm',
    organisationCommand + list('False'),
    'powershell',
    ['smtp-organisation-on'],
  ],
  [
    'the mailbox overrides the organisation: on',
    'bm',
    organisationCommand + list('True') + mailboxCommand + list('False'),
    'powershell',
    ['smtp-mailbox-on'],
  ],
  [
    'the mailbox overrides the organisation: off',
    'bm',
    organisationCommand + list('False') + mailboxCommand + list('True'),
    'powershell',
    ['smtp-mailbox-off', 'smtp-open-for-all'],
  ],
  [
    'the mailbox inherits: on, and so do all others',
    'bm',
    organisationCommand + list('False') + mailboxCommand + list(''),
    'powershell',
    ['smtp-open-for-all', 'smtp-inherited-on'],
  ],
  [
    'the mailbox inherits: off',
    'bm',
    organisationCommand + list('True') + mailboxCommand + list(''),
    'powershell',
    ['smtp-inherited-off'],
  ],
  ['of an unknown object: on', 'bm', list('False'), 'powershell', ['smtp-unattributed-on']],
  ['of an unknown object: off', 'bm', list('True'), 'powershell', ['smtp-unattributed-off']],
  ['of an unknown object: blank', 'bm', list(''), 'powershell', ['smtp-unattributed-blank']],
  [
    'words that people write but PowerShell does not print',
    'bm',
    mailboxCommand + list('Falsch'),
    'powershell',
    ['smtp-mailbox-on'],
  ],
  [
    'a value that cannot be read',
    'bm',
    mailboxCommand + list('Vielleicht'),
    'powershell',
    ['smtp-unreadable'],
  ],
  [
    'a list with addresses',
    'bm',
    `PrimarySmtpAddress               : ${mailbox}\nSmtpClientAuthenticationDisabled : False\n`,
    'powershell',
    ['smtp-mailbox-on'],
  ],
  [
    'a list of several, of which two are the reader’s',
    'bm',
    [
      'PrimarySmtpAddress               : andere@muster.example',
      'SmtpClientAuthenticationDisabled : True',
      '',
      `PrimarySmtpAddress               : ${mailbox}`,
      'SmtpClientAuthenticationDisabled : False',
      '',
      'PrimarySmtpAddress               : Einkauf@muster.example',
      'SmtpClientAuthenticationDisabled : True',
    ].join('\n'),
    'powershell',
    ['smtp-mailbox-off', 'smtp-mailbox-on'],
  ],
  [
    'a list whose blank lines were lost',
    'bm',
    [
      `PrimarySmtpAddress : ${mailbox}`,
      'SmtpClientAuthenticationDisabled : False',
      'PrimarySmtpAddress : einkauf@muster.example',
      'SmtpClientAuthenticationDisabled : False',
    ].join('\n'),
    'powershell',
    ['smtp-table-broken'],
  ],
  [
    'only another mailbox',
    'bm',
    'PrimarySmtpAddress : andere@muster.example\nSmtpClientAuthenticationDisabled : False\n',
    'powershell',
    ['smtp-mailbox-absent'],
  ],
  [
    'a table',
    'bm',
    [
      'Name        PrimarySmtpAddress         SmtpClientAuthenticationDisabled',
      '----        ------------------         --------------------------------',
      `Buchhaltung ${mailbox} False`,
      'Einkauf     einkauf@muster.example     ',
    ].join('\n'),
    'powershell',
    ['smtp-inherited-unknown', 'smtp-mailbox-on'],
  ],
  [
    'a table of the organisation, below its command',
    'bm',
    [
      'PS C:\\> Get-TransportConfig | ft SmtpClientAuthenticationDisabled',
      '',
      'SmtpClientAuthenticationDisabled',
      '--------------------------------',
      '                            True',
    ].join('\r\n'),
    'powershell',
    ['smtp-organisation-off'],
  ],
  [
    'a table whose blanks were lost',
    'bm',
    [
      'PrimarySmtpAddress SmtpClientAuthenticationDisabled',
      '------------------ --------------------------------',
      `${mailbox} True`,
    ].join('\n'),
    'powershell',
    ['smtp-table-broken'],
  ],
  [
    'the newer command',
    'flowfact',
    `PS /Users/muster> Get-EXOCasMailbox makler@muster.example -Properties SmtpClientAuthenticationDisabled | fl SmtpClientAuthenticationDisabled${list('False')}`,
    'powershell',
    ['smtp-mailbox-on'],
  ],
  [
    'the newer command without its property',
    'flowfact',
    [
      'Get-EXOCasMailbox makler@muster.example',
      '',
      'PrimarySmtpAddress : makler@muster.example',
      'PopEnabled         : True',
      'ImapEnabled        : True',
    ].join('\n'),
    'powershell',
    ['smtp-not-shown'],
  ],
  [
    'a mailbox that may not receive',
    'bm',
    [
      `PrimarySmtpAddress               : ${mailbox}`,
      'PopEnabled                       : False',
      'ImapEnabled                      : True',
      'SmtpClientAuthenticationDisabled : False',
    ].join('\n'),
    'powershell',
    ['receiving-off', 'smtp-mailbox-on'],
  ],
  [
    'a whole organisation',
    'bm',
    [
      'AllowLegacyTLSClients            : False',
      'MaxSendSize                      : Unlimited',
      'SmtpClientAuthenticationDisabled : True',
      'Name                             : Transport Settings',
    ].join('\n'),
    'powershell',
    ['smtp-organisation-off'],
  ],
  [
    'a policy',
    'bm',
    'Name               : Block Basic Auth\nAllowBasicAuthSmtp : False\n',
    'powershell',
    ['smtp-policy-off'],
  ],
  [
    'a policy that allows Basic',
    'bm',
    'Name               : Alt\nAllowBasicAuthSmtp : True\n',
    'powershell',
    ['smtp-policy-on'],
  ],
  [
    'an unknown command, in English',
    'bm',
    "Get-CASMailbox : The term 'Get-CASMailbox' is not recognized as the name of a cmdlet",
    'powershell',
    ['powershell-not-connected'],
  ],
  [
    'an unknown command, in German',
    'bm',
    'Get-TransportConfig : Die Benennung "Get-TransportConfig" wurde nicht als Name eines Cmdlet erkannt.',
    'powershell',
    ['powershell-not-connected'],
  ],
  [
    'an unknown mailbox',
    'bm',
    "Get-CASMailbox: The operation couldn't be performed because object 'x' couldn't be found.",
    'powershell',
    ['powershell-not-found'],
  ],
  [
    'if the product does not send by SMTP',
    'ipm-cloud',
    organisationCommand + list('True'),
    'powershell',
    ['smtp-not-needed'],
  ],
]);

const endpoint =
  'https://login.microsoftonline.com/3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615/oauth2/v2.0/token';
const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
const bmForm = [
  `eMail-Adresse\t${mailbox}`,
  'POP3 Server\toutlook.office365.com',
  'POP3 Port (Standard: 110)\t995',
  `Benutzerkonto\t${mailbox}`,
  'OAuth 2.0 aktivieren\tja',
  `OAuth 2.0 Endpunkt-URL\t${endpoint}`,
  `OAuth 2.0 Client-ID\t${clientId}`,
  'OAuth 2.0 Scope\thttps://outlook.office365.com/.default',
  'Sichere Verbindung\tSTARTTLS',
  'SMTP Server\tsmtp.office365.com',
  'SMTP Port\t587',
  'SMTP Sichere Verbindung\tSTARTTLS',
];
const bmFields: readonly SettingCode[] = bmForm.map(() => 'field-right');
const bmSecrets: readonly SettingCode[] = ['field-secret', 'field-secret'];

const adminTab = [
  'Authorization Code URI: https://login.microsoftonline.com/',
  'Token URI: https://login.microsoftonline.com/common/oauth2/token',
  'Redirect URI: https://login.microsoftonline.com/common/oauth2/nativeclient',
  'Scope: https://outlook.office365.com/IMAP.AccessAsUser.All https://outlook.office365.com/SMTP.Send offline_access',
  'Authorization Skeleton: {0}{4}/oauth2/v2.0/authorize?response_type=code&client_id={1}&redirect_uri={2}&scope={3}&prompt=login',
];
const adminFields: readonly SettingCode[] = adminTab.map(() => 'field-right');

checks('the product’s own fields', [
  ['the account of bm', 'bm', bmForm.join('\n'), 'form', [...bmSecrets, ...bmFields]],
  [
    'the account of bm with colons',
    'bm',
    bmForm.map((line) => line.replace('\t', ': ')).join('\n'),
    'form',
    [...bmSecrets, ...bmFields],
  ],
  [
    'the account of bm with the endpoint of version 1',
    'bm',
    bmForm.join('\n').replace('/v2.0', ''),
    'form',
    ['field-differs', ...bmSecrets, ...bmFields.slice(1)],
  ],
  [
    'the account of bm without its scope',
    'bm',
    bmForm.filter((line) => !line.includes('Scope')).join('\n'),
    'form',
    ['fields-absent', ...bmSecrets, ...bmFields.slice(1)],
  ],
  [
    'the account of bm with each value below its label',
    'bm',
    bmForm.join('\n').replace(/\t/g, '\n'),
    'form',
    [...bmSecrets, ...bmFields],
  ],
  [
    'the account of bm with an empty field',
    'bm',
    bmForm.join('\n').replace('smtp.office365.com', ''),
    'form',
    ['field-missing', ...bmSecrets, ...bmFields.slice(1)],
  ],
  [
    'the account of bm with two servers swapped',
    'bm',
    bmForm
      .join('\n')
      .replace('outlook.office365.com\n', 'x\n')
      .replace('smtp.office365.com', 'outlook.office365.com')
      .replace('x\n', 'smtp.office365.com\n'),
    'form',
    ['field-differs', 'field-differs', ...bmSecrets, ...bmFields.slice(2)],
  ],
  ...(
    [
      ['a box that is not ticked', 'aktivieren\tja', 'aktivieren: nein', 'field-box-off'],
      ['a box drawn empty', 'OAuth 2.0 aktivieren\tja', '☐ OAuth 2.0 aktivieren', 'field-box-off'],
      ['a box without its state', 'aktivieren\tja', 'aktivieren', 'field-box-unread'],
      ['a missing box', 'OAuth 2.0 aktivieren\tja\n', '', 'field-box-unread'],
      [
        'the tenant’s ID for the client’s',
        clientId,
        '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
        'field-holds-other',
      ],
      [
        'the client’s ID within the endpoint',
        '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
        clientId.toUpperCase(),
        'field-holds-other',
      ],
    ] as const
  ).map(([name, before, after, code]): Row => [
    `the account of bm with ${name}`,
    'bm',
    bmForm.join('\n').replace(before, after),
    'form',
    code === 'field-box-unread'
      ? ['field-secret', code, 'field-secret', ...bmFields.slice(1)]
      : [code, ...bmSecrets, ...bmFields.slice(1)],
  ]),
  ...(
    [
      ['a box drawn ticked', 'OAuth 2.0 aktivieren\tja', '[x] OAuth 2.0 aktivieren'],
      ['an ID broken by a line', clientId, clientId.replace('91fa-', '91fa-\n  ')],
      ['an ID broken within a group', clientId, clientId.replace('91fa', '91\r\nfa')],
      ['the endpoint broken by lines', '/oauth2/v2.0', '/\noauth2/\n  v2.0'],
    ] as const
  ).map(([name, before, after]): Row => [
    `the account of bm with ${name}`,
    'bm',
    bmForm.join('\n').replace(before, after),
    'form',
    [...bmSecrets, ...bmFields],
  ]),
  [
    'the tab of Flowfact with its servers, labelled as on screen',
    'flowfact',
    'Server: outlook.office365.com\nLogin: makler@muster.example\nUse OAuth: ja\nVerschlüsselung: OAuth TLS (auto)',
    'form',
    ['fields-absent', 'field-right', 'field-right', 'field-right', 'field-right'],
  ],
  ['the tab of Flowfact', 'flowfact', adminTab.join('\n'), 'form', adminFields],
  [
    'the tab of Flowfact with another redirect URI',
    'flowfact',
    adminTab.join('\n').replace('nativeclient\n', 'nativeclient/\n'),
    'form',
    ['field-differs', ...adminFields.slice(1)],
  ],
  [
    'the account data of iPM-Cloud',
    'ipm-cloud',
    [
      'User (Postfach) von dem Ihre Mails versendet werden: ipm-versand@muster.example',
      'Anwendungs-ID (Client): 9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
      'Verzeichnis-ID (Mandant): 9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
    ].join('\n'),
    'form',
    ['field-holds-other', 'field-secret', 'field-right', 'field-right'],
  ],
  [
    'the interface of cmxOrganize',
    'cmxorganize',
    'Typ: Azure\nBenutzername: 9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4\nPasswort: abc',
    'form',
    ['field-secret', 'field-right', 'field-right'],
  ],
  [
    'the settings of cmxOrganize',
    'cmxorganize',
    'TenantID: 3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
    'form',
    ['field-right'],
  ],
]);

/** Made up; assembled so that no scanner mistakes it for a real one. */
const secret = ['Ab18', `Q~${'x'.repeat(34)}`].join('');
const token = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(60)}.${'c'.repeat(40)}`;

checks('something else', [
  ['nothing', 'bm', ' \n ', 'unknown', []],
  ['prose', 'bm', 'Guten Tag, es geht nicht.', 'unknown', ['paste-unrecognised']],
  ['a GUID', 'bm', '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4', 'unknown', ['paste-unrecognised']],
  [
    'an error of Microsoft’s page',
    'ipm-cloud',
    "AADSTS50011: The redirect URI 'https://muster.ipmcloud.de' specified in the request does not match",
    'error',
    ['paste-is-error'],
  ],
  [
    'the answer of a mail server',
    'bm',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    'error',
    ['paste-is-error'],
  ],
  [
    'an answer in JSON',
    'bm',
    '{"error":"invalid_client","error_description":"x","error_codes":[7000215]}',
    'error',
    ['paste-is-error'],
  ],
  ['a secret', 'bm', secret, 'unknown', ['paste-holds-secret']],
  ['a token', 'bm', token, 'unknown', ['paste-holds-token']],
  [
    'a manifest with a secret for a description',
    'bm',
    bm.replace('Mail 2026', secret),
    'manifest',
    ['paste-holds-secret', ...bmRight],
  ],
  [
    'fields with a secret among them',
    'bm',
    [...bmForm, `OAuth 2.0 Client Secret\t${secret}`].join('\n'),
    'form',
    ['paste-holds-secret', ...bmSecrets, ...bmFields],
  ],
]);

describe('a secret', () => {
  it.each([
    ['for a description', bm.replace('Mail 2026', secret)],
    [
      'for an address',
      bm.replace('"redirectUris": []', `"redirectUris": ["https://x.example/${secret}"]`),
    ],
    ['for the audience', bm.replace('AzureADMyOrg', secret)],
    ['for the client ID', bm.replace('9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4', secret)],
    ['in a field', [...bmForm, `OAuth 2.0 Client Secret: ${secret}`].join('\n')],
    [
      'in the wrong field',
      bmForm.join('\n').replace('9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4', secret),
    ],
    ['in an address of a list', `https://x.example/?code=${secret}`],
    [
      'in the name of a mailbox',
      `PrimarySmtpAddress : ${secret}\nSmtpClientAuthenticationDisabled : ${secret}`,
    ],
    ['as a token', `Typ: Azure\nBenutzername: ${token}`],
  ])('is never shown again: %s', (_, text) => {
    const report = checkSettings(
      text,
      expectation('bm', { mailbox: undefined, mailboxes: undefined }),
    );
    expect(JSON.stringify(report)).not.toContain(secret.slice(0, 12));
    expect(JSON.stringify(report)).not.toContain(token.slice(0, 12));
  });
});

describe('a paste that holds several kinds', () => {
  const output = `${mailboxCommand}${list('False')}`;
  const addresses = `Web\n${cmx}\n`;
  const ipmAddresses = ['Single-Page-Webanwendung', ...four].join('\n');

  it.each<readonly [string, RealGuide, string, string, readonly SettingCode[]]>([
    [
      'a manifest, and output of PowerShell below it',
      'bm',
      `${bm}\n\n${output}`,
      'manifest',
      [...unknown, 'json-surrounded', ...right, 'smtp-mailbox-on'],
    ],
    [
      'output of PowerShell, and permissions below it',
      'bm',
      `${output}PS C:\\>\n\n${table(rowsDe)}`,
      'powershell',
      ['smtp-mailbox-on', ...granted],
    ],
    [
      'permissions, and redirect URIs below them',
      'ipm-cloud',
      `${table(ipmRows)}\n\n${ipmAddresses}`,
      'permissions',
      [...granted, 'permission-granted', 'permission-granted', ...fourRight],
    ],
    [
      'a command that says nothing, and redirect URIs below it',
      'cmxorganize',
      `Install-Module ExchangeOnlineManagement\n\n${addresses}`,
      'powershell',
      ['redirect-right'],
    ],
    [
      'a message with an address that may not be registered',
      'cmxorganize',
      `AADSTS50011: The redirect URI does not match.\n${addresses}`,
      'error',
      ['paste-is-error'],
    ],
    [
      'permissions, and an address in a sentence, which is no list',
      'bm',
      `${table(rowsDe)}\n\nMehr dazu steht auf der Seite https://hilfe.muster.example zu lesen.`,
      'permissions',
      granted,
    ],
  ])('is answered for each: %s', (_, id, text, kind, expected) => {
    expect(codes(id, text)).toEqual([kind, expected]);
  });

  it('is one thing where the reader says so', () => {
    const { findings } = checkSettings(
      `${table(ipmRows)}\n\n${ipmAddresses}`,
      expectation('ipm-cloud'),
      'redirects',
    );
    expect(findings.map(({ finding }) => finding.code)).toEqual(fourRight);
  });
});

describe('what must not pass for right', () => {
  const off = 'PrimarySmtpAddress,SmtpClientAuthenticationDisabled\nbuchhaltung@muster.example';

  it.each<[string, RealGuide, string, SettingCode, SettingCode]>([
    [
      'a later output below the rule of a mail',
      'bm',
      `${off},False\n\n---\n${off},True`,
      'smtp-mailbox-off',
      'smtp-mailbox-on',
    ],
    [
      'a later output below a signature',
      'bm',
      `${off},False\n\n-- \n${off},True`,
      'smtp-mailbox-off',
      'smtp-mailbox-on',
    ],
    [
      'a manifest that was not read, above an address',
      'cmxorganize',
      '{},"signInAudience": "AzureADMultipleOrgs"\nWeb https://www.muster.example/App%20E-Mailkonto/continue_oauth',
      'paste-empty-kind',
      'audience-right',
    ],
    [
      'an address in two parts, the second in a sentence',
      'cmxorganize',
      'Web\nhttps://www.muster.example/App%20E-Mailkonto\n/continue_oauth fehlt noch',
      'redirect-missing',
      'redirect-right',
    ],
    [
      'a host in a sentence below the beginning of an address',
      'ipm-cloud',
      'SPA\nhttps://muster.\nipmcloud.de ist unsere Domain',
      'redirect-missing',
      'redirect-right',
    ],
  ])('%s', (_, id, text, expected, never) => {
    const [, found] = codes(id, text);
    expect(found).toContain(expected);
    expect(found).not.toContain(never);
  });
});

describe('a comparison', () => {
  it('takes the reader’s word for what was pasted', () => {
    const expected = expectation('cmxorganize');
    const report = checkSettings(cmx, expected, 'manifest');
    expect(report.findings).toEqual([
      { finding: { code: 'paste-empty-kind' }, verdict: 'unknown', place: 'none' },
    ]);
    expect(checkSettings(cmx, expected, 'form:settings').form).toBe('settings');
    expect(checkSettings(cmx, expected, 'form:nothing').kind).toBe('unknown');
  });

  it('says in which line JSON breaks', () => {
    const lines = bm.split('\n');
    lines[4] = lines[4]?.replace(',', '') ?? '';
    const { findings } = checkSettings(lines.join('\n'), expectation('bm'));
    expect(findings.map(({ finding }) => finding)).toEqual([
      { code: 'json-fault', line: '6', character: '"' },
    ]);
  });

  it('says in which line JSON ends too early', () => {
    const text = bm.split('\n').slice(0, 9).join('\n');
    const { findings } = checkSettings(text, expectation('bm'));
    expect(findings.map(({ finding }) => finding)).toEqual([{ code: 'json-cut-off', line: '9' }]);
  });

  it('names what is missing as it must be registered, and the step', () => {
    const { findings } = checkSettings(table(rowsDe.slice(0, 3)), expectation('bm'));
    expect(findings[0]).toEqual({
      finding: {
        code: 'permission-missing',
        name: 'User.Read',
        expectedType: 'delegated',
        expectedApi: 'Microsoft Graph',
      },
      verdict: 'missing',
      place: 'step',
      step: 'permissions',
    });
  });

  it('sends who lacks consent to the step that gives it', () => {
    const { findings } = checkSettings(
      table(withStatus(rowsDe, 'Nicht gewährt für Muster')),
      expectation('bm'),
    );
    expect(new Set(findings.map(({ step }) => step))).toEqual(new Set(['permissions']));
  });
});
