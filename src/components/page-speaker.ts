/** Words for scripts in the page's language: from the page itself, and from parts loaded later. */

import type { Finding } from '../domain/compare/findings.ts';
import type { Note } from '../domain/values/notes.ts';
import type { Problem } from '../domain/values/problems.ts';
import { speaker, type Say, type Word, type Words } from '../i18n/words.ts';
import { pageData } from '../state/guide.ts';
import { make } from './dom.ts';

type Details = Readonly<Record<string, string | number | undefined>>;

/** Words loaded in addition to those in the page. */
const words: Record<string, Word> = {};

/** Loads words for the page. Rejects if they do not arrive. */
export async function loadWords(load: () => Promise<Words>): Promise<void> {
  Object.assign(words, await load());
}

/** Loads a part of the site together with its words. Rejects if either does not arrive. */
export async function withWords<Part>(
  part: Promise<Part>,
  load: () => Promise<Words>,
): Promise<Part> {
  const [arrived] = await Promise.all([part, loadWords(load)]);
  return arrived;
}

let speak: Say | undefined;

/**
 * The text of a word in the page's language.
 * @throws if the words of the calling part are not loaded, which is a bug
 */
export const pageSay: Say = (key, ...details) => {
  speak ??= speaker(words, pageData().words, document.documentElement.lang);
  return speak(key, ...details);
};

const sentence = pageSay as (key: string, details: Details) => string;

/** The text of a problem. */
export function sayProblem({ code, ...details }: Problem): string {
  return sentence(`problems.${code}`, details);
}

/** The text of a finding. */
export function sayFinding({ code, ...details }: Finding): string {
  return sentence(`findings.${code}`, details);
}

/** The text of a note: something was changed or looks odd. */
export function sayNote({ code, ...details }: Note): string {
  return sentence(`notes.${code}`, details);
}

/** Announces a text to screen readers, politely. */
export function announce(text: string): void {
  // What is outside an open dialogue is not heard.
  const region =
    document.querySelector('dialog[open] [role=status]') ?? document.getElementById('lotse-live');
  if (!region) return;
  // A repeated text is announced again only if it comes in a new element.
  region.replaceChildren(make('p', {}, text));
}

/** Clears the last announcement if it is this text. */
export function clearAnnouncement(text: string): void {
  const region = document.getElementById('lotse-live');
  if (region?.textContent === text) region.replaceChildren();
}
