import { enter } from '../../state/values.ts';
import { $options, chosenOption } from '../../state/branches.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay } from '../page-speaker.ts';

/** Radio buttons for choosing a branch of the guide. */
export class Choice extends LotseElement {
  protected override connect(): void {
    const id = this.given('value');
    const radios = [...this.querySelectorAll<HTMLInputElement>('input')];
    for (const radio of radios) {
      this.on(radio, 'change', () => {
        enter(id, radio.value);
        announce(radio.closest('label')?.textContent.trim() ?? '');
      });
    }
    // Chosen before this script arrived.
    const early = radios.find((radio) => radio.checked);
    if (early) enter(id, early.value);
    this.follow($options, () => {
      const option = chosenOption(id);
      for (const radio of radios) radio.checked = radio.value === option;
      this.#sayChosen(radios.find((radio) => radio.checked));
    });
  }

  /** A collapsed choice names the chosen option in its one line. */
  #sayChosen(radio: HTMLInputElement | undefined): void {
    const line = this.querySelector('summary');
    if (!line) return;
    const option = radio?.closest('label')?.textContent.trim() ?? '';
    line.textContent = pageSay('choice.chosen', { name: this.given('name'), option });
  }
}

export default Choice;
