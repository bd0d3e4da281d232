/** The test sign-in of a guide: what it requests, and the findings about the answer. */

import type { MendedFinding } from '../errors/by-number.ts';
import { judged, type Finding, type FindingCode } from '../compare/findings.ts';
import type { ApplicableGuide, Values } from '../guide/guide.ts';
import { isGuid } from '../text/guid-pattern.ts';
import { apiOf, isMailPermission, isSignInScope, nameOf } from '../registration/scopes.ts';
import { isSameAccount, signInAccount } from './sign-in-account.ts';
import { excerpt } from '../values/text.ts';

/** What a test requests, and what it can verify. */
export interface SignInPlan {
  /** The scopes to request, besides those of the sign-in itself. */
  readonly scopes: readonly string[];
  /** Names or whole scopes that must be granted. */
  readonly needed: readonly string[];
}

/** The answer of a sign-in, without its tokens. Times are seconds since 1970. */
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

/** A failed sign-in, as reported by MSAL. */
export interface SignInError {
  readonly kind: 'error';
  readonly errorCode: string;
  /** Microsoft's error number, if MSAL received one. */
  readonly errorNo?: string | undefined;
  /** Only searched for a number, never shown. */
  readonly message?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** The outcome of a sign-in. */
export type SignInOutcome = SignInAnswer | SignInError;

/** What the answer is compared with. */
export interface SignInExpectation {
  readonly plan: SignInPlan;
  readonly values: Values;
  /** Whether the operator's own app was used instead of the reader's. */
  readonly operatorApp: boolean;
}

/** The topics of the steps that fix findings without an error number. */
const topics: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  'test-account-unexpected': ['user'],
  'test-account-differs': ['user'],
  'test-account-is-shared': ['user'],
  'test-tenant-differs': ['tenant-id'],
  'test-scope-missing': ['permissions'],
};

/**
 * The parts of a guide that a sign-in can test: the scopes of its own delegated sign-in. For an app that signs in as
 * itself, or whose scopes are unknown, only the sign-in itself is tested.
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

/** `outlook.office.com` and `outlook.office365.com` are one API; a bare name matches any API. */
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

/** Compares account and mailbox: the sign-in name may differ, and a shared mailbox is opened by another account. */
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
  // A domain has already been looked up, and cannot be compared.
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

/** Microsoft allows five minutes, in seconds; a larger difference means a wrong clock, which breaks products. */
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

/** Judges a completed sign-in; if nothing is wrong, `test-right` comes first. */
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
