/** What a sign-in by redirect leaves in the tab's storage, found and removed without MSAL. */

/** Begins every key of MSAL's own, in every kind of storage. */
const prefix = 'msal.';
/** Ends the key, after the client ID, under which the page that received the answer has put it. */
const answerName = '.urlHash';

function traces(storage: Storage): readonly string[] {
  return Object.keys(storage).filter((key) => key.startsWith(prefix));
}

/** Whether a sign-in has left something here: its answer, or the traces of one that was given up. */
export function hasSignInTraces(): boolean {
  try {
    return traces(sessionStorage).length > 0;
  } catch {
    return false;
  }
}

/** Removes everything of a sign-in from this browser. */
export function forgetSignIn(): void {
  try {
    for (const storage of [sessionStorage, localStorage]) {
      for (const key of traces(storage)) storage.removeItem(key);
    }
  } catch {
    // Where nothing can be kept, nothing was.
  }
}

/** The client ID of the sign-in that this page was left for, once its answer is here. */
export function answeredClientId(): string | undefined {
  try {
    const answer = traces(sessionStorage).find((key) => key.endsWith(answerName));
    return answer?.slice(prefix.length, -answerName.length);
  } catch {
    return undefined;
  }
}
