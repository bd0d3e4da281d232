import { describe, expect, test } from 'vitest';
import {
  findPermission,
  permissionTable,
  permissionTables,
} from '../../../src/domain/registration/permissions.ts';
import { branchFixture, guideFixture, guideNames } from '../fixtures.ts';

describe('a permission by its name', () => {
  test('has another ID on each API', () => {
    expect(findPermission('graph', 'SMTP.Send', 'delegated')?.id).toBe(
      '258f6531-6087-4cc4-bb90-092c5fb3ed3f',
    );
    expect(findPermission('exchange-online', 'SMTP.Send', 'delegated')?.id).toBe(
      '76faac2a-0f20-42f1-928a-50de5b9dbe52',
    );
  });

  test('has another ID for each type', () => {
    expect(findPermission('graph', 'Mail.Send', 'application')?.id).toBe(
      'b633e1c5-b582-4048-a93e-9f11b44c7e96',
    );
    expect(findPermission('graph', 'Mail.Send', 'delegated')?.id).toBe(
      'e383f46e-2787-4529-855e-0e479a3ffac0',
    );
  });

  test('is not found in other capitals: Microsoft writes offline_access small (FF-09)', () => {
    expect(findPermission('graph', 'offline_access', 'delegated')).toBeDefined();
    expect(findPermission('graph', 'Offline_Access', 'delegated')).toBeUndefined();
  });
});

describe('the permission table of a guide', () => {
  test.each(guideNames)('%s: every permission is known, in the guide’s order', (name) => {
    const guide = branchFixture(name);
    const rows = permissionTable(guide);
    expect(rows.map((row) => row.name)).toEqual(guide.registration.permissions.map((p) => p.name));
    expect(rows.filter(({ id }) => id === null)).toEqual([]);
  });

  test('application permissions on mail reach all mailboxes, those of IMAP and SMTP do not (IPM-16)', () => {
    const reach = (name: string) =>
      permissionTable(branchFixture(name)).map((row) => [row.name, row.reachesAllMailboxes]);
    expect(reach('no-redirect')).toEqual([
      ['Mail.Send', true],
      ['MailboxFolder.Read.All', true],
    ]);
    expect(reach('multi-tenant-certificate')).toEqual([
      ['IMAP.AccessAsApp', false],
      ['SMTP.SendAsApp', false],
    ]);
  });

  test('a row says what the portal shows', () => {
    expect(permissionTable(branchFixture('no-redirect'))[0]).toEqual({
      api: 'graph',
      name: 'Mail.Send',
      type: 'application',
      adminConsentRequired: true,
      id: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
      displayNameEn: 'Send mail as any user',
      displayNameDe: 'E-Mails als beliebiger Benutzer senden',
      reachesAllMailboxes: true,
    });
  });

  test('an unknown name gives a row without ID, taken for the worst', () => {
    const guide = branchFixture('bm');
    const unknown = { api: 'graph', name: 'Mail.Muster', type: 'application' } as const;
    const registration = { ...guide.registration, permissions: [unknown] };
    expect(permissionTable({ ...guide, registration })).toEqual([
      {
        ...unknown,
        adminConsentRequired: true,
        id: null,
        displayNameEn: null,
        displayNameDe: null,
        reachesAllMailboxes: true,
      },
    ]);
  });
});

describe('the permission tables of all branches', () => {
  test('name the permissions of each branch under its condition', () => {
    const tables = permissionTables(guideFixture('no-redirect')).map(({ when, rows }) => ({
      when,
      names: rows.map(({ name }) => name),
    }));
    expect(tables).toEqual([
      { when: { clientType: 'private' }, names: ['Mail.Send', 'MailboxFolder.Read.All'] },
      { when: { clientType: 'public' }, names: ['SMTP.Send'] },
    ]);
  });

  test('are a single one without a condition where no choice changes them', () => {
    const [only, ...more] = permissionTables(guideFixture('bm'));
    expect(more).toEqual([]);
    expect(only?.when).toEqual({});
    expect(only?.rows).toEqual(permissionTable(branchFixture('bm')));
  });
});
