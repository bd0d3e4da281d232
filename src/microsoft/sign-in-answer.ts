/** The one script of the page that Microsoft's answer arrives at. */

import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // Opened without an answer: the page says what it is for.
});
