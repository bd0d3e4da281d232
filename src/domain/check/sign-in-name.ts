/** Checks a field for the sign-in name of the mailbox's account, which may differ from the address. */

import { isGuestName, isProviderDomain } from '../values/mail-providers.ts';
import { readMailbox } from '../values/mailbox.ts';
import type { Values } from '../guide/guide.ts';
import { isSameAccount, signInAccount } from '../sign-in/sign-in-account.ts';
import { excerpt } from '../values/text.ts';
import type { SettingFinding } from './setting-findings.ts';

/** The longest address with the blanks around it, in UTF-16 units. */
const longestName = 300;

/** A possible sign-in name in the organisation; neither a guest's nor a consumer address. */
function userName(text: string): string | undefined {
  if (text.length > longestName) return undefined;
  const reading = readMailbox(text);
  if (!reading.ok) return undefined;
  const [local = '', domain = ''] = reading.value.split('@');
  return isGuestName(local) || isProviderDomain(domain) ? undefined : reading.value;
}

/**
 * The finding for a name other than the expected one: it may be the user name, if the reader has not entered one.
 * Undefined if the text cannot be a sign-in name, or if the user name is known.
 */
export function signInNameFinding(
  label: string,
  text: string,
  expected: string,
  values: Values,
): SettingFinding | undefined {
  const found = userName(text);
  if (found === undefined || isSameAccount(found, expected)) return undefined;
  const { mailbox } = values;
  const isAddress = mailbox !== undefined && isSameAccount(found, mailbox);
  if (isAddress) return { code: 'field-holds-other', label, value: 'mailbox', expected };
  if (mailbox === undefined || !isSameAccount(signInAccount(values) ?? '', mailbox))
    return undefined;
  return { code: 'field-may-be-sign-in-name', label, found: excerpt(found, 300), expected };
}
