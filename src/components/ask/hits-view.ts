/** How the box lists the pages that a word leads to. */

import type { Hit } from '../../domain/search/documents.ts';
import type { KnownGuide } from '../../domain/check/expectation.ts';
import { make } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

/** More would be read by nobody. */
const mostHits = 8;

function hitView(
  { address, kind, guide, title, lang, line }: Hit,
  guides: Readonly<Record<string, KnownGuide>>,
): HTMLElement {
  const product = guides[guide ?? '']?.guide.product;
  const where = [product, pageSay(`ask.hit-${kind}`)].filter((part) => part !== undefined);
  return make(
    'li',
    {},
    make('a', { href: address, lang }, title),
    make('span', { class: 'quiet' }, ` ${where.join(' · ')}`),
    make('p', { class: 'quiet', lang }, line),
  );
}

/** The pages, the best first; a sentence where there are none. */
export function hitsView(
  hits: readonly Hit[],
  guides: Readonly<Record<string, KnownGuide>>,
): readonly HTMLElement[] {
  if (hits.length === 0) return [make('p', {}, pageSay('ask.no-hits'))];
  return [
    make('h3', {}, pageSay('ask.hits')),
    make('ul', { class: 'hits' }, ...hits.slice(0, mostHits).map((hit) => hitView(hit, guides))),
  ];
}

/** Moves the focus from the field into the list, and in it, by the arrow keys. */
export function moveAmongHits(event: KeyboardEvent, field: HTMLElement, list: Element | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...(list?.querySelectorAll('a') ?? [])];
  if (step === undefined || links.length === 0) return;
  const at = links.findIndex((link) => link === document.activeElement);
  const isInField = document.activeElement === field;
  if (!isInField && at < 0) return;
  if (isInField && step < 0) return;
  event.preventDefault();
  (links[at + step] ?? (step < 0 ? field : links.at(-1)))?.focus();
}
