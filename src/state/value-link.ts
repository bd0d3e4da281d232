/** The link to this page with the reader's values. */

import { printLinkValues } from '../domain/values/print-link.ts';
import { pageGuide } from './guide.ts';
import { $values, hasWaiting } from './values.ts';

/** Leads the reader to the notice about values from a link that wait to be accepted. */
export function focusLinkNotice(): void {
  document.getElementById('lotse-link')?.focus();
}

/**
 * The page's address with the reader's values. Undefined while values from a link await acceptance, so that nobody
 * passes them on; then the notice about them gets the focus.
 */
export function linkWithValues(): string | undefined {
  if (hasWaiting()) {
    focusLinkNotice();
    return undefined;
  }
  const order = pageGuide()?.values.map(({ id }) => id) ?? [];
  return location.origin + location.pathname + printLinkValues($values.get(), order);
}
