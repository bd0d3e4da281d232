/** A page copied whole and pasted into one field: each value that it names goes into its own. */

import { readOverview } from '../../domain/check/overview-page.ts';
import { pageGuide } from '../../state/guide.ts';
import { $entries, enter, readAs } from '../../state/values.ts';
import { announce, pageSay } from '../page-speaker.ts';

/** Does what the browser would have done. */
function insert(text: string, field: HTMLInputElement | HTMLTextAreaElement): void {
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? 0, selectionEnd ?? value.length, 'end');
  const { value: written } = field;
  field.value = written;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}

/**
 * Takes the values that a text names by the portal's own names, and answers whether the field's own is among them. Those
 * of other fields are only filled in where there is none. A text that names none is inserted into the field as usual.
 */
export function takePage(
  text: string,
  id: string,
  field: HTMLInputElement | HTMLTextAreaElement,
): void {
  const guide = pageGuide();
  const named = Object.entries(readOverview(text).values).filter(
    ([value, written]) => readAs(value, written)?.ok === true,
  );
  const taken = named.filter(([value]) => value === id || !$entries.get()[value]);
  if (taken.length === 0) {
    insert(text, field);
    return;
  }
  for (const [value, written] of taken) {
    enter(value, written);
    if (value === id) field.value = written;
  }
  const names = taken.map(([value]) => guide?.names[value] ?? value);
  announce(names.map((name) => pageSay('field.accepted', { name })).join(' '));
}
