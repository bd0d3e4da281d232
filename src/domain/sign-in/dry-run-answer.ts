/** Reads what appeared at the end of a dry run: the address bar, or the text of Microsoft's error page. */

import { sentRedirects } from '../errors/sent-redirects.ts';
import { accountIn, supportDetails, type SupportDetailKind } from '../errors/support-details.ts';
import type { Finding, FindingCode } from '../findings.ts';
import { guidPattern, isGuid } from '../guid.ts';
import type { RedirectComparison } from '../redirect-difference.ts';
import { excerpt } from '../text.ts';
import {
  adviceIn,
  comparisonIn,
  placeFindings,
  redirectFinding,
  type ExpectedRedirects,
} from './dry-run-redirect.ts';

/** What the answer is compared with; what is not known is not judged. */
export interface ExpectedAnswer extends ExpectedRedirects {
  /** The state of this page's own run. */
  readonly state?: string | undefined;
  /** Whether the registration has no redirect URI at all: then nothing can come back. */
  readonly noReturn?: boolean | undefined;
  readonly tenantId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly mailbox?: string | undefined;
}

/** What Microsoft's support asks for. */
export interface SupportDetails {
  readonly correlationId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly time?: string | undefined;
}

/** What was found in an answer. Neither code nor token nor state of it is in here. */
export interface DryRunAnswer {
  /** Never empty. */
  readonly findings: readonly Finding[];
  readonly support: SupportDetails;
  /** Where the text names a redirect URI that is none of the expected ones: how it differs. */
  readonly comparison?: RedirectComparison | undefined;
  /** The redirect URI that an error names, where it is the expected one: that is what has to be registered. */
  readonly sent?: string | undefined;
}

/** More is read of no text: this much at its beginning, this much at its end. */
const readAtEachEnd = 20_000;
/** More different errors stand on no page of Microsoft's. */
const mostErrors = 10;

/** Which errors mean the same to the reader, by the number behind `AADSTS`. */
const errorsOf = {
  'dry-run-redirect-none': [500113, 900971],
  'dry-run-app-unknown': [700016, 70001, 700011, 90112, 7000112, 650059],
  'dry-run-tenant-unknown': [90002, 900023, 50059, 50128, 90019],
  'dry-run-consent-missing': [65001, 650056],
  'dry-run-admin-approval': [90094, 90095, 90008],
  'dry-run-consent-declined': [65004],
  'dry-run-scope': [70011, 28002, 28003, 500011, 650053, 650057, 1002012, 700022, 700023, 65005],
  'dry-run-account': [50020, 50034, 51004, 16000, 50058, 50177],
  'dry-run-not-assigned': [50105],
  'dry-run-password': [50126, 50056, 50055, 50057, 50053, 50144, 50173],
  'dry-run-policy': [
    50072, 50074, 50076, 50079, 50142, 50158, 53000, 53001, 53003, 53004, 53011, 530003, 530032,
    530035, 70043,
  ],
  'dry-run-temporary': [90033, 50196],
} as const satisfies Partial<Record<FindingCode, readonly number[]>>;

const findingOf: ReadonlyMap<number, keyof typeof errorsOf> = new Map(
  (Object.keys(errorsOf) as (keyof typeof errorsOf)[]).flatMap((code) =>
    errorsOf[code].map((number) => [number, code] as const),
  ),
);

/**
 * The topic of the step that mends a finding, as `mends` of `guide.yml` names it.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes checked 2026-11-20
 */
export const dryRunTopics: Partial<Readonly<Record<FindingCode, string>>> = {
  'dry-run-redirect-unknown': 'redirect-uri',
  'dry-run-redirect-differs': 'redirect-uri',
  'dry-run-redirect-none': 'redirect-uri',
  'dry-run-app-unknown': 'client-id',
  'dry-run-other-app': 'client-id',
  'dry-run-tenant-unknown': 'tenant-id',
  'dry-run-consent-missing': 'admin-consent',
  'dry-run-admin-approval': 'admin-consent',
  'dry-run-consent-declined': 'admin-consent',
  'dry-run-consent-other-tenant': 'tenant-id',
  'dry-run-scope': 'scope',
  'dry-run-account': 'user',
  'dry-run-other-account': 'user',
  'dry-run-not-assigned': 'assignment',
  'dry-run-policy': 'conditional-access',
};

/** Parameters of an answer; the first of a name counts. */
type Parameters = ReadonlyMap<string, string>;

