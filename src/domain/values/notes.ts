/**
 * The closed list of notes on an accepted value: what was corrected in it, or what is unusual.
 * Their words are in `content/words/<lang>.json` under `notes`.
 */

import { note, odd, type Coded, type Severity } from '../text/coded.ts';

/** Every note: `odd` if something is unusual, `note` if the text was only tidied up. */
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
  'date-in-the-past': odd(),

  // the secret's value, no part of which may appear in a note
  'secret-present-form': note(),
  'secret-other-form': odd(),
  'secret-blanks-removed': odd(),

  // comparing two values
  'client-id-equals-tenant-id': odd(),
  'object-id-equals-client-id': odd(),
  'object-id-equals-tenant-id': odd(),
  'server-host-equals-customer-host': odd(),
};

/** The code of a note. */
export type NoteCode = keyof typeof noteCodes;

/** A note on an accepted value: a code, and the details for its sentence. */
export type Note = Coded<typeof noteCodes>;

/** The severity of a note: `odd` if something is unusual, `note` if the text was only tidied up. */
export function noteSeverity({ code }: Note): Severity {
  return noteCodes[code].severity;
}
