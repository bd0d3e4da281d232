import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorsSchema } from '../../../src/content-model/errors.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import {
  coveredLines,
  nearestLines,
  redact,
  redactionKinds,
  type RedactionChoice,
} from '../../../src/domain/secrets/redact.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const samples = errorsSchema.parse(parse(readContent().get('errors/errors.yml') ?? ''));
const all: RedactionChoice = { mail: true, ids: true };
const shared: RedactionChoice = { mail: true, ids: false };
const id = '00001111-aaaa-2222-bbbb-3333cccc4444';
/** Made up, in the forms that Microsoft uses. */
const secret = ['Ab1', '8', 'Q', '~made.up_value-0123456789abcdefghijk'].join('');
const jwt = 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJtdXN0ZXIifQ.c2lnbmF0dXJl';
const code = `0.AAAA${'b1C2'.repeat(30)}`;

function shown(text: string, choice: RedactionChoice): string {
  return redact(text, choice)
    .map((piece) => (piece.kind === 'plain' ? piece.text : `[${piece.hidden}]`))
    .join('');
}

describe('a text whose lines may be passed on', () => {
  it.each([
    ['a mail address', 'Konto post@muster.example fehlt', 'Konto [mail] fehlt'],
    ['an encoded mail address', 'login_hint=post%40muster.example&x=1', 'login_hint=[mail]&x=1'],
    ["a guest's name", 'a_b.example#EXT#@muster.onmicrosoft.com', '[mail]'],
    ['a mail address in angle brackets', 'Muster <post@muster.example>', 'Muster <[mail]>'],
    ['a one-time code in an address', `?code=${code}&state=1`, '?code=[code]&state=1'],
    ['a one-time code in JSON', `{"code":"${code}"}`, '{"code":"[code]"}'],
    ["Graph's own code, which stays", '"code":"ErrorAccessDenied"', '"code":"ErrorAccessDenied"'],
    ['a device code', 'device_code=ABC123&x=1', 'device_code=[code]&x=1'],
    ['a user code in a sentence', 'enter the code BCDF23GHJ to', 'enter the code [code] to'],
    [
      'a user code in a German sentence',
      'geben Sie den Code „BCDF23GHJ“ ein',
      'geben Sie den Code „[code]“ ein',
    ],
    [
      'a token that a terminal breaks into lines',
      `{"token":\n${jwt}${'Zm9v-_'.repeat(20)}\n${'Zm9v-_'.repeat(9)}\nZm9vZm9v\nEnde`,
      '{"token":\n[token]\nEnde',
    ],
    ['a token', `access_token=${jwt}`, 'access_token=[token]'],
    ['a token in JSON', `"refresh_token": "1.AAAA-xyz_9"`, '"refresh_token": "[token]"'],
    ['a token in a header', `Authorization: Bearer ${jwt}`, 'Authorization: Bearer [token]'],
    ['a token before an error', `${jwt} AADSTS50011 Error`, '[token] AADSTS50011 Error'],
    ['a token by itself', `Token ${jwt} abgelehnt`, 'Token [token] abgelehnt'],
    ['an opaque token by itself', `x ${code} y`, 'x [token] y'],
    ['a sign-in to SMTP', 'AUTH XOAUTH2 dXNlcj1wb3N0QG11c3Rlcg==', 'AUTH XOAUTH2 [token]'],
    ['the second line of it', '334 dXNlcj1wb3N0QG11c3RlcgFhdXRoPUJ=', '334 [token]'],
    ['a password for POP', 'USER post\r\nPASS geheim1!', 'USER post\r\nPASS [secret]'],
    ['a password for IMAP', 'a1 LOGIN post@muster.example geheim1', 'a1 LOGIN [mail] [secret]'],
    ['a password with a blank for POP', 'PASS geheim 1!\n+OK', 'PASS [secret]\n+OK'],
    [
      'a quoted password with a blank for IMAP',
      'C: a1 LOGIN "post@muster.example" "geheim 1!"\nS: a1 OK',
      'C: a1 LOGIN "[mail]" [secret]\nS: a1 OK',
    ],
    ['a password of a user without domain', 'a1 LOGIN info geheim1', 'a1 LOGIN info [secret]'],
    ["a server's refusal, which stays", 'a1 NO LOGIN failed.', 'a1 NO LOGIN failed.'],
    [
      'user name and password after AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6\nC: aW5mbw==\nS: 334 UGFzc3dvcmQ6\nC: R2VoZWltMTIzIQ==\nS: 535 5.7.139 no',
      'S: 334 VXNlcm5hbWU6\nC: [secret]\nS: 334 UGFzc3dvcmQ6\nC: [secret]\nS: 535 5.7.139 no',
    ],
    [
      'the same as PHPMailer prints it',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: R2VoZWlt\nSERVER -> CLIENT: 535 5.7.3',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: [secret]\nSERVER -> CLIENT: 535 5.7.3',
    ],
    [
      'quoted values to their closing quote',
      '{"password":"geheim 1","client_secret":"ab,cd;ef"}',
      '{"password":"[secret]","client_secret":"[secret]"}',
    ],
    ['a copied table', 'OAuth 2.0 Client Secret\tgeheimAlt==', 'OAuth 2.0 Client Secret\t[secret]'],
    ['a secret', `Wert ${secret}.`, 'Wert [secret]'],
    ['a secret in an address', `client_secret=${secret}&x=1`, 'client_secret=[secret]&x=1'],
    ['an older secret by its name', 'client_secret=abcDEF/123=&x=', 'client_secret=[secret]&x='],
    ['a password by its German name', 'Kennwort: Sommer2026', 'Kennwort: [secret]'],
    ['an ID', `App ${id} fehlt`, 'App [id] fehlt'],
    ['a line of hyphens, which stays', '-'.repeat(100), '-'.repeat(100)],
    [
      'a long encoded sentence, which stays',
      'AADSTS50011%3a+The+redirect+URI+%27x%27+specified+in+the+request+does+not+match+the+redirect+URIs',
      'AADSTS50011%3a+The+redirect+URI+%27x%27+specified+in+the+request+does+not+match+the+redirect+URIs',
    ],
    [
      'a sentence on secrets, which stays',
      'AADSTS7000215: Invalid client secret provided.',
      'AADSTS7000215: Invalid client secret provided.',
    ],
    [
      'a sentence on Basic authentication, which stays',
      'basic authentication is disabled',
      'basic authentication is disabled',
    ],
    [
      'the code of an error, which stays',
      'Suchen Sie den Code AADSTS50011, Kennwort: AADSTS50126',
      'Suchen Sie den Code AADSTS50011, Kennwort: AADSTS50126',
    ],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(text, all)).toBe(expected);
  });

  it('keeps IDs where they are wanted, for they are no secret', () => {
    expect(shown(`${id} post@muster.example`, shared)).toBe(`${id} [mail]`);
  });
});

