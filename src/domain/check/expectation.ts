/** What a paste is compared with: the guide in the reader's branch, the reader's values, and the day. */

import type { ApplicableGuide, MayDepend, Values } from '../guide/guide.ts';
import type { Segment } from '../values/template.ts';

/** A field of a form of the product, with what must stand in it; without segments it is secret or the reader's. */
export interface ExpectedField extends MayDepend {
  readonly label: string;
  readonly segments?: readonly Segment[] | undefined;
  /** Whether the product shows more after this text. */
  readonly begins: boolean;
  /** Other ways in which the vendor prints the same. */
  readonly spellings?: readonly string[] | undefined;
  /** What is right as well, though the vendor names something else. */
  readonly also?: readonly string[] | undefined;
  /** Whether the product signs in with what stands here. */
  readonly signsIn?: boolean | undefined;
  /** A box, and whether it must be ticked. */
  readonly box?: 'on' | 'off' | undefined;
  /** What is never looked at closer, or must not be there; undefined for all else. */
  readonly content?: 'secret' | 'password' | 'nothing' | undefined;
}

/** A form of the product, and the step that fills it. */
export interface ExpectedForm extends MayDepend {
  readonly id: string;
  readonly fields: readonly ExpectedField[];
  readonly step?: string | undefined;
}

/** What the page knows. `forms` are those of all branches. */
export interface Expectation {
  readonly guide: ApplicableGuide;
  readonly values: Values;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly forms: readonly ExpectedForm[];
}
