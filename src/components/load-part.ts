/** Loads a part of the site on demand and tells the reader when that takes long or fails. */

import { make, makeButton } from './dom.ts';
import { announce, clearAnnouncement, pageSay } from './page-speaker.ts';

/** How long to wait before showing a message, in milliseconds; an earlier one would only flicker. */
const patience = 400;

/** The lines on the page about parts that are loading or have failed. */
const messages = new Set<HTMLElement>();

/**
 * Loads a part of the site and passes it on; `late` means that the reader was kept waiting. A line after `place` and the
 * live region say that it is loading; both are cleared once it has arrived. If loading fails, the line gets a retry
 * button. Returns a function that stops waiting: after that, nothing is shown or passed on.
 * @see https://github.com/whatwg/html/pull/10327 checked 2026-11-28: Chromium before 156, Firefox before 154 and Safari
 * up to 27 cache a failed import and retry it only after the page is reloaded
 */
export function loadPart<Part>(
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
    messages.delete(line);
    if (messages.size === 0) clearAnnouncement(words.textContent);
  }

  function tell(look: 'quiet' | 'odd', text: string): void {
    line.className = look;
    words.textContent = text;
    // Inserting it again would take the focus from its button.
    if (!line.isConnected) place.after(line);
    messages.add(line);
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