/** What a table of texts shows: what each is, the text, and what is shared of it. */
type Row = readonly [string, string, string];

describe('a sign-in to a mail server in a log', () => {
  it.each<Row>([
    [
      'with times and tabs',
      '2026-11-20 08:15:30\tSERVER -> CLIENT: 334 UGFzc3dvcmQ6\n2026-11-20 08:15:30\tCLIENT -> SERVER: U29tbWVyMjAyNiE=\n2026-11-20 08:15:31\tSERVER -> CLIENT: 535 5.7.139 no',
      '2026-11-20 08:15:30\tSERVER -> CLIENT: 334 UGFzc3dvcmQ6\n2026-11-20 08:15:30\tCLIENT -> SERVER: [secret]\n2026-11-20 08:15:31\tSERVER -> CLIENT: 535 5.7.139 no',
    ],
    [
      "in a page's source",
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6<br>CLIENT -> SERVER: U29tbWVyMjAyNiE=<br>SERVER -> CLIENT: 535 no',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6<br>CLIENT -> SERVER: [secret]<br>SERVER -> CLIENT: 535 no',
    ],
    [
      'with the time behind who speaks',
      'S: 2026-11-20T08:15:30Z 334 UGFzc3dvcmQ6\nC: 2026-11-20T08:15:30Z U29tbWVyMjAyNiE=',
      'S: 2026-11-20T08:15:30Z 334 UGFzc3dvcmQ6\nC: 2026-11-20T08:15:30Z [secret]',
    ],
    [
      'with a part before who speaks',
      'I/SMTP S: 334 UGFzc3dvcmQ6\nI/SMTP C: U29tbWVyMjAyNiE=\nI/SMTP S: 535 5.7.3',
      'I/SMTP S: 334 UGFzc3dvcmQ6\nI/SMTP C: [secret]\nI/SMTP S: 535 5.7.3',
    ],
    [
      'of Python',
      String.raw`send: 'AUTH LOGIN aW5mb0BtdXN0ZXI=\r\n'
reply: b'334 UGFzc3dvcmQ6\r\n'
reply: retcode (334); Msg: b'UGFzc3dvcmQ6'
send: 'U29tbWVyMjAyNiE=\r\n'
reply: b'535 5.7.139 no\r\n'`,
      String.raw`send: 'AUTH LOGIN [secret]\r\n'
reply: b'334 UGFzc3dvcmQ6\r\n'
reply: retcode (334); Msg: b'UGFzc3dvcmQ6'
send: [secret]
reply: b'535 5.7.139 no\r\n'`,
    ],
    [
      'of the client alone',
      'CLIENT -> SERVER: AUTH LOGIN\nCLIENT -> SERVER: aW5mbw==\nCLIENT -> SERVER: U29tbWVyMjAyNiE=\nCLIENT -> SERVER: QUIT',
      'CLIENT -> SERVER: AUTH LOGIN\nCLIENT -> SERVER: [secret]\nCLIENT -> SERVER: [secret]\nCLIENT -> SERVER: QUIT',
    ],
    [
      'of IMAP with a part before',
      '12:00:01 [IMAP] >> a2 LOGIN "MUSTER\\info" "Sommer2026!"\n12:00:02 [IMAP] << a2 NO LOGIN failed.',
      '12:00:01 [IMAP] >> a2 LOGIN "MUSTER\\info" [secret]\n12:00:02 [IMAP] << a2 NO LOGIN failed.',
    ],
    [
      'of IMAP by literals',
      'C: a1 LOGIN {4}\nS: + Ready\nC: info {10}\nS: + Ready\nC: Sommer2026\nS: a1 NO LOGIN failed.',
      'C: a1 LOGIN {4}\nS: + Ready\nC: [secret]\nS: + Ready\nC: [secret]\nS: a1 NO LOGIN failed.',
    ],
    ['of POP in small letters', 'C: pass Sommer 2026!', 'C: pass [secret]'],
  ])('%s', (_, text, expected) => {
    expect(shown(text, shared)).toBe(expected);
  });
});

