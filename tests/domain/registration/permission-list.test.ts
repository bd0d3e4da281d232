import { describe, expect, test } from 'vitest';
import {
  permissionList,
  permissionResources,
  permissionSources,
} from '../../../src/domain/registration/permission-list.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the list of permissions', () => {
  test('has 21 rows, each with a GUID in small letters', () => {
    expect(permissionList).toHaveLength(21);
    for (const { id } of permissionList) expect(id).toMatch(guid);
  });

  test('no ID and no name of one API and type stands there twice', () => {
    const names = permissionList.map(({ api, name, type }) => `${api} ${name} ${type}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(permissionList.map(({ id }) => id)).size).toBe(permissionList.length);
  });

  test('every application permission needs an administrator, and only those have a role in Exchange', () => {
    for (const { type, adminConsentRequired, exchangeRole } of permissionList) {
      expect(adminConsentRequired).toBe(type === 'application');
      if (type === 'delegated') expect(exchangeRole).toBeNull();
    }
  });

  test('roles in Exchange carry no .All, and IMAP and POP have none', () => {
    const roles = permissionList.flatMap(({ exchangeRole }) => exchangeRole ?? []);
    expect(roles).toEqual([
      'Application Mail.ReadWrite',
      'Application Mail.Send',
      'Application MailboxFolder.Read',
      'Application MailboxFolder.ReadWrite',
      'Application EWS.AccessAsApp',
      'Application SMTP.SendAsApp',
    ]);
  });

  test('the IDs with one source only are those of Exchange Online', () => {
    const unsure = permissionList.filter(({ idCertainty }) => idCertainty === 'medium');
    expect(unsure.map(({ api, name }) => `${api} ${name}`)).toEqual([
      'exchange-online SMTP.SendAsApp',
      'exchange-online IMAP.AccessAsUser.All',
      'exchange-online POP.AccessAsUser.All',
      'exchange-online SMTP.Send',
    ]);
  });

  test('the two APIs have Microsoft’s IDs, and every source its day', () => {
    expect(permissionResources.graph.appId).toBe('00000003-0000-0000-c000-000000000000');
    expect(permissionResources['exchange-online'].appId).toBe(
      '00000002-0000-0ff1-ce00-000000000000',
    );
    for (const { checked } of Object.values(permissionSources)) expect(checked).toBe('2026-11-20');
  });
});
