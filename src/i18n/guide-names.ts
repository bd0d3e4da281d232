/** What scripts call the things of a guide, in the page's language. */

import type { Language } from './languages.ts';

/** A step's title; `lang` is set if it is not in the requested language. */
export interface StepTitle {
  readonly text: string;
  readonly lang?: Language;
}

/** The names of a guide's values, options, steps and forms by their ids. */
export interface GuideNames {
  readonly values: Readonly<Record<string, string>>;
  /** By the id of the choice. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly steps: Readonly<Record<string, StepTitle>>;
  /** As the product shows them, in its own language. */
  readonly forms: Readonly<Record<string, string>>;
}
