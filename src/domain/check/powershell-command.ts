/** Tells commands from output, and what a command asks for. */

import type { OutputOrigin } from './exchange-properties.ts';

/** A line that orders something. */
export interface PrintedCommand {
  readonly text: string;
  /** Whether it goes on in lines below it, which are not put together: a window broke it, or its end is missing. */
  readonly isTorn: boolean;
}

/** What a command prints. */
export interface CommandTarget {
  readonly origin: OutputOrigin;
  /** The mailbox that it names, in lower case. */
  readonly identity: string | undefined;
}

/** A setting of a mailbox, or of the organisation, that a command changes. */
export interface SettingChange {
  readonly origin: 'mailbox' | 'organisation';
  /** The mailbox that it names, in lower case; without one it may be any. */
  readonly identity: string | undefined;
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

/** What PowerShell shows of a command that has failed: `Get-CASMailbox : …`, `+ Get-CASMailbox …`, `1 | Get-CASMailbox …`. */
const failure = /^\s{0,20}(?:\+\s|\d{0,4}\s{0,4}\||[A-Z]{2,20}-[A-Z]{2,60}\s?:\s{0,5}\S)/i;

function asksExchange(line: string): boolean {
  return line.search(asking) >= 0 || line.search(setting) >= 0;
}

/** Whether a line is part of an error message about a command, which then has printed nothing. */
export function isFailure(line: string): boolean {
  return failure.test(line) && asksExchange(line);
}

/** Whether a line is a command, or a prompt without one. Among rows a name may look like a cmdlet. */
export function isCommand(line: string, isAmongRows: boolean): boolean {
  return prompt.test(line) || asksExchange(line) || (!isAmongRows && cmdlet.test(line));
}

/** Whether the next line belongs to the command as well. */
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

/** A variable is no name, and a pattern is that of many. */
function identityIn(given: string): string | undefined {
  const [, quoted, bare] = named.exec(given) ?? first.exec(given) ?? [];
  const name = quoted ?? bare;
  return name === undefined || /[$*]/.test(name) ? undefined : name.toLowerCase();
}

/** What a command prints; undefined where it asks Exchange for nothing that is compared, for several things, or sets one. */
export function commandTarget({ text, isTorn }: PrintedCommand): CommandTarget | undefined {
  const [only, another] = [...text.matchAll(asking)];
  if (!only || another || isTorn || text.search(setting) >= 0) return undefined;
  // Of two statements it is not known whose the output is; a bare value is no output that is read.
  if (/;|\)\.|\s-Exp/i.test(text)) return undefined;
  const [, noun = '', given = ''] = only;
  const origin = origins[noun.toLowerCase()];
  return origin && { origin, identity: identityIn(given) };
}

/** The switch by the beginning of its name, or parameters that stand elsewhere. */
const setsSwitch = /\s(?:[-–—―]Sm|@\w)/i;

/** The switches that a command changes, or may change. */
export function commandChanges({ text, isTorn }: PrintedCommand): readonly SettingChange[] {
  if (!isTorn && !setsSwitch.test(text)) return [];
  return [...text.matchAll(setting)].map(([, name = '', given = '']) => {
    const mailbox = isTorn ? undefined : identityIn(given);
    return {
      origin: name.toLowerCase() === 'casmailbox' ? 'mailbox' : 'organisation',
      identity: mailbox?.includes('@') === true ? mailbox : undefined,
    };
  });
}

const ownColumns =
  /@\{|\|\s{0,5}(?:select|f[lt]|format-)[^|;]{0,500}\$(?!(?:true|false|null)\b)[a-z]/i;

/** Whether what a command prints as the switch may be somebody's own expression: `@{n='…';e={-not $_.…}}`. */
export function mayCalculate({ text, isTorn }: PrintedCommand): boolean {
  return isTorn || ownColumns.test(text);
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
