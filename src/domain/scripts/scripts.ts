/** Every script that the site offers, derived from a guide. */

import { exchangeRoles } from './exchange-roles.ts';
import type { ApplicableGuide } from '../guide/guide.ts';
import {
  mailboxTypeRead,
  sendAsGrant,
  sharedMailboxGrant,
  sharedMailboxRead,
} from './mailbox-scripts.ts';
import {
  command,
  printPowerShell,
  type Argument,
  type PowerShellLine,
  type PowerShellScript,
  type ScriptLine,
} from './powershell.ts';
import { line, list, off, slot, text } from './script-parts.ts';
import {
  exchangeConnect,
  exchangeDisconnect,
  exchangeInstall,
  graphConnect,
  graphDisconnect,
  graphInstall,
  readExecutionPolicy,
  readPasswordExpiry,
  setExecutionPolicy,
  setPasswordExpiry,
} from './session-scripts.ts';
import {
  deviceCodeBash,
  deviceCodePowerShell,
  passwordTestBash,
  passwordTestPowerShell,
  tenantCheckBash,
  tenantCheckPowerShell,
} from './terminal-scripts.ts';
import {
  bashAnswer,
  bashBlock,
  bashQuestion,
  ownBash,
  ownPowerShell,
  powerShellAnswer,
  powerShellBlock,
  powerShellCatch,
} from './terminal-sign-in.ts';
import { tenantEndpoint } from '../registration/token-endpoint.ts';

/**
 * Scripts by id: from a branch of the guide to printed lines with slots; empty where the guide has no use for it.
 * Each line of PowerShell that is not a token test can be pasted on its own.
 * @see https://learn.microsoft.com/exchange/permissions-exo/application-rbac checked 2026-11-20 (IPM-16, IPM-20)
 */
export const scripts = {
  'execution-policy-read': () => printPowerShell(readExecutionPolicy),
  'execution-policy-set': () => printPowerShell(setExecutionPolicy),
  'exchange-install': () => printPowerShell(exchangeInstall),
  'exchange-connect': () => printPowerShell(exchangeConnect),
  'exchange-disconnect': () => printPowerShell(exchangeDisconnect),
  'graph-install': () => printPowerShell(graphInstall),
  'graph-connect': () => printPowerShell(graphConnect),
  'graph-disconnect': () => printPowerShell(graphDisconnect),
  'password-expiry-read': (guide) => passwordExpiry(guide, readPasswordExpiry),
  'password-expiry-set': (guide) => passwordExpiry(guide, setPasswordExpiry),
  'confine-mailbox': (guide) => printPowerShell(confineMailbox(guide)),
  'confine-check': (guide) => printPowerShell(confineCheck(guide)),
  'confine-undo': (guide) => printPowerShell(confineUndo(guide)),
  'smtp-auth-read-organisation': (guide) => smtpAuth(guide, readOrganisation),
  'smtp-auth-set-organisation': (guide) => smtpAuth(guide, setOrganisation),
  'smtp-auth-read-mailbox': (guide) => smtpAuth(guide, readMailboxSwitch),
  'smtp-auth-set-mailbox': (guide) => smtpAuth(guide, setMailboxSwitch),
  'smtp-auth-read-mailboxes': (guide) => smtpAuth(guide, readMailboxSwitches),
  'smtp-auth-set-mailboxes': (guide) => smtpAuth(guide, setMailboxSwitches),
  'authentication-policy-read': (guide) => smtpAuth(guide, readAuthenticationPolicies),
  'mailbox-type-read': mailboxTypeRead,
  'shared-mailbox-grant': sharedMailboxGrant,
  'shared-mailbox-read': sharedMailboxRead,
  'send-as-grant': sendAsGrant,
  'token-test-bash': (guide) => tokenTestBash(guide),
  'token-test-powershell': (guide) => printPowerShell(tokenTestPowerShell(guide)),
  'tenant-check-bash': tenantCheckBash,
  'tenant-check-powershell': tenantCheckPowerShell,
  'password-test-bash': passwordTestBash,
  'password-test-powershell': passwordTestPowerShell,
  'device-code-bash': deviceCodeBash,
  'device-code-powershell': deviceCodePowerShell,
} as const satisfies Record<string, (guide: ApplicableGuide) => readonly ScriptLine[]>;

