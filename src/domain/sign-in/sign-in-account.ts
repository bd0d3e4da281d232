/** Which account signs in for a mailbox. */

import type { Values } from '../guide/guide.ts';

/**
 * The user name for signing in: the entered one, otherwise the mailbox's address, which is often the same. A shared
 * mailbox has no sign-in of its own: the account is unknown until the reader enters one.
 * @see https://learn.microsoft.com/microsoft-365/admin/email/about-shared-mailboxes checked 2026-11-28
 */
export function signInAccount({ signInName, mailboxType, mailbox }: Values): string | undefined {
  if (signInName !== undefined && signInName !== '') return signInName;
  return mailboxType === 'shared' ? undefined : mailbox;
}

/** Exchange and Entra ignore case in names. */
export function isSameAccount(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
