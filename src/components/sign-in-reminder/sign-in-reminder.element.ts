import { $reminder, settleReminder } from '../../state/sign-in-reminder.ts';
import { LotseElement } from '../lotse-element.ts';
import { loadAnswerWords, type AnswerWords } from '../answer-words.ts';

function parts({ say }: AnswerWords, uri: string): readonly HTMLElement[] {
  const line = document.createElement('p');
  line.textContent = say('test.reminder', { uri });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = say('test.removed');
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
      loadAnswerWords('test').then(
        (words) => {
          if ($reminder.get() === uri) this.replaceChildren(...parts(words, uri));
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
