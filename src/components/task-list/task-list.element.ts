import type { PlacedStep } from '../../domain/guide/steps.ts';
import { $options, currentSteps } from '../../state/branches.ts';
import { $tasks, taskOf } from '../../state/tasks.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

/** Marks the steps of a list with their states, and says how many are finished. */
export class TaskList extends LotseElement {
  /** The overview's button as it was built. */
  #begin: { readonly href: string; readonly text: string } | undefined;

  protected override connect(): void {
    const show = () => {
      this.#show();
    };
    this.follow($tasks, show);
    this.follow($options, show);
  }

  #show(): void {
    const steps = currentSteps();
    const states = steps.map(({ step }) => taskOf(step.id).state);
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
    if ($options.get().length > 0) this.#showPositions(steps);
    const next = states.findIndex((state) => state === 'open' || state === 'blocked');
    for (const end of document.querySelectorAll<HTMLElement>('[data-lotse-finished]')) {
      end.hidden = next >= 0;
    }
    this.#pointTo(steps[next]);
  }

  /** Shows „Schritt 3 von 8“ on the page's steps; a step of another branch has no number. */
  #showPositions(steps: readonly PlacedStep[]): void {
    for (const line of document.querySelectorAll<HTMLElement>('[data-lotse-position]')) {
      const placed = steps.find(({ step }) => step.id === line.dataset['lotsePosition']);
      line.hidden = placed === undefined;
      if (!placed) continue;
      const { position, total } = placed;
      line.textContent = pageSay('step.position', {
        current: String(position),
        total: String(total),
      });
    }
  }

  /** Once a step is done, the overview's button leads to the first open step; if none is open, it is hidden. */
  #pointTo(next: PlacedStep | undefined): void {
    const button = document.querySelector<HTMLAnchorElement>('[data-lotse-begin]');
    if (!button) return;
    this.#begin ??= { href: button.href, text: button.textContent };
    button.hidden = next === undefined;
    button.href = this.#begin.href;
    button.textContent = this.#begin.text;
    if (next === undefined || next.position === 1) return;
    const link = this.querySelector<HTMLAnchorElement>(`[data-lotse-step="${next.step.id}"] a`);
    if (!link) return;
    button.href = link.href;
    button.textContent = pageSay('guide.continue', { title: link.textContent });
  }
}
