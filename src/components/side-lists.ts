/** The task list and the values stand beside the content, or, where there is no room, open from the header. */

function close(): void {
  for (const sheet of document.querySelectorAll<HTMLElement>(':popover-open')) sheet.hidePopover();
}

/** Closes what the header has opened once the reader follows a link, or there is room beside the content. */
export function connectSideLists(): void {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) close();
  });
  window.addEventListener('hashchange', close);
  matchMedia('(min-width: 68rem)').addEventListener('change', close);
}
