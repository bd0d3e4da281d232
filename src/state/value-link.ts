/** The link to this page with the reader's values. */

import { printLinkValues } from '../domain/values/print-link.ts';
import { pageGuide } from './guide.ts';
import { $values, hasWaiting } from './values.ts';

/**
 * The address of this page with the reader's values. As long as values of somebody else's link wait, nobody passes
 * them on: then nothing, and the notice about them has the focus.
 */
export function linkWithValues(): string | undefined {
  if (hasWaiting()) {
    document.getElementById('lotse-link')?.focus();
    return undefined;
  }
  const order = pageGuide()?.values.map(({ id }) => id) ?? [];
  return location.origin + location.pathname + printLinkValues($values.get(), order);
}
