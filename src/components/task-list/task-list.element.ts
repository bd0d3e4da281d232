import { progressOf, type Progress } from '../../domain/guide/progress.ts';
import type { PlacedStep } from '../../domain/guide/steps.ts';
import { pageGuide } from '../../state/guide.ts';
import { $options, currentSteps } from '../../state/branches.ts';
import { $tasks, taskOf } from '../../state/tasks.ts';
import { $values } from '../../state/values.ts';
import { withTitle } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

function currentProgress(): Progress {
  const guide = pageGuide() ?? { steps: [], values: [] };
  return progressOf(guide, $values.get(), (step) => taskOf(step).state);
}

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
    const progress = currentProgress();
    const said = { done: String(progress.done), total: String(progress.total) };
    for (const line of document.querySelectorAll<HTMLElement>('[data-lotse-progress]')) {
      line.hidden = false;
      line.textContent = pageSay('tasks.progress', said);
    }
    const count = document.querySelector('[data-lotse-count]');
    if (count) count.textContent = `${said.done}/${said.total}`;
    if ($options.get().length > 0) this.#showPositions(steps);
    for (const end of document.querySelectorAll<HTMLElement>('[data-lotse-finished]')) {
      end.hidden = progress.next !== undefined;
    }
    this.#pointTo(progress);
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

  /** The overview's button leads to the first open step once a step is done, and to the end once all are. */
  #pointTo({ done, next }: Progress): void {
    const button = document.querySelector<HTMLAnchorElement>('[data-lotse-begin]');
    if (!button) return;
    this.#begin ??= { href: button.href, text: button.textContent };
    button.href = this.#begin.href;
    button.textContent = this.#begin.text;
    if (!next) {
      button.href = '#finished';
      button.textContent = pageSay('guide.to-finished');
      return;
    }
    const link = this.querySelector<HTMLAnchorElement>(`[data-lotse-step="${next.step.id}"] a`);
    if (done === 0 || !link) return;
    const title = { text: link.textContent.trim(), lang: link.lang || undefined };
    const position = String(next.position);
    const words = withTitle((text) => pageSay('guide.continue', { position, title: text }), title);
    button.href = link.href;
    button.replaceChildren(...words);
  }
}
