/** How far the reader has come in a guide. */

import type { Values } from './guide.ts';
import { stepsFor, type AnyStep, type PlacedStep, type StepList } from './steps.ts';

/** The states of a task; no step is ever locked. */
export const taskStates = ['open', 'done', 'not-needed', 'blocked'] as const;

/** The state of a task. */
export type TaskState = (typeof taskStates)[number];

/** Whether something is one of `taskStates`. */
export function isTaskState(data: unknown): data is TaskState {
  return (taskStates as readonly unknown[]).includes(data);
}

/** The reader's progress on the path of the chosen branch. */
export interface Progress<Step extends AnyStep = AnyStep> {
  /** How many steps are done or not needed. */
  readonly done: number;
  readonly total: number;
  /** The first step that is open or waits for somebody; undefined once there is none. */
  readonly next: PlacedStep<Step> | undefined;
}

/** The progress in a guide. Optional steps do not count. */
export function progressOf<Step extends AnyStep>(
  guide: StepList<Step>,
  choices: Values,
  stateOf: (step: string) => TaskState,
): Progress<Step> {
  const way = stepsFor(guide, choices);
  const open = way.filter(({ step }) => !['done', 'not-needed'].includes(stateOf(step.id)));
  return { done: way.length - open.length, total: way.length, next: open[0] };
}
