/** Tests of a sign-in in a terminal. Of an answer only what is no secret is printed. */

import type { ApplicableGuide, Grant, TokenRequest } from '../guide/guide.ts';
import { tenantEndpoint } from '../registration/token-endpoint.ts';
import { literal } from './quoting.ts';
import { lines, slot, type QuotedSlot, type ScriptLine } from './script-lines.ts';

/** The address with the shell's variable `tenant` in it. */
function withVariable(purpose: 'discovery' | 'token' | 'deviceCode'): string {
  return tenantEndpoint(purpose, 'tenant', 'v2').replace('/tenant/', () => '/$tenant/');
}

const description = withVariable('discovery');
const tokenAddress = withVariable('token');
const deviceAddress = withVariable('deviceCode');

function bash(id: string, or?: string): QuotedSlot {
  return { ...slot(id, or), quote: 'bash' };
}

/** `read -p` is bash only, and macOS has zsh. Nothing of what is typed shows or stays in the history. */
function bashQuestion(variable: string, prompt: string): string {
  return `printf '${prompt}: '
IFS= read -rs ${variable}
echo`;
}

/** How long the token lives, and these claims of it. */
function bashAnswer(claims: string): string {
  return String.raw`case $answer in
  *access_token*)
    printf '%s\n' "$answer" | grep -oE '"(token_type|expires_in)" *: *("[^"]*"|[0-9]+)'
    claims=$(printf '%s\n' "$answer" | sed -n 's/.*"access_token" *: *"[^".]*\.\([^".]*\).*/\1/p' | tr '_-' '/+')
    while [ $(( ${'$'}{#claims} % 4 )) -ne 0 ]; do claims="$claims="; done
    printf %s "$claims" | base64 --decode | LC_ALL=C grep -oE '"(${claims})" *: *("[^"]*"|\[[^]]*\])'
    ;;
  *) printf '%s\n' "$answer" ;;
esac`;
}

/** As `bashAnswer`, inside of `try`. */
function powerShellAnswer(...claims: readonly string[]): string {
  const names = claims.map((claim) => literal(claim)).join(', ');
  return `  $claims = $answer.access_token.Split('.')[1].Replace('-', '+').Replace('_', '/')
  $claims += '=' * ((4 - $claims.Length % 4) % 4)
  $answer | Select-Object -Property 'token_type', 'expires_in' | ConvertTo-Json
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($claims)) | ConvertFrom-Json | Select-Object -Property ${names} | ConvertTo-Json`;
}

/** Says what went wrong in Microsoft's own words, where there are any. */
const powerShellCatch = `} catch {
  if ($_.ErrorDetails) { $_.ErrorDetails.Message } else { $_.Exception.Message }`;

function powerShellQuestion(variable: string, prompt: string): string {
  return `$${variable} = Read-Host -AsSecureString -Prompt '${prompt}'`;
}

/** What was typed, for the body of a request only. */
function typed(variable: string): string {
  return `[System.Net.NetworkCredential]::new('', $${variable}).Password`;
}

/** Sends `$body` and prints the answer. */
function powerShellRequest(...claims: readonly string[]): string {
  return `try {
  $answer = Invoke-RestMethod -Method Post -Uri "${tokenAddress}" -Body $body -ErrorAction Stop
${powerShellAnswer(...claims)}
${powerShellCatch}
} finally {
  $body = $null
}`;
}

function hasTenant({ values }: ApplicableGuide): boolean {
  return values.some(({ kind, id }) => kind === 'tenant-id' && id === 'tenantId');
}

/**
 * Whether this computer reaches Microsoft, and whether there is the tenant. Nothing secret is sent. All in one parenthesis,
 * as the others: a shell that ran line by line would read the next line as the secret.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20
 */
export function tenantCheckBash(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!hasTenant(guide)) return [];
  return lines`(
tenant=${bash('tenantId')}
answer=$(curl -sS "${description}")
case $answer in
  *'"issuer"'*) printf '%s\n' "$answer" | grep -oE '"issuer" *: *"[^"]*"' ;;
  *) printf '%s\n' "$answer" ;;
esac
)`;
}

/** As `tenantCheckBash`. */
export function tenantCheckPowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!hasTenant(guide)) return [];
  return lines`& {
$tenant = ${slot('tenantId')}
try {
  Invoke-RestMethod -Uri "${description}" -ErrorAction Stop | Select-Object -Property 'issuer' | ConvertTo-Json
${powerShellCatch}
}
}`;
}

function requestBy(guide: ApplicableGuide, grant: Grant): TokenRequest | undefined {
  return guide.token.find((request) => request.grant === grant);
}

/** Proves nothing about mail servers, but that tenant, client and secret belong together, for any guide with a secret. */
const defaultTestScope = 'https://graph.microsoft.com/.default';

/** The scopes of the guide's own request; undefined where there is no secret to test. */
function testScope(guide: ApplicableGuide): string | undefined {
  if (!guide.registration.credentials.some(({ kind }) => kind === 'secret')) return undefined;
  return (requestBy(guide, 'client-credentials')?.scopes ?? [defaultTestScope]).join(' ');
}

/** The app's own secret, which goes to curl by standard input, so that no process list has it. */
export function tokenTestBash(guide: ApplicableGuide): readonly ScriptLine[] {
  const scope = testScope(guide);
  if (scope === undefined) return [];
  return lines`(
tenant=${bash('tenantId')}
client=${bash('clientId')}
${bashQuestion('secret', 'client_secret')}
answer=$(printf %s "$secret" | curl -sS "${tokenAddress}" \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode "client_id=$client" \
  --data-urlencode ${literal(`scope=${scope}`, 'bash')} \
  --data-urlencode 'client_secret@-')
${bashAnswer('aud|appid|tid|roles')}
)`;
}

