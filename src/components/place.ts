/** Where the reader is on a page, counted in blocks of text: the same in every language. */

import { readStored, removeStored } from '../state/storage.ts';

/** What the page was built with: scripts add and hide text within elements of their own. */
function isBuilt(block: Element): boolean {
  const within = block.parentElement?.closest('main, .notice, noscript') ?? null;
  for (let place = block.parentElement; place !== within; place = place?.parentElement ?? null) {
    if (place?.localName.startsWith('lotse-')) return false;
  }
  return within?.localName === 'main';
}

function blocks(): readonly Element[] {
  return [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, summary)')].filter(isBuilt);
}

/** The first block in view. */
export function placeNow(): number {
  if (window.scrollY === 0) return 0;
  const head = document.querySelector('.site-head')?.getBoundingClientRect().height ?? 0;
  return blocks().findIndex((block) => {
    const { top, height } = block.getBoundingClientRect();
    // A list item that begins above is followed by what is read.
    return height > 0 && top >= head;
  });
}

/** Scrolls to the place that another language of this page was left at. */
export function goToPlace(): void {
  const kept = readStored('place', 'sessionStorage') as { path?: unknown; block?: unknown } | null;
  removeStored('place', 'sessionStorage');
  const { path, block } = kept ?? {};
  if (path !== location.pathname || typeof block !== 'number' || block <= 0) return;
  blocks()[block]?.scrollIntoView();
}
