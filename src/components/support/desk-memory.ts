/** What the support desk keeps for this tab: its form, as far as the guide accepts it; never the ticket. */

import { asAccepted, type AcceptedText } from '../../domain/values/accepted-text.ts';
import { readStored, writeStored } from '../../state/storage.ts';
import type { Subject } from './reply-text.ts';

const stored = 'support';

/** Keeps what the form says. */
export function keepSubject(
  { guide, reply, step = '', language }: Subject,
  values: Readonly<Record<string, AcceptedText>>,
): void {
  const choices = {
    guide: asAccepted(guide?.id ?? ''),
    reply: asAccepted(reply),
    step: asAccepted(step),
    language,
    values,
  };
  writeStored(stored, choices, 'sessionStorage');
}

/** What was kept, unread. */
export function keptSubject(): Readonly<Record<string, unknown>> {
  const kept = readStored(stored, 'sessionStorage');
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}
