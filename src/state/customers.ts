/** All customers of this browser: their data, and adding, renaming and forgetting them. Loaded when the reader asks for it. */

import type { Values } from '../domain/guide/guide.ts';
import {
  tasksIn,
  valuesIn,
  type AcceptedCustomer,
  type KeptCustomer,
  type KeptGuide,
} from '../domain/customers/kept-customer.ts';
import type { AcceptedText } from '../domain/values/accepted-text.ts';
import { choose, customer, customerNames, ofCustomer } from './customer.ts';
import { pageGuide } from './guide.ts';
import {
  $storageHealth,
  allForgotten,
  forget,
  prefix,
  readStored,
  removeStored,
  writeStored,
} from './storage.ts';

/** What belongs to a customer: the kind of data, the guide, and the customer's id. */
const owned = /^(values|tasks|cloud|sign-in-test|link):([a-z0-9-]+)(?:@([a-z0-9]+))?$/;

const areas = ['localStorage', 'sessionStorage'] as const;

/** Everything stored, by name; nothing if storage is blocked. */
function eachStored(
  area: (typeof areas)[number] = 'localStorage',
): readonly (readonly [name: string, data: unknown])[] {
  try {
    const keys = Object.keys(window[area]).filter((key) => key.startsWith(prefix));
    return keys
      .map((key) => key.slice(prefix.length))
      .map((name) => [name, readStored(name, area)]);
  } catch {
    return [];
  }
}

