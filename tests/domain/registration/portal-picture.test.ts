import { describe, expect, it } from 'vitest';
import {
  drawnRows,
  hasMatter,
  mailApps,
  type DrawnRow,
  type PictureRow,
} from '../../../src/domain/registration/portal-picture.ts';
import { branchFixture, guideFixture } from '../fixtures.ts';

function contentText({ content }: DrawnRow): string {
  switch (content?.kind) {
    case undefined:
      return '';
    case 'segments':
      return content.segments.map((one) => ('text' in one ? one.text : `[${one.slot}]`)).join('');
    case 'labels':
      return content.labels.join(' ');
    case 'names':
      return `${content.de ?? '?'} / ${content.en}`;
    case 'before':
      return 'before';
  }
}

/** A row in one line: letter, how it is drawn and stands, label, content, further columns, branch. */
function told(row: DrawnRow): string {
  const { is, label, state, mark, dot, cells = [], when } = row;
  const branch = when && `when ${Object.values(when).join()}`;
  const parts = [dot, is, state, label, contentText(row), ...cells, mark, branch];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

const rowsOf = (guide: string, row: PictureRow) => drawnRows(guideFixture(guide), row).map(told);

describe('drawnRows', () => {
  it.each<readonly [string, string, PictureRow, unknown]>([
    [
      'a value of the reader’s stands as a place for it',
      'bm',
      { is: 'text', label: 'application-client-id', value: 'clientId', mark: 'take', dot: 'A' },
      ['A text application-client-id [clientId] take'],
    ],
    [
      'a sample stands as it is',
      'bm',
      { is: 'text', label: 'object-id', sample: '7c1e…', mark: 'not' },
      ['text object-id 7c1e… not'],
    ],
    [
      'a label may stand where others have a value',
      'bm',
      { is: 'choice', says: 'select-a-platform' },
      ['choice select-a-platform'],
    ],
    [
      'redirect URIs stand below the platform, the letter once',
      'two-platforms',
      { is: 'field', from: 'redirect-uris', mark: 'take', dot: 'A' },
      expect.arrayContaining([expect.stringMatching(/^heading (?:web|single-page-application)$/)]),
    ],
    [
      'of the account types the one that is meant is on, as worded now',
      'bm',
      { is: 'radio', from: 'account-types-now', mark: 'take', dot: 'B' },
      ['B radio on single-tenant-only take', 'radio off multiple-tenants'],
    ],
    [
      'and as worded before',
      'multi-tenant-certificate',
      { is: 'radio', from: 'account-types-before', mark: 'take' },
      ['aside before', 'radio off accounts-single-tenant', 'radio on accounts-multitenant take'],
    ],
    [
      'public client flows stand in each branch as they must there',
      'bm',
      { is: 'choice', label: 'allow-public-client-flows', from: 'public-client-flows', dot: 'A' },
      [
        'A choice allow-public-client-flows disabled when private',
        'A choice allow-public-client-flows enabled when public',
      ],
    ],
    [
      'on the previous page as two options',
      'cmxorganize',
      { is: 'option', from: 'public-client-flows', mark: 'take' },
      ['option off yes', 'option on no take'],
    ],
    [
      'what the vendor leaves open stands at Microsoft’s default, and is not said to be meant',
      'flowfact',
      { is: 'option', from: 'public-client-flows', mark: 'take' },
      ['option off yes', 'option on no'],
    ],
    [
      'delegated permissions are the names to tick',
      'bm',
      { is: 'box', from: 'delegated-permissions', state: 'on', mark: 'take', dot: 'A' },
      ['A box on POP.AccessAsUser.All take', 'box on SMTP.Send take', 'box on User.Read take'],
    ],
    [
      'there is nothing to tick of a type that the guide does not want',
      'bm',
      { is: 'box', from: 'application-permissions' },
      [],
    ],
    [
      'where the vendor names none, it stays open',
      'cmxorganize',
      { is: 'box', from: 'delegated-permissions', state: 'on' },
      ['box on …'],
    ],
    [
      'once granted, every row has its type and a status',
      'bm',
      { is: 'permission', from: 'granted-permissions', dot: 'B' },
      [
        'heads api-permission-name type status',
        'B permission POP.AccessAsUser.All type-delegated granted-for',
        'permission SMTP.Send type-delegated granted-for',
        'permission User.Read type-delegated granted-for',
      ],
    ],
    [
      'the consent window words permissions as Microsoft does',
      'bm',
      { is: 'asked', from: 'asked-permissions' },
      expect.arrayContaining([
        'asked Anmelden und Benutzerprofil lesen / Sign in and read user profile',
      ]),
    ],
    [
      'mail apps are the boxes that the product needs',
      'bm',
      { is: 'box', from: 'mail-apps', state: 'on' },
      ['box on mail-app-pop', 'box on authenticated-smtp'],
    ],
    [
      'implicit grant is off where the guide does not want it',
      'bm',
      { is: 'box', label: 'id-tokens-implicit', from: 'id-tokens' },
      ['box off id-tokens-implicit'],
    ],
  ])('%s (%s)', (_, guide, row, rows) => {
    expect(rowsOf(guide, row)).toEqual(rows);
  });

  it('shows every redirect URI of a guide with its places', () => {
    const guide = guideFixture('two-platforms');
    const rows = drawnRows(guide, { is: 'field', from: 'redirect-uris', mark: 'take', dot: 'A' });
    const patterns = guide.registration.redirects.map(({ pattern }) =>
      pattern.replaceAll('{', '[').replaceAll('}', ']'),
    );
    const shown = rows.filter(({ is }) => is === 'field').map(contentText);
    expect(shown.toSorted()).toEqual(patterns.toSorted());
    expect(rows.filter(({ dot }) => dot === 'A')).toHaveLength(1);
  });
});

describe('hasMatter', () => {
  it.each<readonly [string, string, readonly PictureRow[], boolean]>([
    ['a value of its own', 'bm', [{ is: 'text', value: 'clientId' }], true],
    ['a value that it lacks', 'bm', [{ is: 'text', value: 'serverHost' }], false],
    [
      'a value in whose place one stands that it lacks',
      'bm',
      [{ is: 'text', value: 'mailbox', or: 'x' }],
      false,
    ],
    ['redirect URIs', 'cmxorganize', [{ is: 'field', from: 'redirect-uris' }], true],
    ['no redirect URI', 'no-redirect', [{ is: 'field', from: 'redirect-uris' }], false],
    [
      'one row of two',
      'bm',
      [
        { is: 'text', sample: 'x' },
        { is: 'field', from: 'redirect-uris' },
      ],
      false,
    ],
  ])('%s (%s)', (_, guide, rows, has) => {
    expect(hasMatter(guideFixture(guide), rows)).toBe(has);
  });
});

describe('mailApps', () => {
  it('names receiving first, and sending where SMTP AUTH is needed', () => {
    expect(mailApps(branchFixture('bm'))).toEqual(['pop', 'smtp']);
    expect(mailApps(branchFixture('cmxorganize'))).toEqual(['smtp']);
  });
});
