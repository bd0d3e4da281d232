/** The task list and the values: open beside the content if there is room, otherwise collapsed above it. */

/** Opens and collapses the lists as the width changes; in between, the reader decides. */
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
