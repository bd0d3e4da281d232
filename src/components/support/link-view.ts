/** How the desk explains a link that was pasted. */

import type { ExplainedLink } from '../../domain/support/explain-link.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { languageCodes, languages, sourceLanguage } from '../../i18n/languages.ts';
import type { Replies } from '../../i18n/replies.ts';
import { make } from '../dom.ts';
import { pageSay, sayNote, sayProblem } from '../page-speaker.ts';
import { titleOf } from './reply-text.ts';

/** Where the link leads, each value with what is wrong with it, and what the guide does not know. */
export function linkView(
  link: ExplainedLink,
  product: string,
  names: GuideNames | undefined,
  replies: Replies,
): readonly HTMLElement[] {
  const code = languageCodes.find((one) => one === link.language) ?? sourceLanguage;
  const title = titleOf(link.page, names, replies) ?? link.page;
  const page = title === undefined ? product : `${product}, ${title}`;
  const lines = link.values.map(({ id, reading }) => {
    const said = reading.ok
      ? [reading.value, ...reading.notes.map(sayNote)]
      : [pageSay('support.link-refused'), ...reading.problems.map(sayProblem)];
    return make(
      'li',
      {},
      `${pageSay('site.lead', { name: names?.values[id] ?? id })} ${said.join(' · ')}`,
    );
  });
  const problems = link.problems.map(({ problem }) =>
    make('li', { class: 'odd' }, sayProblem(problem)),
  );
  const all = [...lines, ...problems];
  return [
    make('h3', {}, pageSay('support.link-title')),
    ...(link.host === location.host
      ? []
      : [make('p', { class: 'wrong' }, pageSay('support.link-elsewhere', { host: link.host }))]),
    make('p', {}, pageSay('support.link-leads', { page, language: languages[code].name })),
    all.length > 0 ? make('ul', {}, ...all) : make('p', {}, pageSay('support.link-empty')),
  ];
}
