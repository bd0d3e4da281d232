import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import {
  readPowerShellOutput,
  type PowerShellOutput,
} from '../../../src/domain/check/powershell-output.ts';
import type { PrintedObject } from '../../../src/domain/check/printed-objects.ts';
import type { SettingCode, SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import { readPaste } from '../../../src/domain/check/paste.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';
import { quickest } from '../../fixtures/quickest.ts';
import { expectation } from './right.ts';

const invoices = 'rechnung@muster.example';
const purchase = 'einkauf@muster.example';
const mailboxes = { mailbox: invoices, mailboxes: `${invoices}, ${purchase}` };
const property = 'SmtpClientAuthenticationDisabled';
const dashes = '-'.repeat(property.length);
/** The command that prints each mailbox with its address, in a form that can be pasted unchanged. */
const script = `Get-CASMailbox -ResultSize Unlimited | Format-List 'PrimarySmtpAddress', '${property}'`;
const unnamed: SettingFinding = {
  code: 'smtp-mailbox-unnamed',
  command: script,
};

const expected = expectation('bm', mailboxes);
const nobody = expectation('bm', { mailbox: '', mailboxes: '' });

function read(text: string): PowerShellOutput {
  return readPowerShellOutput(readPaste(text).lines);
}

function found(text: string, reader = expected): readonly SettingFinding[] {
  return checkSettings(text, reader).findings.map(({ finding }) => finding);
}

/** A code, and its mailbox by first letter: `r` or `e`. */
function toldTo(reader: typeof expected, text: string): readonly string[] {
  return found(text, reader).map((finding) =>
    'mailbox' in finding ? `${finding.code} ${finding.mailbox.charAt(0)}` : finding.code,
  );
}

function told(text: string): readonly string[] {
  return toldTo(expected, text);
}

type Row = readonly [description: string, text: string, told: readonly string[]];

const bothTold = ['smtp-mailbox-off e', 'smtp-mailbox-on r'];
const blankTold = ['smtp-inherited-unknown e', 'smtp-mailbox-on r'];

const table = [
  '',
  `Name            PrimarySmtpAddress      ${property}`,
  `----            ------------------      ${dashes}`,
  `Rechnung Muster ${invoices}                            False`,
  `Einkauf Muster  ${purchase}                              True`,
  'Lager           lager@muster.example',
  '',
  '',
].join('\n');
const list = [
  '',
  '',
  `PrimarySmtpAddress               : ${invoices}`,
  `${property} : False`,
  '',
  `PrimarySmtpAddress               : ${purchase}`,
  `${property} : True`,
  '',
  '',
].join('\n');

function alone(value: string): string {
  return `\n\n${property} : ${value}\n\n\n`;
}

describe('rows without an owner', () => {
  it.each([
    [
      'with names',
      [
        `PS C:\\> Get-CASMailbox | ft Name, ${property}`,
        '',
        `Name            ${property}`,
        `----            ${dashes}`,
        'Rechnung Muster                            False',
        'Einkauf Muster                              True',
      ].join('\n'),
    ],
    [
      'with aliases, which a mailbox has in every domain',
      `Alias    ${property}\n-----    ${dashes}\nrechnung                            False`,
    ],
    [
      'as a list with names',
      `Name : Rechnung\n${property} : False\n\nName : Einkauf\n${property} : True`,
    ],
    [
      'with addresses that are cut off',
      `PrimarySmtpAddress ${property}\n------------------ ${dashes}\nrechnung@muster.e…                            False`,
    ],
    [
      'with addresses that Windows PowerShell cuts off',
      `PrimarySmtpAddress ${property}\n------------------ ${dashes}\nrechnung@muster...                            False`,
    ],
    [
      'from a command that names no mailbox',
      `PS C:\\> Get-CASMailbox | fl ${property}${alone('False')}`,
    ],
    [
      'from a command with a variable',
      `PS C:\\> Get-CASMailbox $m | fl ${property}${alone('False')}`,
    ],
    [
      'from a command with a pattern',
      `PS C:\\> Get-CASMailbox *@muster.example | fl ${property}${alone('False')}`,
    ],
    [
      'from a command with an alias',
      `PS C:\\> Get-CASMailbox rechnung | fl ${property}${alone('False')}`,
    ],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([unnamed]);
  });

  it('are not attributed to a command for one mailbox above them', () => {
    const text = `PS C:\\> Get-CASMailbox ${invoices} | fl ${property}${alone('True')}$x | fl ${property}${alone('False')}`;
    expect(told(text)).toEqual(['smtp-mailbox-off r', 'smtp-unattributed-on']);
  });

  it('are reported even if no mailbox is entered', () => {
    const text = `PS C:\\> Get-CASMailbox | fl ${property}${alone('False')}`;
    expect(found(text, nobody)).toEqual([unnamed]);
  });

  it('cast no doubt on a named mailbox', () => {
    const text = `PrimarySmtpAddress : ${invoices}\n${property} : False\n\nName : Lager\n${property} : True`;
    expect(found(text, expectation('bm', { mailbox: invoices, mailboxes: '' }))).toEqual([
      { code: 'smtp-mailbox-on', mailbox: invoices },
    ]);
  });

  it('are not the reader’s if the address starts differently', () => {
    const text = `PrimarySmtpAddress ${property}\n------------------ ${dashes}\nverkauf@muster.ex…                            False`;
    expect(told(text)).toEqual(['smtp-mailbox-absent r']);
  });
});

const forms: readonly Row[] = [
  // tables
  ['a table', table, bothTold],
  ['a table with hard blanks', table.replaceAll(' ', '\u00A0'), bothTold],
  ['a table with trailing blanks and tabs', table.replaceAll('\n', '  \t \n'), bothTold],
  ['a table that is indented', table.replace(/^/gm, '    '), bothTold],
  ['a table quoted in a mail', table.replace(/^/gm, '> '), bothTold],
  ['a table quoted in a mail without blanks', table.replace(/^/gm, '>'), bothTold],
  ['a table quoted twice', table.replace(/^/gm, '>> '), bothTold],
  ['a table with line breaks of Windows', table.replaceAll('\n', '\r\n'), bothTold],
  [
    'a table with a warning below',
    `${table.trimEnd()}\nWARNUNG: Es gibt weitere Ergebnisse.`,
    bothTold,
  ],
  [
    'a table with a warning in it',
    table.replace('Lager', 'WARNING: There are more results.\nLager'),
    bothTold,
  ],
  ['a table with text right above', `Hier die Ausgabe von eben${table}`, bothTold],
  [
    'cells over two lines, by -Wrap',
    [
      'PrimarySmtpAddress SmtpClientAuthe',
      '                   nticationDisabl',
      '                   ed',
      '------------------ ---------------',
      'rechnung@muster.ex           False',
      'ample',
      'einkauf@muster.exa            True',
      'mple',
    ].join('\n'),
    ['smtp-table-broken'],
  ],
  [
    'a name over two lines, by -Wrap',
    [
      `Name     PrimarySmtpAddress      ${property}`,
      `----     ------------------      ${dashes}`,
      `Rechnung ${invoices}                            False`,
      'Muster',
      'GmbH',
      `Einkauf  ${purchase}                             True`,
    ].join('\n'),
    ['smtp-table-broken'],
  ],
  [
    'a table in pieces',
    [
      'Name            PrimarySmtpAddress',
      property,
      '----            ------------------',
      dashes,
      `Rechnung Muster ${invoices}`,
      'False',
    ].join('\n'),
    ['smtp-table-broken'],
  ],
  [
    'the switch before the address',
    [
      `${property} PrimarySmtpAddress`,
      `${dashes} ------------------`,
      `                           False ${invoices}`,
      `                                 ${purchase}`,
    ].join('\n'),
    blankTold,
  ],

  // a blank value is the organisation's
  ['a blank value at the end of a row', table.replace(' '.repeat(30) + 'True', ''), blankTold],

  // lists
  ['a list', list, bothTold],
  ['a list with hard blanks', list.replaceAll(' ', '\u00A0'), bothTold],
  ['a list in colours', list.replace(/^\w.{33}: /gm, '\u001B[32;1m$&\u001B[0m'), bothTold],
  [
    'a list in colours without their first character',
    list.replace(/^\w.{33}: /gm, '[32;1m$&[0m'),
    bothTold,
  ],
  [
    'a list with an address over two lines',
    list.replace(invoices, `rechnung@mus\n${' '.repeat(35)}ter.example`),
    bothTold,
  ],
  [
    'a list with an address over two lines, without its indent',
    list.replace(invoices, 'rechnung@mus\nter.example'),
    ['smtp-mailbox-off e', 'smtp-table-broken'],
  ],
  [
    'a list whose long name is cut off',
    list.replaceAll(property, 'SmtpClientAuthenticationD'),
    bothTold,
  ],
  [
    'a list with all addresses of the mailbox',
    `EmailAddresses : {SMTP:max@muster.example, smtp:${invoices}, SIP:max@muster.example}\n${property} : False`,
    ['smtp-mailbox-on r'],
  ],
  [
    'the same with the command',
    `PS C:\\> Get-TransportConfig | fl\n${property} : False\nPS C:\\> Get-CASMailbox | fl\nPrimarySmtpAddress : ${invoices}\n${property} : True`,
    ['smtp-mailbox-off r', 'smtp-open-for-all'],
  ],

  // files and other programs
  ['CSV', `"PrimarySmtpAddress","${property}"\n"${invoices}","False"\n"${purchase}",""`, blankTold],
  [
    'CSV of a German Windows, with its first line',
    `#TYPE Selected.Microsoft.Exchange\r\n"Name";"PrimarySmtpAddress";"${property}"\r\n"Rechnung ""neu""; alt";"${invoices}";"False"\r\n"Einkauf";"${purchase}";"True"\r\n`,
    bothTold,
  ],
  [
    'CSV without quotes',
    `PrimarySmtpAddress,${property}\n${invoices},False\n${purchase},`,
    blankTold,
  ],
  [
    'CSV below its command',
    `PS C:\\> Get-CASMailbox | select PrimarySmtpAddress, ${property} | ConvertTo-Csv\nPrimarySmtpAddress,${property}\n${invoices},False\n${purchase},True\n`,
    bothTold,
  ],
  [
    'cells of a German Excel',
    `Name\tPrimarySmtpAddress\t${property}\nRechnung\t${invoices}\tFALSCH\nEinkauf\t${purchase}\tWAHR`,
    bothTold,
  ],
  [
    'cells of Excel with an empty one',
    `PrimarySmtpAddress\t${property}\n${invoices}\tFALSE\n${purchase}\t`,
    blankTold,
  ],
  [
    'JSON',
    `[\n  {\n    "PrimarySmtpAddress":  "${invoices}",\n    "${property}":  false\n  },\n  {\n    "PrimarySmtpAddress":  "${purchase}",\n    "${property}":  null\n  }\n]`,
    blankTold,
  ],
  [
    'JSON of two commands',
    `PS C:\\> Get-TransportConfig | select Smtp* | ConvertTo-Json\n{\n  "${property}": true\n}\nPS C:\\> Get-CASMailbox ${invoices} | ConvertTo-Json -Compress\n{"EmailAddresses":["SMTP:x@muster.example"],"${property}":null}`,
    ['smtp-inherited-off r'],
  ],
  [
    'JSON without its end',
    `[\n  {\n  "PrimarySmtpAddress": "${invoices}",\n  "${property}": false\n`,
    ['smtp-not-shown'],
  ],

  // commands
  [
    'a command over two lines',
    `PS C:\\> Get-CASMailbox -Identity '${invoices}' |\n>> Format-List ${property}\n>>\n\n${property} : False`,
    ['smtp-unattributed-on'],
  ],
  [
    'a command with its mailbox at the end',
    `PS C:\\> Get-EXOCasMailbox -Properties ${property} -UserPrincipalName:${invoices} | fl ${property}${alone('False')}`,
    ['smtp-mailbox-on r'],
  ],
  [
    'commands before and after a change: the last value counts',
    `PS C:\\> Get-CASMailbox ${invoices} | fl ${property}${alone('True')}PS C:\\> Set-CASMailbox ${invoices} -${property} $false\nPS C:\\> Get-CASMailbox ${invoices} | fl ${property}${alone('False')}`,
    ['smtp-mailbox-on r'],
  ],
  [
    'the organisation before and after a change: the last value counts',
    `PS C:\\> Get-TransportConfig | fl ${property}${alone('False')}PS C:\\> Set-TransportConfig -${property} $true\nPS C:\\> Get-TransportConfig | fl ${property}${alone('True')}`,
    ['smtp-organisation-off'],
  ],
  [
    'two commands in one line',
    `PS C:\\> Get-TransportConfig | fl ${property}; Get-CASMailbox ${invoices} | fl ${property}${alone('False')}`,
    ['smtp-unattributed-on'],
  ],
  [
    'the output of a command that was not copied, below one that failed',
    `PS C:\\> Get-CASMailbox -Identity '${invoices}' | fl\nGet-CASMailbox : Das Objekt '${invoices}' konnte nicht gefunden werden.\n+ Get-CASMailbox -Identity '${invoices}' | fl\n${alone('False')}`,
    ['powershell-not-found', 'smtp-unattributed-on'],
  ],
  [
    'the output of a command after a custom prompt',
    `PS C:\\> Get-CASMailbox -Identity '${invoices}' | fl Name\n\nmuster ❯ $x | fl ${property}${alone('False')}`,
    ['smtp-unattributed-on'],
  ],
  [
    'the guide’s own command for several mailboxes',
    `PS C:\\> '${invoices}', '${purchase}' | ForEach-Object { Get-CASMailbox -Identity $_ } | Format-List 'PrimarySmtpAddress', '${property}'${list}`,
    bothTold,
  ],
  [
    'a filter that leaves out the switch',
    `PS C:\\> Get-CASMailbox | Where {$_.${property} -eq $false} | ft PrimarySmtpAddress\n\nPrimarySmtpAddress\n------------------\n${invoices}\n`,
    ['smtp-not-shown'],
  ],
  [
    'a mailbox whose name looks like a command',
    `Name          PrimarySmtpAddress      ${property}\n----          ------------------      ${dashes}\nTest-Rechnung ${invoices}                            False\nNew-Einkauf   ${purchase}                             True`,
    bothTold,
  ],
  [
    'the object of the organisation, by its name',
    `Name : Transport Settings\n${property} : True`,
    ['smtp-organisation-off'],
  ],
];

/** Output that the site's commands do not print, or that was changed on the way. */
const unread: readonly (readonly [description: string, text: string])[] = [
  ['a table whose blanks were lost', table.replace(/ +/g, ' ')],
  ['a table with a tab in each gap', table.replace(/ {2,}/g, '\t')],
  ['a table with a blank line after each', table.replaceAll('\n', '\n\n')],
  [
    'a head over two lines',
    [
      'PrimarySmtpAddress      SmtpClientAuthenticationDi',
      '                        sabled',
      '------------------      --------------------------',
      `${invoices}                      False`,
      `${purchase}                        True`,
    ].join('\n'),
  ],
  [
    'a head over two lines of a single column',
    [
      `PS C:\\> Get-CASMailbox ${invoices} | ft SmtpClient*`,
      '',
      'SmtpClientAuthenticationDi',
      'sabled',
      '--------------------------',
      '                     False',
    ].join('\n'),
  ],
  [
    'a head over many lines, right below the command',
    [
      'PS C:\\> Get-CASMailbox | ft PrimarySmtpAddress,Smtp*',
      'PrimarySmtpAddress     SmtpCli',
      '                       entAuth',
      '                       enticat',
      '                       ionDisa',
      '                       bled',
      '------------------     -------',
      `${invoices}  False`,
      `${purchase}   True`,
    ].join('\n'),
  ],
  [
    'a value too narrow to be read',
    `PrimarySmtpAddress      Smt\n------------------      ---\n${invoices} …se`.replace(
      'Smt\n',
      `${property}\n`,
    ),
  ],
  [
    'a table of several switches whose blanks were lost, with a blank value, so that the owners are unknown',
    [
      `PS C:\\> Get-CASMailbox ${invoices} | ft Name, PopEnabled, ${property}`,
      `Name PopEnabled ${property}`,
      `---- ---------- ${dashes}`,
      'Rechnung Muster False',
    ].join('\n'),
  ],
  ['a blank value in a row whose blanks were lost', table.replace('True', '').replace(/ +/g, ' ')],
  [
    'a single column with a blank value',
    `PS C:\\> Get-CASMailbox ${invoices} | ft ${property}\n\n${property}\n${dashes}\n\n\n\nPS C:\\>`,
  ],
  [
    'a single column with a blank value, and the organisation',
    `PS C:\\> Get-TransportConfig | ft ${property}\n\n${property}\n${dashes}\n                           False\n\n\nPS C:\\> Get-CASMailbox ${invoices} | ft ${property}\n\n${property}\n${dashes}\n\n\n`,
  ],
  [
    'a head that was cut off from its row',
    `PS C:\\> Get-CASMailbox ${invoices} | ft ${property}\n\n${property}\n${dashes}\n`,
  ],
  ['a list with a blank line after each', list.replaceAll('\n', '\n\n')],
  ['a list with each value below its name', list.replace(/ +: /g, ' :\n')],
  [
    'the organisation above a mailbox, all blank lines lost, so that the objects run together',
    `${property} : False\nPrimarySmtpAddress : ${invoices}\n${property} : True`,
  ],
  [
    'objects within a text',
    `@{PrimarySmtpAddress=${invoices}; ${property}=False}\n@{PrimarySmtpAddress=${purchase}; ${property}=}`,
  ],
  [
    'a command that a narrow window broke',
    `PS C:\\Users\\muster> Get-CASMailbox -Identity 'rechn\nung@muster.example' | Format-List SmtpClientAuthen\nticationDisabled\n\n${property} : False`,
  ],
  [
    'commands that print bare values',
    `PS C:\\> (Get-TransportConfig).${property}\nTrue\nPS C:\\> (Get-CASMailbox ${invoices}).${property}\nFalse\nPS C:\\> Get-CASMailbox ${purchase} | select -ExpandProperty ${property}\nTrue`,
  ],
  [
    'a command that prints another bare value',
    `PS C:\\> Get-CASMailbox ${invoices} | where {$_.${property} -eq $false} | select -Expand PopEnabled\nFalse`,
  ],
];

describe('unusual PowerShell output', () => {
  it.each(forms)('%s', (_, text, codes) => {
    expect(told(text)).toEqual(codes);
  });

  it.each(unread)(
    '%s is not guessed at: a command is named whose output can be read',
    (_, text) => {
      expect(told(text)).toEqual(['smtp-table-broken']);
    },
  );

  it('is read to its end, however many mailboxes there are', () => {
    const others = Array.from(
      { length: 2000 },
      (_, index) => `PrimarySmtpAddress : m${index}@muster.example\n${property} : True\n`,
    );
    expect(told([...others, list].join('\n'))).toEqual(bothTold);
  });

  it('the last printed value counts for receiving', () => {
    const text = (value: string): string =>
      `PrimarySmtpAddress : ${invoices}\nPopEnabled : ${value}\n${property} : False\n`;
    const codes = (value: string, after: string): readonly SettingCode[] =>
      found(`${text(value)}\n${text(after)}`).map(({ code }) => code);
    expect(codes('False', 'True')).toEqual(['smtp-mailbox-on']);
    expect(codes('True', 'False')).toEqual(['receiving-off', 'smtp-mailbox-on']);
  });
});

const several = expectation('bm', {
  mailbox: invoices,
  mailboxes: `${invoices}, ${purchase}`,
  smtpScope: 'mailboxes',
});
const wholeOrganisation = expectation('bm', { ...mailboxes, smtpScope: 'organisation' });

function asked(mailbox: string, value: string): string {
  return `PS C:\\> Get-CASMailbox ${mailbox} | fl ${property}${alone(value)}`;
}

function set(mailbox: string, value: string): string {
  return `PS C:\\> Set-CASMailbox ${mailbox} -${property} ${value}\n`;
}

function organisation(value: string): string {
  return `PS C:\\> Get-TransportConfig | fl ${property}${alone(value)}`;
}

const signIn = 'PS C:\\> Connect-ExchangeOnline -ShowBanner:$false\n';

describe('a value that may not be the mailbox’s current one', () => {
  it.each<Row>([
    [
      'one mailbox is set, another read',
      `PS C:\\> Set-CASMailbox ${invoices} -${property} $false; Get-CASMailbox vertrieb@muster.example | ft Name,${property}\n\nName     ${property}\n----     ${dashes}\nvertrieb                            False\n`,
      ['smtp-mailbox-unnamed'],
    ],
    [
      'the other is set, this one read',
      `PS C:\\> Set-CASMailbox ${purchase} -${property} $true; Get-CASMailbox ${invoices} | fl ${property}${alone('False')}`,
      ['smtp-unattributed-on'],
    ],
    [
      'the other is handed on and set, this one read',
      `PS C:\\> Get-CASMailbox ${purchase} | Set-CASMailbox -${property} $true; Get-CASMailbox ${invoices} | fl ${property}${alone('False')}`,
      ['smtp-unattributed-on'],
    ],
    [
      'two are read in one line',
      `PS C:\\> Get-CASMailbox ${purchase} | Out-Null; Get-CASMailbox ${invoices} | fl ${property}${alone('False')}`,
      ['smtp-unattributed-on'],
    ],
    [
      'this one is only handed on, and something else printed',
      `PS C:\\> Get-CASMailbox ${invoices} | Set-CASMailbox -${property} $true${alone('False')}`,
      ['smtp-unattributed-on'],
    ],

    [
      'set afterwards',
      asked(invoices, 'True') + set(invoices, '$false'),
      ['smtp-changed-since r', 'smtp-mailbox-absent e'],
    ],
    [
      'set afterwards in the same line',
      `PS C:\\> Get-CASMailbox ${invoices} | fl ${property}; Set-CASMailbox ${invoices} -${property} $true${alone('False')}`,
      ['smtp-unattributed-on'],
    ],
    [
      'set afterwards, the parameter cut short, the command broken by the window',
      `${asked(invoices, 'False')}PS C:\\> Set-CASMailbox -Identity 'rechnung@mus\nter.example' -SmtpClient $true\n`,
      ['smtp-changed-since r', 'smtp-mailbox-absent e'],
    ],
    [
      'set afterwards for a list, without a prompt',
      `${asked(invoices, 'False')}'${invoices}', '${purchase}' | ForEach-Object { Set-CASMailbox -Identity $_ -${property} $true }\n`,
      ['smtp-changed-since r', 'smtp-mailbox-absent e'],
    ],
    [
      'set afterwards by splatted parameters',
      `${asked(invoices, 'False')}PS C:\\> Set-CASMailbox @change\n`,
      ['smtp-changed-since r', 'smtp-mailbox-absent e'],
    ],
    [
      'the other is set afterwards',
      asked(invoices, 'False') + set(purchase, '$true'),
      ['smtp-mailbox-on r', 'smtp-mailbox-absent e'],
    ],
    [
      'something else is set afterwards',
      `${asked(invoices, 'False')}PS C:\\> Set-CASMailbox ${invoices} -PopEnabled $true\n`,
      ['smtp-mailbox-on r', 'smtp-mailbox-absent e'],
    ],
    [
      'the organisation is set afterwards',
      `${organisation('False')}${asked(invoices, '')}${asked(purchase, 'False')}PS C:\\> Set-TransportConfig -${property} $true\n`,
      ['smtp-inherited-unknown r', 'smtp-organisation-changed-since', 'smtp-mailbox-on e'],
    ],

    [
      'a mail above an older one',
      `${asked(invoices, 'True')}Von: Muster\nGesendet: Montag\n\n${asked(invoices, 'False')}`,
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],
    [
      'a mail in English above an older one',
      `${asked(invoices, 'True')}*From:* Muster\n*Sent:* Monday\n\n${asked(invoices, 'False')}`,
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],
    [
      'a mail above the one that it answers',
      `${asked(invoices, 'True')}Am Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Muster <\ninfo@muster.example>:\n\n${asked(invoices, 'False')}`,
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],
    [
      'a mail above a quoted one',
      asked(invoices, 'True') + asked(invoices, 'False').replace(/^/gm, '> '),
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],
    [
      'a mail right above a quoted one',
      `PrimarySmtpAddress : ${invoices}\n${property} : True\n> PrimarySmtpAddress : ${invoices}\n> ${property} : False`,
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],
    [
      'a mail in English above one that is quoted twice',
      `${asked(invoices, 'True')}On Mon, Nov 16, 2026 at 10:12 AM Muster wrote:\n${asked(invoices, 'False').replace(/^/gm, '>> ')}`,
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],
    [
      'two mails that say the same',
      `${asked(invoices, 'False')}Von: Muster\n\n${asked(invoices, 'False')}`,
      ['smtp-mailbox-on r', 'smtp-mailbox-absent e'],
    ],
    [
      'the organisation in two mails',
      `${organisation('True')}${asked(invoices, '')}Von: Muster\n\n${organisation('False')}`,
      ['smtp-inherited-unknown r', 'smtp-mailbox-absent e', 'smtp-organisation-contradictory'],
    ],
    [
      'set in the newer mail above',
      `${set(invoices, '$true')}\nVon: Muster\n\n${asked(invoices, 'False')}`,
      ['smtp-changed-since r', 'smtp-mailbox-absent e'],
    ],

    ...['[bool]', '!', '-not ', '$false -eq ', '$null -eq '].map((before): Row => [
      `the opposite, by ${before}`,
      `PS C:\\> ${before}(Get-CASMailbox ${invoices}).${property}\nFalse\n`,
      ['smtp-table-broken'],
    ]),
    [
      'the opposite of the organisation',
      `PS C:\\> -not (Get-TransportConfig).${property}\nFalse\n`,
      ['smtp-table-broken'],
    ],
    ...['select', 'fl', 'ft PrimarySmtpAddress,'].map((form): Row => [
      `an expression, by ${form}`,
      `PS C:\\> Get-CASMailbox ${invoices} | ${form} @{n='${property}';e={-not $_.${property}}}\n\nPrimarySmtpAddress : ${invoices}\n${property} : False\n`,
      ['smtp-table-broken'],
    ]),

    [
      'an expression in a variable',
      `PS C:\\> $v = @{n='${property}';e={-not $_.${property}}}\nPS C:\\> Get-CASMailbox ${invoices} | fl $v${alone('False')}`,
      ['smtp-table-broken'],
    ],

    [
      'a mailbox, and the organisation of the next sign-in',
      signIn + asked(invoices, '') + signIn + organisation('False'),
      ['smtp-open-for-all', 'smtp-inherited-elsewhere r', 'smtp-mailbox-absent e'],
    ],
    [
      'the organisation, and a mailbox of the next sign-in',
      signIn + organisation('False') + signIn + asked(invoices, ''),
      ['smtp-open-for-all', 'smtp-inherited-elsewhere r', 'smtp-mailbox-absent e'],
    ],
    [
      'both of the same sign-in',
      signIn + organisation('False') + asked(invoices, ''),
      ['smtp-mailbox-absent e', 'smtp-open-for-all', 'smtp-inherited-on r'],
    ],
    [
      'both of the same account, which signed in twice',
      ['-UserPrincipalName admin@muster.example\n']
        .flatMap((who) => [who, who])
        .map((who) => `PS C:\\> Connect-ExchangeOnline ${who}`)
        .join(organisation('False')) + asked(invoices, ''),
      ['smtp-mailbox-absent e', 'smtp-open-for-all', 'smtp-inherited-on r'],
    ],
    [
      'a mailbox with two values from two sign-ins',
      signIn + asked(invoices, 'True') + signIn + asked(invoices, 'False'),
      ['smtp-contradictory r', 'smtp-mailbox-absent e'],
    ],

    [
      'a mailbox that was not found, in German',
      `Der Vorgang konnte nicht ausgeführt werden, da das Objekt "${invoices}" nicht auf "DB8PR08A01" gefunden wurde.\nPS C:\\> Get-CASMailbox x`,
      ['powershell-not-found'],
    ],
    [
      'a command with a dash of a word processor',
      `PS C:\\> Get-CASMailbox –Identity ${invoices} | fl ${property}${alone('False')}`,
      ['smtp-mailbox-on r', 'smtp-mailbox-absent e'],
    ],
  ])('%s', (_, text, codes) => {
    expect(toldTo(several, text).toSorted()).toEqual(codes.toSorted());
  });

  it.each<Row>([
    ['open, as chosen', organisation('False'), ['smtp-organisation-open']],
    [
      'open, as chosen, and a mailbox that follows it',
      organisation('False') + asked(invoices, ''),
      ['smtp-inherited-on r', 'smtp-organisation-open'],
    ],
    ['closed, though chosen', organisation('True'), ['smtp-organisation-closed']],
  ])('the organisation: %s', (_, text, codes) => {
    expect(toldTo(wholeOrganisation, text).toSorted()).toEqual(codes);
  });

  it('gives no verdict on a mailbox, even if none is entered', () => {
    const text = `${asked(invoices, 'True')}${set(invoices, '$false')}`;
    expect(toldTo(nobody, text)).toEqual(['smtp-changed-since r']);
  });
});

/** A printed mailbox. */
interface Mailbox {
  readonly Name: string;
  readonly PrimarySmtpAddress: string;
  readonly PopEnabled: 'True' | 'False';
  readonly SmtpClientAuthenticationDisabled: 'True' | 'False' | '';
}

const columns = ['Name', 'PrimarySmtpAddress', 'PopEnabled', property] as const;
const word = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
const part = fc.stringMatching(/^[a-z0-9]{1,20}$/);

const anyMailboxes = fc.uniqueArray(
  fc.record<Mailbox>({
    Name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    PrimarySmtpAddress: fc.tuple(part, part).map(([name, host]) => `${name}@${host}.example`),
    PopEnabled: fc.constantFrom('True', 'False'),
    SmtpClientAuthenticationDisabled: fc.constantFrom('True', 'False', ''),
  }),
  { minLength: 1, maxLength: 8, selector: ({ PrimarySmtpAddress }) => PrimarySmtpAddress },
);

/** Pieces of this width, as Format-Table breaks names and, with `-Wrap`, values without blanks. */
function pieces(text: string, width: number): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / width));
  return Array.from({ length: count }, (_, at) => text.slice(at * width, (at + 1) * width));
}

