/** The dry run: a guide's own sign-in, tried in the browser without the product. */

import type { ApplicableGuide, Values } from '../guide/guide.ts';
import { signInAccount } from './sign-in-account.ts';
import { fillTemplate, parseTemplate, slotsOf, type FilledTemplate } from '../values/template.ts';
import { tenantEndpoint, type Cloud } from '../registration/token-endpoint.ts';

/** What of a guide a sign-in address is made of; a page can carry it. */
export interface DryRunPlan {
  /** The redirect URI with its places, e.g. `https://{instanceHost}/…`. */
  readonly redirect: string;
  readonly scopes: readonly string[];
  /** Whether the vendor leaves the scopes open: then the run says nothing about permissions. */
  readonly scopesUnknown: boolean;
  /** Whether the answer comes to a blank page of Microsoft's, since the product has no page in a browser. */
  readonly blankPage: boolean;
}

/** What makes one run tell its own answer from others; made of random values by whoever runs it. */
export interface DryRunProof {
  readonly state: string;
  readonly nonce: string;
  /** S256 of a verifier that nobody keeps: the code that comes back cannot be redeemed. */
  readonly codeChallenge: string;
}

/** Asks for who signs in and for nothing else. */
const signInScopes: readonly string[] = ['openid', 'profile'];

/**
 * The plan of a guide whose users sign in at Microsoft and come back to a redirect URI; undefined for all others.
 * Where the vendor names no token request at all, only the sign-in itself is tried (CMX-15).
 */
export function dryRunPlan({ registration, token }: ApplicableGuide): DryRunPlan | undefined {
  const [redirect] = registration.redirects;
  const request = token.find(({ grant }) => grant === 'authorization-code');
  if (!redirect || (!request && token.length > 0)) return undefined;
  const scopes = request?.scopes ?? [];
  return {
    redirect: redirect.pattern,
    scopes: scopes.length > 0 ? scopes : signInScopes,
    scopesUnknown: scopes.length === 0,
    blankPage: redirect.pattern.endsWith('/oauth2/nativeclient'),
  };
}

/** The redirect URI with the values in it, or the ids of all values that an address with it lacks. */
function filledRedirect(pattern: string, values: Values): FilledTemplate {
  const segments = parseTemplate(pattern);
  const needed = ['tenantId', 'clientId', ...slotsOf(segments)];
  const missing = needed.filter((id) => !values[id]);
  return missing.length > 0 ? { ok: false, missing } : fillTemplate(segments, values);
}

/** Blanks as `%20`, which every server reads, in place of the `+` of forms. */
function query(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`],
    )
    .join('&');
}

/**
 * The address that starts the sign-in in the customer's own tenant, or the ids of the values it lacks.
 * A dry run asks for what the product asks for, by v2 and with PKCE; the account that signs in is named if known.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow checked 2026-11-20
 */
export function authorizeAddress(
  plan: DryRunPlan,
  values: Values,
  proof: DryRunProof,
  cloud: Cloud = 'global',
): FilledTemplate {
  const redirect = filledRedirect(plan.redirect, values);
  if (!redirect.ok) return redirect;
  const parameters = query({
    client_id: values['clientId'],
    response_type: 'code',
    redirect_uri: redirect.text,
    response_mode: 'query',
    scope: plan.scopes.join(' '),
    state: proof.state,
    nonce: plan.scopes.includes('openid') ? proof.nonce : undefined,
    code_challenge: proof.codeChallenge,
    code_challenge_method: 'S256',
    prompt: 'select_account',
    login_hint: signInAccount(values),
  });
  const endpoint = tenantEndpoint('authorize', values['tenantId'] ?? '', 'v2', cloud);
  return { ok: true, text: `${endpoint}?${parameters}` };
}

/** How an administrator's consent for a whole organisation is asked for. */
export interface ConsentPlan {
  /** With `scope` the request is v2; without it, v1 takes all that the registration lists. */
  readonly scope?: string | undefined;
  readonly redirect?: string | undefined;
}

/**
 * The plan of a guide whose registration lists permissions; undefined where there is nothing to consent to.
 * v2 needs a scope, which for application permissions is `/.default`; v1 does what the portal's own button does.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent checked 2026-11-20
 */
export function consentPlan({ registration, token }: ApplicableGuide): ConsentPlan | undefined {
  if (registration.permissions.length === 0) return undefined;
  const [first] = registration.redirects;
  const isApplication = token.some(({ grant }) => grant === 'client-credentials');
  const scope = token.flatMap(({ scopes }) => scopes).find((one) => one.endsWith('/.default'));
  return {
    ...(isApplication && first && scope !== undefined && { scope }),
    ...(first && { redirect: first.pattern }),
  };
}

/** The address where an administrator consents, or the ids of the values it lacks. Opening it grants nothing yet. */
export function adminConsentAddress(
  plan: ConsentPlan,
  values: Values,
  state: string,
  cloud: Cloud = 'global',
): FilledTemplate {
  const redirect = filledRedirect(plan.redirect ?? '', values);
  if (!redirect.ok) return redirect;
  const parameters = query({
    client_id: values['clientId'],
    scope: plan.scope,
    redirect_uri: redirect.text === '' ? undefined : redirect.text,
    state,
  });
  const version = plan.scope === undefined ? 'v1' : 'v2';
  const endpoint = tenantEndpoint('consent', values['tenantId'] ?? '', version, cloud);
  return { ok: true, text: `${endpoint}?${parameters}` };
}
