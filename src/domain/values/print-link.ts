/** Writes values into the fragment of a link; `link-values.ts` reads them back. */

import type { Values } from '../guide/guide.ts';

/** Mail programs exclude closing punctuation and a final dot when they turn an address into a link. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/\.$/, '%2E')
    .replaceAll('%40', '@');
}

/** The known values, in `order`, as a fragment with its `#`; empty if none is known. */
export function printLinkValues(values: Values, order: readonly string[]): string {
  const pairs = order
    .filter((key) => Object.hasOwn(values, key) && values[key])
    .map((key) => `${encoded(key)}=${encoded(values[key] ?? '')}`);
  return pairs.length === 0 ? '' : `#${pairs.join('&')}`;
}
