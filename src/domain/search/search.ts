/** Finds pages, steps, errors and terms by what readers type. */

import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import {
  fields,
  fieldWeights,
  type Field,
  type Hit,
  type PackedIndex,
  type SearchKind,
} from './documents.ts';
import { partsOf, wholesOf, wordsOf } from './words.ts';

/** A loaded index. */
export interface SearchIndex {
  readonly hits: readonly Hit[];
  readonly ignored: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly engine: MiniSearch;
}

/** What else decides the order. */
export interface SearchOptions {
  /** The guide of the reader's page: its own steps come first. */
  readonly guide?: string | undefined;
}

/** In characters and words: more of a pasted text finds nothing better. */
const longestQuery = 200;
const mostWords = 12;
const mostHits = 20;

/** What readers want most often: what to do before what went wrong. */
const kindWeights: Readonly<Record<SearchKind, number>> = {
  guide: 1.6,
  symptom: 1.8,
  step: 1.3,
  term: 1.3,
  check: 1,
  error: 0.9,
  page: 0.8,
};

/** Makes an index ready. */
export function loadIndex(packed: PackedIndex): SearchIndex {
  const engine = MiniSearch.loadJS(packed.index, {
    fields: [...fields],
    tokenize: (text) => [text],
    processTerm: (word) => word,
  });
  return {
    hits: packed.hits,
    ignored: new Set(packed.ignored),
    words: new Set(packed.index.index.map(([word]) => word)),
    engine,
  };
}

/** The words of a query that say something. */
function asked(query: string, { ignored }: SearchIndex): readonly string[] {
  const telling = wordsOf(query).filter((word) => !ignored.has(word));
  return [...new Set(telling)].slice(0, mostWords);
}

interface AskedWord {
  readonly word: string;
  readonly parts: readonly string[];
}

function queryOf({ word, parts }: AskedWord, { words }: SearchIndex): Query {
  const isNumber = /\d/.test(word);
  return {
    combineWith: 'OR',
    queries: [
      {
        queries: [word],
        prefix: word.length > 1,
        // Only for what nothing begins with: else „senden“ would find „wenden“.
        fuzzy:
          !isNumber &&
          word.length > 3 &&
          ![...words].some((known) => known.startsWith(word)) &&
          0.2,
        maxFuzzy: 2,
      },
      ...(parts.length > 0 ? [{ combineWith: 'AND' as const, queries: [...parts] }] : []),
    ],
  };
}

/** How much of the query an entry answers: entries that lack words come later, the error of a number first. */
function answered(result: SearchResult, words: readonly AskedWord[]): number {
  const { queryTerms, match } = result;
  const isCode = ({ word }: AskedWord): boolean =>
    Object.hasOwn(match, word) && (match[word] ?? []).includes('codes' satisfies Field);
  if (words.some(isCode)) return 10;
  const found = words.filter(
    ({ word, parts }) =>
      queryTerms.includes(word) ||
      (parts.length > 0 && parts.every((part) => queryTerms.includes(part))),
  );
  return (found.length / words.length) ** 2;
}

/** Steps of other guides seldom help a reader who is in one. */
function nearness(hit: Hit, guide: string | undefined): number {
  if (guide === undefined || hit.guide === undefined) return 1;
  return hit.guide === guide ? 2 : 0.5;
}

/**
 * What a query finds, the best first, at most twenty; nothing for a query without telling words. Each
 * place appears once, though
 * several symptoms may lead there.
 */
export function searchFor(
  query: string,
  index: SearchIndex,
  { guide }: SearchOptions = {},
): readonly Hit[] {
  const start = query.slice(0, longestQuery);
  const words = asked(start, index).map((word) => ({
    word,
    parts: index.words.has(word) ? [] : partsOf(word, (part) => index.words.has(part)),
  }));
  if (words.length === 0) return [];
  const results = index.engine.search(
    {
      combineWith: 'OR',
      queries: [...words.map((word) => queryOf(word, index)), ...wholesOf(start)],
    },
    { boost: fieldWeights, weights: { prefix: 0.2, fuzzy: 0.45 } },
  );
  const scored = results.flatMap((result) => {
    const hit = index.hits[Number(result.id)];
    if (!hit) return [];
    const weight = kindWeights[hit.kind] * nearness(hit, guide);
    return [{ hit, score: result.score * answered(result, words) * weight }];
  });
  scored.sort((one, other) => other.score - one.score);
  const places = new Map<string, Hit>();
  for (const { hit } of scored) {
    if (places.size < mostHits && !places.has(hit.address)) places.set(hit.address, hit);
  }
  return [...places.values()];
}
