/** Tells commands from output, and what a command asks for. */

import { smtpSwitch, type OutputOrigin } from './exchange-properties.ts';

/** What a command prints. */
export interface CommandTarget {
  readonly origin: OutputOrigin;
  /** The mailbox that it names, in lower case. */
  readonly identity: string | undefined;
  /** Whether it prints the bare value of the switch. */
  readonly isBare: boolean;
}

const origins: readonly (readonly [RegExp, OutputOrigin])[] = [
  [/Get-TransportConfig\b/i, 'organisation'],
  [/Get-(?:EXO)?CASMailbox\b/i, 'mailbox'],
  [/Get-AuthenticationPolicy\b/i, 'policy'],
];

const prompt =
  /^\s{0,20}(?:\[[^\]\s]{1,80}\]:\s?)?(?:(?:\[PS\]|PS)(?:\s[^>]{0,300})?|[A-Z]:\\[^>]{0,300})>/i;

/** Prompts that people make for themselves, such as `muster ❯ `. */
const ownPrompt = /^[^❯➜λ»>]{0,100}[❯➜λ»>](?:\s|$)/;

const cmdlet =
  /^\s{0,20}\(?(?:Get|Set|New|Add|Remove|Connect|Disconnect|Install|Import|Export|Format|Select|Where|ForEach|Out|Write|ConvertTo)-[A-Z]{2,60}\b(?!\s?:)/i;

/** What PowerShell shows of a command that has failed: `Get-CASMailbox : …`, `+ Get-CASMailbox …`, `1 | Get-CASMailbox …`. */
const failure = /^\s{0,20}(?:\+\s|\d{0,4}\s{0,4}\||[A-Z]{2,20}-[A-Z]{2,60}\s?:\s{0,5}\S)/i;

function asksExchange(line: string): boolean {
  return origins.some(([name]) => name.test(line));
}

/** Whether a line is part of an error message about a command, which then has printed nothing. */
export function isFailure(line: string): boolean {
  return failure.test(line) && asksExchange(line);
}

/** Whether a line is a command, or a prompt without one. Among rows a name may look like a cmdlet. */
export function isCommand(line: string, isAmongRows: boolean): boolean {
  return prompt.test(line) || asksExchange(line) || (!isAmongRows && cmdlet.test(line));
}

/** Whether a line that is nothing else may be a command behind a prompt of somebody's own making. */
export function mayBeCommand(line: string): boolean {
  return ownPrompt.test(line);
}

/** Whether the next line belongs to the command as well. */
export function isOpenEnded(command: string): boolean {
  return '|`,({'.includes(command.at(-1) ?? ' ');
}

const named =
  /-(?:Identity|UserPrincipalName|PrimarySmtpAddress)[\s:]{0,5}(?:["'‘’‚‛“”„]([^"'‘’‚‛“”„]{1,300})["'‘’‚‛“”„]|([^\s"'‘’‚‛“”„$-][^\s"'‘’‚‛“”„]{0,300}))/i;
const first =
  /^\s{1,5}(?:["'‘’‚‛“”„]([^"'‘’‚‛“”„]{1,300})["'‘’‚‛“”„]|([^\s"'‘’‚‛“”„$@-][^\s"'‘’‚‛“”„]{0,300}))/;

/** A variable is no name, and a pattern is that of many. */
function identityIn(command: string): string | undefined {
  const [, given] = /CASMailbox\b([^|;)}]{0,2000})/i.exec(command) ?? [];
  if (given === undefined) return undefined;
  const [, quoted, bare] = named.exec(given) ?? first.exec(given) ?? [];
  const identity = quoted ?? bare;
  return identity === undefined || /[$*]/.test(identity) ? undefined : identity.toLowerCase();
}

const bareValue = new RegExp(
  String.raw`(?:\)\.|-Exp\w{0,12}\s{1,5}|(?:%|ForEach|ForEach-Object)\s{0,5}(?:\{\s{0,5}\$_\.)?)` +
    String.raw`["']?${smtpSwitch}["']?\s{0,5}\}?$`,
  'i',
);

/**
 * What a command prints; undefined where it asks Exchange for nothing that is compared, or for several things at once.
 * `below` are the lines that may be its end, where a narrow window broke it.
 */
export function commandTarget(
  command: string,
  below: readonly string[],
): CommandTarget | undefined {
  const whole = [command, ...below].join('');
  const found = origins.filter(([name]) => name.test(whole)).map(([, origin]) => origin);
  const [origin] = found;
  if (origin === undefined || found.length > 1) return undefined;
  const own = identityIn(command);
  return {
    origin,
    identity: own?.includes('@') === true ? own : (identityIn(whole) ?? own),
    isBare: bareValue.test(command) || bareValue.test(whole),
  };
}
