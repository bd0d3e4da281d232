import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, errorsSchema } from '../../src/content-model/errors.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { catalogueOf, lookUpAddress } from '../../src/domain/errors/catalogue.ts';
import { decode, lookUpNumber, type DecodedFinding } from '../../src/domain/errors/decode.ts';
import { readAtEachEnd } from '../../src/domain/errors/pasted-text.ts';
import { supportDetails } from '../../src/domain/errors/support-details.ts';
import { anyText, longTexts } from '../fixtures/any-text.ts';

const file = errorsSchema.parse(parse(readContent().get('errors/errors.yml') ?? ''));
const catalogue = catalogueOf(entriesOf(file));

const app = '00001111-aaaa-2222-bbbb-3333cccc4444';
const tenant = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
const trace = '11112222-3333-4444-5555-666677778888';
const correlation = '99990000-1111-2222-3333-444455556666';
const uri = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';

/** A finding as a short word: an ID, an unknown number with its guesses, or the standard's word. */
function short(finding: DecodedFinding): string {
  if (finding.kind === 'known') return finding.id;
  if (finding.kind === 'oauth') return `error=${finding.error}`;
  return [`?${finding.number}`, ...finding.guesses].join(' ');
}

function found(text: string): readonly string[] {
  return decode(text, catalogue).findings.map(short);
}

