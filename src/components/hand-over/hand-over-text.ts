/** The mail that hands steps over to a role, made alike for the built page and with the reader's values, if any. */

import type { Say } from '../../i18n/words.ts';

/** A step, and a note about each other role that it needs. */
export interface HandedStep {
  readonly title: string;
  readonly with: readonly string[];
}

/** What a mail to one role says. */
export interface HandedOver {
  readonly product: string;
  readonly role: string;
  readonly steps: readonly HandedStep[];
  /** The address of the first of them, with the reader's values, if any. */
  readonly address: string;
  /** The names of the values that are asked back. */
  readonly returns: readonly string[];
  /** Whether one of the steps makes a secret. */
  readonly makesSecret: boolean;
  /** Whether one of the steps enters it into the program. */
  readonly takesSecret: boolean;
}

const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** How the secret gets into the program: said to whoever creates it, or else to whoever enters it. */
function secretLines(say: Say, { makesSecret, takesSecret }: HandedOver): readonly string[] {
  if (makesSecret) return [say('hand-over.mail-secret')];
  return takesSecret ? [say('hand-over.mail-secret-comes')] : [];
}

/** The text of the mail: paragraphs with an empty line between them. */
export function handOverText(say: Say, handed: HandedOver): string {
  const { product, role, steps, address, returns } = handed;
  const titles = steps.map((step) => [step.title, ...step.with].join(' · '));
  return [
    say('hand-over.mail-greeting'),
    `${say('hand-over.mail-steps', { product })}\n${listed(titles)}`,
    say('hand-over.mail-role', { role }),
    `${say(address.includes('#') ? 'hand-over.mail-link' : 'hand-over.mail-step')}\n${address}`,
    returns.length > 0
      ? `${say('hand-over.mail-returns')}\n${listed(returns)}`
      : say('hand-over.mail-done'),
    ...secretLines(say, handed),
  ].join('\n\n');
}
