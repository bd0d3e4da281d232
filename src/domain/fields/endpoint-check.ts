/** Checks a token endpoint pasted from a product, a guide or the portal. */

import { judged, type Finding, type TextFindings } from '../compare/findings.ts';
import type { TokenRequest } from '../guide/guide.ts';
import { isGuid } from '../text/guid-pattern.ts';
import { idPlaceholder, personalAccountsTenant, readTenantId } from '../values/guid.ts';
import { splitAddress, type Address } from '../values/host.ts';
import type { Note } from '../values/notes.ts';
import { safeText } from '../text/safe-text.ts';
import { mayHoldSecret } from '../secrets/secret-shape.ts';
import { cleanText, excerpt, textLimit, withoutEnd } from '../values/text.ts';
import {
  clouds,
  tenantEndpoint,
  type Cloud,
  type EndpointVersion,
} from '../registration/token-endpoint.ts';

/** What the endpoint is compared with. */
export interface EndpointExpectation {
  readonly expected: TokenRequest;
  /** The reader's tenant, if known: an ID or a domain. */
  readonly tenantId?: string | undefined;
  readonly cloud?: Cloud | undefined;
}

/** The findings about an endpoint. */
export type EndpointFindings = TextFindings;

/** The findings about the tenant part of the address, and the tenant if it can be recognised. */
interface Judged {
  readonly findings: readonly Finding[];
  readonly tenant?: string | undefined;
}

/** The path segment that marks a Microsoft endpoint as not for tokens. */
const otherPurpose =
  /^(?:authorize|devicecode|adminconsent|openid-configuration|keys|logout|nativeclient|saml2|wsfed)$/;
const tokenPart = /^(?:oauth2?|v?[12](?:\.0)?|token)$/;
/** A first path segment that belongs after the tenant, so the tenant is missing. */
const pathPart = /^(?:oauth2?|v[12]\.0|token|discovery|\.well-known)$/;
const tenantWord = /^(?:common|organizations|consumers)$/;
const tokenPaths: ReadonlyMap<string, EndpointVersion> = new Map([
  ['oauth2/token', 'v1'],
  ['oauth2/v2.0/token', 'v2'],
]);

/** Decodes what browsers encode in an address: blanks, line breaks, braces and angle brackets. */
function unescaped(text: string): string {
  return text.replace(/%(?:20|09|0[ad]|7[bd]|3[ce])/gi, (one) => decodeURIComponent(one));
}

/** The vendor's own sample has a blank before `/oauth2` (BM-05). */
function blankFindings(text: string): readonly Finding[] {
  const blank = text.search(/\s/);
  if (blank < 0) return [];
  return [{ code: 'endpoint-blank-inside', before: excerpt(text.slice(blank).trim(), 24) }];
}

/** Removes a label before the address, as in `Token URI: https://…`. */
function withoutLabel(text: string): string {
  const start = text.search(/https?:[/\\]{1,2}/i);
  return start < 0 ? text : text.slice(start);
}

