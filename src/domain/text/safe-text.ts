/**
 * What of a reader's text may be said again. A password or a secret may stand in any field, and what a page says is read
 * aloud, copied and passed on: so it repeats what has the form of something that belongs here, and covers all else.
 */

import { isGuid } from './guid-pattern.ts';

/** Stands for what is not said again. */
export const masked = '•••';

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Letters and digits in disorder: a token, a secret, or a password that a program has made. */
function isRandom(text: string): boolean {
  const isToken = /^eyj/i.test(text);
  // An ID, also one that is cut or mistyped.
  if (text.length < 8 || /^(?:msal)?[\da-f-]{4,40}$/i.test(text)) return isToken;
  if (isToken) return true;
  const turns = text.match(/\p{L}(?=\d)|\d(?=\p{L})|\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
  return /\d/.test(text) && (turns >= 4 || (turns >= 2 && text.length / turns < 6));
}

/** What hosts, paths and names are made of: no mark that only passwords have. */
function isPiece(text: string): boolean {
  const seen = text.replace(unseen, '');
  return /^[\p{L}\p{M}\p{N}_-]{0,63}$/u.test(seen) && !isRandom(seen);
}

function isHost(text: string): boolean {
  return text.length <= 260 && text.split('.').every(isPiece);
}

function isMailAddress(text: string): boolean {
  const [local = '', host = '', more] = text.split('@');
  if (more !== undefined || local.length > 64 || /^(?!.*[a-z])/i.test(local)) return false;
  return local.split(/[.+'&]/).every(isPiece) && isHost(host);
}

/** Digits, or a day as it is written. */
function isNumber(text: string): boolean {
  return /^\d{1,5}$|^\d{1,4}(?:[-./] ?\d{1,4}){2}$/.test(text);
}

/** Words, with the marks between them; digits only as a version, such as `TLS 1.2`. */
function isWords(text: string): boolean {
  const words = text.split(/[\s/(),:=„“"'’<>[\]{}-]+/);
  return words.every((word) =>
    /^(?:[&+]?|\p{L}{1,40}(?:\.\p{L}{1,40}){0,6}\.?|v?\d{1,4}(?:\.\d{1,4}){0,3})$/u.test(word),
  );
}

/** A segment of a path, or what follows it, with points, blanks and what is encoded. */
function isSegment(text: string): boolean {
  // A plus stands for a blank between words; in secrets it is one sign of many.
  const words = text.endsWith('…') ? text : text.replace(/\+(?=[\p{L}-]{1,30}(?:\+|$))/gu, ' ');
  return words.split(/[.,:;%=*<>[\]{} \u00A0…]/).every(isPiece);
}

/**
 * An address or a part of one: masked are parts of its path that do not look like a path, who signs in with it, and all
 * after its path where anything there may be secret.
 */
function safeAddress(text: string): string {
  const end = text.search(/[?#]/);
  const [before, after] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  const path = before
    .replace(/^([a-z][a-z\d+.-]{0,80}:\/{0,2}|).{0,1000}@/i, `$1${masked}@`)
    .split(/([/\\@])/)
    .map((part, at) => (at % 2 === 1 || part === masked || isSegment(part) ? part : masked));
  // Where the end was cut off, nobody knows what belongs together.
  const isWhole = !after.endsWith('…') || !/\d/.test(after);
  const isPlain = isWhole && after.split(/[?#&/\\]/).every(isSegment);
  return path.join('') + (isPlain ? after : `${after.charAt(0)}${masked}`);
}

function isAddress(text: string): boolean {
  return /^(?:[a-z][a-z\d+.-]{0,80}:\/{0,2}|https?\/|(?:resource|scope)=|[/?#]|www\.|[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,9}[:/?#])/i.test(
    text.replace(unseen, ''),
  );
}

/** What a text looks like; `none` where it may be anything. */
type Form = 'id' | 'host' | 'number' | 'mail' | 'words' | 'address' | 'none';

function formOf(text: string): Form {
  if (isGuid(text.toLowerCase()) || /^[\da-f-]{20,40}$/i.test(text)) return 'id';
  if (isNumber(text)) return 'number';
  if (isWords(text)) return 'words';
  if (isHost(text)) return 'host';
  if (isMailAddress(text)) return 'mail';
  return isAddress(text) ? 'address' : 'none';
}

/** A host is often given with the beginning of its address, or without its end. */
const near: Readonly<Partial<Record<Form, readonly Form[]>>> = {
  host: ['address'],
  address: ['host'],
};

/** Whether what was found may be said where something of this form belongs. */
export function isOfForm(found: string, expected: string): boolean {
  if (safeText(found) !== found) return false;
  const [form, wanted] = [formOf(found), formOf(expected)];
  // A name in the product, such as `O365`.
  const isName = wanted === 'host' && !expected.includes('.');
  const others = isName ? ['words', 'number'] : (near[wanted] ?? []);
  return form === wanted || others.includes(form);
}

function safePart(text: string): string {
  const whole = text.endsWith('…') ? text.slice(0, -1) : text;
  if (whole.length <= 3) return text;
  const form = formOf(whole);
  if (form === 'none') return masked;
  return form === 'address' ? safeAddress(text) : text;
}

/**
 * The text, as far as it has a form that belongs here: an ID, a host, an address, a number, a day, the name of a
 * permission, words, or several of them. Of an address the pieces that look random are masked, and what stands before
 * its `@`. Anything else is `masked` as a whole.
 */
export function safeText(text: string): string {
  return text.split(', ').map(safePart).join(', ');
}

/** The same with these of its details as they may be said. */
export function withSafeDetails<Item extends { readonly code: string }>(
  item: Item,
  names: ReadonlySet<string>,
): Item {
  const details = Object.entries(item).map(([name, detail]: [string, unknown]) => [
    name,
    names.has(name) && typeof detail === 'string' ? safeText(detail) : detail,
  ]);
  return Object.fromEntries(details) as Item;
}
