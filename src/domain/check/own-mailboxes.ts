/** Tells the reader's own mailboxes among those that were printed. */

import { choiceOf } from '../guide/applicable.ts';
import { excerpt } from '../values/text.ts';
import { isCut, nameProperties } from './exchange-properties.ts';
import type { Expectation } from './expectation.ts';
import type { PrintedObject } from './printed-objects.ts';

/** The choice of who shall send. */
export const smtpScope = 'smtpScope';

function namesOf(list: string): readonly string[] {
  const names = new Set(list.toLowerCase().split(/[,;\s]+/));
  return [...names].filter((mailbox) => mailbox !== '');
}

/** The mailboxes that the reader has entered, in lower case and each once. */
function ownMailboxes({ values }: Expectation): readonly string[] {
  return namesOf(`${values['mailbox'] ?? ''},${values['mailboxes'] ?? ''}`);
}

/** The mailboxes that shall send; where the reader has chosen the whole organisation, none in particular. */
export function sendingMailboxes({ guide, values }: Expectation): readonly string[] {
  const scope = choiceOf(guide, smtpScope, values);
  if (scope === 'organisation') return [];
  const list = scope === 'mailboxes' ? values['mailboxes'] : undefined;
  return namesOf(list ?? values['mailbox'] ?? '');
}

/** What was printed of one object, in the order of the text. */
export type Readings = readonly PrintedObject[];

/** As it was printed, capitals and all. */
export function shownName({ names, properties }: PrintedObject): string {
  const printed = nameProperties.flatMap((name) => properties.get(name) ?? []);
  const all = [...printed, ...names].filter((name) => name !== '');
  return excerpt(all.find((name) => name.includes('@')) ?? all[0] ?? '', 120);
}

/** Mailboxes by each of their addresses. */
function byAddress(printed: readonly PrintedObject[]): ReadonlyMap<string, Readings> {
  const pairs = printed.flatMap((one) => one.addresses.map((address) => ({ address, one })));
  const groups = Map.groupBy(pairs, ({ address }) => address);
  return new Map([...groups].map(([address, all]) => [address, all.map(({ one }) => one)]));
}

/** By what they are called; what has no name is not known to be the same. */
function byName(printed: readonly PrintedObject[]): readonly Readings[] {
  const groups = Map.groupBy(printed, (one): string | PrintedObject => shownName(one) || one);
  return [...groups.values()];
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
export interface OwnOutput {
  readonly found: readonly (readonly [mailbox: string, printed: Readings])[];
  readonly absent: readonly string[];
  /** Whether something else was printed that may be about one of them, or not. */
  readonly isUnclear: boolean;
}

/** No more mailboxes are judged or told of. */
export const mailboxLimit = 20;

/** What was printed of the reader's mailboxes; where no address of theirs is known, of all. */
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
