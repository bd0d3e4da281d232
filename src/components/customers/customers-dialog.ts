/** The customers in a dialogue over a guide's page. */

import words from 'lotse-words:customers.,problems.,renew.link';
import { make, makeButton } from '../dom.ts';
import { loadWords, pageSay } from '../page-speaker.ts';
import { Customers } from './customers.element.ts';

let dialog: HTMLDialogElement | undefined;

function built(page: string): HTMLDialogElement {
  const title = make('h2', { id: 'lotse-customers-title' }, pageSay('customers.title'));
  const made = make('dialog', { class: 'customers-dialog', 'aria-labelledby': title.id });
  const close = makeButton(pageSay('customers.close'), () => {
    made.close();
  });
  made.append(
    make('div', { class: 'row' }, title, close),
    make('lotse-customers', { name: 'customers' }),
    make('p', {}, make('a', { href: page }, pageSay('customers.all'))),
    make('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' }),
  );
  return made;
}

/** Opens it; `page` is the address of the page with all customers. Rejects if its words do not arrive. */
export async function openCustomers(page: string): Promise<void> {
  await loadWords(words);
  if (!customElements.get('lotse-customers')) customElements.define('lotse-customers', Customers);
  // Made anew each time, since what it shows may have changed.
  dialog?.remove();
  dialog = built(page);
  document.body.append(dialog);
  dialog.showModal();
}
