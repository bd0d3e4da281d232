import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import { checkForm } from '../../../src/domain/check/field-check.ts';
import { checkEndpoint } from '../../../src/domain/fields/endpoint-check.ts';
import { parseLinkValues } from '../../../src/domain/values/link-values.ts';
import { checkMailServer } from '../../../src/domain/fields/mail-server.ts';
import { readValue } from '../../../src/domain/values/read-value.ts';
import { safeText } from '../../../src/domain/text/safe-text.ts';
import { checkScope } from '../../../src/domain/fields/scope.ts';
import { readLookUpSubject } from '../../../src/domain/sign-in/tenant-look-up.ts';
import { expectation, realGuides, rightManifest, today, written } from '../check/right.ts';

/** Made up: a secret in today's form, an older one, a token, a password chosen by a person and a generated one. */
const secrets = [
  'abc8Q~x7Yv2kLmNoPqRsTuVwXyZ0123456789ab',
  'Zx9/kLm+pQ2rTv4wYb6nCd8eFg1hJk3m=',
  'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBoIn0.c2lnbmF0dXJlMTIzNDU2Nzg5MA',
  'Sommer#2026!Haus',
  'kR7wq2ZpT9xVb4Nc',
];

/** Every piece of the secret that is long enough to help an attacker. */
function pieces(secret: string): readonly string[] {
  return Array.from({ length: secret.length - 8 }, (_, at) => secret.slice(at, at + 9));
}

function leaks(answer: unknown, secret: string): readonly string[] {
  const said = JSON.stringify(answer).toLowerCase();
  return pieces(secret).filter((piece) => said.includes(piece.toLowerCase()));
}

describe('text that may be repeated', () => {
  it.each([
    ['a host', 'smtp.office365.com'],
    ['a host with its port', 'smtp.office365.com:587'],
    ['an ID', '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4'],
    ['half an ID', '9E41C7B2-08FD-4A36'],
    ['a mail address', 'b.huber+bm@muster.onmicrosoft.com'],
    ['a redirect URI', 'https://muster.example/App%20E-Mailkonto/continue_oauth?x=1'],
    ['a redirect URI of an app', 'msal9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4://auth'],
    ['a scope', 'https://outlook.office365.com/SMTP.Send'],
    ['a permission', 'MailboxFolder.ReadWrite.All'],
    ['a list of hosts', 'graph.microsoft.com, outlook.office365.com'],
    ['an encryption', 'OAuth TLS (auto)'],
    ['a version', 'TLS 1.2'],
    ['an account type', 'AzureADandPersonalMicrosoftAccount'],
    ['a day', '31.12.2027'],
    ['a name', 'Müller & Söhne e.K.'],
    ['a placeholder', '[MEINE]'],
  ])('includes %s', (_, text) => {
    expect(safeText(text)).toBe(text);
  });

  it.each(secrets)('does not include „%s“', (secret) => {
    expect(safeText(secret)).toBe('•••');
  });

  it('includes the beginning of an address', () => {
    expect(safeText('https://muster.example/conti…')).toBe('https://muster.example/conti…');
  });

  it('excludes the user name and random parts of an address', () => {
    expect(safeText('https://huber:geheim@muster.example/a')).toBe('https://•••@muster.example/a');
    expect(safeText('https://muster.example/?code=kR7wq2ZpT9xVb4Nc')).toBe(
      'https://muster.example/?•••',
    );
  });
});

const around: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `„${secret}“`,
  (secret) => ` ${secret} `,
  (secret) => `${secret}@muster.example`,
  (secret) => `https://huber:${secret}@muster.example/`,
  (secret) => `https://muster.example/?code=${secret}`,
  (secret) => `muster.${secret}`,
  (secret) => `[${secret}]`,
];
const planted = fc.record({
  secret: fc.constantFrom(...secrets),
  put: fc.constantFrom(...around),
  id: fc.constantFrom(...realGuides),
  at: fc.nat(),
});

