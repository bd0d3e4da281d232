/** Explains why a test sign-in failed and what fixes it: the catalogue's steps, or this page's own redirect URI in the app. */

import {
  numberFinding,
  numberTopics,
  wordTopics,
  type ByNumber,
  type MendedFinding,
} from '../errors/by-number.ts';
import { sentRedirects } from '../errors/sent-redirects.ts';
import type { FindingCode } from '../compare/findings.ts';
import { redirectAdvice } from '../compare/redirect-advice.ts';
import type { SignInError } from './test-sign-in.ts';
import { approvalNumber, approvalTitle } from './approval-page.ts';

/** A topic that leads to the page's instructions for registering its own address, instead of to a step. */
export const testAddress = 'test-address';

/**
 * Errors about the redirect URI that the test sends: this page's own. The catalogue explains all other meanings, and
 * which step fixes them.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes checked 2026-11-20
 */
const ownAddress = {
  50011: 'test-redirect-uri',
  500113: 'test-redirect-uri',
  900971: 'test-redirect-uri',
  70004: 'test-redirect-uri',
  90102: 'test-redirect-uri',
  9002325: 'test-registered-as-web',
  9002326: 'test-registered-as-web',
  7000218: 'test-secret-demanded',
} as const satisfies Record<string, FindingCode>;

/**
 * The meaning of MSAL's own codes, for errors without a Microsoft number.
 * @see https://learn.microsoft.com/entra/msal/javascript/browser/errors checked 2026-11-20
 */
const codes = {
  access_denied: 'test-declined',
  invalid_client: 'test-secret-demanded',
  post_request_failed: 'test-unreachable',
  no_network_connectivity: 'test-unreachable',
  network_error: 'test-unreachable',
  get_request_failed: 'test-unreachable',
  endpoints_resolution_error: 'test-unreachable',
  failed_to_parse_response: 'test-garbage',
  timed_out: 'test-timed-out',
  popup_window_error: 'test-window-blocked',
  empty_window_error: 'test-window-blocked',
  // Our own codes: the reader cancelled the test, Microsoft does not answer, or part of the site did not load.
  lotse_cancelled: 'test-cancelled',
  lotse_silent: 'test-silent',
  lotse_not_loaded: 'test-not-loaded',
} as const satisfies Record<string, FindingCode>;

type OwnCode = (typeof ownAddress)[keyof typeof ownAddress] | (typeof codes)[keyof typeof codes];
const codeOf: ReadonlyMap<string, OwnCode> = new Map(Object.entries({ ...ownAddress, ...codes }));

/** These may concern this page's address: fix that first, and do not send the reader to the guide's redirect URIs. */
const ofOwnAddress: readonly OwnCode[] = [
  'test-redirect-uri',
  'test-registered-as-web',
  'test-secret-demanded',
  'test-unreachable',
];

function ownFinding(code: OwnCode, topics: readonly string[]): MendedFinding {
  if (!ofOwnAddress.includes(code)) return { finding: { code }, topics };
  const others = topics.filter((topic) => topic !== 'redirect-uri');
  return { finding: { code }, topics: [testAddress, ...others] };
}

function ofNumber(number: string, numbers: ByNumber): MendedFinding {
  const own = codeOf.get(number);
  if (own === undefined) return numberFinding(number, numbers);
  return ownFinding(own, numberTopics(number, numbers));
}

/** How much of a text is read, in UTF-16 units. */
const textRead = 20_000;

function numberIn(text: string): string | undefined {
  return /AADSTS(\d{4,9})(?!\d)/i.exec(text.slice(0, textRead))?.[1];
}

/** Microsoft's error number of a failed sign-in, as in `AADSTS65004`; undefined if there is none. */
export function signInErrorNumber({ errorNo, message }: SignInError): string | undefined {
  if (errorNo !== undefined && /^\d{4,9}$/.test(errorNo)) return errorNo;
  return numberIn(message ?? '');
}

/**
 * Judges a failed sign-in by Microsoft's number if there is one, otherwise by MSAL's code. MSAL's error classes and
 * messages are of no use: the site's build shortens them.
 */
export function judgeSignInError(error: SignInError, numbers: ByNumber): MendedFinding {
  const number = signInErrorNumber(error);
  if (number !== undefined) return ofNumber(number, numbers);
  const { errorCode } = error;
  if (errorCode === 'consent_required') return numberFinding('65001', numbers, errorCode);
  const known = codeOf.get(errorCode);
  const topics = wordTopics(errorCode);
  if (known !== undefined) return ownFinding(known, topics);
  const isCode = /^[a-z\d_]{1,60}$/.test(errorCode);
  return { finding: { code: 'test-other-code', error: isCode ? errorCode : '?' }, topics };
}

/**
 * Judges text that the reader copied from Microsoft's window; most errors appear only there. `address` is the test's
 * redirect URI: an error that names another belongs to another program. Only a number or the title of the approval page
 * is repeated; if the text has neither, the finding is `test-window-unread`.
 */
export function judgeWindowText(text: string, address: string, numbers: ByNumber): MendedFinding {
  const read = text.slice(0, textRead);
  const number = numberIn(read);
  const [sent] = number === '50011' ? sentRedirects(read) : [];
  const [advice] =
    sent === undefined ? [] : redirectAdvice(sent, [{ pattern: address, uri: address }]);
  if (advice?.code === 'redirect-other-program') {
    return { finding: { code: 'test-other-program' }, topics: numberTopics('50011', numbers) };
  }
  if (number !== undefined) return ofNumber(number, numbers);
  const approval = approvalTitle(read);
  if (approval === undefined) return { finding: { code: 'test-window-unread' }, topics: [] };
  return numberFinding(approvalNumber, numbers, approval);
}
