/** The file that customers are saved in, and read from again: JSON, with a version. */

import {
  customerIn,
  readCustomer,
  type KnownGuides,
  type KeptCustomer,
  type ReadCustomer,
} from './kept-customer.ts';

/** The version that is written. A change that an older reader would misread gets the next number. */
export const fileVersion = 1;

/** The largest file that is read, in UTF-16 units. */
export const fileLimit = 5_000_000;

/** What brings the content of a version to that of the next, by its number. There is only one version so far. */
export type Upgrades = Readonly<
  Record<number, (data: Readonly<Record<string, unknown>>) => object>
>;

/** The customers of a file as read, or why it cannot be read. */
export type FileReading =
  | {
      readonly ok: true;
      readonly customers: readonly ReadCustomer[];
      /** How many of the file's entries are no customers. */
      readonly others: number;
    }
  | { readonly ok: false; readonly problem: 'not-json' | 'newer' | 'too-long' };

/**
 * The file's text. Only what is accepted when it is read again gets into it, and a secret is not.
 * @param exported the day, `YYYY-MM-DD`
 */
export function printCustomers(
  customers: readonly KeptCustomer[],
  guides: KnownGuides,
  exported: string,
): string {
  const read = customers.map((one) => readCustomer(one, guides, exported).customer);
  const file = { postlotse: 'customers', version: fileVersion, exported, customers: read };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** Reads a file. An older version is brought up to date, step by step; a newer one is not guessed at. */
export function readCustomers(
  text: string,
  guides: KnownGuides,
  today: string,
  upgrades: Upgrades = {},
  current = fileVersion,
): FileReading {
  if (text.length > fileLimit) return { ok: false, problem: 'too-long' };
  let data = parsed(text.replace(/^\uFEFF/, ''));
  const { version } = data;
  if (data['postlotse'] !== 'customers' || typeof version !== 'number' || !(version >= 1)) {
    return { ok: false, problem: 'not-json' };
  }
  if (version > current) return { ok: false, problem: 'newer' };
  for (let from = version; from < current; from += 1) {
    data = (upgrades[from]?.(data) ?? data) as typeof data;
  }
  const customers: unknown = data['customers'];
  if (!Array.isArray(customers)) return { ok: false, problem: 'not-json' };
  const read = customers.flatMap((one: unknown) => {
    const customer = customerIn(one);
    return customer ? [readCustomer(customer, guides, today)] : [];
  });
  return { ok: true, customers: read, others: customers.length - read.length };
}
