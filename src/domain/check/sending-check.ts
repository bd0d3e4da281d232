/** Judges from Exchange's output whether the reader's mailbox may send by SMTP. */

import { choiceOf } from '../guide/applicable.ts';
import { safeText } from '../text/safe-text.ts';
import { excerpt } from '../values/text.ts';
import { smtpSwitch, switchValue } from './exchange-properties.ts';
import type { Expectation } from './expectation.ts';
import {
  mailboxLimit,
  ownOutput,
  sendingMailboxes,
  shownName,
  smtpScope,
  type OwnOutput,
  type Readings,
} from './own-mailboxes.ts';
import type { PlacedChange, PowerShellOutput } from './powershell-output.ts';
import { hasSwitch, type PrintedObject } from './printed-objects.ts';
import type { SettingFinding } from './setting-findings.ts';

type Findings = readonly SettingFinding[];

/** „Disabled“: true forbids sending, false allows it, null leaves it to the organisation. */
type Disabled = boolean | null;

function disabledOf({ properties }: PrintedObject): Disabled | undefined {
  const text = properties.get(smtpSwitch);
  return text === undefined ? undefined : switchValue(text);
}

/** Whether readings from different mails or sign-ins disagree: it is unknown which mail is newer, or which organisation is meant. */
function isContradictory(readings: Readings): boolean {
  const last = readings.at(-1);
  if (!last) return false;
  const { passage, session } = last.place;
  return readings.some(
    (one) =>
      disabledOf(one) !== disabledOf(last) &&
      (one.place.passage !== passage || one.place.session !== session),
  );
}

/** Whether a change follows the last reading, or is in another mail, which may be newer. */
function isChangedSince(readings: Readings, changes: readonly PlacedChange[]): boolean {
  const last = readings.at(-1);
  if (!last) return false;
  return changes.some(({ origin, identity, place }) => {
    if (origin !== last.origin) return false;
    const isOwn = identity === undefined || last.addresses.includes(identity);
    return isOwn && (place.at > last.place.at || place.passage !== last.place.passage);
  });
}

/** The current value, or why it is uncertain; undefined if there is none or it is unreadable. */
function currentOf(
  readings: Readings,
  changes: readonly PlacedChange[],
): Disabled | 'changed-since' | 'contradictory' | undefined {
  if (isChangedSince(readings, changes)) return 'changed-since';
  if (isContradictory(readings)) return 'contradictory';
  const last = readings.at(-1);
  return last && disabledOf(last);
}

/** The mailbox's own setting overrides the organisation's; blank inherits it. An unreadable setting gives no finding. */
function mailboxFindings(
  mailbox: string,
  own: ReturnType<typeof currentOf>,
  organisation: ReturnType<typeof currentOf>,
): Findings {
  if (own === undefined) return [];
  if (typeof own === 'string') return [{ code: `smtp-${own}`, mailbox }];
  if (own !== null) return [{ code: own ? 'smtp-mailbox-off' : 'smtp-mailbox-on', mailbox }];
  if (typeof organisation !== 'boolean') return [{ code: 'smtp-inherited-unknown', mailbox }];
  return [{ code: organisation ? 'smtp-inherited-off' : 'smtp-inherited-on', mailbox }];
}

/**
 * Prints each mailbox's address and switch as a list, in which nothing is cut off. It has no slots and is kept as text
 * here: sharing the code for scripts with this chunk would cost every step page another kilobyte.
 * @see https://learn.microsoft.com/powershell/exchange/cmdlet-property-sets checked 2026-11-21, for `PrimarySmtpAddress`
 */
const listCommand =
  "Get-CASMailbox -ResultSize Unlimited | Format-List 'PrimarySmtpAddress', 'SmtpClientAuthenticationDisabled'";

/** Judges a mailbox. It inherits the organisation's setting only if both were printed in the same session. */
function foundFindings(
  mailbox: string,
  readings: Readings,
  organisations: Readings,
  changes: readonly PlacedChange[],
): Findings {
  const session = readings.at(-1)?.place.session;
  const same = organisations.filter(({ place }) => place.session === session);
  const own = currentOf(readings, changes);
  if (own === null && same.length === 0 && organisations.length > 0) {
    return [{ code: 'smtp-inherited-elsewhere', mailbox }];
  }
  return mailboxFindings(mailbox, own, currentOf(same, changes));
}

