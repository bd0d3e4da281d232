/** The words that a page's scripts may say before anything else has come; all others come with the part that says them. */

import type { Language } from '../i18n/languages.ts';
import { allWordKeys, rawWord } from '../i18n/site-words.ts';
import type { Words } from '../i18n/words.ts';

/** On every page. */
const everywhere = ['copy.', 'field.again', 'field.failed', 'field.loading'];

/** On the pages of a guide. */
const inGuides = [
  'choice.chosen',
  'field.accepted',
  'field.from-link',
  'field.problems',
  'guide.continue',
  'link.failed',
  'link.waits',
  'step.done',
  'step.finish',
  'step.handed',
  'step.position',
  'tasks.',
  'values.forgotten',
  'values.invalid',
  'values.link-copied',
  'values.needed',
];

/** The words for a page's scripts. */
export function carriedWords(language: Language, page: 'guide' | 'other'): Words {
  const prefixes = page === 'guide' ? [...everywhere, ...inGuides] : everywhere;
  const keys = allWordKeys.filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  return Object.fromEntries(keys.map((key) => [key, rawWord(language, key)]));
}
