/**
 * What this browser keeps of any guide, read without stores: for pages that show several guides, and for the scripts that
 * run before a page is painted. Stored data may be old or forged, so whatever does not fit is left out.
 */

import type { ChoiceList } from '../domain/guide/applicable.ts';
import type { Values } from '../domain/guide/guide.ts';
import { isTaskState, type TaskState } from '../domain/guide/progress.ts';
import { ofCustomer } from './customer.ts';
import { readStored } from './storage.ts';

type Item = Readonly<Record<string, unknown>>;

/** One item of the record stored under a name for the customer of this page; empty if absent, unreadable or blocked. */
function keptItem(name: string, id: string): Item {
  return Object((Object(readStored(ofCustomer(name))) as Item)[id]) as Item;
}

/** The state of a step of a guide. */
export function keptState(guide: string, step: string): TaskState {
  const { state } = keptItem(`tasks:${guide}`, step);
  return isTaskState(state) ? state : 'open';
}

/** The unread text of one of the reader's own values of a guide; one that waits from a link does not count. */
export function keptText(guide: string, value: string): string | undefined {
  const { text, origin } = keptItem(`values:${guide}`, value);
  return typeof text === 'string' && origin !== 'link' ? text : undefined;
}

/** The reader's choices in a guide. */
export function keptChoices(guide: string, { values }: ChoiceList): Values {
  return Object.fromEntries(values.map(({ id }) => [id, keptText(guide, id)]));
}
