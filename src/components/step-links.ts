/** Links to the steps that fix an error from Microsoft. Loaded with the words for it. */

import { onChosenBranch, stepsThatFix, type FixingStep } from '../domain/guide/fixing-steps.ts';
import { applies } from '../state/branches.ts';
import { make } from './dom.ts';
import { pageSay } from './page-speaker.ts';

/** Links within the page's guide; `given` is made from `fixingSteps`. Titles may be German on English pages. */
export function stepLinks(given: string, topics: readonly string[]): readonly HTMLAnchorElement[] {
  const steps = JSON.parse(given) as readonly FixingStep[];
  return onChosenBranch(stepsThatFix(steps, topics), applies).map(({ href, title }) => {
    const [before = '', after = ''] = pageSay('step.mended-in', { title: '\0' }).split('\0');
    const name = make('span', { lang: title.lang }, title.text);
    return make('a', { href }, before, name, after);
  });
}
