/** Exchange's roles for the application permissions of a guide (RBAC for Applications). */

import type { ApplicableGuide } from '../guide/guide.ts';
import { findPermission } from '../registration/permissions.ts';

/** A role in Exchange and its permission, by Exchange's short name. */
export interface ExchangeRole {
  readonly role: string;
  readonly permission: string;
}

/**
 * One role for each application permission; some permissions (`IMAP.AccessAsApp`) have no role in Exchange.
 * @see https://learn.microsoft.com/exchange/permissions-exo/application-rbac checked 2026-11-20 (IPM-16, IPM-20)
 */
export function exchangeRoles({ registration }: ApplicableGuide): readonly ExchangeRole[] {
  return registration.permissions.flatMap(({ api, name, type }) => {
    if (type !== 'application') return [];
    const known = findPermission(api, name, type);
    const permission = name.replace(/\.All$/, '');
    const role = known ? known.exchangeRole : `Application ${permission}`;
    return role === null ? [] : [{ role, permission }];
  });
}
