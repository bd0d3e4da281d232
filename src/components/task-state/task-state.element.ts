import readingWords from 'lotse-words:problems.,notes.,field.accepted,field.problems,field.right,copy.waits,link.waits';
import { isTaskState } from '../../domain/guide/progress.ts';
import { $tasks, changeTask, loadNoteReading, readAsNote, taskOf } from '../../state/tasks.ts';
import { $options, neighbours } from '../../state/branches.ts';
import { pageGuide } from '../../state/guide.ts';
import { linkWithValues } from '../../state/value-link.ts';
import { $readings, $values, standingOf } from '../../state/values.ts';
import { confirmCopy, copyField } from '../copy-text/copy-text.element.ts';
import { make, showLines, withTitle } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, sayProblem, withWords } from '../page-speaker.ts';

function linkTo(step: string | undefined): HTMLAnchorElement | null {
  if (step === undefined) return null;
  return document.querySelector(`lotse-task-list [data-lotse-step="${step}"] a`);
}

/** The visible fields of this page whose value is wrong, or missing though the guide needs it. */
function lackingFields(): readonly { readonly id: string; readonly name: string }[] {
  return [...document.querySelectorAll('main lotse-value-field')].flatMap((field) => {
    const value = field.getAttribute('value') ?? '';
    const standing = standingOf(value);
    const isOptional = pageGuide()?.values.find(({ id }) => id === value)?.optional ?? false;
    const lacks =
      standing === 'invalid' || standing === 'link' || (standing === 'missing' && !isOptional);
    const input = field.querySelector('input, textarea');
    if (!lacks || !input?.checkVisibility()) return [];
    return [{ id: input.id, name: field.getAttribute('name') ?? '' }];
  });
}

/** The foot of a step: „Erledigt, weiter“ marks it done and goes on; state and note can be set. */
export class TaskState extends LotseElement {
  #hasWarned = false;

  protected override connect(): void {
    const step = this.given('step');
    const note = this.inner('details textarea', HTMLTextAreaElement);
    const radios = [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    this.follow($options, (options) => {
      if (options.length > 0) this.#showWay(step);
    });
    this.on(this.inner('[data-lotse-done]'), 'click', (event) => {
      if (this.#warns(event)) event.preventDefault();
      else changeTask(step, { state: 'done' });
    });
    this.follow($readings, () => {
      // Once said, it follows what the reader does about it.
      if (this.#hasWarned) this.#showLacking();
    });
    this.on(this.inner('[data-lotse-hand-over]'), 'click', () => {
      void this.#handOver();
    });
    this.follow($values, () => {
      // The text shown below has the values of before.
      this.inner('[data-lotse-handed]').hidden = true;
    });
    for (const radio of radios) {
      this.on(radio, 'change', () => {
        if (!isTaskState(radio.value)) return;
        changeTask(step, { state: radio.value });
        announce(pageSay('tasks.saved'));
      });
    }
    const showProblems = () => {
      const reading = readAsNote(note.value);
      const problems = reading && !reading.ok ? reading.problems.map(sayProblem) : [];
      showLines(this.inner('[data-lotse-problems]'), problems);
    };
    this.on(note, 'input', () => {
      changeTask(step, { note: note.value });
      showProblems();
    });
    // Loaded early, so that no note is left unsaved.
    this.on(this.inner('details'), 'toggle', () => {
      this.await(
        () => withWords(loadNoteReading(), readingWords),
        note,
        showProblems,
        pageSay('tasks.note-unread'),
      );
    });
    this.follow($tasks, () => {
      const task = taskOf(step);
      for (const radio of radios) radio.checked = radio.value === task.state;
      // A reader who is writing is not interrupted, except when everything is forgotten.
      if (document.activeElement !== note || task.note === '') note.value = task.note;
    });
  }

  /** Whether the reader is told, once, of missing or wrong values of this page instead of going on. */
  #warns({ detail, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
    if (ctrlKey || metaKey || shiftKey) return false;
    // The second half of a double click has not read the warning.
    if (this.#hasWarned) return detail > 1;
    this.#hasWarned = this.#showLacking();
    if (this.#hasWarned) announce(this.inner('[data-lotse-lacking]').innerText);
    return this.#hasWarned;
  }

  /** Names the fields of this page that lack a value or hold a wrong one, with links to them; returns whether there are any. */
  #showLacking(): boolean {
    const links = lackingFields().flatMap(({ id, name }, index) => [
      ...(index > 0 ? [', '] : []),
      make('a', { href: `#${id}` }, name),
    ]);
    this.inner('[data-lotse-fields]').replaceChildren(...links);
    this.inner('[data-lotse-lacking]').hidden = links.length === 0;
    return links.length > 0;
  }

  /** Copies a text for whoever may do this step: what it is, and a link with the reader's values. */
  async #handOver(): Promise<void> {
    const address = linkWithValues();
    if (address === undefined) return;
    const shown = this.inner('[data-lotse-handed]');
    const text = this.inner('[data-lotse-handed] textarea', HTMLTextAreaElement);
    text.value = `${this.given('request')}\n${address}`;
    shown.hidden = false;
    const copied = await copyField(text);
    const said = pageSay(copied ? 'step.handed' : 'copy.by-hand');
    this.inner('[data-lotse-said]').textContent = said;
    confirmCopy(this.inner('[data-lotse-hand-over]'), copied, said);
  }

  /**
   * Links to the next and previous step of the chosen branch, even from a step of another one. Addresses and titles come
   * from the task list.
   */
  #showWay(step: string): void {
    const way = neighbours(step);
    const next = linkTo(way.next);
    const back = linkTo(way.back);
    const overview = this.given('overview');
    const done = this.inner('[data-lotse-done]', HTMLAnchorElement);
    done.href = next?.href ?? overview;
    if (next) {
      const title = { text: next.textContent.trim(), lang: next.lang || undefined };
      done.replaceChildren(...withTitle((text) => pageSay('step.done', { title: text }), title));
    } else {
      done.textContent = pageSay('step.finish');
    }
    const skip = this.inner('[data-lotse-skip]', HTMLAnchorElement);
    skip.hidden = next === null;
    skip.href = done.href;
    this.inner('[data-lotse-back]', HTMLAnchorElement).href = back?.href ?? overview;
  }
}
