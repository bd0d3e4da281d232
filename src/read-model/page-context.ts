/** The context of a page for its components: its two voices, and the step. */

import type { ApplicableGuide, Guide, StepDefinition } from '../domain/guide/guide.ts';
import { rolesOf } from '../domain/guide/steps.ts';
import { address } from '../i18n/addresses.ts';
import type { Language } from '../i18n/languages.ts';
import { say } from '../i18n/site-words.ts';
import type { Say } from '../i18n/words.ts';
import type { GuideWords } from './guide-data.ts';

/** A step's title, with its language if it is not the requested one. */
export interface Title {
  readonly text: string;
  readonly lang: Language | undefined;
}

/** A guide with its words and the titles of its steps, in one language. */
export interface GuideContext {
  /** The guide as written, with all branches. */
  readonly guide: Guide;
  /** The branch before the reader chooses: the first option of every choice. */
  readonly firstBranch: ApplicableGuide;
  readonly words: GuideWords;
  /** The title of each step; German if not yet translated. */
  readonly titles: ReadonlyMap<string, Title>;
}

/** A language with its words and, on a guide's pages, with the guide. */
export interface Voice {
  readonly lang: Language;
  readonly say: Say;
  readonly guide?: GuideContext | undefined;
}

/** The context of a page. */
export interface PageContext {
  /** The voice of the page's prose; German if not yet translated. */
  readonly prose: Voice;
  /** The voice of the interface and of scripts, in the language that the reader chose; links lead to pages in it. */
  readonly ui: Voice;
  /** The step of the page; absent on the page with all steps. */
  readonly step?: string | undefined;
}

/** The voice of a language. */
export function voice(lang: Language, guide?: GuideContext): Voice {
  return { lang, say: say(lang), guide };
}

/** The page's context. @throws on a page without one, which is a bug. */
export function pageContext(locals: App.Locals): PageContext {
  if (!locals.lotse) throw new Error('This component needs Astro.locals.lotse');
  return locals.lotse;
}

/** The `lang` of interface texts within prose; undefined if both have the same language. */
export function uiLang({ prose, ui }: PageContext): Language | undefined {
  return ui.lang === prose.lang ? undefined : ui.lang;
}

/** Who may carry out a step. */
export function rolesText(say: Say, step: StepDefinition): string {
  const [first = step.role, second] = rolesOf(step);
  const role = say(`role.${first}`);
  return second === undefined
    ? role
    : say('role.both', { first: role, second: say(`role.${second}`) });
}

/** The guide of a voice. @throws if it has none. */
export function guideIn({ guide }: Voice): GuideContext {
  if (!guide) throw new Error('This component belongs on the pages of a guide');
  return guide;
}

/** The page's guide in one of its two voices, with the rest of the page's context. */
export interface SpokenGuide extends GuideContext, Pick<PageContext, 'ui' | 'step'> {
  readonly lang: Language;
  readonly say: Say;
  /** The `lang` of interface texts here; undefined if the language is the same. */
  readonly uiLang: Language | undefined;
  /** The address of one of the guide's pages. */
  readonly to: (...parts: readonly string[]) => string;
}

function spoken(page: PageContext, voice: Voice): SpokenGuide {
  const context = guideIn(voice);
  return {
    ...context,
    lang: voice.lang,
    say: voice.say,
    ui: page.ui,
    uiLang: page.ui.lang === voice.lang ? undefined : page.ui.lang,
    step: page.step,
    to: (...parts) => address(page.ui.lang, context.guide.id, ...parts),
  };
}

/** The guide in the language of the prose. @throws on pages without a guide, which is a bug. */
export function proseGuide(locals: App.Locals): SpokenGuide {
  const page = pageContext(locals);
  return spoken(page, page.prose);
}

/** The guide in the language of the interface. @throws on pages without a guide, which is a bug. */
export function uiGuide(locals: App.Locals): SpokenGuide {
  const page = pageContext(locals);
  return spoken(page, page.ui);
}

/** The title of a step. @throws if there is none, which the content check catches earlier. */
export function titleOf(guide: GuideContext, step: string): Title {
  const title = guide.titles.get(step);
  if (!title) throw new Error(`The guide has no step “${step}”`);
  return title;
}

/** An id that is unique on the page. */
export function uniqueId(locals: App.Locals, name: string): string {
  locals.lotseIds = (locals.lotseIds ?? 0) + 1;
  return `${name}-${String(locals.lotseIds)}`;
}