interface Layout {
  readonly widths: readonly number[];
  readonly isRight: boolean;
  readonly isTrimmed: boolean;
}

function printedCells(cells: readonly string[], { widths, isRight }: Layout): string {
  return cells
    .map((cell, at) =>
      isRight && at >= 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
    )
    .join(' ');
}

function printedRow(cells: readonly string[], layout: Layout): readonly string[] {
  const broken = cells.map((cell, at) => pieces(cell, layout.widths[at] ?? 1));
  const height = Math.max(...broken.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    printedCells(
      broken.map((cell) => cell[line] ?? ''),
      layout,
    ),
  );
}

/** Like PowerShell: names broken at the width, dashes as long as the name or the column, cells padded. */
function printedTable(rows: readonly Mailbox[], layout: Layout): string {
  const rule = columns.map((name, at) => '-'.repeat(Math.min(name.length, layout.widths[at] ?? 0)));
  const lines = [
    '',
    ...printedRow(columns, layout),
    printedCells(rule, layout),
    ...rows.flatMap((row) =>
      printedRow(
        columns.map((name) => row[name]),
        layout,
      ),
    ),
    '',
  ];
  return lines.map((line) => (layout.isTrimmed ? line.trimEnd() : line)).join('\n');
}

function readBack(objects: readonly PrintedObject[], names: readonly string[]): unknown {
  return objects.map(({ properties }) =>
    Object.fromEntries(names.map((name) => [name, properties.get(name.toLowerCase())])),
  );
}