describe('secrets after a blank that does not break', () => {
  it.each([
    ['Clientschl&#252;ssel:&nbsp;hunter2'],
    ['&quot;Kennwort&quot;:&nbsp;hunter2'],
    ['App-K\\u0065nnwort:&nbsp;hunter2'],
    ['Kennwort%26%2358%3B%26nbsp%3Bhunter2'],
    ['Kennwort:\u00A0hunter2'],
    ['Kennwort:\u202Fhunter2'],
  ])('%s', (text) => {
    expect(shown(text, all)).not.toContain('hunter2');
  });

  it('and one-time codes', () => {
    expect(shown('Best&#228;tigungscode:&nbsp;123&nbsp;456', all)).not.toMatch(/123|456/);
  });
});

describe('secrets by name and by form', () => {
  it.each<Row>([
    [
      'JSON within JSON',
      String.raw`{"Body":"{\"username\":\"x\",\"password\":\"Sommer2026!\"}","Error":"AADSTS50126"}`,
      String.raw`{"Body":"{\"username\":\"x\",\"password\":\"[secret]\"}","Error":"AADSTS50126"}`,
    ],
    [
      'as a mail is encoded',
      'client_secret=3Dabcdefghijklmnop=\nqrstuvwxyz12345\nEnde',
      'client_secret=[secret]\nEnde',
    ],
    [
      "today's form as a mail breaks it",
      `x ${secret.slice(0, 20)}=\n${secret.slice(20)}\nEnde`,
      'x [secret]\nEnde',
    ],
    [
      'an encoded form',
      'body=grant_type%3Dpassword%26username%3Dinfo%2540muster.example%26password%3DSommer2026%2521%26scope%3Dx',
      'body=grant_type%3Dpassword%26username%3D[mail]%26password%3D[secret]%26scope%3Dx',
    ],
    [
      'names put together',
      '{"smtpPassword":"Sommer1!","mailPwd":"S2","pass":"S3","refreshToken":"0.AXk","port":587}',
      '{"smtpPassword":"[secret]","mailPwd":"[secret]","pass":"[secret]","refreshToken":"[token]","port":587}',
    ],
    [
      'opaque tokens without a name',
      'Mit 0.AXkAQPwpa0fK und EwBoA8l6BAAUkj1NuJYtTVha ging es nicht',
      'Mit [token] und [token] ging es nicht',
    ],
    [
      'name and value in two attributes',
      '<add key="SmtpPassword" value="Sommer2026!"/><add key="Server" value="smtp.muster.example"/>',
      '<add key="SmtpPassword" value="[secret]"/><add key="Server" value="smtp.muster.example"/>',
    ],
    [
      'var_dump of PHP',
      '["client_secret"]=>\n  string(12) "Abc123geheim"\n["host"]=>\n  string(3) "abc"',
      '["client_secret"]=>\n  string(12) "[secret]"\n["host"]=>\n  string(3) "abc"',
    ],
    [
      'print_r of PHP',
      '[password] => Sommer2026!\n[port] => 1',
      '[password] => [secret]\n[port] => 1',
    ],
    [
      'an array of PHP',
      "'password' => 'Sommer!', 'a' => 'b'",
      "'password' => '[secret]', 'a' => 'b'",
    ],
    [
      'a secure string of PowerShell',
      "ConvertTo-SecureString 'Abc123geheim' -AsPlainText",
      "ConvertTo-SecureString '[secret]' -AsPlainText",
    ],
    [
      'parameters of PowerShell',
      './x.ps1 -ClientSecret Abc123geheim -Password Sommer! -Server muster.example',
      './x.ps1 -ClientSecret [secret] -Password [secret] -Server muster.example',
    ],
    ['curl', `curl -u "${id}:Geheim.Nr17Xy" x`, `curl -u "${id}:[secret]" x`],
    [
      'curl with a mail address',
      'curl --user a@muster.example:Sommer!',
      'curl --user [mail]:[secret]',
    ],
    ['user and password in an address', 'https://x:Sommer!@muster.example/a', 'https://x:[mail]/a'],
    [
      'a call with user and password',
      'server.login("info@muster.example", "Sommer2026!xy")',
      'server.login("[mail]", "[secret]")',
    ],
    [
      'a password of several words',
      'Kennwort: Mein langes 1\nPort: 1',
      'Kennwort: [secret]\nPort: 1',
    ],
    [
      'a label behind another',
      'Benutzer: info, Kennwort: Mein langes 1, Port: 587',
      'Benutzer: info, Kennwort: [secret], Port: 587',
    ],
    ['a word of an error in it', 'Kennwort: Mein Error 2026', 'Kennwort: [secret]'],
    [
      'a cookie of an archive',
      '{"name":"Cookie","value":"a=b; c=d"}',
      '{"name":"Cookie","value":"[token]"}',
    ],
    ['an app password', 'App password: abcd efgh ijkl mnop', 'App password: [secret]'],
    ['a password with &', 'password=Som&mer2026', 'password=[secret]'],
    ['a password with ; and ,', 'Password: Som;mer,2026!', 'Password: [secret]'],
    [
      'a password with a quotation mark',
      '"password":"So\\"mmer","a":1',
      '"password":"[secret]","a":1',
    ],
    ['a value below its label', 'Kennwort\nSommer 1\nServer\nx', 'Kennwort\n[secret]\nServer\nx'],
    [
      'a secret below its label',
      'OAuth 2.0 Client Secret\nAbc123geheim',
      'OAuth 2.0 Client Secret\n[secret]',
    ],
    ['a label with brackets', 'Client secret (value): a1', 'Client secret (value): [secret]'],
    [
      'a German label',
      'Geheimer Clientschlüssel (Wert): a1',
      'Geheimer Clientschlüssel (Wert): [secret]',
    ],
    ['a label with a hyphen', 'App-Kennwort: ab cd', 'App-Kennwort: [secret]'],
    ['a passphrase', 'Passphrase: ab cd', 'Passphrase: [secret]'],
    ['a sentence', 'Das Kennwort lautet Sommer2026!', 'Das Kennwort lautet [secret]'],
    [
      'a table of a page',
      '<td>Kennwort</td><td>Sommer!</td>',
      '<td>Kennwort</td><td>[secret]</td>',
    ],
    ['a page with a colon', '<b>Kennwort:</b> Sommer!', '<b>Kennwort:</b> [secret]'],
    ['an element', '<password>Sommer!</password>', '<password>[secret]</password>'],
    ['a user code by its label', 'User code: F7QK9LMN2', 'User code: [code]'],
    [
      'a code in a sentence',
      'Authorization code received: 1.AXkAQPwpa0fK',
      'Authorization code received: [code]',
    ],
    ['a short code in an address', '/?code=0.AXkAQ-short&state=1', '/?code=[code]&state=1'],
    ['cookies', 'Cookie: ESTSAUTH=a; buid=0.AXC; fpc=b\nHost: x', 'Cookie: [token]\nHost: x'],
    ['cookies that are set', 'Set-Cookie: x=1; esctx=PAQAB1; path=/', 'Set-Cookie: [token]'],
    [
      'a private key',
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END',
      '-----BEGIN PRIVATE KEY-----[secret]-----END',
    ],
    ['a mail address in HTML', 'max.meier&#64;muster.example', '[mail]'],
    ['a mail address in a mail', 'max.meier=40muster.example', '[mail]'],
    ['a mail address in JSON', String.raw`max.meier\u0040muster.example`, '[mail]'],
    ['a mail address encoded twice', 'max.meier%2540muster.example', '[mail]'],
    [
      'a secret before an error',
      'Password: Sommer 1 535 5.7.139 Authentication unsuccessful',
      'Password: [secret] 535 5.7.139 Authentication unsuccessful',
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text, shared)).toBe(expected);
  });
});

