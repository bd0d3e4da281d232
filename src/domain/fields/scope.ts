/** Checks a scope pasted from a product, a guide, a request or a token. */

import {
  apiOf,
  isMailPermission,
  isSignInScope,
  nameOf,
  resourceOf,
} from '../registration/scopes.ts';
import { judged, type Finding, type FindingCode, type TextFindings } from '../compare/findings.ts';
import { safeText } from '../text/safe-text.ts';
import { mayHoldSecret } from '../secrets/secret-shape.ts';
import type { Grant } from '../guide/guide.ts';
import { cleanText, excerpt, textLimit, withoutEnd } from '../values/text.ts';

/** What the scope is compared with; without scopes, only what is always wrong is reported. */
export interface ExpectedScope {
  readonly scopes: readonly string[];
  readonly grant: Grant;
}

/** One difference between the pasted scope and the corrected one. Without `found` it is an addition, without `corrected` a removal. */
export interface ScopeChange {
  readonly found?: string | undefined;
  readonly corrected?: string | undefined;
  readonly reason: FindingCode;
}

/** The findings about a scope, and the reasons for each correction. */
export interface ScopeFindings extends TextFindings {
  readonly changes: readonly ScopeChange[];
}

interface Scope {
  readonly text: string;
  /** The API: Graph, Exchange's mail protocols, sign-in itself, or any other by its address. */
  readonly resource: string;
  /** As written, in lower case; empty for a bare name. */
  readonly host: string;
  readonly name: string;
}

/** A difference with its finding. */
interface Step {
  readonly finding: Finding;
  readonly found?: string | undefined;
  readonly corrected?: string | undefined;
}

interface Pasted {
  readonly scopes: readonly string[];
  readonly findings: readonly Finding[];
}

const signIn = 'sign-in';
const mailResource = 'https://outlook.office365.com';
const outlookHosts: readonly string[] = ['outlook.office.com', 'outlook.office365.com'];
/** A bare name means Graph. */
const graphHosts: readonly string[] = ['', 'graph.microsoft.com'];

