/**
 * Reads an app manifest in the current Microsoft Graph format or the retired one.
 * @see https://learn.microsoft.com/entra/identity-platform/azure-active-directory-graph-app-manifest-deprecation checked 2026-11-20
 */

import { readDate } from '../values/date.ts';
import type { PermissionType, Platform } from '../guide/guide.ts';
import { items, member, textOf, type Json } from './json-text.ts';
import type {
  SeenCredential,
  SeenPermission,
  SeenRedirect,
  SeenRegistration,
} from './registration.ts';

/** Members that only a manifest has; one of them identifies it. */
const names: readonly string[] = [
  'signInAudience',
  'requiredResourceAccess',
  'passwordCredentials',
  'keyCredentials',
  'isFallbackPublicClient',
  'replyUrlsWithType',
  'oauth2AllowImplicitFlow',
  'allowPublicClient',
  'publicClient',
  'spa',
  'web',
];
const oldNames: readonly string[] = [
  'replyUrlsWithType',
  'oauth2AllowImplicitFlow',
  'oauth2AllowIdTokenImplicitFlow',
  'allowPublicClient',
  'accessTokenAcceptedVersion',
  'oauth2Permissions',
];

/** Whether a value is a manifest or a part of one. */
export function isManifest(value: Json): boolean {
  return names.some((name) => member(value, name) !== undefined);
}

function hasId(app: Json, clientId: string | undefined): boolean {
  return clientId !== undefined && textOf(member(app, 'appId'))?.toLowerCase() === clientId;
}

/**
 * The manifest in a document: the document itself; an app from a list by Graph or `az ad app list` (the reader's own, or
 * else the first); or just the part `web`, as printed by `az ad app show --query web`.
 */
export function manifestIn(value: Json, clientId?: string): Json | undefined {
  const isApp = (one: Json): boolean => isManifest(one) || isServicePrincipal(one);
  if (isApp(value)) return value;
  const apps = [...items(value), ...items(member(value, 'value'))].filter(isApp);
  const app = apps.find((one) => hasId(one, clientId)) ?? apps[0];
  if (app !== undefined) return app;
  return member(value, 'implicitGrantSettings') === undefined
    ? undefined
    : new Map([['web', value]]);
}

/**
 * Whether this is the enterprise app of a registration. It does not contain the reader's settings; `replyUrls` is a copy.
 * @see https://learn.microsoft.com/graph/api/resources/serviceprincipal checked 2026-11-28
 */
export function isServicePrincipal(manifest: Json): boolean {
  const names = [
    'servicePrincipalType',
    'servicePrincipalNames',
    'appOwnerOrganizationId',
    'replyUrls',
  ];
  return names.some((name) => member(manifest, name) !== undefined);
}

