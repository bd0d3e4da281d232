/** Everything the search finds, in one language; what is not translated appears in German. */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Guide } from '../domain/guide/guide.ts';
import { numberOf } from '../domain/errors/catalogue.ts';
import type { SearchSource } from '../domain/search/documents.ts';
import { address } from '../i18n/addresses.ts';
import { sourceLanguage, type Language } from '../i18n/languages.ts';
import { say as sayIn } from '../i18n/site-words.ts';
import type { ContentFiles } from './content-files.ts';
import { errorsSchema, errorWordsSchema, symptomWordsSchema, type errorTopics } from './errors.ts';
import { guideChunkOf } from './guide-chunk.ts';
import { glossaryEntrySchema, guideWordsSchema, pageSchema, stepSchema } from './prose.ts';
import { portalLabels, proseWords, withLabels, type ProseSources } from './search-text.ts';
import { searchWords } from './search-words.ts';

/** An entry before its kind's words are added; what it lacks is empty. */
type Entry = Omit<SearchSource, 'codes' | 'about' | 'labels' | 'body'> &
  Partial<Pick<SearchSource, 'codes' | 'about' | 'labels' | 'body'>>;

interface Place {
  readonly files: ContentFiles;
  readonly language: Language;
  readonly labels: ReadonlyMap<string, string>;
}

/** A file in the wanted language or in German, and `lang` in that case. */
function translated(
  { files, language }: Place,
  fileIn: (language: Language) => string,
): { readonly text: string; readonly language: Language; readonly lang?: Language } {
  const own = files.get(fileIn(language));
  if (own !== undefined) return { text: own, language };
  const text = files.get(fileIn(sourceLanguage)) ?? '';
  return { text, language: sourceLanguage, lang: sourceLanguage };
}

function frontmatter<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  return schema.parse(parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? ''));
}

/** The first sentence of a text. „z. B.“ and other short forms do not end one here: they are followed by no capital. */
function firstSentence(text: string): string {
  return /^.{10,600}?[.?](?=\s\p{Lu}|$)/su.exec(text)?.[0] ?? text;
}

function guideEntries(guide: Guide, place: Place): readonly Entry[] {
  const words = translated(place, (code) => `guides/${guide.id}/${code}/guide-words.yml`);
  const data = guideWordsSchema.parse(parse(words.text));
  const { language, labels } = place;
  const to = (...parts: readonly string[]): string => address(language, guide.id, ...parts);
  const own = { guide: guide.id, product: guide.product };
  const values = Object.values(data.values).map(({ label }) => label);
  const say = sayIn(language);
  const entryOf = (kind: 'step' | 'page', id: string): Entry => {
    const { text, ...step } = translated(place, (code) => `guides/${guide.id}/${code}/${id}.mdx`);
    const { title, purpose } = frontmatter(text, stepSchema);
    const sources: ProseSources = { ...place, ...step, guide: { data: guide, words: data } };
    const words = proseWords(text, sources);
    return {
      address: to(id),
      kind,
      ...own,
      title,
      line: purpose,
      ...langOf(step),
      // What comes afterwards is found by its title, so that steps stay first.
      ...(kind === 'step' && joined(words)),
      // Addresses are English, and so help readers of what is not translated.
      about: [id, ...words.values].join(' '),
    };
  };
  const afterwards = guide.registration.credentials.length > 0 ? ['renew', 'remove'] : ['remove'];
  return [
    {
      address: to(),
      kind: 'guide',
      ...own,
      title: data.title,
      line: data.summary,
      ...langOf(words),
      labels: [...values, say('guide.roles'), say('guide.my-role')].join(' '),
      body: data.prepare.map((text) => withLabels(text, labels)).join(' '),
    },
    ...guide.steps.map(({ id }) => entryOf('step', id)),
    ...afterwards.map((id) => entryOf('page', id)),
    {
      address: to('summary'),
      kind: 'page',
      ...own,
      title: say('summary.title', { product: guide.product }),
      line: say('summary.purpose'),
      labels: say('summary.link'),
    },
    {
      address: to('check'),
      kind: 'check',
      ...own,
      title: say('settings-page.title', { product: guide.product }),
      line: say('settings-page.purpose'),
      labels: (['manifest', 'redirects', 'permissions', 'powershell'] as const)
        .map((kind) => say(`settings-page.kind-${kind}`))
        .join(' '),
    },
    {
      address: to('all'),
      kind: 'page',
      ...own,
      title: say('guide.all-title', { title: data.title }),
      line: say('guide.all'),
    },
  ];
}

function langOf({ lang }: { readonly lang?: Language }): { readonly lang?: Language } {
  return lang === undefined ? {} : { lang };
}

function joined({ labels, body }: ReturnType<typeof proseWords>) {
  return { labels: labels.join(' '), body: body.join(' ') };
}

