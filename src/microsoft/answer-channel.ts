/** How the page that receives Microsoft's answer tells the waiting page that it has arrived; the answer itself is not sent. */

/** The name of a sign-in's channel; `test` is what we gave MSAL as its state. */
export function answerChannel(test: string): string {
  return `lotse-answer-${test}`;
}

/** Our own part of the state in an answer's fragment: MSAL appends it to its own, after a vertical bar. */
export function testOf(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('state')?.split('|')[1];
}
