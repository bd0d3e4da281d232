import { describe, expect, it } from 'vitest';
import { workedExample } from '../../../src/domain/registration/worked-example.ts';
import { guideFixture, guideNames } from '../fixtures.ts';
import { realGuide, realGuides } from '../check/right.ts';

const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';

describe('the worked example', () => {
  it.each<readonly [(typeof realGuides)[number], readonly string[], string | undefined]>([
    [
      'ipm-cloud',
      [
        'https://muster.ipmcloud.de',
        'https://muster.ipmcloud.de/',
        'https://srv042.ipmcloud.de',
        'https://srv042.ipmcloud.de/',
      ],
      'https://graph.microsoft.com/.default',
    ],
    [
      'cmxorganize',
      ['https://www.muster.example/App%20E-Mailkonto/continue_oauth'],
      // The vendor says nothing of the request.
      undefined,
    ],
    [
      'flowfact',
      ['https://login.microsoftonline.com/common/oauth2/nativeclient'],
      'https://outlook.office365.com/IMAP.AccessAsUser.All https://outlook.office365.com/POP.AccessAsUser.All https://outlook.office365.com/SMTP.Send offline_access',
    ],
    ['bm', [], 'https://outlook.office365.com/.default'],
  ])('of %s is complete, and of the same company', (id, uris, scope) => {
    const { values, redirectUris, token } = workedExample(realGuide(id));
    expect(values).toMatchObject({ tenantId, clientId });
    expect(values['mailbox']).toMatch(/@muster\.example$/);
    expect(redirectUris.map(({ uri }) => uri)).toEqual(uris);
    expect(redirectUris.flatMap(({ problems }) => problems)).toEqual([]);
    expect(token?.scope).toBe(scope);
    expect(token?.endpoint).toBe(
      token && `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
    );
  });

  it.each(guideNames)('fills every place of %s', (name) => {
    const { redirectUris, token } = workedExample(guideFixture(name));
    expect(redirectUris.flatMap(({ missing }) => missing)).toEqual([]);
    expect(token?.endpoint ?? '').not.toContain('{');
  });

  it.each([
    ['bm', false],
    ['flowfact', true],
    ['ipm-cloud', true],
  ] as const)('says of %s whether endpoint and scope are our reading: %s', (id, isInferred) => {
    expect(workedExample(realGuide(id)).token?.isInferred).toBe(isInferred);
  });

  it('follows the branch that its samples choose', () => {
    const guide = realGuide('bm');
    const [token] = guide.token;
    if (!token) throw new Error('bm has a token request');
    const branched = {
      ...guide,
      token: [
        { ...token, tenant: 'common', when: { clientType: 'public' } },
        { ...token, when: { clientType: 'private' } },
      ],
    } as const;
    expect(workedExample(branched).token?.endpoint).toContain(tenantId);
  });
});
