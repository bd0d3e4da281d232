/** Every script that the site offers, derived from a guide. */

import type { ApplicableGuide } from '../guide/guide.ts';
import { exchangeRoles } from './exchange-roles.ts';
import { literal } from './quoting.ts';
import { lines, slot, type ScriptLine } from './script-lines.ts';
import {
  deviceCodeBash,
  deviceCodePowerShell,
  passwordTestBash,
  passwordTestPowerShell,
  tenantCheckBash,
  tenantCheckPowerShell,
  tokenTestBash,
  tokenTestPowerShell,
} from './terminal-scripts.ts';

type Script = (guide: ApplicableGuide) => readonly ScriptLine[];

const mailbox = slot('mailbox');
const mailboxes = { slot: 'mailboxes', quote: 'powershell-list' } as const;
const user = slot('signInName');
/** „Disabled = false“: the name of the switch is a negation, so `$false` turns SMTP AUTH on. */
const smtpAuthSwitch = 'SmtpClientAuthenticationDisabled';

/** A script only for guides that ask for these values. */
function withValues(ids: readonly string[], script: readonly ScriptLine[]): Script {
  return ({ values }) => (ids.every((id) => values.some((value) => value.id === id)) ? script : []);
}

/** A script only for guides whose product sends by SMTP. */
function withSmtp(script: readonly ScriptLine[]): Script {
  return ({ smtpAuth }) => (smtpAuth === 'needed' ? script : []);
}

/**
 * Scripts by id: each turns a branch of the guide into lines with slots for values; empty if the guide has no use for it.
 * Except in the sign-in tests, each line of PowerShell can be pasted on its own. The items of a list are quoted, because
 * only PowerShell parses lists of barewords.
 */
export const scripts = {
  // Modules are scripts, which Windows does not run by default. `CurrentUser` needs no elevated window.
  // https://learn.microsoft.com/powershell/exchange/exchange-online-powershell-v2 checked 2026-11-28
  'execution-policy-read': () => lines`Get-ExecutionPolicy`,
  'execution-policy-set': () =>
    lines`Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope CurrentUser`,
  'exchange-install': () =>
    lines`Install-Module -Name 'ExchangeOnlineManagement' -Scope CurrentUser`,
  'exchange-connect': () => lines`Connect-ExchangeOnline -ShowBanner:$false`,
  // A session that is not closed counts towards the limit until it expires.
  'exchange-disconnect': () => lines`Disconnect-ExchangeOnline -Confirm:$false`,
  // Also installs the module for signing in.
  'graph-install': () => lines`Install-Module -Name 'Microsoft.Graph.Users' -Scope CurrentUser`,
  // `-ContextScope Process` keeps the administrator's token out of the cache of this computer's user.
  // https://learn.microsoft.com/powershell/module/microsoft.graph.authentication/connect-mggraph checked 2026-11-20
  'graph-connect': () =>
    lines`Connect-MgGraph -Scopes 'User.ReadWrite.All' -ContextScope Process -NoWelcome`,
  'graph-disconnect': () => lines`Disconnect-MgGraph`,
  // An empty `PasswordPolicies` leaves the decision to the organisation; by default no password expires (IPM-03).
  // https://learn.microsoft.com/microsoft-365/admin/add-users/set-password-to-never-expire checked 2026-11-28
  'password-expiry-read': withValues(
    ['mailbox'],
    lines`Get-MgUser -UserId ${mailbox} -Property 'UserPrincipalName', 'PasswordPolicies' | Format-List 'UserPrincipalName', 'PasswordPolicies'`,
  ),
  'password-expiry-set': withValues(
    ['mailbox'],
    lines`Update-MgUser -UserId ${mailbox} -PasswordPolicies 'DisablePasswordExpiration'`,
  ),
  'confine-mailbox': confineMailbox,
  'confine-check': confineCheck,
  'confine-undo': confineUndo,
  // The mailbox's own switch overrides the organisation's (FF-11, FF-13, BM-12).
  // https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission checked 2026-11-20
  'smtp-auth-read-organisation': withSmtp(
    lines`Get-TransportConfig | Format-List ${smtpAuthSwitch}`,
  ),
  'smtp-auth-set-organisation': withSmtp(lines`Set-TransportConfig -${smtpAuthSwitch} $false`),
  'smtp-auth-read-mailbox': withSmtp(
    lines`Get-CASMailbox -Identity ${mailbox} | Format-List ${smtpAuthSwitch}`,
  ),
  'smtp-auth-set-mailbox': withSmtp(
    lines`Set-CASMailbox -Identity ${mailbox} -${smtpAuthSwitch} $false`,
  ),
  'smtp-auth-read-mailboxes': withSmtp(
    lines`${mailboxes} | ForEach-Object { Get-CASMailbox -Identity $_ } | Format-List 'PrimarySmtpAddress', '${smtpAuthSwitch}'`,
  ),
  'smtp-auth-set-mailboxes': withSmtp(
    lines`${mailboxes} | ForEach-Object { Set-CASMailbox -Identity $_ -${smtpAuthSwitch} $false }`,
  ),
  // This switch concerns only Basic authentication; with OAuth, read it but do not change it (FF-12).
  'authentication-policy-read': withSmtp(
    lines`Get-AuthenticationPolicy | Format-List 'Name', 'AllowBasicAuthSmtp'`,
  ),
  // Shows whether a mailbox is shared, its sign-in name and its address.
  // https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailbox checked 2026-11-28
  'mailbox-type-read': withValues(
    ['mailbox', 'signInName'],
    lines`Get-Mailbox -Identity ${mailbox} | Format-List 'RecipientTypeDetails', 'UserPrincipalName', 'PrimarySmtpAddress'`,
  ),
  // Lets one account open a shared mailbox and send from its address, without Outlook opening it automatically.
  // https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission checked 2026-11-28
  // https://learn.microsoft.com/powershell/module/exchangepowershell/add-recipientpermission checked 2026-11-28
  'shared-mailbox-grant': withValues(
    ['mailboxType', 'mailbox', 'signInName'],
    lines`Add-MailboxPermission -Identity ${mailbox} -User ${user} -AccessRights FullAccess -AutoMapping $false
Add-RecipientPermission -Identity ${mailbox} -Trustee ${user} -AccessRights SendAs -Confirm:$false`,
  ),
  'shared-mailbox-read': withValues(
    ['mailboxType', 'mailbox', 'signInName'],
    lines`Get-MailboxPermission -Identity ${mailbox} -User ${user}
Get-RecipientPermission -Identity ${mailbox} -Trustee ${user}`,
  ),
  // Lets the account that signs in send from another address.
  'send-as-grant': withValues(
    ['mailbox', 'signInName', 'sender'],
    lines`Add-RecipientPermission -Identity ${slot('sender')} -Trustee ${slot('signInName', 'mailbox')} -AccessRights SendAs -Confirm:$false`,
  ),
  'token-test-bash': tokenTestBash,
  'token-test-powershell': tokenTestPowerShell,
  'tenant-check-bash': tenantCheckBash,
  'tenant-check-powershell': tenantCheckPowerShell,
  'password-test-bash': passwordTestBash,
  'password-test-powershell': passwordTestPowerShell,
  'device-code-bash': deviceCodeBash,
  'device-code-powershell': deviceCodePowerShell,
} as const satisfies Record<string, Script>;

