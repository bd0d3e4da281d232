/** A pasted text as seen on screen, without terminal colours, HTML tags and mail quoting. Prepared once for all parsers. */

import { withoutReferences } from '../text/encodings.ts';
import { lineBreak } from '../values/text.ts';
import { pasteLimit } from './setting-findings.ts';

/** A line, and its quoting depth. */
export interface PastedLine {
  readonly text: string;
  readonly depth: number;
}

/** A pasted text, as written and as seen on screen. */
export interface Paste {
  /** With tags, for parsing JSON; line numbers match the reader's text. */
  readonly text: string;
  readonly lines: readonly PastedLine[];
  /** Whether the paste exceeds the limit. */
  readonly isCut: boolean;
}

/** Tags that start a line, tags that start a cell, and inline tags; `<…>` with any other name is text. */
const lineTags = new Set(
  'address article aside blockquote body br button caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head header hr html input label legend li main nav ol option p pre section select table tbody textarea tfoot thead title tr ul'.split(
    ' ',
  ),
);
const cellTags = new Set(['a', 'td', 'th']);
const inlineTags = new Set(
  'abbr b code del em font i img ins kbd mark s small span strong sub sup svg tt u wbr'.split(' '),
);

const tag = /<(\/?)([a-z][a-z\d]{0,12})(?=[\s/>])([^<>]{0,4000})>/gi;

function attributeIn(attributes: string, name: 'href' | 'value'): string {
  const found =
    /(?:^|\s)(href|value)\s{0,3}=\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'<>]{1,2000}))/i;
  const [, attribute, double, single, bare] = found.exec(attributes) ?? [];
  return attribute?.toLowerCase() === name ? (double ?? single ?? bare ?? '') : '';
}

function holdsAddress(text: string): boolean {
  return /:\/\/|www\./i.test(text);
}

/** The separator that replaces a tag. */
function gap(name: string): string {
  if (lineTags.has(name)) return '\n';
  return cellTags.has(name) ? '\t' : '';
}

/**
 * Removes tags. If a link's text shows no address, its target follows in `<…>`. A visible address is preferred, because
 * browsers and mail programs add a slash to the target.
 */
function withoutTags(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let link: { readonly target: string; readonly piece: number } | undefined;
  for (const { 0: whole, 1: slash, 2: written = '', 3: attributes = '', index } of text.matchAll(
    tag,
  )) {
    const name = written.toLowerCase();
    const between = gap(name);
    if (between === '' && !inlineTags.has(name)) continue;
    pieces.push(text.slice(from, index));
    from = index + whole.length;
    if (name === 'a' && slash === '') {
      link = { target: attributeIn(attributes, 'href'), piece: pieces.length };
    } else if (name === 'a' && link) {
      const isShown = pieces.slice(link.piece).some(holdsAddress);
      if (!isShown && link.target !== '') pieces.push(` <${link.target}>`);
      link = undefined;
    }
    pieces.push(between, attributeIn(attributes, 'value'));
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Mail quoting, `> ` and `>>`. */
const quoting = /^(?:>[ \t]?){1,5}/;

/** The lines as seen, with JSON's escaped slashes made plain. */
function seenLines(text: string): readonly PastedLine[] {
  return withoutTags(withoutReferences(text.replaceAll(String.raw`\/`, '/')))
    .split(lineBreak)
    .map((line) => {
      if (!line.startsWith('>')) return { text: line, depth: 0 };
      const marks = quoting.exec(line)?.[0] ?? '';
      return { text: line.slice(marks.length), depth: marks.replace(/[^>]/g, '').length };
    });
}

/** Reads the first 300,000 characters of what was pasted. */
export function readPaste(pasted: string): Paste {
  const text = pasted.slice(0, pasteLimit).replace(/\u001B\[[\d;?]{0,20}[A-Za-z]/g, '');
  return { text, lines: seenLines(text), isCut: pasted.length > pasteLimit };
}
