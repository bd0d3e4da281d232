/** The steps of a guide that fix something, as the box links to them. */

import type { KnownGuide } from '../../domain/check/expectation.ts';
import { fixingStepsOf } from '../../domain/guide/fixing-steps.ts';
import { address } from '../../i18n/addresses.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import type { Language } from '../../i18n/languages.ts';
import type { GuideSteps } from '../decoder/mending-list.ts';

/** Them, with titles and addresses in a language. */
export function guideSteps(
  { guide }: KnownGuide,
  names: GuideNames | undefined,
  lang: Language,
): GuideSteps {
  return {
    product: guide.product,
    overview: address(lang, guide.id),
    steps: fixingStepsOf(guide.steps, (id) => ({
      href: address(lang, guide.id, id),
      title: { text: names?.steps[id]?.text ?? id, lang: names?.steps[id]?.lang },
    })),
  };
}
