import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import type { Guide, Values } from '../../../src/domain/guide/guide.ts';
import { fillScript } from '../../../src/domain/scripts/script-lines.ts';
import { scripts, type ScriptId } from '../../../src/domain/scripts/scripts.ts';
import { guideFixture } from '../fixtures.ts';

const known: Values = {
  tenantId: '11111111-aaaa-4bbb-8ccc-000000000001',
  clientId: '22222222-aaaa-4bbb-8ccc-000000000002',
  mailbox: `o'brien@muster.example`,
};
const bm: Guide = {
  ...guideFixture('bm'),
  token: [
    {
      grant: 'password',
      version: 'v2',
      tenant: 'tenantId',
      scopes: ['https://outlook.office365.com/.default'],
      certainty: 'inferred',
    },
  ],
};
const flowfact = guideFixture('flowfact');

function script(id: ScriptId, guide: Guide, values: Values = known): string {
  return fillScript(scripts[id](applicable(guide, values)), values, (slot) => slot).text;
}

describe('which guide has which test', () => {
  test.each([
    ['password-test-bash', bm, true],
    ['password-test-powershell', bm, true],
    ['password-test-bash', flowfact, false],
    ['password-test-powershell', flowfact, false],
    ['device-code-bash', flowfact, true],
    ['device-code-powershell', flowfact, true],
    ['device-code-bash', bm, false],
    ['device-code-powershell', bm, false],
    ['tenant-check-bash', flowfact, true],
    ['tenant-check-powershell', flowfact, true],
    ['tenant-check-bash', { ...flowfact, values: [] }, false],
    ['tenant-check-powershell', { ...flowfact, values: [] }, false],
  ] as const)('%s of $id: %s', (id, guide, has) => {
    expect(scripts[id](applicable(guide, {})).length > 0).toBe(has);
  });

  test('the device code is not offered if public client flows are off', () => {
    const { registration } = flowfact;
    const closed = { ...registration, publicClientFlows: [{ setting: 'no' }] } as const;
    expect(
      scripts['device-code-bash'](applicable({ ...flowfact, registration: closed }, {})),
    ).toEqual([]);
  });
});

test('PowerShell asks for secrets, and clears their texts at the end', () => {
  expect(script('password-test-powershell', bm)).toBe(`& {
$tenant = '11111111-aaaa-4bbb-8ccc-000000000001'
$client = '22222222-aaaa-4bbb-8ccc-000000000002'
$user = 'o''brien@muster.example'
$password = Read-Host -AsSecureString -Prompt 'password'
$secret = Read-Host -AsSecureString -Prompt 'client_secret'
$body = @{
  grant_type = 'password'
  client_id = $client
  username = $user
  scope = 'https://outlook.office365.com/.default'
  password = [System.Net.NetworkCredential]::new('', $password).Password
}
if ($secret.Length -gt 0) {
  $body.client_secret = [System.Net.NetworkCredential]::new('', $secret).Password
}
try {
  $answer = Invoke-RestMethod -Method Post -Uri "https://login.microsoftonline.com/$tenant/oauth2/v2.0/token" -Body $body -ErrorAction Stop
  $claims = $answer.access_token.Split('.')[1].Replace('-', '+').Replace('_', '/')
  $claims += '=' * ((4 - $claims.Length % 4) % 4)
  $answer | Select-Object -Property 'token_type', 'expires_in' | ConvertTo-Json
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($claims)) | ConvertFrom-Json | Select-Object -Property 'aud', 'appid', 'tid', 'scp', 'upn' | ConvertTo-Json
} catch {
  if ($_.ErrorDetails) { $_.ErrorDetails.Message } else { $_.Exception.Message }
} finally {
  $body = $null
}
}`);
});

