import { showLines } from '../dom.ts';
import type { Audience } from '../../domain/guide/guide.ts';
import { checkRedirectUris } from '../../domain/registration/redirect-uris.ts';
import { GeneratedLines } from '../generated-lines/generated-lines.element.ts';
import { sayProblem } from '../page-speaker.ts';

/** The redirect URIs of the guide with the reader's values, checked against Microsoft's rules. */
export class RedirectUris extends GeneratedLines {
  protected override filled(complete: boolean): void {
    const lines = [...this.querySelectorAll('[data-lotse-line]')].map((line) =>
      line.textContent.trim(),
    );
    const problems = complete ? checkRedirectUris(lines, this.given('audience') as Audience) : [];
    showLines(this.inner('[data-lotse-problems]'), problems.map(sayProblem));
  }
}

export default RedirectUris;
