import { describe, expect, it } from 'vitest';
import { relatedNotes } from '../../../src/domain/values/related-values.ts';

const one = 'bbbbbbbb-1111-4222-8333-555555555555';
const other = 'dddddddd-1111-4222-8333-777777777777';

describe('relatedNotes', () => {
  it.each([
    ['nothing known', {}, []],
    [
      'nothing known twice',
      { clientId: undefined, tenantId: undefined, serverHost: '', customerHost: '' },
      [],
    ],
    ['different IDs', { clientId: one, tenantId: other }, []],
    ['only one of them', { clientId: one }, []],
    [
      'client and tenant equal',
      { clientId: one, tenantId: one },
      [['clientId', 'client-id-equals-tenant-id']],
    ],
    [
      'object and client equal',
      { enterpriseObjectId: one, clientId: one, tenantId: other },
      [['enterpriseObjectId', 'object-id-equals-client-id']],
    ],
    [
      'object and tenant equal',
      { enterpriseObjectId: one, tenantId: one },
      [['enterpriseObjectId', 'object-id-equals-tenant-id']],
    ],
    [
      'all three equal',
      { enterpriseObjectId: one, clientId: one, tenantId: one },
      [
        ['clientId', 'client-id-equals-tenant-id'],
        ['enterpriseObjectId', 'object-id-equals-client-id'],
        ['enterpriseObjectId', 'object-id-equals-tenant-id'],
      ],
    ],
    [
      'server and customer equal (IPM-08)',
      { serverHost: 'muster', customerHost: 'muster' },
      [['serverHost', 'server-host-equals-customer-host']],
    ],
  ])('%s', (_description, values, expected) => {
    expect(relatedNotes(values).map(({ id, note }) => [id, note.code])).toEqual(expected);
  });
});
