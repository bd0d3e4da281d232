/** Shows findings as a list, each with its severity and links. Loaded together with the rules. */

import { type Line, showLines } from './dom.ts';
import { severityOf, type Finding } from '../domain/compare/findings.ts';
import { mendedBy, type MendedFinding } from '../domain/errors/by-number.ts';
import { announce, sayFinding } from './page-speaker.ts';

/** The lines of findings. */
export function findingLines(findings: readonly Finding[]): readonly Line[] {
  return findings.map((one) => ({ text: sayFinding(one), severity: severityOf(one) }));
}

/** Fills a list with findings and announces them. */
export function showFindings(list: HTMLElement, findings: readonly Finding[]): void {
  showLinkedFindings(list, mendedBy([], ...findings), () => []);
}

/** The same for findings that steps fix: `linksTo` returns the links at the end of each line. */
export function showLinkedFindings(
  list: HTMLElement,
  mended: readonly MendedFinding[],
  linksTo: (topics: readonly string[]) => readonly HTMLElement[],
): void {
  const findings = mended.map(({ finding }) => finding);
  const lines = findingLines(findings);
  showLines(
    list,
    lines.map((line, at) => ({ ...line, links: linksTo(mended[at]?.topics ?? []) })),
  );
  announce(findings.map(sayFinding).join(' '));
}
