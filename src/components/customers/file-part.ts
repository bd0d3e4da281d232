/** Saves all customers as a file, and reads such a file. */

import loadGuideNames from 'virtual:lotse-guide-names';
import type { Guide } from '../../domain/guide/guide.ts';
import { fileLimit, printCustomers, readCustomers } from '../../domain/customers/customer-file.ts';
import { isSameCustomer, type ReadCustomer } from '../../domain/customers/kept-customer.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { addCustomer, allCustomers, forgetCustomer, keepCustomer } from '../../state/customers.ts';
import { today } from '../../state/guide.ts';
import { $storageHealth } from '../../state/storage.ts';
import { asAccepted } from '../../domain/values/accepted-text.ts';
import { make, makeButton, showLines, type Line } from '../dom.ts';
import { announce, pageSay, sayProblem } from '../page-speaker.ts';
import { saveFile } from '../save-file.ts';
import { shownName } from './customer-item.ts';

type Names = Readonly<Record<string, GuideNames>>;

function refusedLines(
  { customer, refused }: ReadCustomer,
  guides: readonly Guide[],
  names: Names,
): readonly Line[] {
  return refused.map(({ guide, id, problem }) => {
    const product = guides.find((one) => one.id === guide)?.product ?? guide;
    const value = names[guide]?.values[id] ?? names[guide]?.steps[id]?.text ?? id;
    const details = {
      name: shownName(customer.name),
      product,
      value,
      problem: sayProblem(problem),
    };
    return { text: pageSay('customers.import-refused', details), severity: 'wrong' };
  });
}

/** Keeps a customer, or nothing of them if not everything fits. */
function isKept(customer: ReadCustomer['customer']): boolean {
  const name = customer.name === '' ? asAccepted(shownName('')) : customer.name;
  const health = new Set<string>();
  const stop = $storageHealth.listen((one) => health.add(one));
  const id = addCustomer(name);
  keepCustomer(id, customer);
  stop();
  const fits = !health.has('full') && !health.has('blocked');
  if (!fits) forgetCustomer(id);
  return fits;
}

/** Adds the customers of a file; one that is here already, just as it is in the file, is only named. */
function add(
  read: readonly ReadCustomer[],
  guides: readonly Guide[],
  names: Names,
): readonly Line[] {
  const known = Object.fromEntries(guides.map((guide) => [guide.id, guide]));
  const here = allCustomers();
  const isHere = ({ customer }: ReadCustomer) =>
    here.some((one) => isSameCustomer(one, customer, known, today()));
  const added = read.filter((one) => !isHere(one));
  const kept = added.filter(({ customer }) => isKept(customer));
  const same = read
    .filter((one) => !added.includes(one))
    .map(({ customer }) => shownName(customer.name));
  const unknown = [...new Set(read.flatMap((one) => one.unknown))];
  return [
    { text: pageSay('customers.imported', { count: String(kept.length) }) },
    ...(kept.length < added.length
      ? [
          {
            text: pageSay('customers.import-full', {
              names: added
                .filter((one) => !kept.includes(one))
                .map(({ customer }) => shownName(customer.name))
                .join(', '),
            }),
            severity: 'wrong' as const,
          },
        ]
      : []),
    ...(same.length > 0
      ? [{ text: pageSay('customers.import-same', { names: same.join(', ') }) }]
      : []),
    ...read.flatMap((one) => refusedLines(one, guides, names)),
    ...(unknown.length > 0
      ? [
          {
            text: pageSay('customers.import-left', { names: unknown.join(', ') }),
            severity: 'odd' as const,
          },
        ]
      : []),
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
  return add(reading.customers, guides, await loadGuideNames());
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
