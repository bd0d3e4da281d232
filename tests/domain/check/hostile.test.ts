import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings, type ChosenKind } from '../../../src/domain/check/check-settings.ts';
import { items, member, readJson, type Json } from '../../../src/domain/check/json-text.ts';
import { matterStep } from '../../../src/domain/check/matter-step.ts';
import {
  pasteLimit,
  settingFindings,
  type Matter,
} from '../../../src/domain/check/setting-findings.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';
import { quickest } from '../../fixtures/quickest.ts';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import { branchFixture, guideFixture, guideNames } from '../fixtures.ts';
import {
  expectation,
  realGuide,
  realGuides,
  rightManifest,
  today,
  written,
  type RealGuide,
} from './right.ts';

const kinds: readonly (ChosenKind | undefined)[] = [
  undefined,
  'manifest',
  'redirects',
  'permissions',
  'powershell',
  'form:account',
  'form:server-tab',
];
const manifest = written(rightManifest(expectation('ipm-cloud')));
const near = [
  manifest.slice(0, 400),
  '{"web": {"redirectUris": ["https://muster.ipmcloud.de"]}}',
  '{"signInAudience": "AzureADMyOrg"}',
  'Microsoft Graph (5)\nMail.Send\tAnwendung\t\tJa\tGewährt für Muster',
  'Get-CASMailbox -Identity x | fl\nSmtpClientAuthenticationDisabled : True',
  'Name Value\n---- -----\nx    True',
  'SMTP Server: smtp.office365.com\nSMTP Port: 587',
  'Web\nhttps://muster.ipmcloud.de',
  'SPA\nhttps://muster.ipm-\ncloud.de/, Web\n> srv042.ipmcloud.de',
  '<li><a href="https://muster.ipmcloud.de/">https://muster.ipmcloud.de</a></li>',
  '| [https://muster.ipmcloud.de](https://muster.ipmcloud.de) | Web |',
  'RedirectUris : {https://muster.ipmcloud.de, https://srv0...}',
  'Wir haben https://muster.ipmcloud.de und http://[NAME].example eingetragen.',
];

const anyCase = fc.record({
  text: anyText(...near),
  id: fc.constantFrom<RealGuide>(...realGuides),
  kind: fc.constantFrom(...kinds),
});

describe('a mailbox among others', () => {
  const table = (rows: string) =>
    `Name  PrimarySmtpAddress    SmtpClientAuthenticationDisabled\n----  ------------------    --------------------------------\n${rows}`;

  it('is found by its address, despite another one with that alias before it', () => {
    const { guide, ...rest } = expectation('bm');
    const values = { ...rest.values, mailbox: 'info@muster.example', mailboxes: undefined };
    const codesOf = (text: string) =>
      checkSettings(text, { ...rest, guide, values })
        .findings.map(({ finding: { code } }) => code)
        .filter((code) => code.startsWith('smtp-'));
    expect(
      codesOf(table('info  info@tochter.example  False\ninfo2 info@muster.example   True')),
    ).toEqual(['smtp-mailbox-off']);
    expect(codesOf(table('info  info@tochter.example  False'))).toEqual(['smtp-mailbox-absent']);
  });
});

describe('output as people pass it on', () => {
  const codesOf = (text: string) =>
    checkSettings(text, expectation('bm')).findings.map(({ finding: { code } }) => code);

  it.each([
    'Get-CASMailbox: You must call the Connect-ExchangeOnline cmdlet before calling any other cmdlets.',
    "Der Begriff 'Get-CASMailbox' wird nicht als Name eines Cmdlets, einer Funktion erkannt.",
  ])('„%s“ says that nobody is connected', (text) => {
    expect(codesOf(text)).toContain('powershell-not-connected');
  });

  it('is also read in a quoted mail', () => {
    const text = 'Get-TransportConfig | fl\nSmtpClientAuthenticationDisabled : True';
    expect(codesOf(text.replace(/^/gm, '> '))).toEqual(codesOf(text));
  });

  it('a policy keeps its capitals', () => {
    const { findings } = checkSettings(
      'Name : Block Basic\nAllowBasicAuthSmtp : False',
      expectation('bm'),
    );
    expect(findings.map(({ finding }) => finding)).toContainEqual({
      code: 'smtp-policy-off',
      name: 'Block Basic',
    });
  });

  it('an app in a list from Graph is read as a manifest', () => {
    const expected = expectation('ipm-cloud');
    const list = JSON.stringify({ '@odata.context': 'x', value: [rightManifest(expected)] });
    expect(checkSettings(list, expected).findings).toEqual(
      checkSettings(manifest, expected).findings,
    );
  });
});

