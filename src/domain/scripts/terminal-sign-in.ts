/** What the tests of a sign-in in a terminal have in common: how they print an answer without its token. */

import { quoteBash, type Quoted } from './bash.ts';
import { quotePowerShell, type PowerShellScript, type ScriptLine } from './powershell.ts';
import type { Refused } from '../values/reading.ts';
import type { SlotSegment } from '../values/template.ts';

/** Text of our own, quoted. @throws where it cannot be: a mistake in code or content. */
function own(quoted: Quoted | Refused): string {
  if (quoted.ok) return quoted.text;
  throw new Error('A scope of a guide cannot be quoted');
}

/** A text of our own as a word of bash. */
export function ownBash(text: string): string {
  return own(quoteBash(text));
}

/** A text of our own as a literal of PowerShell. */
export function ownPowerShell(text: string): string {
  return own(quotePowerShell(text));
}

/** Each line of a text as a line of a script. */
export function ownLines(lines: string): readonly ScriptLine[] {
  return lines.split('\n').map((content) => [{ text: content }]);
}

/** A place by the id of its value alone, or as it is. */
function place(slot: string | SlotSegment): SlotSegment {
  return typeof slot === 'string' ? { slot } : slot;
}

/** All in one parenthesis: a shell that ran line by line would read the next line as the secret. */
export function bashBlock(
  slots: Readonly<Record<string, string | SlotSegment>>,
  rest: string,
): readonly ScriptLine[] {
  return [
    [{ text: '(' }],
    ...Object.entries(slots).map(([name, slot]): ScriptLine => [
      { text: `${name}=` },
      { ...place(slot), quote: 'bash' },
    ]),
    ...ownLines(`${rest}\n)`),
  ];
}

/** All in one block, for the same reason as in bash. */
export function powerShellBlock(
  slots: Readonly<Record<string, string | SlotSegment>>,
  rest: string,
): PowerShellScript {
  const lines: readonly ScriptLine[] = [
    [{ text: '& {' }],
    ...Object.entries(slots).map(([name, slot]): ScriptLine => [
      { text: `$${name} = ` },
      { ...place(slot), quote: 'powershell' },
    ]),
    ...ownLines(`${rest}\n}`),
  ];
  return lines.map((raw) => ({ raw }));
}

/** `read -p` is bash only, and macOS has zsh. Nothing of what is typed shows or stays in the history. */
export function bashQuestion(variable: string, prompt: string): string {
  return `printf '${prompt}: '
IFS= read -rs ${variable}
echo`;
}

/** Of the answer only what is no secret is printed: how long the token lives, and these claims of it. */
export function bashAnswer(claims: string): string {
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

/** The same in PowerShell, inside of `try`. */
export function powerShellAnswer(claims: readonly string[]): string {
  const names = claims.map(ownPowerShell).join(', ');
  return `  $claims = $answer.access_token.Split('.')[1].Replace('-', '+').Replace('_', '/')
  $claims += '=' * ((4 - $claims.Length % 4) % 4)
  $answer | Select-Object -Property 'token_type', 'expires_in' | ConvertTo-Json
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($claims)) | ConvertFrom-Json | Select-Object -Property ${names} | ConvertTo-Json`;
}

/** Says what went wrong in Microsoft's own words, where there are any. */
export const powerShellCatch = `} catch {
  if ($_.ErrorDetails) { $_.ErrorDetails.Message } else { $_.Exception.Message }`;
