/**
 * The closed list of what can be wrong with a reader's value, and the details each problem carries.
 * The words are in `content/words/<lang>.json` under `problems`; a code without German words does not build.
 */

/**
 * Per code: the names of the details that its sentence may use as `{placeholder}`. Details are plain text from the guide,
 * or from the reader as far as `saidText` lets it be said; what is not recognised at all is told without any.
 */
export const problemParameters = {
  // any text
  'value-missing': [],
  'value-too-long': ['length', 'limit'],
  'value-is-placeholder': ['text'],
  'value-has-line-break': [],
  'value-has-control-character': ['codePoint'],
  'value-looks-like-secret': [],
  'note-holds-password': [],

  // host names and sub-domains
  'host-scheme': ['scheme'],
  'host-missing': [],
  'host-has-user': [],
  'host-has-port': ['port'],
  'host-is-ip-address': ['host'],
  'host-is-mail-address': ['domain'],
  'host-umlaut': ['label'],
  'host-punycode': ['label'],
  'host-underscore': ['label'],
  'host-space': [],
  'host-character': ['character'],
  'host-emoji': ['character'],
  'host-hyphen-edge': ['label'],
  'host-empty-label': ['host'],
  'host-label-too-long': ['length'],
  'host-too-long': ['length'],
  'host-without-domain': ['host'],
  'host-ending-unknown': ['ending'],
  'host-other-domain': ['host', 'domain'],
  'sub-domain-missing': ['domain'],
  'sub-domain-too-deep': ['subDomain', 'domain'],

  // IDs
  'guid-wrong-length': ['digits'],
  'guid-character': ['character'],
  'guid-all-zero': [],
  'id-is-mail-address': ['domain'],
  'id-is-url': [],
  'id-looks-like-secret': [],
  'tenant-is-endpoint-word': ['word'],
  'tenant-is-personal-accounts': [],
  'tenant-is-name': [],
  'tenant-needs-guid': ['domain'],

  // mailbox
  'mailbox-without-at': [],
  'mailbox-many-at': [],
  'mailbox-several': [],
  'mailbox-has-blank': [],
  'mailbox-local-missing': [],
  'mailbox-local-too-long': ['length'],
  'mailbox-local-character': ['character'],
  'mailbox-local-dot': [],
  'mailbox-domain-missing': [],
  'mailbox-domain-umlaut': ['domain'],
  'mailbox-domain-wrong': ['domain'],
  'mailboxes-wrong': ['address'],
  'mailboxes-too-many': ['count', 'limit'],

  // organisation
  'organisation-character': ['character'],

  // dates
  'date-unreadable': [],
  'date-does-not-exist': ['text'],
  'date-beyond-limit': ['months'],

  // choices
  'choice-unknown': [],

  // the secret's value: nothing of it may stand in a problem
  'secret-looks-like-id': [],
  'secret-has-blank': [],
  'secret-has-line-break': [],
  'secret-too-short': ['length'],
  'secret-cut-off': [],
  'secret-not-ascii': [],
  'secret-is-masked': [],

  // redirect URIs against Microsoft's rules
  'uri-not-absolute': ['uri'],
  'uri-scheme': ['scheme'],
  'uri-http-only-for-localhost': ['uri'],
  'uri-host-not-ascii': ['host'],
  'uri-host-punycode': ['host'],
  'uri-ipv6-loopback': ['uri'],
  'uri-character': ['character'],
  'uri-fragment': ['uri'],
  'uri-wildcard': ['uri'],
  'uri-query-with-personal-accounts': ['uri'],
  'uri-too-long': ['length', 'limit'],
  'uri-twice': ['uri'],
  'uris-too-many': ['count', 'limit'],

  // links with values
  'link-too-long': ['length', 'limit'],
  'link-broken-encoding': ['key'],
  'link-key-twice': ['key'],
  'link-key-unknown': ['key'],
} as const satisfies Record<string, readonly string[]>;

/** Every code that a problem can have. */
export type ProblemCode = keyof typeof problemParameters;

/** What is wrong with a value: a code, and the details that its sentence needs. */
export type Problem = {
  readonly [Code in ProblemCode]: { readonly code: Code } & Readonly<
    Record<(typeof problemParameters)[Code][number], string>
  >;
}[ProblemCode];

/** The problem with one code. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>;
