import reminderWords from 'lotse-words:test.reminder,test.removed';
import { $reminder, settleReminder } from '../../state/sign-in-reminder.ts';
import { LotseElement } from '../lotse-element.ts';
import { make, makeButton } from '../dom.ts';
import { bringWords, pageSay } from '../page-speaker.ts';

function parts(uri: string): readonly HTMLElement[] {
  return [
    make('p', {}, pageSay('test.reminder', { uri })),
    makeButton(pageSay('test.removed'), settleReminder),
  ];
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
