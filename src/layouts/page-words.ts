/** Which words the scripts of a page may have to say, so that the page carries no others. */

import { allWordKeys, rawWord } from '../i18n/site-words.ts';
import type { Language } from '../i18n/languages.ts';

const guideKeys = [
  'choice.chosen',
  'copy.done',
  'copy.by-hand',
  'copy.waits',
  'field.accepted',
  'field.again',
  'field.failed',
  'field.from-link',
  'field.loading',
  'field.problems',
  'guide.continue',
  'link.accept',
  'link.close',
  'link.conflict',
  'step.done',
  'step.finish',
  'step.next',
  'step.position',
  'link.failed',
  'link.rejected',
  'link.title',
  'link.waits',
  'tasks.',
  'values.forgotten',
  'values.invalid',
  'values.link-copied',
  'values.needed',
];

/** What else a page's scripts may say, by what stands on it. */
export interface PageNeeds {
  readonly secret: boolean;
  readonly expiry: boolean;
  readonly uris: boolean;
  /** Which checks of pasted settings stand on the page. */
  readonly checks: readonly ('endpoint' | 'scope' | 'server' | 'form' | 'settings')[];
}

/** The checks of pasted settings that a text holds. */
export function checksIn(text: string): PageNeeds['checks'] {
  return (['endpoint', 'scope', 'server', 'form'] as const).filter((check) =>
    new RegExp(`<${check}Check\\b`, 'i').test(text),
  );
}

/** The words for a page's scripts, each with its key; a plural has a second one with `:one`. */
export function wordsForScripts(
  language: Language,
  { secret, expiry, uris, checks }: PageNeeds,
): readonly (readonly [key: string, text: string])[] {
  const beginnings = [
    ...guideKeys,
    ...(secret
      ? [
          'problems.secret-',
          'problems.value-',
          'notes.secret-',
          'secret.show',
          'secret.hide',
          'secret.emptied',
        ]
      : []),
    ...(expiry ? ['expiry.'] : []),
    ...(uris ? ['problems.uri'] : []),
    ...checks.map((check) => `findings.${check}-`),
    ...(checks.includes('form') ? ['check.', 'difference.'] : []),
    ...(checks.includes('settings') ? ['settings.', 'difference.'] : []),
  ];
  return allWordKeys
    .filter((key) => beginnings.some((beginning) => key.startsWith(beginning)))
    .flatMap((key) => {
      const word = rawWord(language, key);
      if (typeof word === 'string') return [[key, word] as const];
      return [[key, word.other] as const, [`${key}:one`, word.one] as const];
    });
}
