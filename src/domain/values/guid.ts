/**
 * Microsoft's IDs. Tenant, client, object and secret IDs look alike: a check can only recognise a GUID.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc (checked 2026-11-20)
 */

import { isGuid } from '../text/guid-pattern.ts';
import { hostProblems, splitAddress } from './host.ts';
import { beginsLikeSecret } from '../secrets/secret-shape.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, refuse, type Reading } from './reading.ts';
import { excerpt, placeholderProblem, readCleaned, shownCharacter } from './text.ts';

/** What a product accepts as the tenant: only its GUID, or a verified domain too. */
export type TenantForm = 'guid' | 'guid-or-domain';

/** Hyphens, and the dashes that word processors turn them into. */
const strokes = /[-\u2010-\u2015\u2212]/g;

/** The tenant of Microsoft's personal accounts, `consumers`. */
export const personalAccountsTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

function hyphenated(digits: string): string {
  const at = (from: number, to: number): string => digits.slice(from, to);
  return [at(0, 8), at(8, 12), at(12, 16), at(16, 20), at(20, 32)].join('-');
}

/** `{…}` as the registry and .NET print a GUID, `(…)` as some tools do. */
function withoutBraces(text: string): string {
  return /^\{[^{}]*\}$|^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text;
}

function digitsOf(text: string): string {
  return withoutBraces(text).replace(/\s/g, '').replace(strokes, '');
}

function digitProblems(digits: string): readonly Problem[] {
  const problems: Problem[] = [];
  const [wrong] = /[^\da-f]/iu.exec(digits) ?? [];
  const { length } = Array.from(digits);
  if (wrong !== undefined) {
    problems.push({ code: 'guid-character', character: shownCharacter(wrong) });
  }
  if (length !== 32) problems.push({ code: 'guid-wrong-length', digits: String(length) });
  if (/^0{32}$/.test(digits)) problems.push({ code: 'guid-all-zero' });
  return problems;
}

function digitNotes(text: string): readonly Note[] {
  const notes: Note[] = [];
  const inside = withoutBraces(text);
  const dense = inside.replace(/\s/g, '');
  if (inside !== text) {
    notes.push({
      code: 'brackets-removed',
      bracket: text.charAt(0) + text.charAt(text.length - 1),
    });
  }
  if (dense !== inside) notes.push({ code: 'inner-blanks-removed' });
  if (!isGuid(dense.toLowerCase())) notes.push({ code: 'hyphens-added' });
  if (/[A-F]/.test(dense)) notes.push({ code: 'lower-cased' });
  return notes;
}

function readDigits(text: string): Reading {
  const digits = digitsOf(text);
  const problems = digitProblems(digits);
  return isNonEmpty(problems)
    ? refuse(...problems)
    : accept(hyphenated(digits.toLowerCase()), digitNotes(text));
}

function isUrl(text: string): boolean {
  if (/^[a-z][a-z\d+.-]*:\/\/|^www\./i.test(text)) return true;
  const [authority = '', path] = text.split(/[/\\]/, 2);
  return path !== undefined && authority.includes('.') && !/\s/.test(authority);
}

function mailProblem(text: string): Problem | undefined {
  const at = text.lastIndexOf('@');
  if (at < 0) return undefined;
  return { code: 'id-is-mail-address', domain: excerpt(text.slice(at + 1)) };
}

const idWords =
  /^(?:[a-z]+[-_ ])?(?:tenant|mandanten|client|directory|verzeichnis|objekt|object)[-_ ]?(?:id|name)$|^id[-_ ](?:de[-_ ]l['’]|d['’]|du[-_ ])?(?:locataire|annuaire|client|application|objet)$/i;

/** `{tenant-id}`, `xxxxxxxx-xxxx-…`, `YOUR_CLIENT_ID`: without a digit, so not a mistyped ID. */
export function idPlaceholder(text: string): Problem | undefined {
  if (/\d/.test(text) || readDigits(text).ok) return undefined;
  return /^x[x-]+$/i.test(text) || idWords.test(text)
    ? { code: 'value-is-placeholder', text: excerpt(text) }
    : placeholderProblem(text);
}

/** Reports another kind of value in place of an ID, without repeating anything that may be a secret. */
function mistakenProblem(text: string): Problem | undefined {
  if (beginsLikeSecret(text)) return { code: 'id-looks-like-secret' };
  return idPlaceholder(text) ?? mailProblem(text);
}

