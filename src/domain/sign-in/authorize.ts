/** The dry run: a guide's own sign-in, tried in the browser without the product. */

import type { ApplicableGuide, Values } from '../guide/guide.ts';
import { signInAccount } from './sign-in-account.ts';
import { fillTemplate, parseTemplate, slotsOf, type FilledTemplate } from '../values/template.ts';
import { tenantEndpoint, type Cloud } from '../registration/token-endpoint.ts';

/** The parts of a guide needed for a sign-in address, small enough to embed in a page. */
export interface DryRunPlan {
  /** The redirect URI with its slots, e.g. `https://{instanceHost}/…`. */
  readonly redirect: string;
  readonly scopes: readonly string[];
  /** Whether the vendor does not name the scopes: then the run shows nothing about permissions. */
  readonly scopesUnknown: boolean;
  /** Whether the answer arrives on a blank Microsoft page, because the product has no page in a browser. */
  readonly blankPage: boolean;
}

/** Random values by which a run recognises its own answer; created by the caller. */
export interface DryRunProof {
  readonly state: string;
  readonly nonce: string;
  /** S256 of a verifier that is thrown away: the code that comes back cannot be redeemed. */
  readonly codeChallenge: string;
}

/** Requests only the identity of the user. */
const signInScopes: readonly string[] = ['openid', 'profile'];

/**
 * The plan for a guide whose users sign in at Microsoft and return to a redirect URI; undefined for all others.
 * If the vendor names no token request at all, only the sign-in itself is tried (CMX-15).
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

/** The redirect URI with its values, or the ids of all values missing for an address with it. */
function filledRedirect(pattern: string, values: Values): FilledTemplate {
  const segments = parseTemplate(pattern);
  const needed = ['tenantId', 'clientId', ...slotsOf(segments)];
  const missing = needed.filter((id) => !values[id]);
  return missing.length > 0 ? { ok: false, missing } : fillTemplate(segments, values);
}

/** Encodes blanks as `%20`, which every server understands, rather than as the `+` of forms. */
function query(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`],
    )
    .join('&');
}

/**
 * The address that starts the sign-in in the customer's own tenant, or the ids of the missing values.
 * A dry run requests the same as the product, by v2 and with PKCE; it names the account if known.
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

/** How to request an administrator's consent for a whole organisation. */
export interface ConsentPlan {
  /** With `scope` the request is v2; without it, v1 covers everything that the registration lists. */
  readonly scope?: string | undefined;
  readonly redirect?: string | undefined;
}

/**
 * The plan for a guide whose registration lists permissions; undefined if there is nothing to consent to.
 * v2 needs a scope, which is `/.default` for application permissions; v1 works like the portal's own button.
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

/** The address where an administrator consents, or the ids of the missing values. Opening it grants nothing yet. */
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
