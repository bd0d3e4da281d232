/** How the page that receives Microsoft's answer tells the one that waits for it that it is here; nothing of it is said. */

/** The name of a sign-in's channel; `test` is what we gave MSAL as its state. */
export function answerChannel(test: string): string {
  return `lotse-answer-${test}`;
}

/** Our own part of the state in an answer's fragment, which MSAL puts behind its own and a stroke. */
export function testOf(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('state')?.split('|')[1];
}
