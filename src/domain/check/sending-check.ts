/** Judges from Exchange's output whether the reader's mailbox may send by SMTP. */

import { applicable } from '../applicable.ts';
import { excerpt } from '../text.ts';
import { isCut, nameProperties, smtpSwitch, switchValue } from './exchange-properties.ts';
import type { Expectation } from './expectation.ts';
import type { PowerShellOutput, PrintedObject } from './powershell-output.ts';
import type { SettingFinding } from './setting-findings.ts';

type Findings = readonly SettingFinding[];

/** „Disabled“: true forbids sending, false allows it, null leaves it to the organisation. */
type Disabled = boolean | null;

function disabledOf({ properties }: PrintedObject): Disabled | undefined {
  const text = properties.get(smtpSwitch);
  return text === undefined ? undefined : switchValue(text);
}

function hasSwitch({ properties }: PrintedObject): boolean {
  return properties.has(smtpSwitch);
}

/** The mailboxes that the reader has entered, in lower case and each once. */
function ownMailboxes({ values }: Expectation): readonly string[] {
  const list = [values['mailbox'] ?? '', ...(values['mailboxes'] ?? '').split(/[,;\s]+/)];
  return [...new Set(list.map((mailbox) => mailbox.toLowerCase()))].filter(
    (mailbox) => mailbox !== '',
  );
}

/** The mailbox's own setting beats the organisation's; blank means the organisation's. What cannot be read says nothing. */
function mailboxFindings(
  mailbox: string,
  own: Disabled | undefined,
  organisation: Disabled | undefined,
): Findings {
  if (own === undefined) return [];
  if (own !== null) return [{ code: own ? 'smtp-mailbox-off' : 'smtp-mailbox-on', mailbox }];
  if (organisation === undefined || organisation === null) {
    return [{ code: 'smtp-inherited-unknown', mailbox }];
  }
  return [{ code: organisation ? 'smtp-inherited-off' : 'smtp-inherited-on', mailbox }];
}

/** As it was printed, capitals and all. */
function shownName({ names, properties }: PrintedObject): string {
  const printed = nameProperties.flatMap((name) => properties.get(name) ?? []);
  const all = [...printed, ...names].filter((name) => name !== '');
  return excerpt(all.find((name) => name.includes('@')) ?? all[0] ?? '', 120);
}

/**
 * Prints each mailbox's address and switch, and as a list, in which nothing is cut off. It holds no value and stands here
 * as text: what prints commands, shared with this chunk, would cost every step page another kilobyte.
 * @see https://learn.microsoft.com/powershell/exchange/cmdlet-property-sets checked 2026-11-21, for `PrimarySmtpAddress`
 */
const listCommand =
  "Get-CASMailbox -ResultSize Unlimited | Format-List 'PrimarySmtpAddress', 'SmtpClientAuthenticationDisabled'";

/** Mailboxes by each of their addresses; what was printed last is how it is now. */
function byAddress(printed: readonly PrintedObject[]): ReadonlyMap<string, PrintedObject> {
  return new Map(printed.flatMap((one) => one.addresses.map((address) => [address, one] as const)));
}

/** The last that was printed of each; what has no name is not known to be the same. */
function latest(printed: readonly PrintedObject[]): readonly PrintedObject[] {
  return [...new Map(printed.map((one) => [shownName(one) || one, one])).values()];
}

/**
 * Whether what was printed without a whole address may be this mailbox. A name or an alias does not tell: `info` is the
 * alias of a mailbox in every domain.
 */
function mayBe({ addresses, names }: PrintedObject, mailbox: string): boolean {
  if (addresses.length > 0) return false;
  const cut = names.filter((name) => name.includes('@') && isCut(name));
  return cut.every((name) => mailbox.startsWith(name.replace(/(?:…|\.{3})$/, '')));
}

/** What was printed of mailboxes, as far as it is about those of the reader. */
interface OwnOutput {
  readonly found: readonly (readonly [mailbox: string, printed: PrintedObject])[];
  readonly absent: readonly string[];
  /** Whether something else was printed that may be about one of them, or not. */
  readonly isUnclear: boolean;
}

/** Without an address of the reader's, all that are printed are judged, the first twenty. */
const mailboxLimit = 20;

function ownOutput(printed: readonly PrintedObject[], expected: Expectation): OwnOutput {
  const wanted = printed.length === 0 ? [] : ownMailboxes(expected).slice(0, mailboxLimit);
  if (wanted.length === 0) {
    const all = latest(printed);
    return {
      found: all
        .filter((one) => one.names.length > 0)
        .slice(0, mailboxLimit)
        .map((one) => [shownName(one), one]),
      absent: [],
      isUnclear: all.some((one) => one.names.length === 0),
    };
  }
  const known = byAddress(printed);
  const missing = wanted.filter((mailbox) => !known.has(mailbox));
  return {
    found: wanted.flatMap((mailbox) => {
      const one = known.get(mailbox);
      return one ? [[mailbox, one] as const] : [];
    }),
    absent: missing,
    isUnclear: printed.some((one) => missing.some((mailbox) => mayBe(one, mailbox))),
  };
}

