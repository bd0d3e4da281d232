/** Reads permissions from what Microsoft's tools print, mostly as JSON, and from any text with their IDs. */

import type { PermissionType } from '../guide/guide.ts';
import { permissionList, permissionResources } from '../registration/permission-list.ts';
import { items, member, readJson, textOf, type Json } from './json-text.ts';
import { accessPermissions } from './manifest.ts';
import { isName } from './permission-words.ts';
import type { SeenPermission } from './registration.ts';

/** The permissions in a text. */
export interface SeenPermissions {
  readonly list: readonly SeenPermission[];
  /** The only type that this kind of output shows: grants are of delegated permissions, assignments of the others. */
  readonly shows?: PermissionType | undefined;
  /** Whether some were granted by a single person for themselves. */
  readonly isForOne?: boolean | undefined;
}

function apiNamed(value: Json): string {
  return (textOf(member(value, 'resourceDisplayName')) ?? '').slice(0, 80);
}

/**
 * A grant of delegated permissions, all in one text.
 * @see https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant checked 2026-11-29
 */
function grantedIn(grant: Json): readonly SeenPermission[] {
  return scopePermissions(textOf(member(grant, 'scope')) ?? '', apiNamed(grant));
}

function scopePermissions(scope: string, api: string): readonly SeenPermission[] {
  const names = scope.slice(0, 4000).split(/\s+/).slice(0, 100);
  return names
    .filter(isName)
    .map((name) => ({ api, name, type: 'delegated', granted: true, origin: 'enterprise-app' }));
}

/** Grants as PowerShell lists them: `Scope : A B`. */
function printedGrants(text: string): SeenPermissions | undefined {
  const [, consent] = /^[ \t]{0,80}ConsentType[ \t]{0,80}:[ \t]{0,9}(\w{1,20})/m.exec(text) ?? [];
  if (consent === undefined) return undefined;
  const scopes = [...text.matchAll(/^[ \t]{0,80}Scope[ \t]{0,80}:(.{1,4000})$/gm)].slice(0, 100);
  const list = scopes.flatMap(([, scope = '']) => scopePermissions(scope, ''));
  const isForOne = /^[ \t]{0,80}ConsentType[ \t]{0,80}:[ \t]{0,9}Principal\b/m.test(text);
  return list.length > 0 ? { list, shows: 'delegated', isForOne } : undefined;
}

/**
 * An application permission that was granted, by its ID.
 * @see https://learn.microsoft.com/graph/api/resources/approleassignment checked 2026-11-29
 */
function assignedIn(assignment: Json): readonly SeenPermission[] {
  const id = textOf(member(assignment, 'appRoleId'))?.toLowerCase();
  if (id === undefined) return [];
  const api = apiNamed(assignment) || apiOfId(id);
  return [{ api, id, type: 'application', granted: true, origin: 'enterprise-app' }];
}

function apiOfId(id: string): string {
  const known = permissionList.find((one) => one.id === id);
  return known ? permissionResources[known.api].appId : '';
}

/**
 * The claims of a token: `scp` has delegated permissions, `roles` the others.
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference checked 2026-11-29
 */
function claimedIn(claims: Json): readonly SeenPermission[] {
  const roles = items(member(claims, 'roles')).flatMap((one) => textOf(one) ?? []);
  return [
    ...scopePermissions(textOf(member(claims, 'scp')) ?? '', ''),
    ...roles.filter(isName).map((name): SeenPermission => ({
      api: '',
      name,
      type: 'application',
      granted: true,
      origin: 'enterprise-app',
    })),
  ];
}

/** A list printed by Azure's command line or by Graph, or the one object printed. */
function listed(value: Json): readonly Json[] {
  const list = items(value);
  if (list.length > 0) return list;
  const values = items(member(value, 'value'));
  return values.length > 0 ? values : [value];
}

/** The permissions in a value; undefined if it is something else. */
function permissionsOf(value: Json): SeenPermissions | undefined {
  const all = listed(value).slice(0, 500);
  const has = (name: string): readonly Json[] =>
    all.filter((one) => member(one, name) !== undefined);
  const requested = has('resourceAccess');
  if (requested.length > 0) return { list: accessPermissions(requested) };
  const roles = has('appRoleId');
  if (roles.length > 0) return { list: roles.flatMap(assignedIn), shows: 'application' };
  const claims = [...has('scp'), ...has('roles')].filter((one) => member(one, 'aud') !== undefined);
  if (claims.length > 0) return { list: [...new Set(claims)].flatMap(claimedIn) };
  const grants = has('scope').filter((one) => member(one, 'consentType') !== undefined);
  if (grants.length === 0) return undefined;
  const isForOne = grants.some((one) => textOf(member(one, 'consentType')) === 'Principal');
  return { list: grants.flatMap(grantedIn), shows: 'delegated', isForOne };
}

const memberName = /["“”„](?:resourceAccess|appRoleId|consentType|scp|roles)["“”„]\s{0,20}:/;
/** The maximum number of outputs in one text. */
const outputLimit = 20;

/** All outputs in a text, together; undefined if there is none. */
export function printedPermissions(text: string): SeenPermissions | undefined {
  if (!memberName.test(text)) return printedGrants(text);
  const found: SeenPermissions[] = [];
  let rest = text;
  for (let count = 0; count < outputLimit && memberName.test(rest); count += 1) {
    const reading = readJson(rest);
    if (!reading.ok) break;
    found.push(...[permissionsOf(reading.value)].filter((one) => one !== undefined));
    rest = rest.slice(reading.span[1]);
  }
  const [first] = found;
  if (!first) return undefined;
  const isAlike = found.every(({ shows }) => shows === first.shows);
  return {
    list: found.flatMap(({ list }) => list),
    shows: isAlike ? first.shows : undefined,
    isForOne: found.some(({ isForOne }) => isForOne),
  };
}

const idInText = /(?<![\w-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/gi;
const typeInText = /\btype["']?\s{0,9}[:=]{1,2}>?\s{0,4}["']?(role|scope)\b/gi;
/** How far a type is from its ID, on either side, in UTF-16 units. */
const typeReach = 120;

/**
 * The known IDs in a text, such as a script or a template; an ID of ours says its type. A different type beside it is
 * what counts there.
 */
export function permissionIds(text: string): readonly SeenPermission[] {
  const ids = [...text.matchAll(idInText)].slice(0, 500);
  return ids.flatMap(({ 0: written, index }, at): readonly SeenPermission[] => {
    const id = written.toLowerCase();
    const api = apiOfId(id);
    if (api === '') return [];
    const end = index + written.length;
    const after = text.slice(end, Math.min(end + typeReach, ids[at + 1]?.index ?? text.length));
    const before = text.slice(Math.max(index - typeReach, ids[at - 1]?.index ?? 0), index);
    const [said] = [...after.matchAll(typeInText)];
    const word = (said ?? [...before.matchAll(typeInText)].at(-1))?.[1]?.toLowerCase();
    const type = word === undefined ? undefined : word === 'role' ? 'application' : 'delegated';
    return [{ api, id, type }];
  });
}
