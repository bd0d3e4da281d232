/**
 * The redirect URI that the reader added to their app for a test sign-in, until they say that they removed it.
 * Stored under `lotse-sign-in-test:<guide>` as `{ "uri": "https://…/sign-in-answer/" }`.
 */

import { atom } from 'nanostores';
import { asAccepted } from '../domain/values/accepted-text.ts';
import { ofCustomer } from './customer.ts';
import { pageGuide } from './guide.ts';
import {
  onForgotten,
  onStoredElsewhere,
  readStored,
  removeStored,
  writeStored,
} from './storage.ts';

const storageName = ofCustomer(`sign-in-test:${pageGuide()?.id ?? ''}`);

function storedUri(): string | null {
  const data = readStored(storageName);
  if (typeof data !== 'object' || data === null) return null;
  const { uri } = data as { readonly uri?: unknown };
  // Only this site's own address is ever shown.
  return typeof uri === 'string' && uri.startsWith(`${location.origin}/`) ? uri : null;
}

/** The URI to remove; null if there is none. */
export const $reminder = atom<string | null>(storedUri());

/** Stores the site's own address as one to remove. */
export function remind(uri: string): void {
  $reminder.set(uri);
  writeStored(storageName, { uri: asAccepted(uri) });
}

/** Clears the reminder once the reader has removed the URI. */
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
