/** Saves all customers as a file, and reads such a file. */

import loadGuideNames from 'virtual:lotse-guide-names';
import type { Guide } from '../../domain/guide/guide.ts';
import { fileLimit, printCustomers, readCustomers } from '../../domain/customers/customer-file.ts';
import { suggestedName } from '../../domain/customers/customer-name.ts';
import {
  contentOf,
  readCustomer,
  type ReadCustomer,
} from '../../domain/customers/kept-customer.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { addCustomers, allCustomers } from '../../state/customers.ts';
import { today } from '../../state/guide.ts';
import { asAccepted, type AcceptedText } from '../../domain/values/accepted-text.ts';
import { make, makeButton, showLines, type Line } from '../dom.ts';
import { announce, pageSay, sayProblem } from '../page-speaker.ts';
import { saveFile } from '../save-file.ts';
import { shownName } from './customer-item.ts';

type Names = Readonly<Record<string, GuideNames>>;

function refusedLines(read: ReadCustomer, guides: readonly Guide[], names: Names): readonly Line[] {
  return read.refused.map(({ guide, id, problem }) => {
    const product = guides.find((one) => one.id === guide)?.product ?? guide;
    const value = names[guide]?.values[id] ?? names[guide]?.steps[id]?.text ?? id;
    const details = {
      name: nameHere(read),
      product,
      value,
      problem: sayProblem(problem),
    };
    return { text: pageSay('customers.import-refused', details), severity: 'wrong' };
  });
}

/** What a customer is called here: by their name, or where it was refused by what is known of them. */
function nameHere({ customer, nameProblem }: ReadCustomer): AcceptedText {
  const values = Object.values(customer.guides).flatMap((guide) => Object.entries(guide.values));
  const name = nameProblem ? suggestedName(Object.fromEntries(values)) : customer.name;
  return name === '' ? asAccepted(shownName('')) : name;
}

/** „dieses Gerät“ is in each file, also while nothing is kept of it. */
function holdsSomething({ customer, nameProblem }: ReadCustomer): boolean {
  const isKept = Object.values(customer.guides).some(
    ({ values, tasks, cloud }) =>
      Object.keys({ ...values, ...tasks }).length > 0 || cloud !== undefined,
  );
  return isKept || customer.name !== '' || nameProblem !== undefined;
}

/** Adds the customers of a file; one that is here already, just as it is in the file, is only named. */
function add(
  read: readonly ReadCustomer[],
  others: number,
  guides: readonly Guide[],
  names: Names,
): readonly Line[] {
  const known = Object.fromEntries(guides.map((guide) => [guide.id, guide]));
  const here = new Set(
    allCustomers().map((one) => contentOf(readCustomer(one, known, today()).customer)),
  );
  const isHere = ({ customer }: ReadCustomer) => here.has(contentOf(customer));
  const added = read.filter((one) => !isHere(one) && holdsSomething(one));
  const lost = addCustomers(added.map((one) => ({ ...one.customer, name: nameHere(one) })));
  const same = read.filter(isHere).map(({ customer }) => shownName(customer.name));
  const unknown = [...new Set(read.flatMap((one) => one.unknown))];
  const line = (severity: Line['severity'], text: string): Line => ({ text, severity });
  return [
    line(undefined, pageSay('customers.imported', { count: String(added.length - lost.length) })),
    ...(lost.length > 0
      ? [
          line(
            'wrong',
            pageSay('customers.import-full', { names: lost.map(({ name }) => name).join(', ') }),
          ),
        ]
      : []),
    ...(same.length > 0
      ? [line(undefined, pageSay('customers.import-same', { names: same.join(', ') }))]
      : []),
    ...added.flatMap((one) =>
      one.nameProblem
        ? [
            line(
              'wrong',
              pageSay('customers.import-name', {
                name: nameHere(one),
                problem: sayProblem(one.nameProblem),
              }),
            ),
          ]
        : [],
    ),
    ...read.flatMap((one) => refusedLines(one, guides, names)),
    ...(unknown.length > 0
      ? [line('odd', pageSay('customers.import-left', { names: unknown.join(', ') }))]
      : []),
    ...(others > 0 ? [line('odd', pageSay('customers.import-others', { count: others }))] : []),
  ];
}

async function readFile(file: File, guides: readonly Guide[]): Promise<readonly Line[]> {
  // A file of a later version need not be read to say that it is too large.
  const text = file.size > fileLimit * 2 ? ' '.repeat(fileLimit + 1) : await file.text();
  const known = Object.fromEntries(guides.map((guide) => [guide.id, guide]));
  const reading = readCustomers(text, known, today());
  if (!reading.ok) {
    return [{ text: pageSay(`customers.import-${reading.problem}`), severity: 'wrong' }];
  }
  return add(reading.customers, reading.others, guides, await loadGuideNames());
}

/** The part of the page for it; `changed` is called when customers have been added. */
export function filePart(id: string, guides: readonly Guide[], changed: () => void): HTMLElement {
  const known = Object.fromEntries(guides.map((guide) => [guide.id, guide]));
  const save = makeButton(pageSay('customers.export'), () => {
    const text = printCustomers(allCustomers(), known, today());
    saveFile(`postlotse-${today()}.json`, 'application/json', text);
  });
  const said = make('ul', { hidden: '' });
  const input = make('input', {
    id,
    type: 'file',
    accept: '.json,application/json',
    'aria-describedby': `${id}-hint`,
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    void readFile(file, guides)
      .catch((error: unknown): readonly Line[] => {
        console.error(error);
        return [{ text: pageSay('customers.import-not-json'), severity: 'wrong' }];
      })
      .then((lines) => {
        // The same file can be chosen again.
        input.value = '';
        showLines(said, lines);
        announce(said.innerText);
        changed();
      });
  });
  return make(
    'div',
    {},
    make('p', { class: 'hint' }, pageSay('customers.export-hint')),
    make('p', {}, save),
    make('label', { for: id }, pageSay('customers.import')),
    make('p', { class: 'hint', id: `${id}-hint` }, pageSay('customers.import-hint')),
    input,
    said,
  );
}
