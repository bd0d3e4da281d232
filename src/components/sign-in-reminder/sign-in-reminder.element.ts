import reminderWords from 'lotse-words:test.reminder,test.removed';
import { $reminder, clearReminder } from '../../state/sign-in-reminder.ts';
import { LotseElement } from '../lotse-element.ts';
import { make, makeButton } from '../dom.ts';
import { loadWords, pageSay } from '../page-speaker.ts';

function parts(uri: string): readonly HTMLElement[] {
  return [
    make('p', {}, pageSay('test.reminder', { uri })),
    makeButton(pageSay('test.removed'), clearReminder),
  ];
}

/** Reminds the reader on all the guide's pages to remove the redirect URI of a test sign-in. Loaded only if needed. */
export class SignInReminder extends LotseElement {
  protected override connect(): void {
    this.follow($reminder, (uri) => {
      this.hidden = uri === null;
      if (uri === null) {
        this.replaceChildren();
        return;
      }
      loadWords(reminderWords).then(
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

export default SignInReminder;
