(function () {
  const { parentElement: page, previousElementSibling: details } = document.currentScript;
  const isOld = document.documentElement.getAttribute('data-lotse-portal') === 'old';
  details.open = isOld === (page.getAttribute('version') === 'old');
})();