const pass = 'Sommer#2026!Haus';
/** Without a sign that would give it away by itself. */
const plain = 'geheim2026';
/** As secrets looked before there was a form of their own; made up. */
const old = 'Zx9/kLm+pQ2rTv4wYb6nCd8eFg1hJk3m=';
const seed = 'JBSWY3DPEHPK3PXP';

describe('nothing of a secret is in any line that may be ticked', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'arrays and constants of PHP',
      `'oauth' => [ 'clientSecret' => '${old}' ], 'smtp' => array('user' => 'post', 'pass' => '${pass}')\ndefine('SMTP_PASSWORD', '${pass}');\ndefine("MS_CLIENT_SECRET", "${old}");`,
      [pass, old],
    ],
    [
      'an export of Postman, the value behind its name or before it',
      `{"oauth2":[{"key":"clientSecret","value":"${old}"},{"key":"accessToken","value":"opaque-Token-1234567"}],"urlencoded":[{"value":"${pass}","key":"password","type":"text"}]}`,
      [pass, old, 'opaque-Token'],
    ],
    [
      'credentials of .NET, PowerShell and Java',
      `New-Object System.Net.NetworkCredential("post@muster.example", "${plain}1")\n[PSCredential]::new('post', ('${plain}2' | ConvertTo-SecureString -AsPlainText -Force))\nnew PasswordAuthentication("post", "${plain}3")\nauth=("post", "${plain}4")`,
      [plain],
    ],
    [
      'XML over several lines',
      `<Account><Name>post</Name><Password>\n  ${plain}\n</Password><ClientSecret><![CDATA[${old}]]></ClientSecret></Account>`,
      [plain, old],
    ],
    ['a tag with the value first', `<input value="${plain}" type="password">`, [plain]],
    ['YAML over several lines', `password: |\n  ${plain}\nport: 587`, [plain]],
    [
      'signed links',
      'https://muster.blob.core.windows.net/logs/a.txt?sp=r&sr=b&sig=mAdEuP%2Fsig0123456789abcdef%3D\nhttps://muster.example/x?X-Amz-Signature=0123456789abcdef',
      ['mAdEuP%2Fsig', 'sig0123456789', '0123456789abcdef'],
    ],
    [
      'cookies that no header names',
      'ESTSAUTHLIGHT=+12345678-aaaa; CCState=Q2xhaW1zTWFkZVVw; MUID=1A2B3C; .AspNetCore.Cookies=CfDJ8MadeUpCookie\nPHPSESSID=abc123def456; lang=de\nJSESSIONID=0A1B2C3D\nconnect.sid=s%3Aabc.def; theme=dark',
      ['CfDJ8', 'Q2xhaW', '12345678-aaaa', 'abc123def456', '0A1B2C3D', 's%3Aabc'],
    ],
    [
      'codes out of a text message or of an app',
      'Ihr Microsoft-Sicherheitscode lautet: 483920\nUse verification code 739201 for Microsoft authentication.\nBestätigungscode 556677\nG-118822 is your verification code.\nYour Microsoft verification code is 739 202\nDer Einmalcode für die Anmeldung lautet 192837.\nWiederherstellungscode: ABCDE-12345-FGHIJ\nGerätecode: F7QK9LMN2\nDevice code F7QK9LMN3 expires\nPIN: 4711',
      '483920 739201 556677 118822 739|202 192837 ABCDE-12345 F7QK9LMN2 F7QK9LMN3 4711'
        .split(' ')
        .map((one) => one.replace('|', ' ')),
    ],
    [
      'seeds for one-time codes',
      `otpauth://totp/Microsoft:post@muster.example?secret=${seed}&issuer=Microsoft\nTOTP-Seed: ${seed}\nGeheimer Schlüssel: jbsw y3dp ehpk 3pxp\nSecret key: JBSW Y3DP EHPK 3PXQ\nGeben Sie ${seed} in die App ein\nEinrichtungsschlüssel: abcd efgh ijkl mnop`,
      [seed, 'jbsw y3dp', 'JBSW Y3DP', 'abcd efgh'],
    ],
    [
      'a user and a password side by side',
      `Zugangsdaten: post@muster.example / ${plain}1\nBenutzer/Kennwort: post/${plain}2\nLogin: post@muster.example ${plain}3\npost@muster.example:${plain}4\npost@muster.example | ${plain}5\nAnmeldung mit ${pass} schlägt fehl`,
      [plain, pass],
    ],
    [
      'columns below a name',
      [
        `email;password;server\npost@muster.example;${plain}1;smtp.office365.com`,
        `"user","client_secret"\n"post","${plain}2"`,
        `User\tPassword\npost\t${plain}3`,
        `| User | Password |\n|------|----------|\n| post | ${plain}4 |`,
        `User     Password      Server\n----     --------      ------\npost     ${plain}5    x`,
        `<table><tr><th>User</th><th><b>Password</b></th></tr><tr><td>post</td><td><span>${plain}6</span></td></tr></table>`,
        `Benutzer;Kennwort;Port\npost;${plain};${plain};587`,
      ].join('\n\n'),
      [plain],
    ],
    [
      'variables of Python',
      `app = ConfidentialClientApplication(client_id, client_credential="${plain}", authority=a)\nclient_credential='${pass}'\nclient_credential = ${old}`,
      [plain, pass, old],
    ],
    [
      'commands',
      `mysql -u root -p${plain} db\nsshpass -p '${plain}' ssh x\nswaks --auth-user post --auth-password ${plain} --to x`,
      [plain],
    ],
    [
      'a user and a password without a colon',
      `Login/PW x / ${plain}1\nBenutzer / Kennwort post ${plain}2`,
      [plain],
    ],
    [
      'sentences that say whose password it is',
      `Das Kennwort für x ist "${plain}1"\nThe password for user x is „${plain}2“\nDas Kennwort für post@muster.example lautet ${plain}3.\nDas Passwort von Erika ist ${plain}4`,
      [plain],
    ],
    [
      'a token with blanks in it',
      `Bearer ${jwt.replaceAll('.', ' . ')}\n${jwt.replaceAll('.', '. ')}\n${jwt.replaceAll('.', ' .')}\n${jwt} SflKxwRJ5MeKKF2QT4`,
      ['eyJ', 'c2lnbmF0', 'SflKxwRJ'],
    ],
    [
      'tokens to renew others, whatever they look like',
      `refresh_token=${plain}1\ngrant_type=refresh_token&refresh_token=1//${plain}2&x=1\nrefresh_token=<${plain}3>\n"refreshToken" : "${plain} 4"\nREFRESH_TOKEN=M.C123_BAY.0.U.-${plain}5!def*ghi$$`,
      [plain, 'ghi$$'],
    ],
    ['a secret of an older form by itself', `Der Wert ist ${old} und geht nicht`, [old]],
    ['a session in hexadecimal digits', 'x 0a1b2c3d4e5f60718293a4b5c6d7e8f9 y', ['0a1b2c3d4e5f']],
  ])('%s', (_, text, secrets) => {
    const lines = coveredLines(text, all).map(({ pieces: line }) =>
      line.map((piece) => (piece.kind === 'plain' ? piece.text : `[${piece.hidden}]`)).join(''),
    );
    for (const one of secrets) expect(lines.join('\n')).not.toContain(one);
  });
});

