import { describe, expect, test } from 'vitest';
import {
  hostsIn,
  identityOf,
  joined,
  kinshipOf,
  type Kinship,
} from '../../../src/domain/customers/identity.ts';
import { suggestedName } from '../../../src/domain/customers/customer-name.ts';
import type { Values } from '../../../src/domain/guide/guide.ts';
import { asAccepted } from '../../../src/domain/values/accepted-text.ts';
import { knownGuides } from './known-guides.ts';

const tenantA = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const tenantB = '11111111-5b2c-4e97-8a41-7c09e2d4b615';
const hosts = hostsIn(knownGuides['ipm-cloud'].values);

test('a customer’s own host tells customers apart, a server they share does not', () => {
  expect(hosts).toEqual(['customerHost']);
});

describe('how the values of a link relate to those that are kept', () => {
  const table: readonly (readonly [Kinship, Values, Values])[] = [
    ['same', {}, { tenantId: tenantB }],
    ['same', { tenantId: tenantA }, {}],
    ['same', { tenantId: tenantA }, { tenantId: tenantA }],
    ['same', { tenantId: tenantA.toUpperCase() }, { tenantId: tenantA }],
    ['same', { clientId: tenantB }, { tenantId: tenantA }],
    ['same', { serverHost: 'srv042' }, { tenantId: tenantA, serverHost: 'srv007' }],
    ['same', { mailbox: 'a@muster.example' }, { mailbox: 'b@MUSTER.example' }],
    ['same', { mailboxes: 'a@muster.example, b@zwei.example' }, { mailbox: 'c@zwei.example' }],
    ['same', { tenantId: 'muster.example' }, { mailbox: 'a@muster.example' }],
    [
      'same',
      { tenantId: tenantA, mailbox: 'a@muster.example' },
      { tenantId: tenantA, serverHost: 'srv1' },
    ],
    [
      'corrected',
      { tenantId: tenantA, mailbox: 'a@muster.example' },
      { tenantId: tenantB, mailbox: 'b@muster.example' },
    ],
    [
      'corrected',
      { tenantId: tenantA, mailbox: 'a@muster.example' },
      { tenantId: tenantA, mailbox: 'b@anders.example' },
    ],
    [
      'corrected',
      { customerHost: 'muster', tenantId: tenantA },
      { customerHost: 'muster', tenantId: tenantB },
    ],
    ['other', { tenantId: tenantA }, { tenantId: tenantB }],
    ['other', { mailbox: 'a@muster.example' }, { mailbox: 'a@anders.example' }],
    ['other', { mailbox: 'a@muster.example' }, { mailbox: 'a@mail.muster.example' }],
    [
      'other',
      { customerHost: 'muster', tenantId: tenantA },
      { customerHost: 'anders', tenantId: tenantB },
    ],
    ['unknown', { mailbox: 'a@muster.example' }, { tenantId: tenantB }],
    ['unknown', { tenantId: tenantA }, { customerHost: 'muster' }],
    ['unknown', { customerHost: 'muster' }, { customerHost: 'mustre' }],
  ];
  test.each(table)('%s: %j, then %j', (kinship, kept, link) => {
    const [one, other] = [identityOf(kept, hosts), identityOf(link, hosts)];
    expect(kinshipOf(one, other)).toBe(kinship);
    expect(kinshipOf(other, one)).toBe(kinship);
  });

  test('what several guides tell counts together', () => {
    const both = joined([
      identityOf({ tenantId: tenantA }, hosts),
      identityOf({ mailbox: 'a@muster.example' }, hosts),
    ]);
    expect(kinshipOf(both, identityOf({ mailbox: 'b@muster.example' }, hosts))).toBe('same');
    expect(kinshipOf(both, identityOf({ tenantId: tenantB }, hosts))).toBe('other');
  });
});

test.each([
  ['Muster GmbH', { organisation: 'Muster GmbH', mailbox: 'a@muster.example' }],
  ['muster.example', { tenantId: tenantA, mailbox: 'a@muster.example' }],
  ['eins.example', { mailboxes: 'a@eins.example, b@zwei.example' }],
  [tenantA, { tenantId: tenantA }],
  ['', {}],
])('a new customer is called „%s“', (name, values) => {
  const accepted = Object.entries(values).map(([id, text]) => [id, asAccepted(text)] as const);
  expect(suggestedName(Object.fromEntries(accepted))).toBe(name);
});
