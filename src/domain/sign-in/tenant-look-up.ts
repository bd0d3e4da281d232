/** Asks Microsoft which tenant a mail address, a domain or an ID belongs to: builds the request and judges the answer. */

import type { Finding } from '../compare/findings.ts';
import { isGuid } from '../text/guid-pattern.ts';
import { personalAccountsTenant, readTenantId } from '../values/guid.ts';
import { masked, safeText } from '../text/safe-text.ts';
import { mayHoldSecret } from '../secrets/secret-shape.ts';
import { cleanText, excerpt, textLimit } from '../values/text.ts';
import { clouds, tenantEndpoint, type Cloud } from '../registration/token-endpoint.ts';

/** The domain or GUID to look up, in lower case and ready to send, or the reason why there is none. */
export type LookUpSubject =
  | { readonly ok: true; readonly subject: string }
  | { readonly ok: false; readonly finding: Finding };

/** The outcome of the request: a server's answer, a timeout (`silence`), or a failed connection (`no-answer`). */
export type LookUpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'no-answer' };

/** A tenant as Microsoft describes it. */
export interface FoundTenant {
  /** The GUID. */
  readonly tenantId: string;
  readonly cloud: Cloud;
  /** Microsoft's own abbreviation, e.g. `EU`; it is undocumented, and some tenants have none. */
  readonly region?: string | undefined;
}

/** The answer as findings; `tenant` only if Microsoft named one. */
export interface LookUpResult {
  readonly findings: readonly Finding[];
  readonly tenant?: FoundTenant | undefined;
}

/** The question sent to Microsoft. */
export interface LookUpQuestion {
  readonly subject: string;
  readonly cloud: Cloud;
  /** The ID that the reader has entered, to compare with. */
  readonly tenantId?: string | undefined;
}

function refuseSubject(finding: Finding): LookUpSubject {
  return { ok: false, finding };
}

/** The domain of a mail address, also of `Name <a@b.de>`, or the text itself. */
function withoutMailbox(text: string): string {
  return text
    .slice(text.lastIndexOf('@') + 1)
    .replace(/>$/, '')
    .trim();
}

function subjectFinding(text: string, code: string): Finding {
  if (code === 'tenant-is-endpoint-word') return { code: 'look-up-subject-word', word: text };
  if (code === 'tenant-is-personal-accounts') return { code: 'look-up-personal' };
  const domain = safeText(excerpt(text, 60));
  const isUmlaut = /[^\0-\x7f]/.test(text) && domain !== masked;
  return isUmlaut
    ? { code: 'look-up-subject-umlaut', domain }
    : { code: 'look-up-subject-unreadable' };
}

/**
 * Reads what to look up: only the domain of a mail address, only the tenant of a portal address.
 * Findings: `look-up-subject-…`, and `look-up-personal` for the tenant of private accounts.
 */
export function readLookUpSubject(text: string): LookUpSubject {
  // A possible secret is neither sent nor repeated.
  if (text.length > textLimit || mayHoldSecret(text)) {
    return refuseSubject({ code: 'look-up-subject-secret' });
  }
  const cleaned = cleanText(text).text;
  if (cleaned === '') return refuseSubject({ code: 'look-up-subject-missing' });
  const isAddress = cleaned.includes('@') && !cleaned.includes('/');
  const asked = isAddress ? withoutMailbox(cleaned) : cleaned;
  const reading = readTenantId(asked, 'guid-or-domain');
  if (reading.ok) return { ok: true, subject: reading.value };
  return refuseSubject(subjectFinding(asked, reading.problems[0].code));
}

/**
 * The address of the request; it sends nothing but the domain or ID.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20
 */
export function lookUpAddress({ subject, cloud }: LookUpQuestion): string {
  return tenantEndpoint('discovery', subject, 'v2', cloud);
}

type Description = Readonly<Record<string, unknown>>;

/** Microsoft answers in JSON; a proxy or the sign-in page of a wireless network answers in HTML: `foreign`. */
function parsed(body: string): Description | 'foreign' {
  try {
    const data: unknown = JSON.parse(body.trim() === '' ? '{}' : body);
    return typeof data === 'object' && data !== null ? (data as Description) : {};
  } catch {
    return 'foreign';
  }
}

/** „Network Authentication Required“ never comes from the requested server (RFC 6585, section 6); other 5xx may. */
const askedByNetwork = 511;

const couldNotAsk: LookUpResult = { findings: [{ code: 'look-up-could-not-ask' }] };
const unclear: LookUpResult = { findings: [{ code: 'look-up-unclear' }] };

