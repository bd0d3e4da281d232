import expiryWords from 'lotse-words:expiry.';
import type { SecretExpiry as Expiry } from '../../domain/values/secret-expiry.ts';
import { today } from '../../state/guide.ts';
import { $values } from '../../state/values.ts';
import { longDay } from '../long-day.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay, withWords } from '../page-speaker.ts';

function sentence({ state, daysLeft, remindOn }: Expiry, expires: string): string {
  switch (state) {
    case 'expired':
      return pageSay('expiry.expired', { date: longDay(expires) });
    case 'soon':
      return pageSay('expiry.soon', { days: daysLeft, date: longDay(expires) });
    case 'fine':
      return pageSay('expiry.left', { days: daysLeft, date: longDay(remindOn) });
  }
}

/** Says how long the secret remains valid and when to renew it. */
export class SecretExpiry extends LotseElement {
  protected override connect(): void {
    this.follow($values, ({ secretExpires: expires }) => {
      this.stopWaiting();
      this.hidden = true;
      if (expires === undefined) return;
      // The calculation is loaded once the date is known.
      this.await(
        () => withWords(import('../../domain/values/secret-expiry.ts'), expiryWords),
        this,
        ({ secretExpiry }) => {
          this.#show(secretExpiry({ expires, today: today() }), expires);
        },
      );
    });
  }

  #show(expiry: Expiry, expires: string): void {
    this.dataset['lotseState'] = expiry.state;
    this.inner('p').textContent = sentence(expiry, expires);
    this.hidden = false;
  }
}
