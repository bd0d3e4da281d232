import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portalAddress } from '../../../src/domain/registration/portal-address.ts';

const menu = 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade';
const list = 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade';
const credentials = { address: `${menu}/~/Credentials/appId/{clientId}`, fallback: list };
const clientId = '22222222-aaaa-4bbb-8ccc-000000000002';

describe('the address of a portal page', () => {
  const cases = [
    [
      'leads to the registration once its ID is known',
      credentials,
      { clientId },
      `${menu}/~/Credentials/appId/${clientId}`,
      true,
    ],
    ['falls back to the list while the ID is unknown', credentials, {}, list, false],
    ['falls back for an empty ID', credentials, { clientId: '' }, list, false],
    [
      'without fallback is the portal’s front page',
      { address: credentials.address },
      {},
      'https://entra.microsoft.com/',
      false,
    ],
    ['that needs no value is always known', { address: list }, {}, list, true],
  ] as const;
  test.each(cases)('%s', (_, page, values, address, known) => {
    expect(portalAddress(page, values)).toEqual({ address, known });
  });

  test.each(['http://entra.microsoft.com/', 'javascript:alert(1)', '//entra.microsoft.com/'])(
    'that is not https is our mistake: %s',
    (address) => {
      expect(() => portalAddress({ address }, {})).toThrow('must be https');
      const page = { address: 'https://entra.microsoft.com/{clientId}', fallback: address };
      expect(() => portalAddress(page, {})).toThrow('must be https');
    },
  );

  test('no value leaves its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        const page = { address: 'https://entra.microsoft.com/app/{clientId}/end' };
        const { address } = portalAddress(page, { clientId: value });
        expect(address).toMatch(/^https:\/\/entra\.microsoft\.com\/app\/[^/?#]+\/end$/);
      }),
    );
  });
});
