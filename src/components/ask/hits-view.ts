/** How the box lists the pages that a word leads to. */

import type { Hit } from '../../domain/search/documents.ts';
import type { KnownGuide } from '../../domain/check/expectation.ts';
import { make } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

/** More would be read by nobody. */
const mostHits = 8;

type Guides = Readonly<Record<string, KnownGuide>>;

function productOf({ guide }: Hit, guides: Guides): string {
  return guides[guide ?? '']?.guide.product ?? '';
}

/** One page, or the same step of several guides: then its name stands once, with a link for each program. */
function hitView(same: readonly Hit[], guides: Guides): readonly Node[] {
  const [hit] = same;
  if (!hit) return [];
  const { address, kind, guide, title, lang, line } = hit;
  const about = pageSay(`ask.hit-${kind}`);
  const links = same.flatMap((each, index) => [
    index === 0 ? ' ' : ' · ',
    make('a', { href: each.address }, productOf(each, guides)),
  ]);
  const where = guide === undefined ? about : `${productOf(hit, guides)} · ${about}`;
  const head =
    same.length > 1
      ? [make('span', { lang }, `${title}:`), ...links]
      : [make('a', { href: address, lang }, title), make('span', { class: 'quiet' }, ` ${where}`)];
  // What it is for differs from program to program.
  const more = same.length > 1 ? [] : [make('p', { class: 'quiet', lang }, line)];
  return [make('li', {}, ...head, ...more)];
}

/** Hits of the same kind and title together, where the first of them stands. */
function grouped(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  return [...Map.groupBy(hits, ({ kind, title }) => `${kind} ${title}`).values()];
}

/** How many lines the list has. */
export function hitCount(hits: readonly Hit[]): number {
  return Math.min(mostHits, grouped(hits).length);
}

/** The pages, the best first; a sentence where there are none. */
export function hitsView(hits: readonly Hit[], guides: Guides): readonly HTMLElement[] {
  if (hits.length === 0) return [make('p', {}, pageSay('ask.no-hits'))];
  return [
    make('h3', {}, pageSay('ask.hits')),
    make(
      'ul',
      { class: 'hits' },
      ...grouped(hits)
        .slice(0, mostHits)
        .flatMap((same) => hitView(same, guides)),
    ),
  ];
}

/** Moves the focus from the field into the list, and in it, by the arrow keys. */
export function moveAmongHits(
  event: KeyboardEvent,
  field: HTMLTextAreaElement,
  list: Element | null,
): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...(list?.querySelectorAll('a') ?? [])];
  if (step === undefined || links.length === 0) return;
  const at = links.findIndex((link) => link === document.activeElement);
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
  const isInField = document.activeElement === field;
  if (!isInField && at < 0) return;
  // In the text the keys move the caret, as everywhere; below its end there is the list.
  if (isInField && (step < 0 || field.selectionEnd !== field.value.length)) return;
  event.preventDefault();
  (links[at + step] ?? (step < 0 ? field : links.at(-1)))?.focus();
}
