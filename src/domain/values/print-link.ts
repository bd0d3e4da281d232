/** Puts values into the fragment of a link; `link-values.ts` takes them out again. */

import type { Values } from '../guide/guide.ts';

/** Mail programs leave closing marks and a last dot out of the link they make of an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/\.$/, '%2E')
    .replaceAll('%40', '@');
}

/** Prints the known values of `order` as a fragment with its `#`, or nothing when none is known. */
export function printLinkValues(values: Values, order: readonly string[]): string {
  const pairs = order
    .filter((key) => Object.hasOwn(values, key) && values[key])
    .map((key) => `${encoded(key)}=${encoded(values[key] ?? '')}`);
  return pairs.length === 0 ? '' : `#${pairs.join('&')}`;
}