function withoutNumbers(text: string): string {
  return text
    .split(/\s/)
    .filter((word) => !/\d/.test(word))
    .join(' ');
}

function errorEntries(place: Place): readonly Entry[] {
  const { files, language } = place;
  const say = sayIn(language);
  const wordsIn = (code: Language) =>
    errorWordsSchema.parse(parse(files.get(`errors/${code}.yml`) ?? '{}'));
  const [own, source] = [wordsIn(language), wordsIn(sourceLanguage)];
  const topicOf = (topic: (typeof errorTopics)[number]): string => say(`topic.${topic}`);
  return Object.entries(errorsSchema.parse(parse(files.get('errors/errors.yml') ?? '{}'))).flatMap(
    ([id, { code, also, topics, group, sample }]): readonly Entry[] => {
      const words = own[id] ?? source[id];
      if (!words) return [];
      return [
        {
          address: address(language, 'errors', id),
          kind: 'error',
          title: `${say('site.lead', { name: code })} ${words.title}`,
          line: firstSentence(words.cause),
          ...(own[id] ? {} : { lang: sourceLanguage }),
          codes: [numberOf({ code }) ?? (/\d/.test(code) ? code : ''), ...also].join(' '),
          labels: [...topics.slice(0, 2), ...(group ? [group] : [])].map(topicOf).join(' '),
          // Readers also type a few words of the message. Numbers in it are made up.
          body: `${words.cause} ${withoutNumbers(sample)}`,
        },
      ];
    },
  );
}

/** The answers to the questions for readers without a code, except „I do not know“. */
function symptomEntries(place: Place): readonly Entry[] {
  const { text, lang } = translated(place, (code) => `errors/symptoms-${code}.yml`);
  const questions = symptomWordsSchema.parse(parse(text === '' ? '{}' : text));
  return Object.entries(questions).flatMap(([id, { question, answers }]) =>
    Object.entries(answers)
      .filter(([answer]) => answer !== 'unknown')
      .map(([answer, { text: title, advice }]): Entry => ({
        address: `${address(place.language, 'errors')}#${id}-${answer}`,
        kind: 'symptom',
        title,
        line:
          advice === undefined ? (questions[answer]?.question ?? question) : firstSentence(advice),
        ...langOf(lang === undefined ? {} : { lang }),
        labels: id === 'start' ? '' : (questions['start']?.answers[id]?.text ?? ''),
        body: advice ?? '',
      })),
  );
}

function termEntries(place: Place): readonly Entry[] {
  const { text, lang } = translated(place, (code) => `glossary/${code}.yml`);
  const terms = z.record(z.string(), glossaryEntrySchema).parse(parse(text === '' ? '{}' : text));
  return Object.entries(terms).map(([id, { term, text: line, more = '' }]): Entry => ({
    address: `${address(place.language, 'glossary')}#${id}`,
    kind: 'term',
    title: term,
    line,
    ...langOf(lang === undefined ? {} : { lang }),
    body: more,
  }));
}

function pageEntries(place: Place): readonly Entry[] {
  const { language } = place;
  const say = sayIn(language);
  const prose = (page: string, ...parts: readonly string[]): Entry => {
    const { text, ...found } = translated(place, (code) => `pages/${code}/${page}.mdx`);
    const { title, description } = frontmatter(text, pageSchema);
    const words = proseWords(text, { ...place, ...found });
    return {
      address: address(language, ...parts),
      kind: 'page',
      title,
      line: description,
      ...langOf(found),
      ...joined(words),
    };
  };
  return [
    prose('start'),
    {
      address: address(language, 'errors'),
      kind: 'page',
      title: say('errors.title'),
      line: say('errors.description'),
    },
    {
      address: address(language, 'glossary'),
      kind: 'page',
      title: say('glossary.title'),
      line: say('glossary.description'),
    },
    prose('support', 'support'),
    prose('privacy', 'privacy'),
    prose('imprint', 'imprint'),
    prose('support-links', 'support', 'links'),
  ];
}

/** All entries of a language. @throws if the content has mistakes, which the content check reports. */
export function searchDocuments(files: ContentFiles, language: Language): readonly SearchSource[] {
  const place = { files, language, labels: portalLabels(files) };
  const entries = [
    ...Object.values(guideChunkOf(files)).flatMap(({ guide }) => guideEntries(guide, place)),
    ...errorEntries(place),
    ...symptomEntries(place),
    ...termEntries(place),
    ...pageEntries(place),
  ];
  const { kinds } = searchWords(files, language);
  return entries.map(({ codes = '', about = '', labels = '', body = '', ...entry }) => ({
    ...entry,
    codes,
    about: [about, ...(kinds[entry.kind] ?? [])].join(' '),
    labels,
    body,
  }));
}