/** As `tokenTestBash`. */
export function tokenTestPowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  const scope = testScope(guide);
  if (scope === undefined) return [];
  return lines`& {
$tenant = ${slot('tenantId')}
$client = ${slot('clientId')}
${powerShellQuestion('secret', 'client_secret')}
$body = @{
  grant_type = 'client_credentials'
  client_id = $client
  scope = ${literal(scope)}
  client_secret = ${typed('secret')}
}
${powerShellRequest('aud', 'appid', 'tid', 'roles')}
}`;
}

/** The sign-in name where the guide asks for it and the reader has entered one, else the mailbox's address. */
function userName({ values }: ApplicableGuide): QuotedSlot {
  const asks = values.some(({ id }) => id === 'signInName');
  return asks ? slot('signInName', 'mailbox') : slot('mailbox');
}

/**
 * The password grant, with the mailbox's own password: both secrets go to curl by standard input, quoted for its
 * configuration. The client secret may stay empty, as public clients have none.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc checked 2026-11-20 (BM-05)
 * @see https://curl.se/docs/manpage.html `--config`, checked 2026-11-20
 */
export function passwordTestBash(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = requestBy(guide, 'password');
  if (!request) return [];
  return lines`(
tenant=${bash('tenantId')}
client=${bash('clientId')}
user=${{ ...userName(guide), quote: 'bash' }}
${bashQuestion('password', 'password')}
${bashQuestion('secret', 'client_secret')}
quoted() { printf %s "$1" | sed 's/[\\"]/\\&/g'; }
answer=$({
  printf 'data-urlencode = "password=%s"\n' "$(quoted "$password")"
  [ -z "$secret" ] || printf 'data-urlencode = "client_secret=%s"\n' "$(quoted "$secret")"
} | curl -sS "${tokenAddress}" --config - \
  --data-urlencode 'grant_type=password' \
  --data-urlencode "client_id=$client" \
  --data-urlencode "username=$user" \
  --data-urlencode ${literal(`scope=${request.scopes.join(' ')}`, 'bash')})
${bashAnswer('aud|appid|tid|scp|upn')}
)`;
}

/** As `passwordTestBash`. */
export function passwordTestPowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = requestBy(guide, 'password');
  if (!request) return [];
  return lines`& {
$tenant = ${slot('tenantId')}
$client = ${slot('clientId')}
$user = ${userName(guide)}
${powerShellQuestion('password', 'password')}
${powerShellQuestion('secret', 'client_secret')}
$body = @{
  grant_type = 'password'
  client_id = $client
  username = $user
  scope = ${literal(request.scopes.join(' '))}
  password = ${typed('password')}
}
if ($secret.Length -gt 0) {
  $body.client_secret = ${typed('secret')}
}
${powerShellRequest('aud', 'appid', 'tid', 'scp', 'upn')}
}`;
}

/** The request of a guide whose users sign in at Microsoft, where the device code may be allowed. */
function deviceRequest(guide: ApplicableGuide): TokenRequest | undefined {
  const { publicClientFlows } = guide.registration;
  const isClosed = publicClientFlows.every(({ setting }) => setting === 'no');
  return isClosed ? undefined : requestBy(guide, 'authorization-code');
}

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * The device code: a sign-in on any browser, without a redirect URI and without a secret. It needs public client flows,
 * and security defaults of new tenants block it (AADSTS530035). The code that fetches the token goes by standard input.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code checked 2026-11-20
 */
export function deviceCodeBash(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = deviceRequest(guide);
  if (!request) return [];
  return lines`(
tenant=${bash('tenantId')}
client=${bash('clientId')}
answer=$(curl -sS "${deviceAddress}" \
  --data-urlencode "client_id=$client" \
  --data-urlencode ${literal(`scope=${request.scopes.join(' ')}`, 'bash')})
device=$(printf '%s\n' "$answer" | sed -n 's/.*"device_code" *: *"\([^"]*\)".*/\1/p')
case $device in
  '') printf '%s\n' "$answer" ;;
  *)
    printf '%s\n' "$answer" | grep -oE '"(user_code|verification_uri)" *: *"[^"]*"'
    printf 'Enter: '
    IFS= read -r _
    answer=$(printf %s "$device" | curl -sS "${tokenAddress}" \
      --data-urlencode 'grant_type=${deviceGrant}' \
      --data-urlencode "client_id=$client" \
      --data-urlencode 'device_code@-')
    ${bashAnswer('aud|appid|tid|scp|upn').replaceAll('\n', '\n    ')}
    ;;
esac
)`;
}

/** As `deviceCodeBash`. */
export function deviceCodePowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = deviceRequest(guide);
  if (!request) return [];
  return lines`& {
$tenant = ${slot('tenantId')}
$client = ${slot('clientId')}
try {
  $device = Invoke-RestMethod -Method Post -Uri "${deviceAddress}" -Body @{ client_id = $client; scope = ${literal(request.scopes.join(' '))} } -ErrorAction Stop
  $device | Select-Object -Property 'user_code', 'verification_uri' | ConvertTo-Json
  $null = Read-Host -Prompt 'Enter'
  $answer = Invoke-RestMethod -Method Post -Uri "${tokenAddress}" -Body @{ grant_type = '${deviceGrant}'; client_id = $client; device_code = $device.device_code } -ErrorAction Stop
${powerShellAnswer('aud', 'appid', 'tid', 'scp', 'upn')}
${powerShellCatch}
}
}`;
}
