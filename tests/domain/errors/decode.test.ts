import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, errorsSchema } from '../../../src/content-model/errors.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { catalogueOf, lookUpAddress } from '../../../src/domain/errors/catalogue.ts';
import { decode, type DecodedFinding } from '../../../src/domain/errors/decode.ts';
import { readAtEachEnd } from '../../../src/domain/errors/pasted-text.ts';
import { supportDetails } from '../../../src/domain/errors/support-details.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

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
  if (finding.kind === 'status') return `?${finding.status}`;
  return [`?${finding.number}`, ...finding.guesses].join(' ');
}

function found(text: string): readonly string[] {
  return decode(text, catalogue).findings.map(short);
}

it('of thousands of codes those that matter most are explained, and the others counted', () => {
  const codes = Array.from({ length: 4000 }, (_, at) => `AADSTS99${String(at + 1000)}`);
  const { findings, more } = decode([...codes, 'AADSTS50011'].join('\n'), catalogue);
  expect(findings.slice(0, 2).map(short)).toEqual(['aadsts50011', '?991000']);
  expect([findings.length, more]).toEqual([20, 3981]);
  expect(decode('AADSTS50011', catalogue).more).toBe(0);
});

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
    ['an unknown code', 'AADSTS75011: Authentication failed', ['?75011']],
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
    ['an unknown code in the list', '{"error_codes":[75011]}', ['?75011']],
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
      'POP3 outlook.office365.com, Port 995: The POP3 server has unexpectedly disconnected.',
      ['pop-starttls-995'],
    ],
    ['another server’s answer', '550 5.1.1 User unknown', ['?550 5.1.1']],
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