function picked(rows: readonly Mailbox[], names: readonly (typeof columns)[number][]): unknown {
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
}

const told3 = ['PrimarySmtpAddress', 'PopEnabled', property] as const;
const anyLayout = fc.record({
  extra: fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 30 })),
  isRight: fc.boolean(),
  isTrimmed: fc.boolean(),
});

describe('printed output is read back', () => {
  it('from a table whose head and rows take one line each, and from no other', () => {
    fc.assert(
      fc.property(anyMailboxes, anyLayout, fc.boolean(), (rows, { extra, ...rest }, isNarrow) => {
        const widths = columns.map((name, at) => {
          const widest = Math.max(...rows.map((row) => row[name].length));
          return (
            (isNarrow ? Math.max(4, widest - 4) : Math.max(widest, name.length)) + (extra[at] ?? 0)
          );
        });
        const { objects, unread } = read(printedTable(rows, { widths, ...rest }));
        const isBroken = columns.some((name, at) =>
          [name, ...rows.map((row) => row[name])].some((cell) => cell.length > (widths[at] ?? 0)),
        );
        expect(unread).toHaveLength(isBroken ? 1 : 0);
        expect(readBack(objects, columns)).toEqual(isBroken ? [] : picked(rows, columns));
      }),
      { numRuns: 2000 },
    );
  });

  it('from a list, however narrow the window is', () => {
    fc.assert(
      fc.property(anyMailboxes, fc.integer({ min: 5, max: 60 }), (rows, width) => {
        const label = Math.max(...columns.map(({ length }) => length));
        const lines = rows.flatMap((row) => [
          ...columns.flatMap((name) =>
            pieces(row[name], width).map(
              (piece, at) =>
                (at === 0 ? `${name.padEnd(label)} : ` : ' '.repeat(label + 3)) + piece,
            ),
          ),
          '',
        ]);
        const { objects } = read(lines.join('\n'));
        expect(readBack(objects, told3)).toEqual(picked(rows, told3));
      }),
    );
  });

  it('from CSV and JSON, among commands', () => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const named = fc.record({
      rows: anyMailboxes,
      name: fc.string({ unit: fc.constantFrom(...'ab ";,{}[]:\\') }).map((name) => name.trim()),
      delimiter: fc.constantFrom(',', ';', '\t'),
      indent: fc.constantFrom(0, 2),
    });
    fc.assert(
      fc.property(named, ({ rows: some, name: Name, delimiter, indent }) => {
        const rows = some.map((row) => ({ ...row, Name }));
        const csv = [columns, ...rows.map((row) => columns.map((name) => row[name]))]
          .map((cells) => cells.map(quoted).join(delimiter))
          .join('\n');
        const json = JSON.stringify(rows, undefined, indent);
        for (const text of [csv, json]) {
          const { objects } = read(`PS C:\\> Get-CASMailbox\n${text}\nPS C:\\>\n`);
          expect(readBack(objects, columns)).toEqual(picked(rows, columns));
        }
      }),
    );
  });
});

