import { pageGuide } from '../../state/guide.ts';
import {
  $arrival,
  acceptArrival,
  receiveAddress,
  rejectArrival,
  settleConflicts,
  type LinkArrival,
} from '../../state/link-arrival.ts';
import { $entries } from '../../state/values.ts';
import { LotseElement, showLines } from '../lotse-element.ts';
import { announce, pageSay, sayProblem } from '../page-words.ts';

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
    this.follow($arrival, (arrival) => {
      this.hidden = arrival === null;
      if (arrival) this.#show(arrival);
    });
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
    receiveAddress().catch((error: unknown) => {
      console.error(error);
      this.hidden = false;
      this.textContent = pageSay('link.failed');
    });
  };

  #show({ taken, conflicts, refused }: LinkArrival): void {
    const entries = $entries.get();
    this.#group(
      'taken',
      taken.map((id) => `${nameOf(id)}: ${shown(id, entries[id]?.text ?? '')}`),
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
    this.inner('[data-lotse-reject]').hidden = taken.length === 0;
    const accept = pageSay(taken.length > 0 ? 'link.accept' : 'link.close');
    this.inner('[data-lotse-accept]').textContent = accept;
    announce(pageSay('link.title'));
  }

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
