/**
 * A test tenant: impersonates Microsoft's sign-in host over TLS on loopback, so that the built site, its
 * policy, and the browser's windows and cookies behave as in production. Nothing is stored.
 */

import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Provider } from 'oidc-provider';
import { generate } from 'selfsigned';
import {
  accounts,
  apps,
  directories,
  directoryOf,
  signInHost,
  type Directory,
} from './directory.ts';
import { microsoftError } from './errors.ts';
import { accountPage, adminConsentPage, consentPage, errorPage, garbagePage } from './pages.ts';
import { consentedGrant, directoryProvider, slowness } from './provider.ts';

/** A request that reached the test tenant: method and path, without the query. */
export type Asked = `${string} /${string}`;

/** A running test tenant. */
export interface TestTenant {
  readonly port: number;
  /** The browser's arguments for reaching it in Microsoft's place, and no other host. */
  readonly browserArguments: readonly string[];
  /** All requests so far. */
  readonly asked: readonly Asked[];
  stop(): Promise<void>;
}

/** The options of a test tenant. */
export interface TestTenantOptions {
  /** Redirect URIs of correctly configured apps. */
  readonly redirectUris: readonly string[];
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path after the directory, with a leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly directory: Directory;
  readonly provider: Provider;
}

const anyone = { 'Access-Control-Allow-Origin': '*' };

function sendHtml(response: ServerResponse, html: string, status = 200): void {
  // As on the real page: the opener loses its reference to the window.
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  response.end(html);
}

function sendJson(response: ServerResponse, status: number, data: unknown): void {
  response.writeHead(status, {
    ...anyone,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'max-age=86400, private',
  });
  response.end(JSON.stringify(data));
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** The directory's discovery document, in Microsoft's format. */
function discovery(id: string) {
  const base = `https://${signInHost}/${id}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}

async function interact({ request, response, provider }: Exchange): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const asksForConsent = prompt.name === 'consent';
  if (request.method === 'GET') {
    const scope = String(params['scope']);
    sendHtml(response, asksForConsent ? consentPage(scope) : accountPage(Object.values(accounts)));
    return;
  }
  const form = await formOf(request);
  const accountId = asksForConsent ? session?.accountId : form.get('account');
  if (!accountId || (asksForConsent && form.get('consent') !== 'yes')) {
    const { error, error_description } = microsoftError(65004, 'access_denied', {});
    const declined = { error, error_description, error_subcode: 'cancel' };
    await provider.interactionFinished(request, response, declined);
    return;
  }
  const result = asksForConsent
    ? {
        consent: {
          grantId: await consentedGrant(provider, accountId, String(params['client_id'])),
        },
      }
    : { login: { accountId }, select_account: {} };
  await provider.interactionFinished(request, response, result);
}

/** @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent checked 2026-11-20 */
function consentForAll({ response, query, directory }: Exchange): void {
  const clientId = query.get('client_id') ?? '';
  if (!Object.values<string>(apps).includes(clientId)) {
    const details = { clientId, tenant: directory.id };
    sendHtml(response, errorPage(microsoftError(700016, 'unauthorized_client', details)), 400);
    return;
  }
  const back = (answer: Readonly<Record<string, string>>) => {
    const address = new URL(query.get('redirect_uri') ?? 'https://www.muster.example/');
    const state = query.get('state');
    const all = { ...answer, ...(state !== null && { state }) };
    for (const [name, text] of Object.entries(all)) address.searchParams.set(name, text);
    return address.href;
  };
  const { error, error_description } = microsoftError(65004, 'access_denied', {});
  sendHtml(
    response,
    adminConsentPage(
      back({ admin_consent: 'True', tenant: directory.id, scope: query.get('scope') ?? '' }),
      back({ error, error_description, error_subcode: 'cancel' }),
    ),
  );
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, path, directory, provider, query } = exchange;
  if (path === '/v2.0/.well-known/openid-configuration') {
    sendJson(response, 200, discovery(directory.id));
  } else if (path.startsWith('/interaction/')) {
    await interact(exchange);
  } else if (path === '/v2.0/adminconsent' || path === '/adminconsent') {
    consentForAll(exchange);
  } else if (query.get('client_id') === apps['sign-in-page-down']) {
    request.socket.destroy();
  } else {
    const { url } = request;
    // The provider derives its mount path from these.
    Object.assign(request, { originalUrl: url, url: (url ?? '').replace(/^\/[^/?]+/, '') });
    await provider.callback()(request, response);
  }
}

function refuseTenant(response: ServerResponse, tenant: string, path: string): void {
  const error = microsoftError(90002, 'invalid_tenant', { tenant });
  if (path.endsWith('/openid-configuration') || path.endsWith('/token')) {
    sendJson(response, 400, error);
  } else {
    sendHtml(response, errorPage(error), 400);
  }
}

/** Answers requests without a directory: `common` and the like, and the blank page for programs. */
function answerForMany(response: ServerResponse, tenant: string, path: string): boolean {
  if (!['common', 'organizations', 'consumers'].includes(tenant)) return false;
  if (path === '/oauth2/nativeclient') {
    sendHtml(response, '<!doctype html><title></title>');
    return true;
  }
  if (!path.endsWith('/openid-configuration')) return false;
  const id = tenant === 'consumers' ? '9188040d-6c67-4c5b-b112-36a304b66dad' : '{tenantid}';
  sendJson(response, 200, discovery(id));
  return true;
}

/** Applies the directory's state; returns whether an answer is still due. */
async function isReachable({ state }: Directory, exchange: Pick<Exchange, 'request' | 'response'>) {
  if (state === 'down') {
    exchange.request.socket.destroy();
    return false;
  }
  if (state === 'garbage') {
    exchange.response.writeHead(200, { ...anyone, 'Content-Type': 'text/html; charset=utf-8' });
    exchange.response.end(garbagePage);
    return false;
  }
  if (state === 'slow') await wait(slowness);
  return true;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function stopper(server: Server): () => Promise<void> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return async () => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}

/** Starts a test tenant on a free port; certificate and keys are generated and stored nowhere. */
export async function startTestTenant({ redirectUris }: TestTenantOptions): Promise<TestTenant> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: signInHost }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const { privateKey: signingKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const providers = new Map(
    Object.values<Directory>(directories).map((directory) => [
      directory.id,
      directoryProvider(directory, { signingKey, redirectUris }),
    ]),
  );
  const asked: Asked[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', `https://${signInHost}`);
    asked.push(`${request.method ?? ''} /${pathname.slice(1)}`);
    const [, tenant = '', ...rest] = pathname.split('/');
    const path = `/${rest.join('/')}`;
    if (tenant === 'favicon.ico') {
      response.writeHead(404).end();
      return;
    }
    if (answerForMany(response, tenant, path)) return;
    const directory = directoryOf(decodeURIComponent(tenant));
    const provider = providers.get(directory?.id ?? '');
    if (!directory || !provider) {
      refuseTenant(response, tenant, path);
      return;
    }
    if (!(await isReachable(directory, { request, response }))) return;
    await answer({ request, response, path, query: searchParams, directory, provider });
  }

  const server = createServer({ key, cert }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  const stop = stopper(server);
  const port = await listening(server);
  return {
    port,
    browserArguments: [
      `--host-resolver-rules=MAP ${signInHost} 127.0.0.1:${String(port)},MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1`,
    ],
    asked,
    stop,
  };
}
