/** Recognises which of the product's forms a text contains. */

import { isChosen } from '../guide/applicable.ts';
import type { Expectation, ExpectedForm } from './expectation.ts';

/** A label normalised for searching: people put a blank, a hyphen or nothing before brackets (IPM-18). */
function labelKey(label: string): string {
  return label.toLowerCase().replace(/[ -]?\(/g, '(');
}

/** How many labels of a form start a line; „Posteingang: Server“ is „Server“ on screen, below its heading. */
function labelsIn(lines: ReadonlySet<string>, { fields }: ExpectedForm): number {
  const labels = new Set(fields.map(({ label }) => labelKey(label)));
  const short = new Set(
    [...labels].map((label) => label.slice(label.lastIndexOf(': ') + 1).trim()),
  );
  const count = (names: ReadonlySet<string>): number =>
    [...names].filter((name) => lines.has(name)).length;
  return Math.max(count(labels), count(short));
}

/** A form is short; later lines are not part of it. */
const lineLimit = 2000;

/** The first cell of every line, whole and up to each of its first colons or equals signs. */
function beginnings(text: string): ReadonlySet<string> {
  return new Set(
    text.split(/[\r\n]+/, lineLimit).flatMap((line) => {
      const start = labelKey(line.slice(0, 300).trim());
      const [cell = ''] = start.split('\t', 1);
      const colon = cell.lastIndexOf(': ');
      const before = [...cell.matchAll(/[:=]/g)].slice(0, 3);
      return [
        cell,
        cell.slice(0, Math.max(colon, 0)).trim(),
        ...before.map(({ index }) => cell.slice(0, index).trim()),
      ];
    }),
  );
}

/** The form plus fields of other forms that the text contains, because people copy several windows at once. */
export function withOtherForms(
  form: ExpectedForm,
  text: string,
  { forms, guide, values }: Expectation,
): ExpectedForm {
  const lines = beginnings(text);
  const own = new Set(form.fields.map(({ label }) => labelKey(label)));
  const others = forms
    .filter(({ id, when }) => id !== form.id && isChosen(when, guide, values))
    .flatMap(({ fields }) => fields)
    .filter(({ label }) => !own.has(labelKey(label)) && lines.has(labelKey(label)));
  return { ...form, fields: [...form.fields, ...others] };
}

/** The form with the most labels in the text: at least two, or one if the form has no more. */
export function formIn(
  text: string,
  { forms, guide, values }: Expectation,
): ExpectedForm | undefined {
  const lines = beginnings(text);
  const [best] = forms
    .filter(({ when }) => isChosen(when, guide, values))
    .map((form) => ({ form, count: labelsIn(lines, form) }))
    .filter(({ form, count }) => count >= Math.min(2, form.fields.length))
    .toSorted((a, b) => b.count - a.count);
  return best?.form;
}
