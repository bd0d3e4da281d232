import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import { scripts } from '../../../src/domain/scripts/scripts.ts';
import { fillScript } from '../../../src/domain/scripts/script-lines.ts';
import { expectation, realGuide, rightManifest, written, type RealGuide } from './right.ts';

const mailbox = 'ipm-versand@muster.example';
const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
const objectId = '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9';
const otherId = 'aaaaaaaa-1111-4222-8333-444444444444';

function report(text: string, id: RealGuide = 'ipm-cloud', own: Record<string, string> = {}) {
  const { kind, findings } = checkSettings(text, expectation(id, own));
  const told = findings.map(({ finding, step }) => {
    const { code, ...details } = finding;
    const name = 'name' in details ? ` ${details.name}` : '';
    return `${code}${name}${step === undefined ? '' : ` → ${step}`}`;
  });
  return { kind, told };
}

const dashes = (name: string): string => '-'.repeat(name.length);
const columns = ['RoleName', 'GrantedPermissions', 'AllowedResourceScope', 'ScopeType', 'InScope'];

/** As printed by Format-Table. */
function table(rows: readonly (readonly string[])[]): string {
  const all = [columns, columns.map(dashes), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(' ')
      .trimEnd(),
  );
  return `\n${lines.join('\n')}\n\n`;
}

const roles = ['Mail.ReadWrite', 'Mail.Send', 'MailboxFolder.Read', 'MailboxFolder.ReadWrite'];
const row = (name: string, inScope: string): readonly string[] => [
  `Application ${name}`,
  name,
  'ipm-cloud mailbox',
  'CustomRecipientScope',
  inScope,
];
const list = (inScope: string): string =>
  roles
    .map((name) =>
      columns
        .map((column, at) => `${column.padEnd(20)} : ${row(name, inScope)[at] ?? ''}`)
        .join('\n'),
    )
    .join('\n\n');

describe('the output of Test-ServicePrincipalAuthorization', () => {
  const allRight = roles.map((name) => `access-in-scope Application ${name}`);

  it.each([
    ['a table', table(roles.map((name) => row(name, 'True')))],
    ['a list', list('True')],
    [
      'a table below its command',
      `PS C:\\> Test-ServicePrincipalAuthorization -Identity '${clientId}' -Resource '${mailbox}' | Format-Table\n${table(roles.map((name) => row(name, 'True')))}`,
    ],
  ])('is right as %s', (_, text) => {
    expect(report(text)).toEqual({ kind: 'powershell', told: allRight });
  });

  it('says which role does not reach the mailbox', () => {
    const { told } = report(
      table(roles.map((name) => row(name, name === 'Mail.Send' ? 'False' : 'True'))),
    );
    expect(told).toContain('access-out-of-scope Application Mail.Send → limit-access');
    expect(told.filter((one) => one.startsWith('access-in-scope'))).toHaveLength(3);
  });

  it.each([
    [
      'the table has lost its blanks',
      table(roles.map((name) => row(name, 'True'))).replace(/ {2,}/g, ' '),
    ],
    ['a narrow window cut the roles', table([row('MailboxFolder.Re…', 'True')])],
    ['a narrow window cut the answers', table([row('Mail.Send', 'T…')])],
    [
      'a role is broken over two lines',
      table([row('Mail.Send', 'True'), ['', 'Mail', '', '', '']]),
    ],
  ])('is not guessed at if %s', (_, text) => {
    expect(report(text)).toEqual({
      kind: 'powershell',
      told: ['access-unreadable → limit-access'],
    });
  });

  it('is not read as a table of permissions, even with a single role', () => {
    const text =
      'RoleName : Application Mail.Send\nGrantedPermissions : Mail.Send\nScopeType : CustomRecipientScope\nInScope : False';
    expect(report(text)).toEqual({
      kind: 'powershell',
      told: ['access-out-of-scope Application Mail.Send → limit-access'],
    });
  });

  it('reports roles that were not tested, are missing or are surplus', () => {
    expect(report(list('Not Run')).told).toContain(
      'access-not-run Application Mail.Send → limit-access',
    );
    const some = table([row('Mail.Send', 'True'), row('Calendars.Read', 'True')]);
    expect(report(some).told).toEqual([
      'access-role-missing Application Mail.ReadWrite → limit-access',
      'access-role-missing Application MailboxFolder.Read → limit-access',
      'access-role-missing Application MailboxFolder.ReadWrite → limit-access',
      'access-surplus Application Calendars.Read → limit-access',
      'access-in-scope Application Mail.Send',
    ]);
  });
});

describe('the output of the commands before it', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the reference to the app',
      `\nDisplayName ObjectId                             AppId\n----------- --------                             -----\nipm-cloud   ${objectId} ${clientId}\n`,
      ['principal-right'],
    ],
    [
      'the reference with another object ID',
      `DisplayName : ipm-cloud\nAppId : ${clientId}\nObjectId : ${otherId}`,
      ['principal-object-differs → limit-access'],
    ],
    [
      'a reference to another app',
      `AppId : ${otherId}\nObjectId : ${objectId}`,
      ['principal-other-app → register-app'],
    ],
    [
      'a scope with the mailbox',
      `Name : ipm-cloud mailbox\nScopeRestrictionType : RecipientScope\nRecipientRestrictionFilter : PrimarySmtpAddress -eq '${mailbox}'`,
      ['scope-mailbox-right'],
    ],
    [
      'a scope with another mailbox',
      `Name : ipm-cloud mailbox\nRecipientRestrictionFilter : PrimarySmtpAddress -eq 'info@muster.example'`,
      ['scope-mailbox-other → limit-access'],
    ],
    [
      'an assignment',
      'Name                Role                  RoleAssigneeName RoleAssigneeType\n----                ----                  ---------------- ----------------\nipm-cloud Mail.Send Application Mail.Send ipm-cloud        ServicePrincipal',
      ['access-assigned Application Mail.Send'],
    ],
  ])('%s', (_, text, told) => {
    expect(report(text)).toEqual({ kind: 'powershell', told });
  });
});

