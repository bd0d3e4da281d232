/** The answer of the box to a text. Everything is text: nothing of what was pasted becomes markup. */

import { isQuestion, type Asked } from '../../domain/ask/asked.ts';
import type { ChosenKind } from '../../domain/check/check-settings.ts';
import { guideRedirects, redirectAdvice } from '../../domain/compare/redirect-advice.ts';
import { compareRedirect } from '../../domain/compare/redirect-difference.ts';
import { topicsOf } from '../../domain/errors/decode.ts';
import { isChosen } from '../../domain/guide/applicable.ts';
import type { Guide } from '../../domain/guide/guide.ts';
import type { Hit } from '../../domain/search/documents.ts';
import { isGuid } from '../../domain/text/guid-pattern.ts';
import { address } from '../../i18n/addresses.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import type { Language } from '../../i18n/languages.ts';
import {
  findingsLine,
  findingsView,
  redirectView,
  type ViewContext,
} from '../decoder/decoded-view.ts';
import { mendingList, ownSteps, type GuideSteps } from '../decoder/mending-list.ts';
import { otherIds } from '../decoder/other-ids.ts';
import { TextToPassOn } from '../decoder/text-to-pass-on.ts';
import { make } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';
import { kindChoice, ProgramChoice } from './answer-controls.ts';
import type { SiteKnowledge } from './ask-tools.ts';
import { guideSteps } from './guide-steps.ts';
import { hitCount, hitsView } from './hits-view.ts';
import {
  waitingLine,
  kindLine,
  settingsLines,
  settingsView,
  summaryLine,
  type ComparedWith,
} from './settings-view.ts';
import { sharePart } from './share-part.ts';
import { tokenView } from './token-view.ts';
import { valuesView } from './values-view.ts';

/** The page that the box is on. */
export interface AskPage {
  readonly lang: Language;
  /** Its guide. */
  readonly guide: string | undefined;
  readonly version: string;
}

/** The page of the guide that a link in the text leads to. */
function linkedPage({ guide, link }: Asked): readonly string[] {
  return link?.guide === guide && link?.page !== undefined ? [link.page] : [];
}

/** Shows answers, and remembers what the reader has corrected about how a text is read. */
export class AnswerView {
  /** What the reader has chosen, for the text that is shown. */
  program: string | undefined;
  kind: ChosenKind | undefined;
  /** The answer in one line for screen readers. */
  line = '';
  readonly #site: SiteKnowledge;
  readonly #page: AskPage;
  readonly #parts: Readonly<
    Record<'found' | 'settings' | 'values' | 'token' | 'hits', HTMLElement>
  >;
  readonly #again: () => void;
  readonly #programs: ProgramChoice;
  readonly #share: HTMLElement;
  readonly #passedOn: TextToPassOn;
  #last: { readonly text: string; readonly asked: Asked } | undefined;

