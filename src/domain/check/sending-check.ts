/** Judges from Exchange's output whether the reader's mailbox may send by SMTP. */

import { choiceOf } from '../guide/applicable.ts';
import { excerpt } from '../values/text.ts';
import { isCut, nameProperties, smtpSwitch, switchValue } from './exchange-properties.ts';
import type { Expectation } from './expectation.ts';
import type { PowerShellOutput } from './powershell-output.ts';
import type { PrintedObject } from './printed-objects.ts';
import type { PlacedChange } from './printed-transcript.ts';
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

/** The choice of who shall send. */
const smtpScope = 'smtpScope';

function namesOf(list: string): readonly string[] {
  const names = new Set(list.toLowerCase().split(/[,;\s]+/));
  return [...names].filter((mailbox) => mailbox !== '');
}

/** The mailboxes that the reader has entered, in lower case and each once. */
function ownMailboxes({ values }: Expectation): readonly string[] {
  return namesOf(`${values['mailbox'] ?? ''},${values['mailboxes'] ?? ''}`);
}

/** The mailboxes that shall send; where the reader has chosen the whole organisation, none in particular. */
function sendingMailboxes({ guide, values }: Expectation): readonly string[] {
  const scope = choiceOf(guide, smtpScope, values);
  if (scope === 'organisation') return [];
  const list = scope === 'mailboxes' ? values['mailboxes'] : undefined;
  return namesOf(list ?? values['mailbox'] ?? '');
}

/** What was printed of one object, in the order of the text. */
type Readings = readonly PrintedObject[];

/** Mails stand in a text with the newest on top or at the end, and a second sign-in may be to another organisation. */
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

/** Whether a change stands behind the last reading, or in another mail, which may be newer. */
function isChangedSince(readings: Readings, changes: readonly PlacedChange[]): boolean {
  const last = readings.at(-1);
  if (!last) return false;
  return changes.some(({ origin, identity, place }) => {
    if (origin !== last.origin) return false;
    const isOwn = identity === undefined || last.addresses.includes(identity);
    return isOwn && (place.at > last.place.at || place.passage !== last.place.passage);
  });
}

/** The value that counts; undefined where none does. */
function currentOf(readings: Readings, changes: readonly PlacedChange[]): Disabled | undefined {
  const last = readings.at(-1);
  if (!last || isContradictory(readings) || isChangedSince(readings, changes)) return undefined;
  return disabledOf(last);
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

function grouped<Key>(
  pairs: readonly (readonly [Key, PrintedObject])[],
): ReadonlyMap<Key, Readings> {
  const groups = Map.groupBy(pairs, ([key]) => key);
  return new Map([...groups].map(([key, all]) => [key, all.map(([, one]) => one)]));
}

/** Mailboxes by each of their addresses. */
function byAddress(printed: readonly PrintedObject[]): ReadonlyMap<string, Readings> {
  return grouped(printed.flatMap((one) => one.addresses.map((address) => [address, one] as const)));
}

/** By what they are called; what has no name is not known to be the same. */
function byName(printed: readonly PrintedObject[]): readonly Readings[] {
  const pairs = printed.map((one) => [shownName(one) || one, one] as const);
  return [...grouped<string | PrintedObject>(pairs).values()];
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
  readonly found: readonly (readonly [mailbox: string, printed: Readings])[];
  readonly absent: readonly string[];
  /** Whether something else was printed that may be about one of them, or not. */
  readonly isUnclear: boolean;
}

/** Without an address of the reader's, all that are printed are judged, the first twenty. */
const mailboxLimit = 20;

function ownOutput(printed: readonly PrintedObject[], expected: Expectation): OwnOutput {
  const wanted = printed.length === 0 ? [] : ownMailboxes(expected).slice(0, mailboxLimit);
  if (wanted.length === 0) {
    const found = byName(printed.filter(({ names }) => names.length > 0)).slice(0, mailboxLimit);
    return {
      found: found.flatMap((readings) => {
        const last = readings.at(-1);
        return last ? [[shownName(last), readings] as const] : [];
      }),
      absent: [],
      isUnclear: printed.some(({ names }) => names.length === 0),
    };
  }
  const known = byAddress(printed);
  const missing = wanted.filter((mailbox) => !known.has(mailbox));
  return {
    found: wanted.flatMap((mailbox) => {
      const readings = known.get(mailbox);
      return readings ? [[mailbox, readings] as const] : [];
    }),
    absent: missing,
    isUnclear: printed.some((one) => missing.some((mailbox) => mayBe(one, mailbox))),
  };
}

/** A mailbox follows the organisation as far as both were printed for the same sign-in. */
function foundFindings(
  mailbox: string,
  readings: Readings,
  organisations: Readings,
  changes: readonly PlacedChange[],
): Findings {
  if (isChangedSince(readings, changes)) return [{ code: 'smtp-changed-since', mailbox }];
  if (isContradictory(readings)) return [{ code: 'smtp-contradictory', mailbox }];
  const session = readings.at(-1)?.place.session;
  const same = organisations.filter(({ place }) => place.session === session);
  const own = currentOf(readings, changes);
  if (own === null && same.length === 0 && organisations.length > 0) {
    return [{ code: 'smtp-inherited-elsewhere', mailbox }];
  }
  return mailboxFindings(mailbox, own, currentOf(same, changes));
}

function ownFindings(
  { found, absent, isUnclear }: OwnOutput,
  { changes }: PowerShellOutput,
  organisations: Readings,
  expected: Expectation,
): Findings {
  const findings = found.flatMap(([mailbox, readings]) =>
    foundFindings(mailbox, readings, organisations, changes),
  );
  if (isUnclear) {
    return [...findings, { code: 'smtp-mailbox-unnamed', command: listCommand }];
  }
  const sending = sendingMailboxes(expected);
  const missing = absent.filter((mailbox) => sending.includes(mailbox));
  // Where no mailbox of the reader's was printed at all, one of them says so.
  const told = found.length === 0 && missing.length === 0 ? absent.slice(0, 1) : missing;
  return [
    ...findings,
    ...told.map((mailbox) => ({ code: 'smtp-mailbox-absent', mailbox }) as const),
  ];
}

function organisationFindings(
  readings: Readings,
  changes: readonly PlacedChange[],
  isAlone: boolean,
  { guide, values }: Expectation,
): Findings {
  if (isChangedSince(readings, changes)) return [{ code: 'smtp-organisation-changed-since' }];
  if (isContradictory(readings)) return [{ code: 'smtp-organisation-contradictory' }];
  const organisation = currentOf(readings, changes);
  if (organisation === undefined || organisation === null) return [];
  if (choiceOf(guide, smtpScope, values) === 'organisation') {
    return [{ code: organisation ? 'smtp-organisation-closed' : 'smtp-organisation-open' }];
  }
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

/**
 * Says who may send, in words that do not negate twice: the mailbox's own setting, else the organisation's.
 * @see https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission checked 2026-11-20 (FF-11, BM-12)
 */
export function checkSending(output: PowerShellOutput, expected: Expectation): Findings {
  const of = (origin: PrintedObject['origin']): readonly PrintedObject[] =>
    output.objects.filter((one) => one.origin === origin);
  const policies = policyFindings(of('policy'));
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
    ...(output.hasBrokenTable
      ? [{ code: 'smtp-table-broken', command: listCommand } as const]
      : []),
  ];
  const isSilent = sending.length === 0 && policies.length === 0;
  return [
    ...sending,
    ...(isSilent ? [{ code: 'smtp-not-shown' } as const] : []),
    ...receiving,
    ...policies,
  ];
}
