import { isChosen, type ChoiceList } from '../../domain/guide/applicable.ts';
import type { When } from '../../domain/guide/guide.ts';
import { secretWarning } from '../../domain/values/secret-expiry.ts';
import { today } from '../../state/guide.ts';
import { keptChoices, keptText } from '../../state/kept-data.ts';
import { onForgotten } from '../../state/storage.ts';
import { $values } from '../../state/values.ts';
import { longDay } from '../long-day.ts';
import { LotseElement } from '../lotse-element.ts';

/** The branch of a guide that has a secret, with the choices it depends on. */
export interface SecretBranch extends ChoiceList {
  readonly when?: When | undefined;
}

/** Warns that a secret expires soon or has expired; follows the date on this page and in other tabs. */
export class SecretBanner extends LotseElement {
  protected override connect(): void {
    const show = () => {
      this.#show();
    };
    this.follow($values, show);
    // A page restored from the back/forward cache has missed what changed meanwhile.
    for (const event of ['storage', 'pageshow'] as const) this.on(window, event, show);
    onForgotten(show);
  }

  #show(): void {
    const guide = this.given('guide');
    const branch = JSON.parse(this.getAttribute('branch') ?? '{"values":[]}') as SecretBranch;
    const expires = keptText(guide, 'secretExpires') ?? '';
    const warning = isChosen(branch.when, branch, keptChoices(guide, branch))
      ? secretWarning({ expires, today: today() })
      : undefined;
    this.hidden = warning === undefined;
    this.inner('b').hidden = warning !== 'expired';
    this.inner('time').textContent = warning ? longDay(expires) : '';
  }
}

export default SecretBanner;
