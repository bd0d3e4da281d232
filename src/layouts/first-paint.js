(function () {
  const root = document.documentElement;
  for (const name of ['theme', 'labels', 'portal']) {
    try {
      const value = JSON.parse(localStorage.getItem('lotse-' + name));
      if (typeof value === 'string' && /^[a-z]+$/.test(value)) {
        root.setAttribute(
          'data-lotse-' + name,
          value === root.dataset.lotseOther ? 'other' : value,
        );
      }
    } catch {
      // Storage is blocked or contains something else: the page's defaults apply.
    }
  }
})();
