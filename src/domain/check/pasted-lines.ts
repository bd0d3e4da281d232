/** The lines of a pasted text as they were seen: without tags of HTML, colours of a terminal and quoting of mails. */

import { lineBreak } from '../values/text.ts';

/** Tags that begin a line, those that begin a cell, and those within one; `<…>` with any other name is text. */
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

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
  shy: '\u00AD',
};

/** The references that pages write for what stands in addresses and around them. */
function withoutReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,5})|#x([\da-f]{1,4})|([a-z]{2,4}));/gi,
    (reference: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        const known = name.toLowerCase();
        return Object.hasOwn(entities, known) ? (entities[known] ?? reference) : reference;
      }
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0xffff ? String.fromCharCode(code) : reference;
    },
  );
}

function attributeIn(attributes: string, name: 'href' | 'value'): string {
  const found =
    /(?:^|\s)(href|value)\s{0,3}=\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'<>]{1,2000}))/i;
  const [, attribute, double, single, bare] = found.exec(attributes) ?? [];
  return attribute?.toLowerCase() === name ? (double ?? single ?? bare ?? '') : '';
}

function holdsAddress(text: string): boolean {
  return /:\/\/|www\./i.test(text);
}

/** What stands in the place of a tag. */
function gap(name: string): string {
  if (lineTags.has(name)) return '\n';
  return cellTags.has(name) ? '\t' : '';
}

/**
 * Without tags. Where a link shows no address, the one that it leads to stands behind its text, in `<…>`: browsers and
 * mail programs put a slash behind it, so that what is shown comes first.
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

/** The lines; the text of a link comes before its address, and slashes that JSON escapes are plain. */
export function pastedLines(text: string): readonly string[] {
  const bare = text.replace(/\u001B\[[\d;]{0,20}m/g, '').replaceAll(String.raw`\/`, '/');
  return withoutTags(withoutReferences(bare))
    .split(lineBreak)
    .map((line) => line.replace(/^(?:>\s?){1,5}/, ''));
}
