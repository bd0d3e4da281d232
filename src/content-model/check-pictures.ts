/** Checks the portal pictures: their labels must exist, and their letters must be unique and without gaps. */

import { z } from 'astro/zod';
import type { ContentFiles } from './content-files.ts';
import { labelsOf, pictureSchema, type Picture } from './pictures.ts';
import type { Located } from './mistake.ts';
import type { Report } from './report.ts';

const file = 'portal/pictures.yml';

function checkLabels(
  id: string,
  picture: Picture,
  labels: ReadonlySet<string>,
  located: Located,
  report: Report,
): void {
  for (const { path, label } of labelsOf(picture)) {
    if (labels.has(label)) continue;
    report.add(
      file,
      located.lineOf([id, ...path]),
      `label “${label}”`,
      'an id of portal/labels.yml',
    );
  }
  const { active, menu } = picture;
  if (active !== undefined && !menu.includes(active)) {
    const expected = `one of: ${menu.join(', ')}`;
    report.add(file, located.lineOf([id, 'active']), `“${active}”`, expected);
  }
}

function checkDots(id: string, { rows }: Picture, located: Located, report: Report): void {
  const dotted = rows.flatMap(({ dot }, index) => (dot === undefined ? [] : [{ dot, index }]));
  const letters = Array.from('ABCDEFGH').slice(0, dotted.length);
  dotted.forEach(({ dot, index }, position) => {
    const isAgain = dotted.findIndex((other) => other.dot === dot) < position;
    if (letters.includes(dot) && !isAgain) return;
    const expected = `each of ${letters.join(', ')} once`;
    report.add(file, located.lineOf([id, 'rows', index, 'dot']), `“${dot}”`, expected);
  });
}

/** Reads the pictures and reports their mistakes; undefined if the file does not fit the schema. */
export function checkPictures(
  labels: ReadonlySet<string>,
  files: ContentFiles,
  report: Report,
): ReadonlyMap<string, Picture> | undefined {
  const read = report.read(file, files.get(file) ?? '{}', z.record(z.string(), pictureSchema));
  if (!read) return undefined;
  const pictures = new Map(Object.entries(read.data));
  for (const [id, picture] of pictures) {
    checkLabels(id, picture, labels, read.located, report);
    checkDots(id, picture, read.located, report);
  }
  return pictures;
}
