/** Checks the guides and their shared content. */

import { checkGuideFile } from './check-guide-file.ts';
import { checkGuideWords } from './check-guide-words.ts';
import { checkRegistries } from './check-registries.ts';
import { checkSharedFiles, checkSharedWithin } from './check-shared.ts';
import { checkFields, checkSteps } from './check-steps.ts';
import { readGuide, type CheckedGuide } from './checked-guide.ts';
import { guideIds, type ContentFiles } from './content-files.ts';
import type { Report } from './report.ts';

function checkGuide(checked: CheckedGuide): void {
  checkGuideFile(checked);
  checkSteps(checked);
  checkSharedWithin(checked);
  checkFields(checked);
  checkGuideWords(checked);
}

/** Reports mistakes in `guides/`, `shared/`, `facts/` and `portal/`. */
export function checkGuides(files: ContentFiles, report: Report): void {
  const registries = checkRegistries(files, report);
  checkSharedFiles(files, report);
  for (const id of guideIds(files)) {
    const checked = readGuide(id, files, registries, report);
    if (checked) checkGuide(checked);
  }
}
