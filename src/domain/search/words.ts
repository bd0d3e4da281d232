/** Words as the search compares them: without case, accents, endings, and split where they are put together. */

/** Nobody types more; the rest of a pasted text is not searched for. */
const longestWord = 40;
/** In letters, of a part of a compound; shorter ones are found in every other word. */
const shortestPart = 4;

/** Umlauts in all their spellings („ü“, „ue“, „u“) become one letter, ß becomes ss. „neue“, „Steuer“ and „Quelle“ have none. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/ae|oe|(?<![aeq])ue/g, ([letter = '']) => letter);
}

/** A word without its ending, in German or English, if enough of it remains. */
function stemOf(word: string): string {
  return /^(.{4,40}?)(?:ern?|e[mnsd]|[es])$/.exec(word)?.[1] ?? word;
}

/** A piece as it is compared; the number of an AADSTS code, also a mistyped one, stands for the code. */
function wordOf(piece: string): string {
  const number = /^(?:a{0,3}d{0,3}s?t?s{0,2})?(\d{1,12})$/.exec(piece)?.[1];
  return number ?? stemOf(piece.slice(0, longestWord));
}

/** The words of a text in their order; statuses such as 5.7.139 stay whole. */
export function wordsOf(text: string): readonly string[] {
  const pieces = folded(text).match(/\d{1,3}(?:\.\d{1,3}){2}|[\p{L}\p{N}]+/gu) ?? [];
  return pieces.map(wordOf);
}

/** What is written with hyphens or dots, as one word: `iPM-Cloud` is ipmcloud. */
export function wholesOf(text: string): readonly string[] {
  const joined = (text.match(/[\p{L}\p{N}._-]+/gu) ?? []).map((whole) =>
    whole.split(/[._-]/).filter((piece) => piece !== ''),
  );
  return joined
    .filter(({ length }) => length > 1 && length < 5)
    .flatMap((pieces) => wordsOf(pieces.join('')));
}

/** Both. */
export function wordsAndWholes(text: string): readonly string[] {
  return [...wordsOf(text), ...wholesOf(text)];
}

/**
 * The parts of a compound, two or three, each of them a word of the site: `Umleitungsadresse` is Umleitung and Adresse.
 * Empty if it is none. The first part is as long as possible.
 */
export function partsOf(
  word: string,
  isWord: (part: string) => boolean,
  most = 3,
): readonly string[] {
  for (let cut = word.length - shortestPart; cut >= shortestPart; cut -= 1) {
    const first = wordFrom(word.slice(0, cut), isWord);
    if (first === undefined) continue;
    const rest = word.slice(cut);
    const second = wordFrom(rest, isWord);
    if (second !== undefined) return [first, second];
    const others = most > 2 ? partsOf(rest, isWord, most - 1) : [];
    if (others.length > 0) return [first, ...others];
  }
  return [];
}

function wordFrom(part: string, isWord: (part: string) => boolean): string | undefined {
  return [part, stemOf(part)].find(isWord);
}

/** Whether a word may be part of a compound. */
export function isPart(word: string): boolean {
  return word.length >= shortestPart && /^\p{L}+$/u.test(word);
}
