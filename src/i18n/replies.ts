/** The ready replies of one language, loaded by the support desk. */

import type { ReplyParagraph, ReplyRule, ReplyWords } from '../domain/support/replies.ts';
import type { ErrorChunk } from './error-chunk.ts';
import type { GuideNames } from './guide-names.ts';

/** Them, by id; with the stand-ins for any error and any step. */
export interface Replies {
  readonly rules: readonly ReplyRule[];
  readonly frame: Readonly<
    Record<'greeting' | 'link' | 'secret' | 'closing', readonly ReplyParagraph[]>
  >;
  readonly words: Readonly<Record<string, ReplyWords>>;
}

/** What replies in a language are made of. */
export interface ReplySource {
  readonly replies: Replies;
  readonly errors: ErrorChunk;
  readonly names: Readonly<Record<string, GuideNames>>;
}