describe('run in bash against a server of our own', () => {
  const encode = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const claims = { aud: 'https://outlook.office365.com', scp: 'SMTP.Send', uti: 'not-shown' };
  const token = `${encode({ alg: 'none' })}.${encode(claims)}.c2lnbmF0dXJl`;
  let server: Server;
  let answers: Record<string, { readonly status: number; readonly body: unknown }>;
  let asked: { readonly url: string; readonly method: string; readonly body: URLSearchParams }[];

  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      let body = '';
      incoming.on('data', (piece: Buffer) => (body += piece.toString()));
      incoming.on('end', () => {
        const url = incoming.url ?? '';
        asked.push({ url, method: incoming.method ?? '', body: new URLSearchParams(body) });
        const answer = answers[url.split('/').at(-1) ?? ''];
        outgoing.writeHead(answer?.status ?? 404).end(JSON.stringify(answer?.body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => server.close());

  async function run(
    id: ScriptId,
    guide: Guide,
    input: string,
  ): Promise<{ readonly out: string; readonly error: string }> {
    const { port } = server.address() as AddressInfo;
    const text = script(id, guide).replaceAll(
      'https://login.microsoftonline.com',
      `http://127.0.0.1:${port}`,
    );
    const shell = spawn('bash', ['-c', text], { env: { ...process.env, no_proxy: '127.0.0.1' } });
    let out = '';
    let error = '';
    shell.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    shell.stderr.on('data', (piece: Buffer) => (error += piece.toString()));
    shell.stdin.end(input);
    await new Promise((done) => shell.on('close', done));
    return { out, error };
  }

  test('the tenant is asked for by its ID, and its issuer is shown', async () => {
    const issuer = 'https://login.microsoftonline.com/11111111-aaaa-4bbb-8ccc-000000000001/v2.0';
    answers = { 'openid-configuration': { status: 200, body: { issuer, jwks_uri: 'x' } } };
    const { out, error } = await run('tenant-check-bash', bm, '');
    expect(out).toBe(`"issuer":"${issuer}"\n`);
    expect(error).toBe('');
    expect(asked.map(({ url, method }) => [method, url])).toEqual([
      ['GET', `/${known['tenantId'] ?? ''}/v2.0/.well-known/openid-configuration`],
    ]);
  });

  test('for an unknown tenant, Microsoft’s message is shown', async () => {
    const body = { error: 'invalid_tenant', error_codes: [90002] };
    answers = { 'openid-configuration': { status: 400, body } };
    expect((await run('tenant-check-bash', bm, '')).out).toBe(`${JSON.stringify(body)}\n`);
  });

  test.each([
    ['made-up-password', 'Ab1_made~up.value'],
    [`+ / = & % ' " \\ $(id) \`id\` ! #`, `"quoted\\" \\n \\t = @x`],
    ['@/etc/passwd', 'Größe €'],
    [' blank at both ends ', ''],
  ])('password and secret arrive as typed: %s, %s', async (password, secret) => {
    answers = { token: { status: 200, body: { token_type: 'Bearer', access_token: token } } };
    const { out, error } = await run('password-test-bash', bm, `${password}\n${secret}\n`);
    expect(Object.fromEntries(asked[0]?.body ?? [])).toEqual({
      grant_type: 'password',
      client_id: known['clientId'],
      username: `o'brien@muster.example`,
      scope: 'https://outlook.office365.com/.default',
      password,
      ...(secret !== '' && { client_secret: secret }),
    });
    expect(error).toBe('');
    expect(out).toBe(`password: 
client_secret: 
"token_type":"Bearer"
"aud":"https://outlook.office365.com"
"scp":"SMTP.Send"
`);
  });

  test('the device code is shown to the reader in part, and fetches the token', async () => {
    const device = {
      device_code: 'made-up-device',
      user_code: 'ABC123',
      verification_uri: 'https://x',
    };
    answers = {
      devicecode: { status: 200, body: device },
      token: { status: 200, body: { token_type: 'Bearer', access_token: token } },
    };
    const { out, error } = await run('device-code-bash', flowfact, '\n');
    expect(error).toBe('');
    expect(out).toContain('"user_code":"ABC123"');
    expect(out).toContain('"scp":"SMTP.Send"');
    expect(out).not.toContain('made-up-device');
    expect(asked.map(({ body }) => body.get('device_code'))).toEqual([null, 'made-up-device']);
  });

  test('the refusal of a device code is shown unchanged', async () => {
    const body = { error: 'invalid_client', error_codes: [7000218] };
    answers = { devicecode: { status: 401, body } };
    expect((await run('device-code-bash', flowfact, '')).out).toBe(`${JSON.stringify(body)}\n`);
    expect(asked).toHaveLength(1);
  });
});
