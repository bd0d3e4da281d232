import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import type { Guide, Values } from '../../../src/domain/guide/guide.ts';
import { fillScript } from '../../../src/domain/scripts/script-lines.ts';
import { scriptLanguage, scripts, type ScriptId } from '../../../src/domain/scripts/scripts.ts';
import { realGuide, realGuides } from '../check/right.ts';
import { branchFixture, guideFixture, guideNames } from '../fixtures.ts';

const ids = Object.keys(scripts) as ScriptId[];
const known: Values = {
  tenantId: '11111111-aaaa-4bbb-8ccc-000000000001',
  clientId: '22222222-aaaa-4bbb-8ccc-000000000002',
  enterpriseObjectId: '33333333-aaaa-4bbb-8ccc-000000000003',
  mailbox: `o'brien@muster.example`,
  mailboxes: `o'brien@muster.example, anna@muster.example`,
};

function script(id: ScriptId, guide: Guide, values: Values = known): string {
  return fillScript(scripts[id](applicable(guide, values)), values, (slot) => slot).text;
}

const scanner = guideFixture('no-redirect');

describe('the scripts for Exchange', () => {
  test('installing, connecting and disconnecting', () => {
    expect(script('exchange-install', scanner)).toBe(
      `Install-Module -Name 'ExchangeOnlineManagement' -Scope CurrentUser`,
    );
    expect(script('exchange-connect', scanner)).toBe('Connect-ExchangeOnline -ShowBanner:$false');
    expect(script('exchange-disconnect', scanner)).toBe(
      'Disconnect-ExchangeOnline -Confirm:$false',
    );
  });

  test('what PowerShell needs before it runs a module', () => {
    expect(script('execution-policy-read', scanner)).toBe('Get-ExecutionPolicy');
    expect(script('execution-policy-set', scanner)).toBe(
      'Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope CurrentUser',
    );
  });

  test('confining to one mailbox (IPM-16)', () => {
    expect(script('confine-mailbox', scanner)).toBe(
      `New-ServicePrincipal -AppId '22222222-aaaa-4bbb-8ccc-000000000002' -ObjectId '33333333-aaaa-4bbb-8ccc-000000000003' -DisplayName 'no-redirect'
New-ManagementScope -Name 'no-redirect mailbox' -RecipientRestrictionFilter 'PrimarySmtpAddress -eq ''o''''brien@muster.example'''
New-ManagementRoleAssignment -Name 'no-redirect Mail.Send' -App '33333333-aaaa-4bbb-8ccc-000000000003' -Role 'Application Mail.Send' -CustomResourceScope 'no-redirect mailbox'
New-ManagementRoleAssignment -Name 'no-redirect MailboxFolder.Read' -App '33333333-aaaa-4bbb-8ccc-000000000003' -Role 'Application MailboxFolder.Read' -CustomResourceScope 'no-redirect mailbox'`,
    );
  });

  test('confining before any value is known shows placeholders', () => {
    expect(script('confine-mailbox', scanner, {})).toBe(
      `New-ServicePrincipal -AppId '<clientId>' -ObjectId '<enterpriseObjectId>' -DisplayName 'no-redirect'
New-ManagementScope -Name 'no-redirect mailbox' -RecipientRestrictionFilter 'PrimarySmtpAddress -eq ''<mailbox>'''
New-ManagementRoleAssignment -Name 'no-redirect Mail.Send' -App '<enterpriseObjectId>' -Role 'Application Mail.Send' -CustomResourceScope 'no-redirect mailbox'
New-ManagementRoleAssignment -Name 'no-redirect MailboxFolder.Read' -App '<enterpriseObjectId>' -Role 'Application MailboxFolder.Read' -CustomResourceScope 'no-redirect mailbox'`,
    );
  });

  test('checking the confinement', () => {
    expect(script('confine-check', scanner)).toBe(
      `Test-ServicePrincipalAuthorization -Identity '22222222-aaaa-4bbb-8ccc-000000000002' -Resource 'o''brien@muster.example' | Format-Table`,
    );
  });

  test('removing the confinement, the assignments before the scope', () => {
    expect(script('confine-undo', scanner)).toBe(
      `Remove-ManagementRoleAssignment -Identity 'no-redirect Mail.Send' -Confirm:$false
Remove-ManagementRoleAssignment -Identity 'no-redirect MailboxFolder.Read' -Confirm:$false
Remove-ManagementScope -Identity 'no-redirect mailbox' -Confirm:$false
Remove-ServicePrincipal -Identity '33333333-aaaa-4bbb-8ccc-000000000003' -Confirm:$false`,
    );
  });

  test('IMAP has no role in Exchange, so only SMTP is assigned', () => {
    const roles = script('confine-mailbox', guideFixture('multi-tenant-certificate')).matchAll(
      /-Role '([^']*)'/g,
    );
    expect([...roles].map(([, role]) => role)).toEqual(['Application SMTP.SendAsApp']);
  });

  test.each(['confine-mailbox', 'confine-check', 'confine-undo'] as const)(
    '%s is empty where no application permission can be confined',
    (id) => {
      expect(scripts[id](branchFixture('flowfact'))).toEqual([]);
      expect(scripts[id](branchFixture('no-redirect', { clientType: 'public' }))).toEqual([]);
    },
  );

  test('names in Exchange have at most 64 characters, and everything created is removed', () => {
    const guide = { ...scanner, id: 'a'.repeat(90) };
    const made = [...script('confine-mailbox', guide).matchAll(/-Name '([^']*)'/g)];
    const removed = [...script('confine-undo', guide).matchAll(/-Identity '(a[^']*)'/g)];
    const names = made.map(([, name = '']) => name);
    expect(names.map(({ length }) => length)).toEqual([64, 64, 64]);
    expect(new Set(names).size).toBe(3);
    expect(removed.map(([, name]) => name).sort()).toEqual([...names].sort());
  });
});

