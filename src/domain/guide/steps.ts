/** The way through a guide's steps, for the branch that the reader has chosen. */

import { choiceOf, holds, type ChoiceList } from './applicable.ts';
import type { MayDepend, Values } from './guide.ts';

/** What a step must have to be placed. */
export interface AnyStep extends MayDepend {
  readonly id: string;
}

/** As much of a guide as is needed; a page can carry it. */
export interface StepList<Step extends AnyStep = AnyStep> extends ChoiceList {
  readonly steps: readonly Step[];
}

/** A step in its place among those that apply; `position` counts from 1. */
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

/** The steps that apply, in order. */
export function stepsFor<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
): readonly PlacedStep<Step>[] {
  const steps = guide.steps.filter(({ when }) => holds(when, guide, choices));
  return steps.map((step, index) => ({ step, position: index + 1, total: steps.length }));
}

/** The applicable step after this one, which need not apply itself; undefined after the last and for an unknown id. */
export function nextStep<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  id: string,
): Step | undefined {
  const index = guide.steps.findIndex((step) => step.id === id);
  if (index < 0) return undefined;
  return guide.steps.slice(index + 1).find(({ when }) => holds(when, guide, choices));
}

/** The applicable step before this one, which need not apply itself; undefined before the first and for an unknown id. */
export function previousStep<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  id: string,
): Step | undefined {
  const index = guide.steps.findIndex((step) => step.id === id);
  return guide.steps
    .slice(0, Math.max(index, 0))
    .findLast(({ when }) => holds(when, guide, choices));
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
