/** Saves a text as a file on the reader's computer. Nothing is sent. */

import { make } from './dom.ts';

/** Offers a text as a download with this name and media type. */
export function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  // The browser has taken the content by then.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 1000);
}
