/** Tests of a sign-in in a terminal, beside the one with an app's own secret. */

import type { Grant, ApplicableGuide, TokenRequest } from '../guide/guide.ts';
import { printPowerShell, type ScriptLine } from './powershell.ts';
import {
  bashAnswer,
  bashBlock,
  bashQuestion,
  ownBash,
  ownPowerShell,
  powerShellAnswer,
  powerShellBlock,
  powerShellCatch,
} from './terminal-sign-in.ts';
import type { SlotSegment } from '../values/template.ts';
import { tenantEndpoint } from '../registration/token-endpoint.ts';

/** The address with the shell's variable `tenant` in it. */
function withVariable(address: string): string {
  return address.replace('/tenant/', () => '/$tenant/');
}

const description = withVariable(tenantEndpoint('discovery', 'tenant', 'v2'));
const tokenAddress = withVariable(tenantEndpoint('token', 'tenant', 'v2'));
const deviceAddress = withVariable(tenantEndpoint('deviceCode', 'tenant', 'v2'));

function hasTenant({ values }: ApplicableGuide): boolean {
  return values.some(({ kind, id }) => kind === 'tenant-id' && id === 'tenantId');
}

function requestBy(guide: ApplicableGuide, grant: Grant): TokenRequest | undefined {
  return guide.token.find((request) => request.grant === grant);
}

/**
 * Whether this computer reaches Microsoft, and whether there is the tenant. Nothing secret is sent.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20
 */
export function tenantCheckBash(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!hasTenant(guide)) return [];
  return bashBlock(
    { tenant: 'tenantId' },
    String.raw`answer=$(curl -sS "${description}")
case $answer in
  *'"issuer"'*) printf '%s\n' "$answer" | grep -oE '"issuer" *: *"[^"]*"' ;;
  *) printf '%s\n' "$answer" ;;
esac`,
  );
}

/** As `tenantCheckBash`. */
export function tenantCheckPowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  if (!hasTenant(guide)) return [];
  return printPowerShell(
    powerShellBlock(
      { tenant: 'tenantId' },
      `try {
  Invoke-RestMethod -Uri "${description}" -ErrorAction Stop | Select-Object -Property 'issuer' | ConvertTo-Json
${powerShellCatch}
}`,
    ),
  );
}

/** The sign-in name where the guide asks for it and the reader has entered one, else the mailbox's address. */
function userName({ values }: ApplicableGuide): SlotSegment {
  const asks = values.some(({ id }) => id === 'signInName');
  return asks ? { slot: 'signInName', or: 'mailbox' } : { slot: 'mailbox' };
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
  return bashBlock(
    { tenant: 'tenantId', client: 'clientId', user: userName(guide) },
    String.raw`${bashQuestion('password', 'password')}
${bashQuestion('secret', 'client_secret')}
quoted() { printf %s "$1" | sed 's/[\\"]/\\&/g'; }
answer=$({
  printf 'data-urlencode = "password=%s"\n' "$(quoted "$password")"
  [ -z "$secret" ] || printf 'data-urlencode = "client_secret=%s"\n' "$(quoted "$secret")"
} | curl -sS "${tokenAddress}" --config - \
  --data-urlencode 'grant_type=password' \
  --data-urlencode "client_id=$client" \
  --data-urlencode "username=$user" \
  --data-urlencode ${ownBash(`scope=${request.scopes.join(' ')}`)})
${bashAnswer('aud|appid|tid|scp|upn')}`,
  );
}

/** As `passwordTestBash`. */
export function passwordTestPowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = requestBy(guide, 'password');
  if (!request) return [];
  return printPowerShell(
    powerShellBlock(
      { tenant: 'tenantId', client: 'clientId', user: userName(guide) },
      `$password = Read-Host -AsSecureString -Prompt 'password'
$secret = Read-Host -AsSecureString -Prompt 'client_secret'
$body = @{
  grant_type = 'password'
  client_id = $client
  username = $user
  scope = ${ownPowerShell(request.scopes.join(' '))}
  password = [System.Net.NetworkCredential]::new('', $password).Password
}
if ($secret.Length -gt 0) {
  $body.client_secret = [System.Net.NetworkCredential]::new('', $secret).Password
}
try {
  $answer = Invoke-RestMethod -Method Post -Uri "${tokenAddress}" -Body $body -ErrorAction Stop
${powerShellAnswer(['aud', 'appid', 'tid', 'scp', 'upn'])}
${powerShellCatch}
} finally {
  $body = $null
}`,
    ),
  );
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
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code checked 2026-11-20 (facts/exchange.md b.5)
 */
export function deviceCodeBash(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = deviceRequest(guide);
  if (!request) return [];
  return bashBlock(
    { tenant: 'tenantId', client: 'clientId' },
    String.raw`answer=$(curl -sS "${deviceAddress}" \
  --data-urlencode "client_id=$client" \
  --data-urlencode ${ownBash(`scope=${request.scopes.join(' ')}`)})
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
esac`,
  );
}

/** As `deviceCodeBash`. */
export function deviceCodePowerShell(guide: ApplicableGuide): readonly ScriptLine[] {
  const request = deviceRequest(guide);
  if (!request) return [];
  return printPowerShell(
    powerShellBlock(
      { tenant: 'tenantId', client: 'clientId' },
      `try {
  $device = Invoke-RestMethod -Method Post -Uri "${deviceAddress}" -Body @{ client_id = $client; scope = ${ownPowerShell(request.scopes.join(' '))} } -ErrorAction Stop
  $device | Select-Object -Property 'user_code', 'verification_uri' | ConvertTo-Json
  $null = Read-Host -Prompt 'Enter'
  $answer = Invoke-RestMethod -Method Post -Uri "${tokenAddress}" -Body @{ grant_type = '${deviceGrant}'; client_id = $client; device_code = $device.device_code } -ErrorAction Stop
${powerShellAnswer(['aud', 'appid', 'tid', 'scp', 'upn'])}
${powerShellCatch}
}`,
    ),
  );
}
