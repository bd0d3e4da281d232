/** Says when a message is about another app or tenant than the reader's. */

import type { Decoded } from '../../domain/errors/decode.ts';
import type { Values } from '../../domain/guide/guide.ts';
import { isGuid } from '../../domain/text/guid-pattern.ts';
import type { Say } from '../../i18n/words.ts';
import { make } from '../dom.ts';

const pairs = [
  ['app', 'clientId', 'decoder.app-differs'],
  ['tenant', 'tenantId', 'decoder.tenant-differs'],
] as const;

/** A line for each ID of the message that is not the reader's. */
export function otherIds({ details }: Decoded, values: Values, say: Say): readonly HTMLElement[] {
  return pairs.flatMap(([kind, value, key]) => {
    const found = details.find((detail) => detail.kind === kind)?.value.toLowerCase() ?? '';
    const expected = values[value] ?? '';
    if (!isGuid(found) || !isGuid(expected) || found === expected) return [];
    return [make('p', { class: 'odd' }, say(key, { found, expected }))];
  });
}
