/**
 * The closed list of problems with a reader's value, and the details of each.
 * Their words are in `content/words/<lang>.json` under `problems`; a code without German words breaks the build.
 */

import { wrong, type Coded } from '../text/coded.ts';

/**
 * Per code: the names of the details that its sentence may use as `{placeholder}`. Details are plain text from the guide,
 * or from the reader as far as `safeText` allows; unrecognised input is reported without details.
 */
export const problemCodes = {
  // any text
  'value-missing': wrong(),
  'value-too-long': wrong('length', 'limit'),
  'value-is-placeholder': wrong('text'),
  'value-has-line-break': wrong(),
  'value-has-control-character': wrong('codePoint'),
  'value-looks-like-secret': wrong(),
  'note-holds-password': wrong(),

  // host names and sub-domains
  'host-scheme': wrong('scheme'),
  'host-missing': wrong(),
  'host-has-user': wrong(),
  'host-has-port': wrong('port'),
  'host-is-ip-address': wrong('host'),
  'host-is-mail-address': wrong('domain'),
  'host-umlaut': wrong('label'),
  'host-punycode': wrong('label'),
  'host-underscore': wrong('label'),
  'host-space': wrong(),
  'host-character': wrong('character'),
  'host-emoji': wrong('character'),
  'host-hyphen-edge': wrong('label'),
  'host-empty-label': wrong('host'),
  'host-label-too-long': wrong('length'),
  'host-too-long': wrong('length'),
  'host-without-domain': wrong('host'),
  'host-ending-unknown': wrong('ending'),
  'host-other-domain': wrong('host', 'domain'),
  'sub-domain-missing': wrong('domain'),
  'sub-domain-too-deep': wrong('subDomain', 'domain'),

  // IDs
  'guid-wrong-length': wrong('digits'),
  'guid-character': wrong('character'),
  'guid-all-zero': wrong(),
  'id-is-mail-address': wrong('domain'),
  'id-is-url': wrong(),
  'id-looks-like-secret': wrong(),
  'tenant-is-endpoint-word': wrong('word'),
  'tenant-is-personal-accounts': wrong(),
  'tenant-is-name': wrong(),
  'tenant-needs-guid': wrong('domain'),

  // mailbox
  'mailbox-without-at': wrong(),
  'mailbox-many-at': wrong(),
  'mailbox-several': wrong(),
  'mailbox-has-blank': wrong(),
  'mailbox-local-missing': wrong(),
  'mailbox-local-too-long': wrong('length'),
  'mailbox-local-character': wrong('character'),
  'mailbox-local-dot': wrong(),
  'mailbox-domain-missing': wrong(),
  'mailbox-domain-umlaut': wrong('domain'),
  'mailbox-domain-wrong': wrong('domain'),
  'mailboxes-wrong': wrong('address'),
  'mailboxes-too-many': wrong('count', 'limit'),

  // organisation
  'organisation-character': wrong('character'),

  // dates
  'date-unreadable': wrong(),
  'date-does-not-exist': wrong('text'),
  'date-two-readings': wrong('dayFirst', 'monthFirst'),
  'date-beyond-limit': wrong('months'),

  // choices
  'choice-unknown': wrong(),

  // the secret's value, no part of which may appear in a problem
  'secret-looks-like-id': wrong(),
  'secret-has-blank': wrong(),
  'secret-has-line-break': wrong(),
  'secret-too-short': wrong('length'),
  'secret-cut-off': wrong(),
  'secret-not-ascii': wrong(),
  'secret-is-masked': wrong(),

  // redirect URIs against Microsoft's rules
  'uri-not-absolute': wrong('uri'),
  'uri-scheme': wrong('scheme'),
  'uri-http-only-for-localhost': wrong('uri'),
  'uri-host-not-ascii': wrong('host'),
  'uri-host-punycode': wrong('host'),
  'uri-ipv6-loopback': wrong('uri'),
  'uri-character': wrong('character'),
  'uri-fragment': wrong('uri'),
  'uri-wildcard': wrong('uri'),
  'uri-query-with-personal-accounts': wrong('uri'),
  'uri-too-long': wrong('length', 'limit'),
  'uri-twice': wrong('uri'),
  'uris-too-many': wrong('count', 'limit'),

  // links with values
  'link-too-long': wrong('length', 'limit'),
  'link-broken-encoding': wrong('key'),
  'link-key-twice': wrong('key'),
  'link-key-unknown': wrong('key'),
};

/** The code of a problem. */
export type ProblemCode = keyof typeof problemCodes;

/** A problem with a value: a code, and the details for its sentence. */
export type Problem = Coded<typeof problemCodes>;

/** The type of the problem with this code. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>;
