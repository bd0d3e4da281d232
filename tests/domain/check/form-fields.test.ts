/** The product's own forms as people copy or write them, with every finding in the order of display. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import type { SettingCode, SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import type { Values } from '../../../src/domain/guide/guide.ts';
import { expectation, type RealGuide } from './right.ts';

const mailbox = 'makler@muster.example';
const clientId = '9f3c21ab-0d47-4e65-8b12-5a7c3d90e2f4';
const encryption = 'OAuth TLS (auto)';

function findings(guide: RealGuide, text: string, own: Values = {}): readonly SettingFinding[] {
  return checkSettings(text, expectation(guide, own)).findings.map(({ finding }) => finding);
}

/** A code, and its label. */
function told(guide: RealGuide, text: string, own: Values = {}): readonly string[] {
  return findings(guide, text, own).map((finding) =>
    'label' in finding ? `${finding.code} ${finding.label}` : finding.code,
  );
}

describe('a tab with the same labels under two headings', () => {
  const incoming = ['Posteingang: Server', 'Posteingang: Login', 'Posteingang: Verschlüsselung'];
  const outgoing = ['Postausgang: Server', 'Postausgang: Login', 'Postausgang: Verschlüsselung'];
  const right = [
    'Posteingang',
    'Server:\toutlook.office365.com',
    `Login:\t${mailbox}`,
    `Verschlüsselung:\t${encryption}`,
    'Postausgang',
    'Server:\tsmtp.office365.com',
    `Login:\t${mailbox}`,
    `Verschlüsselung:\t${encryption}`,
  ];
  const both = right.join('\n');
  const as = (code: SettingCode, labels: readonly string[]): readonly string[] =>
    labels.map((label) => `${code} ${label}`);
  const own = { mailbox };
  /** Without the findings about the checkbox. */
  const tab = (text: string): readonly string[] =>
    told('flowfact', text, own).filter((one) => one !== 'field-box-unread Use OAuth');

  it.each<readonly [string, string, readonly string[]]>([
    ['right', both, as('field-right', [...incoming, ...outgoing])],
    [
      'right, with colons after the headings',
      both.replace(/^(Post\w+)$/gm, '$1:'),
      as('field-right', [...incoming, ...outgoing]),
    ],
    [
      'right, with each value below its label',
      both.replace(/:\t/g, '\n'),
      as('field-right', [...incoming, ...outgoing]),
    ],
    [
      'without headings, in their order',
      right.filter((line) => !/^Post\w+$/.test(line)).join('\n'),
      as('field-right', [...incoming, ...outgoing]),
    ],
    [
      'with the servers exchanged',
      both
        .replace('outlook.office365.com', 'x')
        .replace('smtp.office365.com', 'outlook.office365.com')
        .replace('\tx', '\tsmtp.office365.com'),
      [
        ...as('field-differs', ['Posteingang: Server', 'Postausgang: Server']),
        ...as('field-right', [...incoming.slice(1), ...outgoing.slice(1)]),
      ],
    ],
    [
      'with another login for sending',
      right.with(6, 'Login:\tchef@muster.example').join('\n'),
      [
        'field-differs Postausgang: Login',
        ...as('field-right', [...incoming, 'Postausgang: Server', 'Postausgang: Verschlüsselung']),
      ],
    ],
    [
      'with a password for sending',
      right.with(7, 'Verschlüsselung:\tTLS (auto)').join('\n'),
      [
        'field-differs Postausgang: Verschlüsselung',
        ...as('field-right', [...incoming, 'Postausgang: Server', 'Postausgang: Login']),
      ],
    ],
    [
      'with nothing chosen for sending',
      right.with(7, 'Verschlüsselung:').join('\n'),
      [
        'field-missing Postausgang: Verschlüsselung',
        ...as('field-right', [...incoming, 'Postausgang: Server', 'Postausgang: Login']),
      ],
    ],
    [
      'of which only one half was copied',
      right.slice(4).join('\n'),
      ['fields-absent', ...as('field-right', outgoing)],
    ],
    [
      'of which only one half was copied, without its heading',
      ['Server: smtp.office365.com', 'Verschlüsselung: TLS'].join('\n'),
      [
        'field-differs Posteingang: Verschlüsselung',
        'fields-absent',
        'field-right Postausgang: Server',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(tab(text)).toEqual(expected);
  });

  const turned = [
    'Postausgang',
    'Server: smtp.office365.com',
    `Login: ${mailbox}`,
    'Verschlüsselung: TLS (auto)',
    'Posteingang',
    'Server: outlook.office365.com',
    'Login: chef@muster.example',
    `Verschlüsselung: ${encryption}`,
  ];

  it.each([
    ['as they are', /$/],
    ['with a word in brackets', / \(\w+\)$/],
    ['as servers', /sserver:$/],
  ])('is read under its headings in whatever order: %s', (_, behind) => {
    const words = behind.source.includes('\\(') ? [' (SMTP)', ' (IMAP)'] : ['', ''];
    const ending = behind.source.startsWith('s') ? 'sserver:' : '';
    const text = turned
      .with(0, `Postausgang${ending}${words[0] ?? ''}`)
      .with(4, `Posteingang${ending}${words[1] ?? ''}`)
      .join('\n');
    expect(tab(text)).toEqual([
      'field-differs Posteingang: Login',
      'field-differs Postausgang: Verschlüsselung',
      'field-right Posteingang: Server',
      'field-right Posteingang: Verschlüsselung',
      'field-right Postausgang: Server',
      'field-right Postausgang: Login',
    ]);
  });

  it('reports no mistake below an unreadable heading', () => {
    const text = turned.with(0, 'Für den Postausgang gilt').with(4, 'Für den Posteingang gilt');
    expect(tab(text.join('\n')).filter((one) => one.startsWith('field-differs'))).toEqual([]);
  });

  it.each([
    ['one not ticked', ['[x]', '[ ]'], 'field-box-off Use OAuth'],
    ['both ticked', ['☑', '☑'], 'field-right Use OAuth'],
    ['one said', ['☑', ''], 'field-box-unread Use OAuth'],
  ])('has the box „Use OAuth“: %s', (_, [first = '', second = ''], expected) => {
    const text = [...right.slice(0, 4), `${first} Use OAuth`, ...right.slice(4)];
    expect(told('flowfact', [...text, `${second} Use OAuth`].join('\n'), own)).toContain(expected);
  });

  it('is never right with a wrong line, in any order', () => {
    const lines = [1, 2, 3, 5, 6, 7];
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.boolean(), (wrong, isTurned) => {
        const changed = right.with(wrong, `${right[wrong]?.split('\t')[0] ?? ''}\tfalsch`);
        const parts = [changed.slice(0, 4), changed.slice(4)];
        const text = (isTurned ? parts.toReversed() : parts).flat().join('\n');
        const label = [...incoming, ...outgoing][lines.indexOf(wrong)] ?? '';
        // A word instead of a server or an account is not repeated.
        const code = /Server|Login/.test(label) ? 'field-other' : 'field-differs';
        expect(tab(text).filter((one) => !one.startsWith('field-right'))).toEqual([
          `${code} ${label}`,
        ]);
      }),
    );
  });
});