describe('the scripts for SMTP AUTH', () => {
  const flowfact = guideFixture('flowfact');

  test.each([
    [
      'smtp-auth-read-organisation',
      'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled',
    ],
    ['smtp-auth-set-organisation', 'Set-TransportConfig -SmtpClientAuthenticationDisabled $false'],
    [
      'smtp-auth-read-mailbox',
      `Get-CASMailbox -Identity 'o''brien@muster.example' | Format-List SmtpClientAuthenticationDisabled`,
    ],
    [
      'smtp-auth-set-mailbox',
      `Set-CASMailbox -Identity 'o''brien@muster.example' -SmtpClientAuthenticationDisabled $false`,
    ],
    [
      'smtp-auth-read-mailboxes',
      `'o''brien@muster.example', 'anna@muster.example' | ForEach-Object { Get-CASMailbox -Identity $_ } | Format-List 'PrimarySmtpAddress', 'SmtpClientAuthenticationDisabled'`,
    ],
    [
      'smtp-auth-set-mailboxes',
      `'o''brien@muster.example', 'anna@muster.example' | ForEach-Object { Set-CASMailbox -Identity $_ -SmtpClientAuthenticationDisabled $false }`,
    ],
    [
      'authentication-policy-read',
      `Get-AuthenticationPolicy | Format-List 'Name', 'AllowBasicAuthSmtp'`,
    ],
  ] as const)('%s (FF-11, FF-13, BM-12)', (id, expected) => {
    expect(script(id, flowfact)).toBe(expected);
    expect(scripts[id](applicable({ ...flowfact, smtpAuth: 'not-needed' }, {}))).toEqual([]);
  });

  test('a mailbox is always given, because Exchange would otherwise change every one', () => {
    for (const mailboxes of ['', ' ', ',', ' , ,', undefined]) {
      expect(script('smtp-auth-set-mailboxes', flowfact, { mailboxes })).toBe(
        `'<mailboxes>' | ForEach-Object { Set-CASMailbox -Identity $_ -SmtpClientAuthenticationDisabled $false }`,
      );
      expect(
        script('smtp-auth-set-mailbox', flowfact, { mailbox: mailboxes?.trim() }),
      ).not.toContain(`''`);
    }
  });
});