describe('fields of the product', () => {
  const found = (text: string, values: Record<string, string> = {}) =>
    checkSettings(text, expectation('bm', values), 'form:account').findings.map(
      ({ finding }) => finding,
    );

  it('are right in capitals if case makes no difference (BM-11)', () => {
    expect(found('POP3 Server: Outlook.office365.com\nSMTP Server: SMTP.office365.com')).toEqual(
      expect.arrayContaining([
        { code: 'field-right', label: 'POP3 Server' },
        { code: 'field-right', label: 'SMTP Server' },
      ]),
    );
  });

  it('an ID instead of the secret is reported but not shown (BM-09)', () => {
    const id = '99999999-2222-3333-4444-555555555555';
    const findings = found(`OAuth 2.0 Client Secret: ${id}`);
    expect(findings).toContainEqual({
      code: 'field-secret-is-id',
      label: 'OAuth 2.0 Client Secret',
    });
    expect(JSON.stringify(findings)).not.toContain(id);
  });

  it('text in a field that must stay empty is reported but not shown (BM-08)', () => {
    const findings = found('OAuth 2.0 Client Secret: geheim', { clientType: 'public' });
    expect(findings).toContainEqual({ code: 'field-not-empty', label: 'OAuth 2.0 Client Secret' });
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });
});

