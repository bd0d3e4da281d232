import loadReplies from 'virtual:lotse-replies';
import guides from 'virtual:lotse-guides';
import type { Asked } from '../../domain/ask/asked.ts';
import type { Guide } from '../../domain/guide/guide.ts';
import { isLanguage, sourceLanguage, type Language } from '../../i18n/languages.ts';
import type { ReplySource } from '../../i18n/replies.ts';
import { today } from '../../state/guide.ts';
import { allForgotten, onStoredElsewhere } from '../../state/storage.ts';
import { confirmCopy, copyField, copyText } from '../copy-text/copy-text.element.ts';
import { make } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay } from '../page-speaker.ts';
import { keepSubject, keptSubject } from './desk-memory.ts';
import { errorsIn, lineOf, pageOptions, replyOptions } from './desk-view.ts';
import { linkView } from './link-view.ts';
import { qrCode } from './qr-code.ts';
import { linkOf, repliesTo, replyText, stepFor, type SetUp, type Subject } from './reply-text.ts';
import { ValueFields } from './value-fields.ts';

/** Chooses an option that may be missing; then the first. */
function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

/**
 * The support desk: from what the box reads in a ticket, or from its own form, it makes a link, its QR code and a reply
 * in the customer's language. The form is kept for this tab, as far as the guide accepts it; the ticket never.
 */
export class SupportDesk extends LotseElement {
  /** In the language of the page, and in the customer's. */
  #own: ReplySource | undefined;
  #source: ReplySource | undefined;
  #asked: Asked | undefined;
  #hasTicket = false;
  /** Whether the reply was changed by hand. */
  #isEdited = false;
  #fields: ValueFields | undefined;

