/**
 * Two or three letters that stand for a product: its own abbreviation in brackets, the initials of its words, or the
 * beginning of its name. `business manager (bm)` is `bm`, `Flowfact Performer` is `FP`, `iPM-Cloud` is `iPM`.
 */
export function shortName(product: string): string {
  const own = /\(([^()]+)\)/.exec(product)?.[1];
  const initials = product.split(' ').map((word) => word.charAt(0));
  return own ?? (initials.length > 1 ? initials.join('') : product.slice(0, 3));
}