function withoutTail(text: string): string {
  const [address = ''] = text.split(/[?#]/, 1);
  const bare = withoutEnd(address, '"\'`´“”„‘’‚«»>)]},.;:/\\');
  // A placeholder keeps its closing brace.
  const isOpen = bare.lastIndexOf('{') > bare.lastIndexOf('/');
  return isOpen && address.charAt(bare.length) === '}' ? `${bare}}` : bare;
}

function schemeFindings({ scheme }: Address): readonly Finding[] {
  if (/^https:\/\/$/i.test(scheme)) return [];
  return [{ code: /^http:/i.test(scheme) ? 'endpoint-http' : 'endpoint-scheme' }];
}

function hostFindings({ user, host, port }: Address, cloud: Cloud): readonly Finding[] {
  const expected = new URL(clouds[cloud].signIn).host;
  const found = host.replace(/\.$/, '').toLowerCase();
  if (user === '' && found === expected && (port === '' || port === '443')) return [];
  const shown = `${user}${host}${port === '' ? '' : `:${port}`}`;
  return [{ code: 'endpoint-wrong-host', host: excerpt(shown, 60), expected }];
}

function wordFindings(word: string, expected: TokenRequest): readonly Finding[] {
  return expected.tenant === word ? [] : [{ code: 'endpoint-word', word }];
}

/**
 * Compares an ID; a domain cannot be compared, but Microsoft accepts it as well.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20
 */
function idFindings(
  tenant: string,
  { expected, tenantId }: EndpointExpectation,
): readonly Finding[] {
  const known = tenantId?.toLowerCase() ?? '';
  if (isGuid(tenant) && isGuid(known) && known !== tenant) {
    return [{ code: 'endpoint-tenant-differs', found: tenant, expected: known }];
  }
  if (expected.tenant !== 'tenantId') {
    return [{ code: 'endpoint-word-expected', word: expected.tenant }];
  }
  if (isGuid(tenant) || tenant === known) return [];
  return [{ code: 'endpoint-tenant-domain', domain: excerpt(tenant) }];
}

/** Judges the tenant part of the address. */
function judgeTenant(text: string, rule: EndpointExpectation): Judged {
  const lower = text.toLowerCase();
  const word = lower === personalAccountsTenant ? 'consumers' : lower;
  if (tenantWord.test(word)) return { findings: wordFindings(word, rule.expected) };
  if (idPlaceholder(text)) {
    return { findings: [{ code: 'endpoint-placeholder', text: excerpt(text, 40) }] };
  }
  const reading = readTenantId(text, 'guid-or-domain');
  if (!reading.ok || safeText(reading.value) !== reading.value) {
    return { findings: [{ code: 'endpoint-tenant-form', text: excerpt(text, 40) }] };
  }
  const odd: readonly Finding[] =
    reading.value === lower ? [] : [{ code: 'endpoint-tenant-form', text: excerpt(text, 40) }];
  return { findings: [...odd, ...idFindings(reading.value, rule)], tenant: reading.value };
}

function versionFindings(version: EndpointVersion, expected: TokenRequest): readonly Finding[] {
  if (version === expected.version) return [];
  return [{ code: version === 'v1' ? 'endpoint-version-v1' : 'endpoint-version-v2' }];
}

/** v1 takes `resource`, v2 takes `scope`; the wrong one in the query shows that two guides were mixed. */
function queryFindings(version: EndpointVersion, rest: string): readonly Finding[] {
  const mixed = version === 'v2' ? /[?&](resource=[^&#]{0,60})/i : /[?&](scope=[^&#]{0,60})/i;
  const found = mixed.exec(rest)?.[1];
  return found === undefined ? [] : [{ code: 'endpoint-mixed', found }];
}

/** Judges the path after the tenant. */
function pathFindings(
  parts: readonly string[],
  rest: string,
  expected: TokenRequest,
): readonly Finding[] {
  if (parts.length === 0) return [{ code: 'endpoint-no-path' }];
  const typed = parts.join('/');
  const path = typed.toLowerCase();
  const version = tokenPaths.get(path);
  if (version !== undefined) {
    return [
      ...versionFindings(version, expected),
      ...queryFindings(version, rest),
      ...(typed === path ? [] : [{ code: 'endpoint-capitals' } as const]),
    ];
  }
  const purpose = path.split('/').find((part) => otherPurpose.test(part));
  if (purpose !== undefined) return [{ code: 'endpoint-not-token', purpose }];
  if (path.split('/').every((part) => tokenPart.test(part))) {
    return [{ code: 'endpoint-mixed', found: `/${excerpt(typed, 60)}` }];
  }
  return [{ code: 'endpoint-path', path: `/${excerpt(typed, 60)}` }];
}

/** Reports the first extra around or within the address: quotation marks, a label, a query, double slashes. */
function trailingFindings(found: readonly string[]): readonly Finding[] {
  const [first] = found.map((text) => text.trim()).filter((text) => text !== '');
  return first === undefined ? [] : [{ code: 'endpoint-trailing', found: excerpt(first, 24) }];
}

interface Path {
  readonly tenant: string | undefined;
  readonly parts: readonly string[];
}

function pathOf(rest: string): Path {
  const pieces = rest.split(/[/\\]/).filter((piece) => piece !== '');
  const [first = '', ...parts] = pieces;
  const isWord = [pathPart, otherPurpose].some((words) => words.test(first.toLowerCase()));
  return first !== '' && !isWord ? { tenant: first, parts } : { tenant: undefined, parts: pieces };
}

/** The correct address; undefined if the tenant is unknown. */
function rightEndpoint(found: string | undefined, rule: EndpointExpectation): string | undefined {
  const { expected, tenantId, cloud } = rule;
  const own = expected.tenant === 'tenantId' ? (tenantId ?? found) : expected.tenant;
  return own === undefined || own === ''
    ? undefined
    : tenantEndpoint('token', own, expected.version, cloud);
}

function answer(
  findings: readonly Finding[],
  tenant: string | undefined,
  rule: EndpointExpectation,
): EndpointFindings {
  const corrected = rightEndpoint(tenant, rule);
  const result = judged(findings, { code: 'endpoint-right' });
  return result.right || corrected === undefined ? result : { ...result, corrected };
}

function checkAddress(
  dense: string,
  around: readonly Finding[],
  rule: EndpointExpectation,
): EndpointFindings {
  const bare = withoutLabel(dense);
  const stripped = withoutTail(bare);
  const address = splitAddress(stripped);
  const { tenant: part, parts } = pathOf(address.rest);
  const doubled = /\\|\/{2,}/.exec(address.rest)?.[0] ?? '';
  const label = dense.slice(0, dense.length - bare.length);
  const tail = bare.slice(stripped.length);
  const judgedTenant: Judged =
    part === undefined ? { findings: [{ code: 'endpoint-no-tenant' }] } : judgeTenant(part, rule);
  const findings: readonly Finding[] = [
    ...schemeFindings(address),
    ...hostFindings(address, rule.cloud ?? 'global'),
    ...judgedTenant.findings,
    ...pathFindings(parts, tail, rule.expected),
    ...around,
    ...(around.some(({ code }) => code === 'endpoint-trailing')
      ? []
      : trailingFindings([label, tail, doubled])),
  ];
  return answer(findings, judgedTenant.tenant, rule);
}

/** Checks a text without a path: a tenant alone, or not an address at all. */
function checkBare(
  text: string,
  around: readonly Finding[],
  rule: EndpointExpectation,
): EndpointFindings {
  const { findings, tenant } = judgeTenant(text, rule);
  const codes = findings.map(({ code }) => code);
  if (codes.includes('endpoint-placeholder')) return answer([...findings, ...around], tenant, rule);
  if (tenant === undefined && codes.includes('endpoint-tenant-form')) return unreadable(rule);
  return answer([{ code: 'endpoint-is-only-tenant' }, ...findings, ...around], tenant, rule);
}

function unreadable(rule: EndpointExpectation): EndpointFindings {
  return answer([{ code: 'endpoint-unreadable' }], undefined, rule);
}

/** `muster.onmicrosoft.com` is a tenant's domain, not a Microsoft host. */
function isMicrosoftHost(text: string): boolean {
  return /(?:^|\.)(?:microsoft(?:online)?\.(?:com|us|cn)|windows\.net|office(?:365)?\.com)\.?$/i.test(
    text,
  );
}

/** Findings about what was removed from the text before parsing. */
function cleanedFindings(notes: readonly Note[]): readonly Finding[] {
  const isOdd = notes.some(
    ({ code }) => code === 'invisible-removed' || code === 'full-width-converted',
  );
  const marks = notes.flatMap((note) =>
    'quote' in note ? [note.quote] : 'bracket' in note ? [note.bracket] : [],
  );
  return [
    ...(isOdd ? [{ code: 'endpoint-odd-characters' } as const] : []),
    ...trailingFindings(marks),
  ];
}

/**
 * Compares a pasted text with the product's token endpoint: form, host, tenant, version and purpose, with one finding
 * for each mistake. `corrected` is the whole address if the tenant is known; the reader's own tenant takes precedence
 * over the pasted one. Texts of more than 2000 characters are `endpoint-unreadable`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20 (BM-05, FF-21)
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes AADSTS50194, checked 2026-11-20
 */
export function checkEndpoint(text: string, rule: EndpointExpectation): EndpointFindings {
  // A text that may contain a secret must not be repeated, so it is not examined further.
  if (text.length > textLimit || mayHoldSecret(text)) return unreadable(rule);
  const cleaned = cleanText(text);
  if (cleaned.text === '') return answer([{ code: 'endpoint-missing' }], undefined, rule);
  const plain = unescaped(cleaned.text);
  const [address = ''] = plain.split('?', 1);
  if (address.split(/https?:\/\//i).length > 2) {
    return answer([{ code: 'endpoint-several' }], undefined, rule);
  }
  const around = [...blankFindings(withoutLabel(plain)), ...cleanedFindings(cleaned.notes)];
  const dense = plain.replace(/\s/g, '');
  const hasPath = /[/\\]/.test(dense) || isMicrosoftHost(dense);
  return hasPath ? checkAddress(dense, around, rule) : checkBare(dense, around, rule);
}