describe('the scripts for Microsoft Graph', () => {
  test.each([
    ['graph-install', `Install-Module -Name 'Microsoft.Graph.Users' -Scope CurrentUser`],
    [
      'graph-connect',
      `Connect-MgGraph -Scopes 'User.ReadWrite.All' -ContextScope Process -NoWelcome`,
    ],
    ['graph-disconnect', 'Disconnect-MgGraph'],
    [
      'password-expiry-read',
      `Get-MgUser -UserId 'o''brien@muster.example' -Property 'UserPrincipalName', 'PasswordPolicies' | Format-List 'UserPrincipalName', 'PasswordPolicies'`,
    ],
    [
      'password-expiry-set',
      `Update-MgUser -UserId 'o''brien@muster.example' -PasswordPolicies 'DisablePasswordExpiration'`,
    ],
  ] as const)('%s (IPM-03)', (id, expected) => {
    expect(script(id, scanner)).toBe(expected);
  });

  test.each(['password-expiry-read', 'password-expiry-set'] as const)(
    '%s is empty where a guide asks for no mailbox, and names one in every case',
    (id) => {
      const withoutMailbox = applicable({ ...scanner, values: [] }, {});
      expect(scripts[id](withoutMailbox)).toEqual([]);
      expect(script(id, scanner, {})).toContain(`-UserId '<mailbox>'`);
    },
  );
});

describe('the scripts for the rights to a mailbox', () => {
  const bm = realGuide('bm');
  const signInName = `h.o'brien@muster.onmicrosoft.com`;

  test.each([
    [
      'mailbox-type-read',
      {},
      `Get-Mailbox -Identity 'o''brien@muster.example' | Format-List 'RecipientTypeDetails', 'UserPrincipalName', 'PrimarySmtpAddress'`,
    ],
    [
      'shared-mailbox-grant',
      { signInName },
      `Add-MailboxPermission -Identity 'o''brien@muster.example' -User 'h.o''brien@muster.onmicrosoft.com' -AccessRights FullAccess -AutoMapping $false
Add-RecipientPermission -Identity 'o''brien@muster.example' -Trustee 'h.o''brien@muster.onmicrosoft.com' -AccessRights SendAs -Confirm:$false`,
    ],
    [
      'shared-mailbox-grant',
      {},
      `Add-MailboxPermission -Identity 'o''brien@muster.example' -User '<signInName>' -AccessRights FullAccess -AutoMapping $false
Add-RecipientPermission -Identity 'o''brien@muster.example' -Trustee '<signInName>' -AccessRights SendAs -Confirm:$false`,
    ],
    [
      'shared-mailbox-read',
      { signInName },
      `Get-MailboxPermission -Identity 'o''brien@muster.example' -User 'h.o''brien@muster.onmicrosoft.com'
Get-RecipientPermission -Identity 'o''brien@muster.example' -Trustee 'h.o''brien@muster.onmicrosoft.com'`,
    ],
    [
      'send-as-grant',
      { sender: 'info@muster.example' },
      `Add-RecipientPermission -Identity 'info@muster.example' -Trustee 'o''brien@muster.example' -AccessRights SendAs -Confirm:$false`,
    ],
    [
      'send-as-grant',
      { sender: 'info@muster.example', signInName },
      `Add-RecipientPermission -Identity 'info@muster.example' -Trustee 'h.o''brien@muster.onmicrosoft.com' -AccessRights SendAs -Confirm:$false`,
    ],
  ] as const)('%s with %o', (id, own, expected) => {
    expect(script(id, bm, { ...known, ...own })).toBe(expected);
  });

  test('ask for the mailbox, not for the optional name, if neither is known', () => {
    const { missing } = fillScript(
      scripts['send-as-grant'](applicable(bm, {})),
      {},
      (slot) => slot,
    );
    expect(missing).toEqual(['sender', 'mailbox']);
  });

  test('are empty if the app signs in as itself', () => {
    const ids = ['shared-mailbox-grant', 'shared-mailbox-read', 'send-as-grant'] as const;
    for (const id of ids) expect(scripts[id](applicable(realGuide('ipm-cloud'), {}))).toEqual([]);
  });
});

