import { asAccepted } from '../../domain/values/accepted-text.ts';
import { readStored, writeStored } from '../../state/storage.ts';
import { LotseElement } from '../lotse-element.ts';

/**
 * A choice of how pages look, kept in this browser: `theme` and `labels`. Its options are the only
 * valid values; `layouts/first-paint.js` applies them before the first paint.
 */
export class PreferenceSwitch extends LotseElement {
  protected override connect(): void {
    const name = this.given('preference');
    const select = this.inner('select', HTMLSelectElement);
    const stored = readStored(name);
    if ([...select.options].some((option) => option.value === stored))
      select.value = String(stored);
    this.hidden = false;
    this.#apply(name, select.value);
    this.on(select, 'change', () => {
      writeStored(name, asAccepted(select.value));
      this.#apply(name, select.value);
    });
  }

  #apply(name: string, value: string): void {
    document.documentElement.setAttribute(`data-lotse-${name}`, value);
  }
}
