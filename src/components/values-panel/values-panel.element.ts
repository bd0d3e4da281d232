import { $options, currentSteps } from '../../state/branches.ts';
import { forgetStored } from '../../state/storage.ts';
import { linkWithValues } from '../../state/value-link.ts';
import { $readings, isWaiting, standingOf } from '../../state/values.ts';
import { confirmCopy, copyField } from '../copy-text/copy-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

/** All the guide's values, each to copy and to change in its line; links to this step, and „Alles vergessen“. */
export class ValuesPanel extends LotseElement {
  protected override connect(): void {
    const rows = [...this.querySelectorAll<HTMLElement>('[data-lotse-row]')];
    this.follow($readings, () => {
      for (const row of rows) this.#showRow(row);
    });
    this.follow($options, (options) => {
      if (options.length > 0) this.#showNumbers();
    });
    for (const row of rows) this.#connectRow(row);
    this.#connectCopying('[data-lotse-link]', () => location.origin + location.pathname);
    this.#connectCopying('[data-lotse-link-with]', linkWithValues);
    this.#connectForgetting();
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
    const slot = row.querySelector('[data-lotse-slot]');
    slot?.toggleAttribute('data-lotse-waits', isWaiting(id));
    // What is not read yet stays as it was painted first.
    if (standing === 'unread') return;
    const reading = $readings.get()[id];
    const text = reading?.ok ? reading.value : '';
    if (row.dataset['lotseState'] !== standing) row.dataset['lotseState'] = standing;
    if (slot && slot.textContent !== text) slot.textContent = text;
    slot?.toggleAttribute('data-lotse-known', text !== '');
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
        confirmCopy(this.inner(button), done, pageSay('values.link-copied'));
      });
    });
  }

  #connectForgetting(): void {
    const dialog = this.inner('dialog', HTMLDialogElement);
    this.on(this.inner('[data-lotse-forget]'), 'click', () => {
      dialog.showModal();
    });
    this.on(this.inner('[data-lotse-keep]'), 'click', () => {
      dialog.close();
    });
    this.on(this.inner('[data-lotse-forget-all]'), 'click', () => {
      forgetStored();
      history.replaceState(history.state, '', location.pathname + location.search);
      dialog.close();
      this.tell(pageSay('values.forgotten'));
    });
  }
}
