import { progressOf } from '../../domain/guide/progress.ts';
import type { StepList } from '../../domain/guide/steps.ts';
import { fillSentence } from '../../i18n/words.ts';
import { keptChoices, keptState } from '../../state/kept-data.ts';
import { onForgotten } from '../../state/storage.ts';
import { LotseElement } from '../lotse-element.ts';

/** The guide of an element, as the page hands it over. */
export interface ProgressGuide extends StepList {
  readonly id: string;
}

/** Shows how far the reader has come in one of several guides, and leads to the next step. */
export class Progress extends LotseElement {
  protected override connect(): void {
    const show = () => {
      this.#show();
    };
    show();
    // A page restored from the back/forward cache has missed what changed meanwhile.
    for (const event of ['storage', 'pageshow'] as const) this.on(window, event, show);
    onForgotten(show);
  }

  #show(): void {
    const guide = JSON.parse(this.given('guide')) as ProgressGuide;
    const { id } = guide;
    const { done, total, next } = progressOf(guide, keptChoices(id, guide), (step) =>
      keptState(id, step),
    );
    const begun = done > 0 ? 'begun' : 'open';
    this.dataset['lotseState'] = next ? begun : 'finished';
    for (const part of this.querySelectorAll<HTMLElement>('[data-lotse-text]')) {
      const details = { done, total, position: next?.position };
      part.textContent = fillSentence(part.dataset['lotseText'] ?? '', details);
    }
    const link = this.inner('[data-lotse-next]', HTMLAnchorElement);
    link.href = `${this.given('overview')}${next ? `${next.step.id}/` : ''}`;
  }
}

export default Progress;
