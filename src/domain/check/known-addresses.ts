/** Finds the expected addresses in a text, exactly or with small differences, before anything else is parsed. */

import { platformNamed } from './platform-names.ts';

/** A line break within an address, with the hyphen or the `=` of mail that it adds. */
const lineBreak = String.raw`[-=]?[ \t]{0,40}\n[ \t]{0,40}`;
/** The final slash, alone on its line; between other text it would separate a list. */
const slashBelow = String.raw`${lineBreak}/(?=[ \t]{0,40}(?:\n|$)|["'“”)\]},;])`;
/** The end of an address. */
const boundary = String.raw`(?![\w/%?#@&=+~-]|[.:][\w/])`;

function literal(character: string, gap: string): string {
  // A blank that is not encoded, or encoded twice (CMX-06).
  if (character === '%20') return `(?:${['%', '(?:25)?', '2', '0'].join(gap)}|[+ \\u00A0])`;
  return character.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`);
}

/** Matches an address with any web scheme or none, with or without `www.` and the final slash, with gaps between characters. */
function patternOf(uri: string, gap: string, slash: string): string {
  const [, bare = uri] = /^https?:\/\/(?:www\.)?(.*?)\/?$/s.exec(uri) ?? [];
  const characters = bare.match(/%20|./gsu) ?? [];
  const [scheme, www] = [
    ['h', 't', 't', 'p', 's?', ':', '/', '/'],
    ['w', 'w', 'w', '\\.'],
  ].map((parts) => `(?:${parts.map((part) => part + gap).join('')})?`);
  const head = bare === uri ? '' : `${scheme ?? ''}${www ?? ''}`;
  return `${head}${characters.map((one) => literal(one, gap)).join(gap)}(?:${slash})?${boundary}`;
}

/** Whether words of a sentence follow on the line: then it is one about a part of the address. A platform may follow. */
function isProse(after: string): boolean {
  const [rest = ''] = after.split('\n', 1);
  return /^[ ]?\p{L}/u.test(rest) && platformNamed(rest) === undefined;
}

/** A text with every expected address on one line, under unchanged line numbers, and the lines on which one was joined. */
export interface JoinedLines {
  readonly lines: readonly string[];
  readonly joined: ReadonlySet<number>;
}

/** The addresses that are expected. */
export class KnownAddresses {
  /** Matches addresses that may be broken over lines. */
  readonly #broken: RegExp | undefined;
  /** Matches addresses on one line, with or without blanks. */
  readonly #whole: RegExp | undefined;

  constructor(uris: readonly string[]) {
    if (uris.length === 0) return;
    const longestFirst = uris.toSorted((a, b) => b.length - a.length);
    const [gap, blank] = [`(?:${lineBreak})?`, '[ \\u00A0]?'];
    const broken = longestFirst.map((uri) => patternOf(uri, gap, `/|${slashBelow}`));
    this.#broken = new RegExp(`(?<![\\w.-])(?:${broken.join('|')})`, 'giu');
    this.#whole = new RegExp(
      longestFirst.map((uri) => patternOf(uri, blank, '/')).join('|'),
      'iuy',
    );
  }

  /** Joins each expected address that is broken over several lines. Takes linear time. */
  joined(lines: readonly string[]): JoinedLines {
    const joined = new Set<number>();
    if (this.#broken === undefined) return { lines, joined };
    const text = lines.join('\n');
    let [line, read] = [0, 0];
    const whole = text.replace(this.#broken, (found, at: number) => {
      const breaks = found.split('\n').length - 1;
      if (breaks === 0 || isProse(text.slice(at + found.length, at + found.length + 200))) {
        return found;
      }
      line += text.slice(read, at).split('\n').length - 1;
      read = at;
      joined.add(line);
      const kept = found.replace(/[ \t]{0,40}\n[ \t]{0,40}/g, '');
      const isWhole = this.endIn(kept, 0) === kept.length;
      return (isWhole ? kept : found.replace(new RegExp(lineBreak, 'g'), '')) + '\n'.repeat(breaks);
    });
    return { lines: whole.split('\n'), joined };
  }

  /** The end of the expected address that starts here; undefined if none does. */
  endIn(line: string, from: number): number | undefined {
    const whole = this.#whole;
    if (whole === undefined) return undefined;
    whole.lastIndex = from;
    const found = whole.exec(line)?.[0];
    return found === undefined ? undefined : from + found.length;
  }
}
