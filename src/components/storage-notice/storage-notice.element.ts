import { $storageHealth } from '../../state/storage.ts';
import { LotseElement } from '../lotse-element.ts';

/** Says so when the browser keeps nothing, or no more. */
export class StorageNotice extends LotseElement {
  protected override connect(): void {
    this.follow($storageHealth, (health) => {
      this.hidden = health === 'fine';
      for (const line of this.querySelectorAll<HTMLElement>('[data-lotse-health]')) {
        line.hidden = line.dataset['lotseHealth'] !== health;
      }
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-storage-notice': StorageNotice;
  }
}
