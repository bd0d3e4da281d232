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

/** Says how long the secret remains valid and when to renew it; without a valid date, that it waits for one. */
export class SecretExpiry extends LotseElement {
  protected override connect(): void {
    const waits = this.inner('p').textContent.trim();
    this.follow($values, ({ secretExpires: expires }) => {
      this.stopWaiting();
      if (expires === undefined) {
        this.#show(waits);
        return;
      }
      // The calculation is loaded once the date is known.
      this.await(
        () => withWords(import('../../domain/values/secret-expiry.ts'), expiryWords),
        this,
        ({ secretExpiry }) => {
          const expiry = secretExpiry({ expires, today: today() });
          this.#show(sentence(expiry, expires), expiry.state);
        },
      );
    });
  }

  #show(text: string, state?: Expiry['state']): void {
    const line = this.inner('p');
    line.textContent = text;
    line.classList.toggle('quiet', state === undefined);
    this.dataset['lotseState'] = state ?? '';
  }
}

export default SecretExpiry;
