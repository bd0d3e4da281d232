/** The part of the box that holds the text to pass on, before `TextToPassOn` fills it. */

import { make, makeButton } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

/** The part, hidden. `chosen` is called when the reader wants their organisation's IDs in the text, or no longer. */
export function sharePart(chosen: () => void): HTMLElement {
  const ids = make('input', { type: 'checkbox', autocomplete: 'off', 'data-lotse-ids': '' });
  ids.addEventListener('change', chosen);
  const title = make('h3', { id: 'lotse-share' }, pageSay('decoder.share'));
  const source = make('pre', {
    'data-lotse-source': '',
    tabindex: '0',
    role: 'region',
    'aria-labelledby': title.id,
  });
  const copy = make(
    'button',
    { type: 'button', class: 'copy' },
    make('span', { 'data-lotse-copy-word': '' }, pageSay('copy.button')),
    make('span', { class: 'unseen' }, pageSay('decoder.share')),
  );
  const more = makeButton('', () => undefined);
  more.dataset['lotseMore'] = '';
  const hint = make(
    'p',
    { class: 'hint', id: 'lotse-share-lines' },
    pageSay('decoder.share-lines-hint'),
  );
  return make(
    'div',
    { 'data-lotse-share': '', hidden: '' },
    title,
    make('p', { class: 'hint' }, pageSay('decoder.share-hint')),
    make('p', {}, make('label', {}, ids, ` ${pageSay('decoder.share-ids')}`)),
    make('lotse-copy-text', {}, source, copy),
    make(
      'fieldset',
      { 'data-lotse-lines': '', 'data-lotse-control': '', 'aria-describedby': hint.id, hidden: '' },
      make('legend', {}, pageSay('decoder.share-lines')),
      hint,
      make('ul', {}),
      more,
    ),
  );
}
