/** The guide that a paste is compared with. Loaded with the first text. */

import guides from 'virtual:lotse-guides';
import { applicable } from '../domain/guide/applicable.ts';
import type { ApplicableGuide, Values } from '../domain/guide/guide.ts';
import { pageGuide } from '../state/guide.ts';

/** The page's guide in the reader's branch. @throws on pages without a guide, which is a bug. */
export function comparedGuide(values: Values): ApplicableGuide {
  const known = guides[pageGuide()?.id ?? ''];
  if (!known) throw new Error('This check belongs on the pages of a guide');
  return applicable(known.guide, values);
}
