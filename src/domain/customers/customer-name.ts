/** What a customer is called until the reader gives them another name. */

import { asAccepted, type AcceptedText } from '../values/accepted-text.ts';

/** The company's name, else the domain of the mailbox, else the first value there is; `''` without any. */
export function suggestedName(
  values: Readonly<Record<string, AcceptedText | undefined>>,
): AcceptedText {
  const { organisation, mailbox, mailboxes } = values;
  const [, domain = ''] = /@([^\s,;]+)/.exec(mailbox ?? mailboxes ?? '') ?? [];
  const [first = asAccepted('')] = Object.values(values).filter((text) => text !== undefined);
  // A part of an accepted text is as harmless as the whole.
  return organisation ?? (domain === '' ? first : asAccepted(domain));
}
