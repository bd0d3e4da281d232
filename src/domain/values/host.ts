/**
 * Host names for redirect URIs, read from whatever was copied from the address bar.
 * Addresses are parsed here and not by `URL`, which accepts what Microsoft does not.
 */

import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, refuse, type Reading } from './reading.ts';
import {
  excerpt,
  onePerCode,
  placeholderProblem,
  readCleaned,
  shownCharacter,
  withoutEnd,
} from './text.ts';

/** The parts of a pasted address, each as typed; empty if absent. */
export interface Address {
  /** With everything up to the host: `https://`, `javascript:`. */
  readonly scheme: string;
  /** The user name before an `@`, with the `@`. */
  readonly user: string;
  readonly host: string;
  readonly port: string;
  /** Path, query and fragment, with the delimiter in front. */
  readonly rest: string;
}

/** The product's domain, and its guide's placeholders for the sub-domain, in lower case. */
export interface SubDomainRule {
  readonly domain: string;
  readonly placeholders: readonly string[];
}

/** Common typos included: `https//`, `https:\\`. */
const webScheme = /^https?(?::[/\\]*|[/\\]{2,})/i;
const otherScheme = /^[a-z][a-z0-9+.-]*:\/\//i;
/** `muster:8080` is a host with its port, `javascript:alert(1)` is not. */
const bareScheme = /^[a-z][a-z0-9+-]*:(?!\d*(?:[/?#\\]|$))/i;
const leadingSlashes = /^[/\\]{2,}/;

function leadingScheme(text: string): string {
  if (isIpv6(text)) return '';
  const match = [webScheme, otherScheme, bareScheme, leadingSlashes]
    .map((form) => form.exec(text)?.[0])
    .find((found) => found !== undefined);
  return match ?? '';
}

function isIpv6(host: string): boolean {
  return /^\[?[\da-f.:%]*\]?$/i.test(host) && /:.*:/.test(host);
}

/** A colon with nothing after it stays with the host, and is reported there. */
function portColon(hostAndPort: string): number {
  const colon = hostAndPort.lastIndexOf(':');
  return isIpv6(hostAndPort) || colon === hostAndPort.length - 1 ? -1 : colon;
}

/** Splits an address into its parts; never fails, because any text counts as a host until it is checked. */
export function splitAddress(text: string): Address {
  const scheme = leadingScheme(text);
  const address = text.slice(scheme.length);
  const end = address.search(/[/\\?#]/);
  const authority = end < 0 ? address : address.slice(0, end);
  const at = authority.lastIndexOf('@');
  const hostAndPort = authority.slice(at + 1);
  const colon = portColon(hostAndPort);
  return {
    scheme,
    user: at < 0 ? '' : authority.slice(0, at + 1),
    host: colon < 0 ? hostAndPort : hostAndPort.slice(0, colon),
    port: colon < 0 ? '' : hostAndPort.slice(colon + 1),
    rest: end < 0 ? '' : address.slice(end),
  };
}

function isWebScheme(scheme: string): boolean {
  return scheme === '' || webScheme.test(scheme) || leadingSlashes.test(scheme);
}

/** A default port can be dropped. Without a scheme, the address bar means `https`. */
function isDefaultPort({ scheme, port }: Address): boolean {
  return port === (/^http(?!s)/i.test(scheme) ? '80' : '443');
}

function characterProblem(character: string, label: string): Problem | undefined {
  if (/[a-z\d-]/i.test(character)) return undefined;
  if (character === '_') return { code: 'host-underscore', label: excerpt(label) };
  if (/\s/.test(character)) return { code: 'host-space' };
  if (/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\u20E3]/u.test(character)) {
    return { code: 'host-emoji', character };
  }
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return { code: 'host-umlaut', label: excerpt(label) };
  return { code: 'host-character', character: shownCharacter(character) };
}

/**
 * The problems of one label of a host: `host-umlaut`, `host-emoji`, `host-underscore`, `host-space`,
 * `host-character`, `host-hyphen-edge`, `host-label-too-long`, `host-punycode`.
 * Microsoft accepts neither umlauts nor their `xn--` form in a redirect URI.
 * @see https://github.com/MicrosoftDocs/entra-docs/pull/1154 (checked 2026-11-20)
 */
function labelProblems(label: string): readonly Problem[] {
  const problems: (Problem | undefined)[] = Array.from(label, (character) =>
    characterProblem(character, label),
  );
  if (/^-|-$/.test(label)) problems.push({ code: 'host-hyphen-edge', label: excerpt(label) });
  if (label.length > 63) {
    problems.push({ code: 'host-label-too-long', length: String(label.length) });
  }
  if (/^xn--/i.test(label)) problems.push({ code: 'host-punycode', label: excerpt(label) });
  return onePerCode(problems.filter((problem) => problem !== undefined));
}

/** As browsers see it: `1.2.3` and `0x7f.1` are IPv4 addresses to them. Ignores blanks. */
function isIpAddress(host: string): boolean {
  const dense = host.replace(/\s/g, '');
  return isIpv6(dense) || dense.split('.').every((part) => /^(?:\d+|0x[\da-f]*)$/i.test(part));
}

function endingProblem(host: string, ending: string): Problem | undefined {
  if (!host.includes('.')) return { code: 'host-without-domain', host: excerpt(host) };
  // If the last label starts with a digit, browsers may read the host as a number.
  if (ending.length >= 2 && /^[a-z]/.test(ending)) return undefined;
  return { code: 'host-ending-unknown', ending: excerpt(ending) };
}

/**
 * All problems of a whole host in lower case: those of its labels, `host-missing`, `host-is-ip-address`,
 * `host-empty-label`, `host-too-long`, `host-without-domain`, `host-ending-unknown`.
 * If there are none, `new URL('https://' + host).host` is this host.
 */
export function hostProblems(host: string): readonly Problem[] {
  if (host === '') return [{ code: 'host-missing' }];
  if (isIpAddress(host)) {
    const spaces = labelProblems(host).filter(({ code }) => code === 'host-space');
    return [{ code: 'host-is-ip-address', host: excerpt(host) }, ...spaces];
  }
  const labels = host.split('.');
  const problems = labels.flatMap(labelProblems);
  if (labels.includes('')) problems.push({ code: 'host-empty-label', host: excerpt(host) });
  if (host.length > 253) problems.push({ code: 'host-too-long', length: String(host.length) });
  const ending = problems.length === 0 || labels.length === 1;
  const last = ending ? endingProblem(host, labels.at(-1) ?? '') : undefined;
  return onePerCode(last === undefined ? problems : [...problems, last]);
}

/** The problems of scheme, user name and port: `host-scheme`, `host-has-user`, `host-has-port`. */
function addressProblems(address: Address): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isWebScheme(address.scheme)) {
    const scheme = withoutEnd(address.scheme, '/').toLowerCase();
    problems.push({ code: 'host-scheme', scheme: excerpt(scheme) });
  }
  if (address.user !== '') problems.push({ code: 'host-has-user' });
  if (address.port !== '' && !isDefaultPort(address)) {
    problems.push({ code: 'host-has-port', port: excerpt(address.port) });
  }
  return problems;
}

function addressNotes({ scheme, host, port, rest }: Address): readonly Note[] {
  const notes: Note[] = [];
  if (scheme !== '') notes.push({ code: 'scheme-removed', scheme: scheme.toLowerCase() });
  if (port !== '') notes.push({ code: 'port-removed', port });
  if (rest !== '') notes.push({ code: 'path-removed', path: excerpt(rest) });
  return [...notes, ...spellingNotes(host)];
}

/** Notes on spelling that makes no difference in a host: a trailing dot, and capitals. */
export function spellingNotes(host: string): readonly Note[] {
  const notes: Note[] = [];
  if (host.endsWith('.')) notes.push({ code: 'trailing-dot-removed' });
  if (/[A-Z]/.test(host)) notes.push({ code: 'lower-cased' });
  return notes;
}

/** A mail address has no scheme and no password before its `@`. */
function isMailAddress({ scheme, user }: Address): boolean {
  if (/^mailto:/i.test(scheme)) return true;
  return user !== '' && scheme === '' && !user.includes(':');
}

/** A problem that makes checking the host pointless: a placeholder or a mail address. */
function noHostProblem(text: string, address: Address): Problem | undefined {
  const placeholder = placeholderProblem(text) ?? placeholderProblem(address.host);
  if (placeholder !== undefined) return placeholder;
  return isMailAddress(address)
    ? { code: 'host-is-mail-address', domain: excerpt(address.host) }
    : undefined;
}

function bareHost({ host }: Address): string {
  return host.replace(/\.$/, '').toLowerCase();
}

/**
 * Reads a whole host such as `www.muster.de`, also from a pasted address (CMX-07).
 * Problems: all `host-…` except `host-other-domain`; of ports, only the scheme's default is accepted.
 * @see https://learn.microsoft.com/entra/identity-platform/reply-url (checked 2026-11-20)
 */
export function readHost(text: string): Reading {
  return readCleaned(text, (cleaned) => {
    const address = splitAddress(cleaned);
    const noHost = noHostProblem(cleaned, address);
    if (noHost !== undefined) return refuse(noHost);
    const host = bareHost(address);
    const problems: readonly Problem[] = [...addressProblems(address), ...hostProblems(host)];
    return isNonEmpty(problems) ? refuse(...problems) : accept(host, addressNotes(address));
  });
}

function ownPart(host: string, domain: string): string | undefined {
  if (host === domain) return '';
  if (host.endsWith(`.${domain}`)) return host.slice(0, -domain.length - 1);
  return host.includes('.') ? undefined : host;
}

function foreignProblems(host: string, domain: string): readonly Problem[] {
  if (isIpAddress(host)) return hostProblems(host);
  const problems = hostProblems(host).filter(({ code }) => code !== 'host-ending-unknown');
  return [...problems, { code: 'host-other-domain', host: excerpt(host), domain }];
}

function subDomainProblems(host: string, domain: string): readonly Problem[] {
  if (host === '') return [{ code: 'host-missing' }];
  const part = ownPart(host, domain);
  if (part === undefined || isIpv6(host)) return foreignProblems(host, domain);
  if (part === '') return [{ code: 'sub-domain-missing', domain }];
  const labels = part.split('.');
  const problems = onePerCode(labels.flatMap(labelProblems));
  if (labels.includes('')) return [...problems, { code: 'host-empty-label', host: excerpt(host) }];
  if (labels.length === 1) return problems;
  return [...problems, { code: 'sub-domain-too-deep', subDomain: excerpt(part), domain }];
}

/**
 * Reads the one label below the product's domain: `muster`, `muster.ipmcloud.de` and its full address all give `muster`
 * (IPM-08, IPM-10: in upper or lower case). Problems: `host-…`, `sub-domain-…` and `value-is-placeholder`.
 */
export function readSubDomain(text: string, { domain, placeholders }: SubDomainRule): Reading {
  return readCleaned(text, (cleaned) => {
    const address = splitAddress(cleaned);
    const host = bareHost(address);
    const part = ownPart(host, domain) ?? '';
    // `[SRVXX]` and `srvxx` are both placeholders in the vendor's guide (IPM-08).
    const noHost = placeholders.includes(part)
      ? ({ code: 'value-is-placeholder', text: part } as const)
      : (placeholderProblem(part) ?? noHostProblem(cleaned, address));
    if (noHost !== undefined) return refuse(noHost);
    const problems: readonly Problem[] = [
      ...addressProblems(address),
      ...subDomainProblems(host, domain),
    ];
    if (isNonEmpty(problems)) return refuse(...problems);
    const notes = addressNotes(address);
    return accept(part, part === host ? notes : [...notes, { code: 'domain-removed', domain }]);
  });
}