/** With `-Wrap`, an address is not in one piece. */
const near = [
  table,
  list,
  ...[...forms, ...unread].filter(([name]) => !name.includes('-Wrap')).map(([, text]) => text),
];

type Pair = readonly [name: string, value: string];

/** The requested properties, in order. */
const orders = {
  first: (own: readonly Pair[], value: Pair): readonly Pair[] => [...own, value],
  last: (own: readonly Pair[], value: Pair): readonly Pair[] => [value, ...own],
  before: (own: readonly Pair[], value: Pair): readonly Pair[] => [...others, ...own, value],
  between: (own: readonly Pair[], value: Pair): readonly Pair[] => [
    ...own,
    ...others.toReversed(),
    value,
  ],
  behind: (own: readonly Pair[], value: Pair): readonly Pair[] => [...own, value, ...others],
} as const;

const others: readonly Pair[] = [
  ['Name', 'Muster GmbH'],
  ['PopEnabled', 'False'],
];

/** A command with its output: the organisation's value, or a mailbox's with or without its address. */
interface Printed {
  readonly of: 'organisation' | 'named' | 'address' | 'variable';
  readonly form: 'list' | 'table' | 'csv' | 'json';
  readonly order: keyof typeof orders;
  readonly mailbox: string;
  readonly value: 'True' | 'False' | '';
}

