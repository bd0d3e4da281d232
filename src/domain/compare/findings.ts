/**
 * The closed list of what the checks of pasted settings can find, and the details each finding carries.
 * The words are in `content/words/<lang>.json` under `findings`.
 */

import { harmlessFindings } from './harmless-findings.ts';
import { withSaidDetails } from '../text/said-text.ts';

/** Per code: the names of the details that its sentence may use as `{placeholder}`. Details are plain text from the reader or from the guide. */
export const findingParameters = {
  // token endpoint
  'endpoint-right': [],
  'endpoint-missing': [],
  'endpoint-unreadable': [],
  'endpoint-several': [],
  'endpoint-is-only-tenant': [],
  'endpoint-odd-characters': [],
  'endpoint-blank-inside': ['before'],
  'endpoint-trailing': ['found'],
  'endpoint-http': [],
  'endpoint-scheme': [],
  'endpoint-wrong-host': ['host', 'expected'],
  'endpoint-no-tenant': [],
  'endpoint-placeholder': ['text'],
  'endpoint-word': ['word'],
  'endpoint-word-expected': ['word'],
  'endpoint-tenant-differs': ['found', 'expected'],
  'endpoint-tenant-domain': ['domain'],
  'endpoint-tenant-form': ['text'],
  'endpoint-no-path': [],
  'endpoint-version-v1': [],
  'endpoint-version-v2': [],
  'endpoint-mixed': ['found'],
  'endpoint-not-token': ['purpose'],
  'endpoint-path': ['path'],
  'endpoint-capitals': [],

  // scope
  'scope-right': [],
  'scope-unjudged': [],
  'scope-empty': [],
  'scope-unreadable': [],
  'scope-separator': ['separator'],
  'scope-v1-resource': ['resource'],
  'scope-graph-resource': ['name'],
  'scope-other-host': ['found', 'expected'],
  'scope-spelling': ['found', 'expected'],
  'scope-case': ['name'],
  'scope-app-name': ['name'],
  'scope-two-resources': ['resources'],
  'scope-default-mixed': [],
  'scope-missing': ['name'],
  'scope-no-offline-access': [],
  'scope-surplus': ['name'],
  'scope-twice': ['name'],

  // mail server
  'server-right': [],
  'server-protocol-unexpected': ['protocol'],
  'server-host-missing': ['expected'],
  'server-wrong-host': ['host', 'expected'],
  'server-port-unreadable': ['expected'],
  'server-wrong-protocol-port': ['port', 'found', 'protocol', 'expected'],
  'server-port-not-offered': ['port', 'expected'],
  'server-port-plain': ['port', 'expected'],
  'server-port-alternative': ['port', 'expected'],
  'server-wrong-port': ['port', 'expected'],
  'server-port-tls': ['port', 'encryption'],
  'server-port-starttls': ['port', 'encryption'],
  'server-none-encryption': ['expected'],
  'server-encryption-automatic': ['expected'],
  'server-encryption-unknown': ['expected'],
  'server-wrong-encryption': ['encryption', 'expected'],
  'server-product-word': ['word', 'encryption'],

  // look-up of a tenant at Microsoft
  'look-up-right': ['subject', 'tenantId'],
  'look-up-region': ['region'],
  'look-up-differs': ['found', 'own'],
  'look-up-none': ['subject', 'error'],
  'look-up-personal': [],
  'look-up-other-cloud': ['host'],
  'look-up-unclear': [],
  'look-up-could-not-ask': [],
  'look-up-silent': [],
  'look-up-garbage': [],
  'look-up-subject-missing': [],
  'look-up-subject-word': ['word'],
  'look-up-subject-umlaut': ['domain'],
  'look-up-subject-secret': [],
  'look-up-subject-unreadable': [],

  // number or word of Microsoft's, after a dry run or a test sign-in
  'error-known': ['title', 'error'],
  'error-unknown': ['error'],

  // what appeared after a dry run or an administrator's consent
  'dry-run-right': [],
  'dry-run-code': [],
  'dry-run-no-state': [],
  'dry-run-other-state': [],
  'dry-run-other-place': ['found', 'expected'],
  'dry-run-has-token': [],
  'dry-run-consent-right': [],
  'dry-run-consent-no-return': ['error'],
  'dry-run-consent-other-tenant': ['found', 'own'],
  'dry-run-redirect-unknown': ['error'],
  'dry-run-redirect-differs': ['sent', 'error'],
  'dry-run-other-app': ['found', 'own'],
  'dry-run-declined': [],
  'dry-run-account': ['error'],
  'dry-run-other-account': ['account', 'mailbox', 'error'],
  'dry-run-temporary': ['error'],
  'dry-run-unfinished': [],
  'dry-run-nothing': [],
  'dry-run-empty': [],
  'dry-run-cut': [],

  // a pasted token
  'token-right': [],
  'token-unjudged': [],
  'token-empty': [],
  'token-none': [],
  'token-encrypted': [],
  'token-refresh': [],
  'token-personal': [],
  'token-opaque': [],
  'token-broken': [],
  'token-several': [],
  'token-is-id-token': [],
  'token-is-delegated': [],
  'token-is-application': [],
  'token-no-audience': [],
  'token-audience': ['found', 'expected'],
  'token-tenant': ['found', 'own'],
  'token-app': ['found', 'own'],
  'token-account': ['found', 'own'],
  'token-expired': ['minutes'],
  'token-not-yet': ['minutes'],
  'token-no-end': [],
  'token-missing': ['name'],
  'token-wrong-type': ['name'],
  'token-surplus': ['name'],

  // redirect URI that Microsoft does not know
  'redirect-register': ['uri'],
  'redirect-http': [],
  'redirect-own-address': [],
  'redirect-host': ['sent', 'expected'],
  'redirect-other-program': [],
  'redirect-refused': [],
  'redirect-alone': [],
  'redirect-unjudged': [],

  // test sign-in
  'test-right': [],
  'test-account': ['account'],
  'test-account-right': ['account'],
  'test-account-unexpected': ['account', 'mailbox'],
  'test-account-differs': ['account', 'mailbox'],
  'test-account-for-shared': ['account', 'mailbox'],
  'test-account-is-shared': ['account'],
  'test-tenant-right': ['tenantId'],
  'test-tenant-differs': ['found', 'expected'],
  'test-scopes-right': ['scopes'],
  'test-scope-missing': ['scope'],
  'test-only-sign-in': [],
  'test-operator-app': [],
  'test-clock-slow': ['minutes'],
  'test-clock-fast': ['minutes'],
  'test-lifetime-right': ['minutes'],
  'test-unasked': [],
  'test-declined': [],
  'test-redirect-uri': [],
  'test-other-program': [],
  'test-registered-as-web': [],
  'test-secret-demanded': [],
  'test-unreachable': [],
  'test-garbage': [],
  'test-timed-out': [],
  'test-silent': [],
  'test-window-blocked': [],
  'test-window-unread': [],
  'test-cancelled': [],
  'test-not-loaded': [],
  'test-other-code': ['error'],
} as const satisfies Record<string, readonly string[]>;