/** Parses `https://host/Name`; a name without a host is a sign-in scope, or belongs to Graph. */
function parseScope(text: string): Scope {
  const slash = text.lastIndexOf('/');
  const name = nameOf(text);
  if (slash < 0) {
    return { text, resource: isSignInScope(text) ? signIn : 'graph', host: '', name };
  }
  const address = text.slice(0, slash);
  const host = address.replace(/^https:\/\//i, '').toLowerCase();
  return { text, resource: apiOf(address) ?? resourceOf(address), host, name };
}

function decoded(text: string): string {
  return text.replace(/%(20|2B|2C|2F|3A|0A|0D|22)/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A parameter of an address or a request, where encoding is expected; undefined if the text has none. */
function parameter(text: string, name: 'scope' | 'resource'): string | undefined {
  const start = new RegExp(`(?:^|[?&\\s])${name}=`, 'i').exec(text);
  if (start === null) return undefined;
  const [value = ''] = text.slice(start.index + start[0].length).split(/[&#]/, 1);
  return value;
}

/** Characters wrongly used as separators, as written in the text. */
function separatorFindings(text: string): readonly Finding[] {
  const found = text.match(/%2520|%20|[+,;\n\r\u2028\u2029]/g) ?? [];
  const shown = new Set(found.map((one) => one.replace(/\s/, '↵')));
  return [...shown].map((separator) => ({ code: 'scope-separator', separator }));
}

function pieces(text: string): readonly string[] {
  return decoded(decoded(text.replace(/%25/g, '%')))
    .split(/[\s+,;]+/)
    .map((piece) => withoutEnd(piece.replace(/^["'[]+/, ''), `"']`))
    .filter((piece) => piece !== '');
}

/** `resource=https://…` from a v1 request, which has no scope. */
function resourceFindings(text: string): readonly Finding[] {
  const resource = parameter(text, 'resource');
  if (resource === undefined) return [];
  return [{ code: 'scope-v1-resource', resource: excerpt(decoded(resource).trim(), 60) }];
}

function readPasted(text: string): Pasted {
  const resource = resourceFindings(text);
  const value = parameter(text, 'scope');
  // In `a=b&scope=c%20d` the encoding is correct; after a bare `scope=` it may be.
  if (value !== undefined) return { scopes: pieces(value), findings: resource };
  if (resource.length > 0) return { scopes: [], findings: resource };
  const bare = text.replace(/^[^/:]{0,40}\bscopes?"?\s*:\s*/i, '');
  const separated = withoutEnd(bare.trimEnd(), ' \t\n,;').replace(/"\s*,\s*"/g, ',');
  return { scopes: pieces(bare), findings: separatorFindings(separated) };
}

function isDelegated({ grant }: ExpectedScope): boolean {
  return grant !== 'client-credentials';
}

/** Names of application permissions, which no sign-in can request. */
function isAppName({ name }: Scope): boolean {
  return /(?:AccessAsApp|SendAsApp)$/i.test(name);
}

/** How a pasted scope differs from the expected one. */
function matchFinding(found: Scope, wanted: Scope): Finding | undefined {
  if (found.text === wanted.text) return undefined;
  if (found.resource !== wanted.resource)
    return { code: 'scope-graph-resource', name: shown(found) };
  if (found.name !== wanted.name) return { code: 'scope-case', name: wanted.name };
  const [host, expected] = [found.host, wanted.host];
  const areOf = (hosts: readonly string[]) => hosts.includes(host) && hosts.includes(expected);
  if (areOf(graphHosts)) return undefined;
  if (areOf(outlookHosts) && found.text.startsWith('https://')) {
    if (host !== expected) return { code: 'scope-other-host', found: host, expected };
    if (found.text.toLowerCase() === wanted.text) return undefined;
  }
  return { code: 'scope-spelling', found: shown(found), expected: wanted.text };
}

function shown({ text }: Scope): string {
  return excerpt(text, 60);
}

/** The pasted scope that corresponds to an expected one: from the same API, or from Graph by mistake. */
function standIn(wanted: Scope, found: readonly Scope[]): Scope | undefined {
  const sameName = found.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  return (
    sameName.find(({ text }) => text === wanted.text) ??
    sameName.find(({ resource }) => resource === wanted.resource) ??
    sameName.find(({ resource }) => resource === 'graph')
  );
}

function wantedStep(wanted: Scope, found: Scope | undefined): Step | undefined {
  if (found === undefined) {
    const finding: Finding =
      wanted.name === 'offline_access'
        ? { code: 'scope-no-offline-access' }
        : { code: 'scope-missing', name: wanted.text };
    return { finding, corrected: wanted.text };
  }
  const finding = matchFinding(found, wanted);
  return finding && { finding, found: found.text, corrected: wanted.text };
}

/** A pasted scope that is not expected; undefined if it does no harm. */
function surplusStep(
  one: Scope,
  wanted: readonly Scope[],
  expected: ExpectedScope,
): Step | undefined {
  if (one.resource === signIn && isDelegated(expected)) return undefined;
  const { text: found, name } = one;
  if (isDelegated(expected) && isAppName(one)) {
    return { finding: { code: 'scope-app-name', name: shown(one) }, found };
  }
  const isGraph = one.resource === 'graph';
  const mistaken = { code: 'scope-graph-resource', name: shown(one) } as const;
  if (wanted.length === 0) {
    // With nothing to compare with, one mistake still shows: Graph does not accept the scopes of mail protocols.
    const isMistaken = isGraph && isMailPermission(name);
    return isMistaken
      ? { finding: mistaken, found, corrected: `${mailResource}/${name}` }
      : undefined;
  }
  const isMistaken = isGraph && wanted.every(({ resource }) => resource !== 'graph');
  return { finding: isMistaken ? mistaken : { code: 'scope-surplus', name: shown(one) }, found };
}

/**
 * A token is for one API, and `.default` must be its only scope; only sign-in scopes may accompany it, and with client
 * credentials not even those.
 * @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc checked 2026-11-20
 */
function mixtureFindings(found: readonly Scope[], expected: ExpectedScope): readonly Finding[] {
  const findings: Finding[] = [];
  const forApis = found.filter(({ resource }) => resource !== signIn);
  const beside = isDelegated(expected) ? forApis : found;
  const isDefault = ({ name }: Scope) => name.toLowerCase() === '.default';
  if (found.some(isDefault) && !beside.every(isDefault)) {
    findings.push({ code: 'scope-default-mixed' });
  }
  const apis = new Map(forApis.map((one) => [one.resource, one]));
  const wanted = new Set(expected.scopes.map((text) => parseScope(text).resource));
  if (apis.size > 1 && [...apis.keys()].some((resource) => !wanted.has(resource))) {
    const names = [...apis.keys()].slice(0, 5).map(resourceName);
    findings.push({ code: 'scope-two-resources', resources: names.join(', ') });
  }
  return findings;
}

function resourceName(resource: string): string {
  if (resource === 'graph') return 'graph.microsoft.com';
  return resource === 'exchange-online' ? 'outlook.office365.com' : excerpt(resource, 40);
}

function comparedSteps(found: readonly Scope[], expected: ExpectedScope): readonly Step[] {
  const wanted = expected.scopes.map(parseScope);
  const taken = new Map(wanted.map((one) => [one, standIn(one, found)]));
  const used = new Set(taken.values());
  return [
    ...wanted.flatMap((one) => wantedStep(one, taken.get(one)) ?? []),
    ...found
      .filter((one) => !used.has(one))
      .flatMap((one) => surplusStep(one, wanted, expected) ?? []),
  ];
}

/** The expected scopes, and any harmless sign-in scopes that were pasted with them. */
function correctedText(
  found: readonly Scope[],
  steps: readonly Step[],
  expected: ExpectedScope,
): string {
  const gone = new Map(steps.map((step) => [step.found, step.corrected]));
  const kept = found.flatMap(({ text }) => (gone.has(text) ? (gone.get(text) ?? []) : [text]));
  const harmless =
    expected.scopes.length === 0 ? kept : isDelegated(expected) ? kept.filter(isSignInScope) : [];
  return [...new Set([...expected.scopes, ...harmless])].join(' ');
}

function hopeless(finding: Finding, expected: ExpectedScope): ScopeFindings {
  const answer = { findings: [finding], right: false, changes: [] };
  if (expected.scopes.length === 0) return answer;
  return { ...answer, corrected: expected.scopes.join(' ') };
}

function checkPasted({ scopes, findings }: Pasted, expected: ExpectedScope): ScopeFindings {
  const found = [...new Set(scopes)].map(parseScope);
  const steps = comparedSteps(found, expected);
  const again = scopes.find((text, index) => scopes.indexOf(text) < index);
  const all: readonly Finding[] = [
    ...findings,
    ...steps.map(({ finding }) => finding),
    ...mixtureFindings(found, expected),
    ...(again === undefined ? [] : [{ code: 'scope-twice', name: excerpt(again, 60) } as const]),
  ];
  const distinct = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  const saysRight = expected.scopes.length === 0 ? 'scope-unjudged' : 'scope-right';
  const answer = judged(distinct, { code: saysRight });
  const corrected = correctedText(found, steps, expected);
  return {
    ...answer,
    ...(!answer.right && corrected !== '' && safeText(corrected) === corrected && { corrected }),
    changes: steps.map(({ finding, found: was, corrected: becomes }) => ({
      found: was && safeText(was),
      corrected: becomes,
      reason: finding.code,
    })),
  };
}

/** The maximum number of scopes compared; no request has nearly as many. */
const scopesLimit = 100;

/**
 * Compares a pasted scope with the product's, in any order. `corrected` contains the scopes that the product needs and
 * any harmless ones (`openid` at a sign-in). A text with a secret in today's form, of more than 2000 characters or of
 * more than 100 scopes is `scope-unreadable`.
 * @see https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth checked 2026-11-20 (FF-21)
 */
export function checkScope(text: string, expected: ExpectedScope): ScopeFindings {
  if (text.length > textLimit || mayHoldSecret(text)) {
    return hopeless({ code: 'scope-unreadable' }, expected);
  }
  const cleaned = cleanText(text).text;
  if (cleaned === '') return hopeless({ code: 'scope-empty' }, expected);
  const pasted = readPasted(cleaned);
  if (pasted.scopes.length > scopesLimit) return hopeless({ code: 'scope-unreadable' }, expected);
  return checkPasted(pasted, expected);
}
