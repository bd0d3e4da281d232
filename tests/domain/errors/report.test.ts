import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findingsLine } from '../../../src/components/decoder/decoded-view.ts';
import { reportLines, type ReportPlace } from '../../../src/components/decoder/text-to-pass-on.ts';
import { errorChunkOf } from '../../../src/content-model/error-chunk.ts';
import { entriesOf, errorsSchema } from '../../../src/content-model/errors.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { catalogueOf } from '../../../src/domain/errors/catalogue.ts';
import { decode } from '../../../src/domain/errors/decode.ts';
import { reportOf } from '../../../src/domain/errors/report.ts';
import { speaker } from '../../../src/i18n/words.ts';
import { anyText } from '../../fixtures/any-text.ts';

const files = readContent();
const catalogue = catalogueOf(
  entriesOf(errorsSchema.parse(parse(files.get('errors/errors.yml') ?? ''))),
);
const chunk = errorChunkOf(files, 'de');
const context = {
  chunk,
  catalogue,
  say: speaker(chunk.say, {}, 'de'),
  pages: '/errors/',
  stepsFor: () => {
    throw new Error('A report links nowhere');
  },
};
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const nowhere: ReportPlace = { version };

const app = '00001111-aaaa-2222-bbbb-3333cccc4444';
const tenant = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
const trace = '11112222-3333-4444-5555-666677778888';
const uri = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';

function report(text: string, withAddresses: boolean, place = nowhere): string {
  return reportLines(decode(text, catalogue), withAddresses, place, context).join('\n');
}

it('says how many codes it does not list', () => {
  const codes = Array.from({ length: 23 }, (_, at) => `AADSTS99${String(at + 1000)}`);
  const lines = report(codes.join('\n'), false).split('\n');
  expect(lines.filter((line) => line.includes('AADSTS99'))).toHaveLength(20);
  expect(lines).toContain('3 weitere Codes stehen im Text.');
  expect(report(codes.slice(0, 20).join('\n'), false)).not.toContain('im Text.');
});

const message = `Login info / geheim2026
AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${app}'. Trace ID: ${trace} Timestamp: 2026-11-20 08:15:30Z`;

describe('the text to pass on', () => {
  it('is built from the catalogue and from what was recognised', () => {
    const place = {
      version,
      product: 'cmxOrganize',
      step: 'Umleitungs-URIs eintragen',
      expected: uri,
    };
    expect(report(message, true, place)).toBe(
      `Meldung, gelesen mit Postlotse ${version}
Programm: cmxOrganize
Meldung: AADSTS50011 (Die Umleitungs-URI ist nicht eingetragen)
Wortlaut nach der Liste: AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${app}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.
Schritt der Anleitung: Umleitungs-URIs eintragen
Geschickte Umleitungs-URI: ${uri}
Umleitungs-URI der Anleitung: ${uri}
Trace-ID: ${trace}
Zeitpunkt: 2026-11-20 08:15:30Z
App (Anwendungs-ID): ${app}`,
    );
  });

  it('leaves IDs and addresses of the organisation out where they are not wanted', () => {
    expect(report(message, false, { version, expected: uri })).toBe(
      `Meldung, gelesen mit Postlotse ${version}
Meldung: AADSTS50011 (Die Umleitungs-URI ist nicht eingetragen)
Wortlaut nach der Liste: AADSTS50011: The redirect URI '[Adresse]' specified in the request does not match the redirect URIs configured for the application '[ID]'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.
Trace-ID: ${trace}
Zeitpunkt: 2026-11-20 08:15:30Z`,
    );
  });

  it.each([
    [
      'a mail server’s status, known or not',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\n550 5.7.999 x',
      [
        'Meldung: 535 5.7.139',
        'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
        'Meldung: 550 5.7.999 (steht nicht in der Liste)',
      ],
    ],
    [
      'a mailbox and a tenant',
      "AADSTS50020: User account 'post@firma.example' from identity provider 'live.com' does not exist in tenant 'firma.onmicrosoft.com'",
      ["User account 'post@firma.example'", 'Mandant: firma.onmicrosoft.com'],
    ],
    [
      'an unknown number',
      'AADSTS99999999: x',
      ['Meldung: AADSTS99999999 (steht nicht in der Liste)'],
    ],
    [
      'a number and another that a mail has joined to it',
      'AADSTS50011=\n483920',
      ['Keine bekannte Meldung erkannt.'],
    ],
    ['a word of the standard', 'error=invalid_grant', ['Meldung: error=invalid_grant']],
    ['nothing', 'Es geht nicht', ['Keine bekannte Meldung erkannt.']],
    [
      'an address without user, query and fragment',
      "AADSTS50011: The redirect URI 'https://user:Sommer%232026!Haus@www.muster.example/x?code=0.AXk#y' specified",
      ['Geschickte Umleitungs-URI: https://www.muster.example/x\n'],
    ],
  ])('says %s', (_, text, parts) => {
    for (const part of parts) expect(`${report(text, true)}\n`).toContain(part);
  });

  it('has nothing in it that the samples of the catalogue make up', () => {
    for (const { sample } of catalogue.entries) {
      const bare = reportOf(decode(sample, catalogue), catalogue, false);
      const text = JSON.stringify(bare.messages);
      expect(text).not.toMatch(/muster|[\da-f]{8}-[\da-f]{4}|OUTLOOK\.COM/i);
    }
  });
});

