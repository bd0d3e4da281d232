/** What the support desk says of a ticket, and the list of replies that it offers. */

import guides from 'virtual:lotse-guides';
import type { Asked } from '../../domain/ask/asked.ts';
import type { ReplySource } from '../../i18n/replies.ts';
import { make } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';
import {
  errorOf,
  errorPrefix,
  pagesAfterFor,
  repliesTo,
  rulesFor,
  titleOf,
  type SetUp,
} from './reply-text.ts';

/** An option of a list. */
export function option(value: string, text: string): HTMLOptionElement {
  return make('option', { value }, text);
}

function group(label: string, options: readonly HTMLOptionElement[]): readonly HTMLElement[] {
  return options.length > 0 ? [make('optgroup', { label }, ...options)] : [];
}

/** The ids of the errors that were recognised. */
export function errorsIn({ decoded }: Asked): readonly string[] {
  return decoded.findings.flatMap((finding) => (finding.kind === 'known' ? [finding.id] : []));
}

/** The values that were read, each by its name, since they come into the link; without a guide, as any guide calls them. */
function namedValues({ guide, values }: Asked, { names }: ReplySource): readonly string[] {
  const all = guide === undefined ? Object.values(names) : [names[guide]];
  return Object.entries(values).map(([id, text = '']) => {
    const own = all.find((one) => one?.values[id] !== undefined);
    const value = own?.options[id]?.[text] ?? text;
    return `${pageSay('site.lead', { name: own?.values[id] ?? id })} ${value}`;
  });
}

/** The pages that a reply may lead to: the overview, each step, and the pages after them. */
export function pageOptions(setUp: SetUp, { names, replies }: ReplySource): readonly HTMLElement[] {
  const own = setUp.guide && names[setUp.guide.id];
  const pages = [...(setUp.guide?.steps ?? []).map(({ id }) => id), ...pagesAfterFor(setUp)];
  return [
    option('', pageSay('support.overview')),
    ...pages.map((page) => option(page, titleOf(page, own, replies) ?? page)),
  ];
}

/** One line about what was read, what is missing, and a secret among it. */
export function lineOf(asked: Asked, source: ReplySource, isGuideChosen: boolean): string {
  const errors = errorsIn(asked);
  const { entries } = source.errors;
  const product = guides[asked.guide ?? '']?.guide.product;
  const codes = entries.filter(({ id }) => errors.includes(id)).map(({ code }) => code);
  const read = [
    ...(product === undefined ? [] : [product]),
    ...codes,
    ...namedValues(asked, source),
  ];
  const said =
    read.length > 0
      ? pageSay('support.read', { what: read.join(', ') })
      : pageSay('support.read-nothing');
  const warned = asked.tellsSecret || asked.holdsToken ? [pageSay('support.secret')] : [];
  const wants = read.length > 0 && !isGuideChosen ? [pageSay('support.wants-guide')] : [];
  return [said, ...wants, ...warned].join(' ');
}

/** The replies: those that fit what was read, then all that the set-up has a use for. */
export function replyOptions(
  asked: Asked | undefined,
  own: ReplySource,
  setUp: SetUp,
): readonly HTMLElement[] {
  const { words } = own.replies;
  const { entries, words: errorWords } = own.errors;
  const errorOption = (id: string): HTMLOptionElement => {
    const code = entries.find((entry) => entry.id === id)?.code ?? id;
    return option(
      `${errorPrefix}${id}`,
      `${pageSay('site.lead', { name: code })} ${errorWords[id]?.title ?? ''}`,
    );
  };
  const named = (reply: string): HTMLOptionElement => {
    const error = errorOf(reply);
    return error === undefined ? option(reply, words[reply]?.title ?? reply) : errorOption(error);
  };
  const fitting = asked ? repliesTo(errorsIn(asked), own, setUp) : [];
  const others = rulesFor(setUp, own)
    .map(({ id }) => id)
    .filter((id) => !fitting.includes(id));
  return [
    ...group(pageSay('support.fitting'), fitting.map(named)),
    named('any-step'),
    ...group(pageSay('support.faults'), others.map(named)),
    ...group(
      pageSay('support.errors'),
      entries.map(({ id }) => errorOption(id)),
    ),
  ];
}
