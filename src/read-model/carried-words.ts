/** Words that scripts may need before anything else has loaded; all others are loaded with the part that uses them. */

import type { Language } from '../i18n/languages.ts';
import { rawWord } from '../i18n/site-words.ts';
import type { Words } from '../i18n/words.ts';
import type { PageGuide } from '../state/guide.ts';

const everywhere = [
  'copy.by-hand',
  'copy.done',
  'field.again',
  'field.failed',
  'field.loading',
  'site.lead',
];

const inGuides = [
  'link.failed',
  'step.handed',
  'tasks.blocked',
  'tasks.done',
  'tasks.not-needed',
  'tasks.note-unread',
  'tasks.open',
  'tasks.progress',
  'tasks.saved',
  'values.needed',
];

/** Words for guides whose steps depend on the reader's choices. */
const inGuidesWithChoices = [
  'choice.chosen',
  'step.done',
  'step.finish',
  'step.position',
  'values.step',
];

const onOverviews = ['guide.continue', 'guide.to-finished'];

/** The words for a page's scripts, given its guide and the parts of its address. */
export function carriedWords(
  language: Language,
  guide: PageGuide | undefined,
  parts: readonly string[] = [],
): Words {
  const hasChoices = guide?.values.some(({ kind }) => kind === 'choice') ?? false;
  const keys = [
    ...everywhere,
    ...(guide ? inGuides : []),
    ...(hasChoices ? inGuidesWithChoices : []),
    ...(guide && parts.length === 1 ? onOverviews : []),
  ];
  return Object.fromEntries(keys.map((key) => [key, rawWord(language, key)]));
}
