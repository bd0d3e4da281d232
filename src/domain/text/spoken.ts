/** Words of readers and of Microsoft's portals, with a column for each language that a paste may be in. */

/**
 * Parts of an expression with the flag `u`, one for each language. A blank stands for any blank within a line, such as
 * the narrow one before a French colon; outside of brackets `'` stands for either apostrophe.
 */
export interface Spoken {
  readonly de: string;
  readonly en: string;
  readonly fr: string;
}

/** The words of all languages as one group, which captures nothing. */
export function spoken({ de, en, fr }: Spoken): string {
  const words = [de, en, fr].filter((each) => each !== '').join('|');
  return `(?:${words.replaceAll(' ', String.raw`\p{Zs}`).replaceAll("'", "['’]")})`;
}

/** The end of a word; `\b` knows no accents. */
export const wordEnd = String.raw`(?!\p{L})`;
/** The start of a word. */
export const wordStart = String.raw`(?<!\p{L})`;