describe("Microsoft's page, whole or in parts", () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the answer of a mail server as Python prints it',
      "(535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit')",
      ['535-5-7-139-tenant'],
    ],
    [
      'the same as .NET prints it, without its first number',
      'The server response was: 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
      ['535-5-7-139-mailbox'],
    ],
    [
      'the same in a quoted mail',
      '> 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication\n> is disabled for the Tenant.',
      ['535-5-7-139-tenant'],
    ],
    ['the number with no reason', '535 5.7.139 Authentication unsuccessful [FR0]', ['535-5-7-139']],
    [
      'the English page as copied',
      `Sign in\nSorry, but we’re having trouble signing you in.\n\nAADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${app}'.\n\nTroubleshooting details\nRequest Id: ${trace}\nCorrelation Id: ${correlation}\nTimestamp: 2026-11-20T08:15:30Z\nMessage: AADSTS50011: The redirect URI '${uri}' specified`,
      ['aadsts50011'],
    ],
    [
      'the German page as copied',
      `Anmelden\nEs tut uns leid, aber wir haben Probleme beim Anmelden.\n\nAADSTS50011: Der in der Anforderung angegebene Umleitungs-URI „${uri}“ stimmt nicht mit den für die Anwendung konfigurierten Umleitungs-URIs überein.\n\nProblembehandlungsdetails\nAnforderungs-ID: ${trace}\nKorrelations-ID: ${correlation}\nZeitstempel: 2026-11-20T08:15:30Z`,
      ['aadsts50011'],
    ],
    ['the code alone', 'AADSTS700016', ['aadsts700016']],
    ['the code in small letters', 'aadsts65001', ['aadsts65001']],
    ['the code in quotation marks', '„AADSTS7000215“', ['aadsts7000215']],
    ['the code with a blank', 'AADSTS 90002', ['aadsts90002']],
    ['the code with a hyphen', 'AADSTS-53003', ['aadsts53003']],
    ['the code with a colon', 'Fehler AADSTS:50126', ['aadsts50126']],
    ['the code at the end of a line', 'Fehler AADSTS\n50194', ['aadsts50194']],
    ['a code that begins like another', 'AADSTS500113', ['aadsts500113']],
    ['a code of a family', 'AADSTS70000121: The passed grant', ['aadsts7000012']],
    ['the shorter code of that family', 'AADSTS7000012: Grant was obtained', ['aadsts7000012']],
    ['a number behind the code', 'AADSTS50011 20 Versuche', ['aadsts50011']],
    ['the German label of the page', 'Fehlercode: 700016', ['aadsts700016']],
    ['the English label of the page', 'Error Code: 53003', ['aadsts53003']],
    ["another program's number", 'Error code: 10060', []],
    [
      "the address of Microsoft's look-up",
      'https://login.microsoftonline.com/error?code=50020',
      ['aadsts50020'],
    ],
    [
      'the source of the page',
      '<div id="exceptionMessageContainer">AADSTS700016: Application with identifier &#39;x&#39; was not found</div>',
      ['aadsts700016'],
    ],
    [
      'two codes in the order of the text',
      'AADSTS65001 ... AADSTS50011 ... AADSTS65001',
      ['aadsts65001', 'aadsts50011'],
    ],
    [
      'a general code behind a special one',
      'AADSTS90013: Invalid input. AADSTS50011',
      ['aadsts50011', 'aadsts90013'],
    ],
    ['a number that a line breaks', 'AADSTS70002\n15: Invalid client secret', ['aadsts7000215']],
    ['a number at the end of its line', 'AADSTS70002\n15 Versuche', ['aadsts70002']],
    ['a number with the time below', 'AADSTS70002\r\n15:30 Uhr', ['aadsts70002']],
    ['an unknown number that a line breaks', 'AADSTS70009\n99: Fehler', ['?7000999']],
    ['the code with blanks everywhere', 'AAD STS 7000 215', ['aadsts7000215']],
    [
      'the page that asks for an administrator, without a number',
      'Administratorgenehmigung erforderlich\nMuster Mail\nMuster Mail benötigt Berechtigungen',
      ['need-admin-approval'],
    ],
    [
      'the page that asks for approval, in English',
      'Approval required\nThis app requires your admin’s approval to: Read your mail',
      ['need-admin-approval'],
    ],
    [
      'that page with its number',
      'Need admin approval\nMessage: AADSTS90094: Administrator consent is required.',
      ['aadsts90094'],
    ],
    ['an unknown code', 'AADSTS50012: Authentication failed', ['?50012']],
    [
      'an unknown code behind a known one',
      'AADSTS99999999 AADSTS65004',
      ['aadsts65004', '?99999999'],
    ],
  ])('%s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe('addresses and JSON', () => {
  const description = `AADSTS65004: User declined to consent to access the app.\r\nTrace ID: ${trace}\r\nCorrelation ID: ${correlation}\r\nTimestamp: 2026-11-20 08:15:30Z`;
  it.each<[string, string, readonly string[]]>([
    [
      'an error in the query',
      `${uri}?error=access_denied&error_subcode=cancel&error_description=${encodeURIComponent(description)}`,
      ['aadsts65004'],
    ],
    [
      'an error in the fragment, blanks as +',
      `https://muster.ipmcloud.de/#error=invalid_request&error_description=${encodeURIComponent('AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.').replaceAll('%20', '+')}`,
      ['aadsts9002325'],
    ],
    [
      'cancelled, without a code',
      `${uri}?error=access_denied&error_subcode=cancel&state=12345`,
      ['error=cancelled'],
    ],
    ['refused, without a code', `${uri}?error=access_denied`, ['error=access_denied']],
    ['consent required', '#error=consent_required&state=1', ['error=consent_required']],
    ['interaction required', '{"error":"interaction_required"}', ['error=interaction_required']],
    ['login required', 'error=login_required', ['error=login_required']],
    [
      'an invalid client in JSON',
      '{"error":"invalid_client","error_description":"","error_codes":[]}',
      ['error=invalid_client'],
    ],
    ['an invalid grant in a log', "error: 'invalid_grant'", ['error=invalid_grant']],
    ['an invalid scope', 'error=invalid_scope&x=1', ['error=invalid_scope']],
    ['the server’s own error', 'error=server_error', ['error=server_error']],
    ['another word', 'error=something_else', []],
    [
      'an answer of the token endpoint',
      JSON.stringify({
        error: 'invalid_client',
        error_description: `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app}'. Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-11-20 08:15:30Z`,
        error_codes: [7000215],
        timestamp: '2026-11-20 08:15:30Z',
        trace_id: trace,
        correlation_id: correlation,
        error_uri: 'https://login.microsoftonline.com/error?code=7000215',
      }),
      ['aadsts7000215'],
    ],
    ['the list of codes alone', '{"error_codes":[50076, 50079]}', ['aadsts50076', 'aadsts50079']],
    ['an unknown code in the list', '{"error_codes":[50012]}', ['?50012']],
    [
      'JSON within JSON',
      String.raw`{"message":"{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50173: The provided grant has expired\"}"}`,
      ['aadsts50173'],
    ],
    [
      'Graph',
      '{"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}',
      ['graph-access-denied'],
    ],
    [
      "Graph with the policy's own sentence",
      '{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled."}}',
      ['graph-access-denied-odata'],
    ],
    [
      'Graph and the token endpoint',
      'Authorization_RequestDenied … AADSTS65001',
      ['aadsts65001', 'graph-request-denied'],
    ],
    [
      'Graph without a mailbox',
      '{"error":{"code":"MailboxNotEnabledForRESTAPI","message":"The mailbox is either inactive, soft-deleted, or is hosted on-premise."}}',
      ['graph-mailbox-not-enabled'],
    ],
    [
      'an encoded sentence that only the decoded text has',
      'message=The%20mailbox%20is%20either%20inactive%2C%20soft-deleted',
      ['graph-mailbox-not-enabled'],
    ],
    ['Graph and an expired token', '"code": "InvalidAuthenticationToken"', ['graph-invalid-token']],
    [
      "the portal's refusal of punycode",
      'Failed to update. Error detail: Reply url contains punycode. [PunycodeNotAllowedInUrl]',
      ['portal-punycode'],
    ],
  ])('%s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe('dialogues with mail servers', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'SMTP AUTH off for the organisation',
      'S: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]',
      ['535-5-7-139-tenant'],
    ],
    [
      'the same, wrapped',
      '535 5.7.139 Authentication unsuccessful,\r\n SmtpClientAuthentication is disabled\r\n for the Tenant.',
      ['535-5-7-139-tenant'],
    ],
    [
      'the same with a word broken by a hyphen',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthenti-\n  cation is disabled for the Tenant.',
      ['535-5-7-139-tenant'],
    ],
    [
      'the same as a mail is encoded',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthenti=\r\ncation is disabled for the Mailbox.',
      ['535-5-7-139-mailbox'],
    ],
    [
      'the same in several lines of an answer',
      '535-5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
      ['535-5-7-139-mailbox'],
    ],
    [
      "in a program's own message",
      'Fehler beim Senden der E-Mail. Der Server antwortete: 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful',
      ['530-5-7-57', '535-5-7-3'],
    ],
    [
      'security defaults',
      "535: 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
      ['535-5-7-139-security-defaults'],
    ],
    [
      'Basic authentication is off',
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      ['535-5-7-139-basic-auth'],
    ],
    [
      'Basic authentication is no more',
      '550 5.7.30 Basic authentication is not supported for Client Submission.',
      ['550-5-7-30'],
    ],
    [
      'wrong credentials',
      '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
      ['535-5-7-139-credentials'],
    ],
    ['a bare refusal', '535 5.7.3 Authentication unsuccessful', ['535-5-7-3']],
    [
      'a whole dialogue',
      '220 FR0P281CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready\r\nEHLO muster\r\n250-AUTH LOGIN XOAUTH2\r\nAUTH XOAUTH2 dXNlcj1wb3N0QG11c3Rlci5leGFtcGxl\r\n535 5.7.3 Authentication unsuccessful\r\nQUIT',
      ['535-5-7-3'],
    ],
    [
      'no right to send as',
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      ['550-5-7-60'],
    ],
    [
      'the same in a bounce',
      '554 5.2.252 SendAsDenied; post@muster.example not allowed to send as info@muster.example; STOREDRV.Submission.Exception:SendAsDeniedException',
      ['send-as-denied'],
    ],
    ['a blocked mailbox', '550 5.1.8 Access denied, bad outbound sender AS(42004)', ['550-5-1-8']],
    [
      'IMAP with a token',
      'a1 AUTHENTICATE XOAUTH2\na1 NO AUTHENTICATE failed.',
      ['imap-authenticate-failed'],
    ],
    ['IMAP with a password', 'a1 NO LOGIN failed.', ['imap-login-failed']],
    [
      'IMAP without a mailbox',
      'A002 BAD User is authenticated but not connected.',
      ['imap-not-connected'],
    ],
    [
      'POP',
      '+OK The Microsoft Exchange POP3 service is ready.\r\n-ERR Authentication failure: unknown user name or bad password.',
      ['pop-logon-failure'],
    ],
    [
      'POP over the wrong encryption',
      'The POP3 server has unexpectedly disconnected.',
      ['pop-starttls-995'],
    ],
    ['another server’s answer', '550 5.1.1 User unknown', []],
    ['a number that only looks alike', 'Konto 535 57139', []],
    [
      'two attempts of a log',
      '10:00 535 5.7.139 … basic authentication is disabled\n10:05 AADSTS50076: Due to a configuration change',
      ['535-5-7-139-basic-auth', 'aadsts50076'],
    ],
  ])('%s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe("a screenshot's text", () => {
  it.each<[string, string, readonly string[]]>([
    ['the letter O for 0', 'AADSTS5OO11', ['aadsts50011']],
    ['the letter l for 1', 'AADSTS500ll', ['aadsts50011']],
    ['a stroke for 1', 'AADSTS5001|', ['aadsts50011']],
    ['blanks within the number', 'AADSTS 700 016:', ['aadsts700016']],
    ['5 for S', 'AAD5T5700016', ['aadsts700016']],
    ['full-width letters', 'ＡＡＤＳＴＳ５００１１', ['aadsts50011']],
    ['invisible characters', 'AADSTS\u200B500\u00AD11', ['aadsts50011']],
    ['digits lost at the beginning', 'AADSTS00016', ['?00016 aadsts700016']],
    [
      'digits lost at the end',
      'AADSTS5001',
      ['?5001 aadsts50011 aadsts500113 aadsts50001 aadsts50014'],
    ],
    ['digits lost and nothing like it', 'AADSTS4444', ['?4444']],
    ['a word behind the code', 'AADSTS50011 Il redirect', ['aadsts50011']],
    ['no digits at all', 'AADSTS Oliver', []],
    ['UTF-16 with its zeros', 'A\0A\0D\0S\0T\0S\x005\x000\x000\x001\x001\0', ['aadsts50011']],
  ])('%s', (_, text, ids) => {
    expect(found(text)[0]?.split(' ')[0]).toBe(ids[0]?.split(' ')[0]);
    const [guess] = found(text);
    for (const id of ids[0]?.split(' ').slice(1, 2) ?? []) expect(guess).toContain(id);
    expect(found(text).length).toBe(ids.length);
  });

  it('what was mended is told as it was read', () => {
    expect(decode('AADSTS5OO11', catalogue).findings).toEqual([
      { kind: 'known', id: 'aadsts50011', mendedFrom: '5OO11', at: { start: 0, end: 11 } },
    ]);
  });
});

