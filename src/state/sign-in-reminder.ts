/**
 * The redirect URI that a test sign-in has added to the reader's app, until they say that it is removed.
 * Stored under `lotse-sign-in-test:<guide>` as `{ "uri": "https://…/sign-in-answer/" }`.
 */

import { atom } from 'nanostores';
import { asAccepted } from '../domain/values/accepted-text.ts';
import { pageGuide } from './guide.ts';
import {
  onForgotten,
  onStoredElsewhere,
  readStored,
  removeStored,
  writeStored,
} from './storage.ts';

const storageName = `sign-in-test:${pageGuide()?.id ?? ''}`;

function storedUri(): string | null {
  const data = readStored(storageName);
  if (typeof data !== 'object' || data === null) return null;
  const { uri } = data as { readonly uri?: unknown };
  // Only this site's own address is ever shown.
  return typeof uri === 'string' && uri.startsWith(`${location.origin}/`) ? uri : null;
}

/** The URI to remove; null if there is none. */
export const $reminder = atom<string | null>(storedUri());

/** Remembers the site's own address. */
export function remind(uri: string): void {
  $reminder.set(uri);
  writeStored(storageName, { uri: asAccepted(uri) });
}

/** Forgets it, since the reader has removed it. */
export function clearReminder(): void {
  $reminder.set(null);
  removeStored(storageName);
}

onStoredElsewhere(storageName, () => {
  $reminder.set(storedUri());
});
onForgotten(() => {
  $reminder.set(null);
});
