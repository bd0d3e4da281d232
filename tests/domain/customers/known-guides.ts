/** The site's own guides, as reading customers needs them. */

import { guideChunkOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import type { Guide } from '../../../src/domain/guide/guide.ts';

/** The guides by id. */
export const knownGuides = Object.fromEntries(
  Object.entries(guideChunkOf(readContent())).map(([id, { guide }]) => [id, guide]),
) as Readonly<Record<'ipm-cloud' | 'cmxorganize' | 'flowfact' | 'bm', Guide>>;
