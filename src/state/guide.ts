/** What the page carries for its scripts: the guide that it is about, and words to say. */

import type { ValueRule } from '../domain/guide/guide.ts';
import type { AnyStep } from '../domain/guide/steps.ts';
import type { Words } from '../i18n/words.ts';

/** What the browser has to know of a guide. */
export interface PageGuide {
  readonly id: string;
  readonly steps: readonly AnyStep[];
  readonly values: readonly ValueRule[];
  /** What the values are called in the page's language, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** What the options of the choices are called, by the id of the choice. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the layout writes into `<script id="lotse-page" type="application/json">`. */
export interface PageData {
  /** Absent on pages that are about no guide. */
  readonly guide?: PageGuide | undefined;
  /** What scripts may say before anything else has come. */
  readonly words: Words;
}

let data: PageData | undefined;

/** What the page carries; read once. */
export function pageData(): PageData {
  data ??= JSON.parse(
    document.getElementById('lotse-page')?.textContent ?? '{"words":{}}',
  ) as PageData;
  return data;
}

/** The guide of this page. */
export function pageGuide(): PageGuide | undefined {
  return pageData().guide;
}

/** The reader's day, `YYYY-MM-DD` by their clock and time zone. */
export function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
