/** Which words the scripts of a page may have to say, so that the page carries no others. */

import type { ValueKind } from '../domain/guide.ts';
import { allWordKeys, rawWord } from '../i18n/site-words.ts';
import type { Language } from '../i18n/languages.ts';

/** Beginnings of the codes that each kind of value can have. */
const codesOfKind: Readonly<Record<ValueKind, readonly string[]>> = {
  'tenant-id': ['guid-', 'id-', 'tenant-'],
  'client-id': ['guid-', 'id-'],
  'object-id': ['guid-', 'id-'],
  host: ['host-'],
  'sub-domain': ['host-', 'sub-domain-'],
  mailbox: ['mailbox-'],
  mailboxes: ['mailbox-', 'mailboxes-'],
  organisation: ['organisation-'],
  date: ['date-'],
  choice: ['choice-'],
};

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
  'problems.note-',
  'problems.value-',
  'problems.link-',
];

/** What else a page's scripts may say, by what stands on it. */
export interface PageNeeds {
  readonly kinds: readonly ValueKind[];
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
  { kinds, secret, expiry, uris, checks }: PageNeeds,
): readonly (readonly [key: string, text: string])[] {
  const codes = kinds.flatMap((kind) => codesOfKind[kind]);
  const beginnings = [
    ...guideKeys,
    ...codes.map((code) => `problems.${code}`),
    ...(secret
      ? ['problems.secret-', 'notes.secret-', 'secret.show', 'secret.hide', 'secret.emptied']
      : []),
    ...(expiry ? ['expiry.'] : []),
    ...(uris ? ['problems.uri'] : []),
    ...checks.map((check) => `findings.${check}-`),
    ...(checks.includes('form') ? ['check.', 'difference.'] : []),
    ...(checks.includes('settings') ? ['settings.', 'difference.'] : []),
  ];
  const isNote = (key: string) => key.startsWith('notes.') && !key.startsWith('notes.secret-');
  return allWordKeys
    .filter((key) => isNote(key) || beginnings.some((beginning) => key.startsWith(beginning)))
    .flatMap((key) => {
      const word = rawWord(language, key);
      if (typeof word === 'string') return [[key, word] as const];
      return [[key, word.other] as const, [`${key}:one`, word.one] as const];
    });
}
