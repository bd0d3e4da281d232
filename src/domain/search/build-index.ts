/** Makes the index of the search, when the site is built. */

import MiniSearch from 'minisearch';
import {
  fields,
  type Field,
  type Hit,
  type PackedIndex,
  type SearchSource,
  type SearchWords,
} from './documents.ts';
import { isPart, partsOf, wholesOf, wordsAndWholes, wordsOf } from './words.ts';

/** A phrase as it is compared with a text, and the words by which it is found. */
interface Phrase {
  readonly said: string;
  readonly words: readonly string[];
}

interface ReadyWords {
  readonly ignored: ReadonlySet<string>;
  readonly same: readonly (readonly Phrase[])[];
}

/** Words between blanks, so that a phrase is found only as whole words. */
function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

function ready({ ignored, same }: SearchWords): ReadyWords {
  return {
    ignored: new Set(wordsOf(ignored)),
    same: same.map((group) =>
      group.map((phrase) => ({ said: spaced(phrase), words: wordsAndWholes(phrase) })),
    ),
  };
}

/** What means the same as the words and phrases of a text and does not stand in it. */
function alikeOf(text: string, { same }: ReadyWords): readonly string[] {
  const said = spaced(text);
  return same.flatMap((group) => {
    const others = group.filter((phrase) => !said.includes(phrase.said));
    return others.length < group.length ? others.flatMap(({ words }) => words) : [];
  });
}

function wordsByField(
  { codes, product = '', title, about, line, labels, body }: SearchSource,
  words: ReadyWords,
): Readonly<Record<Field, readonly string[]>> {
  return {
    codes: wordsAndWholes(codes),
    title: wordsOf(title),
    alike: [...wholesOf(title), ...alikeOf(title, words)],
    about: wordsAndWholes(`${product} ${about}`),
    near: [...wordsAndWholes(`${line} ${labels}`), ...alikeOf(line, words)],
    body: wordsAndWholes(body),
  };
}

function hitOf({ address, kind, guide, title, lang, line }: SearchSource): Hit {
  return {
    address,
    kind,
    ...(guide !== undefined && { guide }),
    title,
    ...(lang !== undefined && { lang }),
    line,
  };
}

/** The index of one language. `words` has those of each language in which an entry may be. */
export function buildIndex(
  sources: readonly SearchSource[],
  words: Readonly<Record<string, SearchWords>>,
  language: string,
): PackedIndex {
  const prepared = new Map(Object.entries(words).map(([code, all]) => [code, ready(all)]));
  const none = ready({ ignored: '', same: [] });
  const wordsFor = (lang = language): ReadyWords => prepared.get(lang) ?? none;
  const texts = sources.map((source) => wordsByField(source, wordsFor(source.lang)));
  const parts = new Set(texts.flatMap((text) => Object.values(text).flat()).filter(isPart));

  const index = new MiniSearch<Readonly<Record<string, string | number>>>({
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word,
  });
  sources.forEach(({ lang }, id) => {
    const { ignored } = wordsFor(lang);
    const isWord = (part: string): boolean => parts.has(part) && !ignored.has(part);
    // A word counts once, where it weighs most.
    const seen = new Set<string>();
    const entries = fields.flatMap((field): readonly (readonly [Field, string])[] => {
      const all = (texts[id]?.[field] ?? [])
        .flatMap((word) => [word, ...(isPart(word) ? partsOf(word, isWord) : [])])
        .filter((word) => word.length > 1 && !ignored.has(word) && !seen.has(word));
      for (const word of all) seen.add(word);
      return all.length > 0 ? [[field, [...new Set(all)].join(' ')]] : [];
    });
    index.add({ id, ...Object.fromEntries(entries) });
  });
  return {
    hits: sources.map(hitOf),
    ignored: [...wordsFor().ignored],
    index: index.toJSON(),
  };
}
