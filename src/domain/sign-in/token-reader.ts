/** Compares a pasted token with the product's needs, without verifying it and without network access. */

import { judged, type Finding } from '../compare/findings.ts';
import type { ApplicableGuide, PermissionApi, PermissionType, Values } from '../guide/guide.ts';
import { isGuid } from '../text/guid-pattern.ts';
import { personalAccountsTenant } from '../values/guid.ts';
import { apiOf, isMailPermission, isSignInScope, nameOf } from '../registration/scopes.ts';
import { isSameAccount, signInAccount } from './sign-in-account.ts';
import { excerpt } from '../values/text.ts';
import { tokenIn, type Claims } from './jwt.ts';

/** The parts of a guide that a token is compared with, small enough to embed in a page. */
export interface TokenPlan {
  /** The API that the token must be for; undefined if the vendor does not say. */
  readonly api?: PermissionApi | undefined;
  /** Where the token lists its permissions: `application` in `roles`, `delegated` in `scp`. Undefined like `api`. */
  readonly type?: PermissionType | undefined;
  /** The names of the permissions that the token must contain. */
  readonly permissions: readonly string[];
}

/** What the token is compared with, besides the guide. */
export interface TokenContext {
  readonly values: Values;
  /** In seconds since 1970, as tokens count. */
  readonly now: number;
}

/** A claim for display; texts are shortened to fit a line. */
export interface TokenClaim {
  readonly name: string;
  readonly text: string;
}

/** The findings about a token, without the token itself and its signature. */
export interface TokenReading {
  /** Never empty. */
  readonly findings: readonly Finding[];
  /** In a fixed order; empty if the text is unreadable. */
  readonly claims: readonly TokenClaim[];
}

/** The clock difference allowed, in seconds; the same as in Microsoft's libraries. */
const clockSkew = 300;
/** The maximum number of permissions compared. */
const mostNames = 100;

/** The permissions of a registration that a token for this API can contain; those of mail protocols exist in both APIs. */
function registeredNames(
  { registration }: ApplicableGuide,
  api: PermissionApi,
  type: PermissionType,
): readonly string[] {
  return registration.permissions
    .filter((one) => one.type === type && !isSignInScope(one.name))
    .filter(({ api: own, name }) =>
      api === 'exchange-online' ? own === api || isMailPermission(name) : own === api,
    )
    .map(({ name }) => name);
}

/**
 * The requirements for the product's token. If the request asks for `/.default`, the permissions are those of the
 * registration, otherwise those that the request names.
 */
export function tokenPlan(guide: ApplicableGuide): TokenPlan {
  const [request] = guide.token;
  const scopes = (request?.scopes ?? []).filter((scope) => !isSignInScope(scope));
  const [first] = scopes;
  if (!request || first === undefined) return { permissions: [] };
  const api = first.includes('/') ? apiOf(first) : 'graph';
  if (api === undefined) return { permissions: [] };
  const type = request.grant === 'client-credentials' ? 'application' : 'delegated';
  const names = scopes.map(nameOf);
  const permissions = names.includes('.default') ? registeredNames(guide, api, type) : names;
  return { api, type, permissions };
}

function textOf(claims: Claims, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const claim = claims[name];
    if (typeof claim === 'string' && claim !== '') return claim;
  }
  return undefined;
}

function numberOf(claims: Claims, name: string): number | undefined {
  const claim = claims[name];
  // Beyond this number of seconds there is no valid date.
  return typeof claim === 'number' && Math.abs(claim) < 8.64e12 ? claim : undefined;
}

/** `aud` is a text or a list of texts. */
function audienceOf({ aud }: Claims): string | undefined {
  const first: unknown = Array.isArray(aud) ? aud.at(0) : aud;
  return typeof first === 'string' && first !== '' ? first : undefined;
}

function scopesOf(claims: Claims): readonly string[] {
  const text = textOf(claims, 'scp') ?? '';
  return text
    .split(' ')
    .filter((name) => name !== '')
    .slice(0, mostNames);
}

function rolesOf({ roles }: Claims): readonly string[] {
  const list: readonly unknown[] = Array.isArray(roles) ? roles : [];
  return list.filter((name) => typeof name === 'string').slice(0, mostNames);
}

function isIdToken(claims: Claims, clientId: string | undefined): boolean {
  const audience = audienceOf(claims)?.toLowerCase();
  if (scopesOf(claims).length > 0 || textOf(claims, 'appid', 'azp') !== undefined) return false;
  return (
    audience !== undefined &&
    (audience === clientId || (isGuid(audience) && apiOf(audience) === undefined))
  );
}

function audienceFindings(claims: Claims, { api }: TokenPlan): readonly Finding[] {
  const found = audienceOf(claims);
  if (found === undefined) return [{ code: 'token-no-audience' }];
  if (api === undefined || apiOf(found) === api) return [];
  const expected = api === 'graph' ? 'graph.microsoft.com' : 'outlook.office365.com';
  return [{ code: 'token-audience', found: excerpt(found), expected }];
}

/** Reports an ID that differs from the reader's; nothing if either is unknown. */
function idFinding(
  code: 'token-tenant' | 'token-app',
  found: string | undefined,
  own: string | undefined,
): readonly Finding[] {
  if (found === undefined || own === undefined || !isGuid(own)) return [];
  if (found.toLowerCase() === own) return [];
  return [{ code, found: excerpt(found), own }];
}

function accountOf(claims: Claims): string | undefined {
  return textOf(claims, 'upn', 'preferred_username', 'unique_name', 'email');
}

