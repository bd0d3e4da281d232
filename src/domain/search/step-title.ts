/** The titles of steps, for whoever names a step of another guide. */

import type { Hit } from './documents.ts';

/** The title of a guide's step, with its language if it is not the page's; undefined if there is none. */
export function stepTitle(
  { hits }: { readonly hits: readonly Hit[] },
  guide: string,
  step: string,
): Pick<Hit, 'title' | 'lang'> | undefined {
  return hits.find(
    (hit) =>
      hit.kind === 'step' && hit.guide === guide && hit.address.endsWith(`/${guide}/${step}/`),
  );
}
