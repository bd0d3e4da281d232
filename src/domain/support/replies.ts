/** Ready replies to customers: which one a ticket asks for, and the text with what is known. */

import type { ApplicableGuide } from '../guide/guide.ts';
import { redact } from '../secrets/redact.ts';
import { holdsEntraSecret, holdsToken } from '../secrets/held-secrets.ts';

/**
 * What replies may mention as `{placeholder}`. Any of them may be unknown, except for what the reply is about: the link,
 * and in the replies for every error and every step, the words of that error and step.
 */
export const replyPlaceholders = [
  'product',
  'step',
  'code',
  'title',
  'cause',
  'fix',
  'sent',
  'expected',
  'clientId',
  'tenantId',
  'mailbox',
  'secretExpires',
  'redirects',
  'someRedirects',
  'link',
] as const;

/** One of `replyPlaceholders`. */
export type ReplyPlaceholder = (typeof replyPlaceholders)[number];

/** What is known, by placeholder. */
export type ReplyDetails = Readonly<Partial<Record<ReplyPlaceholder, string | undefined>>>;

/**
 * A paragraph: a text, or several of which the first is taken that mentions nothing unknown. The last mentions nothing
 * that may be unknown, so that no sentence has a hole.
 */
export type ReplyParagraph = string | readonly string[];

/**
 * What the set-up has to have for a reply to make sense: sending by SMTP with sign-in, a user who signs in, a client
 * secret, or redirect URIs.
 */
export const replyNeeds = ['smtp-auth', 'user', 'secret', 'redirect-uri'] as const;

/** One of `replyNeeds`. */
export type ReplyNeed = (typeof replyNeeds)[number];

/** When a reply is offered: first for these errors, then for all that these topics are about. */
export interface ReplyRule {
  readonly id: string;
  readonly errors: readonly string[];
  readonly topics: readonly string[];
  /** Without it, every set-up has a use for the reply. */
  readonly needs?: ReplyNeed | undefined;
}

/** A reply in one language. */
export interface ReplyWords {
  /** Its name in the list. */
  readonly title: string;
  readonly text: readonly ReplyParagraph[];
}

/** Stand-ins for a reply of its own: for any error, for any step, and for the link alone. */
export const standIns = ['any-error', 'any-step'] as const;

/** What stands around each reply. */
export const replyFrame = ['greeting', 'link', 'secret', 'secret-sent', 'closing'] as const;

/** What is always known where a reply is used. */
export function knownIn(id: string): readonly ReplyPlaceholder[] {
  if (id === 'link') return ['link'];
  if (id === 'any-error') return ['code', 'title', 'cause', 'fix'];
  return id === 'any-step' ? ['step'] : [];
}

const slot = /\{([A-Za-z]+)\}/g;

/** The placeholders of a text, known or not, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(slot)].map(([, name = '']) => name))];
}

/** Nothing that looks like a secret is put into a reply, wherever it came from. */
function isSafe(text: string): boolean {
  const hides = redact(text, { mail: false, ids: false }).some(({ kind }) => kind !== 'plain');
  return !hides && !holdsToken(text) && !holdsEntraSecret(text);
}

/** The details without those that must not be sent. */
export function safeDetails(details: ReplyDetails): ReplyDetails {
  return Object.fromEntries(
    Object.entries(details).filter(([, text]) => text !== undefined && isSafe(text)),
  );
}

function filled(paragraph: ReplyParagraph, details: ReplyDetails): string {
  const known: Readonly<Record<string, string | undefined>> = details;
  const choices = typeof paragraph === 'string' ? [paragraph] : paragraph;
  const chosen = choices.find((text) =>
    placeholdersIn(text).every((name) => (known[name] ?? '') !== ''),
  );
  return (chosen ?? '').replace(slot, (_, name: string) => known[name] ?? '');
}

/** A text of paragraphs with what is known, one below the other; details are put in as they are. */
export function fillParagraphs(
  paragraphs: readonly ReplyParagraph[],
  details: ReplyDetails,
): string {
  return paragraphs
    .map((paragraph) => filled(paragraph, details))
    .filter((text) => text !== '')
    .join('\n\n');
}

const isMet: Readonly<Record<ReplyNeed, (guide: ApplicableGuide) => boolean>> = {
  'smtp-auth': ({ smtpAuth }) => smtpAuth === 'needed',
  // Where the vendor tells no request, consent at sign-in says that somebody signs in.
  user: ({ token }) =>
    token.length === 0 || token.some(({ grant }) => grant !== 'client-credentials'),
  secret: ({ registration }) => registration.credentials.some(({ kind }) => kind === 'secret'),
  'redirect-uri': ({ registration }) => registration.redirects.length > 0,
};

/** The replies that a set-up has a use for; all of them as long as none is chosen. */
export function usefulReplies(
  rules: readonly ReplyRule[],
  guide: ApplicableGuide | undefined,
): readonly ReplyRule[] {
  return guide ? rules.filter(({ needs }) => !needs || isMet[needs](guide)) : rules;
}

/** The replies that errors and topics ask for: those for an error of them first, each once. */
export function fittingReplies(
  rules: readonly ReplyRule[],
  errors: readonly string[],
  topics: readonly string[],
): readonly ReplyRule[] {
  const byError = errors.flatMap((id) => rules.filter((rule) => rule.errors.includes(id)));
  const byTopic = topics.flatMap((id) => rules.filter((rule) => rule.topics.includes(id)));
  return [...new Set([...byError, ...byTopic])];
}
