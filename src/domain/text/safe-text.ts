/**
 * Decides how much of the reader's text a page may repeat. Any field may contain a password or a secret, and messages
 * are read aloud, copied and passed on: so a page repeats only text in an expected form, and masks everything else.
 */

import { isGuid } from './guid-pattern.ts';

/** Replaces text that must not be repeated. */
export const masked = '•••';

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Random letters and digits: a token, a secret, or a generated password. */
function isRandom(text: string): boolean {
  const isToken = /^eyj/i.test(text);
  // An ID, even if truncated or mistyped.
  if (text.length < 8 || /^(?:msal)?[\da-f-]{4,40}$/i.test(text)) return isToken;
  if (isToken) return true;
  const turns = text.match(/\p{L}(?=\d)|\d(?=\p{L})|\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
  return /\d/.test(text) && (turns >= 4 || (turns >= 2 && text.length / turns < 6));
}

/** A piece of a host, path or name: no punctuation that is typical of passwords. */
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

/** A number or a date. */
function isNumber(text: string): boolean {
  return /^\d{1,5}$|^\d{1,4}(?:[-./] ?\d{1,4}){2}$/.test(text);
}

/** Words and the punctuation between them; digits only as a version, such as `TLS 1.2`. */
function isWords(text: string): boolean {
  const words = text.split(/[\s/(),:=„“"'’<>[\]{}-]+/);
  return words.every((word) =>
    /^(?:[&+]?|\p{L}{1,40}(?:\.\p{L}{1,40}){0,6}\.?|v?\d{1,4}(?:\.\d{1,4}){0,3})$/u.test(word),
  );
}

/** A segment of a path, query or fragment, with dots, blanks and percent-encoding. */
function isSegment(text: string): boolean {
  // A plus between words stands for a blank; in a secret it is just another character.
  const words = text.endsWith('…') ? text : text.replace(/\+(?=[\p{L}-]{1,30}(?:\+|$))/gu, ' ');
  return words.split(/[.,:;%=*<>[\]{} \u00A0…]/).every(isPiece);
}

/**
 * An address or a part of one. Masks the user name, path segments that do not look like a path, and the whole query
 * and fragment if anything in them may be secret.
 */
function safeAddress(text: string): string {
  const end = text.search(/[?#]/);
  const [before, after] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  const path = before
    .replace(/^([a-z][a-z\d+.-]{0,80}:\/{0,2}|).{0,1000}@/i, `$1${masked}@`)
    .split(/([/\\@])/)
    .map((part, at) => (at % 2 === 1 || part === masked || isSegment(part) ? part : masked));
  // With the end cut off, it is unknown where a value stops.
  const isWhole = !after.endsWith('…') || !/\d/.test(after);
  const isPlain = isWhole && after.split(/[?#&/\\]/).every(isSegment);
  return path.join('') + (isPlain ? after : `${after.charAt(0)}${masked}`);
}

function isAddress(text: string): boolean {
  return /^(?:[a-z][a-z\d+.-]{0,80}:\/{0,2}|https?\/|(?:resource|scope)=|[/?#]|www\.|[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,9}[:/?#])/i.test(
    text.replace(unseen, ''),
  );
}

/** What a text looks like; `none` if it may be anything. */
type Form = 'id' | 'host' | 'number' | 'mail' | 'words' | 'address' | 'none';

function formOf(text: string): Form {
  if (isGuid(text.toLowerCase()) || /^[\da-f-]{20,40}$/i.test(text)) return 'id';
  if (isNumber(text)) return 'number';
  if (isWords(text)) return 'words';
  if (isHost(text)) return 'host';
  if (isMailAddress(text)) return 'mail';
  return isAddress(text) ? 'address' : 'none';
}

/** People often paste a whole address for a host, or the reverse. */
const near: Readonly<Partial<Record<Form, readonly Form[]>>> = {
  host: ['address'],
  address: ['host'],
};

/** Whether the found text may be repeated next to the expected one: it is safe and has the same form. */
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
 * The text, as far as it has an expected form: an ID, a host, an address, a number, a date, the name of a permission,
 * words, or a list of these. In an address, random-looking pieces and the part before `@` are masked. Any other text
 * becomes `masked`.
 */
export function safeText(text: string): string {
  return text.split(', ').map(safePart).join(', ');
}

/** The item with the named details made safe to show. */
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
