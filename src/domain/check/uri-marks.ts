/** Where marks stand in a line that end an address, each kind found once however many words ask. */

/** What nobody sees. */
export const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** Schemes are short; the names in `msal<client ID>://` are the longest. */
export const schemeLimit = 60;

/** Each mark that opens, with those that close it, also as people mix them up. */
const closings: Readonly<Record<string, string>> = {
  '"': '"',
  '„': '“”"',
  '“': '”"',
  '”': '”',
  "'": "'",
  '‚': "‘’'",
  '‘': "’'",
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '`': "`'",
  '<': '>',
};

/** What no redirect URI holds at Microsoft ends one: marks of lists, `! $ ' ( ) , ;`, and the portal's icons. */
const end = /[\s"'„“”‟‚‘’‛«»‹›`´′″<>|,;()\p{So}\p{Co}\p{Cs}]/u;

/** The character before a place that is seen. */
export function seenBefore(line: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && unseen.test(line.charAt(before))) before -= 1;
  return line.charAt(before);
}

/** A number in brackets, as mails mark a link, is no part of an address. */
const reference = /^\[\d{1,3}\]/;

/**
 * Where, for each place of a line, the next mark stands that ends an address, or the end of the line. Found from behind
 * in one pass, since every word of a long line may ask. A bracket closes an address that has not opened one.
 */
function addressEnds(line: string): Int32Array {
  const ends = new Int32Array(line.length + 1).fill(line.length);
  for (let at = line.length - 1; at >= 0; at -= 1) {
    const character = line.charAt(at);
    const next = ends[at + 1] ?? line.length;
    const isEnd = end.test(character) || ']}'.includes(character);
    if (isEnd || (character === '[' && reference.test(line.slice(at, at + 5)))) ends[at] = at;
    else if ('[{'.includes(character) && /[\]}]/.test(line.charAt(next))) {
      ends[at] = ends[next + 1] ?? line.length;
    } else ends[at] = next;
  }
  return ends;
}

/** For each place of a line the next one with such a character, or the end of the line. */
function nextPlaces(line: string, isWanted: (character: string) => boolean): Int32Array {
  const places = new Int32Array(line.length + 1).fill(line.length);
  for (let at = line.length - 1; at >= 0; at -= 1) {
    places[at] = isWanted(line.charAt(at)) ? at : (places[at + 1] ?? line.length);
  }
  return places;
}

/** A line with the places of its marks: each kind is looked for once, however many words ask. */
export class Line {
  readonly text: string;
  #ends: Int32Array | undefined;
  readonly #next = new Map<string, Int32Array>();

  constructor(text: string) {
    this.text = text;
  }

  #nextOf(marks: string, from: number): number {
    const places =
      this.#next.get(marks) ?? nextPlaces(this.text, (character) => marks.includes(character));
    this.#next.set(marks, places);
    return places[from] ?? this.text.length;
  }

  #endFrom(from: number): number {
    this.#ends ??= addressEnds(this.text);
    return this.#ends[from] ?? this.text.length;
  }

  /** The mark that closes the one before this place; undefined where there is none before `to`. */
  closingOf(from: number, to: number): number | undefined {
    const open = seenBefore(this.text, from);
    const marks = Object.hasOwn(closings, open) ? (closings[open] ?? '') : '';
    const at = marks === '' ? to : this.#nextOf(marks, from);
    return at < to ? at : undefined;
  }

  /** `https://{name}` and `https://<name>` are patterns that nobody has filled. */
  unquotedEnd(from: number, to: number): number {
    const scheme = this.text.slice(from, Math.min(to, from + schemeLimit + 3)).indexOf('://');
    const start = scheme < 0 ? from : from + scheme + 3;
    if (this.text.charAt(start) !== '<') return Math.min(to, this.#endFrom(start));
    let at = this.#endFrom(start + 1);
    while (this.text.charAt(at) === '>') at = this.#endFrom(at + 1);
    return Math.min(to, at);
  }

  /** Quotation marks hold no list together. */
  listEnd(from: number, closing: number): number {
    return Math.min(closing, this.#nextOf(',;()|<>', from));
  }

  /** They do hold a blank together. */
  quotedEnd(from: number, closing: number): number {
    return from + this.text.slice(from, this.listEnd(from, closing)).trimEnd().length;
  }
}
