/** The one script of the page that Microsoft's answer arrives at. */

import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { answerChannel, testOf } from './answer-channel.ts';

// Before MSAL takes the answer out of the address.
const test = testOf(location.hash);
if (test !== undefined) new BroadcastChannel(answerChannel(test)).postMessage('answered');

broadcastResponseToMainFrame().catch(() => {
  // Opened without an answer: the page says what it is for.
});
