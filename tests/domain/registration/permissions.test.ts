import { describe, expect, test } from 'vitest';
import { findPermission, permissionTable } from '../../../src/domain/registration/permissions.ts';
import { guideFixture, guideNames } from '../fixtures.ts';

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
    const guide = guideFixture(name);
    const rows = permissionTable(guide);
    expect(rows.map((row) => row.name)).toEqual(guide.registration.permissions.map((p) => p.name));
    expect(rows.filter(({ id }) => id === null)).toEqual([]);
  });

  test('application permissions on mail reach all mailboxes, those of IMAP and SMTP do not (IPM-16)', () => {
    const reach = (name: string) =>
      permissionTable(guideFixture(name)).map((row) => [row.name, row.reachesAllMailboxes]);
    expect(reach('no-redirect')).toEqual([
      ['Mail.Send', true],
      ['MailboxFolder.Read.All', true],
      ['SMTP.Send', false],
    ]);
    expect(reach('multi-tenant-certificate')).toEqual([
      ['IMAP.AccessAsApp', false],
      ['SMTP.SendAsApp', false],
    ]);
  });

  test('a row says what the portal shows', () => {
    expect(permissionTable(guideFixture('no-redirect'))[0]).toEqual({
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
    const guide = guideFixture('bm');
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