/** The id of a script. */
export type ScriptId = keyof typeof scripts;

/** The language of a script, as the highlighter names it. */
export function scriptLanguage(id: ScriptId): 'powershell' | 'bash' {
  return id.endsWith('-bash') ? 'bash' : 'powershell';
}

/** Only for a guide that asks for a mailbox. */
function passwordExpiry(guide: ApplicableGuide, script: PowerShellScript): readonly ScriptLine[] {
  return guide.values.some(({ id }) => id === 'mailbox') ? printPowerShell(script) : [];
}

/** A role in Exchange, and the name under which this guide assigns it. */
interface RoleAssignment {
  readonly role: string;
  readonly name: string;
}

function roleAssignments(guide: ApplicableGuide): readonly RoleAssignment[] {
  return exchangeRoles(guide).map(({ role, permission }) => ({
    role,
    name: nameInExchange(guide, permission),
  }));
}

/** All that we create begins with the guide's id, so that it is found again; 64 characters are the limit. */
function nameInExchange(guide: ApplicableGuide, suffix: string): string {
  return `${guide.id.slice(0, 63 - suffix.length)} ${suffix}`;
}

function scopeName(guide: ApplicableGuide): string {
  return nameInExchange(guide, 'mailbox');
}

function confineMailbox(guide: ApplicableGuide): PowerShellScript {
  const assignments = roleAssignments(guide);
  if (assignments.length === 0) return [];
  return [
    line(
      command('New-ServicePrincipal', {
        AppId: slot('clientId'),
        ObjectId: slot('enterpriseObjectId'),
        DisplayName: text(guide.id),
      }),
    ),
    line(
      command('New-ManagementScope', {
        Name: text(scopeName(guide)),
        RecipientRestrictionFilter: {
          kind: 'filter',
          property: 'PrimarySmtpAddress',
          slot: 'mailbox',
        },
      }),
    ),
    ...assignments.map((assignment) => assignRole(guide, assignment)),
  ];
}

function assignRole(guide: ApplicableGuide, { role, name }: RoleAssignment): PowerShellLine {
  return line(
    command('New-ManagementRoleAssignment', {
      Name: text(name),
      App: slot('enterpriseObjectId'),
      Role: text(role),
      CustomResourceScope: text(scopeName(guide)),
    }),
  );
}

function confineCheck(guide: ApplicableGuide): PowerShellScript {
  if (roleAssignments(guide).length === 0) return [];
  const test = command('Test-ServicePrincipalAuthorization', {
    Identity: slot('clientId'),
    Resource: slot('mailbox'),
  });
  return [line(test, command('Format-Table'))];
}

/** The assignments go first: Exchange keeps a scope that is in use. */
function confineUndo(guide: ApplicableGuide): PowerShellScript {
  const assignments = roleAssignments(guide);
  if (assignments.length === 0) return [];
  return [
    ...assignments.map(({ name }) => removal('Remove-ManagementRoleAssignment', text(name))),
    removal('Remove-ManagementScope', text(scopeName(guide))),
    removal('Remove-ServicePrincipal', slot('enterpriseObjectId')),
  ];
}

function removal(name: string, identity: Argument): PowerShellLine {
  return line(command(name, { Identity: identity, Confirm: off }));
}

/** „Disabled = false“: the switch is negated in its name, so `$false` turns SMTP AUTH on. */
const switchName = 'SmtpClientAuthenticationDisabled';
const no: Argument = { kind: 'boolean', value: false };
const each: Argument = { kind: 'variable', name: '_' };
const show = command('Format-List', {}, { kind: 'raw', text: switchName });

