/** The guide of this page, as the page carries it: its id and what its values are. */

import type { MayDepend, ValueDefinition } from '../domain/guide/guide.ts';

/** What the browser has to know of a guide. */
export interface PageGuide {
  readonly id: string;
  /** The step of this page; absent on overviews. */
  readonly step?: string | undefined;
  readonly steps: readonly (MayDepend & { readonly id: string })[];
  readonly values: readonly ValueDefinition[];
  /** What the values are called in the page's language, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** What the options of the choices are called, by the id of the choice. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Reads what the layout wrote into `<html data-lotse-guide>`; nothing on pages without a guide. */
export function pageGuide(): PageGuide | undefined {
  const text = document.documentElement.dataset['lotseGuide'];
  return text === undefined ? undefined : (JSON.parse(text) as PageGuide);
}

/** The reader's day, `YYYY-MM-DD` by their clock and time zone. */
export function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