/** Reads a boolean. Microsoft's own examples have `"false"` in quotation marks; null is the default, false. */
function truth(value: Json | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

function texts(value: Json | undefined): readonly string[] {
  return items(value).flatMap((item) => textOf(item) ?? []);
}

const platformParts: readonly (readonly [name: string, platform: Platform])[] = [
  ['web', 'web'],
  ['spa', 'spa'],
  ['publicClient', 'public-client'],
];

function presentRedirects(manifest: Json): readonly SeenRedirect[] | undefined {
  const parts = platformParts.filter(([name]) => member(manifest, name) !== undefined);
  if (parts.length === 0) return undefined;
  return parts.flatMap(([name, platform]) => {
    const part = member(manifest, name);
    // `az ad app show --query` may omit the level in between.
    const uris = [...texts(part), ...texts(member(part, 'redirectUris'))];
    return uris.map((uri) => ({ uri, platform }));
  });
}

const oldPlatforms: Readonly<Record<string, Platform>> = {
  web: 'web',
  spa: 'spa',
  installedclient: 'public-client',
};

function oldRedirects(manifest: Json): readonly SeenRedirect[] | undefined {
  const list = member(manifest, 'replyUrlsWithType');
  if (list === undefined) return undefined;
  return items(list).flatMap((item) => {
    const uri = textOf(member(item, 'url'));
    const type = textOf(member(item, 'type'))?.toLowerCase() ?? '';
    const platform = Object.hasOwn(oldPlatforms, type) ? oldPlatforms[type] : undefined;
    return uri === undefined ? [] : [{ uri, platform }];
  });
}

function presentImplicit(manifest: Json): SeenRegistration['implicit'] {
  const settings = member(member(manifest, 'web'), 'implicitGrantSettings');
  if (settings === undefined) return undefined;
  return {
    accessTokens: truth(member(settings, 'enableAccessTokenIssuance')) ?? false,
    idTokens: truth(member(settings, 'enableIdTokenIssuance')) ?? false,
  };
}

function oldImplicit(manifest: Json): SeenRegistration['implicit'] {
  const accessTokens = truth(member(manifest, 'oauth2AllowImplicitFlow'));
  const idTokens = truth(member(manifest, 'oauth2AllowIdTokenImplicitFlow'));
  if (accessTokens === undefined && idTokens === undefined) return undefined;
  return { accessTokens: accessTokens ?? false, idTokens: idTokens ?? false };
}

function permissionType(value: Json | undefined): PermissionType | undefined {
  const word = textOf(value)?.toLowerCase();
  if (word === 'role') return 'application';
  return word === 'scope' ? 'delegated' : undefined;
}

function seenPermissions(manifest: Json): readonly SeenPermission[] | undefined {
  const list = member(manifest, 'requiredResourceAccess');
  return list === undefined ? undefined : accessPermissions(items(list));
}

/** The permissions in `requiredResourceAccess`, which `az ad app permission list` prints alone. */
export function accessPermissions(resources: readonly Json[]): readonly SeenPermission[] {
  return resources.flatMap((resource) => {
    const api = textOf(member(resource, 'resourceAppId'))?.toLowerCase() ?? '';
    return items(member(resource, 'resourceAccess')).map((access) => {
      const type = permissionType(member(access, 'type'));
      const id = textOf(member(access, 'id'))?.toLowerCase() ?? '';
      return { api, id, type, isTypeUnknown: type === undefined };
    });
  });
}

/** Whether the date exists; there is no upper limit, because a script may create a credential for a century. */
function isDay(day: string): boolean {
  return readDate(day, { today: day, maxMonths: 1 }).ok;
}

/** The date in `2027-05-19T08:00:00Z`, if it exists. */
function dayOf(value: Json | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(textOf(value) ?? '')?.[0];
  return day !== undefined && isDay(day) ? day : undefined;
}

function seenCredentials(list: Json | undefined): readonly SeenCredential[] | undefined {
  if (list === undefined) return undefined;
  return items(list).map((item, index) => {
    const hint = textOf(member(item, 'hint')) ?? '';
    const name = textOf(member(item, 'displayName')) ?? '';
    const shown = hint === '' ? String(index + 1) : `${hint.slice(0, 3)}…`;
    return {
      name: name === '' ? shown : name,
      expires: dayOf(member(item, 'endDateTime') ?? member(item, 'endDate')),
    };
  });
}

/** Reads the registration from a manifest; each part from whichever of the two formats has it. */
export function readManifest(manifest: Json): SeenRegistration {
  return {
    isOldFormat: oldNames.some((name) => member(manifest, name) !== undefined),
    clientId: textOf(member(manifest, 'appId'))?.toLowerCase(),
    objectId: textOf(member(manifest, 'id'))?.toLowerCase(),
    audience: textOf(member(manifest, 'signInAudience')),
    redirects: presentRedirects(manifest) ?? oldRedirects(manifest),
    implicit: presentImplicit(manifest) ?? oldImplicit(manifest),
    publicClient:
      truth(member(manifest, 'isFallbackPublicClient')) ??
      truth(member(manifest, 'allowPublicClient')),
    permissions: seenPermissions(manifest),
    secrets: seenCredentials(member(manifest, 'passwordCredentials')),
    certificates: seenCredentials(member(manifest, 'keyCredentials')),
  };
}
