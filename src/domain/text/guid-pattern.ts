/** The form of a GUID; the form does not reveal what the GUID identifies. */

/** Matches a GUID inside a larger regular expression; add the flag `i` to accept capitals. */
export const guidPattern = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const guid = new RegExp(`^${guidPattern}$`);

/** Whether a text is a GUID as this site writes it: 32 hex digits in lower case with four hyphens. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}
