import { suggestedName } from '../../domain/customers/customer-name.ts';
import { pageGuide } from '../../state/guide.ts';
import {
  $arrival,
  acceptArrival,
  joinArrival,
  receiveAddress,
  rejectArrival,
  replaceByArrival,
  resolveConflicts,
  separateArrival,
  waitingIds,
} from '../../state/link-arrival.ts';
import type { OtherCustomer } from '../../state/other-customer.ts';
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

interface Group {
  readonly part: HTMLElement;
  readonly lead: HTMLElement;
  readonly show: (lines: readonly string[]) => void;
}

/** A message about some values, a line for each, and the reader's options; hidden if there are none. */
function group(lead: string, ...buttons: readonly HTMLElement[]): Group {
  const list = make('ul', {});
  const said = make('p', {}, lead);
  const part = make('div', {}, said, list, ...buttons);
  return {
    part,
    lead: said,
    show: (lines) => {
      part.hidden = lines.length === 0;
      showLines(list, lines);
    },
  };
}

/** A value with its name before it. */
function named(id: string, text: string): string {
  return `${pageSay('site.lead', { name: nameOf(id) })} ${text}`;
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
  readonly #join = makeButton(pageSay('link.join'), () => {
    this.#decide(joinArrival);
  });
  readonly #apart = makeButton('', () => {
    separateArrival(suggestedName($arrival.get().other?.values ?? {}));
  });
  readonly #replace = makeButton(pageSay('link.replace'), () => {
    this.#decide(replaceByArrival);
  });
  readonly #cancel = makeButton(pageSay('link.cancel'), () => {
    this.#decide(rejectArrival);
    announce(pageSay('link.rejected'));
  });
  readonly #other = group('', this.#join, this.#apart, this.#replace, this.#cancel);
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
      ...[this.#other, this.#taken, this.#conflicts, this.#refused].map(({ part }) => part),
      make('p', { class: 'row' }, this.#accept, this.#reject),
    );
    this.#receive();
    this.follow($arrival, this.#show);
    this.follow($entries, this.#show);
    window.addEventListener('hashchange', this.#receive);
  }

  #decide(act: () => void): void {
    act();
    this.#leaveFocus();
  }

  /** Asks about a link that may be for another customer. */
  #ask(other: OtherCustomer | undefined): void {
    const lines = Object.entries(other?.values ?? {}).map(([id, text]) => {
      const own = $entries.get()[id]?.text;
      const details = { name: nameOf(id), link: shown(id, text) };
      return own === undefined || own === text
        ? named(id, details.link)
        : pageSay('link.conflict', { ...details, own: shown(id, own) });
    });
    this.#other.show(lines);
    if (!other) return;
    const { kinship, known, values } = other;
    this.#other.lead.textContent = pageSay(`link.${kinship}`);
    this.#join.hidden = kinship === 'other';
    this.#replace.hidden = kinship === 'unknown';
    const name = known?.name ?? suggestedName(values);
    this.#apart.textContent = known
      ? pageSay('link.switch', {
          name: known.name === '' ? pageSay('customers.device') : known.name,
        })
      : pageSay('link.apart', { name });
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
    const { conflicts, refused, other } = $arrival.get();
    const entries = $entries.get();
    const waiting = waitingIds();
    const isNew = this.hidden;
    this.hidden = waiting.length + conflicts.length + refused.length === 0 && !other;
    this.#ask(other);
    this.#taken.show(waiting.map((id) => named(id, shown(id, entries[id]?.text ?? ''))));
    this.#conflicts.show(
      conflicts.map(({ id, link, own }) =>
        pageSay('link.conflict', { name: nameOf(id), link: shown(id, link), own: shown(id, own) }),
      ),
    );
    this.#refused.show(
      refused.map(({ id, problem }) =>
        id === undefined ? sayProblem(problem) : named(id, sayProblem(problem)),
      ),
    );
    this.#reject.hidden = waiting.length === 0;
    this.#accept.hidden = other !== undefined;
    this.#accept.textContent = pageSay(waiting.length > 0 ? 'link.accept' : 'link.close');
    if (!isNew || this.hidden) return;
    announce(pageSay('link.title'));
    // Values that were taken over further down on this page.
    if (window.scrollY > 0) focusLinkNotice();
  };
}

export default LinkNotice;
