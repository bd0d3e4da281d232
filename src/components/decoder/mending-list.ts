/** The steps that fix an error, as the decoder lists them: the page's guide's own, or those of each guide by its product. */

import { onChosenBranch, stepsThatFix, type FixingStep } from '../../domain/guide/fixing-steps.ts';
import type { Say } from '../../i18n/words.ts';
import type { When } from '../../domain/guide/guide.ts';
import { make } from '../dom.ts';

/** A guide's steps, as the page hands them over. */
export interface GuideSteps {
  readonly product: string;
  /** The address of its list of steps. */
  readonly overview: string;
  readonly steps: readonly FixingStep[];
}

/** Whether something applies on the way that the reader has chosen. */
type Applies = (when: When | undefined) => boolean;

/** The steps of a guide that fix one of these topics, on the way that is chosen. */
export function ownSteps(
  [own]: readonly GuideSteps[],
  topics: readonly string[],
  applies: Applies,
): readonly FixingStep[] {
  return onChosenBranch(stepsThatFix(own?.steps ?? [], topics), applies);
}

function link({ href, title }: FixingStep): HTMLElement {
  return make('a', { href, lang: title.lang }, title.text);
}

/**
 * The list for these topics: of the guide that the text is about (`isOwn`) its steps, or its overview where none has to do
 * with it; else all guides together, without those that have nothing to do with it.
 */
export function mendingList(
  guides: readonly GuideSteps[],
  topics: readonly string[],
  { isOwn, applies }: { readonly isOwn: boolean; readonly applies: Applies },
  say: Say,
): HTMLElement {
  const lines = isOwn
    ? ownSteps(guides, topics, applies).map((step) => [link(step)])
    : guides.flatMap(({ product, steps }) => {
        const [first, ...others] = stepsThatFix(steps, topics).map(link);
        return first
          ? [
              [
                `${say('site.lead', { name: product })} `,
                first,
                ...others.flatMap((one) => [' · ', one]),
              ],
            ]
          : [];
      });
  const overview = [make('a', { href: guides[0]?.overview }, say('errors.overview'))];
  const shown = isOwn && lines.length === 0 ? [overview] : lines;
  return make('ul', { class: 'mending' }, ...shown.map((line) => make('li', {}, ...line)));
}