describe('the token test', () => {
  test('in bash', () => {
    expect(script('token-test-bash', scanner)).toBe(String.raw`(
tenant='11111111-aaaa-4bbb-8ccc-000000000001'
client='22222222-aaaa-4bbb-8ccc-000000000002'
printf 'client_secret: '
IFS= read -rs secret
echo
answer=$(printf %s "$secret" | curl -sS "https://login.microsoftonline.com/$tenant/oauth2/v2.0/token" \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode "client_id=$client" \
  --data-urlencode 'scope=https://graph.microsoft.com/.default' \
  --data-urlencode 'client_secret@-')
case $answer in
  *access_token*)
    printf '%s\n' "$answer" | grep -oE '"(token_type|expires_in)" *: *("[^"]*"|[0-9]+)'
    claims=$(printf '%s\n' "$answer" | sed -n 's/.*"access_token" *: *"[^".]*\.\([^".]*\).*/\1/p' | tr '_-' '/+')
    while [ $(( ${'$'}{#claims} % 4 )) -ne 0 ]; do claims="$claims="; done
    printf %s "$claims" | base64 --decode | LC_ALL=C grep -oE '"(aud|appid|tid|roles)" *: *("[^"]*"|\[[^]]*\])'
    ;;
  *) printf '%s\n' "$answer" ;;
esac
)`);
  });

  test('in PowerShell', () => {
    expect(script('token-test-powershell', scanner)).toBe(`& {
$tenant = '11111111-aaaa-4bbb-8ccc-000000000001'
$client = '22222222-aaaa-4bbb-8ccc-000000000002'
$secret = Read-Host -AsSecureString -Prompt 'client_secret'
$body = @{
  grant_type = 'client_credentials'
  client_id = $client
  scope = 'https://graph.microsoft.com/.default'
  client_secret = [System.Net.NetworkCredential]::new('', $secret).Password
}
try {
  $answer = Invoke-RestMethod -Method Post -Uri "https://login.microsoftonline.com/$tenant/oauth2/v2.0/token" -Body $body -ErrorAction Stop
  $claims = $answer.access_token.Split('.')[1].Replace('-', '+').Replace('_', '/')
  $claims += '=' * ((4 - $claims.Length % 4) % 4)
  $answer | Select-Object -Property 'token_type', 'expires_in' | ConvertTo-Json
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($claims)) | ConvertFrom-Json | Select-Object -Property 'aud', 'appid', 'tid', 'roles' | ConvertTo-Json
} catch {
  if ($_.ErrorDetails) { $_.ErrorDetails.Message } else { $_.Exception.Message }
} finally {
  $body = $null
}
}`);
  });

  test('a guide without a request of its own is tested with the scope of Graph', () => {
    expect(script('token-test-bash', guideFixture('cmxorganize'))).toContain(
      `'scope=https://graph.microsoft.com/.default'`,
    );
  });

  test.each(['token-test-bash', 'token-test-powershell'] as const)(
    '%s is empty where there is no secret to test (BM-08)',
    (id) => {
      expect(scripts[id](branchFixture('bm', { clientType: 'public' }))).toEqual([]);
      expect(scripts[id](branchFixture('multi-tenant-certificate'))).toEqual([]);
    },
  );
});