/** Every code that a finding can have. */
export type FindingCode = keyof typeof findingParameters;

/** What a check has found: a code, and the details that its sentence needs. */
export type Finding = {
  readonly [Code in FindingCode]: { readonly code: Code } & Readonly<
    Record<(typeof findingParameters)[Code][number], string>
  >;
}[FindingCode];

/** The answer of a check. */
export interface Findings {
  /** Never empty. When it is right, the code that says so comes first, before what is only worth saying. */
  readonly findings: readonly Finding[];
  readonly right: boolean;
}

/** The answer of a check that can also say how the text should read: only where it is not right, and its right form known. */
export interface TextFindings extends Findings {
  readonly corrected?: string;
}

/** Details that may hold the reader's text. */
const fromReader: ReadonlySet<string> = new Set([
  'before',
  'domain',
  'found',
  'host',
  'name',
  'path',
  'protocol',
  'resource',
  'resources',
  'text',
  'word',
]);

/**
 * The answer for these findings: `saysRight` goes first unless one of them is a fault. Of the reader's text it says what
 * may be said again.
 */
export function judged(findings: readonly Finding[], saysRight: Finding): Findings {
  const right = findings.every(({ code }) => harmlessFindings.has(code));
  const said = findings.map((one) => withSaidDetails(one, fromReader));
  return { findings: right ? [saysRight, ...said] : said, right };
}
