/** Checks a guide's steps in all languages, and that they ask for every value. */

import { checkProse } from './check-prose.ts';
import { addAt, sourceStepText, type CheckedGuide } from './checked-guide.ts';
import { sourceSharedFile, sourceStepFile } from './content-files.ts';
import { askedIn, componentsIn, lineOf, namedIn, parseProse, walk } from './prose-parts.ts';
import { stepSchema } from './prose.ts';
import type { Report } from './report.ts';

function checkAnatomy(file: string, text: string, report: Report): void {
  if (!parseProse(text).ok) return;
  for (const part of ['Result', 'Otherwise']) {
    const used = componentsIn(text).filter(({ name }) => name === part);
    if (used.length === 1) continue;
    report.add(file, used[1]?.line ?? 1, `${used.length} × <${part}>`, `exactly one <${part}>`);
  }
}

/** Notes that say who says so belong at the end of a step, where they interrupt no action. */
const whoSaysSo: readonly string[] = ['vendor', 'microsoft', 'inferred'];

/** Reports notes for the end of a step that are elsewhere. */
function checkBasis(file: string, text: string, report: Report): void {
  const prose = parseProse(text);
  if (!prose.ok) return;
  const within = new Set(
    prose.nodes.filter(({ name }) => name === 'Basis').flatMap((basis) => [...walk(basis)]),
  );
  for (const node of prose.nodes) {
    const kind = node.attributes?.find(({ name }) => name === 'kind')?.value;
    if (node.name !== 'Note' || within.has(node) || !whoSaysSo.includes(String(kind))) continue;
    report.add(file, lineOf(node), `<Note kind="${String(kind)}">`, 'it inside <Basis>');
  }
}

/** The pages written like a step that are none. */
export const pagesOfProse: readonly string[] = ['renew', 'remove'];

function checkSourceSteps({ id, guide, files, report }: CheckedGuide): void {
  const hasSecret = guide.registration.credentials.length > 0;
  const pages = pagesOfProse.filter((page) => page !== 'renew' || hasSecret);
  for (const page of [...guide.steps.map((step) => step.id), ...pages]) {
    const file = sourceStepFile(id, page);
    if (!files.has(file)) report.add(file, 1, 'no such file', 'the German text of this step');
  }
}

/** Reports mistakes in the texts of a guide's steps. */
export function checkSteps(checked: CheckedGuide): void {
  checkSourceSteps(checked);
  const { id, guide, references, files, report } = checked;
  const steps = guide.steps.map((step) => step.id);
  const pattern = new RegExp(`^guides/${id}/[^/]+/([^/]+)\\.mdx$`);
  for (const [file, text] of files) {
    const [, step = ''] = pattern.exec(file) ?? [];
    if (step === '') continue;
    if (![...steps, ...pagesOfProse].includes(step))
      report.add(file, 1, `step “${step}”`, `one of: ${steps.join(', ')}`);
    report.frontmatter(file, text, stepSchema);
    report.mistakes.push(...checkProse(`src/content/${file}`, text, references));
    checkAnatomy(file, text, report);
    checkBasis(file, text, report);
  }
}

/** A step's text, and the shared prose that it includes. */
function textsAt(checked: CheckedGuide, step: string): readonly string[] {
  const text = sourceStepText(checked, step);
  const shared = namedIn(componentsIn(text), 'shared').map((id) => sourceSharedFile(id));
  return [text, ...shared.map((file) => checked.files.get(file) ?? '')];
}

/** Reports each value that no step asks for. A choice needs no field, and an unreadable text may contain one. */
export function checkFields(checked: CheckedGuide): void {
  const { guide } = checked;
  const texts = guide.steps.flatMap(({ id }) => textsAt(checked, id));
  if (!texts.every((text) => parseProse(text).ok)) return;
  const asked = new Set(askedIn(texts.flatMap(componentsIn), 'value'));
  guide.values.forEach(({ id, kind }, index) => {
    if (kind === 'choice' || asked.has(id)) return;
    addAt(checked, ['values', index, 'id'], `value “${id}”`, 'a <ValueField> on some step');
  });
}
