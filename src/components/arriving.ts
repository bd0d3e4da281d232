/** Waiting for a part of the site that comes when it is needed: it is said once it takes long, and where it fails. */

import { make, makeButton } from './make.ts';
import { announce, hush, pageSay } from './page-speaker.ts';

/** How long nothing is said, in milliseconds: what comes sooner would only flicker. */
const patience = 400;

/** What is said on the page of parts that are awaited or failed. */
const told = new Set<HTMLElement>();

/**
 * Loads a part of the site and hands it on; `late` tells that the reader has been kept waiting. What is said of it stands
 * behind an element and in the live region, and goes when the part is there; where it fails, a button tries again.
 * Answers with what ends the waiting: from then on nothing is said and nothing handed on.
 * @see https://github.com/whatwg/html/pull/10327 checked 2026-11-28: Chromium before 156, Firefox before 154 and Safari
 * up to 27 keep the failure of a part, and try again on a new load of the page only
 */
export function arriving<Part>(
  load: () => Promise<Part>,
  behind: HTMLElement,
  use: (part: Part, late: boolean) => void,
  failed = pageSay('field.failed'),
): () => void {
  const words = make('span', {});
  const line = make('p', { lang: document.documentElement.lang }, words);
  const again = makeButton(pageSay('field.again'), attempt);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function end(): void {
    isOver = true;
    clearTimeout(timer);
    if (!line.isConnected) return;
    line.remove();
    told.delete(line);
    if (told.size === 0) hush(words.textContent);
  }

  function tell(look: 'quiet' | 'odd', text: string): void {
    line.className = look;
    words.textContent = text;
    // Put in twice, it would take the focus from its button.
    if (!line.isConnected) behind.after(line);
    told.add(line);
    announce(text);
  }

  function attempt(): void {
    clearTimeout(timer);
    timer = setTimeout(tell, patience, 'quiet', pageSay('field.loading'));
    load().then(
      (part) => {
        if (isOver) return;
        const isLate = line.isConnected;
        const hadFocus = line.contains(document.activeElement);
        end();
        use(part, isLate);
        if (hadFocus) (behind.querySelector<HTMLElement>('input, textarea') ?? behind).focus();
      },
      (error: unknown) => {
        console.error(error);
        if (isOver) return;
        clearTimeout(timer);
        tell('odd', failed);
        if (!again.isConnected) line.append(' ', again);
      },
    );
  }

  attempt();
  return end;
}
