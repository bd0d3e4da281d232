try {
  const banner = document.currentScript.previousElementSibling;
  const id = JSON.parse(sessionStorage['lotse-customer'] ?? localStorage['lotse-customer'] ?? '""');
  const name = 'lotse-values:' + banner.getAttribute('guide') + (id && '@' + id);
  const kept = JSON.parse(localStorage.getItem(name));
  const day = new Date(kept.secretExpires.text + 'T00:00');
  const days = (day - Date.now()) / 864e5;
  const { lang } = document.documentElement;
  banner.querySelector('time').textContent = day.toLocaleDateString(lang, { dateStyle: 'long' });
  banner.querySelector('b').hidden = days > -1;
  banner.hidden = !(days <= banner.getAttribute('days'));
} catch {
  // Nothing is kept.
}