/**
 * The mailbox's own switch beats the organisation's. Bareword lists parse nowhere but in PowerShell: they are quoted.
 * @see https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission checked 2026-11-20 (FF-11, FF-13, BM-12)
 */
const readOrganisation: PowerShellScript = [line(command('Get-TransportConfig'), show)];
const setOrganisation: PowerShellScript = [
  line(command('Set-TransportConfig', { [switchName]: no })),
];
const readMailboxSwitch: PowerShellScript = [
  line(command('Get-CASMailbox', { Identity: slot('mailbox') }), show),
];
const setMailboxSwitch: PowerShellScript = [
  line(command('Set-CASMailbox', { Identity: slot('mailbox'), [switchName]: no })),
];
const readMailboxSwitches: PowerShellScript = [
  {
    each: 'mailboxes',
    run: command('Get-CASMailbox', { Identity: each }),
    pipeline: [command('Format-List', {}, list('PrimarySmtpAddress', switchName))],
  },
];
const setMailboxSwitches: PowerShellScript = [
  {
    each: 'mailboxes',
    run: command('Set-CASMailbox', { Identity: each, [switchName]: no }),
    pipeline: [],
  },
];
/** Its switch is about Basic sign-ins only; with OAuth it is a place to look, not to change (FF-12). */
const readAuthenticationPolicies: PowerShellScript = [
  line(
    command('Get-AuthenticationPolicy'),
    command('Format-List', {}, list('Name', 'AllowBasicAuthSmtp')),
  ),
];

function smtpAuth(guide: ApplicableGuide, script: PowerShellScript): readonly ScriptLine[] {
  return guide.smtpAuth === 'needed' ? printPowerShell(script) : [];
}

/** Proves nothing about mail servers, but that tenant, client and secret belong together, for any guide with a secret. */
const defaultTestScope = 'https://graph.microsoft.com/.default';

/** The scopes of the guide's own request; undefined where there is no secret to test. */
function testScope(guide: ApplicableGuide): string | undefined {
  if (!guide.registration.credentials.some(({ kind }) => kind === 'secret')) return undefined;
  const request = guide.token.find(({ grant }) => grant === 'client-credentials');
  const scopes = request?.scopes ?? [];
  return scopes.length > 0 ? scopes.join(' ') : defaultTestScope;
}

/** The address with the shell's variable `tenant` in it. */
const tokenAddress = tenantEndpoint('token', 'tenant', 'v2').replace('/tenant/', () => '/$tenant/');

/**
 * The secret goes to curl by standard input, so that no process list has it; of the answer only what is no secret is
 * printed.
 */
function tokenTestBash(guide: ApplicableGuide): readonly ScriptLine[] {
  const scope = testScope(guide);
  if (scope === undefined) return [];
  return bashBlock(
    { tenant: 'tenantId', client: 'clientId' },
    String.raw`${bashQuestion('secret', 'client_secret')}
answer=$(printf %s "$secret" | curl -sS "${tokenAddress}" \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode "client_id=$client" \
  --data-urlencode ${ownBash(`scope=${scope}`)} \
  --data-urlencode 'client_secret@-')
${bashAnswer('aud|appid|tid|roles')}`,
  );
}

/** As `tokenTestBash`. */
function tokenTestPowerShell(guide: ApplicableGuide): PowerShellScript {
  const scope = testScope(guide);
  if (scope === undefined) return [];
  return powerShellBlock(
    { tenant: 'tenantId', client: 'clientId' },
    `$secret = Read-Host -AsSecureString -Prompt 'client_secret'
$body = @{
  grant_type = 'client_credentials'
  client_id = $client
  scope = ${ownPowerShell(scope)}
  client_secret = [System.Net.NetworkCredential]::new('', $secret).Password
}
try {
  $answer = Invoke-RestMethod -Method Post -Uri "${tokenAddress}" -Body $body -ErrorAction Stop
${powerShellAnswer(['aud', 'appid', 'tid', 'roles'])}
${powerShellCatch}
} finally {
  $body = $null
}`,
  );
}
