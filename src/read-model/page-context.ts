/** What the components of a page need to know of it: guide, language, words. */

import type { ApplicableGuide, Guide } from '../domain/guide/guide.ts';
import type { Language } from '../i18n/languages.ts';
import type { Say } from '../i18n/words.ts';
import type { GuideWords } from './guide-data.ts';

/** A step's title, with its language where that is not the one asked for. */
export interface Title {
  readonly text: string;
  readonly lang: Language | undefined;
}

/** A guide with its words and the titles of its steps, in one language. */
export interface GuideContext {
  /** With all its branches. */
  readonly guide: Guide;
  /** As it is before the reader chooses: the first option of every choice. */
  readonly base: ApplicableGuide;
  readonly words: GuideWords;
  /** Title of each step, in German where it is not yet translated. */
  readonly titles: ReadonlyMap<string, Title>;
}

/** What a page is about. */
export interface PageContext {
  /** The language of the prose; German on a page that is not yet translated. */
  readonly language: Language;
  readonly say: Say;
  readonly guide?: GuideContext | undefined;
  /** The guide in the language that the reader chose, for what stands around the prose. */
  readonly frame?: GuideContext | undefined;
  /** The step of the page; absent where several stand together. */
  readonly step?: string | undefined;
  /** Where links between pages lead: the language that the reader chose. */
  readonly chosen: Language;
}

/** The page's context. @throws on a page that has none: our own mistake. */
export function pageContext(locals: App.Locals): PageContext {
  if (!locals.lotse) throw new Error('This component needs Astro.locals.lotse');
  return locals.lotse;
}

/** The language of what scripts say, for places within prose that is in another one. */
export function scriptLang(locals: App.Locals): Language | undefined {
  const { language, chosen } = pageContext(locals);
  return language === chosen ? undefined : chosen;
}

/** The page's guide. @throws where there is none. */
export function guideContext(locals: App.Locals): GuideContext {
  const { guide } = pageContext(locals);
  if (!guide) throw new Error('This component stands on pages of a guide only');
  return guide;
}

/** The page's guide in the language that the reader chose. @throws where there is none. */
export function frameContext(locals: App.Locals): GuideContext {
  return pageContext(locals).frame ?? guideContext(locals);
}

/** The title of a step. @throws where there is none: the content check finds that before. */
export function titleOf(guide: GuideContext, step: string): Title {
  const title = guide.titles.get(step);
  if (!title) throw new Error(`The guide has no step “${step}”`);
  return title;
}

/** An id that no other element of the page has. */
export function uniqueId(locals: App.Locals, name: string): string {
  locals.lotseIds = (locals.lotseIds ?? 0) + 1;
  return `${name}-${String(locals.lotseIds)}`;
}
