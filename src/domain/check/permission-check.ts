/** Compares requested permissions with those that the guide requires. */

import type { PermissionApi, PermissionDefinition, PermissionType } from '../guide/guide.ts';
import {
  permissionList,
  permissionResources,
  type KnownPermission,
} from '../registration/permission-list.ts';
import { excerpt } from '../values/text.ts';
import type { Expectation } from './expectation.ts';
import type { SeenPermission } from './registration.ts';
import { takePairs, type TakenPair } from './taken-pairs.ts';
import type { SettingFinding } from './setting-findings.ts';

/** A requested permission, with what is known about it. */
interface Requested {
  readonly seen: SeenPermission;
  readonly api: PermissionApi | undefined;
  /** The API's name for display. */
  readonly apiName: string;
  readonly name: string | undefined;
  /** As the paste says it: its ID has one, a name alone has none. */
  readonly type: PermissionType | undefined;
  /** The type said, or the only one that we know of this name: enough to describe what is too much. */
  readonly likelyType: PermissionType | undefined;
  readonly known: KnownPermission | undefined;
}

const apis = Object.keys(permissionResources) as readonly PermissionApi[];

function apiOf(text: string): PermissionApi | undefined {
  return apis.find((api) =>
    [permissionResources[api].appId, permissionResources[api].displayName.toLowerCase()].includes(
      text.toLowerCase(),
    ),
  );
}

/** The API of a permission without a heading: Graph, unless only Exchange Online has a permission of that name. */
function likelyApi(name: string): PermissionApi {
  return permissionList.find((one) => one.name === name)?.api ?? 'graph';
}

/** Identifies a permission: by its ID in a manifest, by its name in a table. */
function requested(seen: SeenPermission): Requested {
  const isBare = seen.api === '' && seen.name !== undefined;
  const api = isBare ? likelyApi(seen.name) : apiOf(seen.api);
  const ofApi = permissionList.filter((one) => one.api === api);
  const byId = ofApi.find(({ id }) => id === seen.id);
  const name = byId?.name ?? seen.name;
  const namesakes = ofApi.filter((one) => one.name === name);
  const soleType = namesakes.length === 1 ? namesakes[0]?.type : undefined;
  const type = seen.type ?? (seen.isTypeUnknown === true ? undefined : byId?.type);
  const likelyType = type ?? byId?.type ?? soleType;
  const known = ofApi.find((one) => one.name === name && one.type === likelyType);
  const apiName = api === undefined ? excerpt(seen.api, 80) : permissionResources[api].displayName;
  return { seen, api, apiName, name, type, likelyType, known };
}

type Pair = TakenPair<PermissionDefinition, Requested>;

/** A name without its type is never called right: which of two permissions it is was not seen. */
function untypedFindings({ wanted: { name, type }, seen: found }: Pair): readonly SettingFinding[] {
  const isRefused = found.seen.granted === false;
  return [
    { code: 'permission-type-unsaid', name, expectedType: type },
    ...(isRefused ? [{ code: 'permission-unsaid-not-granted', name } as const] : []),
  ];
}

function pairFindings(pair: Pair): readonly SettingFinding[] {
  return pair.seen.type === undefined ? untypedFindings(pair) : [pairFinding(pair)];
}

function pairFinding({ wanted: { name, type }, seen: found }: Pair): SettingFinding {
  const { granted, origin } = found.seen;
  if (origin !== undefined) return { code: 'permission-consented', name, type };
  if (granted === undefined) return { code: 'permission-requested', name, type };
  return { code: granted === true ? 'permission-granted' : 'permission-not-granted', name, type };
}

/**
 * Granting consent again may revoke permissions that are not in the list.
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent checked 2026-11-20
 */
function unlistedFinding({ wanted: { name, type } }: Pair): SettingFinding {
  return { code: 'permission-unlisted', name, type };
}

function typeFinding({ wanted: { name, type }, seen: found }: Pair): SettingFinding {
  return { code: 'permission-type', name, type: found.type ?? '', expectedType: type };
}

function apiFinding({ wanted: { name, api }, seen: found }: Pair): SettingFinding {
  const expectedApi = permissionResources[api].displayName;
  return { code: 'permission-api', name, api: found.apiName, expectedApi };
}

function missingFinding(
  { api, name, type }: PermissionDefinition,
  shows: PermissionType | undefined,
): SettingFinding {
  if (shows !== undefined && shows !== type) return { code: 'permission-not-shown', name, type };
  const expectedApi = permissionResources[api].displayName;
  return { code: 'permission-missing', name, expectedType: type, expectedApi };
}

/** Permissions that the portal adds or that every sign-in requests: too harmless to count as surplus. */
const defaults: readonly string[] = ['User.Read', 'openid', 'profile', 'email', 'offline_access'];

