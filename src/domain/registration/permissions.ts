/** The permissions a guide asks for, as the portal lists them. */

import type { Guide, PermissionApi, PermissionDefinition, PermissionType } from '../guide/guide.ts';
import { permissionList, type KnownPermission } from './permission-list.ts';

/** A row of the permission table. `id` is null for a name that our list does not have. */
export interface PermissionRow {
  readonly api: PermissionApi;
  readonly name: string;
  readonly type: PermissionType;
  readonly adminConsentRequired: boolean;
  readonly id: string | null;
  readonly displayNameEn: string | null;
  readonly displayNameDe: string | null;
  /** Whether consent opens every mailbox of the organisation (IPM-16). */
  readonly reachesAllMailboxes: boolean;
}

/** The permission of this exact name; the same name is another permission on the other API or of the other type. */
export function findPermission(
  api: PermissionApi,
  name: string,
  type: PermissionType,
): KnownPermission | undefined {
  return permissionList.find((one) => one.api === api && one.name === name && one.type === type);
}

/** The guide's permissions in its order; take the guide of the chosen branch. */
export function permissionTable(guide: Guide): readonly PermissionRow[] {
  return guide.registration.permissions.map(permissionRow);
}

/** An unknown permission is taken for the worst that its type can be. */
function permissionRow({ api, name, type }: PermissionDefinition): PermissionRow {
  const known = findPermission(api, name, type);
  const isApplication = type === 'application';
  return {
    api,
    name,
    type,
    adminConsentRequired: known?.adminConsentRequired ?? isApplication,
    id: known?.id ?? null,
    displayNameEn: known?.displayNameEn ?? null,
    displayNameDe: known?.displayNameDe ?? null,
    reachesAllMailboxes: known ? known.reach === 'all-mailboxes' : isApplication,
  };
}