/** Made up, in the forms that people have. */
const secrets = [
  'Sommer#2026!Haus',
  'geheim2026',
  'Zx9/kLm+pQ2rTv4wYb6nCd8eFg1hJk3m=',
  ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join(''),
  'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJtdXN0ZXIifQ.c2lnbmF0dXJl',
  'opaque-Token-1234567',
  'JBSWY3DPEHPK3PXP',
  'jbsw y3dp ehpk 3pxp',
  '483920',
  'F7QK9LMN2',
  'Mein langes Kennwort',
];

/** Around what is recognised, where a secret may well stand. */
const dresses: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `Kennwort: ${secret}`,
  (secret) => `AADSTS7000215 ${secret}`,
  (secret) => `AADSTS50126: Error ${secret} Trace ID: ${secret}`,
  (secret) => `Trace ID: ${secret}\nCorrelation ID: ${secret}\nTimestamp: ${secret}`,
  (secret) => `AADSTS700016: Application with identifier '${secret}' in the directory '${secret}'.`,
  (secret) => `AADSTS90002: Tenant '${secret}' not found.`,
  (secret) => `AADSTS50020: User account '${secret}' from identity provider '${secret}'`,
  (secret) => `error=${secret}&error_description=${secret}&error_uri=${secret}`,
  (secret) => `redirect_uri=https://user:${encodeURIComponent(secret)}@muster.example/x`,
  (secret) => `redirect_uri=https://user:${secret}@muster.example/x`,
  (secret) => `redirect URI 'https://muster.example/x?code=${secret}#${secret}' AADSTS50011`,
  (secret) => `https://muster.example/?code=${secret}&state=${secret}`,
  (secret) => `535 5.7.139 ${secret} [${secret}]\n550 5.7.708 ${secret}`,
  (secret) => `{"client_id":"${secret}","tenant_id":"${secret}","error":"${secret}"}`,
  (secret) => `${secret}@muster.example AADSTS50034`,
  (secret) => `a;password\n${app};${secret}`,
];

/** What a report may take from a paste: an ID, a time, an address, a mail address, a domain. */
const typed = [
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi,
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?/g,
  /AADSTS\d{4,9}|[45]\d\d [45]\.\d{1,3}\.\d{1,3}/g,
  /[a-z][a-z0-9+.-]*:\/{0,2}[\p{L}\d.-]+(?::\d{0,5})?[\w/%.~+ …-]*/giu,
];

describe('whatever is pasted', () => {
  const planted = fc.tuple(
    anyText('AADSTS50011', 'Kennwort', trace, "'"),
    fc.constantFrom(...secrets),
    fc.constantFrom(...dresses),
    anyText('AADSTS65001', tenant, '550 5.7.708', '"'),
  );

  it('no secret is in the report, nor in the line that is said', () => {
    fc.assert(
      fc.property(planted, fc.boolean(), ([before, secret, dress, after], withAddresses) => {
        const text = `${before}\n${dress(secret)}\n${after}`;
        const decoded = decode(text, catalogue);
        const said = `${report(text, withAddresses)}\n${findingsLine(decoded, context)}`;
        expect(said).not.toContain(secret);
        expect(said).not.toContain(encodeURIComponent(secret));
      }),
      { numRuns: 3000 },
    );
  });

  it('the report without addresses is made of the catalogue, IDs, times and numbers alone', () => {
    const own = [...Object.values(chunk.say), ...Object.values(chunk.words), ...catalogue.entries];
    const known = JSON.stringify(own) + version;
    fc.assert(
      fc.property(planted, ([before, secret, dress, after]) => {
        const text = report(`${before}\n${dress(secret)}\n${after}`, false);
        const rest = typed.slice(0, 3).reduce((left, kind) => left.replace(kind, ' '), text);
        for (const word of rest.match(/[\p{L}\d]{3,}/gu) ?? []) expect(known).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('and with addresses of these, and of addresses', () => {
    fc.assert(
      fc.property(planted, ([before, secret, dress, after]) => {
        const text = `${before}\n${dress(secret)}\n${after}`;
        const { details, sent } = reportOf(decode(text, catalogue), catalogue, true);
        if (sent !== undefined) expect(sent.replace(typed[3] ?? '', '')).toBe('');
        for (const { kind, value } of details) {
          const isMail = /^[\p{L}\d][\p{L}\d.+_-]*@[a-z\d.-]+$/iu.test(value);
          const isDomain = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(value);
          const isIdOrTime = typed.slice(0, 2).some((one) => value.replace(one, '') === '');
          expect(isIdOrTime || (kind === 'mailbox' ? isMail : isDomain)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