describe('what Microsoft has besides', () => {
  it.each<[string, string, readonly string[]]>([
    ['AADSTS500112 by its number', 'AADSTS500112: made up', ['aadsts500112']],
    [
      'the two addresses behind a proxy',
      '{"error":"invalid_client","error_description":"AADSTS500112: The reply address \'http://10.0.0.5/x\' does not match the reply address \'https://www.muster.example/x\' provided when requesting Authorization code.","error_codes":[500112]}',
      ['aadsts500112'],
    ],
    ['AADSTS28000 by its number', 'AADSTS28000: made up', ['aadsts28000']],
    ['no https', "AADSTS500117: The reply uri isn't using a secure scheme", ['aadsts500117']],
    ['no address', "AADSTS500116: not a valid URL. Allowed schemes: '*'.", ['aadsts500116']],
    ['urn', 'AADSTS500119: Redirect URIs with urn: schemes are prohibited.', ['aadsts500119']],
    [
      'the implicit flow',
      '#error=unsupported_response_type&error_description=AADSTS700051%3a+response_type+%27token%27+is+not+enabled',
      ['aadsts700051'],
    ],
    [
      'a personal account, as its own sign-in refuses it',
      'unauthorized_client: The client does not exist or is not enabled for consumers. If you are the application developer, configure a new application',
      ['not-enabled-for-consumers'],
    ],
    [
      'the same in an address, wrapped',
      `${uri}?error=unauthorized_client&error_description=The+client+does+not+exist+or+is+not+enabled%0A+for+consumers.`,
      ['not-enabled-for-consumers'],
    ],
    ['another reason of that word', 'error=unauthorized_client', ['error=unauthorized_client']],
    ['a private account by number', 'AADSTS500200 … AADSTS90027', ['aadsts500200', 'aadsts500201']],
    [
      'a transient failure by each of its numbers',
      '{"error_codes":[90033]} AADSTS50000',
      ['aadsts90033'],
    ],
    ['a transient failure of another number', 'AADSTS90006: retry', ['aadsts90033']],
    ['a number that only begins like a family', 'AADSTS900061', ['?900061']],
    ['„Angemeldet bleiben?“ in the log', 'Fehlercode für Anmeldung\t50140', ['aadsts50140']],
    ['a restricted network', 'AADSTS500022: Access denied', ['aadsts500021']],
    ['a local directory', 'AADSTS80014', ['aadsts80001']],
    [
      'the general word before the reason',
      'AADSTS90023 AADSTS7000218',
      ['aadsts7000218', 'aadsts90023'],
    ],
  ])('%s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it.each<[string, string, readonly string[]]>([
    ['554 5.2.252', '554 5.2.252', ['send-as-denied']],
    ['5.2.252 alone in its line', 'Fehler:\n5.2.252\n', ['send-as-denied']],
    [
      'the same as .NET prints it',
      'The server response was: 5.2.252 SendAsDenied; a@muster.example not allowed to send as b@muster.example',
      ['send-as-denied'],
    ],
    [
      'the same number when the mailbox is throttled',
      'S: 550 5.2.252 Sender throttled due to continuous send as denied errors.',
      ['550-5-2-251'],
    ],
    ['throttled for another reason', "(550, b'5.2.254 Sender throttled')", ['550-5-2-251']],
    [
      'Graph',
      '{"error":{"code":"ErrorSendAsDenied","message":"The user account which was used"}}',
      ['graph-send-as-denied'],
    ],
    [
      'both, of Graph and of a mail server',
      'ErrorSendAsDenied\n554 5.2.252 SendAsDenied; x',
      ['graph-send-as-denied', 'send-as-denied'],
    ],
    [
      'a bounce of a new tenant',
      "Remote Server returned '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230)'",
      ['550-5-7-708'],
    ],
    ['the same by its number', '#550 5.7.708', ['550-5-7-708']],
    ['the same alone', '5.7.708', ['550-5-7-708']],
    ['an IP address that looks alike', 'Host 5.7.708.1 und Modul 5.7.705b', []],
    [
      'a blocked organisation',
      '550 5.7.705 Access denied, tenant has exceeded threshold',
      ['550-5-7-705'],
    ],
    ['a blocked sender', '550-5.7.511 Access denied, banned sender[1.2.3.4]', ['550-5-7-501']],
    [
      'the limit of the organisation, wrapped',
      "550 5.7.233 - Your message can't be sent because your tenant has exceeded its daily limit (tenant\r\n external recipient rate limit).",
      ['550-5-7-233'],
    ],
    ['a relay', '550 5.7.64 TenantAttribution; Relay Access Denied', ['550-5-7-64']],
    [
      'a bounce with the answer of the other server',
      'mail.muster.example #<exchange.muster.example #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#',
      ['530-5-7-1'],
    ],
    [
      'the longer number of Exchange Online',
      '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      ['530-5-7-57'],
    ],
    ['another 5.7.1', '550 5.7.1 Unable to relay', ['?550 5.7.1']],
    [
      'a dialogue that ends at the token',
      'C: AUTH XOAUTH2 dXNlcj1w\nS: 501 5.5.124 Invalid XOAUTH2 argument',
      ['501-5-5-121'],
    ],
    ['another 501', '501 5.5.4 Invalid arguments', ['?501 5.5.4']],
    [
      'a message too large',
      'Expected response code 250 but got code "554", with message "554 5.2.270 MapiExceptionMaxSubmissionExceeded; Message size exceeds maximum size limit."',
      ['554-5-2-270'],
    ],
    ['a full mailbox', '554 5.2.2 mailbox full; STOREDRV.Submission', ['554-5-2-2']],
    [
      'too many recipients',
      "The message can't be submitted because the sender's submission quota was exceeded",
      ['submission-quota-exceeded'],
    ],
    [
      'too much at once',
      '451 4.7.500 Server busy. Please try again later from [1.2.3.4].',
      ['451-4-7-500'],
    ],
    [
      'another limit of the same number',
      '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded',
      ['?432 4.3.2'],
    ],
    [
      'the organisation does not allow it',
      "535 5.7.139 Authentication unsuccessful, the organization configuration doesn't allow this authentication request.",
      ['535-5-7-139-criteria'],
    ],
    [
      'a token without permissions',
      '"code": "NoPermissionsInAccessToken"',
      ['graph-no-permissions'],
    ],
    [
      'a folder that is not there',
      '404 {"error":{"code":"ErrorItemNotFound","message":"The specified object was not found in the store."}}',
      ['graph-item-not-found'],
    ],
    [
      'Graph under load',
      'HTTP 429: Application is over its MailboxConcurrency limit.',
      ['graph-throttled'],
    ],
  ])('of mail servers and Graph: %s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe('what only looks like a message', () => {
  it.each<[string, string, readonly string[]]>([
    ["a program's version", 'PHP 8.2.1, MySQL 5.7.30-log, Apache 2.4\nSMTP connect() failed.', []],
    ['the version of another program', 'Muster-Büro 5.7.60 gestartet, Modul 5.7.54', []],
    ['an IP address', 'Verbindung von 10.5.7.57 abgelehnt (Timeout)', []],
    ['the beginning of an IP address', 'Host 5.7.60.12 und 5.7.139.4 und 550 5.7.54.1', []],
    [
      'the number of a bare answer at the end of a sentence',
      'Der Server sagt 530 5.7.57.',
      ['530-5-7-57'],
    ],
    ['the number by itself', '5.7.60', ['550-5-7-60']],
    ['a number as a bounce has it', '#550 5.7.60 SMTP; Client does not have', ['550-5-7-60']],
    [
      'answers as Python prints them',
      "(535, b'5.7.3 Authentication unsuccessful') (550, b'5.7.30 Basic authentication is not supported')",
      ['550-5-7-30', '535-5-7-3'],
    ],
    [
      'another bad sender',
      '550 5.1.8 <a@muster.example>: Sender address rejected: Domain not found',
      ['?550 5.1.8'],
    ],
    ['a database that refuses', "SqlException: Login failed for user 'ipm_app'.", []],
    ["a program's own words", 'Flowfact: Login failed. Bitte Kennwort prüfen.', []],
    ['a program that refuses otherwise', 'module auth: authenticate failed for user', []],
    [
      'IMAP named beside the refusal',
      'IMAP outlook.office365.com: LOGIN failed',
      ['imap-login-failed'],
    ],
    [
      'the refusal as Python prints it',
      "imaplib.IMAP4.error: b'LOGIN failed.'\nimaplib.error: ('NO', [b'AUTHENTICATE failed.'])",
      ['imap-login-failed', 'imap-authenticate-failed'],
    ],
    ['a date below the word', 'Fehler AADSTS\n2026-11-20 08:15:30', []],
    [
      'the refusals as Java prints them',
      'javax.mail.AuthenticationFailedException: AUTHENTICATE failed.\njavax.mail.AuthenticationFailedException: LOGIN failed.',
      ['imap-authenticate-failed', 'imap-login-failed'],
    ],
    [
      'POP of Microsoft without its port',
      'POP3 outlook.office365.com: timed out',
      ['pop-starttls-995'],
    ],
    ['a number behind a blank', 'Fehlercode 53003', ['aadsts53003']],
    ['a number behind a blank, of another program', 'Fehlercode 50001 im Modul Druck', []],
    ['a greeting with OAuth alone', '* OK LOGINDISABLED AUTH=XOAUTH2', ['imap-login-failed']],
    ['a greeting before STARTTLS', '* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready', []],
    [
      'another provider that does not answer',
      'POP3-Server mail.muster.example:110: connection timed out',
      [],
    ],
    ['IMAP that does not answer', 'POP3, IMAP outlook.office365.com:993 - timed out', []],
    [
      'Microsoft’s POP server that does not answer',
      'POP3 outlook.office365.com:995 - Connect timed out',
      ['pop-starttls-995'],
    ],
    ['the same in German', 'POP, Port 995: Zeitüberschreitung', ['pop-starttls-995']],
    ['the wrong encryption by name', 'Port 995 mit STARTTLS', ['pop-starttls-995']],
    [
      'a list of settings',
      'POP outlook.office365.com 995 SSL/TLS, SMTP smtp.office365.com 587 STARTTLS',
      [],
    ],
    [
      'numbers of other programs',
      'Fehlercode: 50001 im Modul Druck\nError code: 70000 in Lexware',
      [],
    ],
    ['a number of a database', 'Microsoft SQL Server Error code: 50001', []],
    ['a number with an ID', `Error Code: 53003\nRequest Id: ${trace}`, ['aadsts53003']],
    ['a number at a sign-in', 'Anmeldung bei Microsoft, Fehlercode: 50126', ['aadsts50126']],
    ['a property of a script', "TypeError: invalid property 'length'", []],
    [
      'a property of the old manifest',
      "invalid property 'oauth2Permissions'.",
      ['portal-manifest-property'],
    ],
    [
      "another department's approval",
      'Freigabe: Genehmigung erforderlich durch Abteilungsleiter (Rechnung 4711).',
      [],
    ],
    ['an approval within a sentence', 'No approval required for this invoice', []],
    [
      'an approval that an administrator gives',
      'Genehmigung erforderlich: Für diese App muss ein Administrator zustimmen.',
      ['need-admin-approval'],
    ],
    [
      'a resource of Azure',
      '{"code":"ResourceNotFound","message":"The Resource \'Microsoft.Storage/storageAccounts/muster\' was not found."}',
      [],
    ],
    [
      'a resource of Graph',
      'GET https://graph.microsoft.com/v1.0/users/x 404 {"error":{"code":"ResourceNotFound"}}',
      ['graph-not-found'],
    ],
    [
      'a resource of Graph with its inner error',
      '{"error":{"code":"ResourceNotFound","message":"Resource could not be discovered.","innerError":{}}}',
      ['graph-not-found'],
    ],
    ['a token of Azure for another tenant', '"code":"InvalidAuthenticationTokenTenant"', []],
    [
      'a reason of the next line',
      '535 5.7.139 Authentication unsuccessful\n… Hinweis: die security defaults sind aus.',
      ['535-5-7-139'],
    ],
    [
      'a reason of the next answer',
      '10:00 535 5.7.139 Authentication unsuccessful,\n10:05 basic authentication is disabled',
      ['535-5-7-139'],
    ],
    [
      'a reason of the next sentence',
      '535 5.7.139 Authentication unsuccessful. Vielleicht: basic authentication is disabled',
      ['535-5-7-139'],
    ],
    [
      'a reason behind the server’s name',
      '535 5.7.139 Authentication unsuccessful [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM] security defaults',
      ['535-5-7-139'],
    ],
  ])('%s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe('numbers without AADSTS', () => {
  it.each<[string, string, readonly string[]]>([
    ['the German sign-in log', 'Fehlercode für Anmeldung\t53003', ['aadsts53003']],
    [
      'the English sign-in log',
      'Sign-in error code\t53003\nFailure reason\tAccess has been blocked by Conditional Access policies.',
      ['aadsts53003'],
    ],
    ['the log line by line', 'Sign-in error code\n700016\nFailure reason', ['aadsts700016']],
    ['a number that only the log has', 'Sign-in error code: 50161', ['?50161']],
    ['a sign-in that succeeded', 'Sign-in error code\t0', []],
    [
      'the log as it is saved',
      `"Date (UTC)","Request ID","User","Sign-in error code","Failure reason"\n"2026-11-20T08:15:30Z","${trace}","Muster, Max","53003","Access has been blocked"\n"2026-11-20T08:16:30Z","${trace}","Muster, Max","0","Other."\n"2026-11-20T08:17:30Z","${trace}","Muster, Max","50126",""`,
      ['aadsts53003', 'aadsts50126'],
    ],
    [
      'the German log with semicolons',
      'Datum;Benutzer;Fehlercode für Anmeldung;Grund\n20.11.2026;Max;7000215;x',
      ['aadsts7000215'],
    ],
    ['a table with tabs', 'User\tSign-in error code\tReason\r\nMax\t65001\tx', ['aadsts65001']],
    [
      'the log in JSON',
      `{"correlationId":"${trace}","status":{"errorCode":53003,"failureReason":"x"}}`,
      ['aadsts53003'],
    ],
    ['words of OAuth without „error“', 'Fehler: invalid_grant', ['error=invalid_grant']],
    ['an exception', 'OAuthException: invalid_grant (400)', ['error=invalid_grant']],
    ['a class of that name', 'my-invalid_grant_handler', []],
    ['words that others use too', 'access_denied server_error @login_required', []],
    [
      'a word behind „error“ before one without',
      'invalid_client … error=invalid_scope',
      ['error=invalid_scope'],
    ],
    ['a blocked tenant', '550 5.7.124 Service unavailable. Access denied', ['?550 5.7.124']],
    ['a busy server', 'Antwort: 432 4.3.2 Concurrent connections limit exceeded', ['432-4-3-2']],
    ['a failure for now', '454 4.7.0 Temporary authentication failure', ['?454 4.7.0']],
    [
      'a status as Python prints it',
      "(550, b'5.1.10 RESOLVER.ADR.RecipientNotFound')",
      ['?550 5.1.10'],
    ],
    ['the same status twice', '550-5.7.124 a\r\n550 5.7.124 b', ['?550 5.7.124']],
    ['a status of two classes', '550 4.7.0', []],
    ['a port and a version', 'Port 587 5.7.1, Modul 550 5.7.1.2', []],
    [
      'a status in a line that is known',
      '554 5.2.252 SendAsDenied\n550 5.7.124 Access denied',
      ['send-as-denied', '?550 5.7.124'],
    ],
    ['a code that a mail breaks', 'AADSTS7000=\r\n215: Invalid client secret', ['aadsts7000215']],
    [
      'a code that a mail breaks behind a known one',
      'AADSTS50011=\n3: No reply address',
      ['aadsts500113'],
    ],
    ['the beginning of a code besides', 'AADSTS7000 … AADSTS7000215', ['aadsts7000215']],
  ])('%s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it.each([
    ['the code in the query', `${uri}?code=1.AXkAq1b2C3d4E5f6G7h8I9j0&state=12345`, true],
    ['the code in the fragment', `${uri}#code=1.AXkAq1b2C3d4E5f6G7h8I9j0&state=12345`, true],
    ['an error besides', `${uri}?code=1.AXkAq1b2C3d4E5f6G7h8I9j0&error=access_denied`, false],
    ['a code of Microsoft besides', `${uri}?code=1.AXkAq1b2C3d4E5f6G7h8I9j0 AADSTS65001`, false],
    [
      'an address that only asks for a code',
      'https://muster.example/?response_type=code&x=1',
      false,
    ],
    ['another code', 'https://muster.example/?code=4711', false],
    ['no address', 'code=1.AXkAq1b2C3d4E5f6G7h8I9j0', false],
  ])('a sign-in that succeeded: %s', (_, text, signedIn) => {
    expect(decode(text, catalogue).signedIn).toBe(signedIn);
  });
});

