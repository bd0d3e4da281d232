/** The mail that hands steps over to a role, made alike for the built page and with the reader's values, if any. */

import type { Say } from '../../i18n/words.ts';

/** What a mail to one role says. */
export interface HandedOver {
  readonly product: string;
  readonly role: string;
  /** The titles of the steps. */
  readonly steps: readonly string[];
  /** The address of the first of them, with the reader's values, if any. */
  readonly address: string;
  /** The names of the values that are asked back. */
  readonly returns: readonly string[];
  /** Whether one of the steps makes a secret. */
  readonly makesSecret: boolean;
}

const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** The text of the mail: paragraphs with an empty line between them. */
export function handOverText(say: Say, handed: HandedOver): string {
  const { product, role, steps, address, returns, makesSecret } = handed;
  return [
    say('hand-over.mail-greeting'),
    `${say('hand-over.mail-steps', { product })}\n${listed(steps)}`,
    say('hand-over.mail-role', { role }),
    `${say(address.includes('#') ? 'hand-over.mail-link' : 'hand-over.mail-step')}\n${address}`,
    returns.length > 0
      ? `${say('hand-over.mail-returns')}\n${listed(returns)}`
      : say('hand-over.mail-done'),
    ...(makesSecret ? [say('hand-over.mail-secret')] : []),
  ].join('\n\n');
}
