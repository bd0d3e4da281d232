/**
 * The closed list of what is worth saying about an accepted value: what was changed in it, or what is odd.
 * The words are in `content/words/<lang>.json` under `notes`.
 */

/** Per code: the names of the details that its sentence may use as `{placeholder}`. */
export const noteParameters = {
  'blanks-removed': [],
  'inner-blanks-removed': [],
  'invisible-removed': [],
  'quotes-removed': ['quote'],
  'brackets-removed': ['bracket'],
  'lower-cased': [],
  'scheme-removed': ['scheme'],
  'path-removed': ['path'],
  'port-removed': ['port'],
  'trailing-dot-removed': [],
  'domain-removed': ['domain'],
  'hyphens-added': [],
  'tenant-from-url': ['url'],
  'tenant-is-domain': ['domain'],
  'mailto-removed': [],
  'display-name-removed': ['name'],
  'mailbox-of-guest': [],
  'mailbox-of-provider': ['domain'],
  'duplicates-removed': ['count'],
  'full-width-converted': [],
  'date-month-first': ['date'],
  'date-in-the-past': [],

  // the secret's value: nothing of it may stand in a note
  'secret-present-form': [],
  'secret-other-form': [],
  'secret-blanks-removed': [],

  // two values beside each other
  'client-id-equals-tenant-id': [],
  'object-id-equals-client-id': [],
  'object-id-equals-tenant-id': [],
  'server-host-equals-customer-host': [],
} as const satisfies Record<string, readonly string[]>;

/** Every code that a note can have. */
export type NoteCode = keyof typeof noteParameters;

/** Notes on what is odd, to be told apart from what was only tidied up. */
export const warnings: ReadonlySet<NoteCode> = new Set([
  'tenant-is-domain',
  'mailbox-of-guest',
  'mailbox-of-provider',
  'date-in-the-past',
  'date-month-first',
  'secret-other-form',
  'secret-blanks-removed',
  'client-id-equals-tenant-id',
  'object-id-equals-client-id',
  'object-id-equals-tenant-id',
  'server-host-equals-customer-host',
]);

/** Something to say about an accepted value: a code, and the details that its sentence needs. */
export type Note = {
  readonly [Code in NoteCode]: { readonly code: Code } & Readonly<
    Record<(typeof noteParameters)[Code][number], string>
  >;
}[NoteCode];