describe('the account of bm', () => {
  const known = (...lines: readonly string[]): readonly string[] =>
    told('bm', [...lines, 'SMTP Port: 587'].join('\n'), { clientType: 'public', clientId }).filter(
      (one) => !/^field-secret Kennwort$|^field-box-unread|SMTP Port$|^fields-absent$/.test(one),
    );

  it.each<readonly [string, string, string]>([
    [
      'the encryption that Microsoft uses at port 995',
      'Sichere Verbindung: SSL/TLS',
      'field-also-right',
    ],
    ['the same in short', 'Sichere Verbindung: tls', 'field-also-right'],
    ['the vendor’s name', 'Sichere Verbindung: STARTTLS', 'field-right'],
    ['neither', 'Sichere Verbindung: keine', 'field-differs'],
  ])('%s', (_, line, code) => {
    expect(known(line)).toEqual([`${code} Sichere Verbindung`]);
  });

  it('sends by STARTTLS alone', () => {
    expect(known('SMTP Sichere Verbindung: SSL/TLS')).toEqual([
      'field-differs SMTP Sichere Verbindung',
    ]);
  });

  it.each(['', '(leer)', 'leer', '–', '-', '<leer>'])('has no secret: „%s“', (content) => {
    expect(known(`OAuth 2.0 Client Secret: ${content}`)).toEqual([
      'field-right OAuth 2.0 Client Secret',
    ]);
  });

  it.each([
    [
      'of two lines of that name the second',
      [
        'Sichere Verbindung: STARTTLS',
        'Sichere Verbindung: keine',
        'SMTP Server: smtp.office365.com',
      ],
    ],
    [
      'the line below the other settings for sending',
      [
        'POP3 Port (Standard: 110): 995',
        'Sichere Verbindung: STARTTLS',
        'SMTP Server: smtp.office365.com',
        'Sichere Verbindung: keine',
      ],
    ],
    [
      'that line at the start',
      [
        'SMTP Server: smtp.office365.com',
        'Sichere Verbindung: keine',
        'POP3 Port (Standard: 110): 995',
        'Sichere Verbindung: STARTTLS',
      ],
    ],
  ])('sends unencrypted: %s', (_, lines) => {
    expect(told('bm', lines.join('\n')).filter((one) => one.startsWith('field-differs'))).toEqual([
      'field-differs SMTP Sichere Verbindung',
    ]);
  });

  it('has text in the field that must stay empty', () => {
    expect(known('OAuth 2.0 Client Secret: abc')).toEqual([
      'field-not-empty OAuth 2.0 Client Secret',
    ]);
  });

  it('has the client ID instead of the secret', () => {
    const text = `SMTP Port: 587\nOAuth 2.0 Client Secret: ${clientId.toUpperCase()}`;
    expect(findings('bm', text, { clientType: 'private', clientId })).toContainEqual({
      code: 'field-secret-holds-other',
      label: 'OAuth 2.0 Client Secret',
      value: 'clientId',
    });
  });

  it('reports all differences in an endpoint', () => {
    const text = `SMTP Port: 587\nOAuth 2.0 Endpunkt-URL: https://login.microsoftonline.com/${clientId} /oauth2/token`;
    expect(findings('bm', text, { tenantId: clientId })).toContainEqual(
      expect.objectContaining({ code: 'field-differs', difference: 'blank version' }),
    );
  });

  it('reports fields that were not copied, in one line', () => {
    const absent = findings('bm', 'SMTP Port: 587\nSMTP Server: smtp.office365.com').filter(
      ({ code }) => code === 'fields-absent',
    );
    expect(absent).toHaveLength(1);
    expect(absent[0]).toHaveProperty('labels', expect.stringContaining('OAuth 2.0 Scope'));
  });
});

