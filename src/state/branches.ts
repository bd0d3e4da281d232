/** The branches of the guide that apply now; content for other branches is hidden on the page. */

import { choiceOf, isChosen } from '../domain/guide/applicable.ts';
import type { When } from '../domain/guide/guide.ts';
import { nextStep, previousStep, stepsFor, type PlacedStep } from '../domain/guide/steps.ts';
import { atom } from 'nanostores';
import { pageGuide } from './guide.ts';
import { $values } from './values.ts';

const guide = pageGuide();
const choices = guide?.values.filter(({ kind }) => kind === 'choice').map(({ id }) => id) ?? [];

/** The chosen options, in the order of the guide's choices; empty, and never changing, for a guide without choices. */
export const $options = atom<readonly (string | undefined)[]>([]);

/** The chosen option of a choice. */
export function chosenOption(id: string): string | undefined {
  return guide && choiceOf(guide, id, $values.get());
}

/** Whether something applies. */
export function applies(when: When | undefined): boolean {
  return guide === undefined || isChosen(when, guide, $values.get());
}

/** The steps of the current branch, with their positions. */
export function currentSteps(): readonly PlacedStep[] {
  return guide ? stepsFor(guide, $values.get()) : [];
}

/** The ids of the previous and next step of the current branch; undefined at the ends. */
export function neighbours(step: string): { readonly back?: string; readonly next?: string } {
  if (!guide) return {};
  const back = previousStep(guide, $values.get(), step)?.id;
  const next = nextStep(guide, $values.get(), step)?.id;
  return { ...(back !== undefined && { back }), ...(next !== undefined && { next }) };
}

/** Hides content that does not apply, now and whenever a choice changes; called once per page, after the values. */
export function connectBranches(): void {
  if (choices.length === 0) return;
  document.documentElement.toggleAttribute('data-lotse-branches', true);
  $values.subscribe(() => {
    const options = choices.map(chosenOption);
    if (options.some((option, index) => option !== $options.get()[index])) $options.set(options);
  });
  $options.subscribe(() => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-lotse-when]')) {
      part.hidden = !applies(JSON.parse(part.dataset['lotseWhen'] ?? '{}') as When);
    }
    for (const part of document.querySelectorAll<HTMLElement>('[data-lotse-unless]')) {
      part.hidden = applies(JSON.parse(part.dataset['lotseUnless'] ?? '{}') as When);
    }
  });
}
