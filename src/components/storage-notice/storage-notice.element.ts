import { $storageHealth } from '../../state/storage.ts';
import { LotseElement } from '../lotse-element.ts';
import { make } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

/** Warns that the browser stores nothing, or nothing more. Loaded only then. */
export class StorageNotice extends LotseElement {
  protected override connect(): void {
    const line = make('p', {});
    this.replaceChildren(line);
    this.follow($storageHealth, (health) => {
      this.hidden = health === 'fine';
      if (health !== 'fine') line.textContent = pageSay(`storage.${health}`);
    });
  }
}

export default StorageNotice;
