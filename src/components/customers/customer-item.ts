/** One customer in the list: name, progress, the next expiry, and what can be done with them. */

import { progressOf } from '../../domain/guide/progress.ts';
import type { Guide } from '../../domain/guide/guide.ts';
import type { KeptCustomer, KeptGuide } from '../../domain/customers/kept-customer.ts';
import { secretWarning } from '../../domain/values/secret-expiry.ts';
import { address } from '../../i18n/addresses.ts';
import { isLanguage, sourceLanguage } from '../../i18n/languages.ts';
import { choose, customer } from '../../state/customer.ts';
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

/** The link to the guide's page about renewing, which then shows this customer's values. */
function renewLink({ id, product }: Guide, owner: string): HTMLElement {
  const { lang } = document.documentElement;
  const text = pageSay('renew.link');
  const page = address(isLanguage(lang) ? lang : sourceLanguage, id, 'renew');
  // Several guides have the same link.
  const link = make(
    'a',
    { href: page, 'aria-label': `${pageSay('site.lead', { name: text })} ${product}` },
    text,
  );
  link.addEventListener('click', () => {
    if (owner !== customer) choose(owner);
  });
  return link;
}

function expiryLine(guide: Guide, expires: string, owner: string): Line {
  const warning = secretWarning({ expires, today: today() });
  const details = { product: guide.product, date: longDay(expires) };
  const links = [renewLink(guide, owner)];
  if (warning === undefined) return { text: pageSay('customers.expires', details), links };
  const key = warning === 'expired' ? 'customers.expired' : 'customers.expires-soon';
  return { text: pageSay(key, details), severity: warning === 'expired' ? 'wrong' : 'odd', links };
}

/** The lines about one guide. */
function guideLines(guide: Guide, { values, tasks }: KeptGuide, owner: string): readonly Line[] {
  const { product } = guide;
  const { done, total } = progressOf(guide, values, (step) => tasks[step]?.state ?? 'open');
  const progress = {
    text: pageSay('customers.progress', { product, done: String(done), total: String(total) }),
  };
  const { secretExpires } = values;
  const isDay = secretExpires !== undefined && /^\d{4}-\d\d-\d\d$/.test(secretExpires);
  return isDay ? [progress, expiryLine(guide, secretExpires, owner)] : [progress];
}

/** The lines about a customer, guide by guide. */
export function customerLines(
  { id, guides: kept }: KeptCustomer,
  guides: readonly Guide[],
): readonly Line[] {
  const lines = guides.flatMap((guide) => {
    const own = kept[guide.id];
    return own ? guideLines(guide, own, id) : [];
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
  const lines = customerLines(one, guides).map(({ text, severity, links = [] }) =>
    make('li', { class: severity }, text, ...links.flatMap((link) => [' ', link])),
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
    made.setAttribute('aria-label', `${pageSay('site.lead', { name: pageSay(word) })} ${name}`);
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