  protected override connect(): void {
    this.#fields = new ValueFields(this.inner('[data-lotse-fields]'), () => {
      this.#followChoices();
      this.#update();
    });
    this.on(this.#guideSelect, 'change', () => {
      this.#showGuide();
      this.#showReplies();
      this.#chooseStep();
      this.#update(true);
    });
    this.on(this.#replySelect, 'change', () => {
      this.#chooseStep();
      this.#update(true);
    });
    this.on(this.#stepSelect, 'change', () => {
      this.#update(true);
    });
    this.on(this.inner('[data-lotse-languages]'), 'change', () => {
      void this.#bring();
    });
    this.on(this.#text, 'input', () => {
      this.#isEdited = true;
      this.inner('[data-lotse-rewrite]').hidden = false;
    });
    this.on(this.inner('[data-lotse-rewrite]'), 'click', () => {
      this.#update(true);
      this.#text.focus();
    });
    this.#copies('[data-lotse-copy-link]', () => copyText(this.#link));
    this.#copies('[data-lotse-copy-reply]', () => copyField(this.#text));
    document.addEventListener('lotse-asked', this.#take);
    onStoredElsewhere(allForgotten, () => {
      this.#asked = undefined;
      this.#startAnew();
      this.#sayNothing();
    });
    void this.#bring(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('lotse-asked', this.#take);
  }

  get #guideSelect(): HTMLSelectElement {
    return this.inner('#lotse-support-guide', HTMLSelectElement);
  }
  get #replySelect(): HTMLSelectElement {
    return this.inner('#lotse-support-about', HTMLSelectElement);
  }
  get #stepSelect(): HTMLSelectElement {
    return this.inner('#lotse-support-step', HTMLSelectElement);
  }
  get #text(): HTMLTextAreaElement {
    return this.inner('textarea', HTMLTextAreaElement);
  }
  get #guide(): Guide | undefined {
    return guides[this.#guideSelect.value]?.guide;
  }
  get #link(): string {
    return this.inner('[data-lotse-link]').textContent;
  }

  get #language(): Language {
    const chosen =
      this.inner('[data-lotse-languages]').querySelector<HTMLInputElement>('input:checked');
    return chosen && isLanguage(chosen.value) ? chosen.value : sourceLanguage;
  }

  #copies(button: string, copy: () => Promise<boolean>): void {
    const pressed = this.inner(button);
    this.on(pressed, 'click', () => {
      void copy().then((done) => {
        confirmCopy(pressed, done);
      });
    });
  }

  /** Loads the replies in the customer's language. */
  async #bring(isFirst = false): Promise<void> {
    if (isFirst) this.#restoreLanguage();
    const own = document.documentElement.lang;
    try {
      this.#own ??= await loadReplies(isLanguage(own) ? own : sourceLanguage);
      this.#source = await loadReplies(this.#language);
    } catch (error) {
      console.error(error);
      this.inner('[data-lotse-read]').textContent = this.given('failed');
      return;
    }
    if (isFirst) {
      this.#showReplies();
      this.#restore();
      if (this.#asked) this.#use(this.#asked);
    }
    this.#update(true);
  }

  /** What the box has read. Once a ticket is taken out of it, the form is empty for the next customer. */
  #take = (event: Event): void => {
    // An event without details has null.
    const detail = (event as CustomEvent<Asked | null>).detail ?? undefined;
    this.#asked = detail;
    this.#hasTicket ||= detail !== undefined;
    const folded = document.querySelector<HTMLElement>('[data-lotse-folded]');
    if (folded) folded.hidden = detail === undefined;
    if (detail && this.#own) {
      this.#use(detail);
      this.#update();
    } else if (!detail) {
      // While a long text is read again, there is no answer either.
      const isEmpty =
        document.querySelector<HTMLTextAreaElement>('lotse-ask textarea')?.value === '';
      if (isEmpty && this.#hasTicket) this.#startAnew();
      this.#sayNothing();
    }
  };

  #sayNothing(): void {
    this.inner('[data-lotse-read]').textContent = '';
    this.inner('[data-lotse-explained]').replaceChildren();
  }

  #startAnew(): void {
    this.#hasTicket = false;
    this.#fields?.empty();
    this.#guideSelect.value = '';
    this.#showGuide();
    this.#showReplies();
    this.#replySelect.value = 'any-step';
    this.#chooseStep();
    this.#update(true);
  }

  #use(asked: Asked): void {
    const own = this.#own;
    if (!own) return;
    const errors = errorsIn(asked);
    if (asked.guide !== undefined) this.#guideSelect.value = asked.guide;
    this.#fields?.fill(asked.values);
    this.#showGuide();
    this.#showReplies();
    choose(this.#replySelect, repliesTo(errors, own, this.#setUp)[0] ?? 'any-step');
    this.#chooseStep();
    const { link } = asked;
    const leadsTo = [...this.#stepSelect.options].find(({ value }) => value === link?.page);
    if (leadsTo && errors.length === 0) leadsTo.selected = true;
    const names = own.names[link?.guide ?? ''];
    this.inner('[data-lotse-explained]').replaceChildren(
      ...(link ? linkView(link, guides[link.guide]?.guide.product ?? '', names, own.replies) : []),
    );
    const line = lineOf(asked, own, this.#guide !== undefined);
    this.inner('[data-lotse-read]').textContent = line;
    announce(line);
  }

  get #setUp(): SetUp {
    return { guide: this.#guide, values: this.#fields?.values ?? {} };
  }

  /** A choice decides which replies and pages the set-up has a use for. */
  #followChoices(): void {
    this.#showPages();
    const chosen = this.#replySelect.value;
    this.#showReplies();
    if (this.#replySelect.value !== chosen) this.#chooseStep();
  }

  /** The list of replies: those that fit what was read, then all that the set-up has a use for. */
  #showReplies(): void {
    const own = this.#own;
    if (!own) return;
    const chosen = this.#replySelect.value;
    this.#replySelect.replaceChildren(...replyOptions(this.#asked, own, this.#setUp));
    choose(this.#replySelect, chosen === '' ? 'any-step' : chosen);
    if (chosen === '') this.#replySelect.value = 'any-step';
  }

  #showGuide(): void {
    const guide = this.#guide;
    const names = this.#own?.names[guide?.id ?? ''];
    this.#fields?.show(guide, names);
    this.inner('[data-lotse-values]').hidden = !guide;
    this.#showPages();
  }

  #showPages(): void {
    if (!this.#own) return;
    const chosen = this.#stepSelect.value;
    this.#stepSelect.replaceChildren(...pageOptions(this.#setUp, this.#own));
    choose(this.#stepSelect, chosen);
  }

  /** The step that mends what the reply is about. */
  #chooseStep(): void {
    const { guide, values } = this.#setUp;
    if (!guide || !this.#own) return;
    const reply = this.#replySelect.value;
    const fitting = stepFor(reply, guide, values, this.#own);
    // A reply for any step is about one.
    choose(this.#stepSelect, fitting ?? (reply === 'any-step' ? (guide.steps[0]?.id ?? '') : ''));
  }

  #subject(): Subject {
    return {
      reply: this.#replySelect.value,
      ...this.#setUp,
      step: this.#stepSelect.value === '' ? undefined : this.#stepSelect.value,
      language: this.#language,
      sent: this.#asked?.decoded.redirects[0],
      isSecretSent: this.#asked?.tellsSecret,
      today: today(),
    };
  }

  /** Writes link, code and reply anew; a reply that was changed by hand only if it is to be `rewritten`. */
  #update(rewritten = false): void {
    const source = this.#source;
    if (!source) return;
    const subject = this.#subject();
    const link = linkOf(subject, location.origin);
    this.inner('[data-lotse-link]').textContent = link;
    const code = qrCode(link);
    this.inner('[data-lotse-qr]').replaceChildren(
      code ?? make('p', {}, pageSay('support.qr-too-long')),
    );
    this.#text.lang = subject.language;
    if (rewritten || !this.#isEdited) {
      this.#text.value = replyText(subject, source, link);
      this.#isEdited = false;
      this.inner('[data-lotse-rewrite]').hidden = true;
    }
    keepSubject(subject, this.#fields?.values ?? {});
  }

  #restoreLanguage(): void {
    const { language } = keptSubject();
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-lotse-languages] input')) {
      if (typeof language === 'string' && isLanguage(language)) {
        input.checked = input.value === language;
      }
    }
  }

  #restore(): void {
    const { guide, reply, step, values } = keptSubject();
    if (typeof guide === 'string' && guide in guides) this.#guideSelect.value = guide;
    if (typeof values === 'object' && values !== null) {
      const texts = Object.entries(values).filter(([, text]) => typeof text === 'string');
      this.#fields?.fill(Object.fromEntries(texts));
    }
    this.#showGuide();
    this.#showReplies();
    if (typeof reply === 'string') choose(this.#replySelect, reply);
    if (typeof step === 'string') choose(this.#stepSelect, step);
  }
}
