/** The link to this page with the reader's values. */

import { printLinkValues } from '../domain/values/print-link.ts';
import { pageGuide } from './guide.ts';
import { $values, hasWaiting } from './values.ts';

/**
 * The page's address with the reader's values. Undefined while values from a link await acceptance, so that nobody
 * passes them on; then the notice about them gets the focus.
 */
export function linkWithValues(): string | undefined {
  if (hasWaiting()) {
    document.getElementById('lotse-link')?.focus();
    return undefined;
  }
  const order = pageGuide()?.values.map(({ id }) => id) ?? [];
  return location.origin + location.pathname + printLinkValues($values.get(), order);
}
