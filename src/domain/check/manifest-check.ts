/** Compares a manifest with the guide's requirements. */

import type { ApplicableGuide, Registration } from '../guide/guide.ts';
import { audienceWords } from '../registration/manifest-fragment.ts';
import { secretExpiry, type SecretExpiry } from '../values/secret-expiry.ts';
import { excerpt } from '../values/text.ts';
import { registrationIdFindings } from './access-check.ts';
import type { Expectation } from './expectation.ts';
import { checkPermissions } from './permission-check.ts';
import { checkRedirects } from './redirect-check.ts';
import type { SeenCredential, SeenRegistration } from './registration.ts';
import type { SettingFinding } from './setting-findings.ts';

type Findings = readonly SettingFinding[];

function absent(part: string): Findings {
  return [{ code: 'manifest-part-absent', part }];
}

/** Audiences from narrow to wide: each admits every account that the previous one admits. */
const wider: readonly string[] = [
  audienceWords['single-tenant'],
  audienceWords['multi-tenant'],
  audienceWords['multi-tenant-and-personal'],
];

function checkAudience(seen: SeenRegistration, { audience }: Registration): Findings {
  if (seen.audience === undefined) return absent('signInAudience');
  const expected = audienceWords[audience];
  const found = excerpt(seen.audience, 60);
  if (found.toLowerCase() === expected.toLowerCase()) return [{ code: 'audience-right' }];
  const at = wider.indexOf(expected);
  const isWider = at >= 0 && wider.indexOf(found) > at;
  return [{ code: isWider ? 'audience-too-wide' : 'audience-wrong', found, expected }];
}

function checkClientId(
  { clientId, objectId }: SeenRegistration,
  { guide, values }: Expectation,
): Findings {
  if (clientId === undefined) return absent('appId');
  if (!guide.values.some(({ id }) => id === 'clientId')) return [];
  const found = excerpt(clientId, 60);
  const expected = values['clientId']?.toLowerCase();
  if (expected === undefined) return [{ code: 'client-id-not-entered', found }];
  if (expected === clientId) return [{ code: 'client-id-right' }];
  if (expected === objectId) return [{ code: 'client-id-is-object-id', found }];
  return [{ code: 'client-id-differs', found, expected }];
}

function checkImplicit({ implicit }: SeenRegistration, { implicitGrant }: Registration): Findings {
  if (implicit === undefined) return absent('implicitGrantSettings');
  const findings: SettingFinding[] = [];
  if (implicit.accessTokens !== implicitGrant.accessTokens) {
    findings.push({ code: implicit.accessTokens ? 'implicit-access-on' : 'implicit-access-off' });
  }
  if (implicit.idTokens !== implicitGrant.idTokens) {
    findings.push({ code: implicit.idTokens ? 'implicit-id-on' : 'implicit-id-off' });
  }
  return findings.length === 0 ? [{ code: 'implicit-right' }] : findings;
}

function checkPublicClient(
  { publicClient }: SeenRegistration,
  { publicClientFlows }: Registration,
): Findings {
  const setting = publicClientFlows[0]?.setting ?? 'unsaid';
  if (publicClient === undefined) return absent('isFallbackPublicClient');
  if (setting === 'unsaid') {
    return [{ code: publicClient ? 'public-client-unsaid-on' : 'public-client-unsaid-off' }];
  }
  if (publicClient === (setting === 'yes')) return [{ code: 'public-client-right' }];
  return [{ code: publicClient ? 'public-client-on' : 'public-client-off' }];
}

function credentialFinding(
  kind: 'secret' | 'certificate',
  name: string,
  date: string,
  state: SecretExpiry['state'],
): SettingFinding {
  const found = { expired: 'old', soon: 'soon', fine: 'right' } as const;
  return { code: `${kind}-${found[state]}`, name, date };
}

/** One valid credential is enough; expired ones do no harm. */
function checkCredentials(
  kind: 'secret' | 'certificate',
  list: readonly SeenCredential[],
  today: string,
): Findings {
  if (list.length === 0) return [{ code: `${kind}-missing` }];
  const findings = list.map(({ name: full, expires }): SettingFinding => {
    const name = excerpt(full, 80);
    if (expires === undefined) return { code: `${kind}-without-date`, name };
    return credentialFinding(kind, name, expires, secretExpiry({ expires, today }).state);
  });
  if (findings.some(({ code }) => !code.endsWith('-old'))) return findings;
  return findings.map((one) =>
    'name' in one && 'date' in one
      ? { code: `${kind}-expired`, name: one.name, date: one.date }
      : one,
  );
}

function surplusOf(kind: 'secret' | 'certificate', list: readonly SeenCredential[]): Findings {
  return list.map(({ name }) => ({ code: `${kind}-surplus`, name: excerpt(name, 80) }));
}

function checkKind(
  kind: 'secret' | 'certificate',
  list: readonly SeenCredential[] | undefined,
  { guide, today }: Expectation,
): Findings {
  const isDemanded = guide.registration.credentials.some((one) => one.kind === kind);
  if (list === undefined) {
    const part = kind === 'secret' ? 'passwordCredentials' : 'keyCredentials';
    return isDemanded ? absent(part) : [];
  }
  if (isDemanded) return checkCredentials(kind, list, today);
  if (list.length > 0) return surplusOf(kind, list);
  // A public client must not have a secret, so confirm that there is none.
  const isBare = kind === 'secret' && guide.registration.credentials.length === 0;
  return isBare ? [{ code: 'secret-none-right' }] : [];
}

/** Settings that no manifest shows. */
function unknowns({ registration }: ApplicableGuide): Findings {
  const findings: SettingFinding[] = [];
  if (registration.credentials.some(({ kind }) => kind === 'secret')) {
    findings.push({ code: 'secret-value-unknown' });
  }
  if (registration.owner !== undefined) findings.push({ code: 'owner-unknown' });
  return findings;
}

/**
 * Compares everything in a manifest with the guide, and reports what it cannot show: consent, owners, the secret's value.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-microsoft-graph-app-manifest checked 2026-11-20
 */
export function checkManifest(seen: SeenRegistration, expected: Expectation): Findings {
  const { registration } = expected.guide;
  return [
    ...(seen.isOldFormat ? [{ code: 'manifest-old-format' } as const] : []),
    ...checkClientId(seen, expected),
    ...registrationIdFindings(seen.objectId, expected),
    ...checkAudience(seen, registration),
    ...(seen.redirects ? checkRedirects(seen.redirects, expected) : absent('redirectUris')),
    ...checkImplicit(seen, registration),
    ...checkPublicClient(seen, registration),
    ...(seen.permissions
      ? checkPermissions(seen.permissions, expected)
      : absent('requiredResourceAccess')),
    ...checkKind('secret', seen.secrets, expected),
    ...checkKind('certificate', seen.certificates, expected),
    ...unknowns(expected.guide),
  ];
}
