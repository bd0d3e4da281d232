import { pageGuide } from '../../state/guide.ts';
import {
  $arrival,
  acceptArrival,
  receiveAddress,
  rejectArrival,
  settleConflicts,
  waitingIds,
} from '../../state/link-arrival.ts';
import { $entries } from '../../state/values.ts';
import { LotseElement, showLines } from '../lotse-element.ts';
import { announce, pageSay, sayProblem } from '../page-speaker.ts';

function nameOf(id: string): string {
  return pageGuide()?.names[id] ?? id;
}

/** A value as the reader knows it: of a choice the name of its option. */
function shown(id: string, text: string): string {
  const options = pageGuide()?.options[id] ?? {};
  return Object.hasOwn(options, text) ? (options[text] ?? text) : text;
}

/** Tells what values a link brought, and lets the reader refuse them. */
export class LinkNotice extends LotseElement {
  protected override connect(): void {
    this.#receive();
    this.follow($arrival, this.#show);
    this.follow($entries, this.#show);
    window.addEventListener('hashchange', this.#receive);
    this.on(this.inner('[data-lotse-accept]'), 'click', acceptArrival);
    this.on(this.inner('[data-lotse-reject]'), 'click', () => {
      rejectArrival();
      announce(pageSay('link.rejected'));
    });
    this.on(this.inner('[data-lotse-take]'), 'click', () => {
      settleConflicts('link');
    });
    this.on(this.inner('[data-lotse-keep]'), 'click', () => {
      settleConflicts('own');
    });
  }

  readonly #receive = (): void => {
    this.stopWaiting();
    this.await(receiveAddress, this, () => undefined, pageSay('link.failed'));
  };

  readonly #show = (): void => {
    const { conflicts, refused } = $arrival.get();
    const entries = $entries.get();
    const waiting = waitingIds();
    const isNew = this.hidden;
    this.hidden = waiting.length + conflicts.length + refused.length === 0;
    if (this.hidden) return;
    this.#group(
      'taken',
      waiting.map((id) => `${nameOf(id)}: ${shown(id, entries[id]?.text ?? '')}`),
    );
    this.#group(
      'conflicts',
      conflicts.map(({ id, link, own }) =>
        pageSay('link.conflict', {
          name: nameOf(id),
          link: shown(id, link),
          own: shown(id, own),
        }),
      ),
    );
    this.#group(
      'refused',
      refused.map(({ id, problem }) =>
        id === undefined ? sayProblem(problem) : `${nameOf(id)}: ${sayProblem(problem)}`,
      ),
    );
    this.inner('[data-lotse-reject]').hidden = waiting.length === 0;
    const accept = pageSay(waiting.length > 0 ? 'link.accept' : 'link.close');
    this.inner('[data-lotse-accept]').textContent = accept;
    if (isNew) announce(pageSay('link.title'));
  };

  #group(name: string, lines: readonly string[]): void {
    const group = this.inner(`[data-lotse-group=${name}]`);
    group.hidden = lines.length === 0;
    const list = group.querySelector<HTMLElement>('ul');
    if (list) showLines(list, lines);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-link-notice': LinkNotice;
  }
}
