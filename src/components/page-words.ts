/** The words that scripts say, in the page's language. The layout writes them as templates into the page. */

import type { Finding } from '../domain/findings.ts';
import type { Note } from '../domain/notes.ts';
import type { Problem } from '../domain/problems.ts';
import type { WordDetails, WordKey } from '../i18n/word-keys.ts';
import { fillSentence, type Words } from '../i18n/words.ts';

type Details = Readonly<Record<string, string | number | undefined>>;

/** Words that have come since, besides those that the page carries. */
const added: Record<string, Words[string]> = {};

/** Lets the page say more words, in its language. */
export function addWords(words: Words): void {
  Object.assign(added, words);
}

function template(key: string): string | undefined {
  const element = document.querySelector<HTMLTemplateElement>(`template[data-lotse-word="${key}"]`);
  return element?.content.textContent;
}

function sentence(key: string, details: Details): string {
  const count = Object.values(details).find((detail) => typeof detail === 'number');
  const form =
    count === undefined
      ? 'other'
      : new Intl.PluralRules(document.documentElement.lang).select(count);
  const word = added[key];
  const own = typeof word === 'object' ? word[form === 'one' ? form : 'other'] : word;
  const carried = (form === 'one' ? template(`${key}:one`) : undefined) ?? template(key);
  return fillSentence(own ?? carried ?? key, details);
}

/** Says a word in the page's language. */
export function pageSay<Key extends WordKey>(
  key: Key,
  ...[details]: keyof WordDetails<Key> extends never ? [] : [WordDetails<Key>]
): string {
  return sentence(key, details ?? {});
}

/** Says what is wrong. */
export function sayProblem({ code, ...details }: Problem): string {
  return sentence(`problems.${code}`, details);
}

/** Says what a check has found. */
export function sayFinding({ code, ...details }: Finding): string {
  return sentence(`findings.${code}`, details);
}

/** Says what was changed or is odd. */
export function sayNote({ code, ...details }: Note): string {
  return sentence(`notes.${code}`, details);
}

/** Lets screen readers say a text politely. */
export function announce(text: string): void {
  const region = document.getElementById('lotse-live');
  if (!region) return;
  // The same text twice would not be said again: an element of its own each time is.
  const line = document.createElement('p');
  line.textContent = text;
  region.replaceChildren(line);
}

/** Takes a text back that `announce` has said last. */
export function hush(text: string): void {
  const region = document.getElementById('lotse-live');
  if (region?.textContent === text) region.replaceChildren();
}
