/** One customer in the list: name, progress, the next expiry, and what can be done with them. */

import { progressOf } from '../../domain/guide/progress.ts';
import type { Guide } from '../../domain/guide/guide.ts';
import type { KeptCustomer, KeptGuide } from '../../domain/customers/kept-customer.ts';
import { secretWarning } from '../../domain/values/secret-expiry.ts';
import { customer } from '../../state/customer.ts';
import { today } from '../../state/guide.ts';
import { make, makeButton, type Line } from '../dom.ts';
import { longDay } from '../long-day.ts';
import { pageSay } from '../page-speaker.ts';

/** What can be done with a customer. */
export interface CustomerActions {
  readonly goOn: (id: string) => void;
  readonly rename: (id: string, item: HTMLElement) => void;
  readonly forget: (id: string, item: HTMLElement) => void;
}

/** The name of a customer; „dieses Gerät“ if there is none. */
export function shownName(name: string): string {
  return name === '' ? pageSay('customers.device') : name;
}

function expiryLine(product: string, expires: string): Line {
  const warning = secretWarning({ expires, today: today() });
  const details = { product, date: longDay(expires) };
  if (warning === undefined) return { text: pageSay('customers.expires', details) };
  const key = warning === 'expired' ? 'customers.expired' : 'customers.expires-soon';
  return { text: pageSay(key, details), severity: warning === 'expired' ? 'wrong' : 'odd' };
}

/** The lines about one guide. */
function guideLines(guide: Guide, { values, tasks }: KeptGuide): readonly Line[] {
  const { product } = guide;
  const { done, total } = progressOf(guide, values, (step) => tasks[step]?.state ?? 'open');
  const progress = {
    text: pageSay('customers.progress', { product, done: String(done), total: String(total) }),
  };
  const { secretExpires } = values;
  const isDay = secretExpires !== undefined && /^\d{4}-\d\d-\d\d$/.test(secretExpires);
  return isDay ? [progress, expiryLine(product, secretExpires)] : [progress];
}

/** The lines about a customer, guide by guide. */
export function customerLines(
  { guides: kept }: KeptCustomer,
  guides: readonly Guide[],
): readonly Line[] {
  const lines = guides.flatMap((guide) => {
    const own = kept[guide.id];
    return own ? guideLines(guide, own) : [];
  });
  return lines.length > 0 ? lines : [{ text: pageSay('customers.empty') }];
}

/** A customer as an item of the list, headed at this level. */
export function customerItem(
  one: KeptCustomer,
  guides: readonly Guide[],
  level: 'h2' | 'h3',
  { goOn, rename, forget }: CustomerActions,
): HTMLElement {
  const { id } = one;
  const name = shownName(one.name);
  const isCurrent = id === customer;
  const lines = customerLines(one, guides).map(({ text, severity }) =>
    make('li', { class: severity }, text),
  );
  const buttons = make('p', { class: 'row' });
  const item = make(
    'li',
    { 'data-lotse-customer': id, 'aria-current': isCurrent ? 'true' : undefined },
    make(level, {}, name),
    ...(isCurrent ? [make('p', { class: 'quiet' }, pageSay('customers.current'))] : []),
    make('ul', {}, ...lines),
    buttons,
  );
  const button = (
    word: 'customers.switch' | 'customers.rename' | 'customers.forget',
    act: () => void,
  ) => {
    const made = makeButton(pageSay(word), act);
    // Several customers have the same buttons.
    made.setAttribute('aria-label', `${pageSay(word)}: ${name}`);
    buttons.append(made);
  };
  if (!isCurrent)
    button('customers.switch', () => {
      goOn(id);
    });
  button('customers.rename', () => {
    rename(id, item);
  });
  button('customers.forget', () => {
    forget(id, item);
  });
  return item;
}