/** Application permissions for mail that are not in our list, for either API. */
const mailForm = /^(?:Mail|Mail-Advanced|MailboxFolder|MailboxItem)\./;

/** Judges a surplus application permission; unknown mail permissions are assumed to reach all mailboxes. */
function surplusAppFinding(name: string, api: string, one: Requested): SettingFinding {
  const isMail = one.api !== undefined && mailForm.test(name);
  const reach = one.known?.reach ?? (isMail ? 'all-mailboxes' : undefined);
  if (reach === 'all-mailboxes') return { code: 'permission-surplus-all', name, api };
  if (reach === 'granted-mailboxes') return { code: 'permission-surplus-some', name, api };
  return { code: 'permission-surplus-app', name, api };
}

function surplusFinding(one: Requested): SettingFinding {
  const { seen, apiName: api, name, likelyType: type, known } = one;
  if (name === undefined) {
    const id = excerpt(seen.id ?? '', 60);
    return type === 'application'
      ? { code: 'permission-unknown-app-id', id, api }
      : { code: 'permission-unknown-id', id, api };
  }
  if (known?.type === 'delegated' && defaults.includes(name)) {
    return { code: 'permission-default', name, api };
  }
  if (type === 'application') return surplusAppFinding(name, api, one);
  if (seen.origin === 'other-granted') {
    return { code: 'permission-surplus-unlisted', name, type: 'delegated', api };
  }
  if (type === undefined) return { code: 'permission-surplus-unsaid', name, api };
  return { code: 'permission-surplus', name, type: 'delegated', api };
}

/** If the vendor names no permissions, delegated ones are those that a sign-in may request. */
function unsaidFindings(found: readonly Requested[]): readonly SettingFinding[] {
  const findings = found.map((one): SettingFinding => {
    const { name, likelyType: type } = one;
    if (name !== undefined && type === undefined) {
      return { code: 'permission-at-sign-in-unsaid', name };
    }
    if (name === undefined || type !== 'delegated') return surplusFinding(one);
    const isConsented = one.seen.origin !== undefined;
    return {
      code: isConsented ? 'permission-granted-at-sign-in' : 'permission-at-sign-in',
      name,
      type,
    };
  });
  return [...findings, { code: 'permissions-unsaid' }];
}

function isSame({ api, name, type }: PermissionDefinition, found: Requested): boolean {
  return (
    found.name === name && found.api === api && (found.type === undefined || found.type === type)
  );
}

/** Removes permissions from a second list that also appear among the configured ones. */
function withoutRepeats(found: readonly Requested[]): readonly Requested[] {
  const configured = found.filter(({ seen }) => seen.origin === undefined);
  return found.filter(
    (one) =>
      one.seen.origin === undefined ||
      !configured.some(
        (other) =>
          other.name === one.name && other.apiName === one.apiName && other.type === one.type,
      ),
  );
}

/**
 * Compares by name, type and API: the same name on Exchange Online is another permission. A manifest does not show
 * whether consent was given (IPM-15). `shows` is the only type that the paste can show.
 * @see https://learn.microsoft.com/graph/permissions-reference checked 2026-11-20 (IPM-14, FF-09, BM-09)
 */
export function checkPermissions(
  seen: readonly SeenPermission[],
  { guide }: Expectation,
  shows?: PermissionType,
): readonly SettingFinding[] {
  const { permissions, consent } = guide.registration;
  const all = withoutRepeats(seen.map(requested));
  const isSilent = seen.every(({ granted }) => granted === undefined);
  const unknown: readonly SettingFinding[] = isSilent ? [{ code: 'consent-unknown' }] : [];
  if (consent === 'at-sign-in' && permissions.length === 0) {
    return [...unsaidFindings(all), ...unknown];
  }
  const wanted = [...permissions];
  const found = all.filter((one) => one.seen.origin !== 'other-granted');
  const unlisted = all.filter((one) => one.seen.origin === 'other-granted');
  const same = takePairs(wanted, found, isSame);
  const consented = takePairs(wanted, unlisted, isSame);
  const types = takePairs(
    wanted,
    found,
    (one, other) => one.name === other.name && one.api === other.api,
  );
  const twins = takePairs(
    wanted,
    found,
    (one, other) => one.name === other.name && other.api !== undefined,
  );
  return [
    ...same.flatMap(pairFindings),
    // A permission requested at sign-in need not be in the list.
    ...consented.flatMap((pair) =>
      consent === 'at-sign-in' ? pairFindings(pair) : [unlistedFinding(pair)],
    ),
    ...types.map(typeFinding),
    ...twins.map(apiFinding),
    ...wanted.map((one) => missingFinding(one, shows)),
    ...[...found, ...unlisted].map(surplusFinding),
    ...unknown,
  ];
}
