import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adminConsentAddress,
  authorizeAddress,
  consentPlan,
  dryRunPlan,
  type DryRunPlan,
  type DryRunProof,
} from '../../../src/domain/sign-in/authorize.ts';
import type { ApplicableGuide, Values } from '../../../src/domain/guide/guide.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { branchFixture } from '../fixtures.ts';

const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const clientId = '22222222-aaaa-4bbb-8ccc-000000000002';
const values: Values = { tenantId, clientId, instanceHost: 'www.muster.example' };
const proof: DryRunProof = { state: 'S1', nonce: 'N1', codeChallenge: 'C1' };
const native = 'https://login.microsoftonline.com/common/oauth2/nativeclient';

const flowfact: ApplicableGuide = {
  ...branchFixture('flowfact'),
  token: [
    {
      grant: 'authorization-code',
      version: 'v2',
      tenant: 'tenantId',
      scopes: ['https://outlook.office365.com/IMAP.AccessAsUser.All', 'offline_access'],
      certainty: 'inferred',
    },
  ],
};
/** As in the real guide: the vendor names no token request. */
const cmx: ApplicableGuide = { ...branchFixture('cmxorganize'), token: [] };

function planOf(guide: ApplicableGuide): DryRunPlan {
  const plan = dryRunPlan(guide);
  if (!plan) throw new Error('This guide has a dry run');
  return plan;
}

describe('the plan of a dry run', () => {
  it('requests the product’s scopes, and says that the answer arrives on a blank page', () => {
    expect(dryRunPlan(flowfact)).toEqual({
      redirect: native,
      scopes: ['https://outlook.office365.com/IMAP.AccessAsUser.All', 'offline_access'],
      scopesUnknown: false,
      blankPage: true,
    });
  });

  it('requests only the identity if the vendor names no scopes (CMX-15)', () => {
    expect(dryRunPlan(cmx)).toMatchObject({
      scopes: ['openid', 'profile'],
      scopesUnknown: true,
      blankPage: false,
    });
  });

  it.each(['no-redirect', 'bm', 'multi-tenant-certificate'])(
    'is undefined if nobody signs in and returns: %s',
    (name) => {
      expect(dryRunPlan(branchFixture(name))).toBeUndefined();
    },
  );
});

describe('the address of a dry run', () => {
  it('is the customer’s own, with PKCE, the account and the state', () => {
    expect(
      authorizeAddress(planOf(flowfact), { ...values, mailbox: 'a+b@muster.example' }, proof),
    ).toEqual({
      ok: true,
      text:
        `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize?client_id=${clientId}` +
        '&response_type=code' +
        '&redirect_uri=https%3A%2F%2Flogin.microsoftonline.com%2Fcommon%2Foauth2%2Fnativeclient' +
        '&response_mode=query' +
        '&scope=https%3A%2F%2Foutlook.office365.com%2FIMAP.AccessAsUser.All%20offline_access' +
        '&state=S1&code_challenge=C1&code_challenge_method=S256&prompt=select_account' +
        '&login_hint=a%2Bb%40muster.example',
    });
  });

  it('keeps the %20 of the redirect URI, and sends a nonce only with openid (CMX-06)', () => {
    const address = authorizeAddress(planOf(cmx), values, proof);
    expect(address.ok && new URL(address.text).searchParams.get('redirect_uri')).toBe(
      'https://www.muster.example/App%20E-Mailkonto/continue_oauth',
    );
    expect(address.ok && new URL(address.text).searchParams.get('nonce')).toBe('N1');
  });

  it('goes to the host of the chosen cloud', () => {
    const address = authorizeAddress(planOf(cmx), values, proof, 'us-government');
    expect(address.ok && new URL(address.text).host).toBe('login.microsoftonline.us');
  });

  it.each([
    [{}, ['tenantId', 'clientId', 'instanceHost']],
    [{ tenantId, clientId: '' }, ['clientId', 'instanceHost']],
    [{ tenantId, clientId }, ['instanceHost']],
  ])('with %j names the missing values', (known, missing) => {
    expect(authorizeAddress(planOf(cmx), known, proof)).toEqual({ ok: false, missing });
  });

  it('never lets a value add a parameter or leave the host', () => {
    fc.assert(
      fc.property(anyText('&', '=', '#', '/', '@', 'https://evil.example'), (text) => {
        const address = authorizeAddress(
          planOf(flowfact),
          { tenantId: text, clientId: text, mailbox: text },
          { state: text, nonce: text, codeChallenge: text },
        );
        if (!address.ok) return;
        const url = new URL(address.text);
        expect(url.host).toBe('login.microsoftonline.com');
        expect(url.hash).toBe('');
        expect(url.searchParams.get('redirect_uri')).toBe(native);
        expect(url.searchParams.getAll('client_id')).toEqual([text.toWellFormed()]);
      }),
    );
  });
});

describe('an administrator’s consent', () => {
  it('is requested by v1, which covers everything that the registration lists', () => {
    const plan = consentPlan(flowfact);
    expect(plan).toEqual({ redirect: native });
    expect(adminConsentAddress(plan ?? {}, values, 'S1')).toEqual({
      ok: true,
      text:
        `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}` +
        '&redirect_uri=https%3A%2F%2Flogin.microsoftonline.com%2Fcommon%2Foauth2%2Fnativeclient&state=S1',
    });
  });

  it('is requested by v2 with /.default if the app signs in as itself', () => {
    const guide: ApplicableGuide = {
      ...flowfact,
      token: [
        {
          grant: 'client-credentials',
          version: 'v2',
          tenant: 'tenantId',
          scopes: ['https://graph.microsoft.com/.default'],
          certainty: 'inferred',
        },
      ],
    };
    const address = adminConsentAddress(consentPlan(guide) ?? {}, values, 'S1');
    expect(address.ok && address.text).toMatch(
      /^https:\/\/login\.microsoftonline\.com\/[^/]+\/v2\.0\/adminconsent\?client_id=[^&]+&scope=https%3A%2F%2Fgraph\.microsoft\.com%2F\.default&redirect_uri=/,
    );
  });

  it('needs no redirect URI: then the answer is an error page after the consent', () => {
    const plan = consentPlan(branchFixture('bm'));
    expect(plan).toEqual({});
    expect(adminConsentAddress(plan ?? {}, values, 'S1')).toEqual({
      ok: true,
      text: `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}&state=S1`,
    });
    expect(adminConsentAddress(plan ?? {}, {}, 'S1')).toEqual({
      ok: false,
      missing: ['tenantId', 'clientId'],
    });
  });

  it('is not offered if the registration lists no permissions (CMX-15)', () => {
    const { registration } = cmx;
    expect(
      consentPlan({ ...cmx, registration: { ...registration, permissions: [] } }),
    ).toBeUndefined();
  });
});
