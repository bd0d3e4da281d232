import { describe, expect, test } from 'vitest';
import { applicable, choiceOf } from '../../../src/domain/guide/applicable.ts';
import { permissionTable } from '../../../src/domain/registration/permissions.ts';
import { guideFixture, guideNames } from '../fixtures.ts';

const bm = guideFixture('bm');

describe('the option taken for a choice', () => {
  const cases = [
    ['is the first while nothing is chosen', {}, 'private'],
    ['is the chosen one', { clientType: 'public' }, 'public'],
    ['is the first for an option that the guide does not have', { clientType: 'both' }, 'private'],
    ['is the first for an empty answer', { clientType: '' }, 'private'],
  ] as const;
  test.each(cases)('%s', (_, values, expected) => {
    expect(choiceOf(bm, 'clientType', values)).toBe(expected);
  });

  test('is undefined for a value that is not a choice, and for an unknown one', () => {
    expect(choiceOf(bm, 'mailbox', { mailbox: 'a@muster.example' })).toBeUndefined();
    expect(choiceOf(bm, 'nothing', {})).toBeUndefined();
  });
});

describe('the guide of a branch', () => {
  test('the private client has a secret, and public flows are off (BM-08)', () => {
    const guide = applicable(bm, { clientType: 'private' });
    expect(guide.registration.credentials).toHaveLength(1);
    expect(guide.registration.publicClientFlows.map(({ setting }) => setting)).toEqual(['no']);
    expect(guide.steps.map(({ id }) => id)).toContain('client-secret');
  });

  test('the public client has no secret, no step or field for it, and public flows are on (BM-08)', () => {
    const guide = applicable(bm, { clientType: 'public' });
    expect(guide.registration.credentials).toEqual([]);
    expect(guide.registration.publicClientFlows.map(({ setting }) => setting)).toEqual(['yes']);
    expect(guide.steps.map(({ id }) => id)).not.toContain('client-secret');
    expect(guide.forms.flatMap(({ fields }) => fields).map(({ label }) => label)).toEqual([
      'OAuth 2.0 Endpunkt-URL',
      'OAuth 2.0 Client-ID',
      'OAuth 2.0 Scope',
    ]);
  });

  test('the token request, the permissions and the mail servers follow the choice', () => {
    const scanner = guideFixture('no-redirect');
    const asItself = applicable(scanner, {});
    const byCode = applicable(scanner, { clientType: 'public' });
    expect(asItself.token.map(({ grant }) => grant)).toEqual(['client-credentials']);
    expect(byCode.token.map(({ grant }) => grant)).toEqual(['device-code']);
    expect(asItself.registration.permissions.map(({ name }) => name)).toEqual([
      'Mail.Send',
      'MailboxFolder.Read.All',
    ]);
    expect(byCode.registration.permissions.map(({ name }) => name)).toEqual(['SMTP.Send']);
    expect(asItself.mailServers).toEqual([]);
    expect(byCode.mailServers).toHaveLength(1);
  });

  test('redirect URIs with a condition follow the choice, and all conditions must match', () => {
    const redirect = { platform: 'web', pattern: 'https://muster.example/a' } as const;
    const guide = {
      ...bm,
      registration: {
        ...bm.registration,
        redirects: [
          { ...redirect, when: { clientType: 'public' } },
          { ...redirect, when: { clientType: 'public', nothing: 'a' } },
        ],
      },
    };
    expect(applicable(guide, {}).registration.redirects).toHaveLength(0);
    expect(applicable(guide, { clientType: 'public' }).registration.redirects).toHaveLength(1);
  });

  test.each(guideNames)('%s keeps its values and everything without a condition', (name) => {
    const guide = guideFixture(name);
    const branch = applicable(guide, {});
    expect(branch.values).toEqual(guide.values);
    expect(branch.steps).toEqual(expect.arrayContaining(guide.steps.filter(({ when }) => !when)));
  });
});

test('a guide as written and a branch of it are different types', () => {
  const twoBranches = guideFixture('no-redirect');
  // @ts-expect-error A guide as written would list the permissions of all branches in one table.
  expect(permissionTable(twoBranches)).toHaveLength(3);
  const branch = applicable(twoBranches, { clientType: 'public' });
  expect(permissionTable(branch)).toHaveLength(1);
  // @ts-expect-error Applying another choice to a branch would leave nothing.
  expect(applicable(branch, { clientType: 'private' }).token).toEqual([]);
});
