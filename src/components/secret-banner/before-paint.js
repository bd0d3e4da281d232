try {
  const banner = document.currentScript.previousElementSibling;
  const kept = JSON.parse(localStorage.getItem('lotse-values:' + banner.getAttribute('guide')));
  const day = new Date(kept.secretExpires.text + 'T00:00');
  const days = (day - Date.now()) / 864e5;
  const { lang } = document.documentElement;
  banner.querySelector('time').textContent = day.toLocaleDateString(lang, { dateStyle: 'long' });
  banner.querySelector('b').hidden = days > -1;
  banner.hidden = !(days <= banner.getAttribute('days'));
} catch {
  // Nothing is kept.
}
