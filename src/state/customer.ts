/**
 * The customer whose data this page shows. Everything kept of a guide belongs to one. The one of a reader who has only one,
 * „dieses Gerät“, has the id `''` and the plain names in storage; others have names such as `lotse-values:bm@k3f9ax`.
 *
 * `lotse-customers` has the names by id. A tab stays with its customer (`lotse-customer` in the tab's storage); a new one
 * starts with the customer of the tab that was used last (`lotse-customer`).
 */

import { asAccepted, type AcceptedText } from '../domain/values/accepted-text.ts';
import { onStoredElsewhere, readStored, writeStored } from './storage.ts';

/** The names of the customers by id; if anything else is stored there, none. */
export function customerNames(): Readonly<Record<string, AcceptedText>> {
  const names = Object(readStored('customers')) as Record<string, AcceptedText>;
  return Object.values(names).every((name) => typeof name === 'string') ? names : {};
}

function current(): string {
  const id = readStored('customer', 'sessionStorage') ?? readStored('customer');
  return typeof id === 'string' && Object.hasOwn(customerNames(), id) ? id : '';
}

/** The id of this page's customer; it never changes while the page is open. */
export const customer = current();

/** The name in storage of something that belongs to a customer. */
export function ofCustomer(name: string, id = customer): string {
  return (id && `${name}@${id}`) || name;
}

/** Makes this tab stay with a customer. */
function stay(id: string): void {
  writeStored('customer', asAccepted(id), 'sessionStorage');
}

/** Makes this tab stay with a customer, and the next new one start with it. */
export function choose(id: string): void {
  stay(id);
  writeStored('customer', asAccepted(id));
}

/** Whether there is more than „dieses Gerät“. */
function hasNames(): boolean {
  return Object.keys(customerNames()).length > 0;
}

/** Connects the page to its customer, which another tab may forget, or a later page of this tab change; called once per page. */
export function connectCustomer(): void {
  const follow = () => {
    if (current() !== customer) location.reload();
  };
  if (hasNames()) stay(customer);
  onStoredElsewhere('customers', () => {
    // Until there was a second customer, the tab had nothing to stay with.
    stay(customer);
    follow();
  });
  addEventListener('pageshow', follow);
  addEventListener('focus', () => {
    if (hasNames()) choose(customer);
  });
}
