/** Finds a token in pasted text and decodes its claims. Nothing is verified, so no key is needed. */

import { decodeJwt, decodeProtectedHeader } from 'jose';
import { withoutEncodings } from '../text/encodings.ts';

/** The claims of a token. */
export type Claims = Readonly<Record<string, unknown>>;

/** The kind of token in a text; only the first token is read. */
export type TokenText =
  | { readonly kind: 'claims'; readonly claims: Claims; readonly several: boolean }
  | { readonly kind: 'none' | 'encrypted' | 'refresh' | 'personal' | 'opaque' | 'broken' };

/** Microsoft's tokens have 1,500 to 4,000 characters; an answer with three of them is shorter than this. */
export const tokenTextLimit = 60_000;
/** Shorter words are not tokens. */
const shortestOpaque = 80;

/** The claims; undefined if they or the header are not a JSON object in base64url. */
function decoded(token: string): Claims | undefined {
  try {
    decodeProtectedHeader(token);
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

/** Splits a text at characters that no token contains, so that `"access_token": "…"`, `Bearer …` and `token=…` come apart. */
function words(text: string): readonly string[] {
  return text.split(/[^\w.!*$~-]+/).filter((word) => word !== '');
}

function isJwtLike(word: string): boolean {
  return word.startsWith('eyJ') && word.includes('.');
}

/** Recognises tokens that only Microsoft can read. */
function opaqueKind(word: string): 'refresh' | 'personal' | 'opaque' | undefined {
  if (word.length < shortestOpaque) return undefined;
  if (/^(?:Ew[A-D]|M\.[CR]\d)/.test(word)) return 'personal';
  return /^[01]\.A/.test(word) ? 'refresh' : 'opaque';
}

function unreadableKind(all: readonly string[]): TokenText {
  const kinds = all.flatMap((word) => opaqueKind(word) ?? []);
  const [kind = 'none'] = kinds;
  return { kind };
}

/**
 * Finds a token: bare, after `Bearer`, or in the JSON of an answer, where the access token takes precedence.
 * `encrypted` has five parts, `refresh` is a refresh token or a one-time code, `personal` belongs to a private account.
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens checked 2026-11-20
 */
export function tokenIn(text: string): TokenText {
  // What comes before it in a long log is not read.
  const start = Math.max(0, text.indexOf('eyJ') - tokenTextLimit / 4);
  const read = text.slice(start, start + tokenTextLimit);
  const found = wholeTokenIn(read);
  if (isRead(found)) return found;
  // A terminal wraps long lines, and text copied from it contains the line breaks.
  const lines = read.split('\n').map((line) => line.trim());
  const others = [wholeTokenIn(lines.join('')), wholeTokenIn(withoutEncodings(read))];
  return others.find(isRead) ?? found;
}

function isRead({ kind }: TokenText): boolean {
  return kind === 'claims' || kind === 'encrypted';
}

function wholeTokenIn(text: string): TokenText {
  const all = words(text);
  const named = all.findIndex((word) => word === 'access_token');
  const after = named < 0 ? all : all.slice(named + 1);
  const tokens = all.filter(isJwtLike);
  const token = after.find(isJwtLike) ?? tokens[0];
  if (token === undefined) return unreadableKind(all);
  const parts = token.split('.');
  if (parts.length === 5) return { kind: 'encrypted' };
  const claims = decoded(token);
  if (!claims) return { kind: 'broken' };
  return { kind: 'claims', claims, several: new Set(tokens).size > 1 };
}
