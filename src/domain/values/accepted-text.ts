/** Accepted texts: the only ones that this browser keeps. */

declare const accepted: unique symbol;

/** A text that a reader of input has accepted, or that is the site's own; no other text is of this type. */
export type AcceptedText = string & { readonly [accepted]: true };

/**
 * Marks a text as accepted. For `readValue` and `readNote`, which decide on what is typed, and where a text is the site's
 * own: an option of a list, its own address.
 */
export function asAccepted(text: string): AcceptedText {
  return text as AcceptedText;
}
