import { pageGuide } from '../../state/guide.ts';
import {
  $arrival,
  acceptArrival,
  receiveAddress,
  rejectArrival,
  resolveConflicts,
  waitingIds,
} from '../../state/link-arrival.ts';
import { focusLinkNotice } from '../../state/value-link.ts';
import { $entries } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';
import { make, makeButton, showLines } from '../dom.ts';
import { announce, pageSay, sayProblem } from '../page-speaker.ts';

function nameOf(id: string): string {
  return pageGuide()?.names[id] ?? id;
}

/** A value as the reader knows it: for a choice, the name of its option. */
function shown(id: string, text: string): string {
  const options = pageGuide()?.options[id] ?? {};
  return Object.hasOwn(options, text) ? (options[text] ?? text) : text;
}

/** A message about some values, a line for each, and the reader's options; hidden if there are none. */
function group(
  lead: string,
  ...buttons: readonly HTMLElement[]
): { readonly part: HTMLElement; readonly show: (lines: readonly string[]) => void } {
  const list = make('ul', {});
  const part = make('div', {}, make('p', {}, lead), list, ...buttons);
  return {
    part,
    show: (lines) => {
      part.hidden = lines.length === 0;
      showLines(list, lines);
    },
  };
}

/** Shows the values from a link and lets the reader reject them. Loaded only if there are any. */
export class LinkNotice extends LotseElement {
  readonly #taken = group(pageSay('link.taken'));
  readonly #conflicts = group(
    pageSay('link.conflicts'),
    makeButton(pageSay('link.take'), () => {
      resolveConflicts('link');
    }),
    makeButton(pageSay('link.keep'), () => {
      resolveConflicts('own');
    }),
  );
  readonly #refused = group(pageSay('link.refused'));
  readonly #accept = makeButton('', () => {
    acceptArrival();
    this.#leaveFocus();
  });
  readonly #reject = makeButton(pageSay('link.reject'), () => {
    rejectArrival();
    announce(pageSay('link.rejected'));
    this.#leaveFocus();
  });

  protected override connect(): void {
    this.replaceChildren(
      make('h2', {}, pageSay('link.title')),
      ...[this.#taken, this.#conflicts, this.#refused].map(({ part }) => part),
      make('p', { class: 'row' }, this.#accept, this.#reject),
    );
    this.#receive();
    this.follow($arrival, this.#show);
    this.follow($entries, this.#show);
    window.addEventListener('hashchange', this.#receive);
  }

  /** The focus must not be lost with the notice. */
  #leaveFocus(): void {
    if (this.hidden) document.getElementById('content')?.focus({ preventScroll: true });
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
    this.#taken.show(waiting.map((id) => `${nameOf(id)}: ${shown(id, entries[id]?.text ?? '')}`));
    this.#conflicts.show(
      conflicts.map(({ id, link, own }) =>
        pageSay('link.conflict', { name: nameOf(id), link: shown(id, link), own: shown(id, own) }),
      ),
    );
    this.#refused.show(
      refused.map(({ id, problem }) =>
        id === undefined ? sayProblem(problem) : `${nameOf(id)}: ${sayProblem(problem)}`,
      ),
    );
    this.#reject.hidden = waiting.length === 0;
    this.#accept.textContent = pageSay(waiting.length > 0 ? 'link.accept' : 'link.close');
    if (!isNew || this.hidden) return;
    announce(pageSay('link.title'));
    // Values that were taken over further down on this page.
    if (window.scrollY > 0) focusLinkNotice();
  };
}

export default LinkNotice;
