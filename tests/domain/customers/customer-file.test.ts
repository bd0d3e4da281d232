import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fileLimit,
  printCustomers,
  readCustomers,
} from '../../../src/domain/customers/customer-file.ts';
import {
  contentOf,
  readCustomer,
  tasksIn,
  valuesIn,
  type KeptCustomer,
} from '../../../src/domain/customers/kept-customer.ts';
import { secrets } from '../../fixtures/hostile-texts.ts';
import { knownGuides } from './known-guides.ts';

const today = '2026-11-29';
const muster: KeptCustomer = {
  id: 'k3f9',
  name: 'Muster GmbH',
  guides: {
    'ipm-cloud': {
      values: {
        mailbox: 'versand@muster.example',
        tenantId: '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
        secretExpires: '2028-02-29',
      },
      tasks: {
        'register-app': { state: 'done', note: '' },
        permissions: { state: 'blocked', note: 'Wartet auf Frau Beispiel' },
      },
      cloud: 'us-government',
    },
    bm: { values: { clientType: 'public' }, tasks: {} },
  },
};

function read(text: string) {
  const reading = readCustomers(text, knownGuides, today);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.customers;
}

/** The content of a file with these customers. */
function file(customers: unknown, version: unknown = 1): string {
  return JSON.stringify({ postlotse: 'customers', version, customers });
}

describe('a file of customers', () => {
  test('brings back what was saved', () => {
    const [one, ...others] = read(printCustomers([muster], knownGuides, today));
    expect(others).toEqual([]);
    expect(one?.refused).toEqual([]);
    expect(one?.unknown).toEqual([]);
    const kept = readCustomer(muster, knownGuides, today).customer;
    expect(one && contentOf(one.customer)).toBe(contentOf({ ...kept, id: 'other' }));
    expect(one?.customer.guides['ipm-cloud']?.tasks['permissions']?.note).toBe(
      'Wartet auf Frau Beispiel',
    );
    expect(one?.customer.guides['ipm-cloud']?.cloud).toBe('us-government');
  });

  test.each([
    ['not-json', 'Kein JSON'],
    ['not-json', ''],
    ['not-json', 'null'],
    ['not-json', '[]'],
    ['not-json', '{"version": 1, "customers": []}'],
    ['not-json', file([], 'eins')],
    ['not-json', file([], 0)],
    ['not-json', file('keine Liste')],
    ['newer', file([], 2)],
    ['too-long', ' '.repeat(fileLimit + 1)],
  ])('is refused as %s: %.40s', (problem, text) => {
    expect(readCustomers(text, knownGuides, today)).toEqual({ ok: false, problem });
  });

  test('of an older version is brought up to date step by step', () => {
    const upgrades = {
      1: (data: object) => ({ ...data, customers: [{ name: 'aus der ersten' }] }),
      2: ({ customers }: Readonly<Record<string, unknown>>) => ({
        customers: [...(customers as object[]), { name: 'aus der zweiten' }],
      }),
    };
    const reading = readCustomers(file([]), knownGuides, today, upgrades, 3);
    const names = reading.ok ? reading.customers.map(({ customer }) => customer.name) : [];
    expect(names).toEqual(['aus der ersten', 'aus der zweiten']);
  });

  test('loses only what this site does not accept, and says what', () => {
    const [one] = read(
      file([
        {
          name: 'Muster',
          guides: {
            bm: {
              values: { tenantId: 'common', clientId: 7, mailbox: 'a@muster.example', fremd: 'x' },
              tasks: {
                'register-app': { state: 'done', note: `Kennwort: ${secrets[1] ?? ''}` },
                nie: { state: 'done' },
              },
            },
            anders: {},
          },
        },
      ]),
    );
    expect(one?.customer.guides['bm']?.values).toEqual({ mailbox: 'a@muster.example' });
    expect(one?.customer.guides['bm']?.tasks).toEqual({
      'register-app': { state: 'done', note: '' },
    });
    expect(one?.refused.map(({ id }) => id)).toEqual(['tenantId', 'register-app']);
    expect(one?.unknown).toEqual(['fremd', 'nie', 'anders']);
  });

  test('says why a name is refused, and that without one nothing is', () => {
    const all = read(file([{ name: secrets[0] }, { name: '', guides: {} }]));
    expect(all.map(({ customer }) => customer.name)).toEqual(['', '']);
    expect(all.map(({ nameProblem }) => nameProblem !== undefined)).toEqual([true, false]);
  });

  test('counts what is no customer apart', () => {
    const text = file([{ name: 'Muster' }, { guides: {} }, 7, null, 'Muster', [], { a: 1 }, {}]);
    const reading = readCustomers(text, knownGuides, today);
    expect(reading).toMatchObject({ ok: true, others: 6 });
    expect(reading.ok && reading.customers).toHaveLength(2);
  });

  test('whatever it contains, it is read without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 2, 'x'), (customers, version) => {
        const reading = readCustomers(file(customers, version), knownGuides, today);
        if (reading.ok)
          printCustomers(
            reading.customers.map(({ customer }) => customer),
            knownGuides,
            today,
          );
      }),
    );
  });

  test('never contains a secret, wherever one is kept', () => {
    const places = [
      'mailbox',
      'tenantId',
      'clientId',
      'customerHost',
      'serverHost',
      'secretExpires',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets.slice(0, 7)),
        fc.constantFrom(...places),
        (secret, id) => {
          const kept = {
            ...muster,
            name: secret,
            guides: {
              'ipm-cloud': {
                values: { [id]: secret },
                tasks: { 'register-app': { state: 'done' as const, note: `Kennwort: ${secret}` } },
              },
            },
          };
          expect(printCustomers([kept], knownGuides, today)).not.toContain(secret.slice(0, 16));
        },
      ),
    );
  });
});

test('stored data of any shape gives only texts and known states', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      for (const text of Object.values(valuesIn(data))) expect(typeof text).toBe('string');
      for (const { state } of Object.values(tasksIn(data))) {
        expect(['open', 'done', 'not-needed', 'blocked']).toContain(state);
      }
    }),
  );
});