function ownFindings(
  { found, absent, isUnclear }: OwnOutput,
  organisation: Disabled | undefined,
): Findings {
  const findings = found.flatMap(([mailbox, one]) =>
    mailboxFindings(mailbox, disabledOf(one), organisation),
  );
  if (isUnclear) {
    return [...findings, { code: 'smtp-mailbox-unnamed', command: listCommand }];
  }
  // Whoever asked for some of the mailboxes has an answer for these.
  const [mailbox] = absent;
  const isAbsent = found.length === 0 && mailbox !== undefined;
  return isAbsent ? [{ code: 'smtp-mailbox-absent', mailbox }] : findings;
}

function organisationFindings(organisation: Disabled | undefined, isAlone: boolean): Findings {
  if (organisation === undefined || organisation === null) return [];
  if (!isAlone) return organisation ? [] : [{ code: 'smtp-open-for-all' }];
  const code = organisation ? 'smtp-organisation-off' : 'smtp-organisation-on';
  return [{ code }];
}

/** Nobody says whether organisation or mailbox; only a mailbox can be blank. */
function unattributedFindings(disabled: Disabled | undefined): Findings {
  if (disabled === undefined) return [];
  if (disabled === null) return [{ code: 'smtp-unattributed-blank' }];
  return [{ code: disabled ? 'smtp-unattributed-off' : 'smtp-unattributed-on' }];
}

/** It is about Basic sign-ins only; with OAuth it is a place to look, not to change (FF-12). */
function policyFindings(printed: readonly PrintedObject[]): Findings {
  return printed.slice(0, mailboxLimit).flatMap((one): Findings => {
    const allowed = switchValue(one.properties.get('allowbasicauthsmtp') ?? '');
    if (typeof allowed !== 'boolean') return [];
    return [{ code: allowed ? 'smtp-policy-on' : 'smtp-policy-off', name: shownName(one) }];
  });
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

/** Off for all ways that the product could receive by: then it cannot receive at all. */
function receivingFindings(printed: readonly PrintedObject[], expected: Expectation): Findings {
  const { mailServers } = applicable(expected.guide, expected.values);
  const ways = mailServers.map(({ protocol }) => protocol).filter((one) => one !== 'smtp');
  const [protocol] = ways;
  if (protocol === undefined) return [];
  const telling = printed.filter(({ properties }) =>
    ways.some((way) => properties.has(`${way}enabled`)),
  );
  return ownOutput(telling, expected).found.flatMap(([, one]): Findings => {
    const isOff = (way: string): boolean =>
      switchValue(one.properties.get(`${way}enabled`) ?? '') === false;
    if (!ways.every(isOff)) return [];
    return [{ code: 'receiving-off', mailbox: shownName(one), protocol }];
  });
}

/**
 * Says who may send, in words that do not negate twice: the mailbox's own setting, else the organisation's.
 * @see https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission checked 2026-11-20 (FF-11, BM-12)
 */
export function checkSending(output: PowerShellOutput, expected: Expectation): Findings {
  const of = (origin: PrintedObject['origin']): readonly PrintedObject[] =>
    output.objects.filter((one) => one.origin === origin);
  const complaints = output.complaints.map((one) => ({ code: `powershell-${one}` }) as const);
  const policies = policyFindings(of('policy'));
  const mailboxes = of('mailbox');
  const receiving = receivingFindings(mailboxes, expected);
  if (expected.guide.smtpAuth === 'not-needed') {
    return [{ code: 'smtp-not-needed' }, ...complaints, ...receiving];
  }
  const own = ownOutput(mailboxes.filter(hasSwitch), expected);
  const last = of('organisation').findLast(hasSwitch);
  const organisation = last && disabledOf(last);
  const loose = of('unsaid').filter(hasSwitch);
  const isAlone = !mailboxes.some(hasSwitch);
  const sending = [
    ...ownFindings(own, organisation),
    ...organisationFindings(organisation, isAlone),
    ...loose.flatMap((one) => unattributedFindings(disabledOf(one))),
    ...unreadable([...own.found.map(([, one]) => one), ...(last ? [last] : []), ...loose]),
    ...(output.hasBrokenTable
      ? [{ code: 'smtp-table-broken', command: listCommand } as const]
      : []),
  ];
  const isSilent = sending.length === 0 && complaints.length === 0 && policies.length === 0;
  return [
    ...complaints,
    ...sending,
    ...(isSilent ? [{ code: 'smtp-not-shown' } as const] : []),
    ...receiving,
    ...policies,
  ];
}
