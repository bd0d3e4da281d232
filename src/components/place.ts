/** Where the reader is on a page, counted in blocks of text: the same in every language. */

import { readStored, removeStored } from '../state/storage.ts';

function blocks(): readonly Element[] {
  const all = document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, summary, pre)');
  return [...all].filter(
    (block) => !block.closest('.notice, noscript') && block.getClientRects().length > 0,
  );
}

/** The first block in view. */
export function placeNow(): number {
  if (window.scrollY === 0) return 0;
  const head = document.querySelector('.site-head')?.getBoundingClientRect().height ?? 0;
  return blocks().findIndex((block) => block.getBoundingClientRect().bottom > head);
}

/** Scrolls to the place that another language of this page was left at. */
export function goToPlace(): void {
  const kept = readStored('place', 'sessionStorage') as { path?: unknown; block?: unknown } | null;
  removeStored('place', 'sessionStorage');
  const { path, block } = kept ?? {};
  if (path !== location.pathname || typeof block !== 'number' || block <= 0) return;
  blocks()[block]?.scrollIntoView();
}
