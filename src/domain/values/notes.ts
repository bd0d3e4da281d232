/**
 * The closed list of what is worth saying about an accepted value: what was changed in it, or what is odd.
 * The words are in `content/words/<lang>.json` under `notes`.
 */

import { note, odd, type Coded, type Severity } from '../text/coded.ts';

/** What is odd is told apart from what was only tidied up. */
export const noteCodes = {
  'blanks-removed': note(),
  'inner-blanks-removed': note(),
  'invisible-removed': note(),
  'quotes-removed': note('quote'),
  'brackets-removed': note('bracket'),
  'lower-cased': note(),
  'scheme-removed': note('scheme'),
  'path-removed': note('path'),
  'port-removed': note('port'),
  'trailing-dot-removed': note(),
  'domain-removed': note('domain'),
  'hyphens-added': note(),
  'tenant-from-url': note('url'),
  'tenant-is-domain': odd('domain'),
  'mailto-removed': note(),
  'display-name-removed': note('name'),
  'mailbox-of-guest': odd(),
  'mailbox-of-provider': odd('domain'),
  'duplicates-removed': note('count'),
  'full-width-converted': note(),
  'date-month-first': odd('date'),
  'date-in-the-past': odd(),

  // the secret's value: nothing of it may stand in a note
  'secret-present-form': note(),
  'secret-other-form': odd(),
  'secret-blanks-removed': odd(),

  // two values beside each other
  'client-id-equals-tenant-id': odd(),
  'object-id-equals-client-id': odd(),
  'object-id-equals-tenant-id': odd(),
  'server-host-equals-customer-host': odd(),
};

/** Every code that a note can have. */
export type NoteCode = keyof typeof noteCodes;

/** Something to say about an accepted value: a code, and the details that its sentence needs. */
export type Note = Coded<typeof noteCodes>;

/** How a note is meant: what is odd is told apart from what was only tidied up. */
export function noteSeverity({ code }: Note): Severity {
  return noteCodes[code].severity;
}