describe('a number that a picture or a copy has damaged', () => {
  it.each<[string, string, readonly string[]]>([
    ['letters within the number', 'AADSTS5OO11', []],
    ['a letter in the number, which begins like another', 'AADSTS70002l5', []],
    ['a stroke within the number', 'AADSTS70001|2', []],
    ['a letter for the last digit', 'AADSTS5001l', []],
    ['a letter for the last digit of a number that goes on like another', 'AADSTS70002l: x', []],
    ['letters for the name', 'AAD5T5700016 MDSTS65001', []],
    ['blanks within the number', 'AADSTS 700 016:', ['aadsts700016']],
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
    ['a word at the code', 'AADSTS50011Bitte', ['aadsts50011']],
    ['a word at the code all of whose letters look like digits', 'AADSTS50011Bis', ['aadsts50011']],
    ['a word behind the code all of whose letters do', 'AADSTS75011 Sil', ['?75011']],
    [
      'one digit lost of what may be a whole number',
      "AADSTS700021: … 'client_assertion' or 'client_secret'",
      ['?700021 aadsts7000215'],
    ],
    ['a status with a letter and a blank', '535 5. 7.l39 Auth', []],
    ['UTF-16 with its zeros', 'A\0A\0D\0S\0T\0S\x005\x000\x000\x001\x001\0', ['aadsts50011']],
  ])('%s', (_, text, ids) => {
    expect(found(text)[0]?.split(' ')[0]).toBe(ids[0]?.split(' ')[0]);
    const [guess] = found(text);
    for (const id of ids[0]?.split(' ').slice(1, 2) ?? []) expect(guess).toContain(id);
    expect(found(text).length).toBe(ids.length);
  });
});

