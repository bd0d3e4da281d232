import guides from 'virtual:lotse-guides';
import loadGuideNames from 'virtual:lotse-guide-names';
import { isSummaryForm, type SummaryForm } from '../../domain/summary/shortened.ts';
import {
  summaryFile,
  summaryOf,
  type CommandPlace,
  type Summary,
} from '../../domain/summary/summary.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { pageGuide, today } from '../../state/guide.ts';
import { $tasks, loadNoteReading, readAsNote } from '../../state/tasks.ts';
import { $values, acceptedValues, hasWaiting } from '../../state/values.ts';
import { confirmCopy, copyText } from '../copy-text/copy-text.element.ts';
import { make } from '../dom.ts';
import { longDay } from '../long-day.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';
import { saveFile } from '../save-file.ts';
import {
  madeLine,
  summarySections,
  summaryText,
  type SummaryLine,
  type SummarySection,
  type SummaryVoice,
} from './wording.ts';

function lineElement({ text, kind }: SummaryLine): HTMLElement {
  const line = make('p', { class: kind });
  if (kind === 'code') line.append(make('code', {}, text));
  else if (kind === 'link') line.append(make('a', { href: new URL(text).pathname }, text));
  else line.append(text);
  return line;
}

function sectionElement({ heading, hint, rows }: SummarySection): HTMLElement {
  const pairs = rows.map(({ name, lang, state, lines }) =>
    make(
      'div',
      {},
      make('dt', { lang }, name),
      make(
        'dd',
        {},
        ...(state ? [make('span', { class: 'state' }, pageSay(`tasks.${state}`))] : []),
        ...lines.map(lineElement),
      ),
    ),
  );
  return make(
    'section',
    {},
    make('h2', {}, heading),
    ...(hint === undefined ? [] : [make('p', { class: 'quiet' }, hint)]),
    make('dl', { class: 'pairs' }, ...pairs),
  );
}

/** Notes that are accepted; any other stays with its step. */
function readTasks(): Parameters<typeof summaryOf>[0]['tasks'] {
  const tasks = Object.entries($tasks.get()).flatMap(([step, task]) => {
    if (!task) return [];
    const reading = readAsNote(task.note);
    return [[step, { state: task.state, note: reading?.ok ? reading.value : '' }] as const];
  });
  return Object.fromEntries(tasks);
}

/** Shows what was set up, and offers it as text and as a file, whole or fit for a ticket. */
export class SummaryOfGuide extends LotseElement {
  #names: GuideNames | undefined;
  readonly #foot = new CSSStyleSheet();

  protected override connect(): void {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#foot];
    this.await(
      () => Promise.all([loadGuideNames(), loadNoteReading()]),
      this.inner('[data-lotse-said]'),
      ([names]) => {
        this.#names = names[pageGuide()?.id ?? ''];
        this.#start();
      },
    );
  }

  #start(): void {
    const show = () => {
      this.#show();
    };
    this.follow($values, show);
    this.follow($tasks, show);
    for (const radio of this.querySelectorAll('input')) {
      radio.addEventListener('change', () => {
        show();
        this.tell(pageSay(`summary.form-${this.#form}-hint`));
      });
    }
    const act = (name: string, use: (button: HTMLButtonElement) => void): void => {
      const button = this.querySelector<HTMLButtonElement>(`[data-lotse-act=${name}]`);
      if (!button) return;
      button.disabled = false;
      button.addEventListener('click', () => {
        use(button);
      });
    };
    act('print', () => {
      print();
    });
    act('copy', (button) => {
      void copyText(this.#text()).then((done) => {
        confirmCopy(button, done);
      });
    });
    act('text', () => {
      saveFile(this.#fileName('txt'), 'text/plain', this.#text());
    });
    act('calendar', () => {
      this.#saveCalendar();
    });
    act('json', () => {
      const file = summaryFile(this.#summary(), location.origin);
      saveFile(this.#fileName('json'), 'application/json', file);
    });
  }

  get #form(): SummaryForm {
    const chosen = this.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
    return isSummaryForm(chosen) ? chosen : 'full';
  }

  #voice(): SummaryVoice {
    const names = this.#names ?? { values: {}, options: {}, steps: {}, forms: {} };
    const overview = new URL('..', location.href);
    return {
      say: pageSay,
      names,
      longDay,
      to: (page) => new URL(page && `${page}/`, overview).href,
    };
  }

  #summary(): Summary {
    const known = guides[pageGuide()?.id ?? ''];
    if (!known) throw new Error('This page has no guide');
    return summaryOf({
      guide: known.guide,
      form: this.#form,
      values: acceptedValues(),
      tasks: readTasks(),
      commands: JSON.parse(this.given('commands')) as readonly CommandPlace[],
      today: today(),
      nameOf: (id) => this.#names?.values[id] ?? id,
    });
  }

  #text(): string {
    return summaryText(this.#summary(), this.#voice());
  }

  #saveCalendar(): void {
    const expires = acceptedValues()['secretExpires'] ?? '';
    const { product, secret } = this.#summary();
    // The library for calendars is loaded only now.
    void import('./calendar.ts').then(
      ({ calendarFile, reminderDaysBefore }) => {
        const days = secret && expires ? reminderDaysBefore(expires, today()) : [];
        if (days.length === 0) {
          this.tell(pageSay('summary.calendar-none'));
          return;
        }
        const title = pageSay('summary.calendar-title', { product, date: longDay(expires) });
        const url = this.#voice().to('renew');
        const ids = days.map(() => crypto.randomUUID());
        const text = calendarFile({ title, url, days, ids, now: new Date() });
        saveFile(this.#fileName('ics'), 'text/calendar', text);
        this.tell(pageSay('summary.calendar-saved'));
      },
      (error: unknown) => {
        console.error(error);
        this.tell(pageSay('field.failed'));
      },
    );
  }

  #fileName(ending: string): string {
    return `postlotse-${pageGuide()?.id ?? ''}-${today()}.${ending}`;
  }

  #show(): void {
    const summary = this.#summary();
    const voice = this.#voice();
    const sections = summarySections(summary, voice).map(sectionElement);
    this.inner('[data-lotse-sections]').replaceChildren(...sections);
    this.inner('[data-lotse-made]').textContent = madeLine(summary, voice);
    const calendar = this.querySelector<HTMLElement>('[data-lotse-act=calendar]');
    if (calendar) calendar.hidden = !summary.secret;
    this.inner('[data-lotse-waits]').hidden = !hasWaiting();
    // The foot of each sheet of paper. A date, a version and an address need no escaping.
    const foot = `${longDay(today())} · Postlotse ${this.given('version')} · ${location.origin}${location.pathname}`;
    this.#foot.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(foot)} } }`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-summary': SummaryOfGuide;
  }
}