/** Changes to blanks and lines between a window and this page, with everything printed still present. */
const damages = {
  none: (text: string) => text,
  'blank lines lost': (text: string) => text.replace(/\n{2,}/g, '\n'),
  'blank lines added': (text: string) => text.replaceAll('\n', '\n\n'),
  'blanks lost': (text: string) => text.replace(/ {2,}/g, ' '),
  'all lost': (text: string) => text.replace(/ {2,}/g, ' ').replace(/\n{2,}/g, '\n'),
  'ends lost': (text: string) => text.replace(/[ \t]+$/gm, ''),
  indented: (text: string) => text.replace(/^/gm, '\t'),
  quoted: (text: string) => text.replace(/^/gm, '> '),
  'hard blanks': (text: string) => text.replaceAll(' ', '\u00A0'),
  'line breaks of Windows': (text: string) => text.replaceAll('\n', '\r\n'),
} as const;

const commands = {
  organisation: () => 'Get-TransportConfig',
  named: (mailbox: string) => `Get-CASMailbox -Identity '${mailbox}'`,
  address: () => 'Get-CASMailbox',
  variable: () => 'Get-CASMailbox $m',
} as const;

function printedText({ of, form, order, mailbox, value }: Printed): string {
  const own: readonly Pair[] = of === 'address' ? [['PrimarySmtpAddress', mailbox]] : [];
  const asked = of === 'organisation' ? 'first' : order;
  const pairs = orders[asked](own, [property, value]);
  const names = pairs.map(([name]) => name);
  const cells = pairs.map(([, cell]) => cell);
  const widths = pairs.map((pair) => Math.max(...pair.map(({ length }) => length)));
  const line = (texts: readonly string[]): string =>
    texts.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' ');
  switch (form) {
    case 'list':
      return `\n\n${pairs.map(([name, cell]) => `${name.padEnd(property.length)} : ${cell}`).join('\n')}\n\n\n`;
    case 'table':
      return `\n${line(names)}\n${line(names.map((name) => '-'.repeat(name.length)))}\n${line(cells)}\n\n\n`;
    case 'csv':
      return `${names.map((name) => `"${name}"`).join(',')}\n${cells.map((cell) => `"${cell}"`).join(',')}\n`;
    case 'json':
      return `${JSON.stringify(Object.fromEntries(pairs.map(([name, cell]) => [name, cell === '' ? null : name === property ? cell === 'True' : cell])), undefined, 2)}\n`;
    default:
      return form satisfies never;
  }
}

