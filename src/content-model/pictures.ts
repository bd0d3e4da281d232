/** The schema of `portal/pictures.yml`: pages of Microsoft's portals, drawn from labels of the registry. */

import { z } from 'astro/zod';
import { rowKinds, rowSources } from '../domain/registration/portal-picture.ts';
import { day } from './prose.ts';

const label = z.string().min(1);

const row = z
  .strictObject({
    is: z.enum(rowKinds).default('text').describe('how it is drawn'),
    label: label.optional().describe('an id of labels.yml'),
    value: z.string().min(1).optional().describe('one of the reader’s values'),
    or: z.string().min(1).optional().describe('the value to show instead while it is unknown'),
    sample: z.string().min(1).optional().describe('made up, the same in every language'),
    says: label.optional().describe('a label in place of a value'),
    from: z.enum(rowSources).optional().describe('the data it takes from guide.yml'),
    state: z.enum(['on', 'off']).optional().describe('for checkboxes, tabs and the like'),
    mark: z.enum(['take', 'not']).optional(),
    dot: z
      .string()
      .regex(/^[A-H]$/, { error: 'one letter from A to H' })
      .optional()
      .describe('ties the row to a sentence: <Dot at="picture A" />'),
  })
  .refine(({ label: name, value, sample, says, from }) => name ?? value ?? sample ?? says ?? from, {
    error: 'a label, or something to show',
  })
  .refine(
    ({ value, sample, says, from }) =>
      [value, sample, says, from].filter((one) => one !== undefined).length < 2,
    { error: 'one of value, sample, says and from at most' },
  );

/** An entry of `portal/pictures.yml`. */
export const pictureSchema = z.strictObject({
  title: label.describe('title of the page: an id of labels.yml'),
  window: label.describe('text in the bar: an id of labels.yml'),
  app: z
    .boolean()
    .default(false)
    .describe('whether the page belongs to the app and shows its name'),
  menu: z.array(label).default([]).describe('side menu: ids of labels.yml'),
  active: label.optional().describe('the active menu entry'),
  rows: z.array(row).min(1),
  seen: z
    .boolean()
    .describe('whether a vendor’s guide shows the layout; otherwise it is drawn generically'),
  source: z.string().min(1).describe('source of the drawing'),
  checked: day,
});

/** A picture as written in its file. */
export type Picture = z.output<typeof pictureSchema>;

/** All labels in a picture, with their paths in the entry. */
export function labelsOf({ title, window, menu, active, rows }: Picture): readonly {
  readonly path: readonly PropertyKey[];
  readonly label: string;
}[] {
  const named: readonly (readonly [readonly PropertyKey[], string | undefined])[] = [
    [['title'], title],
    [['window'], window],
    [['active'], active],
    ...menu.map((entry, index) => [['menu', index], entry] as const),
    ...rows.flatMap(({ label: name, says }, index) => [
      [['rows', index, 'label'], name] as const,
      [['rows', index, 'says'], says] as const,
    ]),
  ];
  return named.flatMap(([path, name]) => (name === undefined ? [] : [{ path, label: name }]));
}

/** The letters of a picture, as used in `<Dot at="…" />`: `overview A`. */
export function dotsOf(id: string, { rows }: Picture): readonly string[] {
  return rows.flatMap(({ dot }) => (dot === undefined ? [] : [`${id} ${dot}`]));
}
