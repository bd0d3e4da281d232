/** What a paste is compared with: the guide in the reader's branch, the reader's values, and today's date. */

import type { Catalogue } from '../errors/catalogue.ts';
import type { ExpectedScope } from '../fields/scope.ts';
import type { ApplicableGuide, Guide, MayDepend, Values } from '../guide/guide.ts';
import type { Segment } from '../values/template.ts';

/** A field of a form in the product, with its expected content; without segments it is secret or up to the reader. */
export interface ExpectedField extends MayDepend {
  readonly label: string;
  readonly segments?: readonly Segment[] | undefined;
  /** Whether the expected text is only a prefix: the product shows more after it. */
  readonly begins: boolean;
  /** The vendor's other spellings of the content. */
  readonly spellings?: readonly string[] | undefined;
  /** Other correct contents, though the vendor names a different one. */
  readonly also?: readonly string[] | undefined;
  /** Whether the product signs in with this field's content. */
  readonly signsIn?: boolean | undefined;
  /** For a checkbox: whether it must be ticked. */
  readonly box?: 'on' | 'off' | undefined;
  /** For a scope, which has rules of its own. */
  readonly scope?: ExpectedScope | undefined;
  /** For content that is never compared, or must be empty (`nothing`); undefined for all other fields. */
  readonly content?: 'secret' | 'password' | 'nothing' | undefined;
}

/** A form in the product, and the step in which it is filled in. */
export interface ExpectedForm extends MayDepend {
  readonly id: string;
  readonly fields: readonly ExpectedField[];
  readonly step?: string | undefined;
}

/** Everything that the page knows. `forms` includes those of all branches. */
export interface Expectation {
  readonly guide: ApplicableGuide;
  readonly values: Values;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly forms: readonly ExpectedForm[];
  /** The errors that the decoder knows, if they are at hand: they are then recognised too. */
  readonly errors?: Catalogue | undefined;
}

/** A guide as written, with the product's forms: all that any paste about it is compared with, besides values. */
export interface KnownGuide {
  readonly guide: Guide;
  readonly forms: readonly ExpectedForm[];
}
