/** Builds the link and the reply for a customer, in their language. */

import { compareRedirect } from '../../domain/compare/redirect-difference.ts';
import { guideRedirects } from '../../domain/compare/redirect-advice.ts';
import { applicable, isChosen } from '../../domain/guide/applicable.ts';
import { stepsThatFix } from '../../domain/guide/fixing-steps.ts';
import type { Guide, StepDefinition, Values } from '../../domain/guide/guide.ts';
import { shownAddress } from '../../domain/registration/address-parts.ts';
import {
  fillParagraphs,
  fittingReplies,
  safeDetails,
  usefulReplies,
  type ReplyDetails,
  type ReplyRule,
} from '../../domain/support/replies.ts';
import { printLinkValues } from '../../domain/values/print-link.ts';
import { address } from '../../i18n/addresses.ts';
import { languages, type Language } from '../../i18n/languages.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { pagesAfter, type PageAfter, type Replies, type ReplySource } from '../../i18n/replies.ts';

/** What a reply is about. */
export interface Subject {
  /** The id of a reply, `any-step`, or `error:` with the id of an error. */
  readonly reply: string;
  readonly guide?: Guide | undefined;
  /** The step that the link leads to; undefined for the guide's overview. */
  readonly step?: string | undefined;
  readonly language: Language;
  /** What the guide accepts. */
  readonly values: Values;
  /** The redirect URI that a message says was sent. */
  readonly sent?: string | undefined;
  /** Whether the customer sent a secret or password. */
  readonly isSecretSent?: boolean | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What stands before the id of an error. */
export const errorPrefix = 'error:';

/** The id of the error that a reply explains; undefined for any other. */
export function errorOf(reply: string): string | undefined {
  return reply.startsWith(errorPrefix) ? reply.slice(errorPrefix.length) : undefined;
}

/** What a reply is about: its own topics, and those of its errors. */
export function topicsOfReply(reply: string, { replies, errors }: ReplySource): readonly string[] {
  const own = errorOf(reply);
  const rule = replies.rules.find(({ id }) => id === reply);
  const ids = own === undefined ? (rule?.errors ?? []) : [own];
  const entries = errors.entries.filter(({ id }) => ids.includes(id));
  return [...new Set([...(rule?.topics ?? []), ...entries.flatMap(({ topics }) => topics)])];
}

function stepsOf(guide: Guide, values: Values): readonly StepDefinition[] {
  return guide.steps.filter(({ when }) => isChosen(when, guide, values));
}

/** The step that mends what a reply is about. */
export function stepFor(
  reply: string,
  guide: Guide,
  values: Values,
  source: ReplySource,
): string | undefined {
  return stepsThatFix(stepsOf(guide, values), topicsOfReply(reply, source))[0]?.id;
}

/** The guide of a set-up, and its values. */
export type SetUp = Pick<Subject, 'guide' | 'values'>;

/** The replies that a set-up has a use for. */
export function rulesFor({ guide, values }: SetUp, { replies }: ReplySource): readonly ReplyRule[] {
  return usefulReplies(replies.rules, guide && applicable(guide, values));
}

/**
 * The replies for errors that were found, the likeliest first; the explanation of each error follows its own. Replies
 * that the set-up has no use for are left out.
 */
export function repliesTo(
  errors: readonly string[],
  source: ReplySource,
  setUp: SetUp,
): readonly string[] {
  const rules = rulesFor(setUp, source);
  const own = errors.flatMap((id) => [
    ...fittingReplies(rules, [id], []).map((rule) => rule.id),
    `${errorPrefix}${id}`,
  ]);
  const topics = errors.flatMap((id) => topicsOfReply(`${errorPrefix}${id}`, source));
  const more = fittingReplies(rules, [], topics).map((rule) => rule.id);
  return [...new Set([...own, ...more])];
}

/** The link for the customer. Values that the guide does not accept are not in it. */
export function linkOf({ guide, step, language, values, reply }: Subject, origin: string): string {
  const error = errorOf(reply);
  if (guide) {
    const order = guide.values.map(({ id }) => id);
    const page = address(language, guide.id, ...(step === undefined ? [] : [step]));
    return origin + page + printLinkValues(values, order);
  }
  return origin + (error === undefined ? address(language) : address(language, 'errors', error));
}

/** The guide's redirect URIs, and of one that was sent the one that it ought to be; the same one only as the latter. */
function redirectsOf({ guide, values, sent }: Subject): ReplyDetails {
  const all = guideRedirects(
    guide ? applicable(guide, values).registration.redirects.map(({ pattern }) => pattern) : [],
    values,
  );
  const known = all.flatMap(({ uri }) => uri ?? []);
  const isWhole = known.length === all.length;
  const listed = { [isWhole ? 'redirects' : 'someRedirects']: known.join('\n') };
  if (sent === undefined) return listed;
  const expected = known.includes(sent) ? sent : compareRedirect(sent, known)?.nearest;
  return {
    ...listed,
    sent: expected === sent ? undefined : shownAddress(sent, expected),
    expected,
  };
}

/** The day when a secret ran out, as the language writes it; undefined before that day. */
function expired({ values, today, language }: Subject): string | undefined {
  const { secretExpires } = values;
  if (!secretExpires || secretExpires >= today) return undefined;
  const format = new Intl.DateTimeFormat(languages[language].locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${secretExpires}T00:00:00Z`));
}

function detailsOf(subject: Subject, { errors, names, replies }: ReplySource): ReplyDetails {
  const { guide, step, values } = subject;
  const id = errorOf(subject.reply) ?? '';
  const { title, cause, fix } = errors.words[id] ?? {};
  return {
    product: guide?.product,
    step: titleOf(step, guide && names[guide.id], replies),
    code: errors.entries.find((entry) => entry.id === id)?.code,
    title,
    cause,
    fix,
    ...redirectsOf(subject),
    clientId: values['clientId'],
    tenantId: values['tenantId'],
    mailbox: values['mailbox'],
    secretExpires: expired(subject),
  };
}

/** The title of a step, or of the page after them. */
export function titleOf(
  page: string | undefined,
  names: GuideNames | undefined,
  { pages }: Replies,
): string | undefined {
  const after = pagesAfter.find((one) => one === page);
  return after ? pages[after] : names?.steps[page ?? '']?.text;
}

/** The pages after a set-up: without a secret there is nothing to renew. */
export function pagesAfterFor({ guide, values }: SetUp): readonly PageAfter[] {
  if (!guide) return [];
  const hasSecret = applicable(guide, values).registration.credentials.length > 0;
  return pagesAfter.filter((page) => page !== 'renew' || hasSecret);
}

/** The id of the words of a reply. */
export function wordsIdOf(reply: string): string {
  return errorOf(reply) === undefined ? reply : 'any-error';
}

/** The whole reply. `source` is in the customer's language. */
export function replyText(subject: Subject, source: ReplySource, link: string): string {
  const { frame, words } = source.replies;
  const details = safeDetails(detailsOf(subject, source));
  const isAboutSecret = topicsOfReply(subject.reply, source).includes('client-secret');
  const isNoStep = subject.reply === 'any-step' && details.step === undefined;
  const text = isNoStep ? [] : (words[wordsIdOf(subject.reply)]?.text ?? []);
  const all = [
    ...frame.greeting,
    ...text,
    ...frame.link,
    ...(subject.isSecretSent === true ? frame['secret-sent'] : []),
    ...(isAboutSecret ? frame.secret : []),
    ...frame.closing,
  ];
  return fillParagraphs(all, { ...details, link });
}
