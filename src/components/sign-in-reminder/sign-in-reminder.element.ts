import reminderWords from 'lotse-words:test.reminder,test.removed';
import { $reminder, settleReminder } from '../../state/sign-in-reminder.ts';
import { LotseElement } from '../lotse-element.ts';
import { bringWords, pageSay } from '../page-speaker.ts';

function parts(uri: string): readonly HTMLElement[] {
  const line = document.createElement('p');
  line.textContent = pageSay('test.reminder', { uri });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = pageSay('test.removed');
  button.addEventListener('click', settleReminder);
  return [line, button];
}

/** Reminds of the redirect URI that a test sign-in needed, on all pages of the guide. Comes only where there is one. */
export class SignInReminder extends LotseElement {
  protected override connect(): void {
    this.follow($reminder, (uri) => {
      this.hidden = uri === null;
      if (uri === null) {
        this.replaceChildren();
        return;
      }
      bringWords(reminderWords).then(
        () => {
          if ($reminder.get() === uri) this.replaceChildren(...parts(uri));
        },
        (error: unknown) => {
          console.error(error);
          this.hidden = true;
        },
      );
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-sign-in-reminder': SignInReminder;
  }
}
