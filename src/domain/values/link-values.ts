/** Values in the fragment of a link, `#customerHost=muster&serverHost=srv042`, which is never sent to a server. */

import type { Problem } from './problems.ts';

/** A problem with a link, and the guide's key that it concerns. */
export interface LinkProblem {
  readonly key?: string;
  readonly problem: Problem;
}

/** The raw texts from a link, not yet parsed, and the problems of the rest. */
export interface LinkValues {
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly LinkProblem[];
}

/** The longest fragment that is parsed, in UTF-16 units. */
export const linkLimit = 8000;

/** The keys that a guide once used in links, each with the key that it has now. */
export type RenamedKeys = Readonly<Record<string, string>>;

interface Pair {
  readonly key: string | undefined;
  readonly value: string | undefined;
}

/** A plus stays a plus: mail addresses may contain it, and blanks are encoded as `%20`. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A piece without `=` is more likely part of a value than a key. A key's former name is the same key. */
function parsePair(piece: string, renamed: RenamedKeys): Pair {
  const equals = piece.indexOf('=');
  if (equals < 0) return { key: '', value: '' };
  const key = decoded(piece.slice(0, equals));
  const now = key !== undefined && Object.hasOwn(renamed, key) ? renamed[key] : key;
  return { key: now, value: decoded(piece.slice(equals + 1)) };
}

/** An unknown key may be a secret that ends in `=`; secrets are longer, or contain more than letters. */
function shownKey(key: string): string {
  return /^[a-z_-]{1,15}$/i.test(key) ? key : '…';
}

function keyProblem({ key, value }: Pair, keys: ReadonlySet<string>): LinkProblem | undefined {
  if (key === undefined) return { problem: { code: 'link-broken-encoding', key: '…' } };
  if (!keys.has(key)) return { problem: { code: 'link-key-unknown', key: shownKey(key) } };
  if (value === undefined) return { key, problem: { code: 'link-broken-encoding', key } };
  return undefined;
}

function repeatedKeys(pairs: readonly Pair[], keys: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of pairs) {
    if (key === undefined || !keys.has(key)) continue;
    (seen.has(key) ? repeated : seen).add(key);
  }
  return repeated;
}

/** Removes duplicates: the same message appears once, however often it applies. */
function distinct(problems: readonly LinkProblem[]): readonly LinkProblem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one.problem), one])).values()];
}

function takePairs(pairs: readonly Pair[], keys: ReadonlySet<string>): LinkValues {
  const repeated = repeatedKeys(pairs, keys);
  const values = new Map<string, string>();
  const problems: LinkProblem[] = [];
  for (const pair of pairs) {
    const problem = keyProblem(pair, keys);
    if (problem !== undefined) problems.push(problem);
    else if (pair.key && pair.value && !repeated.has(pair.key)) values.set(pair.key, pair.value);
  }
  for (const key of repeated) problems.push({ key, problem: { code: 'link-key-twice', key } });
  return { values, problems: distinct(problems) };
}

/**
 * Parses a link's fragment, with or without its `#`; a fragment without `=` is an anchor and gives nothing.
 * Empty values are ignored. Problems: `link-too-long`, `link-broken-encoding`, `link-key-unknown` (never with the
 * value, which might be a secret), `link-key-twice` (then neither value is used; a former name counts as the key).
 */
export function parseLinkValues(
  fragment: string,
  keys: readonly string[],
  renamed: RenamedKeys = {},
): LinkValues {
  const { length } = fragment;
  if (length > linkLimit) {
    const problem = {
      code: 'link-too-long',
      length: String(length),
      limit: String(linkLimit),
    } as const;
    return { values: new Map(), problems: [{ problem }] };
  }
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return { values: new Map(), problems: [] };
  const pieces = text.split('&').filter((piece) => piece !== '');
  return takePairs(
    pieces.map((piece) => parsePair(piece, renamed)),
    new Set(keys),
  );
}
