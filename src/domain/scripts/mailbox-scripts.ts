/** Scripts about who may open a mailbox, and who may send with its address. */

import type { ApplicableGuide } from '../guide/guide.ts';
import { command, printPowerShell, type Argument, type ScriptLine } from './powershell.ts';

const slot = (id: string, or?: string): Argument => ({ kind: 'slot', slot: id, or });
const raw = (text: string): Argument => ({ kind: 'raw', text });
const no: Argument = { kind: 'switch', value: false };
const never: Argument = { kind: 'boolean', value: false };
const account = slot('signInName', 'mailbox');

function asks({ values }: ApplicableGuide, ...ids: readonly string[]): boolean {
  return ids.every((id) => values.some((value) => value.id === id));
}

/**
 * Says whether a mailbox is a shared one, and what its sign-in name and its address are.
 * @see https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailbox checked 2026-11-28
 */
export function mailboxTypeRead(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!asks(guide, 'mailbox', 'signInName')) return [];
  const texts = ['RecipientTypeDetails', 'UserPrincipalName', 'PrimarySmtpAddress'];
  const shown = command('Format-List', {}, { kind: 'list', texts });
  return printPowerShell([
    { pipeline: [command('Get-Mailbox', { Identity: slot('mailbox') }), shown] },
  ]);
}

/**
 * Lets one account open a shared mailbox and send with its address; no Outlook opens it by itself for that.
 * @see https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission checked 2026-11-28
 * @see https://learn.microsoft.com/powershell/module/exchangepowershell/add-recipientpermission checked 2026-11-28
 */
export function sharedMailboxGrant(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!asks(guide, 'mailboxType', 'mailbox', 'signInName')) return [];
  const [mailbox, user] = [slot('mailbox'), slot('signInName')];
  const open = command('Add-MailboxPermission', {
    Identity: mailbox,
    User: user,
    AccessRights: raw('FullAccess'),
    AutoMapping: never,
  });
  return printPowerShell([{ pipeline: [open] }, { pipeline: [sendAs(mailbox, user)] }]);
}

/** Shows what `sharedMailboxGrant` has given. */
export function sharedMailboxRead(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!asks(guide, 'mailboxType', 'mailbox', 'signInName')) return [];
  const [mailbox, user] = [slot('mailbox'), slot('signInName')];
  return printPowerShell([
    { pipeline: [command('Get-MailboxPermission', { Identity: mailbox, User: user })] },
    { pipeline: [command('Get-RecipientPermission', { Identity: mailbox, Trustee: user })] },
  ]);
}

/** Lets the account that signs in send with another address (`sender`). */
export function sendAsGrant(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!asks(guide, 'mailbox', 'signInName', 'sender')) return [];
  return printPowerShell([{ pipeline: [sendAs(slot('sender'), account)] }]);
}

function sendAs(identity: Argument, trustee: Argument) {
  return command('Add-RecipientPermission', {
    Identity: identity,
    Trustee: trustee,
    AccessRights: raw('SendAs'),
    Confirm: no,
  });
}