describe('what else a message holds', () => {
  const message = `AADSTS700016: Application with identifier '${app}' was not found in the directory 'Muster GmbH'. Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-11-20 08:15:30Z`;

  it('IDs, time, app, tenant and account are set out for support', () => {
    const account = `${message} User account 'post@muster.example' in tenant 'muster.example'`;
    expect(decode(account, catalogue).details).toEqual([
      { kind: 'trace', value: trace },
      { kind: 'correlation', value: correlation },
      { kind: 'time', value: '2026-11-20 08:15:30Z' },
      { kind: 'app', value: app },
      { kind: 'tenant', value: 'muster.example' },
      { kind: 'mailbox', value: 'post@muster.example' },
    ]);
  });

  it('a tenant is an ID or a domain: any other name may be anything', () => {
    const details = decode(message, catalogue).details.map(({ kind }) => kind);
    expect(details).toEqual(['trace', 'correlation', 'time', 'app']);
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
    [
      'two errors, of which each lacks something',
      `08:00 AADSTS65001: x Correlation ID: ${correlation} Timestamp: 2026-11-18 08:00:00Z\n09:00 AADSTS7000215: y '${app}' Trace ID: ${trace} Correlation ID: ${tenant} Timestamp: 2026-11-20 09:00:00Z`,
      { correlation, time: '2026-11-18 08:00:00Z' },
    ],
    [
      'the same error twice, the second time with more',
      `AADSTS65001 Correlation ID: ${correlation}\nAADSTS65001 Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-11-20 09:00:00Z`,
      { trace, correlation, time: '2026-11-20 09:00:00Z' },
    ],
    [
      'two of Microsoft’s pages, with the message at the end',
      `Request Id: ${trace}\nTimestamp: 2026-11-20T08:15:30Z\nMessage: AADSTS50011: a\nRequest Id: ${correlation}\nCorrelation Id: ${tenant}\nMessage: AADSTS65001: b`,
      { request: trace, time: '2026-11-20T08:15:30Z' },
    ],
    [
      'a time before the IDs',
      `Date: 2026-11-19 07:00:00\nAADSTS65001 Trace ID: ${trace} Timestamp: 2026-11-20 09:00:00Z`,
      { trace, time: '2026-11-20 09:00:00Z' },
    ],
    [
      'the sign-in log of the portal',
      `Request ID\t${trace}\nCorrelation ID\t${correlation}\nDirectory ID: ${tenant}`,
      { request: trace, correlation, tenant },
    ],
    [
      'a folder',
      String.raw`AADSTS50011 Verzeichnis "C:\Users\max.meier\Flowfact" nicht gefunden`,
      {},
    ],
    ['a folder without a path', 'Directory "src" not found', {}],
  ])('%s', (_, text, details) => {
    const given = supportDetails(text).map(({ kind, value }) => [kind, value] as const);
    expect(Object.fromEntries(given)).toEqual(details);
  });

  it('details of several events are never mixed', () => {
    const labelOf = (value: string, values: readonly string[]): string => {
      if (value.startsWith('2026-')) return 'Timestamp';
      return value === values[0] ? 'Trace ID' : 'Correlation ID';
    };
    const event = fc
      .tuple(fc.uuid(), fc.uuid(), fc.integer({ min: 10, max: 59 }), fc.subarray([1, 2]))
      .map(([one, other, minute, more]) => [
        one,
        ...[other, `2026-11-20 08:${String(minute)}:00Z`].filter((_, at) => more.includes(at + 1)),
      ]);
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), (events) => {
        const lines = events.map((values) =>
          values.map((each) => `${labelOf(each, values)}: ${each}`).join(' '),
        );
        const text = lines.map((line) => `AADSTS65001: x ${line}`).join('\n');
        expect(supportDetails(text).map(({ value }) => value)).toEqual(events[0]);
      }),
    );
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
    expect(lookUpAddress('50011')).toBe('https://login.microsoftonline.com/error?code=50011');
  });
});