/** The id of a script. */
export type ScriptId = keyof typeof scripts;

/** The language of a script, as the highlighter names it. */
export function scriptLanguage(id: ScriptId): 'powershell' | 'bash' {
  return id.endsWith('-bash') ? 'bash' : 'powershell';
}

/** Names of everything we create start with the guide's id, so that it can be found again; the limit is 64 characters. */
function nameInExchange({ id }: ApplicableGuide, suffix: string): string {
  return literal(`${id.slice(0, 63 - suffix.length)} ${suffix}`);
}

/**
 * Confines an app to one mailbox.
 * @see https://learn.microsoft.com/exchange/permissions-exo/application-rbac checked 2026-11-20 (IPM-16, IPM-20)
 */
function confineMailbox(guide: ApplicableGuide): readonly ScriptLine[] {
  const roles = exchangeRoles(guide);
  if (roles.length === 0) return [];
  const [app, scope] = [slot('enterpriseObjectId'), nameInExchange(guide, 'mailbox')];
  const filtered = { slot: 'mailbox', quote: 'powershell-opath' } as const;
  return [
    lines`New-ServicePrincipal -AppId ${slot('clientId')} -ObjectId ${app} -DisplayName ${literal(guide.id)}
New-ManagementScope -Name ${scope} -RecipientRestrictionFilter 'PrimarySmtpAddress -eq ''${filtered}'''`,
    ...roles.map(({ role, permission }) => {
      const name = nameInExchange(guide, permission);
      return lines`New-ManagementRoleAssignment -Name ${name} -App ${app} -Role ${literal(role)} -CustomResourceScope ${scope}`;
    }),
  ].flat();
}

function confineCheck(guide: ApplicableGuide): readonly ScriptLine[] {
  if (exchangeRoles(guide).length === 0) return [];
  return lines`Test-ServicePrincipalAuthorization -Identity ${slot('clientId')} -Resource ${mailbox} | Format-Table`;
}

/** Removes the assignments first, because Exchange does not delete a scope that is in use. */
function confineUndo(guide: ApplicableGuide): readonly ScriptLine[] {
  const roles = exchangeRoles(guide);
  if (roles.length === 0) return [];
  return [
    ...roles.map(({ permission }) => {
      const name = nameInExchange(guide, permission);
      return lines`Remove-ManagementRoleAssignment -Identity ${name} -Confirm:$false`;
    }),
    lines`Remove-ManagementScope -Identity ${nameInExchange(guide, 'mailbox')} -Confirm:$false
Remove-ServicePrincipal -Identity ${slot('enterpriseObjectId')} -Confirm:$false`,
  ].flat();
}
