/** Finds the steps of a guide that fix an error or a finding, by its topics: for decoder, checks, dry run and test sign-in. */

import type { MayDepend, When } from './guide.ts';

/** A step that fixes something, as pages show it and pass it to scripts. */
export interface FixingStep extends MayDepend {
  readonly href: string;
  /** With its language if it differs from the page's. */
  readonly title: { readonly text: string; readonly lang: string | undefined };
  readonly mends: readonly string[];
}

/** The steps of a guide that fix something, in its order, each with what `named` says of it. */
export function fixingStepsOf(
  steps: readonly (MayDepend & { readonly id: string; readonly mends: readonly string[] })[],
  named: (id: string) => Pick<FixingStep, 'href' | 'title'>,
): readonly FixingStep[] {
  return steps
    .filter(({ mends }) => mends.length > 0)
    .map(({ id, mends, when }) => ({ ...named(id), mends, when }));
}

/** The steps that fix any of these topics, without duplicates: in the order of the topics, then of the guide. */
export function stepsThatFix<Step extends { readonly mends: readonly string[] }>(
  steps: readonly Step[],
  topics: readonly string[],
): readonly Step[] {
  return [
    ...new Set(topics.flatMap((topic) => steps.filter(({ mends }) => mends.includes(topic)))),
  ];
}

/** The steps of the chosen branch, or all if none belongs to it: a step of another branch is better than none, and says so. */
export function onChosenBranch<Step extends MayDepend>(
  steps: readonly Step[],
  applies: (when: When | undefined) => boolean,
): readonly Step[] {
  const chosen = steps.filter(({ when }) => applies(when));
  return chosen.length > 0 ? chosen : steps;
}