describe('whatever is pasted', () => {
  it('has an answer that names only known details, and never throws', () => {
    fc.assert(
      fc.property(anyCase, ({ text, id, kind }) => {
        const { findings } = checkSettings(text, expectation(id), kind);
        if (text.trim() !== '') expect(findings).not.toEqual([]);
        for (const { finding } of findings) {
          const { code, ...details } = finding;
          expect(Object.keys(details).toSorted()).toEqual(
            [...settingFindings[code].details].toSorted(),
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('has the same answer twice', () => {
    fc.assert(
      fc.property(anyCase, ({ text, id, kind }) => {
        const expected = expectation(id);
        expect(checkSettings(text, expected, kind)).toEqual(checkSettings(text, expected, kind));
      }),
      { numRuns: 300 },
    );
  });

  const huge = [
    ...longTexts,
    manifest.repeat(1500),
    '['.repeat(2_000_000),
    '{"a":'.repeat(400_000),
    '"https://x.example/" '.repeat(100_000),
    'https://'.repeat(250_000),
    'https://x.example\n'.repeat(110_000),
    'Mail.Send\tAnwendung\n'.repeat(95_000),
    'SmtpClientAuthenticationDisabled : True\n'.repeat(50_000),
    `-- ${'-- '.repeat(600_000)}x`,
    'SmtpClientAuthenticationDisabled\n-- -- --\n'.repeat(45_000),
    'eyJaaaaaaaaaaaa.'.repeat(120_000),
    `{"web":{"redirectUris":[${'"https://muster.ipmcloud.de/x",'.repeat(60_000)}`,
    `{"signInAudience":"","passwordCredentials":[${'{"displayName":"a"},'.repeat(100_000)}]}`,
    'SMTP Server\n'.repeat(160_000),
    'Gewährt für Muster\n'.repeat(100_000),
    '<li>https://x.example</li>'.repeat(70_000),
    '<a href="https://x.example">'.repeat(70_000),
    'https://x-\n'.repeat(160_000),
    'https://x.example a b c d\n'.repeat(70_000),
    'www.x.example/a '.repeat(110_000),
    '=https://'.repeat(200_000),
    'https://['.repeat(200_000),
    '„https://x '.repeat(160_000),
    'urn:ietf:wg:oauth:'.repeat(100_000),
    'Web\nSPA\n'.repeat(200_000),
    '"type": "Web"\n'.repeat(120_000),
    '&lt;&#60;'.repeat(200_000),
    '\u0000\uFFFD\u0001'.repeat(700_000),
  ];

  /** An ordinary machine takes 50 ms at most; a busy one gets five times as long. Non-linear code takes seconds. */
  const patience = 250;

  it('takes no longer than a frame or two per 100,000 characters', () => {
    const expected = expectation('bm');
    checkSettings(manifest, expected);
    const slow = huge.flatMap((text, index) => {
      const limit = patience * Math.max(1, Math.min(text.length, pasteLimit) / 100_000);
      const time = quickest(() => checkSettings(text, expected), limit);
      return time > limit ? [`${String(index)} ${text.slice(0, 20)} ${time.toFixed()} ms`] : [];
    });
    expect(slow).toEqual([]);
  });

  it('is reported as cut if only its beginning was read', () => {
    const { findings } = checkSettings('https://x.example\n'.repeat(20_000), expectation('bm'));
    expect(findings.map(({ finding }) => finding)).toContainEqual({
      code: 'paste-cut',
      limit: String(pasteLimit),
    });
  });

  it('is not reported as broken if our own limit cut it off', () => {
    const text = `{"signInAudience": "${'x'.repeat(pasteLimit)}"}`;
    const { findings } = checkSettings(text, expectation('bm'));
    expect(findings.map(({ finding }) => finding.code)).toEqual(['paste-cut']);
  });
});

function plain(value: Json): unknown {
  if (value instanceof Map) {
    return Object.fromEntries(
      [...(value as ReadonlyMap<string, Json>)].map(([name, one]) => [name, plain(one)]),
    );
  }
  return Array.isArray(value) ? items(value).map(plain) : value;
}

describe('the JSON parser', () => {
  const documents = fc
    .jsonValue({ maxDepth: 5, noUnicodeString: false })
    .filter((value) => typeof value === 'object' && value !== null);

  it('reads everything that JSON.parse reads', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const reading = readJson(text);
        expect(reading.ok && reading.repairs).toEqual([]);
        if (reading.ok) expect(plain(reading.value)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never throws, and refuses with a line of the text', () => {
    fc.assert(
      fc.property(anyText('{"a": [1, true, null, "x"]}', '{“a”: {}}'), (text) => {
        const reading = readJson(text);
        if (reading.ok) return;
        expect(reading.fault.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(reading.fault.line).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('recognises a document cut off anywhere', () => {
    const text = JSON.stringify({ a: [1, { b: 'x' }], c: null });
    for (let end = 1; end < text.length; end += 1) {
      expect(readJson(text.slice(0, end))).toEqual({
        ok: false,
        fault: { code: 'json-cut-off', line: 1 },
      });
    }
  });

  it('treats no member name specially', () => {
    const reading = readJson('{"__proto__": {"web": 1}, "constructor": 2}');
    expect(reading.ok && member(reading.value, 'web')).toBe(undefined);
    expect(reading.ok && member(reading.value, 'constructor')).toBe(2);
  });
});

describe('the step that fixes a finding', () => {
  const matters = [...new Set(Object.values(settingFindings).map(({ matter }) => matter))];

  it.each(guideNames)('is one of the fixture %s that applies, or none', (name) => {
    const guide = guideFixture(name);
    const ids = [undefined, ...guide.steps.map(({ id }) => id)];
    const branch = applicable(guide, {});
    for (const matter of matters) expect(ids).toContain(matterStep(branch, matter)?.step.id);
  });

  it.each<readonly [RealGuide, Partial<Record<Matter, string | undefined>>]>([
    [
      'ipm-cloud',
      {
        audience: 'register-app',
        redirects: 'redirect-uris',
        implicit: 'token-settings',
        'public-client': 'token-settings',
        consent: 'permissions',
        owner: 'owner',
        smtp: 'in-the-product',
      },
    ],
    [
      'cmxorganize',
      {
        implicit: 'beside redirect-uris',
        'public-client': 'beside redirect-uris',
        smtp: 'smtp-auth',
      },
    ],
    [
      'flowfact',
      { implicit: 'beside public-client-flows', 'public-client': 'public-client-flows' },
    ],
    [
      'bm',
      {
        redirects: undefined,
        owner: undefined,
        secret: 'client-secret',
        implicit: 'beside public-client-flows',
      },
    ],
  ])('in %s is the one with the setting', (id, wanted) => {
    const guide = applicable(realGuide(id), {});
    const found = Object.keys(wanted).map((matter) => {
      const place = matterStep(guide, matter as Matter);
      return [matter, place?.isBeside ? `beside ${place.step.id}` : place?.step.id];
    });
    expect(Object.fromEntries(found)).toEqual(wanted);
  });
});

describe('other kinds of guide', () => {
  const values = { tenantId: '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615' };

  it.each(guideNames)('%s has an answer to every kind of paste', (name) => {
    const expected = { guide: branchFixture(name, values), values, today, forms: [] };
    for (const text of near) expect(checkSettings(text, expected).findings).not.toEqual([]);
  });

  it.each([
    ['private', ['access-in-scope', 'access-role-missing', 'access-surplus']],
    ['public', ['access-in-scope']],
  ] as const)('of the branch %s alone the roles in Exchange are demanded', (clientType, wanted) => {
    const guide = branchFixture('no-redirect', { clientType });
    const rows = ['Application Mail.Send', 'Application Calendars.Read'].map(
      (role) => `RoleName : ${role}\nScopeType : CustomRecipientScope\nInScope : True`,
    );
    const expected = { guide, values: { ...values, clientType }, today, forms: [] };
    const { findings } = checkSettings(rows.join('\n\n'), expected);
    const codes = findings.map(({ finding: { code } }) => code);
    const access = codes.filter((code) => code.startsWith('access-'));
    expect([...new Set(access)].toSorted()).toEqual(wanted);
  });

  it('requires a certificate if the guide does', () => {
    const guide = branchFixture('multi-tenant-certificate', values);
    const expected = { guide, values, today, forms: [] };
    const codes = (keyCredentials: unknown): readonly string[] =>
      checkSettings(JSON.stringify({ signInAudience: 'x', keyCredentials }), expected).findings.map(
        ({ finding }) => finding.code,
      );
    expect(codes([])).toContain('certificate-missing');
    expect(codes([{ displayName: 'CN=x', endDateTime: '2026-01-01T00:00:00Z' }])).toContain(
      'certificate-expired',
    );
    expect(codes([{ displayName: 'CN=x', endDateTime: '2027-10-01T00:00:00Z' }])).toContain(
      'certificate-right',
    );
  });
});
