import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isErrorText } from '../../../src/domain/errors/error-text.ts';
import { anyText } from '../../fixtures/any-text.ts';

describe('a text', () => {
  it.each([
    ['with a number', 'AADSTS50011: The redirect URI does not match.'],
    ['with a status', '535 5.7.3 Authentication unsuccessful'],
    ['with a word of the standard', 'error=invalid_grant'],
    ['of an exception', 'MailKit.Security.AuthenticationException: Authentication failed.'],
    ['of a Python exception', "smtplib.SMTPAuthenticationError: (535, b'5.7.3')"],
    ['with the lines below an exception', 'Fehler\n   at MailKit.Net.Imap.ImapClient.Connect()'],
    ['of a mail server', '-ERR Logon failure: unknown user name or bad password.'],
    ['of a German program', 'Die Anmeldung ist fehlgeschlagen.'],
    ['of a German mail program', 'Der Server hat die Anmeldung abgelehnt.'],
    ['with a status of the web', 'Fehler 401 Unauthorized'],
    ['of a lost connection', 'The operation timed out.'],
  ])('%s is an error message', (_, text) => {
    expect(isErrorText(text)).toBe(true);
  });

  it.each([
    ['of permissions', 'Mail.Send (Application)\nSMTP.Send (Delegated)'],
    ['of addresses', 'SPA\nhttps://muster.ipmcloud.de'],
    ['of a form', 'SMTP Server: smtp.office365.com\nSMTP Port: 587\nVerschlüsselung: STARTTLS'],
    ['of a setting', 'SmtpClientAuthenticationDisabled : False'],
    ['of a policy', 'AllowBasicAuthSmtp : False'],
    [
      'of the overview page',
      'Anzeigename\niPM-Cloud\nUnterstützte Kontotypen\nNur meine Organisation',
    ],
    ['of a question', 'Wo finde ich die Umleitungs-URI?'],
    ['of a port in a sentence', 'Das Senden geht über Port 587.'],
  ])('%s is none', (_, text) => {
    expect(isErrorText(text)).toBe(false);
  });

  it('is answered, whatever it is', () => {
    fc.assert(
      fc.property(anyText('Exception: ', 'AADSTS5', '   at a.b(', 'Anmeldung '), (text) => {
        expect(typeof isErrorText(text)).toBe('boolean');
      }),
    );
  });
});
