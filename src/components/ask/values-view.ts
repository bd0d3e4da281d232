/** How the box offers the values that a text names: as a link into the guide, where the reader accepts or refuses them. */

import { printLinkValues } from '../../domain/values/print-link.ts';
import type { Asked } from '../../domain/ask/asked.ts';
import type { Guide, Values } from '../../domain/guide/guide.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { confirmCopy, copyText } from '../copy-text/copy-text.element.ts';
import { detailRow } from '../detail-rows.ts';
import { make, makeButton } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

/** Where values are offered. */
export interface OfferedTo {
  readonly guide: Guide;
  /** The page of the guide that the link leads to. */
  readonly href: string;
  /** Whether the guide is that of the page shown now. */
  readonly isHere: boolean;
}

function copyButton(address: string): HTMLButtonElement {
  const button = makeButton(pageSay('ask.values-copy'), () => {
    void copyText(address).then((done) => {
      confirmCopy(button, done);
    });
  });
  return button;
}

/** The link that takes the values along, and a button that copies it. */
function offer(values: Values, { guide, href, isHere }: OfferedTo): readonly HTMLElement[] {
  const fragment = printLinkValues(
    values,
    guide.values.map(({ id }) => id),
  );
  const link = make(
    'a',
    { class: 'action', href: isHere ? fragment : href + fragment },
    isHere ? pageSay('ask.values-here') : pageSay('ask.values-take', { product: guide.product }),
  );
  return [
    make('p', { class: 'hint' }, pageSay('ask.values-hint')),
    make('p', { class: 'row' }, link, copyButton(`${location.origin}${href}${fragment}`)),
  ];
}

/** The values by name, with a link that takes them along to a guide; `to` is missing until the reader chooses one. */
export function valuesView(
  { values, objectId }: Pick<Asked, 'values' | 'objectId'>,
  names: GuideNames | undefined,
  to?: OfferedTo,
): readonly HTMLElement[] {
  const rows = Object.entries(values).map(([id, text = '']) =>
    detailRow(names?.values[id] ?? id, [text]),
  );
  const unused =
    objectId === undefined
      ? []
      : [make('p', { class: 'odd' }, pageSay('ask.object-id', { id: objectId }))];
  const title = make('h3', {}, pageSay('ask.values'));
  if (rows.length === 0) return [title, ...unused];
  const offered = to ? offer(values, to) : [make('p', {}, pageSay('ask.values-wait'))];
  return [title, make('dl', {}, ...rows), ...unused, ...offered];
}
