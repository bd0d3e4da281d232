/** Former addresses and keys, for pages. */

import text from '../content/redirects.yml?raw';
import { redirectsOf } from '../content-model/redirects.ts';
import type { RenamedKeys } from '../domain/values/link-values.ts';

/** What became of former addresses and keys. */
export const redirects = redirectsOf(text);

/** The former keys of a guide's values; undefined if none has been renamed. */
export function renamedKeys(guide: string): RenamedKeys | undefined {
  return redirects.keys[guide];
}