describe('a secret in any place', () => {
  it('is in no problem or note about a value', () => {
    fc.assert(
      fc.property(planted, ({ secret, put, id, at }) => {
        const { values } = expectation(id).guide;
        const definition = values[at % values.length];
        if (!definition) return;
        const reading = readValue(definition, put(secret), { today });
        expect(leaks(reading.ok ? reading.notes : reading.problems, secret)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('is not repeated by the checks of endpoint, scope, server and look-up, nor by a link', () => {
    fc.assert(
      fc.property(planted, ({ secret, put, id }) => {
        const { guide, values } = expectation(id);
        const text = put(secret);
        const [request] = guide.token;
        const [server] = guide.mailServers;
        const field = {
          label: 'Benutzer',
          segments: [{ text: 'a@muster.example' }],
          begins: false,
        };
        const form = { fields: [field] };
        const rights = {
          protocol: server?.protocol ?? 'smtp',
          host: 'a',
          port: '1',
          encryption: 'tls',
        };
        const answers = [
          request && checkEndpoint(text, { expected: request, tenantId: values['tenantId'] }),
          request &&
            checkEndpoint(`https://login.microsoftonline.com/${text}`, { expected: request }),
          checkScope(text, { scopes: [], grant: 'password' }),
          checkScope(`openid ${text}`, { scopes: ['openid'], grant: 'password' }),
          ...['protocol', 'host', 'port', 'encryption'].map((name) =>
            checkMailServer({ ...rights, [name]: text }, guide.mailServers),
          ),
          parseLinkValues(`#${text}=1&clientId=x`, ['clientId']).problems,
          checkForm(`Benutzer: ${text}`, form, { guide, values }),
        ];
        expect(leaks(answers, secret)).toEqual([]);
        const subject = readLookUpSubject(text);
        if (!subject.ok) expect(leaks(subject, secret)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('is not repeated from any field of a form, whatever the other fields contain', () => {
    fc.assert(
      fc.property(planted, fc.boolean(), ({ secret, put, id, at }, isTold) => {
        const expected = expectation(id);
        const form = expected.forms[at % expected.forms.length];
        const own = form?.fields[at % (form.fields.length || 1)];
        const lines = form?.fields.map(
          (field) => `${field.label}: ${field === own ? put(secret) : 'a@muster.example'}`,
        );
        const kind = isTold ? (`form:${form?.id ?? ''}` as const) : undefined;
        const { findings } = checkSettings(lines?.join('\n') ?? '', expected, kind);
        expect(leaks(findings, secret)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('is not repeated from a manifest, a table or command output', () => {
    fc.assert(
      fc.property(planted, ({ secret, put, id, at }) => {
        const expected = expectation(id);
        const text = put(secret);
        const manifest = rightManifest(expected);
        const texts = [
          written({ ...manifest, signInAudience: text }),
          written({ ...manifest, appId: text }),
          written({
            ...manifest,
            web: { ...manifest.web, redirectUris: [text, `https://a.de/${text}`] },
          }),
          written({
            ...manifest,
            passwordCredentials: [
              {
                displayName: text,
                hint: secret,
                keyId: text,
                endDateTime: '2027-01-01',
                secretText: null,
              },
            ],
          }),
          `Web\nhttps://muster.example\n${text}`,
          `Microsoft Graph (5)\nMail.Send\tAnwendung\n${text} (3)\nMail.Read\tAnwendung\t${text}`,
          `Name : ${text}\nSmtpClientAuthenticationDisabled : ${text}`,
          `PrimarySmtpAddress : ${text}\nSmtpClientAuthenticationDisabled : True`,
          `Name : ${text}\nAllowBasicAuthSmtp : True`,
          `Get-CASMailbox -Identity '${text}' | fl\nSmtpClientAuthenticationDisabled : False`,
        ];
        const { findings } = checkSettings(texts[at % texts.length] ?? '', expected);
        expect(leaks(findings, secret)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('a user name and a password in each other’s field', () => {
  const found = (id: 'cmxorganize' | 'bm', text: string, values: Record<string, string>) =>
    checkSettings(text, expectation(id, values)).findings.map(({ finding }) => finding);

  it('are reported as swapped, with an older form of secret (CMX-10)', () => {
    const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
    const secret = 'Zx9/kLm+pQ2rTv4wYb6nCd8eFg1hJk3m=';
    const text = `Typ: Azure\nBenutzername: ${secret}\nPasswort: ${clientId}`;
    const findings = found('cmxorganize', text, { clientId });
    expect(findings).toContainEqual({
      code: 'fields-swapped',
      label: 'Benutzername',
      other: 'Passwort',
    });
    expect(findings.filter(({ code }) => code.startsWith('field-secret'))).toEqual([]);
    expect(leaks(findings, secret)).toEqual([]);
  });

  it('are reported as swapped, with the password of the mailbox (BM-08)', () => {
    const mailbox = 'buchhaltung@muster.example';
    const text = `eMail-Adresse: ${mailbox}\nBenutzerkonto: Sommer#2026!Haus\nKennwort: ${mailbox}`;
    const findings = found('bm', text, { mailbox });
    expect(findings).toContainEqual({
      code: 'fields-swapped',
      label: 'Benutzerkonto',
      other: 'Kennwort',
    });
    expect(leaks(findings, 'Sommer#2026!Haus')).toEqual([]);
  });

  it('a password in the user name field is reported but not repeated', () => {
    const findings = found(
      'bm',
      'eMail-Adresse: buchhaltung@muster.example\nBenutzerkonto: Sommer#2026!Haus',
      { mailbox: 'buchhaltung@muster.example' },
    );
    expect(findings).toContainEqual({
      code: 'field-other',
      label: 'Benutzerkonto',
      expected: 'buchhaltung@muster.example',
    });
  });
});
