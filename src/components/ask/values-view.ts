/** How the box offers the values that a text names: as a link into the guide, where the reader accepts or refuses them. */

import { printLinkValues } from '../../domain/values/print-link.ts';
import type { Asked } from '../../domain/ask/asked.ts';
import type { Guide } from '../../domain/guide/guide.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { confirmCopy, copyText } from '../copy-text/copy-text.element.ts';
import { detailRow } from '../detail-rows.ts';
import { make, makeButton } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

/** Where values are offered. */
export interface OfferedTo {
  readonly guide: Guide;
  readonly names: GuideNames;
  /** The page of the guide that the link leads to. */
  readonly href: string;
  /** Whether that is the page shown now. */
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

/** The values by name, with a link that takes them along; nothing where there are none. */
export function valuesView(
  { values, objectId }: Asked,
  { guide, names, href, isHere }: OfferedTo,
): readonly HTMLElement[] {
  const found = guide.values.filter(({ id }) => values[id] !== undefined);
  const rows = found.map(({ id }) => detailRow(names.values[id] ?? id, [values[id] ?? '']));
  const fragment = printLinkValues(
    values,
    found.map(({ id }) => id),
  );
  const address = `${location.origin}${href}${fragment}`;
  const link = make(
    'a',
    { class: 'action', href: isHere ? fragment : href + fragment },
    isHere ? pageSay('ask.values-here') : pageSay('ask.values-take', { product: guide.product }),
  );
  return [
    make('h3', {}, pageSay('ask.values')),
    ...(rows.length > 0 ? [make('dl', {}, ...rows)] : []),
    ...(objectId === undefined
      ? []
      : [make('p', { class: 'odd' }, pageSay('ask.object-id', { id: objectId }))]),
    ...(rows.length > 0
      ? [
          make('p', { class: 'hint' }, pageSay('ask.values-hint')),
          make('p', { class: 'row' }, link, copyButton(address)),
        ]
      : []),
  ];
}
