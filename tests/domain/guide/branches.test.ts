import { describe, expect, it } from 'vitest';
import { otherwise, secretWhen } from '../../../src/domain/guide/branches.ts';
import { realGuide } from '../check/right.ts';

const bm = realGuide('bm');

describe('the condition of a secret', () => {
  it.each([
    ['bm', { clientType: 'private' }],
    ['ipm-cloud', undefined],
  ] as const)('of %s', (id, expected) => {
    expect(secretWhen(realGuide(id))).toEqual(expected);
  });
});

describe('otherwise', () => {
  it.each([
    [{ clientType: 'private' }, { clientType: 'public' }],
    [{ smtpScope: 'mailbox' }, { smtpScope: 'mailboxes organisation' }],
    [{ smtpScope: 'mailbox mailboxes organisation' }, undefined],
    [{ clientType: 'private', smtpScope: 'mailbox' }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])('of %j is %j', (when, expected) => {
    expect(otherwise(bm, when)).toEqual(expected);
  });
});
