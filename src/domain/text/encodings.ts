/** Undoes the encodings of mail, URLs, JSON and HTML, and remembers where in the text each character came from. */

/** One way of encoding characters. */
interface Encoding {
  readonly pattern: RegExp;
  readonly decoded: (found: string) => string;
}

/** A text with the original position of each of its characters; without `places` it is the original. */
export interface TracedText {
  readonly text: string;
  readonly places?: { readonly starts: Int32Array; readonly ends: Int32Array };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00A0',
  '&bull;': '•',
  '&shy;': '\u00AD',
};
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function numbered(digits: string, base: number): string {
  const point = Number.parseInt(digits, base);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}

/** Decodes percent-encoding; a text with broken encoding comes back unchanged. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The encodings of mail and URLs. */
const carried: readonly Encoding[] = [
  {
    // A soft line break in mail. Base64 also ends with `=`: then the other side's reply or a new log line follows.
    pattern:
      /(?<!=)=\r?\n(?![<>]|\d{3}[ -]\d\.\d|\d{4}-\d\d-|\d\d:\d\d|[^\n]{0,60}?(?:\b[CS]:|(?:CLIENT|SERVER) ->|\b(?:reply|send):|(?:Sent|Recv)[ ]|<-|->|[<>]{2}[ ]))/g,
    decoded: () => '',
  },
  { pattern: /=3D/g, decoded: () => '=' },
  { pattern: /(?<=[a-z])-\r?\n[ \t]{0,8}(?=[a-z])/gi, decoded: () => '' },
  {
    pattern: /\berror_description=[^&#\s]*/gi,
    decoded: (found) => found.replaceAll('+', ' '),
  },
  {
    // One character of UTF-8 at a time.
    pattern:
      /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi,
    decoded: percentDecoded,
  },
];

/** The escapes of JSON and of programming languages. */
const escaped: Encoding = {
  pattern: /\\(?:u[\da-f]{4}|["'/nrt\\])/gi,
  decoded: (found) =>
    found.length > 2 ? numbered(found.slice(2), 16) : (escapes[found.charAt(1)] ?? found.charAt(1)),
};

/** The character references of HTML. */
const marked: Encoding = {
  pattern: /&(?:amp|quot|apos|lt|gt|nbsp|bull|shy|#\d{1,7}|#x[\da-f]{1,6});/gi,
  decoded: (found) => {
    const [, hex, digits = ''] = /^&#(x?)([\da-f]+);$/i.exec(found) ?? [];
    if (hex !== undefined) return numbered(digits, hex === '' ? 10 : 16);
    return entities[found.toLowerCase()] ?? found;
  },
};

/** Decodes the character references of HTML. */
export function withoutReferences(text: string): string {
  return text.replace(marked.pattern, marked.decoded);
}

/** A lone surrogate is not a character. */
const halved: Encoding = { pattern: /\p{Surrogate}/gu, decoded: () => '\uFFFD' };

/** Readers of a page see `<br>` as a line break. */
const lineBreak: Encoding = { pattern: /<br ?\/?>/gi, decoded: () => '\n' };

/** Undoes one layer of the encodings of mail, URLs, JSON and HTML: line breaks within a word, and encoded characters. */
export function withoutEncodings(text: string): string {
  return [...carried, escaped, marked, halved].reduce(
    (decoded, encoding) => decoded.replace(encoding.pattern, encoding.decoded),
    text,
  );
}

/** The position of a piece of a traced text in the original. */
export function originalPlace(
  { places }: TracedText,
  start: number,
  end: number,
): readonly [number, number] {
  return places ? [places.starts[start] ?? 0, places.ends[end - 1] ?? 0] : [start, end];
}

function replaced(traced: TracedText, { pattern, decoded }: Encoding): TracedText {
  const { text } = traced;
  if (text.search(pattern) < 0) return traced;
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const parts: string[] = [];
  let read = 0;
  let written = 0;
  const write = (part: string, from: number, to: number): void => {
    const isSameLength = part.length === to - from;
    for (let at = 0; at < part.length; at += 1) {
      const [first, last] = isSameLength ? [from + at, from + at + 1] : [from, to];
      [starts[written], ends[written]] = originalPlace(traced, first, last);
      written += 1;
    }
    parts.push(part);
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    write(text.slice(read, index), read, index);
    read = index + found.length;
    write(decoded(found), index, read);
  }
  write(text.slice(read), read, text.length);
  return { text: parts.join(''), places: { starts, ends } };
}

/** One kind at a time: while the quotation marks inside a value keep their backslashes, its end can be found. */
const kinds: readonly (readonly Encoding[])[] = [carried, [marked, lineBreak], [escaped]];

/** JSON within JSON within a URL: real texts are not nested deeper. */
const mostRounds = 3;

/** The text itself, then the text after each decoding that changes it. */
export function readLayers(text: string): readonly TracedText[] {
  const layers: TracedText[] = [{ text }];
  let last: TracedText = { text };
  for (let round = 0; round < mostRounds; round += 1) {
    const before = last.text;
    for (const kind of kinds) {
      const next = kind.reduce(replaced, last);
      if (next.text !== last.text) layers.push(next);
      last = next;
    }
    if (last.text === before) break;
  }
  return layers;
}