/** A shared mailbox correctly has another account, so a difference is not an error by itself. */
function accountFindings(claims: Claims, values: Values): readonly Finding[] {
  const found = accountOf(claims);
  const own = signInAccount(values);
  if (found === undefined || own === undefined || isSameAccount(found, own)) return [];
  return [{ code: 'token-account', found: excerpt(found), own }];
}

function minutes(seconds: number): string {
  return String(Math.max(Math.round(seconds / 60), 1));
}

function timeFindings(claims: Claims, now: number): readonly Finding[] {
  const [from, until] = [numberOf(claims, 'nbf'), numberOf(claims, 'exp')];
  if (until !== undefined && until + clockSkew < now) {
    return [{ code: 'token-expired', minutes: minutes(now - until) }];
  }
  if (from !== undefined && from - clockSkew > now) {
    return [{ code: 'token-not-yet', minutes: minutes(from - now) }];
  }
  return until === undefined ? [{ code: 'token-no-end' }] : [];
}

/** Reports a permission that is missing, or granted as the other type. */
function permissionFinding(
  name: string,
  granted: readonly string[],
  elsewhere: readonly string[],
): readonly Finding[] {
  const isIn = (list: readonly string[]) =>
    list.some((one) => one.toLowerCase() === name.toLowerCase());
  if (isIn(granted)) return [];
  return [{ code: isIn(elsewhere) ? 'token-wrong-type' : 'token-missing', name }];
}

function permissionFindings(claims: Claims, plan: TokenPlan): readonly Finding[] {
  if (plan.type === undefined) return [];
  const [scopes, roles] = [scopesOf(claims), rolesOf(claims)];
  const isApplication = plan.type === 'application';
  const [granted, elsewhere] = isApplication ? [roles, scopes] : [scopes, roles];
  const kindFinding: readonly Finding[] =
    granted.length === 0 && elsewhere.length > 0
      ? [{ code: isApplication ? 'token-is-delegated' : 'token-is-application' }]
      : [];
  const wanted = plan.permissions.map((name) => name.toLowerCase());
  const surplus = granted.filter(
    (name) => !wanted.includes(name.toLowerCase()) && !isSignInScope(name),
  );
  return [
    ...kindFinding,
    ...plan.permissions.flatMap((name) => permissionFinding(name, granted, elsewhere)),
    ...surplus.map((name): Finding => ({ code: 'token-surplus', name: excerpt(name, 60) })),
  ];
}

function accessFindings(
  claims: Claims,
  plan: TokenPlan,
  { values, now }: TokenContext,
): readonly Finding[] {
  const found = [
    ...audienceFindings(claims, plan),
    ...idFinding('token-tenant', textOf(claims, 'tid'), values['tenantId']),
    ...idFinding('token-app', textOf(claims, 'appid', 'azp'), values['clientId']),
    ...timeFindings(claims, now),
    ...permissionFindings(claims, plan),
    ...accountFindings(claims, values),
  ];
  return judged(found, { code: plan.api === undefined ? 'token-unjudged' : 'token-right' })
    .findings;
}

function idTokenFindings(claims: Claims, { values, now }: TokenContext): readonly Finding[] {
  return [
    { code: 'token-is-id-token' },
    ...idFinding('token-tenant', textOf(claims, 'tid'), values['tenantId']),
    ...idFinding('token-app', audienceOf(claims), values['clientId']),
    ...timeFindings(claims, now),
    ...accountFindings(claims, values),
  ];
}

function isPersonal(claims: Claims): boolean {
  return textOf(claims, 'tid')?.toLowerCase() === personalAccountsTenant;
}

function claimsFindings(
  claims: Claims,
  plan: TokenPlan,
  context: TokenContext,
): readonly Finding[] {
  if (isPersonal(claims)) return [{ code: 'token-personal' }];
  return isIdToken(claims, context.values['clientId'])
    ? idTokenFindings(claims, context)
    : accessFindings(claims, plan, context);
}

function moment(seconds: number | undefined): string | undefined {
  return seconds === undefined
    ? undefined
    : new Date(seconds * 1000).toISOString().slice(0, 19) + 'Z';
}

function shownClaims(claims: Claims): readonly TokenClaim[] {
  const shown: readonly (readonly [string, string | undefined])[] = [
    ['aud', audienceOf(claims)],
    ['tid', textOf(claims, 'tid')],
    ['appid', textOf(claims, 'appid', 'azp')],
    ['upn', accountOf(claims)],
    ['scp', scopesOf(claims).join(' ')],
    ['roles', rolesOf(claims).join(' ')],
    ['nbf', moment(numberOf(claims, 'nbf'))],
    ['exp', moment(numberOf(claims, 'exp'))],
    ['ver', textOf(claims, 'ver')],
  ];
  return shown.flatMap(([name, text]) =>
    text === undefined || text === '' ? [] : [{ name, text: excerpt(text, 600) }],
  );
}

/**
 * Reads an access or ID token. The findings report differences from the guide, and tokens that cannot be read:
 * encrypted tokens, refresh tokens and one-time codes, tokens of private accounts.
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference checked 2026-11-20
 */
export function readToken(text: string, plan: TokenPlan, context: TokenContext): TokenReading {
  if (text.trim() === '') return { findings: [{ code: 'token-empty' }], claims: [] };
  const token = tokenIn(text);
  if (token.kind !== 'claims') return { findings: [{ code: `token-${token.kind}` }], claims: [] };
  const several: readonly Finding[] = token.several ? [{ code: 'token-several' }] : [];
  return {
    findings: [...claimsFindings(token.claims, plan, context), ...several],
    claims: shownClaims(token.claims),
  };
}
