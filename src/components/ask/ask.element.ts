import askWords from 'lotse-words:ask.,copy.button,decoder.share,findings.token-,settings.,settings-page.,difference.,step.mended-in';
import type { Asked } from '../../domain/ask/asked.ts';
import type { Values } from '../../domain/guide/guide.ts';
import type { Language } from '../../i18n/languages.ts';
import { pageGuide } from '../../state/guide.ts';
import { $values } from '../../state/values.ts';
import { isWhole, makeButton } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, withWords } from '../page-speaker.ts';
import type { AnswerView } from './answer-view.ts';
import { shownPart, takesOver, wordInAddress } from './ask-text.ts';
import type { SiteKnowledge } from './ask-tools.ts';

type Tools = typeof import('./ask-tools.ts');

/** What comes with the first key. */
interface Loaded extends Tools {
  readonly site: SiteKnowledge;
}

async function loadTools(): Promise<Loaded> {
  const tools = await withWords(import('./ask-tools.ts'), askWords);
  return { ...tools, site: await tools.loadKnowledge() };
}

/** One for all boxes of a page. */
let loading: Promise<Loaded> | undefined;

/** Where it does not arrive, the next text or the reader's click tries again. */
function bringTools(): Promise<Loaded> {
  loading ??= loadTools().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** A text, and all that its answer depends on. */
type Question = readonly [text: string, program: unknown, kind: unknown, values: Values];

function isSame(one: Question, other: Question): boolean {
  return one.every((part, index) => part === other[index]);
}

/** How long to wait in milliseconds: for more keys, and before saying that a text is being read. */
const pause = { typing: 150, reading: 1000 } as const;

/**
 * The box for whatever the reader has in front of them: it explains, compares and searches, on this page only. Nothing is
 * kept or sent. The text is in memory until the page is left; of a long one, or a token, the field does not show it all.
 */
export class Ask extends LotseElement {
  #text = '';
  /** Whether the text is complete: pasted, dropped, or left. */
  #isDone = false;
  /** Whether Enter has asked for the first page that is found. */
  #goesOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Until a text takes long to read. */
  #slow: ReturnType<typeof setTimeout> | undefined;
  #tools: Loaded | undefined;
  #view: AnswerView | undefined;
  /** What the answer on the page belongs to. */
  #answered: Question | undefined;

  protected override connect(): void {
    const field = this.#field;
    this.on(field, 'input', (event) => {
      this.#take(field.value, isWhole(event));
    });
    this.on(field, 'paste', (event) => {
      this.#takeOver(event, event.clipboardData);
    });
    this.on(field, 'drop', (event) => {
      this.#takeOver(event, event.dataTransfer);
    });
    this.on(field, 'change', () => {
      this.#isDone = true;
      if (this.#isAnswered) this.#announce();
    });
    this.on(this, 'keydown', (event) => {
      this.#press(event);
    });
    this.on(this.inner('[data-lotse-empty]'), 'click', () => {
      this.#empty();
      field.focus();
      if (this.#tools) announce(pageSay('ask.emptied'));
    });
    this.follow($values, () => {
      if (this.#text !== '') this.#update();
    });
    this.on(window, 'pagehide', () => {
      this.#empty();
    });
    this.on(window, 'hashchange', () => {
      this.#readAddress();
    });
    // What came before this script counts as whole.
    if (field.value !== '') this.#take(field.value, true);
    this.#readAddress();
  }

  get #field(): HTMLTextAreaElement {
    return this.inner('textarea', HTMLTextAreaElement);
  }

  /** A word in the address of the page that is for it. */
  #readAddress(): void {
    const word = this.hasAttribute('linked') ? wordInAddress(location.hash) : '';
    if (word === '') return;
    this.#fill(word);
  }

  /** A long text is not put into the field whole, which would take the browser half a second. */
  #takeOver(event: Event, data: DataTransfer | null): void {
    const text = data?.getData('text') ?? '';
    const isFile = (data?.files.length ?? 0) > 0 && text === '';
    // A field that shows only the ends of a text takes a new one in its place.
    if (isFile || this.#field.readOnly || takesOver(text)) event.preventDefault();
    if (event.defaultPrevented && text !== '') this.#fill(text);
  }

  /** Puts a text in place of the field's. */
  #fill(text: string): void {
    const field = this.#field;
    field.readOnly = takesOver(text);
    field.value = field.readOnly ? shownPart(text, this.given('cut')) : text;
    this.#take(text, true);
  }

  #take(text: string, isWhole: boolean): void {
    this.#text = text;
    this.#isDone = isWhole;
    this.#goesOn = false;
    if (this.#view) {
      this.#view.kind = undefined;
      this.#view.program = undefined;
    }
    clearTimeout(this.#timer);
    if (isWhole || text.trim() === '') this.#update();
    else {
      this.#timer = setTimeout(() => {
        this.#update();
      }, pause.typing);
    }
  }

  #empty(): void {
    const field = this.#field;
    field.value = '';
    field.readOnly = false;
    this.#take('', false);
  }

  /** Whether what is on the page is the answer to what is asked now. */
  get #isAnswered(): boolean {
    return this.#answered !== undefined && isSame(this.#answered, this.#question());
  }

  #question(): Question {
    return [this.#text, this.#view?.program, this.#view?.kind, $values.get()];
  }

  #update(): void {
    this.inner('[data-lotse-empty]').hidden = this.#text === '';
    if (this.#text.trim() === '') {
      this.stopWaiting();
      this.#tools?.site.reader.stop();
      this.#forgetAnswer();
      this.#showReading(false);
      return;
    }
    this.await(
      bringTools,
      this.#field,
      (tools, late) => {
        this.#tools = tools;
        this.#isDone ||= late;
        this.#read(tools);
      },
      this.given('failed'),
    );
  }

  #viewOf({ AnswerView, site }: Loaded): AnswerView {
    const page = {
      lang: document.documentElement.lang as Language,
      guide: pageGuide()?.id,
      version: this.given('version'),
    };
    return new AnswerView(this.inner('[data-lotse-answer]'), site, page, () => {
      this.#isDone = true;
      this.#update();
    });
  }

  #read(tools: Loaded): void {
    const view = (this.#view ??= this.#viewOf(tools));
    const question = this.#question();
    if (this.#isAnswered) {
      this.#finish();
      return;
    }
    const others = this.hasAttribute('others');
    const request = tools.requestOf(this.#text, view.program, view.kind, tools.site, others);
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => {
      this.#showReading(true);
    }, pause.reading);
    tools.site.reader.read(request).then(
      (asked) => {
        this.#showReading(false);
        if (isSame(question, this.#question())) this.#show(tools, asked, view);
        else this.#update();
      },
      (error: unknown) => {
        console.error(error);
        this.#showReading(false);
        this.#forgetAnswer();
        const again = makeButton(pageSay('field.again'), () => {
          this.#update();
        });
        this.inner('[data-lotse-reading]').append(this.given('failed'), ' ', again);
        announce(this.given('failed'));
      },
    );
  }

  /** The answer to another text must not stand below this one. */
  #forgetAnswer(): void {
    this.#answered = undefined;
    this.#view?.clear();
    this.#pass(undefined);
  }

  #show(tools: Loaded, asked: Asked, view: AnswerView): void {
    const text = this.#text;
    view.show(text, asked, tools.hitsFor(text, asked.guide, tools.site));
    // A token grants access: it is not left on the screen.
    if (asked.holdsToken) {
      this.#field.value = '';
      this.#field.readOnly = false;
    }
    this.#answered = this.#question();
    this.#pass(asked);
    if (this.#isDone) this.#field.scrollTop = 0;
    this.#finish();
  }

  /** Tells the page what was read, for what else it makes of it. */
  #pass(asked: Asked | undefined): void {
    this.dispatchEvent(new CustomEvent('lotse-asked', { detail: asked, bubbles: true }));
  }

  #finish(): void {
    // Not followed at once: who is still writing would lose the text.
    if (this.#goesOn) this.querySelector<HTMLElement>('.hits a')?.focus();
    this.#goesOn = false;
    if (this.#isDone) this.#announce();
  }

  #announce(): void {
    announce(this.#view?.line ?? '');
  }

  /** Says that a text is being read, with a way to stop it. */
  #showReading(isReading: boolean): void {
    const line = this.inner('[data-lotse-reading]');
    clearTimeout(this.#slow);
    line.replaceChildren();
    if (!isReading) return;
    this.#forgetAnswer();
    const said = pageSay('ask.reading', { count: this.#text.length });
    const stop = makeButton(pageSay('ask.stop'), () => {
      this.#tools?.site.reader.stop();
      line.textContent = pageSay('ask.stopped');
      announce(line.textContent);
      this.#field.focus();
    });
    line.append(said, ' ', stop);
    announce(said);
  }

  #press(event: KeyboardEvent): void {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (event.key === 'Enter' && isPlain && event.target === this.#field) {
      const text = this.#text.trim();
      if (text === '' || text.includes('\n') || this.#field.readOnly) return;
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#goesOn = true;
      this.#isDone = true;
      this.#update();
      return;
    }
    this.#tools?.moveAmongHits(event, this.#field, this.querySelector('.hits'));
  }
}

export default Ask;
