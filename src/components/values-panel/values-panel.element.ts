import { forgetStored } from '../../state/storage.ts';
import { linkWithValues } from '../../state/value-link.ts';
import { $entries, $readings } from '../../state/values.ts';
import { copyField } from '../copy-text/copy-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

/** All the guide's values in one place, links to this step, and „Alles vergessen“. */
export class ValuesPanel extends LotseElement {
  protected override connect(): void {
    this.inner('[data-lotse-controls]').hidden = false;
    this.follow($readings, () => {
      for (const row of this.querySelectorAll<HTMLElement>('[data-lotse-row]')) this.#showRow(row);
    });
    this.on(this.inner('[data-lotse-link]'), 'click', () => {
      void this.#copyLink(location.origin + location.pathname);
    });
    this.on(this.inner('[data-lotse-link-with]'), 'click', () => {
      const address = linkWithValues();
      if (address !== undefined) void this.#copyLink(address);
    });
    this.#connectForgetting();
  }

  #showRow(row: HTMLElement): void {
    const id = row.dataset['lotseRow'] ?? '';
    const entry = $entries.get()[id];
    const reading = $readings.get()[id];
    const state = reading === undefined ? 'unknown' : reading.ok ? 'known' : 'invalid';
    const mark = row.querySelector('[data-lotse-mark]');
    if (!mark) return;
    row.dataset['lotseState'] = state;
    if (state === 'invalid') mark.textContent = pageSay('values.invalid');
    else mark.textContent = entry?.origin === 'link' ? pageSay('field.from-link') : '';
  }

  async #copyLink(address: string): Promise<void> {
    const shown = this.inner('[data-lotse-address]', HTMLInputElement);
    shown.value = address;
    const done = await copyField(shown);
    shown.hidden = done;
    this.tell(pageSay(done ? 'values.link-copied' : 'copy.by-hand'));
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
