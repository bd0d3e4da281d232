/** Shows findings as a list, each with how it is meant, and what leads on from it. */

import { mendedBy, type MendedFinding } from '../domain/errors/by-number.ts';
import type { Finding } from '../domain/compare/findings.ts';
import { toneOf } from './paste-check/tone.ts';
import { announce, sayFinding } from './page-speaker.ts';

/** Fills a list with findings and says them. */
export function showFindings(list: HTMLElement, findings: readonly Finding[]): void {
  showMended(list, mendedBy([], ...findings), () => []);
}

/** The same for findings that steps fix: `linksTo` gives the links that each line ends with. */
export function showMended(
  list: HTMLElement,
  findings: readonly MendedFinding[],
  linksTo: (topics: readonly string[]) => readonly HTMLElement[],
): void {
  const lines = findings.map(({ finding, topics }) => {
    const line = document.createElement('li');
    line.className = toneOf(finding);
    line.textContent = sayFinding(finding);
    line.append(...linksTo(topics).flatMap((link) => [' ', link]));
    return line;
  });
  list.replaceChildren(...lines);
  list.hidden = false;
  announce(findings.map(({ finding }) => sayFinding(finding)).join(' '));
}

/** Takes the findings off a list. */
export function hideFindings(list: HTMLElement): void {
  list.replaceChildren();
  list.hidden = true;
}
