import { describe, expect, it } from 'vitest';
import { branchOfField, fieldSegments } from '../../../src/domain/check/product-form.ts';
import { guideFixture } from '../fixtures.ts';

const guide = guideFixture('no-redirect');
const ofPublic = { when: { clientType: 'public' } };
const always = {};

describe('the content of a form’s field', () => {
  it.each([
    ['is that of the first options without a condition', always, always, '/.default'],
    ['is that of the branch that the field belongs to', always, ofPublic, '/SMTP.Send'],
    ['is that of the branch that the form belongs to', ofPublic, always, '/SMTP.Send'],
  ])('%s', (_, form, field, scope) => {
    const [segment] = fieldSegments(branchOfField(guide, form, field), { from: 'scope' }) ?? [];
    expect(segment).toHaveProperty('text', expect.stringContaining(scope));
  });

  it('is a mail server of its own branch', () => {
    const host = { server: 'smtp', part: 'host' } as const;
    const branch = branchOfField(guide, always, ofPublic);
    expect(fieldSegments(branch, host)).toEqual([{ text: 'smtp.office365.com' }]);
    expect(() => fieldSegments(branchOfField(guide, always, always), host)).toThrow('smtp');
  });
});
