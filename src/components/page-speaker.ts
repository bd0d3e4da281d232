/** The words that scripts say, in the page's language: those that the layout wrote into the page, and those that came with a part. */

import type { Finding } from '../domain/compare/findings.ts';
import type { Note } from '../domain/values/notes.ts';
import type { Problem } from '../domain/values/problems.ts';
import { speaker, type Say, type Word, type Words } from '../i18n/words.ts';
import { pageData } from '../state/guide.ts';
import { make } from './dom.ts';

type Details = Readonly<Record<string, string | number | undefined>>;

/** What has come besides what the page carries. */
const words: Record<string, Word> = {};

/** Brings words for the page to say. Rejects where they do not arrive. */
export async function bringWords(load: () => Promise<Words>): Promise<void> {
  Object.assign(words, await load());
}

/** Brings a part of the site together with its words. Rejects where one of them does not arrive. */
export async function withWords<Part>(
  part: Promise<Part>,
  load: () => Promise<Words>,
): Promise<Part> {
  const [arrived] = await Promise.all([part, bringWords(load)]);
  return arrived;
}

let speak: Say | undefined;

/**
 * Says a word in the page's language.
 * @throws where the part that says it has not brought it: our own mistake
 */
export const pageSay: Say = (key, ...details) => {
  speak ??= speaker(words, pageData().words, document.documentElement.lang);
  return speak(key, ...details);
};

const sentence = pageSay as (key: string, details: Details) => string;

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
  region.replaceChildren(make('p', {}, text));
}

/** Takes a text back that `announce` has said last. */
export function hush(text: string): void {
  const region = document.getElementById('lotse-live');
  if (region?.textContent === text) region.replaceChildren();
}
