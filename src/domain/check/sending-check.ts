/** Judges from Exchange's output whether the reader's mailbox may send by SMTP. */

import { applicable } from '../applicable.ts';
import { excerpt } from '../text.ts';
import type { Expectation } from './expectation.ts';
import {
  nameProperties,
  switchValue,
  type PowerShellOutput,
  type PrintedObject,
} from './powershell-output.ts';
import type { SettingFinding } from './setting-findings.ts';

type Findings = readonly SettingFinding[];

/** „Disabled“: true forbids sending, false allows it, null leaves it to the organisation. */
type Disabled = boolean | null;

const switchName = 'smtpclientauthenticationdisabled';

function disabledOf({ properties }: PrintedObject): Disabled | undefined {
  const text = properties.get(switchName);
  return text === undefined ? undefined : switchValue(text);
}

function hasSwitch({ properties }: PrintedObject): boolean {
  return properties.has(switchName);
}

/** The mailboxes that the reader has entered, in lower case and each once. */
function ownMailboxes({ values }: Expectation): readonly string[] {
  const list = [values['mailbox'] ?? '', ...(values['mailboxes'] ?? '').split(/[,;\s]+/)];
  return [...new Set(list.map((mailbox) => mailbox.toLowerCase()))].filter(
    (mailbox) => mailbox !== '',
  );
}

/** The mailbox's own setting beats the organisation's; blank means the organisation's. */
function mailboxFinding(
  mailbox: string,
  own: Disabled | undefined,
  organisation: Disabled | undefined,
): SettingFinding {
  if (own === true) return { code: 'smtp-mailbox-off', mailbox };
  if (own === false) return { code: 'smtp-mailbox-on', mailbox };
  if (own === undefined || organisation === undefined || organisation === null) {
    return { code: 'smtp-inherited-unknown', mailbox };
  }
  return { code: organisation ? 'smtp-inherited-off' : 'smtp-inherited-on', mailbox };
}

/** As it was printed, capitals and all. */
function shownName({ names, properties }: PrintedObject): string {
  const printed = nameProperties.flatMap((name) => properties.get(name) ?? []);
  const all = [...printed, ...names].filter((name) => name !== '');
  return excerpt(all.find((name) => name.includes('@')) ?? all[0] ?? '', 120);
}

/**
 * `smtp:` stands before an address in some lists. A name without domain may be the mailbox's alias, but only where no
 * address is printed: `info` is the alias of a mailbox in every domain.
 */
function isNamed({ names }: PrintedObject, mailbox: string): boolean {
  const addresses = names.filter((name) => name.includes('@'));
  if (addresses.length > 0) return addresses.some((one) => one.replace(/^smtp:/, '') === mailbox);
  return names.includes(mailbox.slice(0, mailbox.indexOf('@')));
}

/** Without an address of the reader's, all that are printed are judged, the first twenty. */
const mailboxLimit = 20;

function mailboxFindings(
  printed: readonly PrintedObject[],
  organisation: Disabled | undefined,
  expected: Expectation,
): Findings {
  const wanted = ownMailboxes(expected);
  if (wanted.length === 0) {
    return printed
      .slice(0, mailboxLimit)
      .map((one) => mailboxFinding(shownName(one), disabledOf(one), organisation));
  }
  // A single mailbox without a name is taken for the one that the guide's command asks for.
  const [only] = printed;
  const [first] = wanted;
  if (printed.length === 1 && only?.names.length === 0 && first !== undefined) {
    return [mailboxFinding(first, disabledOf(only), organisation)];
  }
  const found = wanted.slice(0, mailboxLimit).map((mailbox): SettingFinding => {
    const own = printed.find((one) => isNamed(one, mailbox));
    if (own === undefined) return { code: 'smtp-mailbox-absent', mailbox };
    return mailboxFinding(mailbox, disabledOf(own), organisation);
  });
  // Whoever asked for some of the mailboxes has an answer for these.
  const known = found.filter(({ code }) => code !== 'smtp-mailbox-absent');
  return known.length > 0 ? known : found.slice(0, 1);
}

function organisationFindings(organisation: Disabled | undefined, isAlone: boolean): Findings {
  if (organisation === undefined || organisation === null) return [];
  if (!isAlone) return organisation ? [] : [{ code: 'smtp-open-for-all' }];
  const code = organisation ? 'smtp-organisation-off' : 'smtp-organisation-on';
  return [{ code }];
}

/** Nobody says whether organisation or mailbox; only a mailbox can be blank. */
function unattributedFinding(disabled: Disabled | undefined): SettingFinding {
  if (disabled === null) return { code: 'smtp-unattributed-blank' };
  return { code: disabled ? 'smtp-unattributed-off' : 'smtp-unattributed-on' };
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
      found: excerpt(properties.get(switchName) ?? '', 40),
    }));
}

/** Off for all ways that the product could receive by: then it cannot receive at all. */
function receivingFindings(printed: readonly PrintedObject[], expected: Expectation): Findings {
  const { mailServers } = applicable(expected.guide, expected.values);
  const ways = mailServers.map(({ protocol }) => protocol).filter((one) => one !== 'smtp');
  const wanted = ownMailboxes(expected);
  const mine = printed.filter(
    (one) => wanted.length === 0 || wanted.some((mailbox) => isNamed(one, mailbox)),
  );
  return mine.slice(0, mailboxLimit).flatMap((one): Findings => {
    const isOff = (way: string): boolean =>
      switchValue(one.properties.get(`${way}enabled`) ?? '') === false;
    const [protocol] = ways;
    if (protocol === undefined || !ways.every(isOff)) return [];
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
  const shown = mailboxes.filter(hasSwitch);
  const organisation = of('organisation')
    .map(disabledOf)
    .find((one) => one !== undefined);
  const loose = of('unsaid').filter((one) => hasSwitch(one) && disabledOf(one) !== undefined);
  const receiving = receivingFindings(mailboxes, expected);
  if (expected.guide.smtpAuth === 'not-needed') {
    return [{ code: 'smtp-not-needed' }, ...complaints, ...receiving];
  }
  const sending = [
    ...(shown.length > 0 ? mailboxFindings(shown, organisation, expected) : []),
    ...organisationFindings(organisation, shown.length === 0),
    ...loose.slice(0, 1).map((one) => unattributedFinding(disabledOf(one))),
    ...unreadable(output.objects),
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
