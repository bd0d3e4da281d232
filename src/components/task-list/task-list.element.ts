import { currentSteps } from '../../state/branches.ts';
import { $tasks, taskOf } from '../../state/tasks.ts';
import { $values } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-words.ts';

/** Marks the steps of a list with their state, and says how many are finished. */
export class TaskList extends LotseElement {
  /** The overview's button as it was built. */
  #begin: { readonly href: string; readonly text: string } | undefined;

  protected override connect(): void {
    const show = () => {
      this.#show();
    };
    this.follow($tasks, show);
    this.follow($values, show);
  }

  #show(): void {
    const steps = currentSteps();
    const states = steps.map((step) => taskOf(step).state);
    for (const item of this.querySelectorAll<HTMLElement>('[data-lotse-step]')) {
      const { state, note } = taskOf(item.dataset['lotseStep'] ?? '');
      item.dataset['lotseState'] = state;
      const word = item.querySelector('[data-lotse-state-word]');
      if (word) word.textContent = pageSay(`tasks.${state}`);
      const noteLine = item.querySelector<HTMLElement>('[data-lotse-note]');
      if (noteLine) {
        noteLine.textContent = note;
        noteLine.hidden = note === '';
      }
    }
    const done = states.filter((state) => state === 'done' || state === 'not-needed').length;
    const said = { done: String(done), total: String(steps.length) };
    for (const progress of this.querySelectorAll<HTMLElement>('[data-lotse-progress]')) {
      progress.hidden = false;
      progress.textContent = pageSay('tasks.progress', said);
    }
    this.#pointToNext(steps, states);
  }

  /** The overview's button leads to the first step that is open, once one is done. */
  #pointToNext(steps: readonly string[], states: readonly string[]): void {
    const button = document.querySelector<HTMLAnchorElement>('[data-lotse-begin]');
    const index = states.findIndex((state) => state === 'open' || state === 'blocked');
    if (!button) return;
    this.#begin ??= { href: button.href, text: button.textContent };
    button.href = this.#begin.href;
    button.textContent = this.#begin.text;
    if (index < 1) return;
    const link = this.querySelector<HTMLAnchorElement>(
      `[data-lotse-step="${steps[index] ?? ''}"] a`,
    );
    if (!link) return;
    button.href = link.href;
    button.textContent = pageSay('guide.continue', { title: link.textContent });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-task-list': TaskList;
  }
}
