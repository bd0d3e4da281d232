/** Accepted texts: the only texts that this browser stores. */

declare const accepted: unique symbol;

/** A text that an input parser has accepted, or one of the site's own. */
export type AcceptedText = string & { readonly [accepted]: true };

/**
 * Marks a text as accepted. Only for `readValue` and `readNote`, which judge what is typed, and for the site's own
 * texts: an option of a list, the site's address.
 */
export function asAccepted(text: string): AcceptedText {
  return text as AcceptedText;
}
