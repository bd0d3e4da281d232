/** Distinguishes commands from output, and reads what a command asks for. */

import type { OutputOrigin } from './exchange-properties.ts';

/** A line with a command. */
export interface PrintedCommand {
  readonly text: string;
  /** Whether the command is incomplete: it continues on the next lines, which are not joined, or its end is missing. */
  readonly isTorn: boolean;
}

/** The object that a command prints. */
export interface CommandTarget {
  readonly origin: OutputOrigin;
  /** The mailbox that it names, in lower case. */
  readonly identity: string | undefined;
}

/** A command's change to the setting of a mailbox or the organisation. */
export interface SettingChange {
  readonly origin: 'mailbox' | 'organisation';
  /** The mailbox that it names, in lower case; undefined may mean any mailbox. */
  readonly identity: string | undefined;
  /** The switch's new value, null if it is taken off; undefined if it is not plain to see. */
  readonly disabled: boolean | null | undefined;
}

const origins: Readonly<Record<string, OutputOrigin>> = {
  transportconfig: 'organisation',
  casmailbox: 'mailbox',
  mailbox: 'mailbox',
  authenticationpolicy: 'policy',
  serviceprincipalauthorization: 'access',
  serviceprincipal: 'principal',
  managementscope: 'scope',
  managementroleassignment: 'assignment',
};
const asking = new RegExp(
  String.raw`\b(?:Get|New|Test)-(?:EXO|Mg)?(${Object.keys(origins).join('|')})\b([^|;)}]{0,2000})`,
  'gi',
);
const setting = /\bSet-(CASMailbox|TransportConfig)\b([^|;)}]{0,2000})/gi;

const prompt =
  /^\s{0,20}(?:\[[^\]\s]{1,80}\]:\s?)?(?:(?:\[PS\]|PS)(?:\s[^>]{0,300})?|[A-Z]:\\[^>]{0,300})>/i;

const cmdlet =
  /^\s{0,20}\(?(?:Get|Set|New|Add|Remove|Test|Connect|Disconnect|Install|Import|Export|Format|Select|Where|ForEach|Out|Write|ConvertTo)-[A-Z]{2,60}\b(?!\s?:)/i;

/** PowerShell's echo of a failed command: `Get-CASMailbox : …`, `+ Get-CASMailbox …`, `1 | Get-CASMailbox …`. */
const failure = /^\s{0,20}(?:\+\s|\d{0,4}\s{0,4}\||[A-Z]{2,20}-[A-Z]{2,60}\s?:\s{0,5}\S)/i;

function asksExchange(line: string): boolean {
  return line.search(asking) >= 0 || line.search(setting) >= 0;
}

/** Whether a line is part of an error message about a command, which therefore printed nothing. */
export function isFailure(line: string): boolean {
  return failure.test(line) && asksExchange(line);
}

/** Whether a line is a command or an empty prompt. Within a table, a name may look like a cmdlet. */
export function isCommand(line: string, isAmongRows: boolean): boolean {
  return prompt.test(line) || asksExchange(line) || (!isAmongRows && cmdlet.test(line));
}

/** Whether the command continues on the next line. */
export function isOpenEnded(command: string): boolean {
  return /[|`,({]$/.test(command);
}

const quotes = `"'‘’‚‛“”„`;
const identity = String.raw`(?:[${quotes}]([^${quotes}]{1,300})[${quotes}]|([^\s${quotes}$@–—―-][^\s${quotes}]{0,300}))`;
const named = new RegExp(
  String.raw`[-–—―](?:Identity|UserPrincipalName|PrimarySmtpAddress)[\s:]{0,5}${identity}`,
  'i',
);
const first = new RegExp(String.raw`^\s{1,5}${identity}`);

/** The mailbox in a command's parameters; a variable or a wildcard pattern does not name one. */
function identityIn(given: string): string | undefined {
  const [, quoted, bare] = named.exec(given) ?? first.exec(given) ?? [];
  const name = quoted ?? bare;
  return name === undefined || /[$*]/.test(name) ? undefined : name.toLowerCase();
}

/** The object that a command prints; undefined if it is not compared, if there are several, or if the command sets one. */
export function commandTarget({ text, isTorn }: PrintedCommand): CommandTarget | undefined {
  const [only, another] = [...text.matchAll(asking)];
  if (!only || another || isTorn || text.search(setting) >= 0) return undefined;
  // With two statements, the source of the output is unknown; bare values are not read.
  if (/;|\)\.|\s-Exp/i.test(text)) return undefined;
  const [, noun = '', given = ''] = only;
  const origin = origins[noun.toLowerCase()];
  return origin && { origin, identity: identityIn(given) };
}

/** Matches the switch by the start of its name, or splatted parameters, which may include it. */
const setsSwitch = /\s(?:[-–—―]Sm|@\w)/i;

const switched = /[-–—―]Smtp?[a-z]{0,40}[\s:]{1,5}["'(]{0,2}\$?(true|false|null)\b/i;

function newValue(given: string): boolean | null | undefined {
  const word = switched.exec(given)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return word === 'null' ? null : word === 'true';
}

/** The settings that a command changes, or may change. */
export function commandChanges({ text, isTorn }: PrintedCommand): readonly SettingChange[] {
  if (!isTorn && !setsSwitch.test(text)) return [];
  return [...text.matchAll(setting)].map(([, name = '', given = '']) => {
    const mailbox = isTorn ? undefined : identityIn(given);
    return {
      origin: name.toLowerCase() === 'casmailbox' ? 'mailbox' : 'organisation',
      identity: mailbox?.includes('@') === true ? mailbox : undefined,
      disabled: isTorn ? undefined : newValue(given),
    };
  });
}

/** Whether a command creates, changes or assigns an authentication policy. */
export function isPolicyCommand(command: string): boolean {
  return /\b(?:New|Set|Remove)-AuthenticationPolicy\b|-AuthenticationPolicy\s/i.test(command);
}

const ownColumns =
  /@\{|\|\s{0,5}(?:select|f[lt]|format-)[^|;]{0,500}\$(?!(?:true|false|null)\b)[a-z]/i;

/** Whether a command may print a calculated value as the switch: `@{n='…';e={-not $_.…}}`. */
export function mayCalculate({ text, isTorn }: PrintedCommand): boolean {
  return isTorn || ownColumns.test(text);
}

/** The sign-in command in a line, up to the next statement. */
export function signInOf(command: string): string | undefined {
  const [signIn] = /\bConnect-ExchangeOnline\b[^;|]{0,500}/i.exec(command) ?? [];
  return signIn?.toLowerCase().trim();
}

const mailHeader =
  /^\W{0,10}(?:(?:Von|From|Gesendet|Sent|Datum|Date|Betreff|Subject|An|To|De|Envoyé|Objet|À)\*{0,2}\s?:(?:\s|\*|$)|(?:Am|On|Le)\s.{1,300}\b(?:schrieb|wrote|a\sécrit(?!\p{L}))|.{1,200}\bschrieb am\b|-{3,20}\s?(?:Ursprüngliche Nachricht|Weitergeleitete Nachricht|Original Message|Forwarded message|Message (?:d['’]origine|transféré)))/iu;

/** Whether a line is the header of a mail that was answered or forwarded. */
export function isMailHeader(line: string): boolean {
  return mailHeader.test(line.slice(0, 600));
}
