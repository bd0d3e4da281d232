/** Receives Microsoft's answer to a test sign-in. Readers register it in their app, so it never changes. */
export const signInAnswerPath = '/sign-in-answer/';
