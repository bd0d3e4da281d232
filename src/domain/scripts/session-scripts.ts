/** Scripts around others: what PowerShell needs before, connecting, disconnecting; and those for Microsoft Graph. */

import { command, type PowerShellScript } from './powershell.ts';
import { line, list, off, on, raw, slot, text } from './script-parts.ts';

/**
 * The modules are scripts, which Windows does not run by default. For the own account this needs no elevated window.
 * @see https://learn.microsoft.com/powershell/exchange/exchange-online-powershell-v2 checked 2026-11-28
 */
export const readExecutionPolicy: PowerShellScript = [line(command('Get-ExecutionPolicy'))];

/** As `readExecutionPolicy`. */
export const setExecutionPolicy: PowerShellScript = [
  line(
    command('Set-ExecutionPolicy', {
      ExecutionPolicy: raw('RemoteSigned'),
      Scope: raw('CurrentUser'),
    }),
  ),
];

function install(module: string): PowerShellScript {
  return [line(command('Install-Module', { Name: text(module), Scope: raw('CurrentUser') }))];
}

/** The module for Exchange Online. */
export const exchangeInstall = install('ExchangeOnlineManagement');

/** Opens a window for the sign-in. */
export const exchangeConnect: PowerShellScript = [
  line(command('Connect-ExchangeOnline', { ShowBanner: off })),
];

/** A session that is not ended occupies a place until it expires. */
export const exchangeDisconnect: PowerShellScript = [
  line(command('Disconnect-ExchangeOnline', { Confirm: off })),
];

/** Brings the module for the sign-in along. */
export const graphInstall = install('Microsoft.Graph.Users');

/**
 * `-ContextScope Process` keeps the administrator's token out of the cache of this computer's user.
 * @see https://learn.microsoft.com/powershell/module/microsoft.graph.authentication/connect-mggraph checked 2026-11-20 (facts/exchange.md a.4)
 */
export const graphConnect: PowerShellScript = [
  line(
    command('Connect-MgGraph', {
      Scopes: text('User.ReadWrite.All'),
      ContextScope: raw('Process'),
      NoWelcome: on,
    }),
  ),
];

/** Forgets the token. */
export const graphDisconnect: PowerShellScript = [line(command('Disconnect-MgGraph'))];

const shownOfUser = list('UserPrincipalName', 'PasswordPolicies');

/**
 * An empty `PasswordPolicies` leaves it to the organisation, where by default no password expires.
 * @see https://learn.microsoft.com/microsoft-365/admin/add-users/set-password-to-never-expire checked 2026-11-28 (IPM-03)
 */
export const readPasswordExpiry: PowerShellScript = [
  line(
    command('Get-MgUser', { UserId: slot('mailbox'), Property: shownOfUser }),
    command('Format-List', {}, shownOfUser),
  ),
];

/** As `readPasswordExpiry`. */
export const setPasswordExpiry: PowerShellScript = [
  line(
    command('Update-MgUser', {
      UserId: slot('mailbox'),
      PasswordPolicies: text('DisablePasswordExpiration'),
    }),
  ),
];
