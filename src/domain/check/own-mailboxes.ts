/** Recognises the reader's own mailboxes among those printed. */

import { choiceOf } from '../guide/applicable.ts';
import { excerpt } from '../values/text.ts';
import { isCut, nameProperties } from './exchange-properties.ts';
import type { Expectation } from './expectation.ts';
import type { PrintedObject } from './printed-objects.ts';

/** The id of the choice of who may send. */
export const smtpScope = 'smtpScope';

function namesOf(list: string): readonly string[] {
  const names = new Set(list.toLowerCase().split(/[,;\s]+/));
  return [...names].filter((mailbox) => mailbox !== '');
}

/** The mailboxes that the reader has entered, in lower case and without duplicates. */
function ownMailboxes({ values }: Expectation): readonly string[] {
  return namesOf(`${values['mailbox'] ?? ''},${values['mailboxes'] ?? ''}`);
}

/** The mailboxes that are meant to send; empty if the reader has chosen the whole organisation. */
export function sendingMailboxes({ guide, values }: Expectation): readonly string[] {
  const scope = choiceOf(guide, smtpScope, values);
  if (scope === 'organisation') return [];
  const list = scope === 'mailboxes' ? values['mailboxes'] : undefined;
  return namesOf(list ?? values['mailbox'] ?? '');
}

/** Everything printed about one object, in the order of the text. */
export type Readings = readonly PrintedObject[];

/** The object's name as printed, with its capitals; a mail address if it has one. */
export function shownName({ names, properties }: PrintedObject): string {
  const printed = nameProperties.flatMap((name) => properties.get(name) ?? []);
  const all = [...printed, ...names].filter((name) => name !== '');
  return excerpt(all.find((name) => name.includes('@')) ?? all[0] ?? '', 120);
}

/** Groups mailboxes by each of their addresses. */
function byAddress(printed: readonly PrintedObject[]): ReadonlyMap<string, Readings> {
  const pairs = printed.flatMap((one) => one.addresses.map((address) => ({ address, one })));
  const groups = Map.groupBy(pairs, ({ address }) => address);
  return new Map([...groups].map(([address, all]) => [address, all.map(({ one }) => one)]));
}

/** Groups objects by name; objects without a name stay separate. */
function byName(printed: readonly PrintedObject[]): readonly Readings[] {
  const groups = Map.groupBy(printed, (one): string | PrintedObject => shownName(one) || one);
  return [...groups.values()];
}

/**
 * Whether an object printed without a whole address may be this mailbox. A name or alias proves nothing: every domain
 * may have a mailbox with the alias `info`.
 */
function mayBe({ addresses, names }: PrintedObject, mailbox: string): boolean {
  if (addresses.length > 0) return false;
  const cut = names.filter((name) => name.includes('@') && isCut(name));
  return cut.every((name) => mailbox.startsWith(name.replace(/(?:…|\.{3})$/, '')));
}

/** The printed objects that concern the reader's mailboxes. */
export interface OwnOutput {
  readonly found: readonly (readonly [mailbox: string, printed: Readings])[];
  readonly absent: readonly string[];
  /** Whether another printed object may or may not be one of them. */
  readonly isUnclear: boolean;
}

/** The maximum number of mailboxes judged. */
export const mailboxLimit = 20;

/** The output about the reader's mailboxes, or about all mailboxes if the reader has entered none. */
export function ownOutput(printed: readonly PrintedObject[], expected: Expectation): OwnOutput {
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
