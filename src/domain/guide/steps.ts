/** The way through a guide's steps, for the branch that the reader has chosen. */

import { choiceOf, isChosen, type ChoiceList } from './applicable.ts';
import type { MayDepend, Standing, Values } from './guide.ts';

/** In the order in which lists show them. */
export const standings = ['required', 'extra', 'remedy'] as const satisfies readonly Standing[];

/** What a step must have to be placed. */
export interface AnyStep extends MayDepend {
  readonly id: string;
  /** Left out for a required one. */
  readonly standing?: Standing | undefined;
}

/** As much of a guide as is needed; a page can carry it. */
export interface StepList<Step extends AnyStep = AnyStep> extends ChoiceList {
  readonly steps: readonly Step[];
}

/** A step in its place on the way; `position` counts from 1. */
export interface PlacedStep<Step extends AnyStep = AnyStep> {
  readonly step: Step;
  readonly position: number;
  readonly total: number;
}

/** A choice that would have to be taken otherwise. */
export interface MissingChoice {
  /** The id of the choice. */
  readonly choice: string;
  readonly option: string;
}

/** Whether a step is one that everybody takes. */
export function isRequired({ standing = 'required' }: AnyStep): boolean {
  return standing === 'required';
}

/** The steps of the way, in order: those that are required and apply. */
export function stepsFor<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
): readonly PlacedStep<Step>[] {
  const steps = guide.steps.filter((step) => isOnWay(step, guide, choices));
  return steps.map((step, index) => ({ step, position: index + 1, total: steps.length }));
}

function isOnWay(step: AnyStep, guide: StepList, choices: Values): boolean {
  return isRequired(step) && isChosen(step.when, guide, choices);
}

/** The steps of all branches as if each applied, for what leads on from a step of another branch. */
export function withAllBranches(guide: StepList): StepList {
  return { values: [], steps: guide.steps.map(({ id, standing }) => ({ id, standing })) };
}

/** The step of the way after this one, which need not be on it; undefined after the last and for an unknown id. */
export function nextStep<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  id: string,
): Step | undefined {
  const index = guide.steps.findIndex((step) => step.id === id);
  if (index < 0) return undefined;
  return guide.steps.slice(index + 1).find((step) => isOnWay(step, guide, choices));
}

/** The step of the way before this one, which need not be on it; undefined before the first and for an unknown id. */
export function previousStep<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  id: string,
): Step | undefined {
  const index = guide.steps.findIndex((step) => step.id === id);
  return guide.steps.slice(0, Math.max(index, 0)).findLast((step) => isOnWay(step, guide, choices));
}

/** The first choice that keeps a step from applying; undefined for one that applies and for an unknown id. */
export function missingChoice(
  guide: StepList,
  choices: Values,
  id: string,
): MissingChoice | undefined {
  const when = guide.steps.find((step) => step.id === id)?.when ?? {};
  const unmet = Object.entries(when).find(
    ([choice, option]) => choiceOf(guide, choice, choices) !== option,
  );
  return unmet && { choice: unmet[0], option: unmet[1] };
}
