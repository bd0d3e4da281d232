/** The path through a guide's steps, for the branch chosen by the reader. */

import { choiceOf, isChosen, type ChoiceList } from './applicable.ts';
import {
  standings,
  type MayDepend,
  type Role,
  type Standing,
  type StepDefinition,
  type Values,
} from './guide.ts';

/** The part of a step that decides its place. */
export interface AnyStep extends MayDepend {
  readonly id: string;
  /** Undefined means `required`. */
  readonly standing?: Standing | undefined;
}

/** The part of a guide needed here, small enough to embed in a page. */
export interface StepList<Step extends AnyStep = AnyStep> extends ChoiceList {
  readonly steps: readonly Step[];
}

/** A step with its place on the path; `position` counts from 1. */
export interface PlacedStep<Step extends AnyStep = AnyStep> {
  readonly step: Step;
  readonly position: number;
  readonly total: number;
}

/** A choice that would need another option. */
export interface MissingChoice {
  /** The id of the choice. */
  readonly choice: string;
  readonly option: string;
}

/** The roles that a step needs, usually one. */
export function rolesOf({ role, secondRole }: StepDefinition): readonly Role[] {
  return secondRole === undefined ? [role] : [role, secondRole];
}

/** The steps of each role; one that needs two is in both lists. */
export function stepsByRole(
  steps: readonly StepDefinition[],
): readonly { readonly role: Role; readonly steps: readonly StepDefinition[] }[] {
  const all = [...new Set(steps.flatMap(rolesOf))];
  return all.map((role) => ({ role, steps: steps.filter((step) => rolesOf(step).includes(role)) }));
}

/** Whether everybody takes this step. */
export function isRequired({ standing = 'required' }: AnyStep): boolean {
  return standing === 'required';
}

/** The steps on the path, in order: those that are required and apply. */
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

/** The steps of a list by their standing, in the order of `standings`, without those that have none. */
export function stepsByStanding<Step extends AnyStep>(
  steps: readonly Step[],
): readonly { readonly standing: Standing; readonly steps: readonly Step[] }[] {
  return standings
    .map((standing) => ({
      standing,
      steps: steps.filter((step) => (step.standing ?? 'required') === standing),
    }))
    .filter((part) => part.steps.length > 0);
}

/** The length of the way for a branch: its steps, and the minutes they take together. */
export function extentOf(
  guide: StepList<AnyStep & { readonly minutes: number }>,
  choices: Values,
): { readonly steps: number; readonly minutes: number } {
  const way = stepsFor(guide, choices);
  return {
    steps: way.length,
    minutes: way.reduce((sum, { step }) => sum + step.minutes, 0),
  };
}

/** The steps of all branches without their conditions, for navigating from a step of another branch. */
export function withAllBranches(guide: StepList): StepList {
  return { values: [], steps: guide.steps.map(({ id, standing }) => ({ id, standing })) };
}

/** The next step on the path after this one, which need not be on it; undefined after the last or for an unknown id. */
export function nextStep<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  id: string,
): Step | undefined {
  const index = guide.steps.findIndex((step) => step.id === id);
  if (index < 0) return undefined;
  return guide.steps.slice(index + 1).find((step) => isOnWay(step, guide, choices));
}

/** The last step on the path before this one, which need not be on it; undefined before the first or for an unknown id. */
export function previousStep<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  id: string,
): Step | undefined {
  const index = guide.steps.findIndex((step) => step.id === id);
  return guide.steps.slice(0, Math.max(index, 0)).findLast((step) => isOnWay(step, guide, choices));
}

/** The first choice that keeps a step from applying; undefined if the step applies or the id is unknown. */
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