/**
 * Reads the GUID of a client or an object; its form does not reveal which. Corrects braces, blanks, missing hyphens and
 * capitals with a note. Problems: `guid-character`, `guid-wrong-length`, `guid-all-zero`, `id-is-url`, `id-is-mail-address`,
 * `id-looks-like-secret`, `value-is-placeholder`.
 */
export function readGuid(text: string): Reading {
  return readCleaned(text, (cleaned) => {
    if (isUrl(cleaned)) return refuse({ code: 'id-is-url' });
    const mistaken = mistakenProblem(cleaned);
    return mistaken === undefined ? readDigits(cleaned) : refuse(mistaken);
  });
}

/** Hosts whose paths start with the tenant. */
const signInHost = /^(?:login\.(?:partner\.)?microsoftonline\.(?:com|us|cn)|sts\.windows\.net)$/;
const portalHost = /^(?:entra\.microsoft\.com|portal\.azure\.(?:com|us|cn))$/;
/** `#@muster.de/…`, `?tenantId=…`, `/tenantId/…`, or the first part of the path; never the `appId` beside it. */
const portalTenant =
  /(?:[#/]@|[?&#](?:tenantid|tid)=|\/tenantid\/|^\/(?=[\da-f-]{36}(?:[/?#]|$)|[^/?#]+\.))([^/?#&]+)/i;

function tenantInUrl(host: string, rest: string): string | undefined {
  if (signInHost.test(host)) return rest.split(/[/\\?#]/)[1];
  return portalHost.test(host) ? portalTenant.exec(rest)?.[1] : undefined;
}

function readTenantUrl(text: string, form: TenantForm): Reading {
  const { host, rest } = splitAddress(text);
  const url = host.toLowerCase();
  const tenant = tenantInUrl(url, rest)?.trim() ?? '';
  if (tenant === '') return refuse({ code: 'id-is-url' });
  const reading = readBareTenant(tenant, form);
  if (!reading.ok) return reading;
  return accept(reading.value, [{ code: 'tenant-from-url', url }, ...reading.notes]);
}

/** Reads a verified domain. For a domain with umlauts, the GUID is safer than another spelling. */
function readTenantDomain(text: string, form: TenantForm): Reading {
  const domain = text.toLowerCase();
  const problems: readonly Problem[] = hostProblems(domain).filter(
    ({ code }) => code !== 'host-punycode',
  );
  if (form === 'guid' || problems.some(({ code }) => code === 'host-umlaut')) {
    return refuse({ code: 'tenant-needs-guid', domain: excerpt(domain) });
  }
  if (isNonEmpty(problems)) return refuse(...problems);
  const note: Note = { code: 'tenant-is-domain', domain };
  return accept(domain, domain === text ? [note] : [{ code: 'lower-cased' }, note]);
}

/** Whether a text is more likely a mistyped GUID than a domain or a company's name: only hex digits, or GUID-like groups. */
function resemblesGuid(text: string): boolean {
  if (/^[\da-f]+$/i.test(digitsOf(text))) return true;
  return text.split(strokes).length >= 4 && /\d/.test(text) && !/[.\s]/.test(text);
}

function readTenantGuid(text: string): Reading {
  const reading = readDigits(text);
  return reading.ok && reading.value === personalAccountsTenant
    ? refuse({ code: 'tenant-is-personal-accounts' })
    : reading;
}

function readBareTenant(text: string, form: TenantForm): Reading {
  if (/^(?:common|organizations|consumers)$/i.test(text)) {
    return refuse({ code: 'tenant-is-endpoint-word', word: text.toLowerCase() });
  }
  const mistaken = mistakenProblem(text);
  if (mistaken !== undefined) return refuse(mistaken);
  if (resemblesGuid(text)) return readTenantGuid(text);
  if (/[^.]\.[^.]/.test(text) && !/\s/.test(text)) return readTenantDomain(text, form);
  return refuse({ code: 'tenant-is-name' });
}

/**
 * Reads a directory (tenant) ID, also from a sign-in or portal address. Problems: those of `readGuid`, and
 * `tenant-is-endpoint-word`, `tenant-is-personal-accounts`, `tenant-is-name`, `tenant-needs-guid`; if a domain is
 * accepted, those of `hostProblems`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc (checked 2026-11-20)
 */
export function readTenantId(text: string, form: TenantForm): Reading {
  return readCleaned(text, (cleaned) =>
    isUrl(cleaned) ? readTenantUrl(cleaned, form) : readBareTenant(cleaned, form),
  );
}