function isCommanded(withCommands: boolean, { of }: Printed): boolean {
  return withCommands && of !== 'variable';
}

/** The text's verdict on a mailbox: from the last output for it by name, otherwise from the organisation's. */
function allowed(all: readonly Printed[], mailbox: string, withCommands: boolean): string {
  const own = all.findLast(
    (one) =>
      one.mailbox === mailbox &&
      (one.of === 'address' || (one.of === 'named' && isCommanded(withCommands, one))),
  );
  if (own === undefined) return 'unknown';
  if (own.value !== '') return own.value;
  const last = withCommands ? all.findLast(({ of }) => of === 'organisation') : undefined;
  return last?.value ?? 'unknown';
}

describe('a verdict on a mailbox', () => {
  const printed = fc
    .record<Printed>({
      of: fc.constantFrom('organisation', 'named', 'address', 'variable'),
      form: fc.constantFrom('list', 'table', 'csv', 'json'),
      order: fc.constantFrom('first', 'last', 'before', 'between', 'behind'),
      mailbox: fc.constantFrom(invoices, purchase, 'lager@muster.example'),
      value: fc.constantFrom('True', 'False', ''),
    })
    .filter(({ of, value }) => of !== 'organisation' || value !== '');
  const verdicts: Partial<Record<SettingCode, string>> = {
    'smtp-mailbox-on': 'False',
    'smtp-inherited-on': 'False',
    'smtp-mailbox-off': 'True',
    'smtp-inherited-off': 'True',
  };

  it('matches the text about that very mailbox, whatever got lost on the way', () => {
    fc.assert(
      fc.property(
        fc.array(printed, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
        fc.boolean(),
        (all, damage, withCommands) => {
          const text = all.map((one) => {
            const command = `PS C:\\> ${commands[one.of](one.mailbox)} | Format-${one.form}\n`;
            return (withCommands ? command : '') + printedText(one);
          });
          for (const finding of found(damages[damage](text.join('')))) {
            const verdict = verdicts[finding.code];
            if (verdict === undefined || !('mailbox' in finding)) continue;
            expect(allowed(all, finding.mailbox, withCommands)).toBe(verdict);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});

/** A reading, a change, the header of a mail, or a sign-in. */
interface Event {
  readonly kind: 'read' | 'set' | 'set-all' | 'mail' | 'sign-in';
  readonly mailbox: string;
  readonly value: 'True' | 'False';
}

function eventText({ kind, mailbox, value }: Event): string {
  switch (kind) {
    case 'read':
      return asked(mailbox, value);
    case 'set':
      return set(mailbox, `$${value}`);
    case 'set-all':
      return `PS C:\\> $all | Set-CASMailbox -${property} $${value}\n`;
    case 'mail':
      return '\nVon: Muster\nGesendet: Montag\n\n';
    case 'sign-in':
      return signIn;
    default:
      return kind satisfies never;
  }
}

/** The last value, if nothing changed since, and no other mail or sign-in above it disagrees. */
function certain(all: readonly Event[], mailbox: string): string {
  const isOwn = (one: Event): boolean =>
    one.kind === 'set-all' || (['set', 'read'].includes(one.kind) && one.mailbox === mailbox);
  const last = all.findLastIndex(isOwn);
  const { kind, value } = all[last] ?? {};
  if (kind !== 'read' || value === undefined) return 'unknown';
  const above = all.slice(0, last);
  const split = above.findLastIndex((one) => ['mail', 'sign-in'].includes(one.kind));
  const readings = above.slice(0, split + 1).filter((one) => isOwn(one) && one.kind === 'read');
  return readings.every((one) => one.value === value) ? value : 'unknown';
}

describe('a verdict among changes, mails and sign-ins', () => {
  const event = fc.record<Event>({
    kind: fc.constantFrom('read', 'read', 'set', 'set-all', 'mail', 'sign-in'),
    mailbox: fc.constantFrom(invoices, purchase, 'lager@muster.example'),
    value: fc.constantFrom('True', 'False'),
  });

  it('is given only if the text leaves no doubt', () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 7 }),
        fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
        (all, damage) => {
          const text = damages[damage](all.map(eventText).join(''));
          for (const finding of found(text, several)) {
            if (finding.code === 'smtp-mailbox-on') {
              expect(certain(all, finding.mailbox)).toBe('False');
            } else if (finding.code === 'smtp-mailbox-off') {
              expect(certain(all, finding.mailbox)).toBe('True');
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('whatever is pasted as output', () => {
  const anyOutput = fc.oneof(
    anyText(...near),
    fc
      .array(fc.constantFrom(...near.flatMap((text) => text.split('\n'))), { maxLength: 12 })
      .map((lines) => lines.join('\n')),
  );

  it('allows sending for no mailbox that is not in the text', () => {
    fc.assert(
      fc.property(anyOutput, (text) => {
        const dense = text.toLowerCase().replace(/[\s>\p{Default_Ignorable_Code_Point}]+/gu, '');
        for (const finding of found(text)) {
          if (finding.code !== 'smtp-mailbox-on' && finding.code !== 'smtp-inherited-on') continue;
          expect(dense).toContain(finding.mailbox);
          expect(dense).toMatch(/false|falsch|nein|no/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  const huge = [
    ...longTexts,
    ...near.map((text) => `${text}\n`.repeat(100_000 / text.length)),
    `${property}\n${dashes}\n${`${invoices} False\n`.repeat(4000)}`,
    `PrimarySmtpAddress ${property}\n------------------ ${dashes}\n${'a\n'.repeat(50_000)}`,
    `Name PrimarySmtpAddress\n---- ------------------\n${'a\n'.repeat(50_000)}`,
    `PrimarySmtpAddress\n--\n${`${'a '.repeat(400)}\n`.repeat(120)}`,
    `Name\n${'- '.repeat(50_000)}`,
    `Name\n${'-\t'.repeat(50_000)}`,
    `Name\t${property}\n${'\t'.repeat(50_000)}`,
    `${'Name\n'.repeat(39)}${'-- '.repeat(100)}\n`.repeat(200),
    `(Get-CASMailbox a).${property}\n${'True\n'.repeat(20_000)}`,
    `Get-CASMailbox |\n${'>> |\n'.repeat(20_000)}`,
    `Get-CASMailbox ${'"'.repeat(100_000)}`,
    `Get-CASMailbox -Identity ${' '.repeat(100_000)}'`,
    'Get-CASMailbox a\n'.repeat(6000),
    `PrimarySmtpAddress : a\n${`${' '.repeat(30)}b\n`.repeat(3000)}`,
    `"${property}"\n${'"'.repeat(100_000)}`,
    `"${property}","Name"\n${'",'.repeat(50_000)}`,
    '{\n'.repeat(50_000),
    `${'{\n'.repeat(25_000)}${'}\n'.repeat(25_000)}`,
    '[\n{\n"a\n'.repeat(12_000),
    `@{${'a=b;'.repeat(25_000)}}`,
    `${'> '.repeat(50_000)}x`,
    '\u001B[1;'.repeat(25_000),
    `${'x'.repeat(50_000)}❯ ${'x'.repeat(50_000)}`,
    `EmailAddresses : {${'smtp:a@b, '.repeat(10_000)}}\n${property} : False`,
    'a\n\n'.repeat(33_000),
  ].map((text) => text.slice(0, 100_000));

  /** An ordinary machine takes 50 ms at most; a busy one gets twenty times as long. Non-linear code takes seconds. */
  const patience = 1000;

  it('takes less than seconds for 100,000 characters', () => {
    found(table);
    const slow = huge.flatMap((text, index) => {
      const time = quickest(() => found(text), patience);
      return time > patience ? [`${index} ${text.slice(0, 20)} ${time.toFixed()} ms`] : [];
    });
    expect(slow).toEqual([]);
  });
});
