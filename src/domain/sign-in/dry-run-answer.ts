/** Reads the result of a dry run: the address bar, or the text of Microsoft's error page. */

import {
  mendedBy,
  numberFinding,
  numberTopics,
  wordTopics,
  type ByNumber,
  type MendedFinding,
} from '../errors/by-number.ts';
import { sentRedirects } from '../errors/sent-redirects.ts';
import { accountIn, supportDetails, type SupportDetailKind } from '../errors/support-details.ts';
import type { Finding } from '../compare/findings.ts';
import { percentDecoded } from '../text/encodings.ts';
import { guidPattern, isGuid } from '../text/guid-pattern.ts';
import type { RedirectComparison } from '../compare/redirect-difference.ts';
import { excerpt } from '../values/text.ts';
import { approvalNumber, approvalTitle } from './approval-page.ts';
import {
  adviceIn,
  comparisonIn,
  placeFindings,
  redirectFinding,
  type ExpectedRedirects,
} from './dry-run-redirect.ts';

/** What the answer is compared with; unknown values are not judged. */
export interface ExpectedAnswer extends ExpectedRedirects {
  /** The state sent by this page's own run. */
  readonly state?: string | undefined;
  /** Whether the registration has no redirect URI: then no answer can come back. */
  readonly noReturn?: boolean | undefined;
  readonly tenantId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly mailbox?: string | undefined;
}

/** The details that Microsoft's support asks for. */
export interface SupportDetails {
  readonly correlationId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly time?: string | undefined;
}

/** What was found in an answer, without its code, tokens or state. */
export interface DryRunAnswer {
  /** Never empty. */
  readonly findings: readonly MendedFinding[];
  readonly support: SupportDetails;
  /** How a redirect URI in the text differs from the expected ones; only if it differs. */
  readonly comparison?: RedirectComparison | undefined;
  /** The redirect URI in an error, if it is the expected one: it has to be registered. */
  readonly sent?: string | undefined;
}

/** How much of a text is read at its beginning and at its end, in UTF-16 units. */
const readAtEachEnd = 20_000;
/** No Microsoft page shows more different errors. */
const mostErrors = 10;

/** Errors whose text names the account or the app, to compare with the reader's. */
const namesAccount: readonly string[] = ['50020', '50034', '50177', '51004', '16000'];
const namesApp: readonly string[] = ['700016', '700011', '70001', '7000112'];
/** Temporary faults at Microsoft. */
const temporary: readonly string[] = ['90033', '50196'];
/** Errors saying that the app has no redirect URI. */
const noRedirect: readonly string[] = ['500113', '900971'];

/** The parameters of an answer; if a name is repeated, the first one counts. */
type Parameters = ReadonlyMap<string, string>;

