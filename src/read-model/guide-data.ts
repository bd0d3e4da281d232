/** Guides with their words and steps, for pages. */

import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { applicable } from '../domain/guide/applicable.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { guideOf } from '../content-model/guide.ts';
import {
  askedIn,
  componentsIn,
  namedIn,
  type UsedComponent,
} from '../content-model/prose-parts.ts';
import { languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import { oncePerBuild } from './once-per-build.ts';
import { voice, type GuideContext, type PageContext } from './page-context.ts';

/** A guide's texts outside its steps, in one language. */
export type GuideWords = CollectionEntry<'guideWords'>['data'];

/** A step's prose, in the requested language or else in German. */
export interface StepProse {
  readonly entry: CollectionEntry<'steps'>;
  readonly language: Language;
}

function must<Entry>(entry: Entry | undefined, what: string): Entry {
  if (!entry) throw new Error(`There is no ${what}`);
  return entry;
}

/** Entries by id. `getEntry` warns about each missing translation; looking up ids does not. */
function entriesById<Name extends 'guideWords' | 'shared' | 'steps'>(
  name: Name,
): () => Promise<ReadonlyMap<string, CollectionEntry<Name>>> {
  return oncePerBuild(async () => {
    const entries: readonly CollectionEntry<Name>[] = await getCollection(name);
    return new Map(entries.map((entry) => [entry.id, entry]));
  });
}

const allGuideWords = entriesById('guideWords');
const allSteps = entriesById('steps');
const allShared = entriesById('shared');

/** All guides, by product. */
export async function allGuides(): Promise<readonly Guide[]> {
  const guides = await getCollection('guides');
  return guides
    .map(({ id, data }) => guideOf(id, data))
    .toSorted((a, b) => a.product.localeCompare(b.product, sourceLanguage));
}

/** A guide's words; German if not yet translated. */
export async function guideWords(id: string, language: Language): Promise<GuideWords> {
  const words = await allGuideWords();
  const own = words.get(`${id}/${language}`);
  return must(own ?? words.get(`${id}/${sourceLanguage}`), `words of ${id}`).data;
}

/** A step's prose. */
export async function stepProse(
  guide: string,
  step: string,
  language: Language,
): Promise<StepProse> {
  const steps = await allSteps();
  const own = steps.get(`${guide}/${language}/${step}`);
  if (own) return { entry: own, language };
  const entry = must(steps.get(`${guide}/${sourceLanguage}/${step}`), `step ${guide}/${step}`);
  return { entry, language: sourceLanguage };
}

/** The languages in which something exists, given a function that reads it in one. */
export async function translationsOf(
  read: (language: Language) => Promise<{ readonly language: Language }>,
): Promise<readonly Language[]> {
  const found = await Promise.all(languageCodes.map(read));
  return languageCodes.filter((code, index) => found[index]?.language === code);
}

/** All steps of a guide in one language; German until every step is translated. */
export async function allProse(
  id: string,
  wanted: Language,
): Promise<{ readonly language: Language; readonly steps: readonly StepProse[] }> {
  const { guide } = await loadGuide(id, wanted);
  const read = (language: Language) =>
    Promise.all(guide.steps.map((step) => stepProse(id, step.id, language)));
  const steps = await read(wanted);
  if (steps.every(({ language }) => language === wanted)) return { language: wanted, steps };
  return { language: sourceLanguage, steps: await read(sourceLanguage) };
}

/** A guide as its pages need it, with its first branch, which applies before the reader chooses. */
export const loadGuide = oncePerBuild(
  async (id: string, language: Language): Promise<GuideContext> => {
    const { data } = must(await getEntry('guides', id), `guide ${id}`);
    const guide = guideOf(id, data);
    const titles = await Promise.all(
      guide.steps.map(async (step) => {
        const prose = await stepProse(id, step.id, language);
        const lang = prose.language === language ? undefined : prose.language;
        return [step.id, { text: prose.entry.data.title, lang }] as const;
      }),
    );
    return {
      guide,
      firstBranch: applicable(guide, {}),
      words: await guideWords(id, language),
      titles: new Map(titles),
    };
  },
);

/** The context of a guide's page: its prose in one language, the interface in the language that the reader wants. */
export async function guidePage(
  id: string,
  wanted: Language,
  { language = wanted, step }: { readonly language?: Language; readonly step?: string } = {},
): Promise<PageContext> {
  const prose = voice(language, await loadGuide(id, language));
  const ui = language === wanted ? prose : voice(wanted, await loadGuide(id, wanted));
  return { prose, ui, step };
}

/** For each value, the first step that asks for it. */
export async function stepsThatAsk(guide: Guide): Promise<ReadonlyMap<string, string>> {
  const asking = new Map<string, string>();
  for (const { id } of guide.steps) {
    for (const value of askedIn(await componentsAt(guide.id, id, sourceLanguage), 'value')) {
      if (!asking.has(value)) asking.set(value, id);
    }
  }
  return asking;
}

/** The components of a step in their order, those of shared prose where the step includes it. */
export const componentsAt = oncePerBuild(
  async (guide: string, step: string, language: Language): Promise<readonly UsedComponent[]> => {
    const { entry } = await stepProse(guide, step, language);
    const own = componentsIn(entry.body ?? '');
    const parts = own.map(async (one) => {
      const shared = await Promise.all(
        namedIn([one], 'shared').map((id) => sharedProse(id, language)),
      );
      return [one, ...shared.flatMap(({ body = '' }) => componentsIn(body))];
    });
    return (await Promise.all(parts)).flat();
  },
);

/** The ids of the texts of a step: its own, and the shared prose that it includes. */
export async function unitsAt(guide: string, step: string): Promise<readonly string[]> {
  const shared = namedIn(await componentsAt(guide, step, sourceLanguage), 'shared');
  return [`${guide}/${step}`, ...new Set(shared.map((id) => `shared/${id}`))];
}

/** Shared prose, in the requested language or else in German. */
export async function sharedProse(
  id: string,
  language: Language,
): Promise<CollectionEntry<'shared'>> {
  const shared = await allShared();
  const own = shared.get(`${language}/${id}`);
  return must(own ?? shared.get(`${sourceLanguage}/${id}`), `shared prose ${id}`);
}
