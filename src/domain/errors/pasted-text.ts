/** What a pasted text says, however it comes: part of an address, JSON, source of a page, or cut out of a log. */

/** Of longer texts only head and tail are read, this many characters of each. */
export const readAtEachEnd = 65_536;

/** A pasted text made readable. */
export interface PastedText {
  /** Without what cannot be seen; all positions are meant in it. */
  readonly text: string;
  /** Whether a part in the middle was left out. */
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

/** Undoes once what addresses, JSON and HTML do to a text. */
export function withoutEncodings(text: string): string {
  const spaced = text.replace(
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

/** Reads a pasted text: at most its head and tail. */
export function readPasted(pasted: string): PastedText {
  const truncated = pasted.length > 2 * readAtEachEnd;
  const part = truncated
    ? `${pasted.slice(0, readAtEachEnd)}\n${pasted.slice(-readAtEachEnd)}`
    : pasted;
  const text = part
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unseen, '')
    // As mail programs quote a line.
    .replace(/^(?:> ){1,5}/gm, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return { text, truncated };
}
