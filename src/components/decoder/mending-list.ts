/** The steps that fix an error, as the decoder lists them: the page's guide's own, or those of each guide by its product. */

import { onChosenWay, stepsMending, type MendingStep } from '../../domain/guide/mending-steps.ts';
import type { Say } from '../../i18n/words.ts';
import { applies } from '../../state/branches.ts';
import { make } from '../dom.ts';

/** A guide's steps, as the page hands them over. */
export interface GuideSteps {
  readonly product: string;
  /** The address of its list of steps. */
  readonly overview: string;
  readonly steps: readonly MendingStep[];
}

/** The steps of the page's guide that fix one of these topics, on the way that is chosen. */
export function ownSteps(
  [own]: readonly GuideSteps[],
  topics: readonly string[],
): readonly MendingStep[] {
  return onChosenWay(stepsMending(own?.steps ?? [], topics), applies);
}

function links(steps: readonly MendingStep[]): readonly HTMLElement[] {
  return steps.map(({ href, title }) => make('a', { href, lang: title.lang }, title.text));
}

function listOf(lines: readonly (readonly (Node | string)[])[]): HTMLElement {
  return make('ul', { class: 'mending' }, ...lines.map((line) => make('li', {}, ...line)));
}

/** The list on a page of a guide; its overview where none of its steps has to do with it. */
export function ownList(
  guides: readonly GuideSteps[],
  topics: readonly string[],
  say: Say,
): HTMLElement {
  const steps = links(ownSteps(guides, topics));
  const overview = make('a', { href: guides[0]?.overview }, say('errors.overview'));
  return listOf((steps.length > 0 ? steps : [overview]).map((link) => [link]));
}

/** The list where all guides stand together: those that have nothing to do with it are left out. */
export function listOfAll(guides: readonly GuideSteps[], topics: readonly string[]): HTMLElement {
  const lines = guides.flatMap(({ product, steps }) => {
    const [first, ...others] = links(stepsMending(steps, topics));
    return first ? [[`${product}: `, first, ...others.flatMap((link) => [' · ', link])]] : [];
  });
  return listOf(lines);
}