function parametersIn(text: string): Parameters {
  const found = [...` ${text}`.matchAll(/[?&#\s]([a-z_]{2,24})=([^&#\s"'<>]{0,8000})/gi)];
  return new Map(
    found.toReversed().map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
}

function decoded(text: string): string {
  return percentDecoded(text.replaceAll('+', ' '));
}

const oneTime = /((?:code|token|secret|state|assertion)(?:=|%3D|%253D))[^&#\s"'<>]{1,8000}/gi;

/** The text without the values of codes, tokens and states, so that it may be repeated. */
function withoutOneTime(text: string): string {
  return text.replace(oneTime, '$1…');
}

function errorNumbers(text: string): readonly string[] {
  const found = [...text.matchAll(/AADSTS(\d{5,9})/gi)].flatMap(([, digits]) => digits ?? []);
  return [...new Set(found)].slice(0, mostErrors);
}

/** An answer to an earlier run, another page or the product itself has another state. */
function stateFindings(parameters: Parameters, { state }: ExpectedAnswer): readonly Finding[] {
  const found = parameters.get('state');
  if (found === undefined || found === '') return [{ code: 'dry-run-no-state' }];
  return state === undefined || decoded(found) === state ? [] : [{ code: 'dry-run-other-state' }];
}

function successFindings(
  text: string,
  parameters: Parameters,
  expected: ExpectedAnswer,
): readonly Finding[] {
  const doubts = [...stateFindings(parameters, expected), ...placeFindings(text, expected)];
  return [{ code: doubts.length === 0 ? 'dry-run-right' : 'dry-run-code' }, ...doubts];
}

function consentFindings(
  parameters: Parameters,
  expected: ExpectedAnswer,
): readonly MendedFinding[] {
  const found = decoded(parameters.get('tenant') ?? '').toLowerCase();
  const own = expected.tenantId?.toLowerCase() ?? '';
  if (isGuid(found) && isGuid(own) && found !== own) {
    return mendedBy(['tenant-id'], { code: 'dry-run-consent-other-tenant', found, own });
  }
  const granted = /^true$/i.test(parameters.get('admin_consent') ?? '');
  if (!granted) return mendedBy(wordTopics('access_denied'), { code: 'dry-run-declined' });
  return mendedBy([], { code: 'dry-run-consent-right' }, ...stateFindings(parameters, expected));
}

function accountFinding(text: string, error: string, { mailbox }: ExpectedAnswer): Finding {
  const account = accountIn(text);
  if (account === undefined || mailbox === undefined) return { code: 'dry-run-account', error };
  if (account.toLowerCase() === mailbox.toLowerCase()) return { code: 'dry-run-account', error };
  return { code: 'dry-run-other-account', account: excerpt(account, 120), mailbox, error };
}

const quotedGuid = new RegExp(String.raw`['"„“](${guidPattern})['"“”]`, 'i');

/** `Application with identifier '<GUID>' was not found …`: reports the ID that was sent, if it is not the reader's. */
function otherApp(text: string, { clientId }: ExpectedAnswer): Finding | undefined {
  const found = quotedGuid.exec(text)?.[1]?.toLowerCase();
  const own = clientId?.toLowerCase();
  if (found === undefined || own === undefined || found === own) return undefined;
  return { code: 'dry-run-other-app', found, own };
}

/** A finding from the text of an error; undefined if it adds nothing to the catalogue. */
function ownFinding(number: string, { text, comparison, expected }: ReadText): Finding | undefined {
  const error = `AADSTS${number}`;
  if (number === '50011') return redirectFinding(comparison, error);
  if (namesAccount.includes(number)) return accountFinding(text, error, expected);
  if (namesApp.includes(number)) return otherApp(text, expected);
  return temporary.includes(number) ? { code: 'dry-run-temporary', error } : undefined;
}

function errorFinding(number: string, read: ReadText, numbers: ByNumber): MendedFinding {
  // The consent is stored before the redirect back fails.
  if (read.expected.noReturn && noRedirect.includes(number)) {
    return { finding: { code: 'dry-run-consent-no-return', error: `AADSTS${number}` }, topics: [] };
  }
  const finding = ownFinding(number, read);
  if (finding) return { finding, topics: numberTopics(number, numbers) };
  return numberFinding(number, numbers);
}

/** Findings for OAuth error codes that come without a Microsoft number. */
function wordFindings(parameters: Parameters): readonly MendedFinding[] {
  const word = parameters.get('error');
  if (word === undefined || word === '') return [];
  const read = decoded(word);
  // Any other text is not repeated, because it could be anything.
  const error = /^[a-z]{2,20}(?:_[a-z]{2,20}){1,3}$/.test(read) ? read : 'error';
  const topics = wordTopics(error);
  if (error === 'access_denied') return mendedBy(topics, { code: 'dry-run-declined' });
  if (error === 'temporarily_unavailable' || error === 'server_error') {
    return mendedBy(topics, { code: 'dry-run-temporary', error });
  }
  return mendedBy(topics, { code: 'error-unknown', error });
}

function supportOf(text: string): SupportDetails {
  const details = supportDetails(text);
  const first = (...kinds: readonly SupportDetailKind[]): string | undefined =>
    kinds.flatMap((kind) => details.filter((one) => one.kind === kind)).at(0)?.value;
  const [correlationId, requestId, time] = [
    first('correlation')?.toLowerCase(),
    first('request', 'trace')?.toLowerCase(),
    first('time'),
  ];
  return {
    ...(correlationId !== undefined && { correlationId }),
    ...(requestId !== undefined && { requestId }),
    ...(time !== undefined && { time }),
  };
}

/** Neither an answer nor an error: the sign-in is still under way, or the address is gone. */
function nothingFound(text: string, numbers: ByNumber): MendedFinding {
  const approval = approvalTitle(text);
  if (approval !== undefined) return numberFinding(approvalNumber, numbers, approval);
  const isUnfinished = /\/authorize\?|\/adminconsent\?/i.test(text);
  const code = isUnfinished ? 'dry-run-unfinished' : 'dry-run-nothing';
  return { finding: { code: text.trim() === '' ? 'dry-run-empty' : code }, topics: [] };
}

/** The text to read, with what is already known. */
interface ReadText {
  readonly text: string;
  readonly comparison: RedirectComparison | undefined;
  readonly expected: ExpectedAnswer;
}

function findingsIn(read: ReadText, numbers: ByNumber): readonly MendedFinding[] {
  const { text, expected } = read;
  const parameters = parametersIn(text);
  const plain = { ...read, text: decoded(text) };
  const errors = errorNumbers(plain.text).flatMap((number) => [
    errorFinding(number, plain, numbers),
    ...mendedBy([], ...(number === '50011' ? adviceIn(text, expected) : [])),
  ]);
  if (errors.length > 0) return errors;
  const words = wordFindings(parameters);
  if (words.length > 0) return words;
  if (parameters.has('admin_consent')) return consentFindings(parameters, expected);
  if (parameters.get('code')) return mendedBy([], ...successFindings(text, parameters, expected));
  const hasToken = ['access_token', 'id_token', 'refresh_token'].some((name) =>
    parameters.has(name),
  );
  return hasToken ? mendedBy([], { code: 'dry-run-has-token' }) : [nothingFound(text, numbers)];
}

/**
 * Reads the result after the sign-in. Only the beginning and end of a long text are read, and `dry-run-cut` says so.
 * The presence of one-time codes and tokens is noted; their values never appear in the answer.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow checked 2026-11-20
 */
export function readDryRunAnswer(
  text: string,
  expected: ExpectedAnswer,
  numbers: ByNumber,
): DryRunAnswer {
  const isCut = text.length > 2 * readAtEachEnd;
  const read = isCut ? `${text.slice(0, readAtEachEnd)}\n${text.slice(-readAtEachEnd)}` : text;
  const wellFormed = read.toWellFormed();
  const shown = withoutOneTime(wellFormed);
  const comparison = comparisonIn(shown, expected);
  const sent = /AADSTS50011\b/i.test(shown)
    ? sentRedirects(shown).find((uri) => expected.redirectUris.includes(uri))
    : undefined;
  const findings = findingsIn({ text: wellFormed, comparison, expected }, numbers);
  return {
    findings: isCut ? [...findings, ...mendedBy([], { code: 'dry-run-cut' })] : findings,
    support: supportOf(decoded(wellFormed)),
    ...(comparison !== undefined && { comparison }),
    ...(comparison === undefined && sent !== undefined && { sent }),
  };
}
