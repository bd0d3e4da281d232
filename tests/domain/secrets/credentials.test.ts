import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../../src/domain/secrets/credentials.ts';

const jwt = 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJtdXN0ZXIifQ.c2lnbmF0dXJl';
const oldForm = 'Zx9/kLm+pQ2rTv4wYb6nCd8eFg1hJk3m=';

const found: readonly (readonly [description: string, text: string])[] = [
  ['a JWT', jwt],
  ['a JWT within a mailbox', `${jwt}@muster.example`],
  ['today’s form of a secret', `Xy78Q~${'aB3'.repeat(11)}`],
  ['the beginning of one', 'Xy78Q~abc'],
  ['an older secret', oldForm],
  ['an older secret in a sentence', `Der Wert ist ${oldForm} und geht nicht`],
  ['a refresh token', '0.AXkAQPwpa0fKm4d3Up_Ab1Cd2Ab1Cd2Ab1Cd2Ab1Cd2Ab1Cd2'],
  ['a token of lower case letters and digits', 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8'],
  ['the seed of a second factor', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
  [
    'a secret of today’s form in small letters',
    'abc8q~zx9klmpq2rtv4wyb6ncd8efg1hjk3mnopq.muster.de',
  ],
  [
    'the code of a private account, which ends as an ID does',
    'M.C107_BAY.2.U.12345678-90ab-4cde-8f01-234567890abc@muster.example',
  ],
];

const none: readonly (readonly [description: string, text: string])[] = [
  ['an ID', '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4'],
  ['an ID in capitals', '9E41C7B2-08FD-4A36-B5D9-21F67A0C83E4'],
  ['an ID without hyphens', '9e41c7b208fd4a36b5d921f67a0c83e4'],
  ['two IDs', '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4.3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615'],
  ['a mailbox', 'ipm+versand2026@buchhaltung.muster.example'],
  [
    'an address of the portal',
    'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
  ],
  ['a redirect URI', 'https://www.muster.example/App%20E-Mailkonto/continue_oauth'],
  [
    'a tenant’s endpoint',
    'https://login.microsoftonline.com/3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615/oauth2/v2.0/token',
  ],
  ['a mail server', 'FR0P281MB1234.DEUP281.PROD.OUTLOOK.COM'],
  ['a long name', 'MusterVerwaltungsgesellschaftmbH2024UndCo'],
  ['a module with its version', 'ExchangeOnlineManagement3.10'],
  ['a number', '1234567890123456789012345678901234567890'],
  ['a line', '----------------------------------------'],
];

describe('credentials', () => {
  test.each(found)('%s is found', (_, text) => {
    expect(credentialsIn(text)).not.toEqual([]);
  });

  test.each(none)('%s is none', (_, text) => {
    expect(credentialsIn(text)).toEqual([]);
  });

  test('random base64 of 32 characters is found in at least 19 of 20 cases', () => {
    const secrets = fc.sample(fc.stringMatching(/^[A-Za-z0-9+/]{31}=$/), { numRuns: 400, seed: 3 });
    const missed = secrets.filter((secret) => credentialsIn(secret).length === 0);
    expect(missed.length).toBeLessThan(20);
  });

  test('no ID is ever taken for one', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(credentialsIn(`App ${one}, Mandant ${other.toUpperCase()}`)).toEqual([]);
      }),
    );
  });
});
