/** Correct pastes, generated from the real guides and their made-up values. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { guideOf, guideSchema } from '../../../src/content-model/guide.ts';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import type { Expectation, ExpectedForm } from '../../../src/domain/check/expectation.ts';
import type { Guide, Values } from '../../../src/domain/guide/guide.ts';
import { audienceWords } from '../../../src/domain/registration/manifest-fragment.ts';
import { permissionResources } from '../../../src/domain/registration/permission-list.ts';
import { findPermission } from '../../../src/domain/registration/permissions.ts';
import { redirectUris } from '../../../src/domain/registration/redirect-uris.ts';
import { branchOfField, expectedField } from '../../../src/domain/check/product-form.ts';

/** Today's date in all tests. */
export const today = '2026-11-20';

/** The guides of the site. */
export const realGuides = ['ipm-cloud', 'cmxorganize', 'flowfact', 'bm'] as const;

/** A guide of the site, by its id. */
export type RealGuide = (typeof realGuides)[number];

/** Read once: a property asks for it thousands of times. */
const read = new Map<RealGuide, Guide>();

/** Loads a guide of the site. */
export function realGuide(id: RealGuide): Guide {
  const known = read.get(id);
  if (known) return known;
  const file = new URL(`../../../src/content/guides/${id}/guide.yml`, import.meta.url);
  const guide = guideOf(id, guideSchema.parse(parse(readFileSync(file, 'utf8'))));
  read.set(id, guide);
  return guide;
}

function formsOf(guide: Guide): readonly ExpectedForm[] {
  return guide.forms.map((form) => ({
    id: form.id,
    when: form.when,
    fields: form.fields.flatMap(
      (field) => expectedField(branchOfField(guide, form, field), field) ?? [],
    ),
    step: 'in-the-product',
  }));
}

/** The expectation of a guide for a reader who has entered its samples, or these values instead. */
export function expectation(id: RealGuide, own: Values = {}): Expectation {
  const guide = realGuide(id);
  const samples = Object.fromEntries(guide.values.map((value) => [value.id, value.sample]));
  const values = { ...samples, ...own };
  return { guide: applicable(guide, values), values, today, forms: formsOf(guide) };
}

/** A manifest in the current format, reduced to what is compared; tests change it. */
export interface Manifest {
  id: string;
  appId: string;
  displayName: string;
  signInAudience: string;
  isFallbackPublicClient: boolean | null;
  web: {
    redirectUris: string[];
    implicitGrantSettings: {
      enableAccessTokenIssuance: boolean;
      enableIdTokenIssuance: boolean;
    };
  };
  spa: { redirectUris: string[] };
  publicClient: { redirectUris: string[] };
  requiredResourceAccess: {
    resourceAppId: string;
    resourceAccess: { id: string; type: string }[];
  }[];
  passwordCredentials: {
    displayName: string | null;
    hint: string;
    keyId: string;
    endDateTime: string;
    secretText: null;
  }[];
  keyCredentials: { displayName: string; endDateTime: string }[];
}

/** The manifest of a registration that meets the guide's requirements. */
export function rightManifest({ guide, values }: Expectation): Manifest {
  const { registration } = guide;
  const uris = (platform: string): string[] =>
    redirectUris(guide, values).flatMap((one) =>
      one.platform === platform && one.uri !== undefined ? [one.uri] : [],
    );
  const access = registration.permissions.map(({ api, name, type }) => ({
    id: findPermission(api, name, type)?.id ?? '',
    type: type === 'application' ? 'Role' : 'Scope',
  }));
  return {
    id: 'aaaaaaaa-1111-4222-8333-444444444444',
    appId: values['clientId'] ?? '',
    displayName: registration.name,
    signInAudience: audienceWords[registration.audience],
    isFallbackPublicClient: registration.publicClientFlows[0]?.setting === 'yes' ? true : null,
    web: {
      redirectUris: uris('web'),
      implicitGrantSettings: {
        enableAccessTokenIssuance: registration.implicitGrant.accessTokens,
        enableIdTokenIssuance: registration.implicitGrant.idTokens,
      },
    },
    spa: { redirectUris: uris('spa') },
    publicClient: { redirectUris: uris('public-client') },
    requiredResourceAccess:
      access.length === 0
        ? []
        : [{ resourceAppId: permissionResources.graph.appId, resourceAccess: access }],
    passwordCredentials: registration.credentials
      .filter(({ kind }) => kind === 'secret')
      .map(() => ({
        displayName: 'Mail 2026',
        hint: 'Ab1',
        keyId: 'cccccccc-1111-4222-8333-666666666666',
        endDateTime: '2028-11-20T08:00:00Z',
        secretText: null,
      })),
    keyCredentials: [],
  };
}

/** The same registration in the retired format. */
export function oldManifest(manifest: Manifest): unknown {
  const urls = (list: readonly string[], type: string) => list.map((url) => ({ url, type }));
  return {
    id: manifest.id,
    appId: manifest.appId,
    name: manifest.displayName,
    signInAudience: manifest.signInAudience,
    allowPublicClient: manifest.isFallbackPublicClient,
    oauth2AllowImplicitFlow: manifest.web.implicitGrantSettings.enableAccessTokenIssuance,
    oauth2AllowIdTokenImplicitFlow: manifest.web.implicitGrantSettings.enableIdTokenIssuance,
    replyUrlsWithType: [
      ...urls(manifest.web.redirectUris, 'Web'),
      ...urls(manifest.spa.redirectUris, 'Spa'),
      ...urls(manifest.publicClient.redirectUris, 'InstalledClient'),
    ],
    requiredResourceAccess: manifest.requiredResourceAccess,
    passwordCredentials: manifest.passwordCredentials,
    keyCredentials: manifest.keyCredentials,
  };
}

/** Formats a manifest like the portal. */
export function written(manifest: unknown): string {
  return JSON.stringify(manifest, undefined, '\t');
}
