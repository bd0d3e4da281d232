/** Placeholder. */
import type { Guide, Values } from '../guide/guide.ts';
export function readTicket(
  _text: string,
  _guides: readonly Guide[],
  _context: { readonly today: string; readonly guide?: string | undefined },
): { readonly guide?: string; readonly values: Values; readonly objectId?: string } {
  return { values: {} };
}