describe('the lines of a text', () => {
  const text = `eins\n\n"password": "a\\nb", "x": 1\n${'Wort '.repeat(100)}\nfünf`;
  const lines = coveredLines(text, all);

  it('are those that hold something, with their places; long ones are cut', () => {
    expect(lines.map(({ start }) => text.slice(start, start + 4))).toEqual([
      'eins',
      '"pas',
      'Wort',
      'Wort',
      'fünf',
    ]);
  });

  it('are offered by how near they are to what was found, in their order', () => {
    expect(nearestLines(lines, [], 2)).toEqual([0, 1]);
    expect(nearestLines(lines, [text.indexOf('fünf')], 2)).toEqual([3, 4]);
    expect(nearestLines(lines, [0, text.indexOf('fünf')], 2)).toEqual([0, 4]);
    expect(nearestLines(lines, [0], 99)).toEqual([0, 1, 2, 3, 4]);
    expect(nearestLines([], [3], 2)).toEqual([]);
  });
});

describe('what the support needs stays', () => {
  it('in every sample of the catalogue', () => {
    for (const { sample } of Object.values(samples)) {
      expect(shown(sample, { mail: false, ids: false })).toBe(sample);
    }
  });

  it.each([
    `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${id}'.`,
    "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    'Client secret: The provided client secret keys are expired.',
    'AADSTS70016: Device code: authorization pending.',
    'Das Kennwort ist abgelaufen. Melden Sie sich bei https://outlook.office.com an.',
    'The basic permission is missing, and the bearer token-based one.',
    'Es fehlt das <b>Client Secret</b> und mehr',
    'Kennwort ist falsch',
    'Das Kennwort ist abgelaufen.',
    'Kennwort: ist abgelaufen',
    'Kennwort: (leer)',
    'password expired',
    'Das Kennwort für x ist abgelaufen',
    'Das Kennwort für Muster Mail ist seit dem 20.11.2026 abgelaufen',
    'User/Password for smtp.office365.com',
    'Benutzer/Kennwort falsch / Konto gesperrt',
    'a1 NO LOGIN failed.',
    '"code":"ErrorAccessDenied"',
    '{"error_codes":[7000215],"error_uri":"https://login.microsoftonline.com/error?code=7000215"}',
    '{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid."}',
    'code: 535',
    'smtp.office365.com:587 STARTTLS',
    `secret ID: ${id}`,
    'Invalid username or password\nTrace ID: 1111',
    'Benutzername und Kennwort\nAADSTS50126: Error validating credentials',
    'Kennwort\nKennwort vergessen?\nAnmelden',
    'Bitte ändern Sie das Kennwort und melden Sie sich erneut an.',
    'Das Geheimnis läuft am 2027-05-19 ab.',
    'client_secret_expires_at=0',
    'grant_type=password&response_type=token&x=1',
    '"token_type":"Bearer","expires_in":3599',
    '250-AUTH LOGIN XOAUTH2\n250 OK\n535 5.7.3 Authentication unsuccessful',
    'AUTH LOGIN\n535 5.7.139 Authentication unsuccessful',
    '334 Mails gesendet\nZeile zwei\nZeile drei',
    'WWW-Authenticate: Bearer realm="x", error="invalid_token"',
    '550 5.7.60 SMTP; Client does not have permissions [AM9PR04MB8604.eurprd04.prod.outlook.com 2026-11-20T08:15:30.123Z 08DE000000000001]',
    String.raw`at Microsoft.Identity.Client.OAuth2.TokenClient.SendAsync(IDictionary\`2 parameters) in D:\a\OAuth2\TokenClient.cs:line 122`,
    'MSAL.NetCore.4.61.3.0.MsalServiceException: ErrorCode: invalid_client',
    'Account: post, Port: 587',
    'Login: post failed from 10.0.0.1',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=x&scope=https%3A%2F%2Foutlook.office.com%2FSMTP.Send',
    'Content-Type: text/html; charset=utf-8; boundary=abc',
    'Received: from FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM (2603:10a6:d10:50::16)',
    'Fehlercode 50126 bei der Anmeldung',
    'smtp port 2525 auth mode',
  ])('%s', (text) => {
    expect(shown(text, shared)).toBe(text);
  });
});

