/** Mailbox addresses in Exchange Online's form. */

import { hostProblems, spellingNotes } from './host.ts';
import { isGuestName, isProviderDomain } from './mail-providers.ts';
import type { Note } from './notes.ts';
import type { Problem } from './problems.ts';
import { accept, isNonEmpty, lengthProblem, refuse, type Reading } from './reading.ts';
import {
  excerpt,
  onePerCode,
  placeholderProblem,
  readCleaned,
  shownCharacter,
  type CleanText,
} from './text.ts';

const localCharacter = /[\w!#$%&'*+/=?^`{|}~.-]/;

/** `Name <a@b.de>` as mail programs copy it. */
function withoutName({ text, notes }: CleanText): CleanText {
  const open = text.lastIndexOf('<');
  if (open < 1 || !text.endsWith('>')) return { text, notes };
  const name = excerpt(text.slice(0, open).trim());
  return {
    text: text.slice(open + 1, -1).trim(),
    notes: [...notes, { code: 'display-name-removed', name }],
  };
}

/** `mailto:a@b.de?subject=…`; the part before the `@` may contain a question mark, so only a later one starts the query. */
function withoutMailto({ text, notes }: CleanText): CleanText {
  if (!/^mailto:/i.test(text)) return { text, notes };
  const address = text.slice('mailto:'.length);
  const query = address.indexOf('?', Math.max(address.indexOf('@'), 0));
  return {
    text: (query < 0 ? address : address.slice(0, query)).trim(),
    notes: [...notes, { code: 'mailto-removed' }],
  };
}

function countParts(text: string, separator: RegExp): number {
  return text.split(separator).filter((part) => part.includes('@')).length;
}

/** Counts before display names are removed, because a name may contain a comma or an address. */
function isSeveral(text: string, bare: string): boolean {
  return (
    countParts(text, /[;,]/) > 1 || countParts(text, />/) > 1 || countParts(bare, /[\s;,]/) > 1
  );
}

function localProblems(local: string): readonly Problem[] {
  if (local === '') return [{ code: 'mailbox-local-missing' }];
  const problems: Problem[] = [];
  const wrong = Array.from(local).find((one) => !/\s/.test(one) && !localCharacter.test(one));
  if (wrong !== undefined) {
    problems.push({ code: 'mailbox-local-character', character: shownCharacter(wrong) });
  }
  if (/\s/.test(local)) problems.push({ code: 'mailbox-has-blank' });
  if (/^\.|\.\.|\.$/.test(local)) problems.push({ code: 'mailbox-local-dot' });
  if (local.length > 64) {
    problems.push({ code: 'mailbox-local-too-long', length: String(local.length) });
  }
  return problems;
}

/** The rules for hosts, except that the `xn--` form is allowed: the admin center shows verified domains in it. */
function domainProblems(domain: string): readonly Problem[] {
  if (domain === '') return [{ code: 'mailbox-domain-missing' }];
  const codes = new Set(hostProblems(domain).map(({ code }) => code));
  codes.delete('host-punycode');
  const problems: Problem[] = [];
  if (codes.delete('host-umlaut')) {
    problems.push({ code: 'mailbox-domain-umlaut', domain: excerpt(domain) });
  }
  if (codes.delete('host-space')) problems.push({ code: 'mailbox-has-blank' });
  if (codes.size > 0) problems.push({ code: 'mailbox-domain-wrong', domain: excerpt(domain) });
  return problems;
}

/** Notes on a valid but unusual address. */
function oddNotes(local: string, domain: string): readonly Note[] {
  if (isGuestName(local)) return [{ code: 'mailbox-of-guest' }];
  return isProviderDomain(domain) ? [{ code: 'mailbox-of-provider', domain }] : [];
}

function readAddress({ text, notes }: CleanText): Reading {
  const at = text.indexOf('@');
  if (at < 0) return refuse({ code: 'mailbox-without-at' });
  if (at !== text.lastIndexOf('@')) return refuse({ code: 'mailbox-many-at' });
  const local = text.slice(0, at);
  const typed = text.slice(at + 1);
  const domain = typed.replace(/\.$/, '').toLowerCase();
  const address = `${local}@${domain}`;
  const problems = onePerCode([
    ...localProblems(local),
    ...domainProblems(domain),
    ...[lengthProblem(address, 254) ?? []].flat(),
  ]);
  return isNonEmpty(problems)
    ? refuse(...problems)
    : accept(address, [...notes, ...spellingNotes(typed), ...oddNotes(local, domain)]);
}

/**
 * Reads one mail address, also from `mailto:` and `Name <…>`. The domain is lower-cased; the part before the `@` stays
 * as typed, because Exchange ignores its case. Consumer addresses and guests get a note. Problems: `mailbox-…`, and
 * `value-too-long` above 254 characters.
 */
export function readMailbox(text: string): Reading {
  return readCleaned(text, (cleaned) => {
    const placeholder = placeholderProblem(cleaned);
    if (placeholder !== undefined) return refuse(placeholder);
    const bare = withoutMailto(withoutName({ text: cleaned, notes: [] }));
    return isSeveral(cleaned, bare.text) ? refuse({ code: 'mailbox-several' }) : readAddress(bare);
  });
}
