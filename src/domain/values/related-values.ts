/** Mistakes that show only when two values are compared. */

import type { Values } from '../guide/guide.ts';
import type { Note, NoteCode } from './notes.ts';

/** A note on one of the values. */
export interface RelatedNote {
  readonly id: string;
  readonly note: Note;
}

interface Relation {
  readonly id: string;
  readonly other: string;
  readonly code: Extract<NoteCode, `${string}-equals-${string}`>;
}

/** IDs look alike, so the only detectable mix-up is that two are equal. */
const relations: readonly Relation[] = [
  { id: 'clientId', other: 'tenantId', code: 'client-id-equals-tenant-id' },
  { id: 'enterpriseObjectId', other: 'clientId', code: 'object-id-equals-client-id' },
  { id: 'enterpriseObjectId', other: 'tenantId', code: 'object-id-equals-tenant-id' },
  { id: 'serverHost', other: 'customerHost', code: 'server-host-equals-customer-host' },
];

/** Notes on accepted values that are equal but must not be; a pair is skipped while either value is unknown. */
export function relatedNotes(values: Values): readonly RelatedNote[] {
  return relations
    .filter(({ id, other }) => Boolean(values[id]) && values[id] === values[other])
    .map(({ id, code }) => ({ id, note: { code } }));
}