/** Whether output about sending was unreadable. */
function isPartly({ unread }: PowerShellOutput): boolean {
  return unread.some(({ isSending }) => isSending);
}

function ownFindings(
  { found, absent, isUnclear }: OwnOutput,
  output: PowerShellOutput,
  organisations: Readings,
  expected: Expectation,
): Findings {
  const findings = found.flatMap(([mailbox, readings]) =>
    foundFindings(mailbox, readings, organisations, output.changes),
  );
  if (isPartly(output)) return [...findings, { code: 'smtp-table-broken', command: listCommand }];
  if (isUnclear) {
    return [...findings, { code: 'smtp-mailbox-unnamed', command: listCommand }];
  }
  const sending = sendingMailboxes(expected);
  const missing = absent.filter((mailbox) => sending.includes(mailbox));
  // If none of the reader's mailboxes was printed, report just one of them.
  const reported = found.length === 0 && missing.length === 0 ? absent.slice(0, 1) : missing;
  return [
    ...findings,
    ...reported.map((mailbox) => ({ code: 'smtp-mailbox-absent', mailbox }) as const),
  ];
}

function organisationFindings(
  readings: Readings,
  changes: readonly PlacedChange[],
  isAlone: boolean,
  { guide, values }: Expectation,
): Findings {
  const organisation = currentOf(readings, changes);
  if (typeof organisation === 'string') return [{ code: `smtp-organisation-${organisation}` }];
  if (organisation === undefined || organisation === null) return [];
  if (choiceOf(guide, smtpScope, values) === 'organisation') {
    return [{ code: organisation ? 'smtp-organisation-closed' : 'smtp-organisation-open' }];
  }
  if (!isAlone) return organisation ? [] : [{ code: 'smtp-open-for-all' }];
  const code = organisation ? 'smtp-organisation-off' : 'smtp-organisation-on';
  return [{ code }];
}

/** Judges a switch that may be the organisation's or a mailbox's; only a mailbox's can be blank. */
function unattributedFindings(disabled: Disabled | undefined): Findings {
  if (disabled === undefined) return [];
  if (disabled === null) return [{ code: 'smtp-unattributed-blank' }];
  return [{ code: disabled ? 'smtp-unattributed-off' : 'smtp-unattributed-on' }];
}

/**
 * Notes on authentication policies: they concern only Basic authentication, so with OAuth nothing needs changing
 * (FF-12). A policy that shows nothing about sending says it about receiving.
 */
function policyFindings(printed: readonly PrintedObject[]): Findings {
  return printed.slice(0, mailboxLimit).flatMap((one): Findings => {
    const allowed = (protocol: string): Disabled | undefined =>
      switchValue(one.properties.get(`allowbasicauth${protocol}`) ?? '');
    const name = shownName(one);
    const sending = allowed('smtp');
    if (typeof sending === 'boolean') {
      return [{ code: sending ? 'smtp-policy-on' : 'smtp-policy-off', name }];
    }
    const protocol = ['imap', 'pop'].find((each) => typeof allowed(each) === 'boolean');
    if (protocol === undefined) return [];
    const isOn = allowed(protocol) === true;
    return [{ code: isOn ? 'receiving-policy-on' : 'receiving-policy-off', name, protocol }];
  });
}

/** The command as people write it, without anything else of its line; a name that may be a secret is left out. */
function shownCommand({ origin, identity, disabled }: PlacedChange): string {
  const noun = origin === 'mailbox' ? 'CASMailbox' : 'TransportConfig';
  const isPlain =
    identity !== undefined && identity.length <= 120 && safeText(identity) === identity;
  const named = isPlain ? ` -Identity ${identity}` : '';
  return `Set-${noun}${named} -SmtpClientAuthenticationDisabled $${String(disabled)}`;
}

/** Judges a command whose result was not pasted: it says what it does, not whether it was run. */
function commandFinding(change: PlacedChange, expected: Expectation): Findings {
  const { origin, identity, disabled } = change;
  if (disabled === undefined) return [];
  const command = shownCommand(change);
  if (origin === 'organisation') {
    const code =
      disabled === true ? 'smtp-command-organisation-off' : 'smtp-command-organisation-on';
    return [{ code, command }];
  }
  const sending = sendingMailboxes(expected);
  if (identity !== undefined && sending.length > 0 && !sending.includes(identity)) {
    return [{ code: 'smtp-command-elsewhere', command }];
  }
  if (disabled === null) return [{ code: 'smtp-command-blank', command }];
  return [{ code: disabled ? 'smtp-command-off' : 'smtp-command-on', command }];
}

