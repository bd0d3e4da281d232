/** A field that wants the name with which the mailbox's account signs in: it may be another one than the address. */

import { isGuestName, isProviderDomain } from '../values/mail-providers.ts';
import { readMailbox } from '../values/mailbox.ts';
import type { Values } from '../guide/guide.ts';
import { isSameAccount, signInAccount } from '../sign-in/sign-in-account.ts';
import { excerpt } from '../values/text.ts';
import type { SettingFinding } from './setting-findings.ts';

/** No address is longer, in UTF-16 units, blanks around it included. */
const longestName = 300;

/** A name with which somebody of the organisation could sign in; neither a guest's nor a private address. */
function userName(text: string): string | undefined {
  if (text.length > longestName) return undefined;
  const reading = readMailbox(text);
  if (!reading.ok) return undefined;
  const [local = '', domain = ''] = reading.value.split('@');
  return isGuestName(local) || isProviderDomain(domain) ? undefined : reading.value;
}

/**
 * What can be said of another name than the expected one: where the reader has entered no user name of its own, it may be
 * that. Undefined where the text is no such name, or the user name is known.
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