/** The customers in the order of their names; „dieses Gerät“ first, and only if it is used. */
export function allCustomers(): readonly KeptCustomer[] {
  const guides = new Map<string, Record<string, KeptGuide>>([[customer, {}]]);
  const names = customerNames();
  for (const id of Object.keys(names)) guides.set(id, {});
  for (const [name, data] of eachStored()) {
    const [, kind, guide = '', id = ''] = owned.exec(name) ?? [];
    if (kind !== 'values' && kind !== 'tasks' && kind !== 'cloud') continue;
    const kept = guides.get(id) ?? {};
    guides.set(id, kept);
    const { values = {}, tasks = {}, cloud } = kept[guide] ?? {};
    kept[guide] = {
      values: kind === 'values' ? valuesIn(data) : values,
      tasks: kind === 'tasks' ? tasksIn(data) : tasks,
      cloud: kind === 'cloud' && typeof data === 'string' ? data : cloud,
    };
  }
  return [...guides]
    .filter(([id]) => id === '' || Object.hasOwn(names, id))
    .map(([id, kept]) => ({ id, name: names[id] ?? '', guides: kept }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function writeNames(names: Readonly<Record<string, AcceptedText>>): void {
  writeStored('customers', names);
}

/** Adds a customer and returns the id, made of letters and digits. */
export function addCustomer(name: AcceptedText): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  const id = number.toString(36);
  writeNames({ ...customerNames(), [id]: name });
  return id;
}

/** Removes what is stored of a customer who was not kept as a whole. */
function removeKept(id: string, { guides }: AcceptedCustomer): void {
  for (const guide of Object.keys(guides)) {
    for (const kind of ['values', 'tasks', 'cloud'])
      removeStored(ofCustomer(`${kind}:${guide}`, id));
  }
}

/** Whether everything that it writes fits into the storage. */
function doesFit(write: () => void): boolean {
  let fits = true;
  $storageHealth.set('fine');
  const stop = $storageHealth.listen((health) => {
    if (health !== 'fine') fits = false;
  });
  write();
  stop();
  return fits;
}

/**
 * Adds customers, and returns those that do not fit into the storage, of whom nothing is kept. Names are written for all at
 * once, since each writing writes those of all customers.
 */
export function addCustomers(all: readonly AcceptedCustomer[]): readonly AcceptedCustomer[] {
  const before = customerNames();
  const numbers = crypto.getRandomValues(new Uint32Array(all.length));
  const added = all.map((one, index) => [(numbers[index] ?? 0).toString(36), one] as const);
  const keepNames = (kept: typeof added): void => {
    writeNames({ ...before, ...Object.fromEntries(kept.map(([id, { name }]) => [id, name])) });
  };
  const fits = doesFit(() => {
    keepNames(added);
  });
  if (!fits) return all;
  const lost = new Set(
    added.filter(
      ([id, one]) =>
        !doesFit(() => {
          keepCustomer(id, one);
        }),
    ),
  );
  for (const [id, one] of lost) removeKept(id, one);
  if (lost.size > 0) keepNames(added.filter((one) => !lost.has(one)));
  return [...lost].map(([, one]) => one);
}

/** Gives a customer another name. */
export function renameCustomer(id: string, name: AcceptedText): void {
  writeNames({ ...customerNames(), [id]: name });
}

/** Goes on with another customer on this page, with the values in its address. */
export function goOnWith(id: string): void {
  choose(id);
  location.reload();
}

/** Stores what was accepted of a customer under an id. */
export function keepCustomer(id: string, { guides }: AcceptedCustomer): void {
  for (const [guide, { values, tasks, cloud }] of Object.entries(guides)) {
    const entries = Object.entries(values).map(
      ([key, text]) => [key, { text, origin: 'typed' as const }] as const,
    );
    if (entries.length > 0) {
      writeStored(ofCustomer(`values:${guide}`, id), Object.fromEntries(entries));
    }
    if (Object.keys(tasks).length > 0) writeStored(ofCustomer(`tasks:${guide}`, id), tasks);
    if (cloud !== undefined) writeStored(ofCustomer(`cloud:${guide}`, id), cloud);
  }
}

function removeOwned(isMeant: (guide: string, id: string) => boolean): void {
  for (const area of areas) {
    for (const [name] of eachStored(area)) {
      const [whole, , guide = '', id = ''] = owned.exec(name) ?? [];
      if (whole !== undefined && isMeant(guide, id)) removeStored(name, area);
    }
  }
}

/** The records of values from links that wait, for this page's customer, on the pages of other guides. */
function recordsElsewhere(): readonly (readonly [name: string, data: unknown])[] {
  return eachStored('sessionStorage').filter(([name]) => {
    const [, kind, guide, id = ''] = owned.exec(name) ?? [];
    return kind === 'values' && guide !== pageGuide()?.id && id === customer;
  });
}

/** The values from links that wait on the pages of other guides. */
export function waitingElsewhere(): readonly Values[] {
  return recordsElsewhere().map(([, data]) => valuesIn(data));
}

/** Forgets them. */
export function forgetWaitingElsewhere(): void {
  for (const [name] of recordsElsewhere()) removeStored(name, 'sessionStorage');
}

/** Forgets what this page's customer has in one guide. */
export function forgetGuide(guide: string): void {
  removeOwned((one, id) => one === guide && id === customer);
  forget();
}

/** Empties this page's customer, whose name stays. */
export function emptyCustomer(): void {
  removeOwned((_, id) => id === customer);
  forget();
}

/** Makes the page forget its customer; one with a name is gone, so the page is loaded again with „dieses Gerät“. */
function leave(): void {
  forget();
  if (customer !== '') location.reload();
}

/** Forgets a customer with the name; the page's own one is followed by „dieses Gerät“ once the page is loaded again. */
export function forgetCustomer(id: string): void {
  removeOwned((_, owner) => owner === id);
  const { [id]: _, ...others } = customerNames();
  writeNames(others);
  if (id === customer) leave();
}

/** Removes everything the site has stored in this browser, of all customers, and makes the page forget it too. */
export function forgetAll(): void {
  for (const area of areas) for (const [name] of eachStored(area)) removeStored(name, area);
  writeStored(allForgotten, 1);
  removeStored(allForgotten);
  leave();
}
