/** What a pasted text says, however it comes: part of an address, JSON, source of a page, or cut out of a log. */

import { withWholeGuids, withWholeSecrets } from '../broken-values.ts';

/** Of longer texts only head and tail are read, this many characters of each, */
export const readAtEachEnd = 65_536;
/** and from what is between, this much around each code, of the first few codes. */
const readAround = 1000;
const mostAround = 20;

/** A pasted text made readable. */
export interface PastedText {
  /** Without what cannot be seen; all positions are meant in it. */
  readonly text: string;
  /** Whether parts in the middle were left out. */
  readonly truncated: boolean;
}

const unseen = /[\0\p{Default_Ignorable_Code_Point}]/gu;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&#34;': '"',
  '&lt;': '<',
  '&gt;': '>',
};
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function percentDecoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** Undoes once what mail, addresses, JSON and HTML do to a text: line breaks within a word, and characters written otherwise. */
export function withoutEncodings(text: string): string {
  const unbroken = text
    .replace(/=\r?\n/g, '')
    .replace(/=3D/g, '=')
    .replace(/(?<=[a-z])-\r?\n[ \t]{0,8}(?=[a-z])/gi, '');
  const spaced = unbroken.replace(
    /(\berror_description=)([^&#\s]*)/gi,
    (_, name: string, value: string) => name + value.replaceAll('+', ' '),
  );
  return percentDecoded(spaced)
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\(["'/nrt])/g, (_, character: string) => escapes[character] ?? character)
    .replace(/&(?:amp|quot|apos|lt|gt|#39|#x27|#34);/gi, (entity) => {
      return entities[entity.toLowerCase()] ?? entity;
    })
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** What is cut in the middle of a word may be the rest of a secret that nothing tells any more. */
const cutWord = { start: /^[^\s&"'<>,;]{1,200}/, end: /[^\s&"'<>,;]{1,200}$/ } as const;

/** What stands around the codes in the middle of a long text, in its order and each place once. */
function aroundCodes(middle: string): string {
  const parts: string[] = [];
  let read = 0;
  for (const { index } of middle.matchAll(/AADSTS[\s:]{0,2}\d{3}|\b5\.7\.\d{1,3}\b/gi)) {
    if (index < read) continue;
    if (parts.length === mostAround) break;
    const before = middle.slice(Math.max(read, index - readAround), index);
    const after = middle.slice(index, index + readAround);
    parts.push(before.replace(cutWord.start, '') + after.replace(cutWord.end, ''));
    read = index + readAround;
  }
  return parts.join('\n');
}

function ends(pasted: string): string {
  const head = pasted.slice(0, readAtEachEnd).replace(cutWord.end, '');
  const tail = pasted.slice(-readAtEachEnd).replace(cutWord.start, '');
  return [head, aroundCodes(pasted.slice(readAtEachEnd, -readAtEachEnd)), tail].join('\n');
}

/** Reads a pasted text. At most 174,000 characters of it are kept: head, tail, and what stands around codes between. */
export function readPasted(pasted: string): PastedText {
  const truncated = pasted.length > 2 * readAtEachEnd;
  const part = truncated ? ends(pasted) : pasted;
  const seen = part
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unseen, '')
    // As mail programs quote a line.
    .replace(/^(?:> ){1,5}/gm, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return { text: withWholeSecrets(withWholeGuids(seen)), truncated };
}
