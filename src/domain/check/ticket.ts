/** Reads what a ticket says about a set-up: the product that it is about, and values that the reader may take over. */

import type { Guide, RedirectDefinition, ValueDefinition } from '../guide/guide.ts';
import type { AcceptedText } from '../values/accepted-text.ts';
import { isProviderDomain } from '../values/mail-providers.ts';
import { readValue, type ReadingContext } from '../values/read-value.ts';
import { withoutEnd } from '../values/text.ts';
import { isIdName } from './id-names.ts';
import { readOverview } from './overview-page.ts';
import { pasteLimit } from './setting-findings.ts';
import { quotedMail } from './uri-labels.ts';

/** What was found in a ticket. Values are offered, never taken over unasked. */
export interface Ticket {
  /** The guide's id, if the text fits exactly one. */
  readonly guide?: string | undefined;
  readonly values: Readonly<Record<string, AcceptedText>>;
}

/** An address in a text; `host` in lower case. */
interface SeenAddress {
  readonly host: string;
  readonly path: string;
}

/** An address; what stands before `@` is a user's name. */
const address =
  /(?<![\w@.-])((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24})(?![\w-]|\.\w|[\w.:%+~-]{0,100}@)(?::\d{1,5})?(\/[^\s"'<>„“”]{0,300})?/gi;
/** The maximum number of addresses compared. */
const addressLimit = 200;

const microsoft =
  /(?:^|\.)(?:microsoft|microsoftonline|office|office365|outlook|windows|azure|live|sharepoint|aka)\.(?:com|net|us|ms)$/i;

function addressesIn(text: string): readonly SeenAddress[] {
  const found = [...text.matchAll(address)].slice(0, addressLimit);
  return found
    .map(([, host = '', path = '']) => ({
      host: host.toLowerCase(),
      path: path.replaceAll('%20', ' ').toLowerCase(),
    }))
    .filter(({ host }) => !microsoft.test(host));
}

function domainsOf({ values }: Guide): readonly string[] {
  return values.flatMap((value) => (value.kind === 'sub-domain' ? [value.domain] : []));
}

/** The folder of a redirect URI below the reader's own host: nobody else has it. */
function folderOf({ pattern }: RedirectDefinition): string | undefined {
  const path = /^https:\/\/\{[A-Za-z]+\}(\/.+)$/.exec(pattern)?.[1]?.replaceAll('%20', ' ');
  const folder = path?.slice(0, path.lastIndexOf('/') + 1).toLowerCase();
  return folder !== undefined && folder.length > 5 ? folder : undefined;
}

function isOfGuide(guide: Guide, { host, path }: SeenAddress): boolean {
  const isBelow = domainsOf(guide).some((one) => host === one || host.endsWith(`.${one}`));
  return isBelow || guide.registration.redirects.some((one) => isInFolder(one, path));
}

function isInFolder(redirect: RedirectDefinition, path: string): boolean {
  const folder = folderOf(redirect);
  return folder !== undefined && path.startsWith(folder);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** How people call the product: as the guide does, by its first word if that is a name, or as the app is called. */
function namesOf({ product, registration }: Guide): readonly string[] {
  const whole = product.replace(/\([^()]{0,40}\)/g, '').trim();
  const [first = ''] = whole.split(' ');
  const isName = /\p{Lu}/u.test(first) && first.length >= 6;
  // „business manager (bm)“ gives its own abbreviation.
  const short = /\(([^()]{2,10})\)/.exec(product)?.[1];
  return [
    ...new Set([whole, registration.name, ...(isName ? [first] : []), ...(short ? [short] : [])]),
  ];
}

/** Words that exclude the product after them: „nicht Flowfact“. */
const excluded =
  "(?<!(?<!\\p{L})(?:nicht|kein(?:e[nmrs]?)?|not|no|pas|non|aucun)\\s{1,4}(?:(?:um|mehr|about|de|avec|sur)\\s{1,4}|d['’])?)";

/** Whether a text has a name as words of its own, with or without hyphens and blanks. */
function hasName(text: string, name: string): boolean {
  const parts = name.split(/[\s_-]+/).map((part) => part.replace(/[^\p{L}\d]/gu, ''));
  const pattern = `${excluded}(?<![\\p{L}\\d])${parts.join('[\\s_-]?')}(?![\\p{L}\\d])`;
  return new RegExp(pattern, 'iu').test(text);
}

/** How many labels and titles of the product's own forms start a line. */
function labelCount(lines: readonly string[], { forms }: Guide): number {
  const own = forms.flatMap(({ title, fields }) => [title, ...fields.map(({ label }) => label)]);
  const telling = [...new Set(own)].filter((label) => label.length >= 8 && !isIdName(label));
  return telling.filter((label) => lines.some((line) => line.startsWith(label))).length;
}

function sole<Item>(all: readonly Item[]): Item | undefined {
  const [only, another] = new Set(all);
  return another === undefined ? only : undefined;
}

function guideIn(
  text: string,
  seen: readonly SeenAddress[],
  guides: readonly Guide[],
): Guide | undefined {
  const named = guides.filter(
    (guide) =>
      seen.some((one) => isOfGuide(guide, one)) ||
      namesOf(guide).some((name) => hasName(text, name)),
  );
  if (named.length > 0) return sole(named);
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return sole(guides.filter((guide) => labelCount(lines, guide) >= 2));
}

/** Addresses of programs and of the vendor; never the mailbox that is set up. */
const robots = /^(?:no-?_?reply|do-?not-?reply|postmaster|mailer-daemon|abuse|webmaster)\b/i;
const mail =
  /(?<![\w.+%~-]|:\/\/[^\s/@]{0,100})([\w.+%-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24})(?![\w-])/gi;
const mailboxName =
  /(?:postfach|mailbox|e-?mail-?(?:konto|adresse|account)|mail-?konto|mailkonto|absender(?:adresse)?|versandadresse|funktionspostfach|sender|bo[iî]tes? (?:aux lettres|e-?mail|mail|de (?:messagerie|réception))|adresse (?:e-?mail|mail|électronique|de messagerie|d['’](?:envoi|expédition))|compte (?:de messagerie|e-?mail|mail)|expéditeur)(?!\p{L})[^@\r\n]{0,40}$/iu;
/** Words before the address of somebody else, to whom a mail was sent. */
const recipient =
  /(?:(?<!\p{L})(?:recipient|rcpt|empfänger|destinataire)\p{L}{0,10}[^@\r\n]{0,40}|(?<!\p{L})(?:to|an|à)[\s:=<"„«]{1,5})$/iu;
const header = /^\W{0,10}(?:von|from|an|to|cc|bcc|kopie|gesendet|sent|de|à|cci|envoyé)\*{0,2}\s?:/i;

function isVendor(domain: string, guide: Guide | undefined): boolean {
  if (!guide) return false;
  const own = domainsOf(guide).some((one) => domain === one || domain.endsWith(`.${one}`));
  const names = namesOf(guide).map(letters);
  return own || names.some((name) => name.length >= 6 && letters(domain).includes(name));
}

/**
 * The mailbox that the text names as one, if it names only one. An address alone is none: it may be that of whoever writes.
 */
function mailboxIn(text: string, guide: Guide | undefined): string | undefined {
  const found = text.split(/[\r\n]+/).flatMap((line) =>
    [...line.slice(0, 4000).matchAll(mail)].map(({ 1: written = '', index }) => {
      const before = line.slice(Math.max(index - 80, 0), index);
      return {
        written: written.toLowerCase(),
        isNamed: mailboxName.test(before) && !header.test(line) && !recipient.test(before),
      };
    }),
  );
  const own = found.filter(({ written, isNamed }) => {
    const [local = '', domain = ''] = written.split('@');
    const isForeign = microsoft.test(domain) || isProviderDomain(domain) || isVendor(domain, guide);
    return isNamed && !robots.test(local) && !isForeign;
  });
  return sole(own.map(({ written }) => written));
}

/** Whether a host is of the kind that the vendor's placeholder stands for: `srvxx` for `srv042`. */
function isLike(label: string, placeholders: readonly string[]): boolean {
  return placeholders.some((one) => {
    const start = withoutEnd(one, 'x');
    return (
      start !== one &&
      start !== '' &&
      label.startsWith(start) &&
      /^\d+$/.test(label.slice(start.length))
    );
  });
}

/** Sub-domains of the vendor, or names that stand for any. */
const common =
  /^(?:login|www|app|apps|api|auth|sso|support|hilfe|help|portal|status|mail|my|ihr|kunde|customer)$/;

/** The texts that may be this value: hosts below the product's domain, or the host of its redirect URI. */
function hostsFor(
  value: ValueDefinition,
  guide: Guide,
  seen: readonly SeenAddress[],
): readonly string[] {
  if (value.kind === 'sub-domain') {
    const below = seen.flatMap(({ host }) => (host.endsWith(`.${value.domain}`) ? [host] : []));
    const all = guide.values.flatMap((one) =>
      one.kind === 'sub-domain' ? [...one.placeholders] : [],
    );
    const isServer = value.placeholders.length > 0;
    const labels = below
      .map((host) => host.split('.')[0] ?? '')
      .filter((one) => !all.includes(one) && !common.test(one));
    return labels.filter((label) => isLike(label, all) === isServer);
  }
  if (value.kind !== 'host') return [];
  return seen.filter((one) => isOfGuide(guide, one)).map(({ host }) => host);
}

/** The values that every guide asks for. */
function commonValues([first, ...others]: readonly Guide[]): readonly ValueDefinition[] {
  return (first?.values ?? []).filter(({ id, kind }) =>
    others.every(({ values }) => values.some((one) => one.id === id && one.kind === kind)),
  );
}

/**
 * The mails in a text: each forwarded or answered one, then those quoted by `>`. They may be about other customers.
 */
function mailsIn(text: string): readonly string[] {
  const own: string[][] = [[]];
  const quoted: string[][] = [];
  let isHead = false;
  for (const line of text.split(/\r?\n|\r/)) {
    const trimmed = line.trimStart();
    const depth = /^(?:>\s?){1,20}/.exec(trimmed)?.[0].replaceAll(/\s/g, '').length ?? 0;
    const isStart = depth === 0 && quotedMail.test(trimmed.slice(0, 300));
    if (depth > 0) (quoted[depth] ??= []).push(trimmed);
    else if (isStart && !isHead) own.push([line]);
    else own.at(-1)?.push(line);
    isHead = isStart || (isHead && header.test(line));
  }
  return [...own, ...quoted.filter(Array.isArray)].map((lines) => lines.join('\n'));
}

function offered(
  guide: Guide | undefined,
  asked: readonly ValueDefinition[],
  text: string,
  context: ReadingContext,
): Ticket['values'] {
  const { values: ids } = readOverview(text);
  const seen = addressesIn(text);
  const byId: Readonly<Record<string, string | undefined>> = {
    ...ids,
    mailbox: mailboxIn(text, guide),
  };
  return Object.fromEntries(
    asked.flatMap((value) => {
      const written = byId[value.id] ?? (guide && sole(hostsFor(value, guide, seen)));
      const reading = written === undefined ? undefined : readValue(value, written, context);
      return reading?.ok === true ? [[value.id, reading.value] as const] : [];
    }),
  );
}

/**
 * Reads a ticket or a mail. The guide is the only one whose hosts, names or form labels are in the text; values are
 * IDs with their names, the one mailbox that is named, and hosts of that guide's addresses. Each is
 * read by the guide's own reader. Of several mails, only the first with values counts. Without a guide, only what all guides ask for. Takes linear time; reads 300,000 characters at most.
 */
export function readTicket(
  pasted: string,
  guides: readonly Guide[],
  context: ReadingContext,
): Ticket {
  const text = pasted.slice(0, pasteLimit);
  const seen = addressesIn(text);
  const guide = guideIn(text, seen, guides);
  const asked = guide?.values ?? commonValues(guides);
  for (const mailText of mailsIn(text)) {
    const values = offered(guide, asked, mailText, context);
    if (Object.keys(values).length > 0) return { guide: guide?.id, values };
  }
  return { guide: guide?.id, values: {} };
}
