/** The menu of every page, loaded when it is first opened. */

import { asAccepted } from '../domain/values/accepted-text.ts';
import { writeStored } from '../state/storage.ts';
import { placeNow } from './place.ts';
import { PreferenceSwitch } from './preference-switch/preference-switch.element.ts';

/** Leads to the same heading and to the same place in the other language; values wait in this tab by themselves. */
function keepPlace(link: HTMLAnchorElement): void {
  if (!location.hash.includes('=')) link.hash = location.hash;
  writeStored('place', { path: asAccepted(link.pathname), block: placeNow() }, 'sessionStorage');
}

if (!customElements.get('lotse-preference-switch')) {
  customElements.define('lotse-preference-switch', PreferenceSwitch);
}
for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-head a[hreflang]')) {
  link.addEventListener('click', () => {
    keepPlace(link);
  });
}
