import type { Catalogue } from '../../domain/errors/catalogue.ts';
import type { Decoded } from '../../domain/errors/decode.ts';
import type { RedirectDefinition } from '../../domain/guide/guide.ts';
import type { GuideRedirect } from '../../domain/compare/redirect-advice.ts';
import type { RedirectComparison } from '../../domain/compare/redirect-difference.ts';
import type { ErrorChunk } from '../../i18n/error-chunk.ts';
import type { Say } from '../../i18n/words.ts';
import { applies } from '../../state/branches.ts';
import { $values } from '../../state/values.ts';
import { isWhole } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce } from '../page-speaker.ts';
import type { ViewContext } from './decoded-view.ts';
import type { GuideSteps } from './mending-list.ts';
import type { TextToPassOn } from './text-to-pass-on.ts';

type Rules = typeof import('./decoder-tools.ts');

/** What comes when it is first needed: the rules, the catalogue, the words. */
interface Tools extends Rules {
  readonly chunk: ErrorChunk;
  readonly say: Say;
  readonly catalogue: Catalogue;
}

async function loadTools(): Promise<Tools> {
  const rules = await import('./decoder-tools.ts');
  const chunk = await rules.loadErrors();
  const say = rules.speaker(chunk.say, {}, document.documentElement.lang);
  const catalogue = rules.catalogueOf(chunk.entries);
  return { ...rules, chunk, say, catalogue };
}

/** Explains a pasted error message. Nothing of it leaves the page, and nothing is kept. */
export class Decoder extends LotseElement {
  #tools: Promise<Tools> | undefined;
  #passedOn: TextToPassOn | undefined;
  /** What was found, in one line for screen readers. */
  #line = '';

  protected override connect(): void {
    const field = this.inner('textarea', HTMLTextAreaElement);
    this.on(field, 'input', (event) => {
      this.#update();
      // What was pasted or dropped is whole; whoever types hears it on leaving the field.
      if (isWhole(event)) this.#announce();
    });
    // Nothing is redrawn when the field is left: the link being clicked would vanish under the pointer.
    this.on(field, 'change', () => {
      this.#announce();
    });
    this.on(this.inner('[data-lotse-ids]'), 'change', () => {
      this.#update();
    });
    this.on(this.inner('[data-lotse-empty]'), 'click', () => {
      this.#empty();
      field.focus();
      this.#afterwards(({ say }) => {
        announce(say('decoder.emptied'));
      });
    });
    this.follow($values, () => {
      this.#update();
    });
    // What came before this script was heard by nobody.
    this.#announce();
    this.on(window, 'pagehide', () => {
      this.#empty();
    });
  }

  /** Explains a text that was pasted elsewhere on the page. */
  take(text: string): void {
    const field = this.inner('textarea', HTMLTextAreaElement);
    field.value = text;
    this.#update();
    this.#announce();
    field.focus();
    this.scrollIntoView();
  }

  /** After what shows the result, which waits for the same. */
  #announce(): void {
    this.#afterwards(() => {
      announce(this.#line);
    });
  }

  /** A message may hold more than the reader sees: it does not wait for whoever comes next. */
  #empty(): void {
    this.inner('textarea', HTMLTextAreaElement).value = '';
    this.#clear();
  }

  /** Once what was asked for is there; that it failed to come is said elsewhere. */
  #afterwards(then: (tools: Tools) => void): void {
    this.#tools?.then(then, () => undefined);
  }

  #clear(): void {
    this.stopWaiting();
    this.#line = '';
    this.inner('[data-lotse-found]').replaceChildren();
    this.#passedOn?.clear();
  }

  #update(): void {
    const field = this.inner('textarea', HTMLTextAreaElement);
    if (field.value.trim() === '') {
      this.#clear();
      return;
    }
    this.await(
      () => this.#bringTools(),
      field,
      (tools, late) => {
        this.#show(field.value, tools);
        if (late) announce(this.#line);
      },
      this.given('failed'),
    );
  }

  /** Once for all texts; where they do not arrive, the next text or the reader's click tries again. */
  #bringTools(): Promise<Tools> {
    this.#tools ??= loadTools().catch((error: unknown) => {
      this.#tools = undefined;
      throw error;
    });
    return this.#tools;
  }

  #show(pasted: string, tools: Tools): void {
    const decoded = tools.decode(pasted, tools.catalogue);
    const context: ViewContext = {
      ...tools,
      pages: this.given('pages'),
      stepsFor: (topics) => this.#stepsFor(topics, tools),
    };
    this.inner('[data-lotse-found]').replaceChildren(
      ...this.#otherIds(decoded, tools),
      ...tools.findingsView(decoded, context),
      ...decoded.redirects.slice(0, 3).map((sent) => this.#redirect(sent, context, tools)),
    );
    this.#passOn(decoded, context, tools);
    this.#line = tools.findingsLine(decoded, context);
  }

  /** The steps of the page's guide; of each guide where the page has none. */
  get #guides(): readonly GuideSteps[] {
    return JSON.parse(this.given('steps')) as readonly GuideSteps[];
  }

  #stepsFor(topics: readonly string[], { mendingList, say }: Tools): HTMLElement {
    return mendingList(this.#guides, topics, this.hasAttribute('product'), say);
  }

  /** The guide's redirect URIs; undefined on a page without a guide. */
  #guideRedirects({ guideRedirects }: Tools): readonly GuideRedirect[] | undefined {
    const given = this.getAttribute('redirects');
    if (given === null) return undefined;
    const all = JSON.parse(given) as readonly RedirectDefinition[];
    const patterns = all.filter(({ when }) => applies(when)).map(({ pattern }) => pattern);
    return guideRedirects(patterns, $values.get());
  }

  #comparison(sent: string, tools: Tools): RedirectComparison | undefined {
    const known = this.#guideRedirects(tools)?.flatMap(({ uri }) => uri ?? []);
    return tools.compareRedirect(sent, known ?? []);
  }

  #redirect(sent: string, context: ViewContext, tools: Tools): HTMLElement {
    const advice = tools.redirectAdvice(sent, this.#guideRedirects(tools));
    return tools.redirectView(sent, this.#comparison(sent, tools), advice, context);
  }

  /** Says first when the message is about another app or tenant than the reader's. */
  #otherIds({ details }: Decoded, { make, say }: Tools): readonly HTMLElement[] {
    const { clientId, tenantId } = $values.get();
    const pairs = [
      ['app', clientId, 'decoder.app-differs'],
      ['tenant', tenantId, 'decoder.tenant-differs'],
    ] as const;
    return pairs.flatMap(([kind, expected, key]) => {
      const found = details.find((detail) => detail.kind === kind)?.value.toLowerCase();
      const areIds = [found, expected].every((id) => id !== undefined && /^[\da-f-]{36}$/.test(id));
      if (!areIds || found === undefined || expected === undefined || found === expected) return [];
      return [make('p', { class: 'odd' }, say(key, { found, expected }))];
    });
  }

  #passOn(decoded: Decoded, context: ViewContext, tools: Tools): void {
    this.#passedOn ??= new tools.TextToPassOn(this.inner('[data-lotse-share]'));
    const [sent] = decoded.redirects;
    const product = this.getAttribute('product') ?? undefined;
    const topics = tools.firstTopics(decoded, tools.catalogue.entries);
    const [step] = tools.ownSteps(this.#guides, topics);
    const place = {
      version: this.given('version'),
      product,
      step: product && step?.title.text,
      expected: sent === undefined ? undefined : this.#comparison(sent, tools)?.nearest,
    };
    this.#passedOn.show(decoded, place, context);
  }
}