it('two windows of cmxOrganize copied together are both compared', () => {
  const text = `Schnittstelle\nTyp: Azure\nBenutzername: ${clientId}\nPasswort: ********\nEinstellungen\nTenantID: ${clientId}`;
  expect(told('cmxorganize', text, { clientId })).toEqual([
    'field-holds-other TenantID',
    'field-secret Passwort',
    'field-right Typ',
    'field-right Benutzername',
  ]);
});

it('content is quoted unchanged, with its last bracket', () => {
  expect(
    findings('flowfact', 'Posteingang: Verschlüsselung: TLS (auto)\nUse OAuth: ja'),
  ).toContainEqual(expect.objectContaining({ code: 'field-differs', found: 'TLS (auto)' }));
});

describe('the vendor’s spelling', () => {
  const account = (tenant: string, secret: string): string =>
    `Anwendungs-ID (Client): ${clientId}\n${tenant}: ${clientId}\n${secret}: ********`;

  it.each([
    ['Verzeichnis-ID-(Mandant)', 'Geheime Clientschlüssel(Wert)'],
    ['Verzeichnis-ID (Mandant)', 'Geheime Clientschlüssel (Wert)'],
    ['verzeichnis-id(mandant)', 'geheime clientschlüssel-(wert)'],
  ])('brackets are read with blank, hyphen or neither before them: %s (IPM-18)', (...labels) => {
    expect(told('ipm-cloud', account(...labels), { clientId })).toEqual([
      'field-holds-other Verzeichnis-ID-(Mandant)',
      'fields-absent',
      'field-secret Geheime Clientschlüssel(Wert)',
      'field-right Anwendungs-ID (Client)',
    ]);
  });

  it('another word before the brackets is another label', () => {
    const text = account('Mandanten-ID (Mandant)', 'Geheime Clientschlüssel(Wert)');
    expect(told('ipm-cloud', text, { clientId })).not.toContain(
      'field-holds-other Verzeichnis-ID-(Mandant)',
    );
  });

  it.each([
    ['O365', 'field-right StandardKontenBelegung'],
    ['0365', 'field-right StandardKontenBelegung'],
    ['365', 'field-differs StandardKontenBelegung'],
    ['GMX', 'field-differs StandardKontenBelegung'],
  ])('the entry is printed with the letter and with the digit: %s (FF-17)', (entry, expected) => {
    const text = `StandardKontenBelegung: ${entry}\nTenant ID: ${clientId}`;
    expect(told('flowfact', text)).toContain(expected);
  });
});
