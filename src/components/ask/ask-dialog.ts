/** The box in the header: on every page, in a dialogue over it, with the page's guide and the reader's values. */

import dialogWords from 'lotse-words:ask.';
import { version } from '../../../package.json';
import { make, makeButton } from '../dom.ts';
import { loadWords, pageSay } from '../page-speaker.ts';
import { Ask } from './ask.element.ts';

let dialog: HTMLDialogElement | undefined;

function built(): HTMLDialogElement {
  const title = make(
    'h2',
    { id: 'lotse-ask-title' },
    make('label', { for: 'lotse-ask' }, pageSay('ask.title')),
  );
  const hint = make('p', { class: 'hint', id: 'lotse-ask-hint' }, pageSay('ask.hint'));
  const field = make('textarea', {
    id: 'lotse-ask',
    rows: '3',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': hint.id,
  });
  const empty = makeButton(pageSay('ask.empty'), () => undefined);
  empty.dataset['lotseEmpty'] = '';
  const made = make('dialog', { class: 'ask-dialog', 'aria-labelledby': title.id });
  const close = makeButton(pageSay('ask.close'), () => {
    made.close();
  });
  const box = make(
    'lotse-ask',
    { version, cut: pageSay('ask.cut', { count: '{count}' }), failed: pageSay('ask.failed') },
    field,
    make('p', { 'data-lotse-reading': '' }),
    make('p', {}, empty),
    make('div', { 'data-lotse-answer': '' }),
  );
  const live = make('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  made.append(make('div', { class: 'row' }, title, close), hint, box, live);
  // A link to a place on this page leads out of the dialogue.
  made.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.getAttribute('href')?.startsWith('#') === true) made.close();
  });
  return made;
}

/** Leads to the box: the page's own where it has one, or else the dialogue. Rejects if its words do not arrive. */
export async function openAsk(): Promise<void> {
  const own = document.querySelector<HTMLElement>('main lotse-ask textarea');
  if (own) {
    own.focus();
    own.scrollIntoView({ block: 'center' });
    return;
  }
  if (!dialog) {
    await loadWords(dialogWords);
    if (!customElements.get('lotse-ask')) customElements.define('lotse-ask', Ask);
    dialog = built();
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('textarea')?.focus();
}