/** Errors saying that the tenant does not exist, or that the name is not valid for a tenant. */
const noTenant: readonly number[] = [90002, 900023];

function judgeRefusal(answer: Description, { subject }: LookUpQuestion): LookUpResult {
  const codes = answer['error_codes'];
  const code: unknown = Array.isArray(codes) ? codes.at(0) : undefined;
  if (typeof code !== 'number' || !noTenant.includes(code)) return unclear;
  return { findings: [{ code: 'look-up-none', subject, error: `AADSTS${code}` }] };
}

/** The origin and tenant of `https://<host>/<GUID>/v2.0`; empty for any other form. */
function issuerParts(issuer: unknown): { readonly origin: string; readonly tenant: string } {
  const parts = typeof issuer === 'string' ? issuer.split('/') : [];
  const [scheme = '', blank, host = '', tenant = '', version, ...rest] = parts;
  const isForm = blank === '' && version === 'v2.0' && rest.length === 0;
  return isForm ? { origin: `${scheme}//${host}`, tenant } : { origin: '', tenant: '' };
}

/** The cloud whose sign-in address passes the test. */
function cloudOf(test: (signIn: string) => boolean): Cloud | undefined {
  return (Object.keys(clouds) as Cloud[]).find((cloud) => test(clouds[cloud].signIn));
}

function regionOf(description: Description): string | undefined {
  const region = description['tenant_region_scope'];
  return typeof region === 'string' && /^[A-Za-z]{2,12}$/.test(region) ? region : undefined;
}

/** The tenant's actual cloud, if it is not the one that was asked. */
function otherCloud(description: Description, origin: string, asked: Cloud): Cloud | undefined {
  const instance = description['cloud_instance_name'];
  const named = cloudOf((signIn) => signIn === `https://login.${String(instance)}`);
  const issuing = cloudOf((signIn) => signIn === origin);
  return [issuing, named].find((cloud) => cloud !== undefined && cloud !== asked);
}

function foundFindings(tenant: FoundTenant, question: LookUpQuestion): readonly Finding[] {
  const { tenantId, region } = tenant;
  const own = question.tenantId?.toLowerCase();
  const findings: Finding[] = [{ code: 'look-up-right', subject: question.subject, tenantId }];
  if (region !== undefined) findings.push({ code: 'look-up-region', region });
  if (own !== undefined && isGuid(own) && own !== tenantId) {
    findings.push({ code: 'look-up-differs', found: tenantId, own });
  }
  return findings;
}

function judgeDescription(description: Description, question: LookUpQuestion): LookUpResult {
  const { origin, tenant } = issuerParts(description['issuer']);
  // `{tenantid}`, `common` and `organizations` stand for many tenants.
  if (!isGuid(tenant)) return unclear;
  if (tenant === personalAccountsTenant) return { findings: [{ code: 'look-up-personal' }] };
  const other = otherCloud(description, origin, question.cloud);
  if (other !== undefined) {
    const host = clouds[other].signIn.replace('https://', '');
    return { findings: [{ code: 'look-up-other-cloud', host }] };
  }
  if (origin !== clouds[question.cloud].signIn) return unclear;
  // The answer to a question about an ID must contain that ID.
  if (isGuid(question.subject) && question.subject !== tenant) return unclear;
  const found = { tenantId: tenant, cloud: question.cloud, region: regionOf(description) };
  return { findings: foundFindings(found, question), tenant: found };
}

/**
 * Judges the outcome of the request. A missing answer is `look-up-could-not-ask` or `look-up-silent`, never a verdict
 * that the tenant does not exist; only Microsoft's own error gives that (`look-up-none`). An answer from somebody else
 * is `look-up-garbage`; an answer that names no single tenant of the requested cloud is `look-up-unclear`.
 * @see https://github.com/panva/node-openid-client/issues/175 checked 2026-11-20
 */
export function judgeLookUp(answer: LookUpAnswer, question: LookUpQuestion): LookUpResult {
  if (answer.kind === 'no-answer') return couldNotAsk;
  if (answer.kind === 'silence') return { findings: [{ code: 'look-up-silent' }] };
  const { status } = answer;
  const body = parsed(answer.body);
  if (body === 'foreign') {
    const isGarbage = status < 500 || status === askedByNetwork;
    return isGarbage ? { findings: [{ code: 'look-up-garbage' }] } : couldNotAsk;
  }
  if (status === 200) return judgeDescription(body, question);
  return status === 400 ? judgeRefusal(body, question) : couldNotAsk;
}
