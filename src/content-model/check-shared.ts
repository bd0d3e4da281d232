/** Checks shared prose: by itself, and within each guide that includes it. */

import { pagesOfProse } from './check-steps.ts';
import { checkProse } from './check-prose.ts';
import { sourceStepText, type CheckedGuide } from './checked-guide.ts';
import { sharedFiles, sharedIds, sourceSharedFile, type ContentFiles } from './content-files.ts';
import { componentsIn, namedIn } from './prose-parts.ts';
import type { Report } from './report.ts';

function sharedIn(text: string): readonly string[] {
  return namedIn(componentsIn(text), 'shared');
}

/** Checks shared prose within a guide: its references must exist there, and it may include no other shared prose. */
export function checkSharedWithin(checked: CheckedGuide): void {
  const { id, guide, files, report } = checked;
  const references = { ...checked.references, shared: new Set<string>() };
  const used = new Set(
    [...guide.steps.map((step) => step.id), ...pagesOfProse].flatMap((page) =>
      sharedIn(sourceStepText(checked, page)),
    ),
  );
  for (const [file, text, shared] of sharedFiles(files)) {
    if (!used.has(shared)) continue;
    for (const mistake of checkProse(`src/content/${file}`, text, references)) {
      report.mistakes.push({ ...mistake, found: `${mistake.found} (in guide ${id})` });
    }
  }
}

/** Checks shared prose by itself, whichever guides use it. */
export function checkSharedFiles(files: ContentFiles, report: Report): void {
  const ids = sharedIds(files);
  const used = new Set(
    [...files].flatMap(([file, text]) => (file.startsWith('guides/') ? sharedIn(text) : [])),
  );
  for (const [file, , id] of sharedFiles(files)) {
    if (!files.has(sourceSharedFile(id))) {
      report.add(file, 1, `shared prose “${id}”`, `one of: ${[...ids].join(', ')}`);
    } else if (!used.has(id)) {
      report.add(file, 1, `shared prose “${id}”`, 'a <Shared> on some step');
    }
  }
}
