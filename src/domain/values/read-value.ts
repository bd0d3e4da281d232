/** The single entry point for parsing the values of a guide. */

import { asAccepted, type AcceptedText } from './accepted-text.ts';
import { credentialsIn } from '../secrets/credentials.ts';
import { readDate } from './date.ts';
import { holdsSecret } from '../secrets/redact.ts';
import type { ValueRule } from '../guide/guide.ts';
import { readGuid, readTenantId } from './guid.ts';
import { readHost, readSubDomain } from './host.ts';
import { readMailbox } from './mailbox.ts';
import { readMailboxes } from './mailboxes.ts';
import { readOrganisation } from './organisation.ts';
import { accept, refuse, type Reading } from './reading.ts';
import { withSafeDetails } from '../text/safe-text.ts';
import { readCleaned } from './text.ts';

export { noteSeverity } from './notes.ts';
export { relatedNotes } from './related-values.ts';

/** What parsing depends on besides the text. */
export interface ReadingContext {
  /** Today in the reader's time zone, `YYYY-MM-DD`. */
  readonly today: string;
}

function readChoice(text: string, options: readonly string[]): Reading {
  return readCleaned(text, (cleaned) => {
    const wanted = cleaned.toLowerCase();
    const option = options.find((one) => one.toLowerCase() === wanted);
    return option === undefined ? refuse({ code: 'choice-unknown' }) : accept(option);
  });
}

/** Details of problems and notes that contain the reader's text. */
const fromReader: ReadonlySet<string> = new Set([
  'address',
  'domain',
  'ending',
  'host',
  'label',
  'name',
  'path',
  'port',
  'scheme',
  'subDomain',
  'text',
  'url',
  'word',
]);

function readByKind(definition: ValueRule, text: string, context: ReadingContext): Reading {
  switch (definition.kind) {
    case 'tenant-id':
      return readTenantId(text, definition.form);
    case 'client-id':
    case 'object-id':
      return readGuid(text);
    case 'host':
      return readHost(text);
    case 'sub-domain':
      return readSubDomain(text, definition);
    case 'mailbox':
      return readMailbox(text);
    case 'mailboxes':
      return readMailboxes(text);
    case 'organisation':
      return readOrganisation(text);
    case 'date':
      return readDate(text, { today: context.today, maxMonths: definition.maxMonths });
    case 'choice':
      return readChoice(text, definition.options);
    default:
      return definition satisfies never;
  }
}

/** The reading, with only safe parts of the text in its problems and notes. */
function withSafeMessages(reading: Reading): Reading {
  if (reading.ok) {
    return accept(
      reading.value,
      reading.notes.map((note) => withSafeDetails(note, fromReader)),
    );
  }
  const [first, ...others] = reading.problems;
  return refuse(
    withSafeDetails(first, fromReader),
    ...others.map((one) => withSafeDetails(one, fromReader)),
  );
}

/** Whether a value contains, or is part of, something in the original text that looks like a secret. */
function isOfCredential(value: string, credentials: readonly string[]): boolean {
  const lower = value.toLowerCase();
  return credentials.some((one) => {
    const credential = one.toLowerCase();
    return lower.includes(credential) || credential.includes(lower);
  });
}

/**
 * Reads a value according to its definition in `guide.yml`. Problems: those of the kind's own parser, `choice-unknown`
 * for a choice, and `value-missing` for a blank text of any kind. If the text contains a secret or a token, or the value
 * comes from after a word such as „Kennwort“, the only problem is `value-looks-like-secret` (`id-looks-like-secret` for
 * an ID). All other problems and notes repeat only safe parts of the text.
 */
export function readValue(
  definition: ValueRule,
  text: string,
  context: ReadingContext,
): Reading<AcceptedText> {
  const credentials = credentialsIn(text);
  const reading = withSafeMessages(readByKind(definition, text, context));
  if (reading.ok) {
    return holdsSecret(reading.value) || isOfCredential(reading.value, credentials)
      ? refuse({ code: 'value-looks-like-secret' })
      : accept(asAccepted(reading.value), reading.notes);
  }
  const [first] = reading.problems;
  if (credentials.length === 0 || first.code === 'id-looks-like-secret') return reading;
  return refuse({ code: 'value-looks-like-secret' });
}
