/** The test sign-in of a guide: what is asked for, and what comes back in findings. */

import type { MendedFinding } from '../errors/by-number.ts';
import { judged, type Finding, type FindingCode } from '../compare/findings.ts';
import type { ApplicableGuide, Values } from '../guide/guide.ts';
import { isGuid } from '../text/guid-pattern.ts';
import { apiOf, isMailPermission, isSignInScope, nameOf } from '../registration/scopes.ts';
import { isSameAccount, signInAccount } from './sign-in-account.ts';
import { excerpt } from '../values/text.ts';

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

/** Which steps mend what an answer without a number shows. */
const topics: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  'test-account-unexpected': ['user'],
  'test-account-differs': ['user'],
  'test-account-is-shared': ['user'],
  'test-tenant-differs': ['tenant-id'],
  'test-scope-missing': ['permissions'],
};

/**
 * What a sign-in can test of a guide: the scopes of its own delegated sign-in. An app that signs in as itself, or of
 * which nobody says what it asks for, is tested by the sign-in alone.
 */
export function signInPlan(guide: ApplicableGuide): SignInPlan {
  const [token] = guide.token;
  if (token === undefined || token.grant === 'client-credentials')
    return { scopes: [], needed: [] };
  const scopes = token.scopes.filter((scope) => !isSignInScope(scope));
  const needed = scopes.filter((scope) => nameOf(scope) !== '.default');
  if (needed.length > 0) return { scopes, needed };
  const names = guide.registration.permissions
    .filter(({ type, name }) => type === 'delegated' && isMailPermission(name))
    .map(({ name }) => name);
  return { scopes, needed: names };
}

/** `outlook.office.com` and `outlook.office365.com` are one API; a bare name stands for any. */
function isGranted(needed: string, granted: readonly string[]): boolean {
  const wanted = needed.toLowerCase();
  return granted.some((scope) => {
    const found = scope.toLowerCase();
    if (found === wanted) return true;
    if (nameOf(found) !== nameOf(wanted)) return false;
    const isOutlook = [wanted, found].every((one) => apiOf(one) === 'exchange-online');
    return !wanted.includes('/') || isOutlook;
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

/** Judges a sign-in that came to its end: `test-right` first where nothing is wrong. */
export function judgeSignIn(
  answer: SignInAnswer,
  { plan, values, operatorApp }: SignInExpectation,
): readonly MendedFinding[] {
  const findings: readonly Finding[] = [
    accountFinding(answer.account, values),
    ...tenantFindings(answer.tenantId, values),
    ...(operatorApp ? [] : scopeFindings(answer.scopes, plan)),
    ...(operatorApp ? ([{ code: 'test-operator-app' }] as const) : []),
    ...clockFindings(answer),
    ...lifetimeFindings(answer),
  ];
  return judged(findings, { code: 'test-right' }).findings.map((finding) => ({
    finding,
    topics: topics[finding.code] ?? [],
  }));
}
