import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/domain/compare/findings.ts';
import { personalAccountsTenant } from '../../../src/domain/values/guid.ts';
import {
  judgeLookUp,
  lookUpAddress,
  readLookUpSubject,
  type LookUpAnswer,
  type LookUpQuestion,
} from '../../../src/domain/sign-in/tenant-look-up.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const other = '22222222-aaaa-4bbb-8ccc-000000000002';
const host = 'https://login.microsoftonline.com';
const asked: LookUpQuestion = { subject: 'muster.example', cloud: 'global' };
const right = { code: 'look-up-right', subject: 'muster.example', tenantId };

function description(changes: Readonly<Record<string, unknown>> = {}): LookUpAnswer {
  const body = {
    token_endpoint: `${host}/${tenantId}/oauth2/v2.0/token`,
    issuer: `${host}/${tenantId}/v2.0`,
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    ...changes,
  };
  return { kind: 'answer', status: 200, body: JSON.stringify(body) };
}

function refusal(body: unknown, status = 400): LookUpAnswer {
  return { kind: 'answer', status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function codes(answer: LookUpAnswer, question = asked): readonly string[] {
  return judgeLookUp(answer, question).findings.map(({ code }) => code);
}

describe('the subject of a look-up', () => {
  it.each([
    ['a domain', 'muster.example', 'muster.example'],
    ['a domain in capitals with blanks', ' Muster.Example ', 'muster.example'],
    ['a mail address: nothing before the @ is kept', 'anna@muster.example', 'muster.example'],
    ['a mail address with a name', 'Anna Muster <anna@muster.example>', 'muster.example'],
    ['an ID', tenantId.toUpperCase(), tenantId],
    ['an ID in braces', `{${tenantId}}`, tenantId],
    ['a first domain of Microsoft', 'muster.onmicrosoft.com', 'muster.onmicrosoft.com'],
    ['the tenant of a sign-in address', `${host}/${tenantId}/oauth2/v2.0/token`, tenantId],
    [
      'the tenant of a portal address',
      `https://portal.azure.com/#@muster.example/x`,
      'muster.example',
    ],
  ])('%s', (_, text, subject) => {
    expect(readLookUpSubject(text)).toEqual({ ok: true, subject });
  });

  it.each([
    ['nothing', ' ', { code: 'look-up-subject-missing' }],
    ['common', 'common', { code: 'look-up-subject-word', word: 'common' }],
    ['organizations', 'organizations', { code: 'look-up-subject-word', word: 'organizations' }],
    ['the private accounts', personalAccountsTenant, { code: 'look-up-personal' }],
    [
      'umlauts',
      'post@müller.example',
      { code: 'look-up-subject-umlaut', domain: 'müller.example' },
    ],
    ['a name', 'Muster GmbH', { code: 'look-up-subject-unreadable' }],
    ['half an ID', '11111111-aaaa', { code: 'look-up-subject-unreadable' }],
    ['what may be a secret', 'Ab18Q~xyz', { code: 'look-up-subject-secret' }],
    ['a very long text', 'a.b'.repeat(2000), { code: 'look-up-subject-secret' }],
  ])('%s is refused', (_, text, finding) => {
    expect(readLookUpSubject(text)).toEqual({ ok: false, finding });
  });

  it.each([
    ['global', `${host}/muster.example/v2.0/.well-known/openid-configuration`],
    [
      'us-government',
      'https://login.microsoftonline.us/muster.example/v2.0/.well-known/openid-configuration',
    ],
    [
      '21vianet',
      'https://login.partner.microsoftonline.cn/muster.example/v2.0/.well-known/openid-configuration',
    ],
  ] as const)('the question to the cloud %s goes to its own host', (cloud, address) => {
    expect(lookUpAddress({ ...asked, cloud })).toBe(address);
  });

  it('whatever is typed, the request goes to the sign-in host with nothing but the subject', () => {
    fc.assert(
      fc.property(anyText('a@muster.example', tenantId, host, '../', '?x=', '#'), (text) => {
        const read = readLookUpSubject(text);
        if (!read.ok) {
          expect(Object.keys(findingCodes)).toContain(read.finding.code);
          return;
        }
        const url = new URL(lookUpAddress({ subject: read.subject, cloud: 'global' }));
        expect(url.origin).toBe(host);
        expect(url.search + url.hash).toBe('');
        expect(url.pathname.split('/')).toHaveLength(5);
        expect(url.pathname).not.toMatch(/@|%40/);
      }),
    );
  });

  it.each(longTexts.map((text) => [text.slice(0, 3), text.length, text] as const))(
    '%j, %i characters, is refused in no time',
    (_, __, text) => {
      expect(readLookUpSubject(text).ok).toBe(false);
    },
  );
});

describe('the answer', () => {
  it('names the tenant', () => {
    expect(judgeLookUp(description(), asked)).toEqual({
      findings: [right],
      tenant: { tenantId, cloud: 'global', region: undefined },
    });
  });

  it('names the region by Microsoft’s own abbreviation', () => {
    expect(judgeLookUp(description({ tenant_region_scope: 'EU' }), asked)).toEqual({
      findings: [right, { code: 'look-up-region', region: 'EU' }],
      tenant: { tenantId, cloud: 'global', region: 'EU' },
    });
  });

  it('is compared with the ID that the reader has', () => {
    const same = { ...asked, tenantId: tenantId.toUpperCase() };
    expect(judgeLookUp(description(), same).findings).toEqual([right]);
    expect(judgeLookUp(description(), { ...asked, tenantId: other }).findings).toEqual([
      right,
      { code: 'look-up-differs', found: tenantId, own: other },
    ]);
  });

  it.each([
    ['an issuer for many tenants', { issuer: `${host}/{tenantid}/v2.0` }, 'look-up-unclear'],
    ['common', { issuer: `${host}/common/v2.0` }, 'look-up-unclear'],
    ['organizations', { issuer: `${host}/organizations/v2.0` }, 'look-up-unclear'],
    ['another host', { issuer: `https://login.evil.example/${tenantId}/v2.0` }, 'look-up-unclear'],
    [
      'a host that only begins alike',
      { issuer: `${host}.evil.example/${tenantId}/v2.0` },
      'look-up-unclear',
    ],
    [
      'no encryption',
      { issuer: `http://login.microsoftonline.com/${tenantId}/v2.0` },
      'look-up-unclear',
    ],
    ['the issuer of v1', { issuer: `https://sts.windows.net/${tenantId}/` }, 'look-up-unclear'],
    ['more after it', { issuer: `${host}/${tenantId}/v2.0/x` }, 'look-up-unclear'],
    ['an ID in capitals', { issuer: `${host}/${tenantId.toUpperCase()}/v2.0` }, 'look-up-unclear'],
    ['no issuer', { issuer: undefined }, 'look-up-unclear'],
    ['an issuer that is no text', { issuer: [tenantId] }, 'look-up-unclear'],
    [
      'the private accounts',
      { issuer: `${host}/${personalAccountsTenant}/v2.0` },
      'look-up-personal',
    ],
    [
      'the issuer of another cloud',
      { issuer: `https://login.microsoftonline.us/${tenantId}/v2.0` },
      'look-up-other-cloud',
    ],
    [
      'the name of another cloud',
      { cloud_instance_name: 'microsoftonline.us' },
      'look-up-other-cloud',
    ],
  ])('with %s names no tenant', (_, changes, code) => {
    const { findings, tenant } = judgeLookUp(description(changes), asked);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(tenant).toBeUndefined();
  });

  it('for an ID must be about that ID', () => {
    expect(codes(description(), { ...asked, subject: tenantId })).toEqual(['look-up-right']);
    expect(codes(description(), { ...asked, subject: other })).toEqual(['look-up-unclear']);
  });

  it.each([
    ['90002', { error: 'invalid_tenant', error_codes: [90002] }, 'AADSTS90002'],
    ['900023', { error: 'invalid_request', error_codes: [900023] }, 'AADSTS900023'],
  ])('Microsoft says that the tenant does not exist: %s', (_, body, error) => {
    expect(judgeLookUp(refusal(body), asked)).toEqual({
      findings: [{ code: 'look-up-none', subject: 'muster.example', error }],
    });
  });

  it.each([
    ['no answer', { kind: 'no-answer' }, 'look-up-could-not-ask'],
    ['silence', { kind: 'silence' }, 'look-up-silent'],
    ['a server error', refusal('', 503), 'look-up-could-not-ask'],
    ['too many questions', refusal({ error_codes: [90002] }, 429), 'look-up-could-not-ask'],
    ['not found', refusal({ error_codes: [90002] }, 404), 'look-up-could-not-ask'],
    ['another error', refusal({ error_codes: [90033] }), 'look-up-unclear'],
    ['an error as text', refusal({ error_codes: ['90002'] }), 'look-up-unclear'],
    ['no code', refusal({ error: 'invalid_tenant' }), 'look-up-unclear'],
    ['HTML in place of the error', refusal('<html>AADSTS90002</html>'), 'look-up-garbage'],
    [
      'a wireless network’s sign-in page',
      refusal('<html>WLAN Anmeldung</html>', 200),
      'look-up-garbage',
    ],
    ['a proxy’s refusal', refusal('<h1>Zugriff gesperrt</h1>', 403), 'look-up-garbage'],
    ['a network that wants a sign-in', refusal('<html></html>', 511), 'look-up-garbage'],
    ['a gateway’s error page', refusal('<html></html>', 502), 'look-up-could-not-ask'],
    ['plain words', refusal('OK', 200), 'look-up-garbage'],
    ['a description that is cut', refusal('{"issuer":"https://', 200), 'look-up-garbage'],
    ['null', refusal('null', 200), 'look-up-unclear'],
    ['a list', refusal('[]', 200), 'look-up-unclear'],
    ['nothing at all', refusal('', 200), 'look-up-unclear'],
  ] satisfies [string, LookUpAnswer, string][])(
    '%s never says „does not exist“',
    (_, answer, code) => {
      expect(judgeLookUp(answer, asked).findings.map((finding) => finding.code)).toEqual([code]);
    },
  );

  it('whatever comes back, a tenant is named only if an issuer contains its ID', () => {
    const near = [
      JSON.stringify({ issuer: `${host}/${tenantId}/v2.0` }),
      '{"error_codes":[90002]}',
    ];
    fc.assert(
      fc.property(
        fc.oneof(anyText(...near), fc.json()),
        fc.constantFrom(200, 400, 500),
        (body, status) => {
          const { findings, tenant } = judgeLookUp({ kind: 'answer', status, body }, asked);
          expect(findings.length).toBeGreaterThan(0);
          if (tenant) expect(body).toContain(`/${tenant.tenantId}/v2.0`);
        },
      ),
    );
  });
});
