/** Changes a value in its line of the panel. Loaded with the first click on a pen. */

import type { ValueRule } from '../../domain/guide/guide.ts';
import { pageGuide } from '../../state/guide.ts';
import { $entries, enter } from '../../state/values.ts';
import { make } from '../dom.ts';
import type { ValueField } from '../value-field/value-field.element.ts';

/** The same field as on the page that asks for the value. */
function fieldFor(rule: ValueRule, name: string): ValueField {
  const id = `edit-${rule.id}`;
  const attributes = {
    id,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-problems ${id}-notes`,
  };
  const input =
    rule.kind === 'mailboxes'
      ? make('textarea', { ...attributes, rows: '3' })
      : make('input', { ...attributes, type: 'text' });
  const affixes =
    rule.kind === 'sub-domain'
      ? ['https://', `.${rule.domain}`].map((text) =>
          make('span', { class: 'affix', 'aria-hidden': 'true' }, text),
        )
      : [];
  const list = (part: 'problems' | 'notes') =>
    make('ul', { class: part, id: `${id}-${part}`, [`data-lotse-${part}`]: '', hidden: '' });
  return make(
    'lotse-value-field',
    { value: rule.id, name },
    make('label', { for: id }, name),
    make('span', { class: 'mark', 'data-lotse-origin': '', hidden: '' }),
    make(
      'div',
      { class: 'row', 'data-lotse-control': '' },
      ...affixes.slice(0, 1),
      input,
      ...affixes.slice(1),
    ),
    list('problems'),
    make('div', { class: 'answer' }, list('notes')),
  );
}

/** Turns a row of the panel into a field: Enter or leaving it accepts the text, Escape brings back the former value. */
export function editValue(row: HTMLElement, id: string): void {
  const guide = pageGuide();
  const rule = guide?.values.find((one) => one.id === id);
  if (!guide || !rule || 'lotseEditing' in row.dataset) return;
  const before = $entries.get()[id];
  const field = fieldFor(rule, guide.names[id] ?? id);
  const hasFocus = () => field.contains(document.activeElement);
  /** What this field last stored: whatever else has changed the value since keeps it. */
  let own: string | undefined;
  let isRead = true;
  let isAccepted = true;
  let isDone = false;
  let isOver = false;
  const end = (): void => {
    // Moving the focus and removing the field both make it lose the focus.
    isOver = true;
    delete row.dataset['lotseEditing'];
    if (hasFocus()) row.querySelector<HTMLElement>('.pen')?.focus();
    field.remove();
  };
  row.dataset['lotseEditing'] = '';
  row.querySelector('dd')?.append(field);
  const input = field.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  input?.focus();
  input?.select();

  field.addEventListener('input', () => {
    isRead = false;
    own = input?.value;
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // The panel itself stays open.
      event.preventDefault();
      if (own !== undefined && own === ($entries.get()[id]?.text ?? '')) {
        enter(id, before?.text ?? '', before?.origin);
      }
      end();
    } else if (event.key === 'Enter' && input instanceof HTMLInputElement) {
      // Otherwise the key would press the pen, which gets the focus.
      event.preventDefault();
      isDone = true;
      if (isRead && isAccepted) end();
      else field.leave();
    }
  });
  field.addEventListener('lotse-left', ({ detail }) => {
    isRead = true;
    isAccepted = detail.accepted;
    if (isAccepted && (isDone || !hasFocus())) end();
    isDone = false;
  });
  field.addEventListener('focusout', () => {
    // Whoever fetches the value from another window comes back to an open field.
    if (isOver || !document.hasFocus()) return;
    if (!isRead) field.leave();
    else if (isAccepted) end();
  });
}
