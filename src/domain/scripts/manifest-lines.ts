/** A manifest fragment as text with slots for values. */

import type { ManifestFragment } from '../registration/manifest-fragment.ts';
import { parseTemplate } from '../values/template.ts';
import type { ScriptLine } from './script-lines.ts';

/** The lines of the JSON text; a value in it is quoted for a string of JSON. */
export function manifestLines(fragment: ManifestFragment): readonly ScriptLine[] {
  return JSON.stringify(fragment, undefined, 2)
    .split('\n')
    .map((line) =>
      parseTemplate(line).map((segment) =>
        'slot' in segment ? { slot: segment.slot, quote: 'json' } : segment,
      ),
    );
}