describe('what else a message holds', () => {
  const message = `AADSTS700016: Application with identifier '${app}' was not found in the directory 'Muster GmbH'. Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-11-20 08:15:30Z`;

  it('IDs, time, app and tenant are set out for support', () => {
    expect(decode(message, catalogue).details).toEqual([
      { kind: 'trace', value: trace },
      { kind: 'correlation', value: correlation },
      { kind: 'time', value: '2026-11-20 08:15:30Z' },
      { kind: 'app', value: app },
      { kind: 'tenant', value: 'Muster GmbH' },
    ]);
  });

  it.each([
    [
      "the German page's names",
      `Anforderungs-ID: ${trace}\nKorrelations-ID: ${correlation}\nZeitstempel: 2026-11-20T08:15:30Z\nApp-ID: ${app}`,
      { request: trace, correlation, time: '2026-11-20T08:15:30Z', app },
    ],
    ['JSON', `{"trace_id":"${trace}","tenant_id":"${tenant}"}`, { trace, tenant }],
    [
      'an address',
      `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?client_id=${app}&x=1`,
      { app, tenant },
    ],
    [
      "Graph's answer",
      `"innerError":{"date":"2026-11-20T08:15:30","request-id":"${trace}"}`,
      { request: trace, time: '2026-11-20T08:15:30' },
    ],
    ['a text without any', 'AADSTS50011', {}],
  ])('%s', (_, text, details) => {
    const given = supportDetails(text).map(({ kind, value }) => [kind, value] as const);
    expect(Object.fromEntries(given)).toEqual(details);
  });

  it.each([
    ['the sentence', `AADSTS50011: The redirect URI '${uri}' specified`, [uri]],
    [
      'the encoded answer',
      `error_description=${encodeURIComponent(`AADSTS50011: The redirect URI '${uri}' specified`)}`,
      [uri],
    ],
    [
      'the address bar',
      `https://login.microsoftonline.com/x/oauth2/v2.0/authorize?redirect_uri=${encodeURIComponent(uri)}`,
      [uri],
    ],
  ])('the redirect URI of %s is the one that was sent (CMX-06)', (_, text, uris) => {
    expect(decode(text, catalogue).redirects).toEqual(uris);
  });

  it('a code of the catalogue or an unknown one has a look-up at Microsoft, others have none', () => {
    const numbers = ['AADSTS50011', 'AADSTS50012', '535 5.7.3', 'error=access_denied'].map(
      (text) => {
        const [finding] = decode(text, catalogue).findings;
        return finding && lookUpNumber(finding, catalogue);
      },
    );
    expect(numbers).toEqual(['50011', '50012', undefined, undefined]);
    expect(lookUpAddress('50011')).toBe('https://login.microsoftonline.com/error?code=50011');
  });
});

