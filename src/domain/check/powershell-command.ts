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

/** A setting of a mailbox, or of the organisation, that a command changes. */
export interface SettingChange {
  readonly origin: 'mailbox' | 'organisation';
  /** The mailbox that it names, in lower case; without one it may be any. */
  readonly identity: string | undefined;
  /** Whether what the command prints may have been printed before. */
  readonly isLast: boolean;
}

const origins: readonly (readonly [RegExp, OutputOrigin])[] = [
  [/Get-TransportConfig\b/i, 'organisation'],
  [/Get-(?:EXO)?CASMailbox\b/i, 'mailbox'],
  [/Get-AuthenticationPolicy\b/i, 'policy'],
  [/Test-ServicePrincipalAuthorization\b/i, 'access'],
  [/(?:Get|New)-(?:Mg)?ServicePrincipal\b/i, 'principal'],
  [/(?:Get|New)-ManagementScope\b/i, 'scope'],
  [/(?:Get|New)-ManagementRoleAssignment\b/i, 'assignment'],
  [/Get-(?:EXO)?Mailbox\b/i, 'mailbox'],
];

const prompt =
  /^\s{0,20}(?:\[[^\]\s]{1,80}\]:\s?)?(?:(?:\[PS\]|PS)(?:\s[^>]{0,300})?|[A-Z]:\\[^>]{0,300})>/i;

/** Prompts that people make for themselves, such as `muster ❯ `. */
const ownPrompt = /^[^❯➜λ»>]{0,100}[❯➜λ»>](?:\s|$)/;

