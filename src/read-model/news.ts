/** What changed for readers, for the page and the feeds. */

import { parse } from 'yaml';
import { soundContent } from '../content-model/read-content.ts';
import { newsSchema, newsWordsSchema } from '../content-model/news.ts';
import { address, partsOf } from '../i18n/addresses.ts';
import { sourceLanguage, type Language } from '../i18n/languages.ts';
import { say as sayIn } from '../i18n/site-words.ts';

/** One entry in a language. */
export interface NewsItem {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The ids of the guides that it is about; undefined for the whole site. */
  readonly guides?: readonly string[] | undefined;
  /** Set if the words are not in the requested language. */
  readonly lang?: Language | undefined;
  readonly title: string;
  readonly text: string;
  /** The addresses of the pages that it is about: by guide, or a single one with the key ''. */
  readonly pages: Readonly<Record<string, string>>;
}

/** The entries' words in a language; none before it has a file. */
function wordsIn(language: Language) {
  const text = soundContent().files.get(`news/${language}.yml`) ?? '{}';
  return newsWordsSchema.parse(parse(text));
}

/** The entries, newest first; with a guide, those about it or about the whole site. @throws if one has no words. */
export function newsIn(language: Language, guide?: string): readonly NewsItem[] {
  return Object.entries(newsSchema.parse(parse(soundContent().files.get('news/news.yml') ?? '')))
    .filter(([, { guides }]) => !guide || !guides || guides.includes(guide))
    .map(([id, { date, guides, 'leads-to': page }]) => {
      const own = wordsIn(language)[id];
      const said = own ?? wordsIn(sourceLanguage)[id];
      if (!said) throw new Error(`news/${sourceLanguage}.yml lacks “${id}”`);
      const places = guides ?? [''];
      const to = (place: string) => address(language, ...partsOf(`${place}/${page ?? ''}`));
      const pages = guides || page ? places.map((place) => [place, to(place)] as const) : [];
      const lang = own ? undefined : sourceLanguage;
      return { id, date, guides, lang, ...said, pages: Object.fromEntries(pages) };
    });
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => escapes[sign] ?? sign);

/** An Atom feed (RFC 4287). An entry's id stays the same whatever becomes of its page. */
export function newsFeed(
  language: Language,
  site: URL | undefined,
  guide?: { readonly id: string; readonly product: string },
): string {
  const say = sayIn(language);
  const items = newsIn(language, guide?.id);
  const full = (path: string) => escaped(new URL(path, site).href);
  const news = full(address(language, 'news'));
  const self = full(`${address(language, ...(guide ? [guide.id] : []))}news.xml`);
  const title = guide
    ? `${say('site.lead', { name: say('news.title') })} ${guide.product}`
    : say('news.title');
  const moment = (date: string) => `${date}T00:00:00Z`;
  const entryLines = items.map(
    ({ id, date, title: name, text, pages }) => `  <entry>
    <id>${news}#${id}</id>
    <title>${escaped(name)}</title>
    <updated>${moment(date)}</updated>
    <link href="${full(pages[guide?.id ?? ''] ?? pages[''] ?? `${address(language, 'news')}#${id}`)}"/>
    <summary>${escaped(text)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${self}</id>
  <title>${escaped(`${say('site.name')} · ${title}`)}</title>
  <updated>${moment(items[0]?.date ?? '2026-11-20')}</updated>
  <author><name>${escaped(say('site.name'))}</name></author>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link href="${news}"/>
${entryLines.join('')}</feed>
`;
}
