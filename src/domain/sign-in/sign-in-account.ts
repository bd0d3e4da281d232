/** Which account signs in for a mailbox. */

import type { Values } from '../guide/guide.ts';

/**
 * The user name that must sign in: the entered one, else the mailbox's address, which is often the same. A shared mailbox
 * has no sign-in of its own: who signs in for it is not known until the reader says so.
 * @see https://learn.microsoft.com/microsoft-365/admin/email/about-shared-mailboxes checked 2026-11-28
 */
export function signInAccount({ signInName, mailboxType, mailbox }: Values): string | undefined {
  if (signInName !== undefined && signInName !== '') return signInName;
  return mailboxType === 'shared' ? undefined : mailbox;
}

/** Exchange and Entra compare names without regard to case. */
export function isSameAccount(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
