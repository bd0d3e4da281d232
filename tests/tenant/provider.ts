/** A directory's OpenID provider: `oidc-provider`, with Microsoft's paths, claims and errors. */

import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { decodeJwt, SignJWT } from 'jose';
import {
  interactionPolicy,
  Provider,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import {
  accountOf,
  apps,
  appStateOf,
  signInHost,
  type AppState,
  type Directory,
} from './directory.ts';
import { MemoryAdapter } from './memory-adapter.ts';
import { microsoftError, type ErrorDetails, type MicrosoftError } from './errors.ts';
import { errorPage, garbagePage } from './pages.ts';

/** Shared by all directories of a test tenant. */
export interface Shared {
  readonly signingKey: KeyObject;
  /** The single-page application redirect URIs of correctly configured apps. */
  readonly redirectUris: readonly string[];
}

/** The delay of `slow` directories, in milliseconds: long enough to be seen, short enough for tests. */
export const slowness = 800;

const outlook = 'https://outlook.office365.com';
const scopes = [
  'openid',
  'offline_access',
  ...['SMTP.Send', 'IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', '.default'].map(
    (name) => `${outlook}/${name}`,
  ),
  'https://graph.microsoft.com/User.Read',
];
const keyId = 'test-tenant';

function policy() {
  const prompts = interactionPolicy.base();
  prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return prompts;
}

function clientsOf({ redirectUris }: Shared): Configuration['clients'] {
  return (Object.keys(apps) as AppState[]).map((state) => ({
    client_id: apps[state],
    redirect_uris:
      state === 'other-redirect-uri' ? ['https://www.muster.example/'] : [...redirectUris],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  }));
}

function detailsOf(ctx: KoaContextWithOIDC, { id }: Directory): ErrorDetails {
  const { client_id: clientId, redirect_uri: redirectUri } = ctx.query;
  const correlationId = ctx.query['client-request-id'];
  return {
    tenant: id,
    ...(typeof clientId === 'string' && { clientId }),
    ...(typeof redirectUri === 'string' && { redirectUri }),
    ...(typeof correlationId === 'string' && { correlationId }),
  };
}

function authorizeError(ctx: KoaContextWithOIDC, error: string, directory: Directory) {
  const details = detailsOf(ctx, directory);
  if (error === 'invalid_client') return microsoftError(700016, error, details);
  if (error === 'invalid_redirect_uri') return microsoftError(50011, 'invalid_request', details);
  return microsoftError(90014, error, { ...details, detail: error });
}

async function grantFor(ctx: KoaContextWithOIDC) {
  const { client, session, provider, result } = ctx.oidc;
  const given = result?.consent?.grantId;
  if (given !== undefined) return provider.Grant.find(given);
  const accountId = session?.accountId;
  if (accountId === undefined || appStateOf(client?.clientId) === 'asks-for-consent') return;
  const grant = new provider.Grant({ accountId, clientId: client?.clientId ?? '' });
  grant.addOIDCScope(scopes.concat('profile').join(' '));
  await grant.save();
  return grant;
}

function configuration(directory: Directory, shared: Shared): Configuration {
  const identity = ['tid', 'oid', 'preferred_username', 'name', 'ver'];
  return {
    clients: clientsOf(shared) ?? [],
    jwks: {
      keys: [
        { ...shared.signingKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' },
      ],
    },
    adapter: MemoryAdapter,
    cookies: { keys: [keyId] },
    scopes,
    claims: { openid: ['sub', ...identity], profile: identity },
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    features: { devInteractions: { enabled: false } },
    interactions: {
      policy: policy(),
      url: (_, { uid }) => `/${directory.id}/interaction/${uid}`,
    },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
      end_session: '/oauth2/v2.0/logout',
    },
    ttl: { AccessToken: 4500, IdToken: 4500, Grant: 600, Interaction: 600, Session: 600 },
    findAccount: (_, objectId) => {
      const account = accountOf(objectId);
      if (!account) return undefined;
      const { mail, name } = account;
      return {
        accountId: objectId,
        claims: () => ({
          sub: objectId,
          oid: objectId,
          tid: directory.id,
          preferred_username: mail,
          name,
          ver: '2.0',
        }),
      };
    },
    loadExistingGrant: grantFor,
    renderError: (ctx, { error }) => {
      ctx.type = 'html';
      ctx.body = errorPage(authorizeError(ctx, error, directory));
    },
  };
}

/** The answer's ID token, signed with a clock that is an hour ahead. */
async function signedAnHourAhead(idToken: string, key: KeyObject): Promise<string> {
  const claims = decodeJwt(idToken);
  const later = (time: number | undefined) => (time ?? 0) + 3600;
  return new SignJWT({ ...claims, iat: later(claims.iat), exp: later(claims.exp) })
    .setProtectedHeader({ alg: 'RS256', kid: keyId })
    .sign(key);
}

function refuseToken(ctx: KoaContextWithOIDC, status: number, error: MicrosoftError): void {
  ctx.status = status;
  ctx.body = error;
}

/** Adds what Microsoft adds to a token response: whose it is. */
function inMicrosoftForm(ctx: KoaContextWithOIDC, { id }: Directory): void {
  const answer = ctx.body as { id_token: string; scope: string };
  const { oid } = decodeJwt(answer.id_token);
  const info = JSON.stringify({ uid: oid, utid: id });
  Object.assign(answer, { client_info: Buffer.from(info).toString('base64url') });
}

async function misbehave(
  ctx: KoaContextWithOIDC,
  state: AppState | undefined,
  directory: Directory,
  key: KeyObject,
): Promise<void> {
  const details = {
    tenant: directory.id,
    clientId: ctx.oidc.client?.clientId ?? '',
    correlationId: String(ctx.query['client-request-id'] ?? ''),
  };
  const answer = ctx.body as { id_token: string; scope: string };
  switch (state) {
    case 'consent-missing':
      refuseToken(ctx, 400, {
        ...microsoftError(65001, 'invalid_grant', details),
        suberror: 'consent_required',
      });
      break;
    case 'secret-demanded':
      refuseToken(ctx, 401, microsoftError(7000218, 'invalid_client', details));
      break;
    case 'registered-as-web-unreadable':
      refuseToken(ctx, 400, microsoftError(9002326, 'invalid_request', details));
      ctx.remove('Access-Control-Allow-Origin');
      break;
    case 'registered-as-web':
      refuseToken(ctx, 400, microsoftError(9002326, 'invalid_request', details));
      break;
    case 'token-endpoint-down':
      ctx.req.socket.destroy();
      break;
    case 'token-endpoint-slow':
      await wait(slowness);
      break;
    case 'token-endpoint-silent':
      // Until the browser or the test tenant closes the connection.
      await once(ctx.req.socket, 'close');
      break;
    case 'token-endpoint-garbage':
      ctx.type = 'html';
      ctx.body = garbagePage;
      break;
    case 'clock-ahead':
      answer.id_token = await signedAnHourAhead(answer.id_token, key);
      break;
    case 'fewer-scopes':
      answer.scope = 'openid profile';
      break;
    default:
      break;
  }
}

/** The provider of one directory. */
export function directoryProvider(directory: Directory, shared: Shared): Provider {
  const provider = new Provider(
    `https://${signInHost}/${directory.id}/v2.0`,
    configuration(directory, shared),
  );
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx as Partial<KoaContextWithOIDC>;
    if (oidc?.route !== 'token' || ctx.method !== 'POST') return;
    const known = ctx as KoaContextWithOIDC;
    const state = appStateOf(oidc.client?.clientId);
    // A browser retries after getting no answer, with its code already used up: it must fail the same way.
    const failsAlways = state === 'token-endpoint-down' || state === 'registered-as-web-unreadable';
    if (ctx.status !== 200 && !failsAlways) return;
    if (ctx.status === 200) inMicrosoftForm(known, directory);
    await misbehave(known, state, directory, shared.signingKey);
  });
  return provider;
}

/** The grant of an app after the user's consent. */
export async function consentedGrant(
  provider: Provider,
  accountId: string,
  clientId: string,
): Promise<string> {
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(scopes.concat('profile').join(' '));
  return grant.save();
}
