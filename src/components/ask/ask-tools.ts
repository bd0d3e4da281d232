/** What the box loads with the first key: how texts are read and searched for, and how answers are shown. */

import loadErrors from 'virtual:lotse-errors';
import loadGuideNames from 'virtual:lotse-guide-names';
import guides from 'virtual:lotse-guides';
import { searchIndex } from 'virtual:lotse-search';
import type { AskRequest } from '../../domain/ask/asked.ts';
import type { ChosenKind } from '../../domain/check/check-settings.ts';
import { catalogueOf, type Catalogue } from '../../domain/errors/catalogue.ts';
import type { Guide, Values } from '../../domain/guide/guide.ts';
import type { Hit } from '../../domain/search/documents.ts';
import { searchFor, type SearchIndex } from '../../domain/search/search.ts';
import { readValue } from '../../domain/values/read-value.ts';
import type { ErrorChunk } from '../../i18n/error-chunk.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { speaker, type Say } from '../../i18n/words.ts';
import type { KnownGuide } from '../../domain/check/expectation.ts';
import { pageGuide, today } from '../../state/guide.ts';
import { keptText } from '../../state/kept-data.ts';
import { $values } from '../../state/values.ts';
import { AskReader } from './ask-reader.ts';
import styles from './answer.css?inline';

export { AnswerView } from './answer-view.ts';
export { moveAmongHits } from './hits-view.ts';

/** All that is known on this site, in the page's language. */
export interface SiteKnowledge {
  readonly errors: ErrorChunk;
  readonly catalogue: Catalogue;
  /** The words about errors. */
  readonly say: Say;
  readonly guides: Readonly<Record<string, KnownGuide>>;
  readonly names: Readonly<Record<string, GuideNames>>;
  readonly search: SearchIndex;
  readonly reader: AskReader;
}

/** Loads it all. Rejects if a part does not arrive. */
export async function loadKnowledge(): Promise<SiteKnowledge> {
  const [errors, names, search] = await Promise.all([
    loadErrors(),
    loadGuideNames(),
    searchIndex(),
  ]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  return {
    errors,
    names,
    search,
    guides,
    catalogue: catalogueOf(errors.entries),
    say: speaker(errors.say, {}, document.documentElement.lang),
    reader: new AskReader({ entries: errors.entries, guides }),
  };
}

/** What this browser keeps of a guide's values, as far as the guide still accepts it. */
function keptValues({ id: guide, values }: Guide): Values {
  const read = values.flatMap((definition): readonly (readonly [string, string])[] => {
    const text = keptText(guide, definition.id);
    const reading =
      text === undefined ? undefined : readValue(definition, text, { today: today() });
    return reading?.ok ? [[definition.id, reading.value]] : [];
  });
  return Object.fromEntries(read);
}

/** A text with what is known of its reader; of a text by `others`, whom the reader's own values do not concern, nothing. */
export function requestOf(
  text: string,
  program: string | undefined,
  kind: ChosenKind | undefined,
  { guides }: SiteKnowledge,
  others: boolean,
): AskRequest {
  const own: Record<string, Values> = {};
  for (const { guide: each } of others ? [] : Object.values(guides)) {
    own[each.id] = each.id === pageGuide()?.id ? $values.get() : keptValues(each);
  }
  return { text, page: pageGuide()?.id, program, kind, own, today: today() };
}

/** Longer texts are about more than one thing. */
const longestSearch = 1000;

/** The pages that a text leads to; undefined for a long one. */
export function hitsFor(
  text: string,
  guide: string | undefined,
  { search }: SiteKnowledge,
): readonly Hit[] | undefined {
  return text.length > longestSearch ? undefined : searchFor(text, search, { guide });
}