/** Two halves, so that leaving one of them shows too. */
const halves = ['Xq7Geheim', 'Yw8Sommer'] as const;
const percent = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const html = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

type Wrappers = Readonly<Record<string, (value: string) => string>>;

/** In what a secret comes that fills its line or a few; each takes any value that it can hold at all. */
const lines: Wrappers = {
  'label behind another': (value) => `Benutzer: info Kennwort: ${value.replaceAll(/[,;]/g, '')}`,
  label: (value) => `Kennwort: ${value}`,
  'label behind a time': (value) => `2026-11-20 08:15:30 INFO Passwort: ${value}`,
  'label above': (value) => `Client secret\n${value}`,
  'label above with a colon': (value) => `App-Kennwort:\n${value}`,
  settings: (value) => `smtp_password=${value.replace(/["' ]/g, '')}`,
  'copied table': (value) => `Client Secret\t${value}`,
  'JSON in lines': (value) => JSON.stringify({ user: 'x', client_secret: value }, undefined, 2),
  'print_r of PHP': (value) => `[password] => ${value.replace(/["' ]/g, '')}`,
  'dialogue of SMTP': (value) => `S: 334 UGFzc3dvcmQ6\nC: ${base64(value)}\nS: 535 5.7.3 no`,
  'dialogue with a time': (value) =>
    `08:15:30\tSERVER -> CLIENT: 334 UGFzc3dvcmQ6\n08:15:30\tCLIENT -> SERVER: ${base64(value)}`,
  'dialogue of Python': (value) => String.raw`reply: b'334 UGFzc3dvcmQ6\r\n'
send: '${base64(value)}\r\n'`,
  'dialogue of IMAP': (value) => `C: a1 LOGIN info ${JSON.stringify(value)}\nS: a1 NO`,
  'dialogue of POP': (value) => `PASS ${value}\n-ERR`,
  cookie: (value) => `Set-Cookie: ESTSAUTH=${value}; path=/`,
};

