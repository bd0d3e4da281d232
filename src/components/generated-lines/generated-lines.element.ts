import { pageGuide } from '../../state/guide.ts';
import { missingIn, waitsIn } from '../filled-text/filled-text.element.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

/** Lines generated from the reader's values; names the values still missing. */
export class GeneratedLines extends LotseElement {
  protected override connect(): void {
    const needed = this.inner('[data-lotse-needed]');
    this.followTexts(this.querySelectorAll('[data-lotse-source]'), () => {
      const missing = missingIn(this);
      const names = missing.map((id) => pageGuide()?.names[id] ?? id);
      const waits = waitsIn(this);
      needed.hidden = missing.length === 0 && !waits;
      needed.textContent = waits
        ? pageSay('link.waits')
        : pageSay('values.needed', { values: names.join(', ') });
      this.filled(missing.length === 0);
    });
  }

  /** Called after the lines have been updated for changed values. */
  protected filled(_complete: boolean): void {
    // Subclasses check the generated lines here.
  }
}
