/** From the topics of an error or a finding to the steps of a guide that mend it: for decoder, checks, dry run and test. */

import type { MayDepend, When } from './guide.ts';

/** A step that mends something, as pages show it and hand it to scripts. */
export interface FixingStep extends MayDepend {
  readonly href: string;
  /** With its language where that is not the page's. */
  readonly title: { readonly text: string; readonly lang: string | undefined };
  readonly mends: readonly string[];
}

/** The steps that mend one of these topics, each once: those of the first topic first, then in the guide's order. */
export function stepsThatFix<Step extends { readonly mends: readonly string[] }>(
  steps: readonly Step[],
  topics: readonly string[],
): readonly Step[] {
  return [
    ...new Set(topics.flatMap((topic) => steps.filter(({ mends }) => mends.includes(topic)))),
  ];
}

/** Those of the way that is chosen; all where none is: a step of another way is better than none, and says so itself. */
export function onChosenBranch<Step extends MayDepend>(
  steps: readonly Step[],
  applies: (when: When | undefined) => boolean,
): readonly Step[] {
  const chosen = steps.filter(({ when }) => applies(when));
  return chosen.length > 0 ? chosen : steps;
}
