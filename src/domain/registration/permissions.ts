/** The permissions a guide asks for, as the portal lists them. */

import { applicable } from '../guide/applicable.ts';
import { branchesOf, choicesOf } from '../guide/branches.ts';
import type {
  ApplicableGuide,
  Guide,
  PermissionApi,
  PermissionDefinition,
  PermissionType,
  When,
} from '../guide/guide.ts';
import { permissionList, type KnownPermission } from './permission-list.ts';

/** A row of the permission table. `id` is null for a name that our list does not have. */
export interface PermissionRow extends Pick<
  KnownPermission,
  'api' | 'name' | 'type' | 'adminConsentRequired' | 'displayNameEn' | 'displayNameDe'
> {
  readonly id: string | null;
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

/** The permissions of a branch, in the guide's order. */
export function permissionTable(guide: ApplicableGuide): readonly PermissionRow[] {
  return guide.registration.permissions.map(permissionRow);
}

/** The table of each branch that has permissions of its own; a single one, without a condition, where all ask for the same. */
export function permissionTables(
  guide: Guide,
): readonly { readonly when: When; readonly rows: readonly PermissionRow[] }[] {
  const choices = choicesOf(guide, guide.registration.permissions);
  return branchesOf(guide, choices).map((when) => ({
    when,
    rows: permissionTable(applicable(guide, when)),
  }));
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
