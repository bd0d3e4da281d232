/** Shows findings as a list, each with how it is meant, and what leads on from it. */

import type { Finding } from '../domain/findings.ts';
import { toneOf } from './paste-check/tone.ts';
import { announce } from './page-words.ts';

/** Fills a list with findings and says them; `linkOf` adds to a line what mends it. */
export function showFindings(
  list: HTMLElement,
  findings: readonly Finding[],
  sayFinding: (finding: Finding) => string,
  linkOf: (finding: Finding) => HTMLElement | undefined = () => undefined,
): void {
  const lines = findings.map((finding) => {
    const line = document.createElement('li');
    line.className = toneOf(finding);
    line.textContent = sayFinding(finding);
    const link = linkOf(finding);
    if (link) line.append(' ', link);
    return line;
  });
  list.replaceChildren(...lines);
  list.hidden = false;
  announce(findings.map(sayFinding).join(' '));
}

/** Takes the findings off a list. */
export function hideFindings(list: HTMLElement): void {
  list.replaceChildren();
  list.hidden = true;
}
