/** Where the steps are that mend what a check has found. */

import { address } from '../i18n/addresses.ts';
import { guideContext, pageContext, titleOf } from './page-context.ts';

/** A link to a step, in words. */
export interface MendingStep {
  readonly href: string;
  readonly text: string;
}

/** For each topic that a step of the page's guide mends, the link to it. */
export function mendingSteps(
  locals: App.Locals,
  topics: Iterable<string>,
): Readonly<Record<string, MendingStep>> {
  const { say, chosen } = pageContext(locals);
  const context = guideContext(locals);
  const { guide } = context;
  return Object.fromEntries(
    [...new Set(topics)].flatMap((topic) => {
      const step = guide.steps.find(({ mends }) => mends.includes(topic));
      if (!step) return [];
      const { text: title } = titleOf(context, step.id);
      const text = say('step.mended-in', { title });
      return [[topic, { href: address(chosen, guide.id, step.id), text }]];
    }),
  );
}