describe('whatever is pasted', () => {
  const near = anyText(
    ...Object.values(file).map(({ sample }) => sample),
    'AADSTS',
    'error=',
    'error_codes":[',
    'Sign-in error code\t53003',
    '"Sign-in error code","a"\n53003,',
    '550 5.7.124 ',
    '535 5. 7.l39',
    'AADSTS7000=\n215',
    'https://muster.example/?code=1.AXkAq1b2C3d4E5f6G7h8I9j0',
    'Trace ID: 11112222-3333-4444-5555-666677778888',
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
    expect(findings.map(short)).toEqual([
      'aadsts50011',
      'aadsts65001',
      'need-admin-approval',
      'aadsts90002',
    ]);
    expect(truncated).toBe(true);
    expect(text.length).toBeLessThan(2 * readAtEachEnd + 5000);
    expect(decode('AADSTS50011', catalogue).truncated).toBe(false);
  });

  it.each<[string, string]>([
    ['a1 NO AUTHENTICATE failed.', 'imap-authenticate-failed'],
    ['a1 NO LOGIN failed.', 'imap-login-failed'],
    ['{"error":{"code":"ErrorAccessDenied"}}', 'graph-access-denied'],
    ['{"error_codes":[7000215]}', 'aadsts7000215'],
    ['535 5.7.3 Authentication unsuccessful', '535-5-7-3'],
    ['550 5.7.124 Access denied', '?550 5.7.124'],
    ['Fehler: invalid_grant', 'error=invalid_grant'],
  ])('in the middle of a log %s is read', (line, id) => {
    const log = '2026-11-20 08:15:30 10.5.7.57 Verbindung\n'.repeat(8000);
    const repeated = '2026-11-20 08:15:30 AADSTS\n'.repeat(8000);
    expect(found(`${log}${line}\n${repeated}${log}`)).toEqual([id]);
  });

  it('what a log repeats does not hide what comes behind it', () => {
    const line = 'AADSTS50011: The redirect URI\n';
    const log = line.repeat(20_000);
    expect(found(`${log}AADSTS65001\n${log}`)).toEqual(['aadsts50011', 'aadsts65001']);
  });

  it.each(
    Object.values(file)
      .filter(({ code }) => !code.startsWith('AADSTS'))
      .map(({ sample }) => sample),
  )('in the middle of a log the sample of the catalogue is read: %s', (sample) => {
    const log = 'Verbindung aufgebaut\n'.repeat(8000);
    expect(found(`${log}${sample}\n${log}`)).toEqual(found(sample));
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
      'AADSTSS',
      'AADSTS5=\n',
      '535 5. 7.',
      '550 5.7.124 ',
      'port 995 ',
      'IMAP LOGIN ',
      'mailbox ',
      'approval required ',
      'AADSTS50011 directory ',
      'Sign-in error code\t',
      'Sign-in error code,\n',
      'error code: 53003 ',
      '",',
      'https://a?',
      'Timestamp: 2026-11-20 08:15:30 AADSTS50011 ',
      '5.7.139 unsuccessful ',
      '5.7.139 ...',
      'oauth2 ',
      '401 ',
      'EWS ',
      'IMAP Kennwort ',
      'redirect URI ',
      "reply address 'a:b' does not ",
      '&state= ',
      '/.default IMAP.',
      'id_token\n',
      'AADSTS70002: Error validating credentials. ',
    ];
    const hostile = [...longTexts, ...pieces.map((piece) => piece.repeat(131_072 / piece.length))];
    for (const text of hostile) {
      const begun = performance.now();
      decode(text, catalogue);
      expect(performance.now() - begun, text.slice(0, 20)).toBeLessThan(1500);
    }
  });
});
