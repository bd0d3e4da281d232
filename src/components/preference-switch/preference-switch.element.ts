import { asAccepted } from '../../domain/values/accepted-text.ts';
import { readStored, writeStored } from '../../state/storage.ts';
import { LotseElement } from '../lotse-element.ts';

/**
 * A choice kept in this browser: `theme`, `labels`, and whether the key `slash` opens the box. Its options are the only
 * valid values, the first one the default; `layouts/first-paint.js` applies the first two before the first paint.
 */
export class PreferenceSwitch extends LotseElement {
  protected override connect(): void {
    const name = this.given('preference');
    const radios = [...this.querySelectorAll<HTMLInputElement>('input')];
    const stored = readStored(name);
    const chosen = radios.find(({ value }) => value === stored) ?? radios[0];
    if (!chosen) return;
    chosen.checked = true;
    this.#apply(name, chosen.value);
    for (const radio of radios) {
      this.on(radio, 'change', () => {
        writeStored(name, asAccepted(radio.value));
        this.#apply(name, radio.value);
      });
    }
  }

  #apply(name: string, value: string): void {
    const { documentElement: root } = document;
    const chosen = value === root.dataset['lotseOther'] ? 'other' : value;
    root.setAttribute(`data-lotse-${name}`, chosen);
  }
}
