/** Links to the steps that fix an error from Microsoft. Loaded with the words for it. */

import { onChosenBranch, stepsThatFix, type FixingStep } from '../domain/guide/fixing-steps.ts';
import { applies } from '../state/branches.ts';
import { make, withTitle } from './dom.ts';
import { pageSay } from './page-speaker.ts';

/**
 * Links within the page's guide; `given` is made from `fixingSteps`. Titles may be German on English pages. A step's own
 * page is not named: its link leads to the step's beginning.
 */
export function stepLinks(given: string, topics: readonly string[]): readonly HTMLAnchorElement[] {
  const steps = JSON.parse(given) as readonly FixingStep[];
  const sentence = (title: string) => pageSay('step.mended-in', { title });
  return onChosenBranch(stepsThatFix(steps, topics), applies).map(({ href, title }) =>
    href === location.pathname
      ? make('a', { href: '#content' }, pageSay('step.mended-here'))
      : make('a', { href }, ...withTitle(sentence, title)),
  );
}
