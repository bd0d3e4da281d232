/** The part of an app manifest that a guide settles, to be pasted into the portal's manifest editor. */

import { applicable } from '../guide/applicable.ts';
import { branchesOf, choicesOf } from '../guide/branches.ts';
import type { ApplicableGuide, Audience, Guide, Platform, When } from '../guide/guide.ts';
import { permissionResources } from './permission-list.ts';
import { findPermission } from './permissions.ts';

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

/** The requested permissions of one API, as the manifest lists them. */
export interface ResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Role' | 'Scope' }[];
}

interface Addresses {
  readonly redirectUris: readonly string[];
}

/** Members of a manifest in the Microsoft Graph format; a member that is absent stays as it is in the registration. */
export interface ManifestFragment {
  readonly signInAudience: string;
  /** Absent if the vendor leaves the setting open. */
  readonly isFallbackPublicClient?: boolean;
  readonly web: Addresses & {
    readonly implicitGrantSettings: {
      readonly enableAccessTokenIssuance: boolean;
      readonly enableIdTokenIssuance: boolean;
    };
  };
  readonly spa: Addresses;
  readonly publicClient: Addresses;
  /** Absent if the guide lists none, or one whose ID is unknown or has only one source. */
  readonly requiredResourceAccess?: readonly ResourceAccess[];
}

/** The choices that a registration depends on need not be all of the guide's. */
function partsOf({ registration }: Guide) {
  const { redirects, publicClientFlows, permissions } = registration;
  return [...redirects, ...publicClientFlows, ...permissions];
}

function accessOf({ registration }: ApplicableGuide): readonly ResourceAccess[] | undefined {
  const { permissions } = registration;
  const known = permissions.flatMap(({ api, name, type }) => {
    const one = findPermission(api, name, type);
    return one?.idCertainty === 'high' ? [one] : [];
  });
  // An incomplete list would take the missing ones away.
  if (permissions.length === 0 || known.length < permissions.length) return undefined;
  return [...Map.groupBy(known, ({ api }) => api)].map(([api, rows]) => ({
    resourceAppId: permissionResources[api].appId,
    resourceAccess: rows.map(({ id, type }) => ({
      id,
      type: type === 'application' ? 'Role' : 'Scope',
    })),
  }));
}

/**
 * The fragment for a branch, in the order of Microsoft's own manifests; redirect URIs are templates with value ids in
 * braces. All three platforms are named, so that an address on a wrong one goes away.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-microsoft-graph-app-manifest checked 2026-11-20
 */
export function manifestFragment(guide: ApplicableGuide): ManifestFragment {
  const { audience, redirects, implicitGrant, publicClientFlows } = guide.registration;
  const setting = publicClientFlows[0]?.setting ?? 'unsaid';
  const access = accessOf(guide);
  const redirectUris = (wanted: Platform): readonly string[] =>
    redirects.filter(({ platform }) => platform === wanted).map(({ pattern }) => pattern);
  return {
    signInAudience: audienceWords[audience],
    ...(setting !== 'unsaid' && { isFallbackPublicClient: setting === 'yes' }),
    web: {
      redirectUris: redirectUris('web'),
      implicitGrantSettings: {
        enableAccessTokenIssuance: implicitGrant.accessTokens,
        enableIdTokenIssuance: implicitGrant.idTokens,
      },
    },
    spa: { redirectUris: redirectUris('spa') },
    publicClient: { redirectUris: redirectUris('public-client') },
    ...(access && { requiredResourceAccess: access }),
  };
}

/** The fragment of each branch that has a registration of its own; a single one, without a condition, where all have the same. */
export function manifestFragments(
  guide: Guide,
): readonly { readonly when: When; readonly fragment: ManifestFragment }[] {
  return branchesOf(guide, choicesOf(guide, partsOf(guide))).map((when) => ({
    when,
    fragment: manifestFragment(applicable(guide, when)),
  }));
}
