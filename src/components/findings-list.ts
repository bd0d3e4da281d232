/** Shows findings as a list, each with how it is meant, and what leads on from it. It comes with the rules that find them. */

import { type Line, showLines } from './dom.ts';
import { severityOf, type Finding } from '../domain/compare/findings.ts';
import { mendedBy, type MendedFinding } from '../domain/errors/by-number.ts';
import { announce, sayFinding } from './page-speaker.ts';

/** The lines of findings. */
export function findingLines(findings: readonly Finding[]): readonly Line[] {
  return findings.map((one) => ({ text: sayFinding(one), severity: severityOf(one) }));
}

/** Fills a list with findings and says them. */
export function showFindings(list: HTMLElement, findings: readonly Finding[]): void {
  showMended(list, mendedBy([], ...findings), () => []);
}

/** The same for findings that steps fix: `linksTo` gives the links that each line ends with. */
export function showMended(
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
