import { describe, expect, it } from 'vitest';
import { checkSettings, type SettingsReport } from '../../../src/domain/check/check-settings.ts';
import { verdictOf, type SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import {
  expectation,
  oldManifest,
  realGuides,
  rightManifest,
  written,
  type Manifest,
  type RealGuide,
} from './right.ts';

const faults = ['wrong', 'missing', 'surplus'];

/** The findings that require a change, each with its step. */
function faultsOf({ findings }: SettingsReport): readonly (readonly [SettingFinding, string?])[] {
  return findings
    .filter(({ finding }) => faults.includes(verdictOf(finding)))
    .map(({ finding, step }) => (step === undefined ? [finding] : [finding, step]));
}

function codesOf({ findings }: SettingsReport): readonly string[] {
  return findings.map(({ finding }) => finding.code);
}

function judged(
  id: RealGuide,
  change: (manifest: Manifest) => void = () => undefined,
  own: Readonly<Record<string, string | undefined>> = {},
): SettingsReport {
  const expected = expectation(id, own);
  const manifest = rightManifest(expected);
  change(manifest);
  return checkSettings(written(manifest), expected);
}

describe('a right manifest', () => {
  it.each(realGuides)('of %s has no error in either format', (id) => {
    const expected = expectation(id);
    const manifest = rightManifest(expected);
    const present = checkSettings(written(manifest), expected);
    const old = checkSettings(written(oldManifest(manifest)), expected);
    expect(present.kind).toBe('manifest');
    expect(faultsOf(present)).toEqual([]);
    expect(faultsOf(old)).toEqual([]);
    expect(codesOf(old)).toEqual(expect.arrayContaining(['manifest-old-format']));
    const rights = (report: SettingsReport) =>
      report.findings.filter(({ finding }) => verdictOf(finding) === 'right');
    expect(rights(old)).toEqual(rights(present));
  });

  it('of iPM-Cloud confirms everything that is right, and names what it cannot show', () => {
    expect(codesOf(judged('ipm-cloud'))).toEqual([
      'consent-unknown',
      'secret-value-unknown',
      'owner-unknown',
      'client-id-right',
      'audience-right',
      'redirect-right',
      'redirect-right',
      'redirect-right',
      'redirect-right',
      'implicit-right',
      'public-client-right',
      'permission-requested',
      'permission-requested',
      'permission-requested',
      'permission-requested',
      'permission-requested',
      'secret-right',
    ]);
  });

  it('of bm for a public client has no secret, and the switch is on', () => {
    const report = judged('bm', undefined, { clientType: 'public' });
    expect(faultsOf(report)).toEqual([]);
    expect(codesOf(report)).toEqual(
      expect.arrayContaining(['public-client-right', 'secret-none-right', 'redirect-none-right']),
    );
  });

  it('of cmxOrganize leaves open which permissions are needed (CMX-15)', () => {
    expect(codesOf(judged('cmxorganize'))).toEqual(
      expect.arrayContaining(['permissions-unsaid', 'consent-unknown']),
    );
  });

  it('of Flowfact leaves open what the vendor does not show (FF-08)', () => {
    expect(codesOf(judged('flowfact'))).toEqual(
      expect.arrayContaining(['public-client-unsaid-off']),
    );
  });

  it('with booleans in quotation marks, as Microsoft prints its examples, is right too', () => {
    const expected = expectation('ipm-cloud');
    const text = written(rightManifest(expected)).replace(/: (true|false)/g, ': "$1"');
    expect(faultsOf(checkSettings(text, expected))).toEqual([]);
  });
});

const graph = '00000003-0000-0000-c000-000000000000';
const exchange = '00000002-0000-0ff1-ce00-000000000000';
const ids = {
  mailSend: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  mailSendDelegated: 'e383f46e-2787-4529-855e-0e479a3ffac0',
  smtpSend: '258f6531-6087-4cc4-bb90-092c5fb3ed3f',
  smtpSendExchange: '76faac2a-0f20-42f1-928a-50de5b9dbe52',
  popExchange: 'fb698133-92fa-453e-a9ed-688e10f2e5ac',
  userRead: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  mailReadWrite: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
} as const;

/** Takes one permission out, by its ID. */
function withoutPermission(manifest: Manifest, id: string): void {
  for (const resource of manifest.requiredResourceAccess) {
    resource.resourceAccess = resource.resourceAccess.filter((one) => one.id !== id);
  }
}

function request(manifest: Manifest, resourceAppId: string, id: string, type: string): void {
  manifest.requiredResourceAccess.push({ resourceAppId, resourceAccess: [{ id, type }] });
}

type Change = readonly [
  description: string,
  guide: RealGuide,
  change: (manifest: Manifest) => void,
  finding: SettingFinding,
  step: string | undefined,
  own?: Readonly<Record<string, string>>,
];

const muster = 'https://muster.ipmcloud.de';
const cmx = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
const native = 'https://login.microsoftonline.com/common/oauth2/nativeclient';

const changes: readonly Change[] = [
  // redirect URIs
  [
    'one URI dropped',
    'ipm-cloud',
    ({ spa }) => spa.redirectUris.splice(1, 1),
    { code: 'redirect-missing', uri: `${muster}/`, expectedPlatform: 'spa' },
    'redirect-uris',
  ],
  [
    'the only URI dropped',
    'cmxorganize',
    ({ web }) => web.redirectUris.splice(0, 1),
    { code: 'redirect-missing', uri: cmx, expectedPlatform: 'web' },
    'redirect-uris',
  ],
  [
    'a slash too many',
    'cmxorganize',
    ({ web }) => (web.redirectUris = [`${cmx}/`]),
    { code: 'redirect-differs', found: `${cmx}/`, uri: cmx, difference: 'slash' },
    'redirect-uris',
  ],
  [
    'a slash too many if one with a slash is required as well',
    'ipm-cloud',
    ({ spa }) => (spa.redirectUris[1] = `${muster}//`),
    { code: 'redirect-differs', found: `${muster}//`, uri: `${muster}/`, difference: 'other' },
    'redirect-uris',
  ],
  [
    'without `www.`',
    'cmxorganize',
    ({ web }) => (web.redirectUris = [cmx.replace('www.', '')]),
    { code: 'redirect-differs', found: cmx.replace('www.', ''), uri: cmx, difference: 'www' },
    'redirect-uris',
  ],
  [
    'with `www.`',
    'ipm-cloud',
    ({ spa }) => (spa.redirectUris[0] = 'https://www.muster.ipmcloud.de'),
    {
      code: 'redirect-differs',
      found: 'https://www.muster.ipmcloud.de',
      uri: muster,
      difference: 'www',
    },
    'redirect-uris',
  ],
  [
    '`+` for the blank',
    'cmxorganize',
    ({ web }) => (web.redirectUris = [cmx.replace('%20', '+')]),
    {
      code: 'redirect-differs',
      found: cmx.replace('%20', '+'),
      uri: cmx,
      difference: 'encoding',
    },
    'redirect-uris',
  ],
  [
    'a capital letter in the path',
    'flowfact',
    ({ publicClient }) => (publicClient.redirectUris = [native.replace('native', 'Native')]),
    {
      code: 'redirect-differs',
      found: native.replace('native', 'Native'),
      uri: native,
      difference: 'case',
    },
    'redirect-uris',
  ],
  [
    'http',
    'ipm-cloud',
    ({ spa }) => (spa.redirectUris[0] = 'http://muster.ipmcloud.de'),
    {
      code: 'redirect-differs',
      found: 'http://muster.ipmcloud.de',
      uri: muster,
      difference: 'scheme',
    },
    'redirect-uris',
  ],
  [
    'two letters of the host swapped',
    'ipm-cloud',
    ({ spa }) => (spa.redirectUris[2] = 'https://srv024.ipmcloud.de'),
    {
      code: 'redirect-differs',
      found: 'https://srv024.ipmcloud.de',
      uri: 'https://srv042.ipmcloud.de',
      difference: 'other',
    },
    'redirect-uris',
  ],
  [
    'the wrong platform',
    'ipm-cloud',
    ({ spa, web }) => web.redirectUris.push(...spa.redirectUris.splice(0, 1)),
    { code: 'redirect-platform', uri: muster, platform: 'web', expectedPlatform: 'spa' },
    'redirect-uris',
  ],
  [
    'a web address for the desktop program',
    'flowfact',
    ({ publicClient, web }) => web.redirectUris.push(...publicClient.redirectUris.splice(0, 1)),
    {
      code: 'redirect-platform',
      uri: native,
      platform: 'web',
      expectedPlatform: 'public-client',
    },
    'redirect-uris',
  ],
  [
    'an address that is not required',
    'ipm-cloud',
    ({ web }) => web.redirectUris.push('https://alt.beispiel.example/anmelden'),
    { code: 'redirect-surplus', uri: 'https://alt.beispiel.example/anmelden' },
    'redirect-uris',
  ],
  [
    'an address in a guide that needs none',
    'bm',
    ({ web }) => web.redirectUris.push('https://localhost'),
    { code: 'redirect-surplus', uri: 'https://localhost' },
    undefined,
  ],
  [
    'a correct address on a second platform',
    'ipm-cloud',
    ({ web }) => web.redirectUris.push(muster),
    { code: 'redirect-surplus', uri: muster },
    'redirect-uris',
  ],

  // permissions
  [
    'a permission of the other type',
    'ipm-cloud',
    (manifest) => {
      withoutPermission(manifest, ids.mailSend);
      request(manifest, graph, ids.mailSendDelegated, 'Scope');
    },
    {
      code: 'permission-type',
      name: 'Mail.Send',
      type: 'delegated',
      expectedType: 'application',
    },
    'permissions',
  ],
  [
    'a permission with only its type changed',
    'ipm-cloud',
    (manifest) => {
      withoutPermission(manifest, ids.mailSend);
      request(manifest, graph, ids.mailSend, 'Scope');
    },
    {
      code: 'permission-type',
      name: 'Mail.Send',
      type: 'delegated',
      expectedType: 'application',
    },
    'permissions',
  ],
  [
    'the Exchange Online permission of the same name instead of Graph’s',
    'ipm-cloud',
    (manifest) => {
      withoutPermission(manifest, ids.smtpSend);
      request(manifest, exchange, ids.smtpSendExchange, 'Scope');
    },
    {
      code: 'permission-api',
      name: 'SMTP.Send',
      api: 'Office 365 Exchange Online',
      expectedApi: 'Microsoft Graph',
    },
    'permissions',
  ],
  [
    'the Exchange Online permission of the same name next to Graph’s',
    'bm',
    (manifest) => {
      request(manifest, exchange, ids.popExchange, 'Scope');
    },
    {
      code: 'permission-surplus',
      name: 'POP.AccessAsUser.All',
      type: 'delegated',
      api: 'Office 365 Exchange Online',
    },
    'permissions',
  ],
  [
    'a permission missing',
    'flowfact',
    (manifest) => {
      withoutPermission(manifest, ids.smtpSend);
    },
    {
      code: 'permission-missing',
      name: 'SMTP.Send',
      expectedType: 'delegated',
      expectedApi: 'Microsoft Graph',
    },
    'permissions',
  ],
  [
    'a permission for all mailboxes',
    'bm',
    (manifest) => {
      request(manifest, graph, ids.mailReadWrite, 'Role');
    },
    { code: 'permission-surplus-all', name: 'Mail.ReadWrite', api: 'Microsoft Graph' },
    'permissions',
  ],
  [
    'a permission for all mailboxes if the vendor names none',
    'cmxorganize',
    (manifest) => {
      request(manifest, graph, ids.mailReadWrite, 'Role');
    },
    { code: 'permission-surplus-all', name: 'Mail.ReadWrite', api: 'Microsoft Graph' },
    'permissions',
  ],

  // the rest
  [
    'an expired secret',
    'ipm-cloud',
    ({ passwordCredentials: [secret] }) => {
      if (secret) secret.endDateTime = '2026-11-19T08:00:00Z';
    },
    { code: 'secret-expired', name: 'Mail 2026', date: '2026-11-19' },
    'client-secret',
  ],
  [
    'no secret',
    'flowfact',
    (manifest) => (manifest.passwordCredentials = []),
    { code: 'secret-missing' },
    'client-secret',
  ],
  [
    'a secret for a public client, whose branch has no step for it',
    'bm',
    (manifest) =>
      manifest.passwordCredentials.push({
        displayName: 'alt',
        hint: 'Zz9',
        keyId: '',
        endDateTime: '2027-11-20T08:00:00Z',
        secretText: null,
      }),
    { code: 'secret-surplus', name: 'alt' },
    undefined,
    { clientType: 'public' },
  ],
  [
    'a certificate that is not required',
    'cmxorganize',
    ({ keyCredentials }) =>
      keyCredentials.push({ displayName: 'CN=alt', endDateTime: '2027-11-20T08:00:00Z' }),
    { code: 'certificate-surplus', name: 'CN=alt' },
    'client-secret',
  ],
  [
    'multi-tenant',
    'cmxorganize',
    (manifest) => (manifest.signInAudience = 'AzureADMultipleOrgs'),
    { code: 'audience-too-wide', found: 'AzureADMultipleOrgs', expected: 'AzureADMyOrg' },
    'register-app',
  ],
  [
    'with private accounts',
    'flowfact',
    (manifest) => (manifest.signInAudience = 'AzureADandPersonalMicrosoftAccount'),
    {
      code: 'audience-too-wide',
      found: 'AzureADandPersonalMicrosoftAccount',
      expected: 'AzureADMyOrg',
    },
    'register-app',
  ],
  [
    'private accounts only',
    'bm',
    (manifest) => (manifest.signInAudience = 'PersonalMicrosoftAccount'),
    { code: 'audience-wrong', found: 'PersonalMicrosoftAccount', expected: 'AzureADMyOrg' },
    'register-app',
  ],
  [
    'public client flows on',
    'ipm-cloud',
    (manifest) => (manifest.isFallbackPublicClient = true),
    { code: 'public-client-on' },
    'token-settings',
  ],
  [
    'public client flows on for a private client',
    'bm',
    (manifest) => (manifest.isFallbackPublicClient = true),
    { code: 'public-client-on' },
    'public-client-flows',
  ],
  [
    'public client flows off for a public client',
    'bm',
    (manifest) => (manifest.isFallbackPublicClient = null),
    { code: 'public-client-off' },
    'public-client-flows',
    { clientType: 'public' },
  ],
  [
    'public client flows on if Microsoft’s default should stay',
    'cmxorganize',
    (manifest) => (manifest.isFallbackPublicClient = true),
    { code: 'public-client-on' },
    'redirect-uris',
  ],
  [
    'access tokens not ticked',
    'ipm-cloud',
    ({ web }) => (web.implicitGrantSettings.enableAccessTokenIssuance = false),
    { code: 'implicit-access-off' },
    'token-settings',
  ],
  [
    'ID tokens not ticked',
    'ipm-cloud',
    ({ web }) => (web.implicitGrantSettings.enableIdTokenIssuance = false),
    { code: 'implicit-id-off' },
    'token-settings',
  ],
  [
    'access tokens ticked needlessly',
    'cmxorganize',
    ({ web }) => (web.implicitGrantSettings.enableAccessTokenIssuance = true),
    { code: 'implicit-access-on' },
    'redirect-uris',
  ],
  [
    'ID tokens ticked for nothing',
    'bm',
    ({ web }) => (web.implicitGrantSettings.enableIdTokenIssuance = true),
    { code: 'implicit-id-on' },
    'public-client-flows',
  ],
  [
    'another app',
    'bm',
    (manifest) => (manifest.appId = 'bbbbbbbb-1111-4222-8333-555555555555'),
    {
      code: 'client-id-differs',
      found: 'bbbbbbbb-1111-4222-8333-555555555555',
      expected: '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
    },
    'register-app',
  ],
  [
    'the object ID entered as the client ID',
    'bm',
    (manifest) => {
      manifest.id = manifest.appId;
      manifest.appId = 'bbbbbbbb-1111-4222-8333-555555555555';
    },
    { code: 'client-id-is-object-id', found: 'bbbbbbbb-1111-4222-8333-555555555555' },
    'register-app',
  ],
];

const cases = changes.map(
  ([description, id, change, finding, step, own = {}]) =>
    [description, id, change, finding, step, own] as const,
);

describe('a single change', () => {
  it.each(cases)('%s (%s) gives exactly one error', (_, id, change, finding, step, own) => {
    expect(faultsOf(judged(id, change, own))).toEqual([
      step === undefined ? [finding] : [finding, step],
    ]);
  });

  it.each(cases)(
    '%s (%s) is found in the retired format too',
    (_, id, change, finding, step, own) => {
      const expected = expectation(id, own);
      const manifest = rightManifest(expected);
      change(manifest);
      expect(faultsOf(checkSettings(written(oldManifest(manifest)), expected))).toEqual([
        step === undefined ? [finding] : [finding, step],
      ]);
    },
  );
});

function codeAfter(id: RealGuide, change: (manifest: Manifest) => void): readonly string[] {
  const before = new Set(codesOf(judged(id)));
  return codesOf(judged(id, change)).filter((code) => !before.has(code));
}

describe('a manifest', () => {
  it('shows how long a secret is valid', () => {
    const report = judged('bm', ({ passwordCredentials: [secret] }) => {
      if (secret) secret.endDateTime = '2027-01-10T23:59:59Z';
    });
    expect(report.findings.map(({ finding }) => finding)).toContainEqual({
      code: 'secret-soon',
      name: 'Mail 2026',
      date: '2027-01-10',
    });
  });

  it('is right with one valid secret, whatever other ones have expired', () => {
    const added = codeAfter('bm', ({ passwordCredentials }) => {
      const [secret] = passwordCredentials;
      if (secret) passwordCredentials.push({ ...secret, endDateTime: '2025-01-01T00:00:00Z' });
    });
    expect(added).toEqual(['secret-old']);
  });

  it('names a secret without description by its first characters', () => {
    const report = judged('bm', ({ passwordCredentials: [secret] }) => {
      if (secret) secret.displayName = null;
    });
    expect(report.findings.map(({ finding }) => finding)).toContainEqual({
      code: 'secret-right',
      name: 'Ab1…',
      date: '2028-11-20',
    });
  });

  it('reports an unknown permission as unknown', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const report = judged('bm', (manifest) => {
      request(manifest, graph, id, 'Scope');
    });
    expect(report.findings).toContainEqual({
      finding: { code: 'permission-unknown-id', id, api: 'Microsoft Graph' },
      verdict: 'unknown',
      place: 'step',
      step: 'permissions',
    });
  });

  it('accepts the permission that the portal adds by itself', () => {
    expect(
      codeAfter('ipm-cloud', (manifest) => {
        request(manifest, graph, ids.userRead, 'Scope');
      }),
    ).toEqual(['permission-default']);
  });

  it('is not judged by values that the reader has not entered', () => {
    const report = judged('ipm-cloud', undefined, {
      serverHost: undefined,
      clientId: undefined,
    });
    expect(faultsOf(report)).toEqual([]);
    expect(report.findings.map(({ finding }) => finding)).toContainEqual({
      code: 'value-needed',
      value: 'serverHost',
    });
  });

  it('leaves open an address that may belong to a value not yet entered', () => {
    const expected = expectation('ipm-cloud');
    const text = written(rightManifest(expected));
    const report = checkSettings(text, expectation('ipm-cloud', { serverHost: undefined }));
    expect(faultsOf(report)).toEqual([]);
    expect(codesOf(report).filter((code) => code === 'redirect-not-compared')).toHaveLength(2);
  });

  it.each([
    ['signInAudience', 'signInAudience'],
    ['appId', 'appId'],
    ['requiredResourceAccess', 'requiredResourceAccess'],
    ['passwordCredentials', 'passwordCredentials'],
    ['isFallbackPublicClient', 'isFallbackPublicClient'],
  ] as const)('of which only a part was copied, without %s, says so', (name, part) => {
    const expected = expectation('ipm-cloud');
    const { [name]: _, ...rest } = rightManifest(expected);
    const report = checkSettings(written(rest), expected);
    expect(faultsOf(report)).toEqual([]);
    expect(report.findings.map(({ finding }) => finding)).toContainEqual({
      code: 'manifest-part-absent',
      part,
    });
  });
});

describe('two manifests', () => {
  const expected = expectation('bm');
  const own = rightManifest(expected);
  const other = { ...own, appId: 'dddddddd-1111-4222-8333-777777777777', signInAudience: 'Muster' };
  const codesOf = (text: string): readonly string[] =>
    checkSettings(text, expected).findings.map(({ finding }) => finding.code);

  it('are not both compared, and that is said', () => {
    const all = codesOf(`${written(own)}\n${written(other)}`);
    expect(all).toContain('manifest-only-first');
    expect(all).toContain('audience-right');
    expect(all).not.toContain('audience-wrong');
  });

  it('are not suspected in one', () => {
    expect(codesOf(`Unser Manifest:\n${written(own)}\nDanke`)).not.toContain('manifest-only-first');
  });
});
