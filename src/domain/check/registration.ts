/** The parts of an app registration that a paste shows, in whatever format. */

import type { PermissionType, Platform } from '../guide/guide.ts';

/** A redirect URI as registered; the platform is undefined if the paste does not show it. */
export interface SeenRedirect {
  readonly uri: string;
  readonly platform?: Platform | undefined;
}

/** A requested permission: by name from the portal's table, by ID from a manifest. */
export interface SeenPermission {
  /** ID of the API, or its name in the portal. */
  readonly api: string;
  readonly type: PermissionType | undefined;
  /** Whether it should have a type and has none that is known; its ID does not replace it. */
  readonly isTypeUnknown?: boolean | undefined;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  /** Undefined if the paste cannot show it; null if the column is empty. */
  readonly granted?: boolean | null | undefined;
  /**
   * Its list, if not that of the configured permissions: „Other permissions granted“, whose entries are not configured,
   * or the page of the enterprise application, which does not show whether they are.
   */
  readonly origin?: 'other-granted' | 'enterprise-app' | undefined;
}

/** A secret or certificate: never its value, only its name and expiry. */
export interface SeenCredential {
  /** The description, or the first characters that the portal shows. */
  readonly name: string;
  /** The last day, `YYYY-MM-DD`, in UTC. */
  readonly expires?: string | undefined;
}

/** The settings of a registration; undefined if the paste lacks them. */
export interface SeenRegistration {
  readonly isOldFormat: boolean;
  readonly clientId?: string | undefined;
  readonly objectId?: string | undefined;
  /** As written. */
  readonly audience?: string | undefined;
  readonly redirects?: readonly SeenRedirect[] | undefined;
  readonly implicit?: { readonly accessTokens: boolean; readonly idTokens: boolean } | undefined;
  readonly publicClient?: boolean | undefined;
  readonly permissions?: readonly SeenPermission[] | undefined;
  readonly secrets?: readonly SeenCredential[] | undefined;
  readonly certificates?: readonly SeenCredential[] | undefined;
}