describe('an error message of PowerShell', () => {
  it.each<[string, RealGuide, string, string]>([
    [
      'the cmdlet, in Windows PowerShell',
      'ipm-cloud',
      "Set-CASMailbox : The term 'Set-CASMailbox' is not recognized as the name of a cmdlet, function, script file, or operable program.",
      'powershell-not-connected',
    ],
    [
      'the cmdlet, in PowerShell 7',
      'ipm-cloud',
      "The term 'New-ManagementRoleAssignment' is not recognized as a name of a cmdlet",
      'powershell-not-connected',
    ],
    [
      'the cmdlet, in German',
      'bm',
      'Get-CASMailbox : Die Benennung "Get-CASMailbox" wurde nicht als Name eines Cmdlet, einer Funktion, einer Skriptdatei oder eines ausführbaren Programms erkannt.',
      'powershell-not-connected',
    ],
    [
      'the mailbox',
      'bm',
      "Set-CASMailbox: |Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The operation couldn't be performed because object 'x@muster.example' couldn't be found on 'FR0P281A001.PROD.OUTLOOK.COM'.",
      'powershell-not-found',
    ],
    [
      'the app',
      'ipm-cloud',
      `Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|Der Vorgang konnte nicht ausgeführt werden, da das Objekt „${clientId}“ nicht auf „FR0P281A001.PROD.OUTLOOK.COM“ gefunden wurde.`,
      'powershell-not-found',
    ],
    [
      'rights',
      'ipm-cloud',
      'New-ManagementScope: |System.UnauthorizedAccessException|Access is denied.',
      'powershell-denied',
    ],
    [
      'what is there already',
      'ipm-cloud',
      "New-ManagementScope: |Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException|The scope 'ipm-cloud mailbox' already exists.",
      'powershell-exists',
    ],
  ])('about %s is reported', (_, id, text, code) => {
    expect(report(text, id)).toEqual({ kind: 'powershell', told: [code] });
  });
});

describe('the commands of the site', () => {
  it.each(
    Object.keys(scripts).filter((id) => /^(?:exchange|confine|smtp|authentication)/.test(id)),
  )('are known to be PowerShell: %s', (id) => {
    for (const name of ['ipm-cloud', 'bm'] as const) {
      const { guide, values } = expectation(name);
      const lines = scripts[id as keyof typeof scripts](guide);
      if (lines.length === 0) continue;
      const { text } = fillScript(lines, values, (slot) => slot);
      expect(report(text, name).kind, text).toBe('powershell');
    }
  });
});

describe('a mailbox whose user signs in', () => {
  const text =
    'Name : Info\nRecipientTypeDetails : SharedMailbox\nUserPrincipalName : info@muster.example\nPrimarySmtpAddress : buchhaltung@muster.example';

  it('is reported as shared, and as having another user name', () => {
    expect(report(text, 'bm')).toEqual({
      kind: 'powershell',
      told: ['mailbox-shared', 'mailbox-user-differs info@muster.example'],
    });
  });

  it('is not reported if no user signs in', () => {
    expect(report(text).told).toEqual(['paste-empty-kind']);
  });
});

describe('a service principal', () => {
  const principal = {
    id: objectId,
    appId: clientId,
    displayName: 'iPM-Cloud',
    replyUrls: ['https://muster.ipmcloud.de', 'https://srv042.ipmcloud.de'],
    servicePrincipalType: 'Application',
  };

  it.each([
    ['of Graph', JSON.stringify({ '@odata.context': 'x', value: [principal] })],
    ['of az ad sp show', JSON.stringify(principal, undefined, 2)],
    ['with its addresses alone', JSON.stringify({ replyUrls: principal.replyUrls, id: objectId })],
  ])('%s is the enterprise application, not a list of redirect URIs', (_, text) => {
    expect(report(text)).toEqual({
      kind: 'manifest',
      told: ['manifest-is-enterprise-app', 'principal-right'],
    });
  });

  it('is also recognised from Get-MgServicePrincipal', () => {
    const text = `AppId : ${clientId}\nId : ${objectId}\nServicePrincipalType : Application\nReplyUrls : {https://muster.ipmcloud.de}`;
    expect(report(text)).toEqual({ kind: 'powershell', told: ['principal-right'] });
  });

  it('gives the object ID that the reader has not entered', () => {
    const { enterpriseObjectId: _, ...values } = expectation('ipm-cloud').values;
    const expected = { ...expectation('ipm-cloud'), values };
    expect(
      checkSettings(JSON.stringify(principal), expected).findings.map(({ finding }) => finding),
    ).toContainEqual({ code: 'principal-object-not-entered', found: objectId });
  });

  it('is not the registration, whose object ID is wrong for Exchange (IPM-20)', () => {
    const expected = expectation('ipm-cloud', { enterpriseObjectId: otherId });
    const manifest = written({ ...rightManifest(expected), id: otherId });
    expect(report(manifest, 'ipm-cloud', { enterpriseObjectId: otherId }).told).toContain(
      'principal-object-is-registration → limit-access',
    );
    expect(realGuide('ipm-cloud').steps.map(({ id }) => id)).toContain('limit-access');
  });
});
