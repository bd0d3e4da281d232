/** The steps that fix an error, as the decoder lists them: the page's guide's own, or those of each guide by its product. */

import { onChosenBranch, stepsThatFix, type FixingStep } from '../../domain/guide/fixing-steps.ts';
import type { Say } from '../../i18n/words.ts';
import { applies } from '../../state/branches.ts';
import { make } from '../dom.ts';

/** A guide's steps, as the page hands them over. */
export interface GuideSteps {
  readonly product: string;
  /** The address of its list of steps. */
  readonly overview: string;
  readonly steps: readonly FixingStep[];
}

/** The steps of the page's guide that fix one of these topics, on the way that is chosen. */
export function ownSteps(
  [own]: readonly GuideSteps[],
  topics: readonly string[],
): readonly FixingStep[] {
  return onChosenBranch(stepsThatFix(own?.steps ?? [], topics), applies);
}

function link({ href, title }: FixingStep): HTMLElement {
  return make('a', { href, lang: title.lang }, title.text);
}

/**
 * The list for these topics: on a page of a guide (`own`) its steps, or its overview where none has to do with it; else
 * all guides together, without those that have nothing to do with it.
 */
export function mendingList(
  guides: readonly GuideSteps[],
  topics: readonly string[],
  own: boolean,
  say: Say,
): HTMLElement {
  const lines = own
    ? ownSteps(guides, topics).map((step) => [link(step)])
    : guides.flatMap(({ product, steps }) => {
        const [first, ...others] = stepsThatFix(steps, topics).map(link);
        return first ? [[`${product}: `, first, ...others.flatMap((one) => [' · ', one])]] : [];
      });
  const overview = [make('a', { href: guides[0]?.overview }, say('errors.overview'))];
  const shown = own && lines.length === 0 ? [overview] : lines;
  return make('ul', { class: 'mending' }, ...shown.map((line) => make('li', {}, ...line)));
}