function parametersIn(text: string): Parameters {
  const found = [...` ${text}`.matchAll(/[?&#\s]([a-z_]{2,24})=([^&#\s"'<>]{0,8000})/gi)];
  return new Map(
    found.toReversed().map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

const oneTime = /((?:code|token|secret|state|assertion)(?:=|%3D|%253D))[^&#\s"'<>]{1,8000}/gi;

/** What may be repeated: without the values of codes, tokens and states, wherever they stand. */
function withoutOneTime(text: string): string {
  return text.replace(oneTime, '$1…');
}

function errorNumbers(text: string): readonly number[] {
  const found = [...text.matchAll(/AADSTS(\d{5,9})/gi)].map(([, digits]) => Number(digits));
  return [...new Set(found)].slice(0, mostErrors);
}

/** An answer of an earlier run, of another page or of the product itself has another state. */
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

function consentFindings(parameters: Parameters, expected: ExpectedAnswer): readonly Finding[] {
  const found = decoded(parameters.get('tenant') ?? '').toLowerCase();
  const own = expected.tenantId?.toLowerCase() ?? '';
  if (isGuid(found) && isGuid(own) && found !== own) {
    return [{ code: 'dry-run-consent-other-tenant', found, own }];
  }
  const granted = /^true$/i.test(parameters.get('admin_consent') ?? '');
  if (!granted) return [{ code: 'dry-run-consent-declined', error: 'admin_consent=False' }];
  return [{ code: 'dry-run-consent-right' }, ...stateFindings(parameters, expected)];
}

function accountFinding(text: string, error: string, { mailbox }: ExpectedAnswer): Finding {
  const account = accountIn(text);
  if (account === undefined || mailbox === undefined) return { code: 'dry-run-account', error };
  if (account.toLowerCase() === mailbox.toLowerCase()) return { code: 'dry-run-account', error };
  return { code: 'dry-run-other-account', account: excerpt(account, 120), mailbox, error };
}

const quotedGuid = new RegExp(String.raw`['"„“](${guidPattern})['"“”]`, 'i');

/** `Application with identifier '<GUID>' was not found …`: the ID that was sent. */
function appFinding(text: string, error: string, { clientId }: ExpectedAnswer): Finding {
  const found = quotedGuid.exec(text)?.[1];
  const own = clientId?.toLowerCase();
  if (found === undefined || own === undefined || found.toLowerCase() === own) {
    return { code: 'dry-run-app-unknown', error };
  }
  return { code: 'dry-run-other-app', found: found.toLowerCase(), own };
}

function errorFinding(
  number: number,
  text: string,
  comparison: RedirectComparison | undefined,
  expected: ExpectedAnswer,
): Finding {
  const error = `AADSTS${number}`;
  if (number === 50011) return redirectFinding(comparison, error);
  const code = findingOf.get(number);
  if (code === undefined) return { code: 'dry-run-error', error };
  // The consent is stored before the way back fails (facts/entra.md c).
  if (code === 'dry-run-redirect-none' && expected.noReturn) {
    return { code: 'dry-run-consent-no-return', error };
  }
  if (code === 'dry-run-account') return accountFinding(text, error, expected);
  if (code === 'dry-run-app-unknown') return appFinding(text, error, expected);
  return { code, error };
}

/** Words of the protocol that come without a number of Microsoft's. */
function wordFindings(parameters: Parameters): readonly Finding[] {
  const word = parameters.get('error');
  if (word === undefined || word === '') return [];
  const read = decoded(word);
  // Nothing else is repeated: whatever stands there may be anything.
  const error = /^[a-z]{2,20}(?:_[a-z]{2,20}){1,3}$/.test(read) ? read : 'error';
  if (error === 'access_denied') return [{ code: 'dry-run-declined' }];
  if (error === 'temporarily_unavailable' || error === 'server_error') {
    return [{ code: 'dry-run-temporary', error }];
  }
  return [{ code: 'dry-run-error', error }];
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

/**
 * Microsoft's page that asks for an administrator, which shows its number only behind „Details“.
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/user-admin-consent-overview checked 2026-11-21
 */
const approvalPage =
  /(?:Administratorgenehmigung|Genehmigung)(?: ist)? erforderlich|Needs? admin approval|Approval required|Admin approval (?:is )?required/i;

/** The title of a page that asks for an administrator's approval, as it stands in a text. */
export function approvalTitle(text: string): string | undefined {
  return approvalPage.exec(text)?.[0];
}

/** Neither an answer nor an error: the sign-in is still under way, or the address is gone. */
function nothingFound(text: string): Finding {
  if (text.trim() === '') return { code: 'dry-run-empty' };
  const approval = approvalTitle(text);
  if (approval !== undefined) return { code: 'dry-run-admin-approval', error: approval };
  return {
    code: /\/authorize\?|\/adminconsent\?/i.test(text) ? 'dry-run-unfinished' : 'dry-run-nothing',
  };
}

function tokenFindings(parameters: Parameters): readonly Finding[] {
  const held = ['access_token', 'id_token', 'refresh_token'].some((name) => parameters.has(name));
  return held ? [{ code: 'dry-run-has-token' }] : [];
}

function findingsIn(
  text: string,
  comparison: RedirectComparison | undefined,
  expected: ExpectedAnswer,
): readonly Finding[] {
  const parameters = parametersIn(text);
  const plain = decoded(text);
  const errors = errorNumbers(plain).flatMap((number) => [
    errorFinding(number, plain, comparison, expected),
    ...(number === 50011 ? adviceIn(text, expected) : []),
  ]);
  if (errors.length > 0) return errors;
  const words = wordFindings(parameters);
  if (words.length > 0) return words;
  if (parameters.has('admin_consent')) return consentFindings(parameters, expected);
  if (parameters.get('code')) return successFindings(text, parameters, expected);
  const tokens = tokenFindings(parameters);
  return tokens.length > 0 ? tokens : [nothingFound(text)];
}

/**
 * Reads what appeared after the sign-in. Of long texts the beginning and the end are read, and `dry-run-cut` says so.
 * One-time codes and tokens are only seen to be there: none of them is in the answer.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow checked 2026-11-20
 */
export function readDryRunAnswer(text: string, expected: ExpectedAnswer): DryRunAnswer {
  const isCut = text.length > 2 * readAtEachEnd;
  const read = isCut ? `${text.slice(0, readAtEachEnd)}\n${text.slice(-readAtEachEnd)}` : text;
  const wellFormed = read.toWellFormed();
  const shown = withoutOneTime(wellFormed);
  const comparison = comparisonIn(shown, expected);
  const sent = /AADSTS50011\b/i.test(shown)
    ? sentRedirects(shown).find((uri) => expected.redirectUris.includes(uri))
    : undefined;
  const findings = findingsIn(wellFormed, comparison, expected);
  return {
    findings: isCut ? [...findings, { code: 'dry-run-cut' }] : findings,
    support: supportOf(decoded(wellFormed)),
    ...(comparison !== undefined && { comparison }),
    ...(comparison === undefined && sent !== undefined && { sent }),
  };
}