/** In what a secret comes that has an end of its own, so that anything can stand beside it. */
const pieces: Wrappers = {
  JSON: (value) => JSON.stringify({ user: 'x', smtpPassword: value, port: 587 }),
  'JSON within JSON': (value) => JSON.stringify({ body: JSON.stringify({ password: value }) }),
  'JSON within that': (value) =>
    JSON.stringify({ log: JSON.stringify({ body: JSON.stringify({ password: value }) }) }),
  'JSON in a page': (value) => html(JSON.stringify({ user: 'x', refresh_token: value })),
  form: (value) => `grant_type=password&password=${percent(value)}&scope=x`,
  'encoded form': (value) => `body=${percent(`a=b&client_secret=${percent(value)}&scope=x`)}`,
  'form in HTML': (value) => `a=b&amp;client_secret=${percent(value)}&amp;scope=x`,
  'encoded JSON': (value) => `state=${percent(JSON.stringify({ password: value }))}`,
  attribute: (value) => `<add key="SmtpPassword" value="${html(value)}"/>`,
  element: (value) => `<password>${html(value)}</password>`,
  'table of a page': (value) => `<tr><td>Kennwort</td><td>${html(value)}</td></tr>`,
  'var_dump of PHP': (value) => `["password"]=>\n  string(19) ${JSON.stringify(value)}`,
  PowerShell: (value) => `./x.ps1 -ClientSecret ${JSON.stringify(value)} -Server x`,
  'secure string': (value) => `ConvertTo-SecureString ${JSON.stringify(value)} -AsPlainText`,
  Python: (value) => `server.login("info", ${JSON.stringify(value)})`,
  curl: (value) => `curl -u ${JSON.stringify(`info:${value}`)} https://muster.example`,
  'user in an address': (value) => `https://info:${percent(value)}@muster.example/`,
};