/** What to say if the output says nothing about sending. */
function silentFinding({ isCommandOnly, complaints }: PowerShellOutput): SettingFinding {
  const isOnly = isCommandOnly && complaints.length === 0;
  return { code: isOnly ? 'smtp-command-only' : 'smtp-not-shown' };
}

/** The last change of each mailbox and of the organisation. */
function commandFindings(
  { changes, complaints }: PowerShellOutput,
  expected: Expectation,
): Findings {
  if (complaints.length > 0) return [];
  const last = new Map(changes.map((one) => [`${one.origin} ${one.identity ?? ''}`, one]));
  return [...last.values()].slice(-mailboxLimit).flatMap((one) => commandFinding(one, expected));
}

function unreadable(printed: readonly PrintedObject[]): Findings {
  return printed
    .filter((one) => hasSwitch(one) && disabledOf(one) === undefined)
    .slice(0, 1)
    .map(({ properties }) => ({
      code: 'smtp-unreadable',
      found: excerpt(properties.get(smtpSwitch) ?? '', 40),
    }));
}

/** Reports a mailbox that cannot receive, because every protocol that the product could use is off. */
function receivingFindings(printed: readonly PrintedObject[], expected: Expectation): Findings {
  const ways = expected.guide.mailServers
    .map(({ protocol }) => protocol)
    .filter((one) => one !== 'smtp');
  const [protocol] = ways;
  if (protocol === undefined) return [];
  const telling = printed.filter(({ properties }) =>
    ways.some((way) => properties.has(`${way}enabled`)),
  );
  return ownOutput(telling, expected).found.flatMap(([, readings]): Findings => {
    const one = readings.at(-1);
    if (!one) return [];
    const isOff = (way: string): boolean =>
      switchValue(one.properties.get(`${way}enabled`) ?? '') === false;
    if (!ways.every(isOff)) return [];
    return [{ code: 'receiving-off', mailbox: shownName(one), protocol }];
  });
}

/** Whether an object comes after all unreadable output, which therefore cannot be newer. */
function isLater({ place }: PrintedObject, { unread }: PowerShellOutput): boolean {
  return unread.every(
    ({ place: { at, passage, session }, isSending }) =>
      !isSending || (at <= place.at && passage === place.passage && session === place.session),
  );
}

/**
 * Judges who may send: by the mailbox's own setting, otherwise by the organisation's. Codes avoid the switch's double
 * negation.
 * @see https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission checked 2026-11-20 (FF-11, BM-12)
 */
export function checkSending(output: PowerShellOutput, expected: Expectation): Findings {
  const of = (origin: PrintedObject['origin']): readonly PrintedObject[] =>
    output.objects.filter((one) => one.origin === origin && isLater(one, output));
  const printed = policyFindings(of('policy'));
  const isCommand = output.hasPolicyCommand && printed.length === 0;
  const policies: Findings = isCommand ? [{ code: 'smtp-policy-command' }] : printed;
  const mailboxes = of('mailbox');
  const receiving = receivingFindings(mailboxes, expected);
  if (expected.guide.smtpAuth === 'not-needed') {
    return [{ code: 'smtp-not-needed' }, ...receiving];
  }
  const own = ownOutput(mailboxes.filter(hasSwitch), expected);
  const organisations = of('organisation').filter(hasSwitch);
  const loose = of('unsaid').filter(hasSwitch);
  const isAlone = !mailboxes.some(hasSwitch);
  const sending = [
    ...ownFindings(own, output, organisations, expected),
    ...organisationFindings(organisations, output.changes, isAlone, expected),
    ...loose.flatMap((one) => unattributedFindings(disabledOf(one))),
    ...unreadable([
      ...own.found.flatMap(([, readings]) => readings.slice(-1)),
      ...organisations.slice(-1),
      ...loose,
    ]),
  ];
  const commands = sending.length === 0 ? commandFindings(output, expected) : [];
  const isSilent = [sending, policies, commands].every(({ length }) => length === 0);
  return [
    ...sending,
    ...commands,
    ...(isSilent ? [silentFinding(output)] : []),
    ...receiving,
    ...policies,
  ];
}
