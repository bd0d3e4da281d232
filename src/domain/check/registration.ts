/** What a paste shows of an app registration, however it was written. */

import type { Audience, PermissionType, Platform } from '../guide/guide.ts';

/** A redirect URI as registered; without a platform where the paste does not say. */
export interface SeenRedirect {
  readonly uri: string;
  readonly platform?: Platform | undefined;
}

/** A permission as requested: by name out of the portal's table, by ID out of a manifest. */
export interface SeenPermission {
  /** ID of the API, or its name in the portal. */
  readonly api: string;
  readonly type: PermissionType | undefined;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  /** Undefined where the paste cannot say; null where the column is empty. */
  readonly granted?: boolean | null | undefined;
  /**
   * Where it stands, if not in the list of configured permissions: below „Other permissions granted“, which holds what
   * is not in that list, or on the page of the enterprise application, which does not say.
   */
  readonly origin?: 'other-granted' | 'enterprise-app' | undefined;
}

/** A secret or certificate: never its value, only what stands beside it. */
export interface SeenCredential {
  /** The description, or the first characters that the portal shows. */
  readonly name: string;
  /** The last day, `YYYY-MM-DD`, in UTC. */
  readonly expires?: string | undefined;
}

/** A part of the manifest; undefined where the paste lacks it. */
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

/**
 * `signInAudience` of the manifest.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-microsoft-graph-app-manifest checked 2026-11-20
 */
export const audienceWords = {
  'single-tenant': 'AzureADMyOrg',
  'multi-tenant': 'AzureADMultipleOrgs',
  'multi-tenant-and-personal': 'AzureADandPersonalMicrosoftAccount',
  personal: 'PersonalMicrosoftAccount',
} as const satisfies Record<Audience, string>;
