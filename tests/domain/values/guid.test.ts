import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGuid } from '../../../src/domain/text/guid-pattern.ts';
import { readGuid, readTenantId, type TenantForm } from '../../../src/domain/values/guid.ts';
import { beginsLikeSecret } from '../../../src/domain/secrets/secret-shape.ts';
import type { Reading } from '../../../src/domain/values/reading.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const guid = 'bbbbbbbb-1111-4222-8333-555555555555';
const upper = guid.toUpperCase();
const secret = `Ab18Q~${'muster_Muster-1234.'.repeat(2).slice(0, 34)}`;

function codesOf(reading: Reading): readonly string[] {
  return (reading.ok ? reading.notes : reading.problems).map(({ code }) => code);
}

describe('isGuid', () => {
  it.each([
    ['a GUID', guid, true],
    ['not in capitals, as this site uses lower case', upper, false],
    ['without hyphens', guid.replaceAll('-', ''), false],
    ['braces', `{${guid}}`, false],
    ['more after it', `${guid}0`, false],
    ['a line break after it', `${guid}\n`, false],
  ])('%s', (_description, text, is) => {
    expect(isGuid(text)).toBe(is);
  });
});

describe('readGuid', () => {
  it.each([
    ['a GUID is accepted', guid, []],
    ['capitals become lower case', upper, ['lower-cased']],
    ['braces go', `{${guid}}`, ['brackets-removed']],
    ['parentheses go', `(${guid})`, ['brackets-removed']],
    ['angle brackets go', `<${guid}>`, ['brackets-removed']],
    ['missing hyphens are put in', guid.replaceAll('-', ''), ['hyphens-added']],
    ['hyphens in the wrong place are moved', `b-${guid.slice(1)}`, ['hyphens-added']],
    ['dashes become hyphens', guid.replaceAll('-', '–'), ['hyphens-added']],
    ['blanks within go', guid.replace('-4', ' -4'), ['inner-blanks-removed']],
    ['blanks around go', ` ${guid}\n`, ['blanks-removed']],
    ['invisible characters go', `\u200B${guid}`, ['invisible-removed']],
    [
      'everything at once',
      ` "{${upper.replaceAll('-', ' ')}}"`,
      [
        'blanks-removed',
        'quotes-removed',
        'brackets-removed',
        'inner-blanks-removed',
        'hyphens-added',
        'lower-cased',
      ],
    ],
  ])('%s', (_description, text, codes) => {
    const reading = readGuid(text);
    expect(reading).toMatchObject({ ok: true, value: guid });
    expect(codesOf(reading)).toEqual(codes);
  });

  it.each([
    ['nothing', '', [{ code: 'value-missing' }]],
    ['one digit less', guid.slice(1), [{ code: 'guid-wrong-length', digits: '31' }]],
    ['two IDs', `${guid} ${guid}`, [{ code: 'guid-wrong-length', digits: '64' }]],
    [
      'the letter O for a zero',
      guid.replace('5', 'O'),
      [{ code: 'guid-character', character: 'O' }],
    ],
    ['an emoji', guid.replace('5', '🚀'), [{ code: 'guid-character', character: '🚀' }]],
    [
      'a name',
      'Muster',
      [
        { code: 'guid-character', character: 'M' },
        { code: 'guid-wrong-length', digits: '6' },
      ],
    ],
    ['all zero', '00000000-0000-0000-0000-000000000000', [{ code: 'guid-all-zero' }]],
    ["a secret's value (IPM-07)", secret, [{ code: 'id-looks-like-secret' }]],
    ['the beginning of one', 'Ab18Q~mus', [{ code: 'id-looks-like-secret' }]],
    ['an address', `https://muster.example/${guid}`, [{ code: 'id-is-url' }]],
    ['an address without scheme', `muster.example/${guid}`, [{ code: 'id-is-url' }]],
    ['an application ID URI', `api://${guid}`, [{ code: 'id-is-url' }]],
    ['a web site', 'www.muster.example', [{ code: 'id-is-url' }]],
    [
      'a mail address',
      'info@muster.example',
      [{ code: 'id-is-mail-address', domain: 'muster.example' }],
    ],
    ['a line break within', guid.replace('-4', '\n-4'), [{ code: 'value-has-line-break' }]],
    ['a placeholder', '<Client-ID>', [{ code: 'value-is-placeholder', text: 'Client-ID' }]],
    [
      'a placeholder in braces',
      '{client-id}',
      [{ code: 'value-is-placeholder', text: '{client-id}' }],
    ],
    [
      'a placeholder in capitals',
      'YOUR_CLIENT_ID',
      [{ code: 'value-is-placeholder', text: 'YOUR_CLIENT_ID' }],
    ],
    [
      'a placeholder made of x',
      'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
      [{ code: 'value-is-placeholder', text: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx' }],
    ],
  ])('%s is refused', (_description, text, problems) => {
    expect(readGuid(text)).toEqual({ ok: false, problems });
  });
});

describe('beginsLikeSecret', () => {
  it.each([
    ["today's secrets", secret, true],
    ['another digit', 'a.b7Q~', true],
    ['a GUID', guid, false],
    ['Q~ at another place', 'ab8Q~', false],
  ])('%s', (_description, text, does) => {
    expect(beginsLikeSecret(text)).toBe(does);
  });
});

describe('readTenantId', () => {
  it.each([
    ['a GUID', guid, []],
    ['a GUID in braces', `{${upper}}`, ['brackets-removed', 'lower-cased']],
    [
      'a token endpoint',
      `https://login.microsoftonline.com/${guid}/oauth2/v2.0/token`,
      ['tenant-from-url'],
    ],
    ['an endpoint without scheme', `login.microsoftonline.com/${guid}/`, ['tenant-from-url']],
    ['an issuer', `https://sts.windows.net/${guid}/`, ['tenant-from-url']],
    [
      'the cloud of the US government',
      `https://login.microsoftonline.us/${guid}`,
      ['tenant-from-url'],
    ],
    ['21Vianet', `https://login.partner.microsoftonline.cn/${guid}/v2.0`, ['tenant-from-url']],
    [
      'a discovery document, in capitals',
      `HTTPS://Login.MicrosoftOnline.com/${upper}/v2.0/.well-known/openid-configuration?x=1`,
      ['tenant-from-url', 'lower-cased'],
    ],
    [
      'a portal address with the tenant in its path',
      `https://entra.microsoft.com/${guid}/#home`,
      ['tenant-from-url'],
    ],
    ['one that names it', `https://portal.azure.com/?tenantId=${guid}#view/x`, ['tenant-from-url']],
    [
      'one that names it in its path',
      `https://portal.azure.com/#view/x/tenantId/${guid}`,
      ['tenant-from-url'],
    ],
    ['one with an @', `https://portal.azure.com/#@${guid}/resource/x`, ['tenant-from-url']],
  ])('%s gives the tenant', (_description, text, codes) => {
    for (const form of ['guid', 'guid-or-domain'] satisfies TenantForm[]) {
      const reading = readTenantId(text, form);
      expect(reading).toMatchObject({ ok: true, value: guid });
      expect(codesOf(reading)).toEqual(codes);
    }
  });

  it('names the host of the address and no more of it', () => {
    expect(readTenantId(`https://sts.windows.net/${guid}/?code=x`, 'guid')).toMatchObject({
      notes: [{ code: 'tenant-from-url', url: 'sts.windows.net' }],
    });
  });

  it.each([
    ['a domain', 'muster.onmicrosoft.com', 'muster.onmicrosoft.com', ['tenant-is-domain']],
    [
      'its capitals become lower case',
      'Muster.DE',
      'muster.de',
      ['lower-cased', 'tenant-is-domain'],
    ],
    ['hyphens do not make it a GUID', 'a-b-c-d1.de', 'a-b-c-d1.de', ['tenant-is-domain']],
    [
      'a verified domain in its xn-- form',
      'xn--mller-kva.de',
      'xn--mller-kva.de',
      ['tenant-is-domain'],
    ],
    [
      'a domain out of an address',
      'https://portal.azure.com/#@muster.onmicrosoft.com/resource/x',
      'muster.onmicrosoft.com',
      ['tenant-from-url', 'tenant-is-domain'],
    ],
  ])('%s is accepted if the product accepts domains', (_description, text, value, codes) => {
    const reading = readTenantId(text, 'guid-or-domain');
    expect(reading).toMatchObject({ ok: true, value });
    expect(codesOf(reading)).toEqual(codes);
    expect(readTenantId(text, 'guid')).toEqual({
      ok: false,
      problems: [{ code: 'tenant-needs-guid', domain: value }],
    });
  });

  it.each([
    ['a domain with umlauts', 'müller.de', [{ code: 'tenant-needs-guid', domain: 'müller.de' }]],
    ['an invalid domain', 'a_b.de', [{ code: 'host-underscore', label: 'a_b' }]],
    ['the word for all accounts', 'common', [{ code: 'tenant-is-endpoint-word', word: 'common' }]],
    ['in any case', 'Organizations', [{ code: 'tenant-is-endpoint-word', word: 'organizations' }]],
    [
      'in an address',
      'https://login.microsoftonline.com/consumers/v2.0',
      [{ code: 'tenant-is-endpoint-word', word: 'consumers' }],
    ],
    [
      'the tenant of personal accounts',
      '9188040D-6c67-4c5b-b112-36a304b66dad',
      [{ code: 'tenant-is-personal-accounts' }],
    ],
    [
      'the same in an address',
      'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
      [{ code: 'tenant-is-personal-accounts' }],
    ],
    ['a company', 'Muster GmbH', [{ code: 'tenant-is-name' }]],
    ['a company with a dot', 'Muster e.V. Nord', [{ code: 'tenant-is-name' }]],
    ['a company with a slash', 'Muster e.V. / Nord', [{ code: 'tenant-is-name' }]],
    ['a placeholder', '<Mandanten-ID>', [{ code: 'value-is-placeholder', text: 'Mandanten-ID' }]],
    [
      'a placeholder in braces',
      '{tenant-id}',
      [{ code: 'value-is-placeholder', text: '{tenant-id}' }],
    ],
    [
      'a placeholder in an address',
      'https://login.microsoftonline.com/{tenant}/oauth2/token',
      [{ code: 'value-is-placeholder', text: '{tenant}' }],
    ],
    ['a GUID with a digit too many', `${guid}5`, [{ code: 'guid-wrong-length', digits: '33' }]],
    [
      'a GUID with a wrong letter',
      guid.replace('5', 'O'),
      [{ code: 'guid-character', character: 'O' }],
    ],
    ['some digits', '12345', [{ code: 'guid-wrong-length', digits: '5' }]],
    ['all zero', '0'.repeat(32), [{ code: 'guid-all-zero' }]],
    ['a mail address', 'info@muster.de', [{ code: 'id-is-mail-address', domain: 'muster.de' }]],
    ["a secret's value", secret, [{ code: 'id-looks-like-secret' }]],
    ['another address', 'https://muster.de/start', [{ code: 'id-is-url' }]],
    [
      'a portal address without tenant',
      'https://entra.microsoft.com/#home',
      [{ code: 'id-is-url' }],
    ],
    [
      'a portal address with a client ID only',
      `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/appId/${guid}`,
      [{ code: 'id-is-url' }],
    ],
    [
      'a sign-in address without tenant',
      'https://login.microsoftonline.com/',
      [{ code: 'id-is-url' }],
    ],
    [
      'an address that only ends like the sign-in',
      `https://login.microsoftonline.com.example/${guid}`,
      [{ code: 'id-is-url' }],
    ],
  ])('%s is refused', (_description, text, problems) => {
    expect(readTenantId(text, 'guid-or-domain')).toEqual({ ok: false, problems });
  });
});

describe('for any text', () => {
  const texts = anyText(
    guid,
    upper,
    secret,
    `https://sts.windows.net/${guid}/`,
    'muster.de',
    '{',
    '}',
  );

  it('an ID that is taken is a GUID, and is taken again unchanged', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [readGuid, (one: string) => readTenantId(one, 'guid')]) {
          const reading = read(text);
          if (!reading.ok) continue;
          expect(isGuid(reading.value)).toBe(true);
          expect(read(reading.value)).toEqual({ ok: true, value: reading.value, notes: [] });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a tenant that is accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readTenantId(text, 'guid-or-domain');
        if (!reading.ok) return;
        expect(readTenantId(reading.value, 'guid-or-domain')).toMatchObject({
          ok: true,
          value: reading.value,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('any GUID survives being written in other ways', () => {
    const wrap = fc.constantFrom<(id: string) => string>(
      (id) => `{${id}}`,
      (id) => id.toUpperCase(),
      (id) => id.replaceAll('-', ''),
      (id) => `„${id}“`,
    );
    fc.assert(
      fc.property(fc.uuid(), wrap, (id, write) => {
        expect(readGuid(write(id))).toMatchObject({ ok: true, value: id });
      }),
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) {
      expect(readGuid(text)).toHaveProperty('ok');
      expect(readTenantId(text, 'guid-or-domain')).toHaveProperty('ok');
    }
  });
});