const cmdlet =
  /^\s{0,20}\(?(?:Get|Set|New|Add|Remove|Test|Connect|Disconnect|Install|Import|Export|Format|Select|Where|ForEach|Out|Write|ConvertTo)-[A-Z]{2,60}\b(?!\s?:)/i;

/** What PowerShell shows of a command that has failed: `Get-CASMailbox : …`, `+ Get-CASMailbox …`, `1 | Get-CASMailbox …`. */
const failure = /^\s{0,20}(?:\+\s|\d{0,4}\s{0,4}\||[A-Z]{2,20}-[A-Z]{2,60}\s?:\s{0,5}\S)/i;

const setter = /Set-(?:CASMailbox|TransportConfig)\b/i;

function asksExchange(line: string): boolean {
  return setter.test(line) || origins.some(([name]) => name.test(line));
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
  /[-–—―](?:Identity|UserPrincipalName|PrimarySmtpAddress)[\s:]{0,5}(?:["'‘’‚‛“”„]([^"'‘’‚‛“”„]{1,300})["'‘’‚‛“”„]|([^\s"'‘’‚‛“”„$–—―-][^\s"'‘’‚‛“”„]{0,300}))/i;
const first =
  /^\s{1,5}(?:["'‘’‚‛“”„]([^"'‘’‚‛“”„]{1,300})["'‘’‚‛“”„]|([^\s"'‘’‚‛“”„$@–—―-][^\s"'‘’‚‛“”„]{0,300}))/;

/** A variable is no name, and a pattern is that of many. */
function identityIn(given: string): string | undefined {
  const [, quoted, bare] = named.exec(given) ?? first.exec(given) ?? [];
  const identity = quoted ?? bare;
  return identity === undefined || /[$*]/.test(identity) ? undefined : identity.toLowerCase();
}

const readMailboxes = /Get-(?:EXO)?CASMailbox\b([^|;)}]{0,2000})/gi;

/** The mailbox that is read; of several it cannot be told whose the output is. */
function readIdentity(command: string): string | undefined {
  const [only, another] = [...command.matchAll(readMailboxes)];
  return another ? undefined : identityIn(only?.[1] ?? '');
}

/** Whatever stands before the bracket, such as `-not` or `[bool]`, makes another value of it. */
const bareMember = new RegExp(
  String.raw`(?:^|[>❯➜λ»;])\s{0,5}\([^()]{1,2000}\)\.["']?${smtpSwitch}["']?\s{0,5}$`,
  'i',
);
const expandedMember = new RegExp(
  String.raw`(?:-Exp\w{0,12}\s{1,5}|(?:%|ForEach|ForEach-Object)\s{0,5}(?:\{\s{0,5}\$_\.)?)` +
    String.raw`["']?${smtpSwitch}["']?\s{0,5}\}?$`,
  'i',
);

function isBare(command: string): boolean {
  return bareMember.test(command) || expandedMember.test(command);
}

/** What prints nothing is left out: whatever is read there is handed on to what sets. */
function withoutSetting(command: string): string {
  const statements = command.split(';');
  return statements.filter((statement) => !setter.test(statement)).join(';');
}

/**
 * What a command prints; undefined where it asks Exchange for nothing that is compared, or for several things at once.
 * `below` are the lines that may be its end, where a narrow window broke it.
 */
export function commandTarget(
  command: string,
  below: readonly string[],
): CommandTarget | undefined {
  const printing = withoutSetting(command);
  const whole = withoutSetting([command, ...below].join(''));
  const found = origins.filter(([name]) => name.test(whole)).map(([, origin]) => origin);
  const [origin] = found;
  if (origin === undefined || found.length > 1) return undefined;
  const own = readIdentity(printing);
  return {
    origin,
    identity: own?.includes('@') === true ? own : (readIdentity(whole) ?? own),
    isBare: isBare(printing) || isBare(whole),
  };
}

const changedObjects = /Set-(CASMailbox|TransportConfig)\b([^|;)}]{0,2000})/gi;
/** The switch by the beginning of its name, or parameters that stand elsewhere. */
const setsSwitch = /\s(?:[-–—―]Sm|@\w)/i;

/** The switches that a command changes, or may change; where it was broken, by either reading. */
export function commandChanges(
  command: string,
  below: readonly string[],
): readonly SettingChange[] {
  const whole = [command, ...below].join('');
  if (!setsSwitch.test(whole) && !setsSwitch.test([command, ...below].join(' '))) return [];
  return [command, whole].flatMap((text) => {
    const read = text.search(/Get-/i);
    return [...text.matchAll(changedObjects)].map((match): SettingChange => {
      const [, name = '', given = ''] = match;
      const isMailbox = name.toLowerCase() === 'casmailbox';
      const identity = isMailbox ? identityIn(given) : undefined;
      return {
        origin: isMailbox ? 'mailbox' : 'organisation',
        identity: identity?.includes('@') === true ? identity : undefined,
        // A statement before this one reads; what is read within it is handed on to the change.
        isLast: read >= 0 && read < text.lastIndexOf(';', match.index),
      };
    });
  });
}

const variableColumns =
  /\|\s{0,5}(?:select|f[lt]|format-)[^|;]{0,500}\$(?!(?:true|false|null)\b)[a-z]/;

/**
 * Whether what a command prints as the switch is, or may be, somebody's own expression: `@{n='…';e={-not $_.…}}`, or a
 * variable that stands for one.
 */
export function isCalculated(command: string, below: readonly string[]): boolean {
  const whole = [command, ...below].join('').toLowerCase();
  const at = whole.indexOf('@{');
  return (at >= 0 && whole.includes('smtpclient', at)) || variableColumns.test(whole);
}

/** The sign-in of a command; one that names no account is like no other. */
export function signInOf(command: string): string | undefined {
  const [signIn] = /\bConnect-ExchangeOnline\b[^;|]{0,500}/i.exec(command) ?? [];
  return signIn?.toLowerCase().trim();
}

const mailHeader =
  /^\W{0,10}(?:(?:Von|From|Gesendet|Sent|Datum|Date|Betreff|Subject|An|To)\*{0,2}:(?:\s|\*|$)|(?:Am|On)\s.{1,300}\b(?:schrieb|wrote)\b|.{1,200}\bschrieb am\b|-{3,20}\s?(?:Ursprüngliche Nachricht|Weitergeleitete Nachricht|Original Message|Forwarded message))/i;

/** Whether a line stands above a mail that was answered or passed on. */
export function isMailHeader(line: string): boolean {
  return mailHeader.test(line.slice(0, 600));
}