  /** `again` is called when the text has to be read anew. */
  constructor(host: HTMLElement, site: SiteKnowledge, page: AskPage, again: () => void) {
    this.#again = again;
    this.#site = site;
    this.#page = page;
    const part = (name: string): HTMLElement => make('div', { [`data-lotse-${name}`]: '' });
    this.#parts = {
      found: part('found'),
      settings: part('settings'),
      values: part('values'),
      token: part('token'),
      hits: part('hits'),
    };
    this.#programs = new ProgramChoice(Object.values(site.guides), (guide) => {
      this.program = guide;
      again();
    });
    this.#share = sharePart(() => {
      if (this.#last) this.#passOn(this.#last.asked);
    });
    this.#passedOn = new TextToPassOn(this.#share);
    const { found, settings, values, token, hits } = this.#parts;
    host.replaceChildren(this.#programs.part, found, settings, values, token, hits, this.#share);
    this.clear();
  }

  /** Takes everything away. */
  clear(): void {
    this.#last = undefined;
    this.line = '';
    this.#programs.part.hidden = true;
    for (const part of Object.values(this.#parts)) part.replaceChildren();
    this.#passedOn.clear();
  }

  /** Shows what was found in a text; where nothing was, the pages that its words lead to. */
  show(text: string, asked: Asked, hits: readonly Hit[] | undefined): void {
    this.#last = { text, asked };
    const wasOnKind = document.activeElement?.id === 'lotse-kind';
    const { decoded, settings, kindsWaiting, values, objectId, holdsToken, holdsSecret } = asked;
    const hasError = decoded.findings.length > 0 || decoded.signedIn || decoded.tokenIssued;
    const hasValues = Object.keys(values).length > 0 || objectId !== undefined;
    const isRead = settings !== undefined || kindsWaiting.length > 0 || holdsToken;
    const isFound = hasError || isRead || hasValues || holdsSecret;
    const { guides } = this.#site;
    this.#programs.part.hidden = !this.#asksProgram(asked, isFound);
    this.#programs.show(asked.guide);
    const showsError = hasError || !(isFound || isQuestion(text));
    this.#parts.found.replaceChildren(
      ...(holdsSecret && !settings ? [this.#secret()] : []),
      ...this.#otherGuide(asked),
      ...(showsError ? this.#errors(asked) : []),
    );
    this.#parts.settings.replaceChildren(...this.#settings(asked));
    this.#parts.values.replaceChildren(...(hasValues ? this.#values(asked) : []));
    const known = this.#guideOf(asked);
    this.#parts.token.replaceChildren(
      ...(holdsToken ? [tokenView(text, known, asked.compared)] : []),
    );
    const isId = isGuid(text.trim().toLowerCase());
    const shown = isFound || isId ? undefined : hits;
    this.#parts.hits.replaceChildren(
      ...(isId && !isFound ? [make('p', {}, pageSay('ask.bare-id'))] : []),
      ...(shown ? hitsView(shown, guides) : []),
    );
    if (hasError || isRead) this.#passOn(asked);
    else this.#passedOn.clear();
    this.line = this.#lineOf(asked, showsError, shown);
    if (wasOnKind) document.getElementById('lotse-kind')?.focus();
  }

  /** On a guide's page only where the text is about another program. */
  #asksProgram({ otherGuide }: Asked, isFound: boolean): boolean {
    if (!isFound) return false;
    return this.#page.guide === undefined || this.program !== undefined || otherGuide !== undefined;
  }

  #lineOf(asked: Asked, showsError: boolean, hits: readonly Hit[] | undefined): string {
    const { settings, holdsToken, holdsSecret, values, objectId, kindsWaiting } = asked;
    const compared = this.#compared(asked);
    const lines = [
      ...(holdsSecret && !settings ? [pageSay('settings.found.paste-holds-secret', {})] : []),
      ...this.#otherGuide(asked).map(({ textContent }) => textContent),
      ...(showsError ? [findingsLine(asked.decoded, this.#context(asked))] : []),
      ...(settings && compared ? [kindLine(settings, compared), summaryLine(settings)] : []),
      ...(kindsWaiting.length > 0 ? [waitingLine(kindsWaiting)] : []),
      ...(Object.keys(values).length > 0 ? [pageSay('ask.values')] : []),
      ...(objectId === undefined ? [] : [pageSay('ask.object-id', { id: objectId })]),
      ...(holdsToken ? [pageSay('ask.token')] : []),
      ...(hits ? [pageSay('ask.hits-found', { count: hitCount(hits) })] : []),
    ];
    return lines.join(' ');
  }

  /** Settings say it themselves. */
  #secret(): HTMLElement {
    return make('p', { class: 'odd' }, pageSay('settings.found.paste-holds-secret', {}));
  }

  /** A text about another program than that of the page. */
  #otherGuide({ otherGuide }: Asked): readonly HTMLElement[] {
    const other = this.#site.guides[otherGuide ?? '']?.guide;
    if (!other) return [];
    return [make('p', { class: 'odd' }, pageSay('ask.other', { product: other.product }))];
  }

  /** The guide that an answer is about. */
  #guideOf({ guide }: Asked): Guide | undefined {
    return this.#site.guides[guide ?? '']?.guide;
  }

  /** What a guide calls its values; where there is none, only what all guides ask for is read, and is called the same. */
  #namesOf(guide: string | undefined): GuideNames | undefined {
    return this.#site.names[guide ?? Object.keys(this.#site.guides)[0] ?? ''];
  }

  #compared({ guide }: Asked): ComparedWith | undefined {
    const names = this.#site.names[guide ?? ''];
    if (guide === undefined || !names) return undefined;
    return { names, to: (...parts) => address(this.#page.lang, guide, ...parts) };
  }

  /** The steps of the guide that the text is about, or of all. */
  #steps({ guide }: Asked): readonly GuideSteps[] {
    const { guides } = this.#site;
    const own = guides[guide ?? ''];
    return (own ? [own] : Object.values(guides)).map((each) =>
      guideSteps(each, this.#site.names[each.guide.id], this.#page.lang),
    );
  }

  #context(asked: Asked): ViewContext {
    const { errors, catalogue, say } = this.#site;
    const own = this.#guideOf(asked);
    const applies = this.#applies(asked);
    return {
      chunk: errors,
      catalogue,
      say,
      pages: address(this.#page.lang, 'errors'),
      stepsFor: (topics) =>
        mendingList(this.#steps(asked), topics, { isOwn: own !== undefined, applies }, say),
    };
  }

  #applies(asked: Asked) {
    const own = this.#guideOf(asked);
    return (when: Parameters<typeof isChosen>[0]): boolean =>
      own === undefined || isChosen(when, own, asked.compared);
  }

  /** The redirect URIs of the guide that the text is about; undefined where it is about none. */
  #redirects(asked: Asked) {
    const own = this.#guideOf(asked);
    const applies = this.#applies(asked);
    const patterns = own?.registration.redirects
      .filter(({ when }) => applies(when))
      .map(({ pattern }) => pattern);
    return patterns && guideRedirects(patterns, asked.compared);
  }

  #errors(asked: Asked): readonly HTMLElement[] {
    const { decoded, compared } = asked;
    const context = this.#context(asked);
    const known = this.#redirects(asked);
    const uris = known?.flatMap(({ uri }) => uri ?? []) ?? [];
    return [
      ...otherIds(decoded, compared, this.#site.say),
      ...findingsView(decoded, context),
      ...decoded.redirects.slice(0, 3).map((sent) => {
        return redirectView(
          sent,
          compareRedirect(sent, uris),
          redirectAdvice(sent, known),
          context,
        );
      }),
    ];
  }

  #settings(asked: Asked): readonly HTMLElement[] {
    const { settings, kindsWaiting } = asked;
    const title = make('h3', {}, pageSay('settings-page.result'));
    if (kindsWaiting.length > 0) return [title, make('p', {}, waitingLine(kindsWaiting))];
    const compared = this.#compared(asked);
    if (!settings || !compared) return [];
    const choice = kindChoice(compared.names, this.kind, (kind) => {
      this.kind = kind;
      this.#again();
    });
    return [title, choice, ...settingsView(settings, compared)];
  }

  /** The first step that mends what was found. */
  #firstStep(asked: Asked): GuideSteps['steps'][number] | undefined {
    const topics = topicsOf(asked.decoded, this.#site.catalogue);
    return ownSteps(this.#steps(asked), topics, this.#applies(asked))[0];
  }

  #values(asked: Asked): readonly HTMLElement[] {
    const guide = this.#guideOf(asked);
    const names = this.#namesOf(asked.guide);
    if (!guide) return valuesView(asked, names);
    const isHere = this.#page.guide === guide.id;
    const href =
      this.#firstStep(asked)?.href ?? address(this.#page.lang, guide.id, ...linkedPage(asked));
    return valuesView(asked, names, { guide, href, isHere });
  }

  #valueLines({ guide, values }: Asked): readonly string[] {
    const names = this.#namesOf(guide);
    return Object.entries(values).map(
      ([id, text]) => `${pageSay('site.lead', { name: names?.values[id] ?? id })} ${text ?? ''}`,
    );
  }

  /** Fills the text to pass on with what was understood. */
  #passOn(asked: Asked): void {
    const { decoded, settings } = asked;
    const compared = this.#compared(asked);
    const own = this.#guideOf(asked);
    const [sent] = decoded.redirects;
    const uris = this.#redirects(asked)?.flatMap(({ uri }) => uri ?? []) ?? [];
    const place = {
      version: this.#page.version,
      product: own?.product,
      step: own && this.#firstStep(asked)?.title.text,
      expected: sent === undefined ? undefined : compareRedirect(sent, uris)?.nearest,
      besides: [
        ...(asked.holdsToken ? [pageSay('ask.token')] : []),
        ...(settings && compared ? settingsLines(settings, compared) : []),
      ],
      values: this.#valueLines(asked),
    };
    this.#passedOn.show(decoded, asked.lines, place, this.#context(asked));
  }
}
