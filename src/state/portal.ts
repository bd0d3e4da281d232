/**
 * Which of the two “Authentication” pages the reader's portal shows, once they have opened one. Stored under
 * `lotse-portal` (`"old"`); `layouts/first-paint.js` copies it to `data-lotse-portal` on the root element.
 */

import { asAccepted } from '../domain/values/accepted-text.ts';
import { writeStored } from './storage.ts';

/** A version of the page. */
export type Portal = 'old' | 'new';

/** The version with this name; any other name means the new one. */
export function portalOf(name: string): Portal {
  return name === 'old' ? 'old' : 'new';
}

/** Remembers the version, for this page's paper too. */
export function choosePortal(portal: Portal): void {
  writeStored('portal', asAccepted(portal));
  document.documentElement.setAttribute('data-lotse-portal', portal);
}
