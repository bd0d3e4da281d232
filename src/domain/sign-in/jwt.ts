/** Takes a token out of what was pasted, and reads what it says of itself. Nothing is verified, and no key is needed. */

/** What a token says of itself. */
export type Claims = Readonly<Record<string, unknown>>;

/** What kind of token a text holds; only the first one of a text is read. */
export type TokenText =
  | { readonly kind: 'claims'; readonly claims: Claims; readonly several: boolean }
  | { readonly kind: 'none' | 'encrypted' | 'refresh' | 'personal' | 'opaque' | 'broken' };

/** Microsoft's tokens have 1,500 to 4,000 characters; an answer with three of them has less than this. */
export const tokenTextLimit = 60_000;
/** Shorter words are no token. */
const shortestOpaque = 80;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digits: ReadonlyMap<string, number> = new Map(
  [...alphabet].map((character, value) => [character, value]),
);

/** Undefined where a character is none of base64url. @see https://www.rfc-editor.org/rfc/rfc4648#section-5 checked 2026-11-20 */
function base64UrlBytes(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const digit = digits.get(character);
    if (digit === undefined) return undefined;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The object behind one part of a token. */
function decodedPart(part: string): Claims | undefined {
  const bytes = base64UrlBytes(part);
  if (!bytes) return undefined;
  try {
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
    return isObject ? (data as Claims) : undefined;
  } catch {
    return undefined;
  }
}

/** Words as tokens are written: `"access_token": "…"`, `Bearer …` and `token=…` end or begin at what is none of it. */
function words(text: string): readonly string[] {
  return text.split(/[^\w.!*$~-]+/).filter((word) => word !== '');
}

function isJwtLike(word: string): boolean {
  return word.startsWith('eyJ') && word.includes('.');
}

/** The forms that Microsoft gives to tokens which only Microsoft can read. */
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
 * Finds a token: bare, behind `Bearer`, or in the JSON of an answer, where the access token goes before others.
 * `encrypted` has five parts, `refresh` is a refresh token or a one-time code, `personal` one of a private account.
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens checked 2026-11-20
 */
export function tokenIn(text: string): TokenText {
  const read = text.slice(0, tokenTextLimit);
  const found = wholeTokenIn(read);
  if (found.kind !== 'broken' && found.kind !== 'none') return found;
  // A terminal breaks long lines, and what is copied there has the breaks in it.
  const lines = read.split('\n').map((line) => line.trim());
  const joined = wholeTokenIn(lines.join(''));
  return joined.kind === 'claims' || joined.kind === 'encrypted' ? joined : found;
}

function wholeTokenIn(text: string): TokenText {
  const all = words(text);
  const named = all.findIndex((word) => word === 'access_token');
  const behind = named < 0 ? all : all.slice(named + 1);
  const tokens = all.filter(isJwtLike);
  const token = behind.find(isJwtLike) ?? tokens[0];
  if (token === undefined) return unreadableKind(all);
  const parts = token.split('.');
  if (parts.length === 5) return { kind: 'encrypted' };
  const [header = '', payload = ''] = parts;
  const claims = decodedPart(payload);
  if (parts.length !== 3 || !decodedPart(header) || !claims) return { kind: 'broken' };
  return { kind: 'claims', claims, several: new Set(tokens).size > 1 };
}
