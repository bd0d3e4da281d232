/** Whether values from a link are for another customer than the one of this page. */

import type { Values } from '../domain/guide/guide.ts';
import {
  hostsIn,
  identityOf,
  joined,
  kinshipOf,
  type Identity,
  type Kinship,
} from '../domain/customers/identity.ts';
import type { KeptCustomer } from '../domain/customers/kept-customer.ts';
import type { AcceptedText } from '../domain/values/accepted-text.ts';
import { customer } from './customer.ts';
import { allCustomers, waitingElsewhere } from './customers.ts';
import { pageGuide } from './guide.ts';
import { acceptedValues } from './values.ts';

/** Values that a reader of values has accepted. */
export type ReadValues = Readonly<Record<string, AcceptedText>>;

/** A link that is, or may be, for another customer. */
export interface OtherCustomer {
  readonly values: ReadValues;
  readonly kinship: Extract<Kinship, 'other' | 'unknown'>;
  /** The customer that it is for, if this browser knows one. */
  readonly known?: { readonly id: string; readonly name: string } | undefined;
}

const hosts = hostsIn(pageGuide()?.values ?? []);

function isApart(kinship: Kinship): kinship is OtherCustomer['kinship'] {
  return kinship === 'other' || kinship === 'unknown';
}

function identityOfCustomer({ guides }: KeptCustomer): Identity {
  return joined(Object.values(guides).map(({ values }) => identityOf(values, hosts)));
}

/** What the customer's own values tell: here, some of which may not be stored yet, and in all guides. */
function ownIdentity(): Identity {
  const kept = allCustomers().filter(({ id }) => id === customer);
  return joined([identityOf(acceptedValues(), hosts), ...kept.map(identityOfCustomer)]);
}

/** Whether anything is kept by which a link can be recognised as one for this customer. */
export function isRecognisable(): boolean {
  return ownIdentity().size > 0;
}

/** The link's values as ones of another customer; undefined if they are, as far as one can tell, of this one. */
export function otherCustomer(values: ReadValues): OtherCustomer | undefined {
  const theirs = identityOf(values, hosts);
  const customers = allCustomers();
  const kinship = kinshipOf(ownIdentity(), theirs);
  if (!isApart(kinship)) return undefined;
  const known = customers.find((one) => {
    const identity = identityOfCustomer(one);
    return one.id !== customer && identity.size > 0 && !isApart(kinshipOf(identity, theirs));
  });
  return { values, kinship, known };
}

/** Whether a link is for another customer than an earlier one, whose values wait here or in other guides. */
export function isForOther(values: ReadValues, earlier: ReadValues): boolean {
  const all = [earlier, ...waitingElsewhere()].map((one: Values) => identityOf(one, hosts));
  return isApart(kinshipOf(joined(all), identityOf(values, hosts)));
}
