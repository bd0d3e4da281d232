/** Sign-in tests for a terminal. They print only the parts of an answer that are not secret. */

import type { ApplicableGuide, Grant, TokenRequest } from '../guide/guide.ts';
import { tenantEndpoint } from '../registration/token-endpoint.ts';
import { literal } from './quoting.ts';
import { lines, slot, type QuotedSlot, type ScriptLine } from './script-lines.ts';

/** The endpoint with the shell variable `tenant` in it. */
function withVariable(purpose: 'discovery' | 'token' | 'deviceCode'): string {
  return tenantEndpoint(purpose, 'tenant', 'v2').replace('/tenant/', () => '/$tenant/');
}

const description = withVariable('discovery');
const tokenAddress = withVariable('token');
const deviceAddress = withVariable('deviceCode');

function bash(id: string, or?: string): QuotedSlot {
  return { ...slot(id, or), quote: 'bash' };
}

/** Only bash has `read -p`, and macOS uses zsh. The input is neither shown nor kept in the history. */
function bashQuestion(variable: string, prompt: string): string {
  return `printf '${prompt}: '
IFS= read -rs ${variable}
echo`;
}

/** Prints the token's lifetime and these claims. */
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

/** Like `bashAnswer`, for use inside `try`. */
function powerShellAnswer(...claims: readonly string[]): string {
  const names = claims.map((claim) => literal(claim)).join(', ');
  return `  $claims = $answer.access_token.Split('.')[1].Replace('-', '+').Replace('_', '/')
  $claims += '=' * ((4 - $claims.Length % 4) % 4)
  $answer | Select-Object -Property 'token_type', 'expires_in' | ConvertTo-Json
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($claims)) | ConvertFrom-Json | Select-Object -Property ${names} | ConvertTo-Json`;
}

/** Prints Microsoft's own error message, if there is one. */
const powerShellCatch = `} catch {
  if ($_.ErrorDetails) { $_.ErrorDetails.Message } else { $_.Exception.Message }`;

function powerShellQuestion(variable: string, prompt: string): string {
  return `$${variable} = Read-Host -AsSecureString -Prompt '${prompt}'`;
}

/** The typed text, only for the body of a request. */
function typed(variable: string): string {
  return `[System.Net.NetworkCredential]::new('', $${variable}).Password`;
}

/** Posts `$body` and prints the answer. */
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
 * Tests whether this computer reaches Microsoft and whether the tenant exists, without sending anything secret. Like the
 * other scripts it is one parenthesised block: run line by line, the shell would read the next line as the secret.
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

/** Like `tenantCheckBash`. */
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

/** For any guide with a secret: proves that tenant, client and secret belong together, but nothing about mail servers. */
const defaultTestScope = 'https://graph.microsoft.com/.default';

/** The scopes of the guide's own request; undefined if there is no secret to test. */
function testScope(guide: ApplicableGuide): string | undefined {
  if (!guide.registration.credentials.some(({ kind }) => kind === 'secret')) return undefined;
  return (requestBy(guide, 'client-credentials')?.scopes ?? [defaultTestScope]).join(' ');
}

/** Tests the app's own secret. It goes to curl by standard input, so that no process list shows it. */
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

/** Like `tokenTestBash`. */
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

/** The sign-in name if the guide asks for it and the reader has entered one, otherwise the mailbox's address. */
function userName({ values }: ApplicableGuide): QuotedSlot {
  const asks = values.some(({ id }) => id === 'signInName');
  return asks ? slot('signInName', 'mailbox') : slot('mailbox');
}

/**
 * Tests the password grant with the mailbox's own password. Both secrets go to curl by standard input, quoted for its
 * configuration format. The client secret may be empty, because public clients have none.
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

/** Like `passwordTestBash`. */
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

/** The request of a guide whose users sign in at Microsoft, unless public client flows are off. */
function deviceRequest(guide: ApplicableGuide): TokenRequest | undefined {
  const { publicClientFlows } = guide.registration;
  const isClosed = publicClientFlows.every(({ setting }) => setting === 'no');
  return isClosed ? undefined : requestBy(guide, 'authorization-code');
}

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * Tests the device code grant: a sign-in in any browser, without a redirect URI or a secret. It needs public client
 * flows, and new tenants' security defaults block it (AADSTS530035). The device code goes to curl by standard input.
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

/** Like `deviceCodeBash`. */
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
