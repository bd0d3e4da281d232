/** Undoes what mail, addresses, JSON and HTML do to a text, and keeps where in the text each character came from. */

/** One way in which characters are written otherwise. */
interface Encoding {
  readonly pattern: RegExp;
  readonly decoded: (found: string) => string;
}

/** A text with the place in the original of each of its characters; without places it is the original. */
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

/** A text as addresses encode it, decoded; as it is where it is not encoded so. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of mails and addresses. */
const carried: readonly Encoding[] = [
  {
    // A mail breaks a line so. Base64 ends so too: then the other side speaks next, or a new line of a log begins.
    pattern:
      /(?<!=)=\r?\n(?![<>]|\d{3}[ -]\d\.\d|\d{4}-\d\d-|\d\d:\d\d|[^\n]{0,60}?(?:\b[CS]:|(?:CLIENT|SERVER) ->|\b(?:reply|send):))/g,
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

/** Of JSON and of programs. */
const escaped: Encoding = {
  pattern: /\\(?:u[\da-f]{4}|["'/nrt\\])/gi,
  decoded: (found) =>
    found.length > 2 ? numbered(found.slice(2), 16) : (escapes[found.charAt(1)] ?? found.charAt(1)),
};

/** Of pages. */
const marked: Encoding = {
  pattern: /&(?:amp|quot|apos|lt|gt|nbsp|bull|shy|#\d{1,7}|#x[\da-f]{1,6});/gi,
  decoded: (found) => {
    const [, hex, digits = ''] = /^&#(x?)([\da-f]+);$/i.exec(found) ?? [];
    if (hex !== undefined) return numbered(digits, hex === '' ? 10 : 16);
    return entities[found.toLowerCase()] ?? found;
  },
};

/** A text without the references that pages write for characters. */
export function withoutReferences(text: string): string {
  return text.replace(marked.pattern, marked.decoded);
}

/** Half a pair is no character. */
const halved: Encoding = { pattern: /\p{Surrogate}/gu, decoded: () => '\uFFFD' };

/** A line of a page's source, which for whoever looks at the page is a line. */
const lineBreak: Encoding = { pattern: /<br ?\/?>/gi, decoded: () => '\n' };

/** Undoes once what mail, addresses, JSON and HTML do to a text: line breaks within a word, and characters written otherwise. */
export function withoutEncodings(text: string): string {
  return [...carried, escaped, marked, halved].reduce(
    (decoded, encoding) => decoded.replace(encoding.pattern, encoding.decoded),
    text,
  );
}

/** Where a piece of a traced text stands in the original. */
export function originalPlace(
  { places }: TracedText,
  start: number,
  end: number,
): readonly [number, number] {
  return places ? [places.starts[start] ?? 0, places.ends[end - 1] ?? 0] : [start, end];
}

function replaced(traced: TracedText, { pattern, decoded }: Encoding): TracedText {
  const { text } = traced;
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
  if (read === 0) return traced;
  write(text.slice(read), read, text.length);
  return { text: parts.join(''), places: { starts, ends } };
}

/** One kind at a time: where the quotation marks within a value still have their backslashes, its end can be told. */
const kinds: readonly (readonly Encoding[])[] = [carried, [marked, lineBreak], [escaped]];

/** JSON within JSON within an address: deeper than this nothing real goes. */
const mostRounds = 3;

/** The text as it is, and as it is read after undoing its encodings one by one, as long as that changes it. */
export function readLayers(text: string): readonly TracedText[] {
  const layers: TracedText[] = [{ text }];
  let last: TracedText = { text };
  for (let round = 0; round < mostRounds; round += 1) {
    for (const kind of kinds) {
      const next = kind.reduce(replaced, last);
      if (next.text !== last.text) layers.push(next);
      last = next;
    }
  }
  return layers;
}
