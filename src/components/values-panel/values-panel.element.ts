import { printLinkValues } from '../../domain/values/print-link.ts';
import { pageGuide } from '../../state/guide.ts';
import { forgetStored } from '../../state/storage.ts';
import { $entries, $readings, $values, hasWaiting } from '../../state/values.ts';
import { copyText } from '../copy-text/copy-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay } from '../page-speaker.ts';

/** All values of the guide in one place, the links to this step, and „Alles vergessen“. */
export class ValuesPanel extends LotseElement {
  protected override connect(): void {
    this.inner('[data-lotse-controls]').hidden = false;
    this.follow($readings, () => {
      for (const row of this.querySelectorAll<HTMLElement>('[data-lotse-row]')) this.#showRow(row);
    });
    this.on(this.inner('[data-lotse-link]'), 'click', () => {
      void this.#copyLink('');
    });
    this.on(this.inner('[data-lotse-link-with]'), 'click', () => {
      if (hasWaiting()) {
        // Nobody passes on what came with a link and is not accepted.
        document.getElementById('lotse-link')?.focus();
        return;
      }
      const order = pageGuide()?.values.map(({ id }) => id) ?? [];
      void this.#copyLink(printLinkValues($values.get(), order));
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

  async #copyLink(fragment: string): Promise<void> {
    const address = location.origin + location.pathname + fragment;
    const shown = this.inner('[data-lotse-address]', HTMLInputElement);
    const done = await copyText(address);
    shown.value = address;
    shown.hidden = done;
    if (!done) shown.select();
    const said = pageSay(done ? 'values.link-copied' : 'copy.by-hand');
    this.inner('[data-lotse-said]').textContent = said;
    announce(said);
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
      const said = pageSay('values.forgotten');
      this.inner('[data-lotse-said]').textContent = said;
      announce(said);
    });
  }
}