describe('whatever is pasted', () => {
  const near = anyText(
    ...Object.values(file).map(({ sample }) => sample),
    'AADSTS',
    'error=',
    'error_codes":[',
    '535 5.7.139',
    '%2',
  );

  it('is answered, each code once, with positions that hold it', () => {
    fc.assert(
      fc.property(near, near, (one, other) => {
        const { text, findings } = decode(one + other, catalogue);
        const keys = findings.map(short);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { at } of findings) {
          if (at) expect(text.slice(at.start, at.end).trim()).not.toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of a very long text head, tail and the places with codes are read', () => {
    const filler = 'x\n'.repeat(1_000_000);
    const { findings, truncated, text } = decode(
      `AADSTS50011${filler}AADSTS65001${filler}Administratorgenehmigung erforderlich${filler}AADSTS90002`,
      catalogue,
    );
    expect(findings.map(short)).toEqual(['aadsts50011', 'aadsts65001', 'aadsts90002']);
    expect(truncated).toBe(true);
    expect(text.length).toBeLessThan(2 * readAtEachEnd + 3000);
    expect(decode('AADSTS50011', catalogue).truncated).toBe(false);
  });

  it('a very long text full of codes is read in parts', () => {
    const { findings, text } = decode('AADSTS50011 xx\n'.repeat(200_000), catalogue);
    expect(findings.map(short)).toEqual(['aadsts50011']);
    expect(text.length).toBeLessThan(180_000);
  });

  it('where a long text is cut, no rest of a secret without its name stays', () => {
    const secret = `client_secret=${'geheim'.repeat(8)}`;
    for (const shift of [0, 5, 13, 20, 40]) {
      const before = 'x '.repeat(readAtEachEnd).slice(0, readAtEachEnd - shift);
      const after = 'x '.repeat(readAtEachEnd).slice(0, readAtEachEnd - (secret.length - shift));
      for (const text of [
        `${before}${secret}\n${'x '.repeat(90_000)}`,
        `${'x '.repeat(90_000)}\n${secret}${after}`,
      ]) {
        expect(decode(text, catalogue).text).not.toContain('geheim');
      }
    }
  });

  it('long and hostile texts are answered soon', () => {
    const pieces = [
      'AADSTS',
      'AADSTS5',
      '535 5.7.139 ',
      'error=',
      'eyJ-',
      'LOGIN a@',
      '%25',
      'POP ',
      "redirect URI '",
      '1 ',
      'a-\n',
      'ab\n',
      'eyJaaaaaaaa\n',
    ];
    const hostile = [...longTexts, ...pieces.map((piece) => piece.repeat(131_072 / piece.length))];
    for (const text of hostile) {
      const begun = performance.now();
      decode(text, catalogue);
      expect(performance.now() - begun, text.slice(0, 20)).toBeLessThan(1500);
    }
  });
});
