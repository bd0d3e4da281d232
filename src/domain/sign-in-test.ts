/** The test sign-in of a guide: what is asked for, and what comes back in findings. */

import { judged, type Finding, type FindingCode, type Findings } from './findings.ts';
import type { Guide, Values } from './guide.ts';
import { isGuid } from './guid.ts';
import { sentRedirects } from './errors/sent-redirects.ts';
import { redirectAdvice } from './redirect-advice.ts';
import { isSameAccount, signInAccount } from './sign-in-account.ts';
import { approvalTitle } from './sign-in/dry-run-answer.ts';
import { excerpt } from './text.ts';

/** What a test asks for, and what it can show. */
export interface SignInPlan {
  /** Scopes beside those of the sign-in itself. */
  readonly scopes: readonly string[];
  /** Names or whole scopes that must be granted. */
  readonly needed: readonly string[];
}

/** What the answer of a sign-in holds, without its tokens. Times are seconds since 1970. */
export interface SignInAnswer {
  readonly kind: 'answer';
  /** The account's sign-in name. */
  readonly account: string;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  /** By Microsoft's clock. */
  readonly issuedAt: number;
  /** By the reader's clock. */
  readonly receivedAt: number;
  readonly expiresAt: number;
}

/** How a sign-in failed, in the words of MSAL. */
export interface SignInError {
  readonly kind: 'error';
  readonly errorCode: string;
  /** Microsoft's number, where MSAL was given one. */
  readonly errorNo?: string | undefined;
  /** Read for a number only, and never shown. */
  readonly message?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** What a sign-in ends in. */
export type SignInOutcome = SignInAnswer | SignInError;

/** What the answer is compared with. */
export interface SignInExpectation {
  readonly plan: SignInPlan;
  readonly values: Values;
  /** Whether the operator's own app was used in place of the reader's. */
  readonly operatorApp: boolean;
}

/** A code of the test. */
export type SignInFindingCode = Extract<FindingCode, `test-${string}`>;

/** Where a finding is mended: a topic of the guide's steps, or this page's address in the app. */
export type Mend =
  | 'admin-consent'
  | 'client-id'
  | 'conditional-access'
  | 'permissions'
  | 'public-client'
  | 'redirect-uri'
  | 'scope'
  | 'security-defaults'
  | 'tenant-id'
  | 'test-address'
  | 'user';

/** Where each finding is mended, the likeliest first; those without an entry need nothing. */
export const signInMends: Readonly<Partial<Record<FindingCode, readonly Mend[]>>> = {
  'test-account-unexpected': ['user'],
  'test-account-differs': ['user'],
  'test-account-is-shared': ['user'],
  'test-tenant-differs': ['tenant-id'],
  'test-scope-missing': ['permissions'],
  'test-declined': ['admin-consent'],
  'test-consent-missing': ['admin-consent'],
  'test-permissions': ['permissions'],
  'test-scope': ['scope', 'permissions'],
  'test-redirect-uri': ['test-address'],
  'test-registered-as-web': ['test-address', 'redirect-uri'],
  'test-secret-demanded': ['test-address', 'public-client'],
  'test-app-unknown': ['client-id'],
  'test-tenant-unknown': ['tenant-id'],
  'test-account-unknown': ['user'],
  'test-policy': ['conditional-access', 'security-defaults'],
  'test-unreachable': ['test-address'],
};

const signInScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

function isSignInScope(scope: string): boolean {
  return signInScopes.includes(scope.toLowerCase());
}

function nameOf(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/**
 * What a sign-in can test of a guide: the scopes of its own delegated sign-in. An app that signs in as itself, or of
 * which nobody says what it asks for, is tested by the sign-in alone. Take the guide of the chosen branch.
 */
export function signInPlan(guide: Guide): SignInPlan {
  const [token] = guide.token;
  if (token === undefined || token.grant === 'client-credentials')
    return { scopes: [], needed: [] };
  const scopes = token.scopes.filter((scope) => !isSignInScope(scope));
  const needed = scopes.filter((scope) => nameOf(scope) !== '.default');
  if (needed.length > 0) return { scopes, needed };
  const names = guide.registration.permissions
    .filter(({ type, name }) => type === 'delegated' && /^(?:IMAP|POP|SMTP)\./.test(name))
    .map(({ name }) => name);
  return { scopes, needed: names };
}

/** `outlook.office.com` and `outlook.office365.com` are one API; a bare name stands for any. */
function isGranted(needed: string, granted: readonly string[]): boolean {
  const wanted = needed.toLowerCase();
  return granted.some((scope) => {
    const found = scope.toLowerCase();
    if (found === wanted) return true;
    const isOutlook = (text: string) => /^https:\/\/outlook\.office(?:365)?\.com\//.test(text);
    if (nameOf(found) !== nameOf(wanted)) return false;
    return !wanted.includes('/') || (isOutlook(wanted) && isOutlook(found));
  });
}

/** The account beside the mailbox: its sign-in name may be another one, and a shared mailbox is opened by somebody else. */
function accountFinding(name: string, values: Values): Finding {
  const account = excerpt(name, 120);
  const mailbox = excerpt(values['mailbox'] ?? '', 120);
  const expected = signInAccount(values);
  const isMailbox = isSameAccount(name, values['mailbox'] ?? '');
  if (values['mailboxType'] === 'shared' && mailbox !== '') {
    if (isMailbox) return { code: 'test-account-is-shared', account };
    if (isSameAccount(expected ?? name, name)) {
      return { code: 'test-account-for-shared', account, mailbox };
    }
  }
  if (expected === undefined) return { code: 'test-account', account };
  if (isSameAccount(expected, name)) return { code: 'test-account-right', account };
  const isAddress = isSameAccount(expected, values['mailbox'] ?? '');
  if (isAddress) return { code: 'test-account-differs', account, mailbox };
  return { code: 'test-account-unexpected', account, mailbox: excerpt(expected, 120) };
}

function tenantFindings(found: string, { tenantId: expected }: Values): readonly Finding[] {
  const tenantId = excerpt(found, 60);
  // A domain has been looked up before, and cannot be compared.
  if (expected === undefined || !isGuid(expected)) return [];
  if (found.toLowerCase() === expected) return [{ code: 'test-tenant-right', tenantId }];
  return [{ code: 'test-tenant-differs', found: tenantId, expected }];
}

function scopeFindings(granted: readonly string[], { needed }: SignInPlan): readonly Finding[] {
  if (needed.length === 0) return [{ code: 'test-only-sign-in' }];
  const missing = needed.filter((scope) => !isGranted(scope, granted));
  const names = needed.filter((scope) => !missing.includes(scope)).map(nameOf);
  const right: readonly Finding[] =
    names.length > 0 ? [{ code: 'test-scopes-right', scopes: names.join(', ') }] : [];
  return [
    ...right,
    ...missing.map((scope): Finding => ({ code: 'test-scope-missing', scope: nameOf(scope) })),
  ];
}

/** Microsoft allows five minutes; more shows a wrong clock, which products stumble over. */
const clockSlack = 300;

function clockFindings({ issuedAt, receivedAt }: SignInAnswer): readonly Finding[] {
  const off = receivedAt - issuedAt;
  if (Math.abs(off) <= clockSlack || !Number.isFinite(off)) return [];
  const minutes = String(Math.round(Math.abs(off) / 60));
  return [{ code: off < 0 ? 'test-clock-slow' : 'test-clock-fast', minutes }];
}

function lifetimeFindings({ expiresAt, receivedAt }: SignInAnswer): readonly Finding[] {
  const minutes = Math.round((expiresAt - receivedAt) / 60);
  return minutes > 0 ? [{ code: 'test-lifetime-right', minutes: String(minutes) }] : [];
}

/** Judges a sign-in that came to its end. */
export function judgeSignIn(
  answer: SignInAnswer,
  { plan, values, operatorApp }: SignInExpectation,
): Findings {
  const findings: readonly Finding[] = [
    accountFinding(answer.account, values),
    ...tenantFindings(answer.tenantId, values),
    ...(operatorApp ? [] : scopeFindings(answer.scopes, plan)),
    ...(operatorApp ? ([{ code: 'test-operator-app' }] as const) : []),
    ...clockFindings(answer),
    ...lifetimeFindings(answer),
  ];
  return judged(findings, { code: 'test-right' });
}

/**
 * What Microsoft's numbers mean for the test.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes checked 2026-11-20
 */
const numbers: Readonly<Record<string, SignInFindingCode>> = {
  50011: 'test-redirect-uri',
  500113: 'test-redirect-uri',
  900971: 'test-redirect-uri',
  70004: 'test-redirect-uri',
  90102: 'test-redirect-uri',
  9002325: 'test-registered-as-web',
  9002326: 'test-registered-as-web',
  7000218: 'test-secret-demanded',
  700016: 'test-app-unknown',
  700011: 'test-app-unknown',
  90112: 'test-app-unknown',
  70001: 'test-app-unknown',
  7000112: 'test-app-unknown',
  90002: 'test-tenant-unknown',
  900023: 'test-tenant-unknown',
  50059: 'test-tenant-unknown',
  50128: 'test-tenant-unknown',
  65001: 'test-consent-missing',
  90094: 'test-consent-missing',
  90095: 'test-consent-missing',
  65004: 'test-declined',
  65005: 'test-permissions',
  650056: 'test-permissions',
  650057: 'test-permissions',
  90008: 'test-permissions',
  50105: 'test-permissions',
  650053: 'test-scope',
  70011: 'test-scope',
  28002: 'test-scope',
  28003: 'test-scope',
  700022: 'test-scope',
  500011: 'test-scope',
  50020: 'test-account-unknown',
  50034: 'test-account-unknown',
  51004: 'test-account-unknown',
  16000: 'test-account-unknown',
  90072: 'test-account-unknown',
  50072: 'test-policy',
  50074: 'test-policy',
  50076: 'test-policy',
  50079: 'test-policy',
  50142: 'test-policy',
  50158: 'test-policy',
  53000: 'test-policy',
  53001: 'test-policy',
  53003: 'test-policy',
  53004: 'test-policy',
  53011: 'test-policy',
  530003: 'test-policy',
  530032: 'test-policy',
  530035: 'test-policy',
};

/**
 * What MSAL's own codes mean, where no number of Microsoft's is there.
 * @see https://learn.microsoft.com/entra/msal/javascript/browser/errors checked 2026-11-20 (facts/platform.md)
 */
const codes: Readonly<Record<string, SignInFindingCode>> = {
  access_denied: 'test-declined',
  consent_required: 'test-consent-missing',
  interaction_required: 'test-consent-missing',
  invalid_client: 'test-secret-demanded',
  post_request_failed: 'test-unreachable',
  no_network_connectivity: 'test-unreachable',
  network_error: 'test-unreachable',
  get_request_failed: 'test-unreachable',
  endpoints_resolution_error: 'test-unreachable',
  failed_to_parse_response: 'test-garbage',
  timed_out: 'test-timed-out',
  popup_window_error: 'test-window-blocked',
  empty_window_error: 'test-window-blocked',
  // Of our own: the reader has ended the test, Microsoft does not answer, or a part of the site did not arrive.
  lotse_cancelled: 'test-cancelled',
  lotse_silent: 'test-silent',
  lotse_not_loaded: 'test-not-loaded',
};

/** How much of a text is read, in UTF-16 units. */
const textRead = 20_000;

function numberIn(text: string): string | undefined {
  return /AADSTS(\d{4,9})(?!\d)/i.exec(text.slice(0, textRead))?.[1];
}

function ofNumber(number: string): Finding {
  const code = Object.hasOwn(numbers, number) ? numbers[number] : undefined;
  return code === undefined
    ? { code: 'test-other-number', error: `AADSTS${number}` }
    : ({ code } as Finding);
}

/** Microsoft's number of a failed sign-in, as in `AADSTS65004`; undefined where there is none. */
export function signInErrorNumber({ errorNo, message }: SignInError): string | undefined {
  if (errorNo !== undefined && /^\d{4,9}$/.test(errorNo)) return errorNo;
  return numberIn(message ?? '');
}

/**
 * Judges a sign-in that failed: by Microsoft's number where there is one, else by MSAL's code. The classes of MSAL's
 * errors and its texts say nothing: they are shortened when the site is built.
 */
export function judgeSignInError(error: SignInError): Finding {
  const number = signInErrorNumber(error);
  if (number !== undefined) return ofNumber(number);
  const known = Object.hasOwn(codes, error.errorCode) ? codes[error.errorCode] : undefined;
  if (known !== undefined) return { code: known } as Finding;
  const isCode = /^[a-z\d_]{1,60}$/.test(error.errorCode);
  return { code: 'test-other-code', error: isCode ? error.errorCode : '?' };
}

/**
 * Judges what the reader copied out of Microsoft's window; most errors show only there. `address` is where the window
 * comes back to: an error that names another is not this test's. Nothing of the text is repeated but a number.
 * `test-window-unread` where neither a number nor the title of the page that asks for an
 * administrator is in it.
 */
export function judgeWindowText(text: string, address: string): Finding {
  const number = numberIn(text);
  const [sent] = number === '50011' ? sentRedirects(text.slice(0, textRead)) : [];
  const [advice] =
    sent === undefined ? [] : redirectAdvice(sent, [{ pattern: address, uri: address }]);
  if (advice?.code === 'redirect-other-program') return { code: 'test-other-program' };
  if (number !== undefined) return ofNumber(number);
  const title = approvalTitle(text.slice(0, textRead));
  return { code: title !== undefined ? 'test-consent-missing' : 'test-window-unread' };
}
