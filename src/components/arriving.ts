/** Waiting for a part of the site that is loaded on demand: the reader is told when it takes long or fails. */

import { make, makeButton } from './dom.ts';
import { announce, hush, pageSay } from './page-speaker.ts';

/** How long to say nothing, in milliseconds: a shorter message would only flicker. */
const patience = 400;

/** The lines on the page about parts that are loading or have failed. */
const told = new Set<HTMLElement>();

/**
 * Loads a part of the site and hands it on; `late` says that the reader was kept waiting. A line after `place`, and the
 * live region, say that it is loading; both are cleared once it has arrived. If loading fails, the line has a button to
 * try again. Returns a function that ends the waiting: after that, nothing is said or handed on.
 * @see https://github.com/whatwg/html/pull/10327 checked 2026-11-28: Chromium before 156, Firefox before 154 and Safari
 * up to 27 keep the failure of a part, and try again on a new load of the page only
 */
export function arriving<Part>(
  load: () => Promise<Part>,
  place: HTMLElement,
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
    if (!line.isConnected) place.after(line);
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
        if (hadFocus) (place.querySelector<HTMLElement>('input, textarea') ?? place).focus();
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
