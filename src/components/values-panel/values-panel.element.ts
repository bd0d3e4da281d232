import { $options, currentSteps } from '../../state/branches.ts';
import { customer, customerNames } from '../../state/customer.ts';
import { linkWithValues } from '../../state/value-link.ts';
import { $entries, $readings, standingOf, type Standing } from '../../state/values.ts';
import { confirmCopy, copyField } from '../copy-text/copy-text.element.ts';
import { partOf } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

/** All the guide's values, each to copy and to change in its line; links to this step, and the customer. */
export class ValuesPanel extends LotseElement {
  protected override connect(): void {
    const rows = [...this.querySelectorAll<HTMLElement>('[data-lotse-row]')];
    // What the reader has kept is shown at once, before it can be read again.
    for (const row of rows) {
      const entry = $entries.get()[row.dataset['lotseRow'] ?? ''];
      if (entry?.origin === 'typed') this.#show(row, 'known', entry.text);
    }
    this.follow($readings, () => {
      for (const row of rows) this.#showRow(row);
    });
    this.follow($options, (options) => {
      if (options.length > 0) this.#showNumbers();
    });
    for (const row of rows) this.#connectRow(row);
    this.#connectCopying('[data-lotse-link]', () => location.origin + location.pathname);
    this.#connectCopying('[data-lotse-link-with]', linkWithValues);
    this.#connectCustomer();
  }

  #connectRow(row: HTMLElement): void {
    const id = row.dataset['lotseRow'] ?? '';
    this.on(row, 'click', (event) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      if (target.closest('.pen')) {
        this.await(
          () => import('./value-editor.ts'),
          row,
          ({ editValue }) => {
            editValue(row, id);
          },
        );
      }
      if (!target.closest('[data-lotse-if] a')) return;
      // On the page that asks for it, the link leads to the field.
      const field = document.querySelector<HTMLElement>(
        `main lotse-value-field[value="${id}"] :is(input, textarea)`,
      );
      if (!field?.checkVisibility()) return;
      event.preventDefault();
      field.focus();
    });
  }

  #showRow(row: HTMLElement): void {
    const id = row.dataset['lotseRow'] ?? '';
    const standing = standingOf(id);
    const reading = $readings.get()[id];
    if (standing !== 'unread') this.#show(row, standing, reading?.ok ? reading.value : '');
  }

  /** Changes only what differs: a keystroke concerns one row. */
  #show(row: HTMLElement, standing: Standing, text: string): void {
    const slot = partOf(row, '[data-lotse-slot]', HTMLElement);
    if (row.dataset['lotseState'] !== standing) row.dataset['lotseState'] = standing;
    if (slot.textContent !== text) slot.textContent = text;
    slot.toggleAttribute('data-lotse-known', text !== '');
    slot.toggleAttribute('data-lotse-waits', standing === 'link');
  }

  /** The numbers of steps depend on the branch; a step of another branch has none. */
  #showNumbers(): void {
    const steps = currentSteps();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-lotse-lacks] + a')) {
      const placed = steps.find(({ step }) => link.pathname.endsWith(`/${step.id}/`));
      if (placed) link.textContent = pageSay('values.step', { number: String(placed.position) });
    }
  }

  /** The button copies an address; if the browser refuses, the address is shown and selected. */
  #connectCopying(button: string, address: () => string | undefined): void {
    const shown = this.inner('[data-lotse-address]', HTMLInputElement);
    this.on(this.inner(button), 'click', () => {
      shown.value = address() ?? '';
      if (shown.value === '') return;
      void copyField(shown).then((done) => {
        shown.hidden = done;
        confirmCopy(this.inner(button), done);
      });
    });
  }

  /** The customer's name, and the dialogue with all customers; where its script does not arrive, the link leads to a page. */
  #connectCustomer(): void {
    const name = customerNames()[customer];
    if (name) this.inner('[data-lotse-customer]').textContent = name;
    const link = this.inner('[data-lotse-customers]', HTMLAnchorElement);
    this.on(link, 'click', (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      import('../customers/customers-dialog.ts')
        .then(({ openCustomers }) => openCustomers(link.href))
        .catch(() => {
          location.href = link.href;
        });
    });
  }
}
