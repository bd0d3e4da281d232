import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNumberOf } from '../../../src/content-model/error-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { findingCodes, type Finding } from '../../../src/domain/compare/findings.ts';
import type { SignInError } from '../../../src/domain/sign-in/test-sign-in.ts';
import {
  judgeSignInError,
  judgeWindowText,
  signInErrorNumber,
} from '../../../src/domain/sign-in/sign-in-error.ts';
import { anyText } from '../../fixtures/any-text.ts';

const numbers = byNumberOf(readContent(), 'de');

function known(number: string, error = `AADSTS${number}`): Finding {
  return { code: 'error-known', title: numbers[number]?.title ?? 'not in the catalogue', error };
}

function failed(error: Omit<SignInError, 'kind'>): Finding {
  return judgeSignInError({ kind: 'error', ...error }, numbers).finding;
}

/** The catalogue's own title. */
function withoutTitle(details: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name !== 'title'));
}

const link = 'See https://aka.ms/msal.js.errors#server_error for details';

describe('a failed sign-in', () => {
  it.each([
    ['cancelled without a number', { errorCode: 'access_denied' }, 'test-declined'],
    [
      'a secret required',
      { errorCode: 'invalid_client', errorNo: '7000218' },
      'test-secret-demanded',
    ],
    [
      'registered as Web',
      { errorCode: 'invalid_request', errorNo: '9002326' },
      'test-registered-as-web',
    ],
    ['a wrong address', { errorCode: 'invalid_request', errorNo: '50011' }, 'test-redirect-uri'],
    ['no answer from the token endpoint', { errorCode: 'post_request_failed' }, 'test-unreachable'],
    ['HTML in place of JSON', { errorCode: 'failed_to_parse_response' }, 'test-garbage'],
    ['too long', { errorCode: 'timed_out', message: link }, 'test-timed-out'],
    ['a blocked window', { errorCode: 'popup_window_error' }, 'test-window-blocked'],
    ['an empty window', { errorCode: 'empty_window_error' }, 'test-window-blocked'],
    ['not redeemed in time', { errorCode: 'lotse_silent' }, 'test-silent'],
    ['ended by the reader', { errorCode: 'lotse_cancelled' }, 'test-cancelled'],
    ['a part of the site missing', { errorCode: 'lotse_not_loaded' }, 'test-not-loaded'],
  ] as const)('%s', (_, error, code) => {
    expect(failed(error)).toEqual({ code });
  });

  it.each([
    ['declined', { errorCode: 'access_denied', errorNo: '65004' }, '65004'],
    ['no consent', { errorCode: 'invalid_grant', errorNo: '65001' }, '65001'],
    [
      'no consent, by the text alone',
      { errorCode: 'consent_required', message: 'AADSTS65001: The user or administrator …' },
      '65001',
    ],
    ['a policy', { errorCode: 'interaction_required', errorNo: '53003' }, '53003'],
    ['a number that shares its entry', { errorCode: 'x', errorNo: '50177' }, '50177'],
  ] as const)('%s is said in the words of the catalogue', (_, error, number) => {
    expect(failed(error)).toEqual(known(number));
  });

  it('consent_required without a number means missing consent', () => {
    expect(failed({ errorCode: 'consent_required' })).toEqual(known('65001', 'consent_required'));
  });

  it.each([
    ['access_denied', ['admin-consent']],
    ['consent_required', ['admin-consent']],
    ['interaction_required', ['user']],
    ['invalid_client', ['test-address', 'client-secret', 'client-id']],
    ['post_request_failed', ['test-address']],
    ['timed_out', []],
  ])(
    '%s without a number is mended as the decoder says, or at this page’s address',
    (errorCode, topics) => {
      expect(judgeSignInError({ kind: 'error', errorCode }, numbers).topics).toEqual(topics);
    },
  );

  it('with a number that is not in the list names the number', () => {
    expect(failed({ errorCode: 'x', errorNo: '1234567' })).toEqual({
      code: 'error-unknown',
      error: 'AADSTS1234567',
    });
  });

  it('with a code that is not in the list names the code', () => {
    const error = { kind: 'error', errorCode: 'state_mismatch', message: link } as const;
    expect(failed(error)).toEqual({ code: 'test-other-code', error: 'state_mismatch' });
    expect(signInErrorNumber(error)).toBeUndefined();
  });

  it('does not take a name from the prototype for a known code', () => {
    for (const errorCode of ['constructor', '__proto__', 'toString']) {
      expect(failed({ errorCode }).code).toBe('test-other-code');
    }
  });

  it('repeats no part of a text that is not a code', () => {
    fc.assert(
      fc.property(anyText('access_denied'), anyText('AADSTS65004: …'), (errorCode, message) => {
        const { code, ...details } = failed({ errorCode, message });
        expect(Object.keys(details)).toEqual(findingCodes[code].details);
        for (const detail of Object.values(withoutTitle(details))) {
          expect(detail).toMatch(/^(?:AADSTS\d+|[a-z\d_]{1,60}|\?)$/);
        }
      }),
    );
  });
});

describe('the text of Microsoft’s window', () => {
  const address = 'https://postlotse.example/sign-in-answer/';

  it.each([
    [
      'the address of this page',
      `AADSTS50011: The redirect URI '${address}' specified in the request does not match`,
      { code: 'test-redirect-uri' },
    ],
    [
      'the address of a program, which is not this test’s',
      "AADSTS50011: The redirect URI 'https://www.muster.example/continue_oauth' specified in the request does not match",
      { code: 'test-other-program' },
    ],
    [
      'a whole page',
      'Anmelden\nLeider können wir Sie nicht anmelden.\nAADSTS50011: The redirect URI … does not match …\nRequest Id: 1',
      { code: 'test-redirect-uri' },
    ],
    ['lower case', 'aadsts700016', known('700016')],
    [
      'a number that is not in the list',
      'AADSTS123456',
      { code: 'error-unknown', error: 'AADSTS123456' },
    ],
    [
      'a page that asks for an administrator, without a number',
      'makler@muster.example\nAdministratorgenehmigung erforderlich\nMuster Mail',
      known('90094', 'Administratorgenehmigung erforderlich'),
    ],
    [
      'that page where it can be asked for',
      'Genehmigung erforderlich',
      known('90094', 'Genehmigung erforderlich'),
    ],
    [
      'that page in English',
      'Need admin approval\nMuster Mail',
      known('90094', 'Need admin approval'),
    ],
    [
      'that page in English where it can be asked for',
      'Approval required',
      known('90094', 'Approval required'),
    ],
    [
      'that page with its number below the details',
      'Genehmigung erforderlich\nAADSTS90094: Administrator consent is required.',
      known('90094'),
    ],
    [
      'that page with another number, which says more',
      'Approval required\nAADSTS50105: …',
      known('50105'),
    ],
    ['no number', 'Das hat nicht geklappt.', { code: 'test-window-unread' }],
    ['too many digits', 'AADSTS1234567890123', { code: 'test-window-unread' }],
    ['nothing', '', { code: 'test-window-unread' }],
  ] as const)('%s', (_, text, finding) => {
    expect(judgeWindowText(text, address, numbers).finding).toEqual(finding);
  });

  it('of any kind is read, and only its number is repeated', () => {
    fc.assert(
      fc.property(anyText('AADSTS1234567'), (text) => {
        const { code, ...details } = judgeWindowText(text, address, numbers).finding;
        expect(Object.keys(details)).toEqual(findingCodes[code].details);
        const said = Object.values(withoutTitle(details));
        expect(said.every((detail) => /^AADSTS\d{4,9}$/.test(detail))).toBe(true);
      }),
    );
  });
});
