/** Makes the values of a summary harmless for a ticket, before anything is derived from them. */

import type { ValueDefinition, Values } from '../guide/guide.ts';

/** How much of the reader's values a summary shows. */
export const summaryForms = ['full', 'short', 'without'] as const;

/** One of `summaryForms`. */
export type SummaryForm = (typeof summaryForms)[number];

/** Whether something is one of `summaryForms`. */
export function isSummaryForm(text: string): text is SummaryForm {
  return (summaryForms as readonly string[]).includes(text);
}

/** The kinds of value that name nobody: days and choices stay as they are. */
const harmless: readonly string[] = ['date', 'choice'];

/** At most a third of a text, and at most `most` characters of it. */
function begin(text: string, most: number): string {
  const characters = [...text];
  return `${characters.slice(0, Math.min(most, Math.floor(characters.length / 3))).join('')}…`;
}

/** The beginning of each label of a host name; the last label, such as `de`, stays. */
function shortHost(host: string): string {
  const labels = host.split('.');
  return labels
    .map((label, index) => (index > 0 && index === labels.length - 1 ? label : begin(label, 2)))
    .join('.');
}

function shortMailbox(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  if (at < 0) return begin(mailbox, 2);
  return `${begin(mailbox.slice(0, at), 2)}@${shortHost(mailbox.slice(at + 1))}`;
}

function shortValue(kind: ValueDefinition['kind'], value: string): string {
  switch (kind) {
    case 'date':
    case 'choice':
      return value;
    case 'tenant-id':
      return value.includes('.') ? shortHost(value) : begin(value, 8);
    case 'client-id':
    case 'object-id':
      return begin(value, 8);
    case 'mailbox':
      return shortMailbox(value);
    case 'mailboxes':
      return value
        .split(',')
        .map((one) => shortMailbox(one.trim()))
        .join(', ');
    case 'host':
      return shortHost(value);
    case 'sub-domain':
    case 'organisation':
      return begin(value, 2);
  }
}

/** The values in a form, and the ids of those left out. A value of no known kind is left out of every form but the full one. */
export function valuesIn(
  form: SummaryForm,
  definitions: readonly Pick<ValueDefinition, 'id' | 'kind'>[],
  values: Values,
): { readonly values: Values; readonly leftOut: readonly string[] } {
  if (form === 'full') return { values, leftOut: [] };
  const shown: Record<string, string> = {};
  const leftOut: string[] = [];
  for (const [id, value] of Object.entries(values)) {
    if (!value) continue;
    const kind = definitions.find((one) => one.id === id)?.kind;
    if (kind !== undefined && (form === 'short' || harmless.includes(kind))) {
      shown[id] = shortValue(kind, value);
    } else leftOut.push(id);
  }
  return { values: shown, leftOut };
}
