/** The page's data for its scripts: the guide, and words. */

import type { ValueRule } from '../domain/guide/guide.ts';
import type { AnyStep } from '../domain/guide/steps.ts';
import type { RenamedKeys } from '../domain/values/link-values.ts';
import type { Words } from '../i18n/words.ts';

/** The parts of a guide that the browser needs. */
export interface PageGuide {
  readonly id: string;
  readonly steps: readonly AnyStep[];
  readonly values: readonly ValueRule[];
  /** The names of the values in the page's language, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** The names of the options, by the id of their choice. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Absent unless keys of links have been renamed. */
  readonly renamed?: RenamedKeys | undefined;
}

/** The data that the layout writes into `<script id="lotse-page" type="application/json">`. */
export interface PageData {
  /** Absent on pages without a guide. */
  readonly guide?: PageGuide | undefined;
  /** Words that scripts may need before anything else has loaded. */
  readonly words: Words;
}

let data: PageData | undefined;

/** The page's data; read once. */
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

/** Today's date, `YYYY-MM-DD`, by the reader's clock and time zone. */
export function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
