/** How a GUID is written; what it stands for, nobody can tell by its form. */

/** A GUID within a larger regular expression; meant with the flag `i` where capitals count too. */
export const guidPattern = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const guid = new RegExp(`^${guidPattern}$`);

/** Says whether a text is a GUID as this site writes it: 32 hex digits in lower case with four hyphens. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}