describe('every script of every guide', () => {
  const guides = [
    ...guideNames.map((name) => ({ name, guide: guideFixture(name) })),
    ...realGuides.map((name) => ({ name: `the real ${name}`, guide: realGuide(name) })),
  ];
  const all = guides.flatMap(({ name, guide }) =>
    ids.flatMap((id) =>
      [known, {}, { ...known, clientType: 'public' }].map((values) => ({
        id,
        name,
        text: script(id, guide, values),
      })),
    ),
  );
  const shown = all.filter(({ text }) => text !== '');

  test.each(shown)('$id of $name is ASCII without comments and without blank lines', ({ text }) => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    for (const line of text.split('\n')) expect(line).toMatch(/^\s*[^\s#]/);
  });

  const allowed: Readonly<Record<string, readonly string[]>> = {
    'Get-ExecutionPolicy': [],
    'Set-ExecutionPolicy': ['-ExecutionPolicy', '-Scope'],
    'Install-Module': ['-Name', '-Scope'],
    'Connect-MgGraph': ['-Scopes', '-ContextScope', '-NoWelcome'],
    'Disconnect-MgGraph': [],
    'Get-MgUser': ['-UserId', '-Property'],
    'Update-MgUser': ['-UserId', '-PasswordPolicies'],
    'Connect-ExchangeOnline': ['-ShowBanner'],
    'Disconnect-ExchangeOnline': ['-Confirm'],
    'New-ServicePrincipal': ['-AppId', '-ObjectId', '-DisplayName'],
    'New-ManagementScope': ['-Name', '-RecipientRestrictionFilter'],
    'New-ManagementRoleAssignment': ['-Name', '-App', '-Role', '-CustomResourceScope'],
    'Test-ServicePrincipalAuthorization': ['-Identity', '-Resource'],
    'Remove-ManagementRoleAssignment': ['-Identity', '-Confirm'],
    'Remove-ManagementScope': ['-Identity', '-Confirm'],
    'Remove-ServicePrincipal': ['-Identity', '-Confirm'],
    'Format-Table': [],
    'Format-List': [],
    'ForEach-Object': [],
    'Get-TransportConfig': [],
    'Set-TransportConfig': ['-SmtpClientAuthenticationDisabled'],
    'Get-CASMailbox': ['-Identity'],
    'Set-CASMailbox': ['-Identity', '-SmtpClientAuthenticationDisabled'],
    'Get-AuthenticationPolicy': [],
    'Get-Mailbox': ['-Identity'],
    'Add-MailboxPermission': ['-Identity', '-User', '-AccessRights', '-AutoMapping'],
    'Get-MailboxPermission': ['-Identity', '-User'],
    'Add-RecipientPermission': ['-Identity', '-Trustee', '-AccessRights', '-Confirm'],
    'Get-RecipientPermission': ['-Identity', '-Trustee'],
    'Read-Host': ['-AsSecureString', '-Prompt'],
    'Invoke-RestMethod': ['-Method', '-Uri', '-Body', '-ErrorAction'],
    'Select-Object': ['-Property'],
    'ConvertFrom-Json': [],
    'ConvertTo-Json': [],
  };
  let parser: Parser;
  beforeAll(async () => {
    await Parser.init();
    const path = createRequire(import.meta.url).resolve(
      'tree-sitter-powershell/tree-sitter-powershell.wasm',
    );
    parser = new Parser().setLanguage(await Language.load(path));
  });

  const nodes = (root: Node, type: string) => root.descendantsOfType(type);
  /** The innermost command around a node, because a command in a block is inside another. */
  const commandOf = (node: Node): Node | null =>
    node.parent === null || node.parent.type === 'command' ? node.parent : commandOf(node.parent);

  test.each(shown.filter(({ id }) => scriptLanguage(id) === 'powershell'))(
    '$id of $name parses, and uses only cmdlets and parameters that we know',
    ({ text }) => {
      const root = parser.parse(text)?.rootNode;
      expect(root?.hasError).toBe(false);
      const commands = root ? nodes(root, 'command') : [];
      expect(commands.length).toBeGreaterThan(0);
      for (const one of commands) {
        const name = one.childForFieldName('command_name')?.text ?? '';
        if (one.text.startsWith('& {')) continue;
        expect(Object.keys(allowed)).toContain(name);
        const own = nodes(one, 'command_parameter').filter(
          (node) => commandOf(node)?.id === one.id,
        );
        for (const parameter of own) {
          expect(allowed[name]).toContain(parameter.text.replace(/:$/, ''));
        }
      }
    },
  );
});

describe('the token test in bash, run against a server of our own', () => {
  const claims = {
    aud: 'https://graph.microsoft.com',
    appid: known['clientId'],
    name: 'Prüfung ÿþ?>',
    roles: ['Mail.Send', 'Mail.ReadWrite'],
    tid: known['tenantId'],
    uti: 'not-shown',
  };
  const encode = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const token = `${encode({ alg: 'none' })}.${encode(claims)}.c2lnbmF0dXJl-_`;
  const refusal = {
    error: 'invalid_client',
    error_description: 'AADSTS7000215: Invalid client secret provided.',
    error_codes: [7000215],
  };
  let server: Server;
  let answer: { readonly status: number; readonly body: string };
  let request: { readonly url: string; readonly body: URLSearchParams };

  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      let body = '';
      incoming.on('data', (piece: Buffer) => (body += piece.toString()));
      incoming.on('end', () => {
        request = { url: incoming.url ?? '', body: new URLSearchParams(body) };
        outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => server.close());

  async function run(secret: string): Promise<{ readonly out: string; readonly error: string }> {
    const { port } = server.address() as AddressInfo;
    const text = script('token-test-bash', scanner).replace(
      'https://login.microsoftonline.com',
      `http://127.0.0.1:${port}`,
    );
    const shell = spawn('bash', ['-c', text], { env: { ...process.env, no_proxy: '127.0.0.1' } });
    let out = '';
    let error = '';
    shell.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    shell.stderr.on('data', (piece: Buffer) => (error += piece.toString()));
    shell.stdin.end(`${secret}\n`);
    await new Promise((done) => shell.on('close', done));
    return { out, error };
  }

  const secrets = [
    'Ab1_made~up.value-0123456789',
    `+ / = & % ' " \\ $(id) \`id\` !`,
    '%2B%20 ;?#{}[]|<>*~^',
  ];
  test.each(secrets)('the secret arrives as typed: %s', async (secret) => {
    answer = { status: 400, body: JSON.stringify(refusal) };
    const { out, error } = await run(secret);
    expect(request.url).toBe('/11111111-aaaa-4bbb-8ccc-000000000001/oauth2/v2.0/token');
    expect(Object.fromEntries(request.body)).toEqual({
      grant_type: 'client_credentials',
      client_id: known['clientId'],
      scope: 'https://graph.microsoft.com/.default',
      client_secret: secret,
    });
    expect(out + error).not.toContain(secret);
  });

  test('a refusal is shown unchanged', async () => {
    answer = { status: 401, body: JSON.stringify(refusal) };
    const { out, error } = await run('made-up');
    expect(out).toBe(`client_secret: \n${JSON.stringify(refusal)}\n`);
    expect(error).toBe('');
  });

  test.each([
    ['in one line', 0, ''],
    ['indented', 2, ' '],
  ])('an answer %s is shown without its token but with its claims', async (_, indent, blank) => {
    const body = { token_type: 'Bearer', expires_in: 3599, access_token: token };
    answer = { status: 200, body: JSON.stringify(body, null, indent) };
    const { out, error } = await run('made-up');
    expect(out).toBe(`client_secret: 
"token_type":${blank}"Bearer"
"expires_in":${blank}3599
"aud":"https://graph.microsoft.com"
"appid":"22222222-aaaa-4bbb-8ccc-000000000002"
"roles":["Mail.Send","Mail.ReadWrite"]
"tid":"11111111-aaaa-4bbb-8ccc-000000000001"
`);
    expect(error).toBe('');
    for (const part of token.split('.')) expect(out).not.toContain(part);
  });

  test('nothing is shown of an unreadable token', async () => {
    const body = { token_type: 'Bearer', access_token: 'opaque-made-up-token' };
    answer = { status: 200, body: JSON.stringify(body) };
    const { out, error } = await run('made-up');
    expect(out).toBe('client_secret: \n"token_type":"Bearer"\n');
    expect(error).not.toContain('opaque');
  });
});
