/**
 * The closed list of what the checks of pasted settings can find, and the details each finding carries.
 * The words are in `content/words/<lang>.json` under `findings`.
 */

import { odd, right, wrong, type Coded, type Severity } from '../text/coded.ts';
import { withSafeDetails } from '../text/safe-text.ts';

/** The findings by tool; details are text from the reader or from the guide. */
export const findingCodes = {
  // token endpoint
  'endpoint-right': right(),
  'endpoint-missing': wrong(),
  'endpoint-unreadable': wrong(),
  'endpoint-several': wrong(),
  'endpoint-is-only-tenant': wrong(),
  'endpoint-odd-characters': wrong(),
  'endpoint-blank-inside': wrong('before'),
  'endpoint-trailing': wrong('found'),
  'endpoint-http': wrong(),
  'endpoint-scheme': wrong(),
  'endpoint-wrong-host': wrong('host', 'expected'),
  'endpoint-no-tenant': wrong(),
  'endpoint-placeholder': wrong('text'),
  'endpoint-word': wrong('word'),
  'endpoint-word-expected': odd('word'),
  'endpoint-tenant-differs': wrong('found', 'expected'),
  'endpoint-tenant-domain': odd('domain'),
  'endpoint-tenant-form': wrong('text'),
  'endpoint-no-path': wrong(),
  'endpoint-version-v1': wrong(),
  'endpoint-version-v2': wrong(),
  'endpoint-mixed': wrong('found'),
  'endpoint-not-token': wrong('purpose'),
  'endpoint-path': wrong('path'),
  'endpoint-capitals': odd(),

  // scope
  'scope-right': right(),
  'scope-unjudged': odd(),
  'scope-empty': wrong(),
  'scope-unreadable': wrong(),
  'scope-separator': wrong('separator'),
  'scope-v1-resource': wrong('resource'),
  'scope-graph-resource': wrong('name'),
  'scope-other-host': odd('found', 'expected'),
  'scope-spelling': wrong('found', 'expected'),
  'scope-case': wrong('name'),
  'scope-app-name': wrong('name'),
  'scope-two-resources': wrong('resources'),
  'scope-default-mixed': wrong(),
  'scope-missing': wrong('name'),
  'scope-no-offline-access': wrong(),
  'scope-surplus': wrong('name'),
  'scope-twice': odd('name'),

  // mail server
  'server-right': right(),
  'server-protocol-unexpected': wrong('protocol'),
  'server-host-missing': wrong('expected'),
  'server-wrong-host': wrong('host', 'expected'),
  'server-port-unreadable': wrong('expected'),
  'server-wrong-protocol-port': wrong('port', 'found', 'protocol', 'expected'),
  'server-port-not-offered': wrong('port', 'expected'),
  'server-port-plain': wrong('port', 'expected'),
  'server-port-alternative': odd('port', 'expected'),
  'server-wrong-port': wrong('port', 'expected'),
  'server-port-tls': wrong('port', 'encryption'),
  'server-port-starttls': wrong('port', 'encryption'),
  'server-none-encryption': wrong('expected'),
  'server-encryption-automatic': odd('expected'),
  'server-encryption-unknown': wrong('expected'),
  'server-wrong-encryption': wrong('encryption', 'expected'),
  'server-product-word': odd('word', 'encryption'),

  // look-up of a tenant at Microsoft
  'look-up-right': right('subject', 'tenantId'),
  'look-up-region': odd('region'),
  'look-up-differs': wrong('found', 'own'),
  'look-up-none': wrong('subject', 'error'),
  'look-up-personal': wrong(),
  'look-up-other-cloud': wrong('host'),
  'look-up-unclear': wrong(),
  'look-up-could-not-ask': odd(),
  'look-up-silent': odd(),
  'look-up-garbage': odd(),
  'look-up-subject-missing': wrong(),
  'look-up-subject-word': wrong('word'),
  'look-up-subject-umlaut': wrong('domain'),
  'look-up-subject-secret': wrong(),
  'look-up-subject-unreadable': wrong(),

  // number or word of Microsoft's, after a dry run or a test sign-in
  'error-known': wrong('title', 'error'),
  'error-unknown': wrong('error'),

  // what appeared after a dry run or an administrator's consent
  'dry-run-right': right(),
  'dry-run-code': odd(),
  'dry-run-no-state': odd(),
  'dry-run-other-state': odd(),
  'dry-run-other-place': odd('found', 'expected'),
  'dry-run-has-token': wrong(),
  'dry-run-consent-right': right(),
  'dry-run-consent-no-return': odd('error'),
  'dry-run-consent-other-tenant': wrong('found', 'own'),
  'dry-run-redirect-unknown': wrong('error'),
  'dry-run-redirect-differs': wrong('sent', 'error'),
  'dry-run-other-app': wrong('found', 'own'),
  'dry-run-declined': wrong(),
  'dry-run-account': wrong('error'),
  'dry-run-other-account': wrong('account', 'mailbox', 'error'),
  'dry-run-temporary': wrong('error'),
  'dry-run-unfinished': odd(),
  'dry-run-nothing': wrong(),
  'dry-run-empty': wrong(),
  'dry-run-cut': odd(),

  // a pasted token
  'token-right': right(),
  'token-unjudged': odd(),
  'token-empty': wrong(),
  'token-none': wrong(),
  'token-encrypted': wrong(),
  'token-refresh': wrong(),
  'token-personal': wrong(),
  'token-opaque': wrong(),
  'token-broken': wrong(),
  'token-several': odd(),
  'token-is-id-token': odd(),
  'token-is-delegated': wrong(),
  'token-is-application': wrong(),
  'token-no-audience': wrong(),
  'token-audience': wrong('found', 'expected'),
  'token-tenant': wrong('found', 'own'),
  'token-app': wrong('found', 'own'),
  'token-account': odd('found', 'own'),
  'token-expired': wrong('minutes'),
  'token-not-yet': wrong('minutes'),
  'token-no-end': odd(),
  'token-missing': wrong('name'),
  'token-wrong-type': wrong('name'),
  'token-surplus': odd('name'),

  // redirect URI that Microsoft does not know
  'redirect-register': wrong('uri'),
  'redirect-http': wrong(),
  'redirect-own-address': wrong(),
  'redirect-host': wrong('sent', 'expected'),
  'redirect-other-program': wrong(),
  'redirect-refused': wrong(),
  'redirect-alone': odd(),
  'redirect-unjudged': odd(),

  // test sign-in
  'test-right': right(),
  'test-account': odd('account'),
  'test-account-right': right('account'),
  'test-account-unexpected': wrong('account', 'mailbox'),
  'test-account-differs': odd('account', 'mailbox'),
  'test-account-for-shared': odd('account', 'mailbox'),
  'test-account-is-shared': wrong('account'),
  'test-tenant-right': right('tenantId'),
  'test-tenant-differs': wrong('found', 'expected'),
  'test-scopes-right': right('scopes'),
  'test-scope-missing': wrong('scope'),
  'test-only-sign-in': odd(),
  'test-operator-app': odd(),
  'test-clock-slow': wrong('minutes'),
  'test-clock-fast': wrong('minutes'),
  'test-lifetime-right': right('minutes'),
  'test-unasked': odd(),
  'test-declined': wrong(),
  'test-redirect-uri': wrong(),
  'test-other-program': wrong(),
  'test-registered-as-web': wrong(),
  'test-secret-demanded': wrong(),
  'test-unreachable': wrong(),
  'test-garbage': odd(),
  'test-timed-out': odd(),
  'test-silent': odd(),
  'test-window-blocked': wrong(),
  'test-window-unread': odd(),
  'test-cancelled': odd(),
  'test-not-loaded': odd(),
  'test-other-code': wrong('error'),
};

/** Every code that a finding can have. */
export type FindingCode = keyof typeof findingCodes;

/** What a check has found: a code, and the details that its sentence needs. */
export type Finding = Coded<typeof findingCodes>;

/** How a finding is meant. */
export function severityOf({ code }: Finding): Severity {
  return findingCodes[code].severity;
}

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
  const isRight = findings.every((finding) => severityOf(finding) !== 'wrong');
  const said = findings.map((one) => withSafeDetails(one, fromReader));
  return { findings: isRight ? [saysRight, ...said] : said, right: isRight };
}
