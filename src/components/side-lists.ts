/** Task list and values stand open beside the content where there is room, and are folded above it elsewhere. */

/** Opens and folds the lists as the width changes; the reader may do otherwise in between. */
export function connectSideLists(): void {
  const wide = matchMedia('(min-width: 68rem)');
  const follow = () => {
    for (const list of document.querySelectorAll<HTMLDetailsElement>('.side details')) {
      list.open = wide.matches;
    }
  };
  wide.addEventListener('change', follow);
  follow();
  document.documentElement.toggleAttribute('data-lotse-ready', true);
}
