/** The ready replies of one language, loaded by the support desk. */

import type {
  replyFrame,
  ReplyParagraph,
  ReplyRule,
  ReplyWords,
} from '../domain/support/replies.ts';
import type { ErrorChunk } from './error-chunk.ts';
import type { GuideNames } from './guide-names.ts';

/** Them, by id; with the stand-ins for any error and any step. */
export interface Replies {
  readonly rules: readonly ReplyRule[];
  readonly frame: Readonly<Record<(typeof replyFrame)[number], readonly ReplyParagraph[]>>;
  readonly words: Readonly<Record<string, ReplyWords>>;
  /** The titles of the pages after a set-up, which a reply may lead to as to a step. */
  readonly pages: Readonly<Record<PageAfter, string>>;
}

/** The pages of a guide that follow its steps. */
export const pagesAfter = ['renew', 'remove'] as const;

/** One of `pagesAfter`. */
export type PageAfter = (typeof pagesAfter)[number];

/** What replies in a language are made of. */
export interface ReplySource {
  readonly replies: Replies;
  readonly errors: ErrorChunk;
  readonly names: Readonly<Record<string, GuideNames>>;
}
