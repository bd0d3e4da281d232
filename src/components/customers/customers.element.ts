import guides from 'virtual:lotse-guides';
import { readCustomerName, type KeptCustomer } from '../../domain/customers/kept-customer.ts';
import type { AcceptedText } from '../../domain/values/accepted-text.ts';
import { customer, customerNames } from '../../state/customer.ts';
import {
  addCustomer,
  allCustomers,
  forgetAll,
  forgetCustomer,
  forgetGuide,
  goOnWith,
  renameCustomer,
} from '../../state/customers.ts';
import { pageGuide, today } from '../../state/guide.ts';
import { $storageHealth, onForgotten } from '../../state/storage.ts';
import { make, makeButton, showLines } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, sayProblem } from '../page-speaker.ts';
import { customerItem, shownName } from './customer-item.ts';
import { filePart } from './file-part.ts';
import styles from './customers.css?inline';

const all = Object.values(guides).map(({ guide }) => guide);

/** A field for a name, with its problems and a button; `keep` is called with a name that is accepted. */
function nameForm(
  id: string,
  before: string,
  button: string,
  keep: (name: AcceptedText) => void,
): HTMLFormElement {
  const input = make('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': `${id}-problems`,
  });
  input.value = before;
  const problems = make('ul', { class: 'problems', id: `${id}-problems`, hidden: '' });
  const form = make(
    'form',
    {},
    make('label', { for: id }, pageSay('customers.name')),
    make('div', { class: 'row' }, input, make('button', {}, button)),
    problems,
  );
  const show = (lines: readonly string[]): void => {
    showLines(problems, lines);
    input.setAttribute('aria-invalid', String(lines.length > 0));
  };
  input.addEventListener('input', () => {
    show([]);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const reading = readCustomerName(input.value, today());
    if (reading.ok) keep(reading.value);
    else {
      const lines = reading.problems.map(sayProblem);
      show(lines);
      announce(lines.join(' '));
      input.focus();
    }
  });
  return form;
}

/** The customers of this browser: switching, naming and forgetting them, saving and reading them as a file. */
export class Customers extends LotseElement {
  readonly #list = make('ul', { class: 'customers' });

  /** The level of its headings: below the title of the page, or of the dialogue. */
  get #level(): 'h2' | 'h3' {
    return this.hasAttribute('file') ? 'h2' : 'h3';
  }

  protected override connect(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const id = this.given('name');
    const heading = (text: string) => make(this.#level, {}, text);
    const guide = pageGuide()?.id;
    const forgetting = make('div', { class: 'row' });
    if (guide !== undefined) {
      forgetting.append(
        makeButton(pageSay('customers.forget-guide'), () => {
          const name = shownName(customerNames()[customer] ?? '');
          this.#ask(forgetting, pageSay('customers.forget-guide-question', { name }), () => {
            forgetGuide(guide);
          });
        }),
      );
    }
    forgetting.append(
      makeButton(pageSay('customers.forget-all'), () => {
        this.#ask(forgetting, pageSay('customers.forget-all-question'), forgetAll);
      }),
    );
    this.replaceChildren(
      make('p', { class: 'quiet', 'data-lotse-said': '' }),
      this.#list,
      heading(pageSay('customers.add')),
      nameForm(`${id}-new`, '', pageSay('customers.add-now'), (name) => {
        this.#goOn(addCustomer(name));
      }),
      ...(this.hasAttribute('file')
        ? [
            heading(pageSay('customers.file')),
            filePart(`${id}-file`, all, () => {
              this.#show();
            }),
          ]
        : []),
      forgetting,
    );
    this.#show();
    for (const event of ['storage', 'pageshow'] as const) {
      this.on(window, event, () => {
        // Whoever is writing a name here is not interrupted.
        if (!this.#list.contains(document.activeElement)) this.#show();
      });
    }
    onForgotten(() => {
      this.#show();
    });
    this.follow($storageHealth, (health) => {
      if (health === 'blocked')
        this.inner('[data-lotse-said]').textContent = pageSay('customers.not-kept');
    });
  }

  #show(): void {
    const items = allCustomers().map((one: KeptCustomer) =>
      customerItem(one, all, this.#level, {
        goOn: (id) => {
          this.#goOn(id);
        },
        rename: (id, item) => {
          this.#rename(one, item, id);
        },
        forget: (id, item) => {
          this.#ask(
            item,
            pageSay('customers.forget-question', { name: shownName(one.name) }),
            () => {
              forgetCustomer(id);
            },
          );
        },
      }),
    );
    this.#list.replaceChildren(...items);
  }

  /** Values that wait from a link in the address belong to the customer before. */
  #goOn(id: string): void {
    history.replaceState(history.state, '', location.pathname + location.search);
    goOnWith(id);
  }

  #rename({ name }: KeptCustomer, item: HTMLElement, id: string): void {
    const form = nameForm(
      `${this.given('name')}-rename`,
      name,
      pageSay('customers.save'),
      (accepted) => {
        renameCustomer(id, accepted);
        this.#show();
        this.tell(pageSay('customers.renamed'));
        this.#list.querySelector<HTMLElement>(`[data-lotse-customer="${id}"] button`)?.focus();
      },
    );
    item.querySelector('form')?.remove();
    item.append(form);
    form.querySelector('input')?.select();
    form.querySelector('input')?.focus();
  }

  /** Asks in place before something is forgotten. */
  #ask(place: HTMLElement, question: string, forget: () => void): void {
    place.querySelector('[role=group]')?.remove();
    const before = document.activeElement;
    const no = makeButton(pageSay('customers.no'), () => {
      asked.remove();
      if (before instanceof HTMLElement) before.focus();
    });
    const yes = makeButton(pageSay('customers.yes'), () => {
      asked.remove();
      forget();
      this.#show();
      this.tell(pageSay('customers.forgotten'));
      this.#list.querySelector('button')?.focus();
    });
    const asked = make(
      'div',
      { role: 'group', class: 'notice', 'aria-label': question },
      make('p', {}, question),
      make('p', { class: 'row' }, no, yes),
    );
    place.append(asked);
    no.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-customers': Customers;
  }
}