describe('whatever is redacted', () => {
  it('holds nothing of a token, a secret or a one-time code', () => {
    const around = anyText('client_secret=', '"', '&', ' ');
    const hidden = fc.constantFrom(
      `access_token=${jwt}`,
      `client_secret=${secret}`,
      `?code=${code}`,
    );
    fc.assert(
      fc.property(around, hidden, around, (before, held, after) => {
        const text = `${before} ${held} ${after}`;
        expect(shown(text, shared)).not.toContain(held.slice(held.indexOf('=') + 1));
      }),
    );
  });

  const sign = fc.stringMatching(/^[!#$%&*+,./:;<=>?@^_~"' -]{0,3}$/);
  const around = anyText('Kennwort', 'AADSTS50126', 'S: 250 OK', 'client_id=x&', '{"a":"b"}');

  it.each(Object.entries(lines))('holds neither half of a value in this: %s', (_, wrapped) => {
    fc.assert(
      fc.property(around, sign, around, (before, between, after) => {
        const value = halves.join(between);
        const result = shown(`${before}\n${wrapped(value)}\n${after}`, shared);
        for (const rest of [...halves, base64(value)]) expect(result).not.toContain(rest);
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.entries(pieces))('nor in the midst of a line: %s', (_, wrapped) => {
    const gap = fc.constantFrom(' ', '\n', '\t');
    fc.assert(
      fc.property(around, gap, sign, around, (before, space, between, after) => {
        const text = [before, wrapped(halves.join(between)), after].join(space);
        for (const half of halves) expect(shown(text, shared)).not.toContain(half);
      }),
      { numRuns: 200 },
    );
  });

  it('a text of 100,000 characters is read soon, whatever it repeats', () => {
    const repeated = [
      '2026-11-20 08:15:30 ERROR AADSTS50126 %20 user&#39;s info\\n\n',
      'password: ',
      'password="',
      '"password" ',
      'password<b>',
      'password ',
      ' -password ',
      'secret (',
      'token=',
      'client_secret=3Da=\n',
      'S: 334 abc\nC: def\n',
      '%25',
      '\\\\"',
      'Kennwort\n\n',
      'a1 LOGIN a',
      'cookie=',
      '-> ',
      'EwA',
      '0.AA',
      'auth=(',
      'user;password\n',
      '<tr><td>password',
      '{"value":"',
      'a=b; ',
      'a@b.c:',
      'aB1#',
      'A2',
      'your code ',
    ];
    for (const piece of repeated) {
      const text = piece.repeat(100_000 / piece.length);
      const begun = performance.now();
      redact(text, all);
      // About 100 ms on one machine; a rule that is not linear takes minutes.
      expect(performance.now() - begun, piece).toBeLessThan(3000);
    }
  });

  it('keeps all other text, in order, with kinds of the list', () => {
    fc.assert(
      fc.property(anyText(secret, jwt, id, 'a@b.example'), (text) => {
        let at = 0;
        for (const piece of redact(text, all)) {
          if (piece.kind === 'hidden') expect(redactionKinds).toContain(piece.hidden);
          else {
            at = text.indexOf(piece.text, at);
            expect(at).toBeGreaterThanOrEqual(0);
            at += piece.text.length;
          }
        }
      }),
    );
  });

  it('long texts are answered', () => {
    for (const text of longTexts.filter(({ length }) => length < 10_000)) {
      expect(shown(text, shared).length).toBeLessThanOrEqual(text.length + 20);
    }
  });
});
